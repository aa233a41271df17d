/**
 * `npm run slapp`: builds the site and puts a release in slapp/: a ZIP that opens from a disk, the list of what the site
 * is built with, and checksums. The same commit gives the same ZIP.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Zippable, zipSync } from 'fflate';
import { today } from '../clock.ts';
import { SITE } from '../site.ts';
import { build, DIST } from './build.ts';
import { filesIn } from './folder.ts';
import { isForReading, toOffline } from './offline.ts';
import { ROOT, run } from './run.ts';

const FOLDER = join(ROOT, 'slapp');
const BASE = (process.env['TIOPUNKTEN_BASE'] ?? '/').replace(/\/?$/, '/');

const sumOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const toSums = (files: Iterable<readonly [string, Uint8Array]>) =>
	[...files].map(([name, bytes]) => `${sumOf(bytes)}  ${name}\n`).join('');

const readme = (day: string) => `${SITE.name}, utgåva ${day}

Öppna index.html i en webbläsare. Allt går att läsa, bläddra i och hänvisa till utan nät. Sökningen och Min samling finns
bara på ${SITE.origin}. Kontrollera filerna: sha256sum --check SHA256SUMS
`;

/** The files of a built site, as they lie in the ZIP, with their checksums. */
export function readOffline(dist: string, day: string, base: string): Map<string, Uint8Array> {
	const names = [...filesIn(dist)].filter(isForReading).sort();
	const files = new Map<string, Uint8Array>();
	for (const name of names) {
		const bytes = readFileSync(join(dist, name));
		files.set(name, /\.(html|css)$/.test(name) ? Buffer.from(toOffline(name, bytes.toString(), base)) : bytes);
	}
	files.set('LAS-MIG.txt', Buffer.from(readme(day)));
	return files.set('SHA256SUMS', Buffer.from(toSums(files)));
}

/** The same bytes for the same files: sorted, and with the day of the release for all. */
export function toZip(files: ReadonlyMap<string, Uint8Array>, folder: string, day: string): Uint8Array {
	const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
	// A ZIP has no time zone; the parts of a local time are what is written.
	const mtime = new Date(year, month - 1, date);
	const tree: Zippable = {};
	for (const [name, bytes] of files) tree[`${folder}/${name}`] = [bytes, { mtime, level: 9 }];
	return zipSync(tree);
}

interface Lock {
	readonly packages: Record<string, { dev?: boolean; devDependencies?: object }>;
}
interface ComponentList {
	serialNumber?: string;
	readonly metadata: { timestamp: string };
}

/**
 * What the site is built with (CycloneDX), from the lock. npm's own `--omit dev` leaves out every package that a test
 * needs too (npm/cli#7909), so npm gets to see a project without tests.
 */
export async function listComponents(day: string): Promise<string | undefined> {
	const temporary = mkdtempSync(join(tmpdir(), 'tiopunkten-'));
	// npm names the project after its folder.
	const folder = join(temporary, SITE.name.toLowerCase());
	mkdirSync(folder);
	const { devDependencies: _, ...manifest } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as object & {
		devDependencies?: object;
	};
	const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as Lock;
	for (const [place, one] of Object.entries(lock.packages)) {
		if (place === '') delete one.devDependencies;
		if (one.dev) delete lock.packages[place];
	}
	writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
	writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(lock));
	const kind = ['--sbom-format', 'cyclonedx', '--sbom-type', 'application'];
	const { code, output } = await run(
		'npm',
		['sbom', '--package-lock-only', '--prefix', folder, ...kind, '--loglevel', 'error'],
		{ quiet: true },
	);
	rmSync(temporary, { recursive: true });
	if (code !== 0) {
		console.error(output);
		console.error('Komponentlistan gick inte att skriva.');
		return undefined;
	}
	const list = JSON.parse(output.slice(output.indexOf('{'))) as ComponentList;
	// npm writes the moment and a number drawn by lot; a release is the same whenever it is made.
	delete list.serialNumber;
	list.metadata.timestamp = `${day}T00:00:00.000Z`;
	return `${JSON.stringify(list, null, 2)}\n`;
}

async function release(): Promise<boolean> {
	if (!(await build())) return false;
	const day = today();
	const name = `tiopunkten-${day}`;
	const components = await listComponents(day);
	if (!components) return false;
	const files = new Map<string, Uint8Array>([
		[`${name}.zip`, toZip(readOffline(DIST, day, BASE), name, day)],
		[`${name}.cdx.json`, Buffer.from(components)],
	]);
	rmSync(FOLDER, { recursive: true, force: true });
	mkdirSync(FOLDER);
	for (const [file, bytes] of [...files, ['SHA256SUMS', Buffer.from(toSums(files))] as const])
		writeFileSync(join(FOLDER, file), bytes);
	console.log(`Utgåvan ligger i slapp/: ${[...files.keys()].join(', ')} och SHA256SUMS.`);
	return true;
}

if (import.meta.main && !(await release())) process.exitCode = 1;
