/**
 * The search's one own file: the words of the indexed pages, compounds marked, and the thesaurus from the concepts and
 * content/begrepp/sokord.yml. The words are read from Pagefind's own fragments, so they are exactly what can be found.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { kindOfVocabulary, type Entries } from '../catalogue/collections.ts';
import { FACET_OF_KIND } from '../facets.ts';
import { encodeWords, type LexiconFile } from '../search/lexicon.ts';
import { isFormOf, rootsOf, wordsOf } from '../search/swedish.ts';
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

/** The most words that are sent: what fits in 25 kB with the thesaurus. The rarest are left out first. */
const MOST_WORDS = 9000;
/** Of a page about the catalogue only the opening counts: readers look for what municipalities do. In letters. */
const OPENING = 500;

export function buildLexicon(pages: readonly Indexed[], entries: Entries): LexiconFile {
	const { split } = openSplitter();
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
		.slice(0, MOST_WORDS)
		.map(([word, number]) => ({ marked: split(word).join('|'), pages: number }));

	const names: Record<string, string[]> = {
		kommun: entries.municipalities.map(({ data }) =>
			name(data.id, [data.name, ...(data.ownName ? [data.ownName] : [])]),
		),
	};
	names['punkt'] = entries.points.map(({ data }) => name(String(data.number), [data.shortTitle]));
	for (const { file, data } of entries.concepts) {
		const kind = kindOfVocabulary(file);
		if (kind === 'evidence') (names[FACET_OF_KIND[kind]] ??= []).push(name(data.id, [data.label]));
		else if (kind) (names[FACET_OF_KIND[kind]] ??= []).push(name(data.id, distinct([data.label, ...data.synonyms])));
	}
	return {
		words: encodeWords(words),
		lines: entries.searchWords.map(({ data }) => distinct(data.words).join('|')).join('\n'),
		names: Object.fromEntries(Object.entries(names).map(([key, items]) => [key, items.join('\n')])),
		pages: pages.length,
	};
}

/** Leaves out forms of a word that is there already: the search knows a word in all its forms. */
function distinct(words: readonly string[]): string[] {
	const kept: string[] = [];
	for (const word of words)
		if (word.includes(' ') || word.length < 5 || !kept.some((other) => !other.includes(' ') && isFormOf(word, other)))
			kept.push(word);
	return kept;
}

const name = (id: string, names: readonly string[]) => `${id}=${[...new Set(names)].join('|')}`;

/** Writes the lexicon beside the index and says where: the search asks for `sokord.json`, which names the file. */
export function writeLexicon(dist: string, entries: Entries): void {
	const text = JSON.stringify(buildLexicon(readIndex(dist), entries));
	const hash = createHash('sha256').update(text).digest('hex').slice(0, 10);
	writeFileSync(join(dist, 'sok', `ord-${hash}.json`), text);
	writeFileSync(join(dist, 'sok', 'ord.json'), JSON.stringify({ file: `ord-${hash}.json` }));
}
