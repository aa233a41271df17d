/**
 * The words of the search: those that stand on the pages, compounds marked where they divide, and the thesaurus.
 * Written at build time (src/tools/lexicon.ts), read in the browser, one small file.
 */
import { editsBetween, fold, kinOf, rootsOf, wordsOf } from './swedish.ts';

/** A filter of the index and its value: `['punkt', '7']`. */
export type Filter = readonly [key: string, value: string];

/** The file as it is sent. */
export interface LexiconFile {
	/** Words in alphabetical order, each as the number of letters shared with the one before and the rest. */
	readonly words: string;
	/** Words and phrases that mean the same or lead to each other: a line each, `|` between. */
	readonly lines: string;
	/** Names of things that the index can filter by: by key a line each, `value=name|name`. */
	readonly names: Readonly<Record<string, string>>;
	/** How many pages the index holds. */
	readonly pages: number;
}

/** A word on the pages. */
export interface Word {
	readonly text: string;
	/** Its parts when it is a compound, itself otherwise. */
	readonly parts: readonly string[];
	/** Common words come before rare ones when both are as near. 0 rare, 1 common, 2 everywhere. */
	readonly common: number;
}

/** What a word or phrase is known as, beside a word on the pages. */
export interface Meaning {
	/** Related words and phrases. */
	readonly related: readonly string[];
	/** Names of the concepts that it belongs to: wider, as a rule. */
	readonly broader: readonly string[];
	/** Filters that list what is filed under it. */
	readonly filters: readonly Filter[];
}

/** The most letters that one sign can count in base 36. */
const MOST_SHARED = 35;
/** How many pages make a word common. */
const COMMON = 4;

/** @param words compounds with `|` where they divide, and the number of pages that each stands on */
export function encodeWords(words: readonly { readonly marked: string; readonly pages: number }[]): string {
	let before = '';
	return [...words]
		.sort((a, b) => (a.marked < b.marked ? -1 : 1))
		.map(({ marked, pages }) => {
			let shared = 0;
			while (shared < MOST_SHARED && shared < before.length && marked[shared] === before[shared]) shared += 1;
			before = marked;
			const rest = marked.slice(shared);
			const common = pages >= COMMON * 8 ? 2 : pages >= COMMON ? 1 : 0;
			return `${shared.toString(36)}${rest}${common || ''}`;
		})
		.join(' ');
}

function decodeWords(text: string): Word[] {
	let before = '';
	return text.split(' ').map((item) => {
		const digit = /\d$/.exec(item.slice(1))?.[0];
		const marked = before.slice(0, parseInt(item.charAt(0), 36)) + item.slice(1, digit ? -1 : undefined);
		before = marked;
		return { text: marked.replaceAll('|', ''), parts: marked.split('|'), common: Number(digit ?? 0) };
	});
}

/** The key of a phrase: its words' folded forms. */
const keyOf = (phrase: string) => wordsOf(phrase).map(fold).join(' ');

export class Lexicon {
	readonly words: readonly Word[];
	readonly pages: number;
	/** The most words that a known phrase has. */
	readonly longest: number;
	readonly #byText = new Map<string, Word>();
	readonly #byFold = new Map<string, Word[]>();
	readonly #byRoot = new Map<string, Word[]>();
	readonly #byKin = new Map<string, Word[]>();
	readonly #byPart = new Map<string, Word[]>();
	readonly #meanings = new Map<string, { related: Set<string>; broader: Set<string>; filters: Map<string, Filter> }>();
	/** Root of a single thesaurus word → the words as they are written there. */
	readonly #asked = new Map<string, Set<string>>();
	readonly #names = new Map<string, Filter>();
	/** The written name of a filter's value. */
	readonly labels = new Map<string, string>();

	constructor(file: LexiconFile) {
		this.words = decodeWords(file.words);
		this.pages = file.pages;
		for (const word of this.words) {
			this.#byText.set(word.text, word);
			push(this.#byFold, fold(word.text), word);
			for (const root of rootsOf(word.text)) push(this.#byRoot, root, word);
			for (const root of kinOf(word.text)) push(this.#byKin, root, word);
			if (word.parts.length > 1)
				for (const part of word.parts) for (const root of rootsOf(part)) push(this.#byPart, root, word);
		}
		for (const line of file.lines.split('\n')) {
			const members = line.split('|');
			for (const member of members) {
				const meaning = this.#meaning(member);
				for (const other of members) if (other !== member) meaning.related.add(other);
			}
		}
		for (const [key, items] of Object.entries(file.names))
			for (const item of items.split('\n')) {
				const [value = '', names = ''] = item.split('=');
				const filter: Filter = [key, value];
				const [label = value, ...others] = names.split('|');
				this.labels.set(`${key}:${value}`, label);
				if (key === 'kommun') for (const name of [label, ...others]) this.#names.set(keyOf(name), filter);
				// Points and levels of evidence are chosen, not searched for by name.
				else if (key !== 'punkt' && key !== 'kunskap')
					for (const name of [label, ...others]) {
						const meaning = this.#meaning(name.toLowerCase());
						meaning.filters.set(filter.join(), filter);
						if (name !== label) meaning.broader.add(label.toLowerCase());
					}
			}
		this.longest = Math.max(1, ...[...this.#meanings.keys()].map((key) => key.split(' ').length));
	}

	#meaning(phrase: string) {
		const key = keyOf(phrase);
		let meaning = this.#meanings.get(key);
		if (!meaning) {
			meaning = { related: new Set(), broader: new Set(), filters: new Map() };
			this.#meanings.set(key, meaning);
			// Only the last word of a phrase is inflected, as a rule; single words go by their roots.
			for (const root of phraseRoots(key)) {
				const known = this.#asked.get(root);
				if (known) known.add(key);
				else this.#asked.set(root, new Set([key]));
			}
		}
		return meaning;
	}

	/** The word as it is written on the pages. */
	word(text: string): Word | undefined {
		return this.#byText.get(text);
	}

	/** Words that differ at most in å ä ö, commonest first. */
	spelt(text: string): readonly Word[] {
		return [...(this.#byFold.get(fold(text)) ?? [])].sort((a, b) => b.common - a.common);
	}

	/** Other forms of a word. */
	forms(text: string): readonly Word[] {
		return unique(rootsOf(text).flatMap((root) => this.#byRoot.get(root) ?? []));
	}

	/** Words made from the same root. */
	kin(text: string): readonly Word[] {
		return unique(kinOf(text).flatMap((root) => this.#byKin.get(root) ?? []));
	}

	/** Compounds with the word in them. */
	compounds(text: string): readonly Word[] {
		return unique(rootsOf(text).flatMap((root) => this.#byPart.get(root) ?? []));
	}

	/** What the thesaurus and the vocabularies say of a word or phrase, in any form of its last word. */
	meaning(phrase: string): Meaning | undefined {
		const key = keyOf(phrase);
		const exact = this.#meanings.get(key);
		const keys = exact ? [key] : [...new Set(phraseRoots(key).flatMap((root) => [...(this.#asked.get(root) ?? [])]))];
		if (keys.length === 0) return undefined;
		const found = keys.map((item) => this.#meanings.get(item) as NonNullable<typeof exact>);
		return {
			related: [...new Set(found.flatMap(({ related }) => [...related]))].filter((item) => keyOf(item) !== key),
			broader: [...new Set(found.flatMap(({ broader }) => [...broader]))],
			filters: [...new Map(found.flatMap(({ filters }) => [...filters])).values()],
		};
	}

	/** Words that are asked for but stand on no page, for spelling. */
	*asked(): Iterable<string> {
		for (const key of this.#meanings.keys()) if (!key.includes(' ')) yield key;
	}

	/** Words on the pages that look like one that is not: the same beginning, or a few letters from it. */
	near(text: string): string[] {
		const folded = fold(text);
		return this.words
			.map((word) => ({ word, away: editsBetween(folded, fold(word.text), 3) }))
			.filter(({ word, away }) => away <= Math.min(3, Math.ceil(folded.length / 3)) && word.text.length > 3)
			.sort((a, b) => a.away - b.away || b.word.common - a.word.common)
			.slice(0, 3)
			.map(({ word }) => word.text);
	}

	/** A municipality by its name, also `goteborg` and `Lunds`. */
	municipality(name: string): Filter | undefined {
		const key = keyOf(name);
		return this.#names.get(key) ?? (key.endsWith('s') ? this.#names.get(key.slice(0, -1)) : undefined);
	}
}

/** A single word by all its roots; a phrase by the shortest root of each of its words. */
function phraseRoots(key: string): string[] {
	const words = key.split(' ');
	const shortest = (roots: string[]) => roots.reduce((a, b) => (b.length < a.length ? b : a));
	return words.length === 1 && key.length > 3
		? rootsOf(key)
		: [words.map((word) => (word.length > 4 ? shortest(rootsOf(word)) : word)).join(' ')];
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V) {
	const list = map.get(key);
	if (list) list.push(value);
	else map.set(key, [value]);
}

const unique = (words: readonly Word[]) => [...new Set(words)];
