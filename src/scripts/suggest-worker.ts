/**
 * The suggestions of the header's field, in a worker of their own: the page they are shown on may not run WebAssembly,
 * this file may (src/addresses/headers.ts).
 */
import { fold, wordsOf } from '../search/swedish.ts';
import { openSearch } from './open-search.ts';

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

addEventListener('message', async ({ data: { turn, query, base } }: MessageEvent<Asked>) => {
	const list = await suggestionsFor(query, base).catch(() => []);
	postMessage({ turn, list } satisfies Suggested);
});

async function suggestionsFor(query: string, base: string): Promise<Suggestion[]> {
	const { search, lexicon } = await openSearch(base);
	const start = fold(query);
	const named = (key: string, kind: string) =>
		[...lexicon.labels]
			.filter(([id, name]) => id.startsWith(`${key}:`) && fold(name).startsWith(start))
			.slice(0, 2)
			.map(([id]): Suggestion => {
				const value = id.slice(key.length + 1);
				return { kind, label: lexicon.label(key, value), href: `${base}${key}/${value}/` };
			});
	const last = wordsOf(query).at(-1) ?? '';
	const words = lexicon.words
		.filter(({ text }) => text.length > 3 && fold(text).startsWith(fold(last)) && text !== last)
		.sort((a, b) => b.common - a.common || a.text.length - b.text.length)
		.slice(0, 3)
		.map(({ text }): Suggestion => {
			const whole = query.slice(0, query.length - last.length) + text;
			return { kind: 'Sök', label: whole, href: `${base}sok/?q=${encodeURIComponent(whole)}` };
		});
	const { hits } = await search.search(query);
	const examples = await search.list({ typ: ['exempel'] });
	const best = await Promise.all(
		hits
			.filter(({ id }) => examples.has(id))
			.slice(0, 3)
			.map((hit) => hit.data()),
	);
	return [
		...named('punkt', 'Punkt'),
		...named('kommun', 'Kommun'),
		...words,
		...best.map(({ url, meta }): Suggestion => ({ kind: 'Exempel', label: meta['title'] ?? url, href: url })),
	];
}
