/**
 * From what somebody typed to what the index is asked: points and municipalities as filters, stop words left out, each
 * word and phrase with its alternatives and how much each counts. Only words that stand on the pages are asked for, so
 * that a word the catalogue does not have is met with silence instead of the nearest beginning.
 */
import { type Filter, type Lexicon, type Word } from './lexicon.ts';
import { fold, isFormOf, rootsOf, wordsOf } from './swedish.ts';

/** One thing to ask the index, and how much an answer counts. */
export interface Alternative {
	/** Words to find, or a filter that lists pages. */
	readonly ask: string | Filter;
	readonly weight: number;
}

/** One word, phrase, point or municipality of the query. */
export interface Unit {
	/** As the reader typed it. */
	readonly typed: string;
	readonly kind: 'word' | 'phrase' | 'point' | 'municipality' | 'year' | 'unknown';
	/** The best first. */
	readonly alternatives: readonly Alternative[];
	/** How sure it is that the word is meant: 1 for a known word, less for a guess, 0 for none. */
	readonly trust: number;
	/** Whether the thesaurus has it: a word of our subject. */
	readonly subject?: boolean | undefined;
	/** The word it was taken for when it was not known as typed. */
	readonly readAs?: string | undefined;
	/** For points, municipalities and years. */
	readonly filter?: Filter | undefined;
}

export interface Understood {
	readonly query: string;
	readonly units: readonly Unit[];
	/** The query with the spelling that was searched for, when it is another. */
	readonly corrected?: string | undefined;
	/** Whether only what was typed is searched for. */
	readonly literal: boolean;
}

// How much an alternative counts beside the word itself.
const FORM = 0.5;
const KIN = 0.45;
const COMPOUND = 0.5;
const RELATED = 0.65;
const RELATED_PART = 0.4;
const BROADER = 0.45;
const CONCEPT = 0.55;
const PHRASE_PART = 0.3;
const PART = 0.25;
const MOST_COMPOUNDS = 8;

/** @param waysOf how a word can stand on the pages, nothing for a word that does not */
export type Guess = (
	typed: string,
	lexicon: Lexicon,
	waysOf: (word: string) => readonly Alternative[],
) => Pick<Unit, 'alternatives' | 'readAs' | 'trust'> | undefined;

/** What numbers and the words beside them stand for. */
export interface Numbers {
	/** Takes case numbers from a query. @returns the rest of it */
	takeCaseNumbers(query: string, units: Unit[]): string;
	/** The point or the year at a place in the query. */
	unitAt(words: readonly string[], at: number): Unit | undefined;
}

interface Reading {
	/** Search for the words as they are typed, without correcting them. */
	readonly literal?: boolean | undefined;
	/** Reads points, years and case numbers (src/search/numbers.ts); needed when the query may have any. */
	readonly numbers?: Numbers | undefined;
	/** Guesses what an unknown word was meant to be (src/search/spelling.ts). */
	readonly spelling?: { readonly guess: Guess } | undefined;
}

export function understand(
	query: string,
	lexicon: Lexicon,
	{ literal = false, numbers, spelling }: Reading = {},
): Understood {
	const units: Unit[] = [];
	const quoted: string[] = [];
	const rest = query.replace(/["”“]([^"”“]+)["”“]/g, (_, phrase: string) => {
		quoted.push(phrase);
		return ' ';
	});
	for (const phrase of quoted)
		units.push({
			typed: phrase,
			kind: 'phrase',
			trust: 1,
			alternatives: [{ ask: `"${wordsOf(phrase).join(' ')}"`, weight: 1 }],
		});

	const words = wordsOf(numbers?.takeCaseNumbers(rest, units) ?? rest);
	const texts: string[][] = [];
	for (let at = 0; at < words.length;) {
		const number = numbers?.unitAt(words, at);
		if (number) {
			units.push(number);
			at += number.typed.split(' ').length;
			continue;
		}
		const length = [2, 1].find(
			(size) => at + size <= words.length && lexicon.municipality(words.slice(at, at + size).join(' ')),
		);
		if (length) {
			const typed = words.slice(at, at + length).join(' ');
			const filter = lexicon.municipality(typed) as Filter;
			units.push({ typed, kind: 'municipality', trust: 1, filter, alternatives: [{ ask: filter, weight: 1 }] });
			at += length;
			continue;
		}
		const size = phraseAt(words, at);
		texts.push(words.slice(at, at + size));
		at += size;
	}
	const telling = texts.filter((group) => group.length > 1 || !lexicon.isStop(group[0] as string));
	const asked = telling.length > 0 || units.length > 0 ? telling : texts;
	units.push(...asked.map((group) => unitFor(group.join(' '))));
	const corrected = units.some(({ readAs }) => readAs)
		? units.reduce((text, { typed, readAs }) => (readAs ? text.replace(typed, readAs) : text), query.toLowerCase())
		: undefined;
	return { query, units, corrected, literal };

	/** The longest known phrase that begins here; a joined word counts, as in anti-rumour. */
	function phraseAt(list: readonly string[], at: number): number {
		for (let size = Math.min(lexicon.longest, list.length - at); size > 1; size -= 1)
			if (lexicon.meaning(list.slice(at, at + size).join(' '))) return size;
		return 1;
	}

	function unitFor(typed: string): Unit {
		if (literal) return { typed, kind: 'word', trust: 1, alternatives: known(typed) };
		const phrase = typed.includes(' ');
		const found = known(typed);
		const meaning = meant(typed);
		if (phrase) {
			const words = typed.split(' ').filter((word) => !lexicon.isStop(word));
			const parts = words.flatMap((word) => lower([...known(word), ...meant(word)], PHRASE_PART));
			return {
				typed,
				kind: 'phrase',
				trust: 1,
				subject: meaning.length > 0,
				alternatives: best([...found, ...meaning, ...parts]),
			};
		}
		const near = [...found, ...meaning];
		if (near.length > 0)
			return { typed, kind: 'word', trust: 1, subject: meaning.length > 0, alternatives: best(near) };
		const guessed = spelling?.guess(typed, lexicon, (word) => [...known(word), ...meant(word)]);
		return guessed
			? { ...guessed, typed, kind: 'word', alternatives: best(guessed.alternatives) }
			: { typed, kind: 'unknown', trust: 0, alternatives: [] };
	}

	/** Ways in which the word itself, its forms and its compounds stand on the pages. */
	function known(typed: string): Alternative[] {
		if (typed.includes(' ')) {
			const all = typed.split(' ').every((word) => lexicon.isStop(word) || lexicon.forms(word).length > 0);
			return all
				? [
						{ ask: `"${typed}"`, weight: 1 },
						{ ask: typed, weight: 1 },
					]
				: [];
		}
		const exact = lexicon.word(typed);
		const spelt = exact
			? [exact]
			: lexicon
					.spelt(typed)
					.filter(({ text }) => keepsMarks(typed, text))
					.slice(0, 2);
		const itself = spelt.map(({ text }): Alternative => ({ ask: text, weight: 1 }));
		// A word that differs only in å ä ö from the one typed is another word: har – här, lån – län.
		const other = (word: Word) =>
			!spelt.includes(word) && (fold(word.text) === fold(typed) || !sharesMarks(typed, word.text));
		// An inflected word that stands on no page is meant as the shorter ones that do.
		const forms = pick(
			lexicon.forms(typed).filter((word) => !other(word)),
			FORM,
			8,
		).map(({ ask, weight }): Alternative => ({
			ask,
			weight: itself.length === 0 && ask.length < typed.length ? 1 : weight,
		}));
		const kin = pick(
			lexicon.kin(typed).filter((word) => !other(word)),
			KIN,
			6,
		);
		const compounds = compoundsOf(typed, COMPOUND, MOST_COMPOUNDS);
		const parts = spelt.flatMap(({ parts }) =>
			parts.length > 1 ? parts.flatMap((part) => pick(lexicon.forms(part), PART, 1)) : [],
		);
		return [...itself, ...forms, ...kin, ...compounds, ...parts];
	}

	function compoundsOf(word: string, weight: number, most: number): Alternative[] {
		const all = lexicon
			.compounds(word)
			.filter(({ parts }) => parts.some((part) => isFormOf(part, word) && sharesMarks(word, part, true)));
		return pick(all, weight, most);
	}

	function meant(typed: string): Alternative[] {
		const meaning = lexicon.meaning(typed);
		if (!meaning) return [];
		return [
			...meaning.filters.map((ask): Alternative => ({ ask, weight: CONCEPT })),
			...meaning.broader.flatMap((label) => lower(known(label).slice(0, 2), BROADER)),
			...meaning.related.flatMap((related): Alternative[] => {
				if (related.includes(' ')) return lower(known(related), RELATED);
				const exact = lexicon.word(related) ?? lexicon.forms(related).find(({ text }) => sharesMarks(related, text));
				return [...(exact ? [{ ask: exact.text, weight: RELATED }] : []), ...compoundsOf(related, RELATED_PART, 6)];
			}),
		];
	}

	function pick(list: readonly Word[], weight: number, most: number): Alternative[] {
		return [...list]
			.sort((a, b) => b.common - a.common)
			.slice(0, most)
			.map(({ text }) => ({ ask: text, weight }));
	}
}

/** Whether every å, ä and ö that was typed stands in the word too; the ones left out may be filled in. */
const keepsMarks = (typed: string, word: string) =>
	[...typed].every((letter, place) => letter === word[place] || fold(letter) === letter);

/** Whether no letter of the beginning differs in its mark: lån is no form of länet; in longer words städer is one of stad. */
const sharesMarks = (typed: string, word: string, all = false) =>
	[...typed].every((letter, place) => {
		const there = word[place] ?? letter;
		return (
			letter === there ||
			fold(letter) !== fold(there) ||
			fold(letter) === letter ||
			(!all && typed.length > 4 && fold(there) === there)
		);
	});

/** The same alternatives, each counting less. */
export const lower = (list: readonly Alternative[], factor: number) =>
	list.map(({ ask, weight }): Alternative => ({ ask, weight: weight * factor }));

/** Each question once, at its highest weight. */
function best(list: readonly Alternative[]): Alternative[] {
	const found = new Map<string, Alternative>();
	for (const alternative of list) {
		const key = String(alternative.ask);
		const earlier = found.get(key);
		if (!earlier || earlier.weight < alternative.weight) found.set(key, alternative);
	}
	return [...found.values()].sort((a, b) => b.weight - a.weight);
}

/** Whether a word of a text is one that was searched for: for marking hits. */
export function matcher({ units }: Understood, lexicon: Lexicon): (word: string) => boolean {
	const roots = new Set<string>();
	for (const { alternatives } of units)
		for (const { ask } of alternatives)
			if (typeof ask === 'string')
				for (const word of wordsOf(ask)) if (!lexicon.isStop(word)) for (const root of rootsOf(word)) roots.add(root);
	return (word) => rootsOf(word).some((root) => roots.has(root));
}
