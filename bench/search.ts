/**
 * `npm run bench -- --sok`: what a search weighs and takes in made-up catalogues of several sizes, with the site's own build,
 * index and lexicon. The queries are those that the search is judged by.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Hit, Search } from '../src/search/engine.ts';
import { Facets } from '../src/search/facets.ts';
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

/** What was downloaded, by what it is. */
type Sizes = Readonly<Record<string, number>>;
const minus = (now: Sizes, before: Sizes) =>
	Object.fromEntries(Object.entries(now).map(([kind, bytes]) => [kind, bytes - (before[kind] ?? 0)]));
const total = ({ lexicon = 0, ...pagefind }: Sizes) => Object.values(pagefind).reduce((sum, bytes) => sum + bytes, 0);

/** A visit to the search page: the engine and the lexicon as a browser gets them, file by file. */
async function visit(dist: string) {
	let lexicon = 0;
	const before = { ...loaded.byKind };
	const sizes = (): Sizes => ({ ...minus(loaded.byKind, before), lexicon });
	const words = openLexicon(dist, (bytes) => (lexicon += bytes));
	const search = new Search(await openPagefind(dist), words);
	const facets = new Facets(search, words);
	return {
		sizes,
		/** A query with its first page of hits. */
		ask: async (query: string) => {
			const { hits } = await search.search(query);
			await Promise.all(hits.slice(0, 10).map((hit) => hit.data()));
			return hits;
		},
		/** The numbers that stand beside the hits when they are shown. */
		count: async (hits: readonly Hit[]) => {
			for (const key of ['typ', 'punkt']) await facets.counts(key, new Map(), hits);
		},
	};
}

async function measure(dist: string, name: string) {
	const core = zipped(join(dist, 'pagefind', 'pagefind.js'));
	const first: Sizes[] = [];
	const further: Sizes[] = [];
	const counted: Sizes[] = [];
	for (const [place, query] of queries.entries()) {
		const { sizes, ask, count } = await visit(dist);
		await ask(query);
		const before = sizes();
		first.push({ ...before, core });
		const hits = await ask(queries[(place + 1) % queries.length] as string);
		const after = sizes();
		further.push(minus(after, before));
		await count(hits);
		counted.push(minus(sizes(), after));
	}
	const lexicon = openLexicon(dist);
	const pagefind = await openPagefind(dist);
	for (const query of queries) await new Search(pagefind, lexicon).search(query);
	const warm: number[] = [];
	// A search remembers what it has asked, so each query gets one of its own over the index that is loaded.
	for (const query of queries) {
		const search = new Search(pagefind, lexicon);
		const started = performance.now();
		const { hits } = await search.search(query);
		await Promise.all(hits.slice(0, 10).map((hit) => hit.data()));
		warm.push(performance.now() - started);
	}
	const both = (list: readonly number[], show: (value: number) => string) =>
		`${show(at(list, 0.5))} (${show(at(list, 0.95))})`;
	const kind = (list: readonly Sizes[], ...kinds: readonly string[]) =>
		both(
			list.map((sizes) => kinds.reduce((sum, own) => sum + (sizes[own] ?? 0), 0)),
			kilobytes,
		);
	const row = (what: string, list: readonly Sizes[]) =>
		`| ${[
			name,
			what,
			both(list.map(total), kilobytes),
			kind(list, 'core', 'wasm', 'entry'),
			kind(list, 'pf_meta'),
			kind(list, 'index'),
			kind(list, 'filter'),
			kind(list, 'fragment'),
			kind(list, 'lexicon'),
		].join(' | ')} |`;
	console.log(row('första sökningen', first));
	console.log(row('varje ny', further));
	console.log(row('urvalens antal', counted));
	console.log(`Ny fråga, millisekunder: ${both(warm, (ms) => ms.toFixed(0))}`);
}

console.log('| exempel | vad | summa, kB | kärna | sidor | register | filter | träffar | ordlista för sig |');
console.log('| --- | --- | --- | --- | --- | --- | --- | --- | --- |');
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
