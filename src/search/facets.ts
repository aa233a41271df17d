/**
 * Narrowing a list of pages: what passes a choice, how many pages each further choice would leave, and other orders than
 * that of relevance. Asks the index no more than what is shown needs.
 */
import type { Filters, Hit, Search } from './engine.ts';
import type { Lexicon } from './lexicon.ts';

/** The facets in the order they are shown. The key is the filter's name in the index and in the address. */
export const FACETS: readonly (readonly [key: string, label: string])[] = [
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
];

export const KINDS: Readonly<Record<string, string>> = {
	exempel: 'Exempel',
	dokument: 'Dokument',
	punkt: 'Punkt',
	kommun: 'Kommun',
	begrepp: 'Begrepp',
	sida: 'Om katalogen',
};
const PERIODS: readonly (readonly [from: number, value: string, label: string])[] = [
	[2020, '2020-', '2020 eller senare'],
	[2015, '2015-2019', '2015–2019'],
	[2010, '2010-2014', '2010–2014'],
	[0, '-2009', '2009 eller tidigare'],
];

/** How long the page may be kept busy at a time, in milliseconds: a key that is pressed must be answered. */
const BUSY = 12;

/** Facet → chosen values. A page passes when it has one of the values of every facet that is chosen. */
export type Choice = ReadonlyMap<string, ReadonlySet<string>>;

/** What a facet's value is called. */
export function labelOf(lexicon: Lexicon, key: string, value: string): string {
	if (key === 'typ') return KINDS[value] ?? value;
	if (key === 'period') return PERIODS.find((item) => item[1] === value)?.[2] ?? value;
	return lexicon.label(key, value);
}

/** The years of a period. */
const within = (period: string, years: readonly string[]) =>
	years.filter((year) => PERIODS.find(([from]) => Number(year) >= from)?.[1] === period);

export class Facets {
	readonly #search: Search;
	/** Facet → its values in the order they are shown. */
	readonly values: ReadonlyMap<string, readonly string[]>;

	constructor(search: Search, lexicon: Lexicon) {
		this.#search = search;
		const values = new Map(FACETS.map(([key]): [string, string[]] => [key, []]));
		for (const item of lexicon.labels.keys()) {
			const [key = '', value = ''] = item.split(':');
			values.get(key)?.push(value);
		}
		const { compare } = new Intl.Collator('sv', { numeric: true });
		for (const [key, own] of values) own.sort((a, b) => compare(labelOf(lexicon, key, a), labelOf(lexicon, key, b)));
		values.set('typ', Object.keys(KINDS));
		values.set(
			'period',
			PERIODS.map((item) => item[1]),
		);
		this.values = values;
	}

	/** The years that pages have, the newest first. */
	async #years(): Promise<string[]> {
		return Object.keys((await this.#search.count({}))['ar'] ?? {}).sort((a, b) => Number(b) - Number(a));
	}

	/** What the index is asked for a choice. It knows years, not periods. */
	async #filters(choice: Choice, except?: string): Promise<Filters> {
		const filters: Record<string, readonly string[]> = {};
		for (const [key, values] of choice) {
			if (key === except || values.size === 0) continue;
			if (key !== 'period') filters[key] = [...values];
			else {
				const years = await this.#years();
				// A list of nothing would let every page pass.
				filters['ar'] = ['', ...[...values].flatMap((period) => within(period, years))];
			}
		}
		return filters;
	}

	/** The hits that pass a choice. */
	async narrow(hits: readonly Hit[], choice: Choice, except?: string): Promise<readonly Hit[]> {
		const filters = await this.#filters(choice, except);
		const lists = await Promise.all(
			Object.entries(filters).map(([key, values]) => this.#search.list({ [key]: values })),
		);
		return lists.length === 0 ? hits : hits.filter(({ id }) => lists.every((pages) => pages.has(id)));
	}

	/**
	 * How many pages each value of a facet has, among those that pass the other facets' choices.
	 *
	 * @param hits what was found; without them the whole catalogue, which the index counts by itself. What was found for a
	 * query is put together by us, so there every value's pages are asked for, once in a visit.
	 */
	async counts(key: string, choice: Choice, hits?: readonly Hit[]): Promise<ReadonlyMap<string, number>> {
		const values = this.values.get(key) ?? [];
		const counts = new Map<string, number>();
		if (hits) {
			const rest = await this.narrow(hits, choice, key);
			for (const value of values) {
				await breathe();
				counts.set(value, (await this.narrow(rest, new Map([[key, new Set([value])]]))).length);
			}
			return counts;
		}
		const found = await this.#search.count(await this.#filters(choice, key));
		const own = found[key === 'period' ? 'ar' : key] ?? {};
		for (const value of values) {
			const parts = key === 'period' ? within(value, Object.keys(own)) : [value];
			counts.set(
				value,
				parts.reduce((sum, part) => sum + (own[part] ?? 0), 0),
			);
		}
		return counts;
	}

	/** Whether any page is left to choose by a facet. One question, however many values it has. */
	async isOpen(key: string, choice: Choice, hits: readonly Hit[]): Promise<boolean> {
		const rest = await this.narrow(hits, choice, key);
		return (await this.narrow(rest, new Map([[key, new Set(this.values.get(key))]]))).length > 0;
	}

	/**
	 * Hits in another order than that of relevance, as far as they are to be shown.
	 *
	 * @param order `nyast`, or a facet whose values order them
	 * @param choice what the hits are all pages of, if they are: then the index says which values to ask for
	 */
	async sort(hits: readonly Hit[], order: string, most: number, choice?: Choice): Promise<readonly Hit[]> {
		const [key, values] = order === 'nyast' ? ['ar', await this.#years()] : [order, this.values.get(order) ?? []];
		const counts = choice && (await this.#search.count(await this.#filters(choice)))[key];
		const rest = new Set(hits);
		const sorted: Hit[] = [];
		for (const value of values) {
			if (sorted.length >= most || rest.size === 0) break;
			if (counts && !counts[value]) continue;
			await breathe();
			const pages = await this.#search.list({ [key]: [value] });
			for (const hit of rest)
				if (pages.has(hit.id)) {
					sorted.push(hit);
					rest.delete(hit);
				}
		}
		return [...sorted, ...rest];
	}
}

let since = 0;

/** Lets the page answer between questions, when it has been kept busy for a while. */
async function breathe(): Promise<void> {
	if (performance.now() - since < BUSY) return;
	await new Promise((done) => setTimeout(done));
	since = performance.now();
}
