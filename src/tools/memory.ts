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
import { today } from '../clock.ts';
import { FIGURES_FILE } from '../figures.ts';
import { emptyParcel } from '../parcel.ts';
import { fingerprint, type Ledger } from '../reuse.ts';
import { filesIn } from './folder.ts';

/** What the pages are made by, beside the content and the day: a page may say how old it is, its version or a figure. */
const CODE = ['src', 'astro.config.mjs', 'package.json', 'package-lock.json', FIGURES_FILE];

/** What Pagefind reads. */
const INDEXED = /<main[^>]*\sdata-pagefind-body[\s\S]*<\/main>/;

/** What is remembered of the files for machines. */
export interface FileRecord {
	/** The fingerprint of each file, by path. */
	readonly prints: Readonly<Record<string, string>>;
	/** What they rested on. */
	readonly ledger: Ledger;
}

interface Stored {
	/** The code, the day, the base path and the folder that the record tells of. */
	readonly of: string;
	/** What the search index was made of; undefined when it was left out. */
	readonly index: string | undefined;
	/** The fingerprint of what the index reads of each page, by file. */
	readonly indexed: Readonly<Record<string, string>>;
	readonly files: FileRecord;
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

/** The same file in a second place; a copy where the disk cannot do that. Nobody writes in a published file. */
export function placeFile(from: string, to: string) {
	try {
		linkSync(from, to);
	} catch {
		copyFileSync(from, to);
	}
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
	const indexed = new Map<string, string>();
	let kept = 0;
	let index: string;

	return {
		/** The file that tells what the pages rested on, for the process that renders (src/prerender.ts). */
		pages,
		/** What identifies everything but the content that the build rests on. */
		code,
		/** The files for machines in the published folder. */
		files: stored?.files,
		/**
		 * Puts the pages that have come since last time in `folder`: those that have been rendered, and those that stand.
		 *
		 * @param look is shown each file and its HTML, read as bytes: what is looked for is plain ASCII
		 */
		place(folder: string, look: (file: string, html: string) => void) {
			for (const { name, bytes } of arrived()) {
				const file = join(folder, name);
				mkdirSync(dirname(file), { recursive: true });
				if (bytes.byteLength === 0) {
					placeFile(join(published, name), file);
					const print = stored?.indexed[name];
					if (print) indexed.set(name, print);
					if (name.endsWith('.html')) kept += 1;
					continue;
				}
				writeFileSync(file, bytes);
				if (!name.endsWith('.html')) continue;
				const html = bytes.toString('latin1');
				const main = INDEXED.exec(html)?.[0];
				if (main) indexed.set(name, hash('sha1', main, 'base64'));
				look(file, html);
			}
		},
		/** Fills `folder` with the last build's search index, if it would become the same. */
		placeIndex(folder: string, words: string) {
			rmSync(parcel, { force: true });
			const texts = [...indexed].map(([name, print]) => `${name} ${print}`).sort();
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
			return { kept, searchable: indexed.size, sameIndex };
		},
		/** Remembers this build, now that it is the published one. */
		keep(folder: string, files: FileRecord, withIndex: boolean) {
			renameSync(ledger, pages);
			const of = `${code} ${identityOf(folder)}`;
			writeFileSync(
				file,
				JSON.stringify({
					of,
					index: withIndex ? index : undefined,
					indexed: Object.fromEntries(indexed),
					files,
				} satisfies Stored),
			);
		},
	};
}
