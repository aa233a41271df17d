/**
 * What a word that stands on no page and in no list was meant to be: misspelt, or a compound that no page has. Loaded
 * only for a query with such a word.
 */
import type { Lexicon } from './lexicon.ts';
import { type Alternative, type Guess, lower } from './query.ts';
import { fold, rootsOf } from './swedish.ts';

const PIECES = 0.5;

export const guess: Guess = (typed, lexicon, waysOf) => {
	const near = nearest(typed, 1, lexicon) ?? nearestStem(typed, lexicon);
	if (near) return readAs(near, typed.length > 5 ? 0.9 : 0.6);
	for (let at = 3; at <= typed.length - 3; at += 1) {
		const [first, second] = [typed.slice(0, at), typed.slice(at)];
		const bare = first.replace(/[sua]$/, '');
		const head = piece(second);
		const start = piece(first) ?? piece(bare);
		if (head && start)
			return {
				// Two words of our subject make a compound of our subject: ungdomsenkät. Others are chance: bad|platser.
				trust: (lexicon.meaning(first) ?? lexicon.meaning(bare)) && lexicon.meaning(second) ? 0.7 : 0.3,
				alternatives: lower([...start, ...head], PIECES),
			};
	}
	const far = typed.length >= 7 ? nearest(typed, 2, lexicon) : undefined;
	return far ? readAs(far, 0.6) : undefined;

	function piece(part: string): readonly Alternative[] | undefined {
		if (part.length < 3) return undefined;
		const found = waysOf(part);
		return found.length > 0 && (lexicon.forms(part).length > 0 || lexicon.compounds(part).length > 0)
			? found
			: undefined;
	}

	function readAs(word: string, trust: number) {
		return { trust, readAs: word, alternatives: waysOf(word) };
	}
};

/** A misspelt form of a word whose other forms stand on the pages: what it is near without its ending. */
function nearestStem(typed: string, lexicon: Lexicon): string | undefined {
	for (const stem of rootsOf(typed)) {
		const near = stem.length > 4 && stem.length < typed.length ? nearest(stem, 1, lexicon) : undefined;
		if (near) return near;
	}
	return undefined;
}

/** The commonest known word so many edits away; the first letter is seldom wrong. */
function nearest(typed: string, edits: number, lexicon: Lexicon): string | undefined {
	if (typed.length < 4) return undefined;
	const folded = fold(typed);
	let found: { text: string; rank: number } | undefined;
	const consider = (text: string, common: number) => {
		const other = fold(text);
		if (other.length < 4 || Math.abs(other.length - folded.length) > edits) return;
		const away = editsBetween(folded, other, edits);
		if (away > edits) return;
		const rank = common + (other[0] === folded[0] ? 3 : 0) + (other.at(-1) === folded.at(-1) ? 1 : 0) - away * 4;
		if (!found || rank > found.rank) found = { text, rank };
	};
	for (const { text, common } of lexicon.words) consider(text, common);
	for (const text of lexicon.asked(typed)) consider(text, 1);
	return found?.text;
}

/** Words on the pages that look like one that is not: the same beginning, or a few letters from it. */
export function similar(text: string, lexicon: Lexicon): string[] {
	const folded = fold(text);
	return lexicon.words
		.map((word) => ({ word, away: editsBetween(folded, fold(word.text), 3) }))
		.filter(({ word, away }) => away <= Math.min(3, Math.ceil(folded.length / 3)) && word.text.length > 3)
		.sort((a, b) => a.away - b.away || b.word.common - a.word.common)
		.slice(0, 3)
		.map(({ word }) => word.text);
}

/** How many letters are added, left out, changed or exchanged, counted no further than `most`. */
function editsBetween(a: string, b: string, most: number): number {
	if (Math.abs(a.length - b.length) > most) return most + 1;
	let before: number[] = [];
	let last = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (let i = 1; i <= a.length; i += 1) {
		const row = [i];
		let least = i;
		for (let j = 1; j <= b.length; j += 1) {
			const same = a[i - 1] === b[j - 1] ? 0 : 1;
			let edits = Math.min((last[j] as number) + 1, (row[j - 1] as number) + 1, (last[j - 1] as number) + same);
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
				edits = Math.min(edits, (before[j - 2] as number) + 1);
			row.push(edits);
			least = Math.min(least, edits);
		}
		if (least > most) return most + 1;
		before = last;
		last = row;
	}
	return last[b.length] as number;
}
