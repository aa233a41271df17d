/** `npm start`: builds the site if anything has changed since last time, and shows it on this computer. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.ts';
import { installed, ROOT, run } from './run.ts';

const PORT = process.env['PORT'] ?? '4321';
const STAMP = join(ROOT, '.cache', 'built-from');
const INPUTS = ['content', 'public', 'src', 'astro.config.mjs', 'package-lock.json'];

/** A fingerprint of everything the site is built from: names, sizes and times, so that it takes no time. */
function fingerprint(): string {
	const hash = createHash('sha256');
	const visit = (path: string) => {
		const stat = statSync(join(ROOT, path));
		if (stat.isDirectory()) for (const name of readdirSync(join(ROOT, path)).sort()) visit(`${path}/${name}`);
		else hash.update(`${path} ${stat.size} ${stat.mtimeMs}\n`);
	};
	for (const input of INPUTS) visit(input);
	return hash.digest('hex');
}

const current = fingerprint();
const fresh = existsSync(join(ROOT, 'dist')) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === current;
if (!fresh) {
	console.log('Bygger webbplatsen …');
	if (!(await build())) process.exit(1);
	mkdirSync(join(ROOT, '.cache'), { recursive: true });
	writeFileSync(STAMP, current);
}
console.log(`\n  Tiopunkten: http://localhost:${PORT}/   (avsluta med Ctrl+C)\n`);
const { code } = await run(installed('astro'), ['preview', '--ignore-lock', '--port', PORT]);
process.exitCode = code;
