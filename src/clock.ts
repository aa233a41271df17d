/**
 * What day it is, for everything that asks. SOURCE_DATE_EPOCH (seconds since 1970, reproducible-builds.org) sets the
 * clock, so that a build can be repeated byte for byte and a test can look at the site of a coming year.
 */

/** Today as an ISO day, by UTC so that it is the same on every machine. */
export function today(setting = process.env['SOURCE_DATE_EPOCH']): string {
	if (setting !== undefined && !/^\d{1,11}$/.test(setting))
		throw new RangeError(`SOURCE_DATE_EPOCH ska vara antal sekunder sedan 1970, inte ”${setting}”.`);
	const now = setting === undefined ? new Date() : new Date(Number(setting) * 1000);
	return now.toISOString().slice(0, 10);
}

/** After how many years without a review the reader is told so. */
const REVIEW_AGES = [2, 5] as const;
export type ReviewAge = (typeof REVIEW_AGES)[number];

/** The most years of {@link REVIEW_AGES} that have passed between two ISO days. Undefined for a text of late review. */
export function reviewAge(reviewed: string, day: string): ReviewAge | undefined {
	return REVIEW_AGES.findLast((years) => `${Number(reviewed.slice(0, 4)) + years}${reviewed.slice(4)}` <= day);
}
