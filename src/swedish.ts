/**
 * Swedish for people: dates, lists, counts and alphabetical order.
 *
 * Dates in the catalogue are ISO texts of the precision that the source has: a day (2019-05-07), a month
 * (2019-05) or a year (2019). They are never turned into Date objects on the way, so no time zone can move a day.
 */

const MONTHS = [
	'januari',
	'februari',
	'mars',
	'april',
	'maj',
	'juni',
	'juli',
	'augusti',
	'september',
	'oktober',
	'november',
	'december',
];

/** No-break space: keeps a day with its month and a number with its noun. */
const NBSP = '\u00a0';

/**
 * An ISO date as Swedish running text: `7 maj 2019`, `maj 2019` or `2019`.
 *
 * @throws RangeError when the month is not 1–12.
 */
export function formatDate(iso: string): string {
	const [year, month, day] = iso.split('-');
	if (!month) return iso;
	const name = MONTHS[Number(month) - 1];
	if (!name) throw new RangeError(`Not an ISO date: ${iso}`);
	return day ? `${Number(day)}${NBSP}${name} ${year}` : `${name} ${year}`;
}

/** Words as a Swedish list without a serial comma: `Kiruna, Umeå och Örebro`. */
export function formatList(words: readonly string[], conjunction = 'och'): string {
	if (words.length < 2) return words.join('');
	return `${words.slice(0, -1).join(', ')} ${conjunction} ${words.at(-1)}`;
}

/** A number with the right form of its noun: `1 kommun`, `2 kommuner`. */
export function count(number: number, one: string, many: string): string {
	return `${formatNumber(number)}${NBSP}${number === 1 ? one : many}`;
}

/** A whole number with Swedish grouping: `10 000`. */
export function formatNumber(number: number): string {
	return String(number).replace(/\B(?=(\d{3})+$)/g, NBSP);
}

/** A number with a decimal comma and at most so many decimals: `12,9`. */
export function formatDecimal(number: number, digits = 1): string {
	const [whole = '0', decimals] = String(Number(number.toFixed(digits))).split('.');
	return formatNumber(Number(whole)) + (decimals ? `,${decimals}` : '');
}

/** A share as per cent: `86 %`. */
export function formatShare(share: number, digits = 0): string {
	return `${formatDecimal(share * 100, digits)}${NBSP}%`;
}

/** Words up to twelve, figures from 13, as Swedish prose has it. Common gender (en av punkterna). */
export function spell(number: number): string {
	const words = 'noll en två tre fyra fem sex sju åtta nio tio elva tolv'.split(' ');
	return words[number] ?? formatNumber(number);
}

/** A sentence's first letter as a capital. */
export function capitalise(text: string): string {
	return text.charAt(0).toLocaleUpperCase('sv') + text.slice(1);
}

/** The genitive of a name: `Lunds`, but `Borås`, whose last letter is an s already. */
export function genitive(name: string): string {
	return /[sxz]$/i.test(name) ? name : `${name}s`;
}

const collator = new Intl.Collator('sv', { numeric: true });

/** Order for sorting: the Swedish alphabet, å ä ö last, numbers by value. */
export function compareSwedish(a: string, b: string): number {
	return collator.compare(a, b);
}

/**
 * Text folded to an address: a–z, 0–9 and hyphen. å ä → a, ö → o, other letters lose their marks
 * (the old state guideline 5.7.8; see CONVENTIONS E2.2).
 */
export function toSlug(text: string): string {
	return text
		.toLowerCase()
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-|-$/g, '');
}
