/**
 * The search's own files: the words of the indexed pages, compounds marked, and the thesaurus from the concepts and
 * content/begrepp/sokord.yml, its words that stand on no page apart. The words are read from Pagefind's own fragments, so
 * they are exactly what can be found.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { kindOfVocabulary, type Entries } from '../catalogue/collections.ts';
import { SECTIONS } from '../catalogue/schema.ts';
import { FACET_OF_KIND, PERIODS } from '../facets.ts';
import { encodeWords, Lexicon, type LexiconFile, partOf, type Thesaurus } from '../search/lexicon.ts';
import { STOP_WORDS } from '../search/stop-words.ts';
import { fold, kinOf, rootsOf, wordsOf } from '../search/swedish.ts';
import { compareSwedish } from '../swedish.ts';
import { openSplitter } from './splitter.ts';

/** A page as the index shows it. */
export interface Indexed {
	readonly url: string;
	readonly title: string;
	readonly content: string;
	readonly filters: Readonly<Record<string, readonly string[]>>;
}

/** Pagefind writes this before the JSON of a fragment. */
const MAGIC = 'pagefind_dcd'.length;

/** Every page in the index of a built site. */
export function readIndex(dist: string): Indexed[] {
	const folder = join(dist, 'pagefind', 'fragment');
	return readdirSync(folder)
		.sort()
		.map((file) => {
			const { url, content, meta, filters } = JSON.parse(
				gunzipSync(readFileSync(join(folder, file)))
					.toString('utf8')
					.slice(MAGIC),
			) as { url: string; content: string; meta: { title: string }; filters: Indexed['filters'] };
			return { url, title: meta.title, content, filters };
		});
}

/** The most words that every search is sent, and the most bytes with gzip. The rarest are left out first. */
const MOST_WORDS = 9000;
const MOST_BYTES = 20_000;
/** Of a page about the catalogue only the opening counts: readers look for what municipalities do. In letters. */
const OPENING = 500;

/** What the facets, the kinds and the periods are called, in the order that they are shown, and the sections that a hit may be linked to. */
const LABELS: Readonly<Record<string, string[][]>> = {
	typ: [
		['exempel', 'Exempel'],
		['dokument', 'Dokument'],
		['punkt', 'Punkt'],
		['kommun', 'Kommun'],
		['begrepp', 'Begrepp'],
		['sida', 'Om katalogen'],
	],
	period: PERIODS.map(([, value, label]) => [value, label]),
	urval: [
		['typ', 'Typ'],
		['punkt', 'Punkt'],
		['kommun', 'Kommun'],
		['metod', 'Metod'],
		['grund', 'Diskrimineringsgrund'],
		['malgrupp', 'Målgrupp'],
		['rasism', 'Form av rasism'],
		['period', 'Startår'],
		['kunskap', 'Kunskapsläge'],
		['dokumenttyp', 'Dokumenttyp'],
	],
	avsnitt: Object.values(SECTIONS).flatMap((own) => Object.entries(own).map(([title, id]) => [id, title])),
};

interface Built {
	readonly file: LexiconFile;
	readonly wide: readonly Thesaurus[];
}

/** As many words as there is room for: a large catalogue has more, but a search is not to weigh more for that. */
function fitLexicon(pages: readonly Indexed[], entries: Entries): Built {
	const { split } = openSplitter();
	for (let most = MOST_WORDS; ; most = Math.floor(most * 0.85)) {
		const built = buildLexicon(pages, entries, split, most);
		if (most < 1000 || gzipSync(JSON.stringify(built.file)).byteLength <= MOST_BYTES) return built;
	}
}

function buildLexicon(
	pages: readonly Indexed[],
	entries: Entries,
	split: (word: string) => readonly string[],
	most: number,
): Built {
	const counts = new Map<string, number>();
	for (const { title, content, filters } of pages) {
		const text = filters['typ']?.[0] === 'sida' ? content.slice(0, OPENING) : content;
		for (const word of new Set(wordsOf(`${title} ${text}`)))
			if (/^\p{L}{2,}$/u.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
	}
	const roots = new Set<string>();
	const words = [...counts]
		.sort((a, b) => b[1] - a[1] || a[0].length - b[0].length)
		.filter(([word, number]) => {
			const own = rootsOf(word);
			const form = number <= 3 && word.length > 5 && own.some((root) => root.length > 4 && roots.has(root));
			for (const root of own) roots.add(root);
			return !form;
		})
		.slice(0, most)
		.map(([word, number]) => ({ marked: split(word).join('|'), pages: number }));

	const names: Record<string, string[][]> = {
		kommun: entries.municipalities.map(({ data }) => [data.id, data.name, ...(data.ownName ? [data.ownName] : [])]),
		punkt: entries.points.map(({ data }) => [String(data.number), data.shortTitle]),
	};
	/** Chosen or shown, not searched for by name. */
	const labels: Record<string, string[][]> = { ...LABELS };
	for (const { file, data } of entries.concepts) {
		const kind = kindOfVocabulary(file);
		if (kind)
			((kind === 'evidence' ? labels : names)[FACET_OF_KIND[kind]] ??= []).push([
				data.id,
				// The label first: it is what the filters say.
				data.label,
				...(kind === 'evidence' ? [] : distinct([data.label, ...data.synonyms]).filter((name) => name !== data.label)),
			]);
	}
	// In the order that they are shown.
	for (const own of Object.values(names))
		own.sort(([a = '', nameA = ''], [b = '', nameB = '']) => Number(a) - Number(b) || compareSwedish(nameA, nameB));
	const lines = entries.searchWords.map(({ data }) => distinct(data.words));
	const main = {
		words: encodeWords(words),
		stop: STOP_WORDS.join(' '),
		pages: pages.length,
		labels: printNames(labels),
	};
	// Which words stand on a page is what the browser's lexicon says of them.
	const lexicon = new Lexicon({ ...main, parts: '', lines: '', names: printNames(names) });
	const unknown = (phrase: string) => wordsOf(phrase).find((word) => !lexicon.isKnown(word));
	const wide = lines.map((members) => {
		const others = members.filter((item) => unknown(item) !== undefined);
		const alone = new Set(others.filter((item) => !item.includes(' ')).flatMap(rootsOf));
		// Phrases whose unknown word is on the line by itself lead there anyway.
		return others.filter(
			(item) => !item.includes(' ') || !rootsOf(unknown(item) as string).some((root) => alone.has(root)),
		);
	});
	const wideNames = Object.entries(names).flatMap(([key, items]) =>
		items.flatMap(([value = '', , ...others]) =>
			others.flatMap((item) => (unknown(item) === undefined ? [] : [{ key, value, item }])),
		),
	);
	const parts = divide([...wide.flat(), ...wideNames.map(({ item }) => item)].map((item) => unknown(item) as string));
	const isIn = (part: number) => (item: string) => partOf(unknown(item) as string, parts) === part;
	return {
		file: {
			...main,
			parts,
			lines: lines.map((members) => members.filter((item) => unknown(item) === undefined).join('|')).join('\n'),
			names: printNames(names, (item) => unknown(item) === undefined),
		},
		wide: [...parts].map((_, part) => ({
			lines: wide.map((items) => [...new Set(items.filter(isIn(part)).map(fold))].sort().join('|')).join('\n'),
			names: printWideNames(wideNames.filter(({ item }) => isIn(part)(item))),
		})),
	};
}

/** How many parts the words that stand on no page are sent in. */
const PARTS = 12;

/** The first letters at which words fall into parts of like size. */
function divide(words: readonly string[]): string {
	const letters = words.map((word) => fold(word).charAt(0)).sort();
	const firsts = Array.from(
		{ length: PARTS },
		(_, part) => letters[Math.floor((part * letters.length) / PARTS)] ?? 'a',
	);
	return [...new Set(firsts)].join('');
}

/** `value=label|name`, a line each; the label always, of the other names those that are wanted. */
const printNames = (names: Readonly<Record<string, readonly (readonly string[])[]>>, wanted = (_: string) => true) =>
	Object.fromEntries(
		Object.entries(names).map(([key, items]) => [
			key,
			items
				.map(([value, label, ...others]) => `${value}=${[...new Set([label, ...others.filter(wanted)])].join('|')}`)
				.join('\n'),
		]),
	);

/** `value=name|name`, a line each. */
const printWideNames = (list: readonly { key: string; value: string; item: string }[]) =>
	Object.fromEntries(
		[...Map.groupBy(list, ({ key }) => key)].map(([key, own]) => [
			key,
			[...Map.groupBy(own, ({ value }) => value)]
				.map(([value, items]) => `${value}=${items.map(({ item }) => fold(item)).join('|')}`)
				.join('\n'),
		]),
	);

/** Leaves out what the search finds by another on the line: forms of it, words made from it, phrases with it. */
function distinct(words: readonly string[]): string[] {
	const kept: string[] = [];
	const roots = new Set<string>();
	const single = words.filter((word) => !word.includes(' '));
	for (const word of single) {
		const own = [...rootsOf(word), ...kinOf(word)].filter((root) => root.length > 4);
		if (!own.some((root) => roots.has(root))) kept.push(word);
		for (const root of own) roots.add(root);
	}
	return [...kept, ...words.filter((word) => word.includes(' '))];
}

/** Writes the lexicon beside the index; `ord.json` names the file that every search needs, and that file the other. */
export function writeLexicon(dist: string, entries: Entries): void {
	const write = (name: string, content: object) => {
		const text = JSON.stringify(content);
		const file = `${name}-${createHash('sha256').update(text).digest('hex').slice(0, 10)}.json`;
		writeFileSync(join(dist, 'sok', file), text);
		return file;
	};
	const { file, wide } = fitLexicon(readIndex(dist), entries);
	writeFileSync(
		join(dist, 'sok', 'ord.json'),
		JSON.stringify({ file: write('ord', file), wide: wide.map((part) => write('ord-fler', part)) }),
	);
}
