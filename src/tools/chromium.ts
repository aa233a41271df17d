/**
 * A Chromium to test with: the one named in CHROMIUM_PATH, Playwright's own, Debian's; else one is installed, by
 * Playwright where its download is reachable, by Debian's package manager otherwise.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { installPackages } from './debian.ts';
import { installed, run } from './run.ts';

const DEBIAN = '/usr/bin/chromium';

/** Whether a browser is there and starts: a download without its system libraries does not. */
const works = (path: string | undefined): path is string =>
	path !== undefined && existsSync(path) && spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0;

async function playwrightsOwn(): Promise<string> {
	const { chromium } = await import('@playwright/test');
	return chromium.executablePath();
}

/**
 * @returns the path of a Chromium that starts
 * @throws Error with one Swedish sentence that says what to do, when none can be had
 */
export async function findChromium(): Promise<string> {
	const own = await playwrightsOwn();
	for (const candidate of [process.env['CHROMIUM_PATH'], own, DEBIAN]) if (works(candidate)) return candidate;
	console.log('Chromium saknas. Installerar …');
	await run(installed('playwright'), ['install', 'chromium'], { quiet: true });
	if (works(own)) return own;
	await installPackages('chromium', 'fonts-liberation');
	if (works(DEBIAN)) return DEBIAN;
	throw new Error(
		'Testerna behöver Chromium: installera det (sudo apt-get install chromium) eller ange sökvägen i CHROMIUM_PATH.',
	);
}
