/**
 * What one build remembers for the next: which pages it rendered and what they rested on (src/reuse.ts), and what the
 * search index was made of. Pages that still stand are taken from the published site, into a new folder, so that the
 * published one stays whole and what is gone from the content is gone from the site.
 */
import { hash } from 'node:crypto';
import {
	copyFileSync,
	existsSync,
	linkSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Entries } from '../catalogue/collections.ts';
import { FIGURES_FILE } from '../catalogue/places.ts';
import { today } from '../clock.ts';
import { emptyParcel } from '../parcel.ts';
import { fingerprint, type Ledger } from '../reuse.ts';
import { addressesIn, type PageAddresses, type Tell } from './addresses.ts';
import { filesIn } from './folder.ts';

/** What the pages are made by, beside the content and the day: a page may say how old it is, its version or a figure. */
const CODE = ['src', 'astro.config.mjs', 'package.json', 'package-lock.json', FIGURES_FILE];

/** A fingerprint of what Pagefind reads of a page; undefined when it reads nothing. */
function indexedIn(html: Buffer): string | undefined {
	const start = html.indexOf('<main');
	const isIndexed = html.subarray(start, html.indexOf('>', start)).includes('data-pagefind-body');
	return isIndexed ? hash('sha1', html.subarray(start, html.lastIndexOf('</main>')), 'base64') : undefined;
}

/** What is known of a page without reading it again. */
interface ReadPage extends PageAddresses {
	/** {@link indexedIn} */
	readonly indexed: string | undefined;
}
const readPage = (html: Buffer): ReadPage => ({ ...addressesIn(html), indexed: indexedIn(html) });

interface Stored {
	/** The code, the day, the base path and the folder that the record tells of. */
	readonly of: string;
	/** What the search index was made of; undefined when it was left out. */
	readonly index: string | undefined;
	/** By file. */
	readonly pages: Readonly<Record<string, ReadPage>>;
	/** What the files for machines rested on. */
	readonly files: Ledger;
}

function codeIn(root: string): string {
	const visit = (path: string): string =>
		statSync(join(root, path)).isDirectory()
			? readdirSync(join(root, path))
					.sort()
					.map((name) => visit(`${path}/${name}`))
					.join('')
			: `${path} ${hash('sha1', readFileSync(join(root, path)))}\n`;
	return hash(
		'sha1',
		`${CODE.filter((path) => existsSync(join(root, path)))
			.map(visit)
			.join('')}${process.version} ${process.env['TIOPUNKTEN_BASE'] ?? ''} ${today()}`,
	);
}

/** The folder itself, not another put in its place. */
const identityOf = (folder: string) => (existsSync(folder) ? String(statSync(folder).ino) : 'none');

/**
 * The same file in a second place; a copy where the disk cannot do that. Nobody writes in a published file.
 *
 * @returns whether there was such a file
 */
export function placeFile(from: string, to: string): boolean {
	try {
		linkSync(from, to);
	} catch {
		if (!existsSync(from)) return false;
		copyFileSync(from, to);
	}
	return true;
}

/** The words of the search that stand in no page: a change in them makes a new index. */
export const fingerprintOfWords = ({ concepts, municipalities, points, searchWords }: Entries) =>
	fingerprint([concepts, municipalities, points, searchWords]);

export function openMemory(root: string, published: string) {
	const cache = join(root, '.cache');
	const [file, pages] = [join(cache, 'reuse.json'), join(cache, 'pages.json')];
	const code = codeIn(root);
	const identity = () => `${code} ${identityOf(published)}`;
	let stored: Stored | undefined;
	try {
		stored = JSON.parse(readFileSync(file, 'utf8')) as Stored;
	} catch {
		// The first build, or a broken file: everything is made anew.
	}
	const [ledger, parcel] = [`${pages}.next`, `${pages}.parcel`];
	for (const left of [ledger, parcel]) rmSync(left, { force: true });
	if (stored?.of !== identity()) {
		stored = undefined;
		for (const other of [file, pages]) rmSync(other, { force: true });
	}
	mkdirSync(cache, { recursive: true });
	const arrived = emptyParcel(parcel);
	const read = new Map<string, ReadPage>();
	let kept = 0;
	let index: string;

	return {
		/** The file that tells what the pages rested on, for the process that renders (src/prerender.ts). */
		pages,
		/** What identifies everything but the content that the build rests on. */
		code,
		/** What the files for machines in the published folder rested on. */
		files: stored?.files,
		/** Puts the pages that have come since last time in `folder`: those that have been rendered, and those that stand. */
		place(folder: string, tell: Tell) {
			for (const { name, bytes } of arrived()) {
				const file = join(folder, name);
				mkdirSync(dirname(file), { recursive: true });
				const stands = bytes.byteLength === 0;
				if (!stands) writeFileSync(file, bytes);
				else if (!placeFile(join(published, name), file))
					throw new Error(
						`dist/${name} saknas, trots att sidan är oförändrad. Ta bort mappen .cache och bygg på nytt.`,
					);
				const page = stands ? stored?.pages[name] : name.endsWith('.html') ? readPage(bytes) : undefined;
				tell(name, page);
				if (!page) continue;
				read.set(name, page);
				if (stands) kept += 1;
			}
		},
		/** Fills `folder` with the last build's search index, if it would become the same. */
		placeIndex(folder: string, words: string) {
			rmSync(parcel, { force: true });
			const indexed = [...read].filter(([, page]) => page.indexed);
			const texts = indexed.map(([name, page]) => `${name} ${page.indexed}`).sort();
			index = hash('sha1', `${words}\n${texts.join('\n')}`);
			const sameIndex = stored?.index === index && existsSync(join(published, 'pagefind', 'pagefind.js'));
			if (sameIndex)
				for (const part of ['pagefind', 'sok'])
					for (const file of filesIn(join(published, part))) {
						const to = join(folder, part, file);
						// Compressed copies (npm run komprimera) may be of a page that is another now.
						if (!/\.(br|gz)$/.test(file) && !existsSync(to)) {
							mkdirSync(dirname(to), { recursive: true });
							placeFile(join(published, part, file), to);
						}
					}
			return { kept, searchable: indexed.length, sameIndex };
		},
		/** Remembers this build, now that it is the published one. */
		keep(folder: string, files: Ledger, withIndex: boolean) {
			renameSync(ledger, pages);
			const of = `${code} ${identityOf(folder)}`;
			writeFileSync(
				file,
				JSON.stringify({
					of,
					index: withIndex ? index : undefined,
					pages: Object.fromEntries(read),
					files,
				} satisfies Stored),
			);
		},
	};
}
