/**
 * The suggestions of the header's field, in a worker of their own: the page they are shown on may not run WebAssembly,
 * this file may (src/addresses/headers.ts). They answer how a word begins, by the index and the lexicon's names; reading
 * a whole query is the search page's work.
 */
import { decodeWords, readNames } from '../search/lexicon.ts';
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

addEventListener('message', async ({ data: { turn, query, base } }: MessageEvent<Asked>) => {
	const list = await suggestionsFor(query, base).catch(() => []);
	postMessage({ turn, list } satisfies Suggested);
});

let opened: ReturnType<typeof open> | undefined;

async function open(base: string) {
	const [pagefind, [file]] = await Promise.all([loadPagefind(base), loadLexicon(base)]);
	const names = (key: string) => readNames(file.names[key] ?? '').map(([id, [name = id]]) => ({ id, name }));
	return {
		pagefind,
		words: decodeWords(file.words),
		stop: file.stop.split(' '),
		points: names('punkt'),
		municipalities: names('kommun'),
	};
}

async function suggestionsFor(query: string, base: string): Promise<Suggestion[]> {
	opened ??= open(base);
	// A failed load may be tried again.
	opened.catch(() => (opened = undefined));
	const { pagefind, words, stop, points, municipalities } = await opened;
	const start = fold(query);
	const beginning = (list: typeof points) =>
		list.filter(({ name }) => fold(name).startsWith(start)).slice(0, MOST_NAMES);
	const last = wordsOf(query).at(-1) ?? '';
	const longer = words
		.filter(({ text }) => text.length > 3 && fold(text).startsWith(fold(last)) && text !== last)
		.sort((a, b) => b.common - a.common || a.text.length - b.text.length)
		.slice(0, MOST_WORDS)
		.map(({ text }) => query.slice(0, query.length - last.length) + text);

	const place = municipalities.find(({ name }) => ` ${start} `.includes(` ${fold(name)} `));
	const told = wordsOf(place ? start.replace(fold(place.name), '') : query).filter(
		(word) => !stop.includes(fold(word)),
	);
	const { results } =
		place || told.length > 0
			? await pagefind.search(told.join(' ') || null, {
					filters: { typ: { any: ['exempel'] }, ...(place && { kommun: { any: [place.id] } }) },
				})
			: { results: [] };
	const examples = await Promise.all(results.slice(0, MOST_EXAMPLES).map((result) => result.data()));
	return [
		...beginning(points).map(({ id, name }) => ({
			kind: 'Punkt',
			label: `${id} ${name}`,
			href: `${base}punkt/${id}/`,
		})),
		...beginning(municipalities).map(({ id, name }) => ({ kind: 'Kommun', label: name, href: `${base}kommun/${id}/` })),
		...longer.map((whole) => ({ kind: 'Sök', label: whole, href: `${base}sok/?q=${encodeURIComponent(whole)}` })),
		...examples.map(({ url, meta }) => ({ kind: 'Exempel', label: meta['title'] ?? url, href: url })),
	];
}
