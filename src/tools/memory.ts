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
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Entries } from '../catalogue/collections.ts';
import { today } from '../clock.ts';
import { FIGURES_FILE } from '../figures.ts';
import { emptyParcel } from '../parcel.ts';
import { type BuildRecord, fingerprint } from '../reuse.ts';
import { filesIn } from './folder.ts';

/** What the pages are made by, beside the content and the day: a page may say how old it is, its version or a figure. */
const CODE = ['src', 'astro.config.mjs', 'package.json', 'package-lock.json', FIGURES_FILE];

/** What Pagefind reads. */
const INDEXED = /<main[^>]*\sdata-pagefind-body[\s\S]*<\/main>/;

/** The fingerprint of each file for machines, by path. */
export type FilePrints = Readonly<Record<string, string>>;

interface Stored extends BuildRecord {
	/** The code, the day, the base path and the folder that the record tells of. */
	readonly of: string;
	/** What the search index was made of; undefined when it was left out. */
	readonly index: string | undefined;
	readonly files: FilePrints;
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
	const file = join(root, '.cache', 'reuse.json');
	const code = codeIn(root);
	const identity = () => `${code} ${identityOf(published)}`;
	let stored: Stored | undefined;
	try {
		stored = JSON.parse(readFileSync(file, 'utf8')) as Stored;
	} catch {
		// The first build, or a broken file: everything is made anew.
	}
	if (stored?.of !== identity()) {
		stored = undefined;
		rmSync(file, { force: true });
	}
	const [record, parcel] = [`${file}.next`, `${file}.pages`];
	for (const left of [record, parcel]) rmSync(left, { force: true });
	mkdirSync(dirname(file), { recursive: true });
	const arrived = emptyParcel(parcel);
	const indexedIn = new Map<string, string>();
	let next: Omit<Stored, 'files'>;

	return {
		file,
		/** What identifies everything but the content that the build rests on. */
		code,
		/** The files for machines in the published folder. */
		files: stored?.files ?? {},
		/**
		 * Puts the pages that have been rendered since last time in `folder`.
		 *
		 * @param look is shown each file and its HTML, read as bytes: what is looked for is plain ASCII
		 */
		place(folder: string, look: (file: string, html: string) => void) {
			for (const { path, html } of arrived()) {
				const page = join(folder, path, 'index.html');
				mkdirSync(dirname(page), { recursive: true });
				writeFileSync(page, html);
				const text = html.toString('latin1');
				const indexed = INDEXED.exec(text)?.[0];
				if (indexed) indexedIn.set(path, hash('sha1', indexed, 'base64'));
				look(page, text);
			}
		},
		/** Fills `folder` with what the last build has and this one did not make. */
		carryOver(folder: string, words: string) {
			rmSync(parcel, { force: true });
			const { kept, pages, answers } = JSON.parse(readFileSync(record, 'utf8')) as BuildRecord;
			for (const path of kept) {
				mkdirSync(join(folder, path), { recursive: true });
				placeFile(join(published, path, 'index.html'), join(folder, path, 'index.html'));
			}
			const all = Object.entries(pages).map(
				([path, page]) => [path, { ...page, indexed: page.indexed ?? indexedIn.get(path) }] as const,
			);
			const indexed = all.flatMap(([path, page]) => (page.indexed ? [`${path} ${page.indexed}`] : [])).sort();
			next = {
				pages: Object.fromEntries(all),
				answers,
				kept: [],
				of: '',
				index: hash('sha1', `${words}\n${indexed.join('\n')}`),
			};
			const sameIndex = stored?.index === next.index && existsSync(join(published, 'pagefind', 'pagefind.js'));
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
			return { kept: kept.length, searchable: indexed.length, sameIndex };
		},
		/** Remembers this build, now that it is the published one. */
		keep(folder: string, files: FilePrints, withIndex: boolean) {
			const of = `${code} ${identityOf(folder)}`;
			const index = withIndex ? next.index : undefined;
			writeFileSync(file, JSON.stringify({ ...next, of, files, index } satisfies Stored));
			rmSync(record, { force: true });
		},
	};
}
