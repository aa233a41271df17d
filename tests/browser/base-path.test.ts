/** The site as it is below a folder of another host: every link is followed, and the search is used. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { parse } from 'node-html-parser';
import { partName } from '../../src/collection/parts.ts';
import { copyProject } from '../support/copy.ts';
import { serveWithNginx } from '../support/nginx.ts';

const BASE = '/x/y/';
/** Lists of examples are long, and each page of them alike. */
const SKIPPED = /\/sida\/(?!2\/)\d+\//;

// Both on the one site that is built.
test.describe.configure({ mode: 'default' });

let folder = '';
let nginx: Awaited<ReturnType<typeof serveWithNginx>>;

test.beforeAll(async () => {
	test.setTimeout(300_000);
	folder = copyProject();
	// The pictures are the same; drawing them again is what takes time.
	if (existsSync('.cache/pictures')) cpSync('.cache/pictures', join(folder, '.cache/pictures'), { recursive: true });
	const { status, stderr } = spawnSync(process.execPath, ['src/tools/build.ts'], {
		cwd: folder,
		encoding: 'utf8',
		env: { ...process.env, TIOPUNKTEN_BASE: BASE },
	});
	expect(stderr).toBe('');
	expect(status).toBe(0);
	const root = join(folder, 'root');
	mkdirSync(dirname(join(root, BASE)), { recursive: true });
	symlinkSync(join(folder, 'dist'), join(root, BASE.slice(0, -1)));
	nginx = await serveWithNginx(folder, { root });
});
test.afterAll(async () => {
	await nginx.stop();
	rmSync(folder, { recursive: true, force: true });
});

test('every address that a page or a style leads to lies below the folder and answers', async () => {
	const wrong: string[] = [];
	const seen = new Set<string>([BASE]);
	for (const path of seen) {
		const { status, body, headers } = await nginx.get(path);
		if (status !== 200) wrong.push(`${status} ${path}`);
		const type = headers.get('content-type') ?? '';
		const found = type.startsWith('text/html')
			? parse(body)
					.querySelectorAll('[href], [src], [action], [data-cards]')
					.flatMap((node) => [
						...['href', 'src', 'action'].map((name) => node.getAttribute(name)),
						// Min samling's page names the folder; the files in it are numbered.
						node.hasAttribute('data-cards') &&
							`${node.getAttribute('data-cards')}${partName(1, Number(node.getAttribute('data-parts')))}.json`,
					])
			: type.startsWith('text/css')
				? [...body.matchAll(/url\(["']?([^"')]+)/g)].map(([, address]) => address)
				: [];
		for (const address of found) {
			if (!address || /^([a-z]+:|#)/.test(address)) continue;
			const { pathname } = new URL(address, nginx.origin + path);
			if (!pathname.startsWith(BASE)) wrong.push(`${path} leads to ${address}`);
			else if (!SKIPPED.test(pathname)) seen.add(pathname);
		}
	}
	expect(wrong).toEqual([]);
	expect(seen.size).toBeGreaterThan(600);
});

test('the search, its suggestions and Min samling work there', async ({ page }) => {
	await page.setViewportSize({ width: 1440, height: 900 });
	await page.goto(`${nginx.origin}${BASE}om/`);
	await page.locator('#q').fill('rykten');
	await expect(page.getByRole('option', { name: /Exempel$/ }).first()).toBeVisible({ timeout: 20_000 });
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/x\/y\/sok\/\?q=rykten$/);
	await page.locator('a[data-traff]').first().click();
	await expect(page).toHaveURL(/\/x\/y\/exempel\/[a-z0-9-]+\/$/);
	await page.locator('.acts button.add').click();
	await page.getByRole('link', { name: 'Min samling (1)' }).click();
	await expect(page.locator('#rader > li')).toHaveCount(1);
});
