/** Attributes of a link to a source that help a reader find it when the address has died (Robust Links, mementoweb.org). */
import type { Source } from '../catalogue/catalogue.ts';

/**
 * The address that was read, its archived copy, and the day that a copy is to show. Without a copy the day alone still
 * tells an archive which version to look for.
 *
 * @param seenOn ISO day when the sources here were last read, for a source that does not say it itself
 */
export const robustLink = (source: Source, seenOn: string) => ({
	'data-originalurl': source.archivedUrl ? source.url : undefined,
	'data-versionurl': source.archivedUrl,
	'data-versiondate': source.archivedOn ?? source.retrieved ?? source.link?.checked ?? seenOn,
});
