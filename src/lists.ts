/** Static pages of a long list. */
import { PAGE_SIZE } from './site.ts';

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

/** The value of a `[...page]` route parameter: nothing for the first page, `sida/2` for the second. */
export const pageParam = (page: number): string | undefined => (page === 1 ? undefined : `sida/${page}`);

/** ", sida 2" for titles, so that every page of a list has a title of its own. */
export const pageSuffix = (page: number): string => (page === 1 ? '' : `, sida ${page}`);

/** ", sida 2 av 5" after what the list says of itself; nothing when there is one page. */
export const placeInList = ({ page, pages }: Pick<ListPage<unknown>, 'page' | 'pages'>): string =>
	pages === 1 ? '' : `, sida ${page} av ${pages}`;
