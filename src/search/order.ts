/** Hits in another order than that of relevance. Loaded when somebody wants one; a list without a query has one. */
import type { Hit, Search } from './engine.ts';
import { breathe, type Choice, filtersOf } from './facets.ts';
import type { Lexicon } from './lexicon.ts';

/** The latest first; every other order is by a filter's values as they are shown. */
const NEWEST = 'nyast';

/**
 * Hits in order, as far as they are to be shown.
 *
 * @param order `nyast`, or a filter of the index whose values order them
 * @param choice what the hits are all pages of, if they are: then the index says which values to ask for
 */
export async function inOrder(
	search: Search,
	lexicon: Lexicon,
	hits: readonly Hit[],
	order: string,
	most: number,
	choice?: Choice,
): Promise<readonly Hit[]> {
	const key = order === NEWEST ? 'ar' : order;
	const counts = choice && (await search.count(filtersOf(choice)))[key];
	const rest = new Set(hits);
	const sorted: Hit[] = [];
	const values =
		order === NEWEST
			? Object.keys((await search.count({}))[key] ?? {})
					.sort()
					.reverse()
			: lexicon.valuesOf(key);
	for (const value of values) {
		if (sorted.length >= most) break;
		if (counts && !counts[value]) continue;
		await breathe();
		const pages = await search.list({ [key]: [value] });
		for (const hit of rest)
			if (pages.has(hit.id)) {
				sorted.push(hit);
				rest.delete(hit);
			}
	}
	return [...sorted, ...rest];
}
