/**
 * Narrowing a list of pages: what passes a choice, and how many pages each further choice would leave. Asks the index no
 * more than what is shown needs.
 */
import type { Filters, Hit, Search } from './engine.ts';
import type { Lexicon } from './lexicon.ts';

/** The facets in the order they are shown, by the filter's name in the index and in the address. */
export const FACETS = 'typ punkt kommun metod grund malgrupp rasism period kunskap dokumenttyp'.split(' ');

/** How long the page may be kept busy at a time, in milliseconds: a key that is pressed must be answered. */
const BUSY = 12;

/** Facet → chosen values. A page passes when it has one of the values of every facet that is chosen. */
export type Choice = ReadonlyMap<string, ReadonlySet<string>>;

/** What the index is asked for a choice. */
export const filtersOf = (choice: Choice, except?: string): Filters =>
	Object.fromEntries(
		[...choice].filter(([key, { size }]) => key !== except && size > 0).map(([key, values]) => [key, [...values]]),
	);

export class Facets {
	readonly #search: Search;
	readonly #lexicon: Lexicon;

	constructor(search: Search, lexicon: Lexicon) {
		this.#search = search;
		this.#lexicon = lexicon;
	}

	/** A facet's values in the order they are shown. */
	values(key: string): readonly string[] {
		return this.#lexicon.valuesOf(key);
	}

	/** The hits that pass a choice. */
	async narrow(hits: readonly Hit[], choice: Choice, except?: string): Promise<readonly Hit[]> {
		const lists = await Promise.all(
			Object.entries(filtersOf(choice, except)).map(([key, values]) => this.#search.list({ [key]: values })),
		);
		return hits.filter(({ id }) => lists.every((pages) => pages.has(id)));
	}

	/**
	 * How many pages each value of a facet has, among those that pass the other facets' choices.
	 *
	 * @param hits what was found; without them the whole catalogue, which the index counts by itself. What was found for a
	 * query is put together by us, so there every value's pages are asked for, once in a visit.
	 */
	async counts(key: string, choice: Choice, hits?: readonly Hit[]): Promise<ReadonlyMap<string, number>> {
		const counts = new Map<string, number>();
		const rest = hits && (await this.narrow(hits, choice, key));
		const own = rest ? {} : (await this.#search.count(filtersOf(choice, key)))[key];
		for (const value of this.values(key)) {
			if (rest) await breathe();
			counts.set(
				value,
				rest ? (await this.narrow(rest, new Map([[key, new Set([value])]]))).length : (own?.[value] ?? 0),
			);
		}
		return counts;
	}
}

let since = 0;

/** Lets the page answer between questions, when it has been kept busy for a while. */
export async function breathe(): Promise<void> {
	if (performance.now() - since < BUSY) return;
	await new Promise((done) => setTimeout(done));
	since = performance.now();
}
