/**
 * `npm run slapp`: builds the site and puts a release in slapp/: a ZIP that opens from a disk, the list of what the site
 * is built with, and checksums. The same commit gives the same ZIP.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type Zippable, zipSync } from 'fflate';
import { today } from '../clock.ts';
import { SITE } from '../site.ts';
import { build, DIST } from './build.ts';
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
	const names = readdirSync(dist, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => relative(dist, join(entry.parentPath, entry.name)))
		.filter(isForReading)
		.sort();
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

async function release(): Promise<boolean> {
	if (!(await build())) return false;
	const day = today();
	const name = `tiopunkten-${day}`;
	// What the site is built with, from the lock; not what only tests it.
	const { code, output } = await run(
		'npm',
		['sbom', '--package-lock-only', '--omit', 'dev', '--sbom-format', 'cyclonedx', '--loglevel', 'error'],
		{ quiet: true },
	);
	if (code !== 0) {
		console.error(output);
		console.error('Komponentlistan gick inte att skriva.');
		return false;
	}
	const files = new Map<string, Uint8Array>([
		[`${name}.zip`, toZip(readOffline(DIST, day, BASE), name, day)],
		[`${name}.cdx.json`, Buffer.from(output.slice(output.indexOf('{')))],
	]);
	rmSync(FOLDER, { recursive: true, force: true });
	mkdirSync(FOLDER);
	for (const [file, bytes] of [...files, ['SHA256SUMS', Buffer.from(toSums(files))] as const])
		writeFileSync(join(FOLDER, file), bytes);
	console.log(`Utgåvan ligger i slapp/: ${[...files.keys()].join(', ')} och SHA256SUMS.`);
	return true;
}

if (import.meta.main && !(await release())) process.exitCode = 1;
