/**
 * What numbers stand for in a query: a point of the programme, a year, a case in a municipality's register. Loaded only
 * for a query that may have one.
 */
import type { Filter } from './lexicon.ts';
import type { Numbers } from './query.ts';
import { fold } from './swedish.ts';

const OF_FURTHER_POINT = 0.6;

/** The number of a case in a municipality's register: KS 2014-297, KSN-2017-1282, 586/14. */
const CASE_NUMBER = /(?<![\p{L}\p{N}])(?:(\p{L}{2,5})[\s-]?)?(\d{2,6}(?:[-/:]\d{1,6})+)(?![\p{L}\p{N}])/giu;
const YEARS = /^(19|20)\d\d-(19|20)\d\d$/;
const YEAR = /^(19|20)\d\d$/;

const NUMBERS = 'ett två tre fyra fem sex sju åtta nio tio'.split(' ').map(fold);
const ORDINALS = 'första andra tredje fjärde femte sjätte sjunde åttonde nionde tionde'.split(' ').map(fold);
const NUMBERS_EN = 'one two three four five six seven eight nine ten'.split(' ');

/** The number of a point at a place in the query, and how many words it takes. */
function pointAt(words: readonly string[], at: number): { number: number; length: number } | undefined {
	const numberOf = (word = '') => {
		const value = /^\d+$/.test(word) ? Number(word) : Math.max(NUMBERS.indexOf(word), NUMBERS_EN.indexOf(word)) + 1;
		return value >= 1 && value <= 10 ? value : undefined;
	};
	const [first = '', second = '', third = ''] = words.slice(at, at + 3).map(fold);
	const joined = /^(?:program)?(?:punkt|p)(\d{1,2})$/.exec(first);
	if (joined) {
		const number = numberOf(joined[1]);
		return number === undefined ? undefined : { number, length: 1 };
	}
	if (/^((program)?punkt(en)?|point|p)$/.test(first)) {
		const skip = /^(nr|nummer|number|no)$/.test(second) ? 2 : 1;
		const number = numberOf(skip === 2 ? third : second);
		if (number) return { number, length: skip + 1 };
	}
	const ordinal = ORDINALS.indexOf(first) + 1;
	if (ordinal > 0 && /^(program)?punkten$/.test(second)) return { number: ordinal, length: 2 };
	return undefined;
}

export const takeCaseNumbers: Numbers['takeCaseNumbers'] = (query, units) =>
	query.replace(CASE_NUMBER, (typed: string, letters: string | undefined, digits: string) => {
		if (YEARS.test(digits)) return typed;
		// Signs within a case number part it in print but not in the index.
		const number = digits.replace(/\D/g, '');
		const asks = [...new Set([number, fold(letters ?? '') + number])];
		units.push({
			typed: typed.trim(),
			kind: 'phrase',
			trust: 1,
			alternatives: asks.map((ask) => ({ ask: `"${ask}"`, weight: 1 })),
		});
		return ' ';
	});

export const unitAt: Numbers['unitAt'] = (words, at) => {
	const point = pointAt(words, at);
	if (point) {
		const value = String(point.number);
		return {
			typed: words.slice(at, at + point.length).join(' '),
			kind: 'point',
			trust: 1,
			filter: ['punkt', value],
			alternatives: [
				{ ask: ['huvudpunkt', value], weight: 1 },
				{ ask: ['punkt', value], weight: OF_FURTHER_POINT },
			],
		};
	}
	const word = words[at] as string;
	const filter: Filter = ['ar', word];
	return YEAR.test(word)
		? { typed: word, kind: 'year', trust: 1, filter, alternatives: [{ ask: filter, weight: 1 }] }
		: undefined;
};
