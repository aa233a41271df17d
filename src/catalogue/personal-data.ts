/**
 * Persons' e-mail addresses, telephone numbers and identity numbers do not belong in the catalogue (CONVENTIONS E5.2).
 * Function mailboxes may be named, persons' may not. Web addresses are left aside: their digits are no numbers to call.
 */
import type { Code } from './faults.ts';
import type { Problem } from './problem.ts';

const PATTERNS: readonly (readonly [Code, RegExp, string])[] = [
	[
		'TP701',
		/\b[a-zåäöé]+[._-][a-zåäöé]+(?:[._-][a-zåäöé]+)*@[\w.-]+\.[a-z]{2,}\b/gi,
		'E-postadressen ser ut att tillhöra en person. Ta bort den eller ange en funktionsbrevlåda.',
	],
	[
		'TP702',
		/(?<![\d/-])(?:\+46[\s-]?|0)\d{1,3}[\s-]\d{2,3}[\s-]?\d{2}(?:[\s-]?\d{2,3})?(?![\d/-])/g,
		'Det ser ut som ett telefonnummer. Ta bort det.',
	],
	['TP703', /(?<!\d)(?:19|20)?\d{6}[-+]\d{4}(?!\d)/g, 'Det ser ut som ett personnummer. Ta bort det.'],
];

/** Most files have nothing of the kind, which a look at the whole of them tells; an address takes long to look for. */
const ANY = PATTERNS.map(([code, { source }]) => ({
	sign: code === 'TP701' ? '@' : '',
	pattern: new RegExp(source, 'i'),
}));
const hasAny = (text: string) => ANY.some(({ sign, pattern }) => text.includes(sign) && pattern.test(text));
const withoutUrls = (text: string) => text.replace(/https?:\/\/\S+/g, (url) => ' '.repeat(url.length));

/** What looks like contact data on one line. */
function* matchesIn(line: string) {
	const visible = withoutUrls(line);
	for (const [code, pattern, message] of PATTERNS)
		for (const match of visible.matchAll(pattern)) yield { code, index: match.index, found: match[0], message };
}

/** Every place in a file that looks like a person's contact data. */
export function findPersonalData(file: string, text: string): Problem[] {
	if (!hasAny(withoutUrls(text))) return [];
	return text.split('\n').flatMap((line, index) =>
		[...matchesIn(line)].map(({ code, index: column, found, message }) => ({
			code,
			file,
			line: index + 1,
			column: column + 1,
			message: `${message} (”${found}”)`,
		})),
	);
}

/** The text with everything that {@link findPersonalData} would find left out. */
export function withoutPersonalData(text: string): string {
	return text
		.split('\n')
		.map((line) => {
			let clean = line;
			for (let [match] = matchesIn(clean); match; [match] = matchesIn(clean))
				clean = `${clean.slice(0, match.index)}[kontaktuppgift borttagen]${clean.slice(match.index + match.found.length)}`;
			return clean;
		})
		.join('\n');
}
