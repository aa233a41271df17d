/**
 * `npm run bench -- --sok`: what a search weighs and takes in made-up catalogues of several sizes, with the site's own build,
 * index and lexicon. The queries are those that the search is judged by.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Search } from '../src/search/engine.ts';
import { loaded, openLexicon, openPagefind } from '../src/tools/pagefind.ts';
import { QUESTIONS, readQuestions } from '../src/tools/sokprov.ts';
import { option, prepareSite } from './site.ts';

const SIZES = option('n', '1000,10000').split(',').map(Number);
/** A site that is built already, in place of made-up ones. */
const BUILT = option('dist', '');
/** One in twelve: in a catalogue of ten thousand every query takes a while. */
const queries = readQuestions(QUESTIONS)
	.filter((_, place) => place % 12 === 0)
	.map(({ q }) => q);

const zipped = (file: string) => gzipSync(readFileSync(file), { level: 9 }).byteLength;
const at = (values: readonly number[], share: number) =>
	[...values].sort((a, b) => a - b)[Math.floor((values.length - 1) * share)] ?? 0;
const kilobytes = (bytes: number) => (bytes / 1000).toFixed(0);

/** One search with its first page of hits; what was downloaded, and how long it took. */
async function ask(search: Search, query: string) {
	const before = loaded.bytes;
	const started = performance.now();
	const { hits } = await search.search(query);
	await Promise.all(hits.slice(0, 10).map((hit) => hit.data()));
	return { bytes: loaded.bytes - before, ms: performance.now() - started };
}

async function measure(dist: string, name: string) {
	const core = zipped(join(dist, 'pagefind', 'pagefind.js'));
	const words = readdirSync(join(dist, 'sok')).filter((file) => file.startsWith('ord-'));
	const sizes = (wide: boolean) =>
		words.filter((file) => /fler/.test(file) === wide).map((file) => zipped(join(dist, 'sok', file)));
	const first: number[] = [];
	const further: number[] = [];
	for (const [place, query] of queries.entries()) {
		const before = loaded.bytes;
		const search = new Search(await openPagefind(dist), openLexicon(dist));
		await ask(search, query);
		first.push(loaded.bytes - before + core);
		further.push((await ask(search, queries[place + 1] ?? query)).bytes);
	}
	const lexicon = openLexicon(dist);
	const pagefind = await openPagefind(dist);
	const search = new Search(pagefind, lexicon);
	for (const query of queries) await ask(search, query);
	const before = loaded.bytes;
	await search.count({});
	const filters = loaded.bytes - before;
	const warm: number[] = [];
	// A search remembers what it has asked, so each query gets one of its own over the index that is loaded.
	for (const query of queries) {
		const fresh = new Search(pagefind, lexicon);
		await fresh.everything();
		warm.push((await ask(fresh, query)).ms);
	}
	console.log(
		`| ${[
			name,
			`${kilobytes(at(first, 0.5))} (${kilobytes(at(first, 0.95))})`,
			`${kilobytes(at(further, 0.5))} (${kilobytes(at(further, 0.95))})`,
			kilobytes(filters),
			`${kilobytes(Math.max(...sizes(false)))} + ${kilobytes(Math.max(...sizes(true)))}`,
			`${at(warm, 0.5).toFixed(0)} (${at(warm, 0.95).toFixed(0)})`,
		].join(' | ')} |`,
	);
}

console.log('| exempel | första sökningen, kB | varje ny, kB | urvalen, kB | ordlistan, kB | ny fråga, ms |');
console.log('| --- | --- | --- | --- | --- | --- |');
if (BUILT) await measure(BUILT, BUILT);
else
	for (const size of SIZES) {
		const root = mkdtempSync(join(tmpdir(), 'tiopunkten-sokbench-'));
		const site = join(root, 'site');
		prepareSite(site, size);
		const { status, stderr, stdout } = spawnSync(process.execPath, ['src/tools/build.ts', '--utan-bilder'], {
			cwd: site,
			encoding: 'utf8',
			env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
			maxBuffer: 2 ** 28,
		});
		if (status !== 0) throw new Error(`${stdout.slice(-1000)}${stderr.slice(-2000)}`);
		await measure(join(site, 'dist'), String(size));
		rmSync(root, { recursive: true, force: true });
	}
