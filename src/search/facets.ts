/** Narrowing a list of pages: which values each page has, how many pages each choice would leave, what is chosen. */
import type { Search } from './engine.ts';
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

export class Facets {
	/** Page → `key:value`. */
	readonly #pages = new Map<string, Set<string>>();
	/** Facet → its values in the order they are shown. */
	readonly values = new Map<string, readonly string[]>();

	/** Asks the index once which pages each value has. */
	static async load(search: Search, lexicon: Lexicon): Promise<Facets> {
		const facets = new Facets();
		const found = await search.filters();
		let since = performance.now();
		for (const [key, counts] of Object.entries(found))
			for (const value of Object.keys(counts)) {
				for (const page of await search.list([key, value])) {
					facets.#add(page, key, value);
					const period = key === 'ar' && PERIODS.find(([from]) => Number(value) >= from);
					if (period) facets.#add(page, 'period', period[1]);
				}
				if (performance.now() - since < BUSY) continue;
				await new Promise((done) => setTimeout(done));
				since = performance.now();
			}
		const collator = new Intl.Collator('sv', { numeric: true });
		for (const [key] of FACETS) {
			const values =
				key === 'typ'
					? Object.keys(KINDS)
					: key === 'period'
						? PERIODS.map((item) => item[1])
						: Object.keys(found[key] ?? {});
			if (key === 'punkt') values.sort((a, b) => Number(a) - Number(b));
			else if (key !== 'typ' && key !== 'period')
				values.sort((a, b) => collator.compare(labelOf(lexicon, key, a), labelOf(lexicon, key, b)));
			facets.values.set(key, values);
		}
		return facets;
	}

	#add(page: string, key: string, value: string) {
		const own = this.#pages.get(page);
		if (own) own.add(`${key}:${value}`);
		else this.#pages.set(page, new Set([`${key}:${value}`]));
	}

	/** A page's values of one facet. */
	of(page: string, key: string): string[] {
		const start = `${key}:`;
		return [...(this.#pages.get(page) ?? [])]
			.filter((item) => item.startsWith(start))
			.map((item) => item.slice(start.length));
	}

	passes(page: string, choice: Choice, except?: string): boolean {
		const own = this.#pages.get(page);
		for (const [key, values] of choice)
			if (key !== except && values.size > 0 && ![...values].some((value) => own?.has(`${key}:${value}`))) return false;
		return true;
	}

	/** How many of the pages each value of a facet has, among those that pass the other facets' choices. */
	counts(key: string, pages: readonly string[], choice: Choice): ReadonlyMap<string, number> {
		const counts = new Map<string, number>();
		for (const page of pages)
			if (this.passes(page, choice, key))
				for (const value of this.of(page, key)) counts.set(value, (counts.get(value) ?? 0) + 1);
		return counts;
	}
}
