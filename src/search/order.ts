/** Hits in another order than that of relevance. Loaded when somebody wants one; a list without a query has one. */
import type { Hit, Search } from './engine.ts';
import { breathe, type Choice, filtersOf } from './facets.ts';

/**
 * Hits in order, as far as they are to be shown.
 *
 * @param key a filter of the index whose values order them
 * @param values its values in order; the latest first where none are given
 * @param choice what the hits are all pages of, if they are: then the index says which values to ask for
 */
export async function inOrder(
	search: Search,
	hits: readonly Hit[],
	key: string,
	values: readonly string[] | undefined,
	most: number,
	choice?: Choice,
): Promise<readonly Hit[]> {
	const counts = choice && (await search.count(filtersOf(choice)))[key];
	const rest = new Set(hits);
	const sorted: Hit[] = [];
	for (const value of values ??
		Object.keys((await search.count({}))[key] ?? {})
			.sort()
			.reverse()) {
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
