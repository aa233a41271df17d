/** Pagefind's shipped code and index in plain Node, to measure and test with: `fetch` is answered from disk. */
import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Pagefind } from '../search/engine.ts';
import { Lexicon, type LexiconFile, type LexiconFiles, type Thesaurus } from '../search/lexicon.ts';

/** What a browser would have downloaded of Pagefind so far, as stored. */
export const loaded = { files: 0, bytes: 0, byKind: {} as Record<string, number> };

/** What a file of Pagefind's is: `wasm`, `pf_meta`, `index`, `filter`, `fragment`. */
const kindOf = (path: string) => /(wasm|pf_meta|index|filter|fragment)[^/]*$/.exec(path)?.[1] ?? 'entry';

const network = globalThis.fetch;
globalThis.fetch = async (input, init) => {
	const address = input instanceof Request ? input.url : String(input);
	if (!address.startsWith('/')) return network(input, init);
	const body = await readFile(address.replace(/\?.*$/, ''));
	loaded.files += 1;
	loaded.bytes += body.byteLength;
	const kind = kindOf(address.replace(/\?.*$/, ''));
	loaded.byKind[kind] = (loaded.byKind[kind] ?? 0) + body.byteLength;
	return new Response(body);
};

/** The index of a built site. */
export async function openPagefind(dist: string): Promise<Pagefind> {
	const folder = resolve(dist, 'pagefind');
	// The name .mjs makes Node read it as a module whatever package.json lies above it.
	const temporary = await mkdtemp(join(tmpdir(), 'pagefind-'));
	const copy = join(temporary, 'pagefind.mjs');
	await copyFile(join(folder, 'pagefind.js'), copy);
	const pagefind = (await import(pathToFileURL(copy).href)) as Pagefind & {
		options(options: object): Promise<void>;
		init(language: string): Promise<void>;
	};
	await rm(temporary, { recursive: true });
	await pagefind.options({ basePath: `${folder}/`, baseUrl: '/', noWorker: true });
	await pagefind.init('sv');
	return pagefind;
}

/**
 * The lexicon of a built site.
 *
 * @param weigh told what each file that it needs weighs with gzip
 */
export function openLexicon(dist: string, weigh?: (bytes: number) => void): Lexicon {
	const read = (file: string) => {
		const text = readFileSync(join(dist, 'sok', file));
		weigh?.(gzipSync(text, { level: 9 }).byteLength);
		return JSON.parse(text.toString()) as unknown;
	};
	const { file, wide } = read('ord.json') as LexiconFiles;
	return new Lexicon(read(file) as LexiconFile, (part) => Promise.resolve(read(wide[part] as string) as Thesaurus));
}
