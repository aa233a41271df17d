/**
 * The suggestions of the header's field, in a worker of their own: the page they are shown on may not run WebAssembly,
 * this file may (src/addresses/headers.ts). They answer how a word begins, and the words' meaning when the words themselves
 * find little; reading a whole query is the search page's work.
 */
import type { PagefindResult } from '../search/engine.ts';
import { Lexicon } from '../search/lexicon.ts';
import { fold, wordsOf } from '../search/swedish.ts';
import { loadLexicon, loadPagefind } from './open-search.ts';

export interface Suggestion {
	readonly kind: string;
	readonly label: string;
	readonly href: string;
}
export interface Asked {
	/** Comes back with the answer. */
	readonly turn: number;
	readonly query: string;
	/** The site's base path, with slashes at both ends. */
	readonly base: string;
}
export interface Suggested {
	readonly turn: number;
	/** Nothing where the search could not be loaded: the field works without. */
	readonly list: readonly Suggestion[];
}

const MOST_NAMES = 2;
const MOST_WORDS = 3;
const MOST_EXAMPLES = 3;
/** When the words as they stand are too few examples' words: so many forms and related words of each are asked for. */
const MOST_FORMS = 2;
const MOST_RELATED = 4;
/** How many examples count for each of them, and how slowly they fall in worth. */
const MOST_RANKED = 10;
const SLOPE = 3;

addEventListener('message', async ({ data: { turn, query, base } }: MessageEvent<Asked>) => {
	const list = await suggestionsFor(query, base).catch(() => []);
	postMessage({ turn, list } satisfies Suggested);
});

let opened: ReturnType<typeof open> | undefined;

async function open(base: string) {
	const [pagefind, words] = await Promise.all([loadPagefind(base), loadLexicon(base)]);
	return { pagefind, lexicon: new Lexicon(...words) };
}

async function suggestionsFor(query: string, base: string): Promise<Suggestion[]> {
	opened ??= open(base);
	// A failed load may be tried again.
	opened.catch(() => (opened = undefined));
	const { pagefind, lexicon } = await opened;
	const start = fold(query);
	const named = (wanted: string) =>
		[...lexicon.labels].flatMap(([item, name]) => {
			const [key, id = ''] = item.split(':');
			return key === wanted ? { id, name, label: lexicon.label(key, id), href: `${base}${key}/${id}/` } : [];
		});
	const beginning = (key: string, kind: string) =>
		named(key)
			.filter(({ name }) => fold(name).startsWith(start))
			.slice(0, MOST_NAMES)
			.map(({ label, href }): Suggestion => ({ kind, label, href }));
	const last = wordsOf(query).at(-1) ?? '';
	const longer = lexicon.words
		.filter(({ text }) => text.length > 3 && fold(text).startsWith(fold(last)) && text !== last)
		.sort((a, b) => b.common - a.common || a.text.length - b.text.length)
		.slice(0, MOST_WORDS)
		.map(({ text }) => query.slice(0, query.length - last.length) + text);

	const place = named('kommun').find(({ name }) => ` ${start} `.includes(` ${fold(name)} `));
	const told = wordsOf(place ? start.replace(fold(place.name), '') : query).filter((word) => !lexicon.isStop(word));
	const ask = async (words: string) => {
		const filters = { typ: { any: ['exempel'] }, ...(place && { kommun: { any: [place.id] } }) };
		return (await pagefind.search(words || null, { filters })).results;
	};
	const found = new Map<string, PagefindResult>();
	const add = (list: readonly PagefindResult[]) => list.forEach((result) => found.set(result.id, result));
	if (place || told.length > 0) add((await ask(told.join(' '))).slice(0, MOST_EXAMPLES));
	if (found.size < MOST_EXAMPLES && told.length > 0) {
		await lexicon.widen(query);
		add(await nearest(told, lexicon, ask));
	}
	const examples = await Promise.all([...found.values()].slice(0, MOST_EXAMPLES).map((result) => result.data()));
	return [
		...beginning('punkt', 'Punkt'),
		...beginning('kommun', 'Kommun'),
		...longer.map((whole) => ({ kind: 'Sök', label: whole, href: `${base}sok/?q=${encodeURIComponent(whole)}` })),
		...examples.map(({ url, meta }) => ({ kind: 'Exempel', label: meta['title'] ?? url, href: url })),
	];
}

/** Examples for what the words and the whole phrase mean, those that answer most of them first. */
async function nearest(
	told: readonly string[],
	lexicon: Lexicon,
	ask: (words: string) => Promise<readonly PagefindResult[]>,
): Promise<readonly PagefindResult[]> {
	const sums = new Map<string, { result: PagefindResult; worth: number }>();
	for (const phrase of new Set([...told, told.join(' ')])) {
		const own = new Map<string, number>();
		const forms = lexicon.forms(phrase).map(({ text }) => text);
		const related = lexicon.meaning(phrase)?.related ?? [];
		for (const words of [...forms.slice(0, MOST_FORMS), ...related.slice(0, MOST_RELATED)])
			(await ask(words)).slice(0, MOST_RANKED).forEach((result, place) => {
				const { id } = result;
				const worth = Math.max(own.get(id) ?? 0, 1 / (place + SLOPE));
				const sum = sums.get(id)?.worth ?? 0;
				sums.set(id, { result, worth: sum - (own.get(id) ?? 0) + worth });
				own.set(id, worth);
			});
	}
	return [...sums.values()].sort((a, b) => b.worth - a.worth).map(({ result }) => result);
}
