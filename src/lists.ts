/** Static pages of a long list. */
import { DOCUMENTS_PER_PAGE, PAGE_SIZE } from './site.ts';

export interface ListPage<T> {
	readonly items: readonly T[];
	/** 1-based. */
	readonly page: number;
	readonly pages: number;
	readonly total: number;
}

/** Cuts a list into pages; an empty list has one empty page. */
export function paginate<T>(items: readonly T[], size = PAGE_SIZE): ListPage<T>[] {
	const pages = Math.max(1, Math.ceil(items.length / size));
	return Array.from({ length: pages }, (_, index) => ({
		items: items.slice(index * size, (index + 1) * size),
		page: index + 1,
		pages,
		total: items.length,
	}));
}

/** Cuts two lists that share their pages: examples, and the documents below them. */
export function paginateBoth<T, D>(
	items: readonly T[],
	documents: readonly D[],
): { readonly list: ListPage<T>; readonly documents: readonly D[] }[] {
	const pages = Math.max(1, Math.ceil(items.length / PAGE_SIZE), Math.ceil(documents.length / DOCUMENTS_PER_PAGE));
	return Array.from({ length: pages }, (_, index) => ({
		list: {
			items: items.slice(index * PAGE_SIZE, (index + 1) * PAGE_SIZE),
			page: index + 1,
			pages,
			total: items.length,
		},
		documents: documents.slice(index * DOCUMENTS_PER_PAGE, (index + 1) * DOCUMENTS_PER_PAGE),
	}));
}

/** How far from a page its list of pages reaches before it leaps to the ends. */
const NEAR = 3;

/** The pages to link from one page of a list: the first, the last, and those about it. A long list must not list all. */
export const pagesNear = (page: number, pages: number): number[] =>
	Array.from({ length: pages }, (_, index) => index + 1).filter(
		(number) => number === 1 || number === pages || Math.abs(number - page) <= NEAR,
	);

/** The value of a `[...page]` route parameter: nothing for the first page, `sida/2` for the second. */
export const pageParam = (page: number): string | undefined => (page === 1 ? undefined : `sida/${page}`);

/** ", sida 2" for titles, so that every page of a list has a title of its own. */
export const pageSuffix = (page: number): string => (page === 1 ? '' : `, sida ${page}`);

/** ", sida 2 av 5" after what the list says of itself; nothing when there is one page. */
export const placeInList = ({ page, pages }: Pick<ListPage<unknown>, 'page' | 'pages'>): string =>
	pages === 1 ? '' : `, sida ${page} av ${pages}`;
