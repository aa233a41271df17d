/**
 * The words of the search: those that stand on the pages, compounds marked where they divide, and the thesaurus.
 * Written at build time (src/tools/lexicon.ts), read in the browser: one file always, and of the words that stand
 * on no page those with the same beginning as the one that somebody asks for.
 */
import { fold, kinOf, rootsOf, wordsOf } from './swedish.ts';

/** A filter of the index and its value: `['punkt', '7']`. */
export type Filter = readonly [key: string, value: string];

/** Words by what they mean. A part of them is in each file. */
export interface Thesaurus {
	/** Words and phrases that mean the same or lead to each other: a line each, `|` between. */
	readonly lines: string;
	/** Names of things that the index can filter by: by key a line each, `value=name|name`. */
	readonly names: Readonly<Record<string, string>>;
}

/** The file that every search needs. Its thesaurus has the words that stand on the pages. */
export interface LexiconFile extends Thesaurus {
	/** Words in alphabetical order, each as the number of letters shared with the one before and the rest. */
	readonly words: string;
	/** Words that ask without saying what for, folded. */
	readonly stop: string;
	/** The first letter of each part of the words that stand on no page. */
	readonly parts: string;
	/** How many pages the index holds. */
	readonly pages: number;
	/** Names that are shown and not searched for, as `names` are written. The sections' are under `avsnitt`. */
	readonly labels: Readonly<Record<string, string>>;
}

/** `ord.json`: what the files are called. */
export interface LexiconFiles {
	readonly file: string;
	/** The thesaurus's words that stand on no page, in parts by first letter. */
	readonly wide: readonly string[];
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
		const [, shared = '', rest = '', common] = /^(.)(.*?)(\d?)$/.exec(item) ?? [];
		const marked = before.slice(0, parseInt(shared, 36)) + rest;
		before = marked;
		return { text: marked.replaceAll('|', ''), parts: marked.split('|'), common: Number(common) };
	});
}

/** The key of a phrase: its words' folded forms. */
const keyOf = (phrase: string) => wordsOf(phrase).map(fold).join(' ');

interface Meanings {
	related: Set<string>;
	broader: Set<string>;
	filters: Map<string, Filter>;
}

/** Words and phrases with what they mean, found in any form. */
class Book {
	readonly byKey = new Map<string, Meanings>();
	/** The most words that a phrase has. */
	longest = 1;
	readonly #byRoot: Index<Meanings> = new Map();
	readonly #byKin: Index<Meanings> = new Map();

	/** What is known of a phrase, to add to. */
	entry(phrase: string): Meanings {
		const key = keyOf(phrase);
		let entry = this.byKey.get(key);
		if (!entry) {
			entry = { related: new Set(), broader: new Set(), filters: new Map() };
			this.byKey.set(key, entry);
			this.longest = Math.max(this.longest, key.split(' ').length);
			push(this.#byRoot, phraseRoots(key), entry);
			push(this.#byKin, wordKin(key), entry);
		}
		return entry;
	}

	/** The phrase itself, or what shares its root, or at least what is made from the same one. */
	find(key: string): readonly Meanings[] {
		const itself = this.byKey.get(key);
		if (itself) return [itself];
		const found = all(this.#byRoot, phraseRoots(key));
		return found.length > 0 ? found : all(this.#byKin, wordKin(key));
	}
}

/** The words that stand on the pages, by what they are looked up by. */
class WordIndex {
	readonly byFold: Index<Word> = new Map();
	readonly byRoot: Index<Word> = new Map();
	readonly byKin: Index<Word> = new Map();
	readonly byPart: Index<Word> = new Map();

	constructor(words: readonly Word[]) {
		for (const word of words) {
			const { text, parts } = word;
			push(this.byFold, [fold(text)], word);
			push(this.byRoot, rootsOf(text), word);
			push(this.byKin, kinOf(text), word);
			if (parts.length > 1) push(this.byPart, parts.flatMap(rootsOf), word);
		}
	}
}

export class Lexicon {
	readonly words: readonly Word[];
	readonly pages: number;
	readonly #stop: ReadonlySet<string>;
	#indexed: WordIndex | undefined;
	readonly #book = new Book();
	/** Words that stand on no page, once they are loaded. Words that do are never looked up here. */
	readonly #wide = new Book();
	readonly #lines: readonly (readonly string[])[];
	readonly #names = new Map<string, Filter>();
	/** The written name of a filter's value, in the order that they are shown. */
	readonly labels = new Map<string, string>();
	readonly #loadWide: ((part: number) => Promise<Thesaurus>) | undefined;
	readonly #parts: string;
	readonly #widened = new Map<number, Promise<void>>();

	/** @param loadWide gets a part of the words that stand on no page */
	constructor(file: LexiconFile, loadWide?: (part: number) => Promise<Thesaurus>) {
		this.#loadWide = loadWide;
		this.#parts = file.parts;
		this.words = decodeWords(file.words);
		this.pages = file.pages;
		this.#stop = new Set(file.stop.split(' '));
		this.#lines = file.lines.split('\n').map((line) => line.split('|').filter(Boolean));
		for (const members of this.#lines) this.#relate(this.#book, members, members);
		for (const [key, items] of Object.entries({ ...file.labels, ...file.names }))
			for (const [value, own] of readNames(items)) {
				const [label = value] = own;
				this.labels.set(`${key}:${value}`, label);
				if (key === 'kommun') for (const name of own) this.#names.set(keyOf(name), [key, value]);
				// A point's name leads to what is filed there first.
				else if (key === 'punkt') this.#book.entry(label).filters.set(value, ['huvudpunkt', value]);
				else if (key in file.names) this.#name(this.#book, [key, value], own);
			}
	}

	/** The most words that a known phrase has. */
	get longest(): number {
		return Math.max(this.#book.longest, this.#wide.longest);
	}

	/** Made for the first query: a list without one needs the names only, and making it keeps the page busy. */
	get #index(): WordIndex {
		return (this.#indexed ??= new WordIndex(this.words));
	}

	/** Loads the words that stand on no page and begin as one of the query's that stands on none. */
	async widen(query: string): Promise<void> {
		const parts = wordsOf(query).flatMap((word) => (this.isKnown(word) ? [] : [partOf(word, this.#parts)]));
		await Promise.all([...new Set(parts)].map((part) => this.#widen(part)));
	}

	#widen(part: number): Promise<void> | undefined {
		let widened = this.#widened.get(part);
		if (!widened && this.#loadWide) {
			widened = this.#loadWide(part).then(({ lines, names }) => {
				lines
					.split('\n')
					.forEach((line, number) =>
						this.#relate(this.#wide, line.split('|').filter(Boolean), this.#lines[number] ?? []),
					);
				for (const [key, items] of Object.entries(names))
					for (const [value, own] of readNames(items)) this.#name(this.#wide, [key, value], own);
			});
			this.#widened.set(part, widened);
			widened.catch(() => this.#widened.delete(part));
		}
		return widened;
	}

	#relate(book: Book, members: readonly string[], known: readonly string[]) {
		for (const member of members) {
			const { related } = book.entry(member);
			for (const other of known) if (other !== member) related.add(other);
		}
	}

	#name(book: Book, filter: Filter, names: readonly string[]) {
		const label = this.labels.get(filter.join(':')) as string;
		for (const name of names) {
			const entry = book.entry(name.toLowerCase());
			entry.filters.set(filter.join(), filter);
			if (name !== label) entry.broader.add(label.toLowerCase());
		}
	}

	/** What a filter's value is called; a point with its number. */
	label(key: string, value: string): string {
		const name = this.labels.get(`${key}:${value}`) ?? value;
		return key === 'punkt' ? `${value} ${name}` : name;
	}

	/** Every value of a filter. */
	valuesOf(key: string): string[] {
		return [...this.labels.keys()].flatMap((name) => {
			const [own, value] = name.split(':') as [string, string];
			return own === key ? value : [];
		});
	}

	/** Whether a word only asks, without saying what for. */
	isStop(word: string): boolean {
		return this.#stop.has(fold(word));
	}

	/** Whether a word, in any form, stands on a page, or needs none to be understood. */
	isKnown(word: string): boolean {
		return (
			this.isStop(word) ||
			!/^\p{L}{2}/u.test(word) ||
			this.forms(word).length > 0 ||
			this.compounds(word).length > 0 ||
			Boolean(this.municipality(word))
		);
	}

	/** The word as it is written on the pages. */
	word(text: string): Word | undefined {
		return this.spelt(text).find((word) => word.text === text);
	}

	/** Words that differ at most in å ä ö, commonest first. */
	spelt(text: string): readonly Word[] {
		return all(this.#index.byFold, [fold(text)]).sort((a, b) => b.common - a.common);
	}

	/** Other forms of a word. */
	forms(text: string): readonly Word[] {
		return all(this.#index.byRoot, rootsOf(text));
	}

	/** Words made from the same root. */
	kin(text: string): readonly Word[] {
		return all(this.#index.byKin, kinOf(text));
	}

	/** Compounds with the word in them. */
	compounds(text: string): readonly Word[] {
		return all(this.#index.byPart, rootsOf(text));
	}

	/** What the thesaurus and the vocabularies say of a word or phrase, in any form of its last word. */
	meaning(phrase: string): Meaning | undefined {
		const key = keyOf(phrase);
		const known = this.#book.find(key);
		const found =
			known.length > 0 || wordsOf(phrase).every((word) => this.isKnown(word)) ? known : this.#wide.find(key);
		if (found.length === 0) return undefined;
		return {
			related: [...new Set(found.flatMap(({ related }) => [...related]))].filter((item) => keyOf(item) !== key),
			broader: [...new Set(found.flatMap(({ broader }) => [...broader]))],
			filters: [...new Map(found.flatMap(({ filters }) => [...filters])).values()],
		};
	}

	/** Words that are asked for but stand on no page, for spelling; those that begin as the one typed. */
	*asked(typed: string): Iterable<string> {
		const part = partOf(typed, this.#parts);
		for (const { byKey } of [this.#book, this.#wide])
			for (const key of byKey.keys()) if (!key.includes(' ') && partOf(key, this.#parts) === part) yield key;
	}

	/** A municipality by its name, also `goteborg` and `Lunds`. */
	municipality(name: string): Filter | undefined {
		const key = keyOf(name);
		return this.#names.get(key) ?? (key.endsWith('s') ? this.#names.get(key.slice(0, -1)) : undefined);
	}
}

const readNames = (items: string) =>
	items
		.split('\n')
		.filter(Boolean)
		.map((item): [value: string, names: string[]] => {
			const [value = '', names = ''] = item.split('=');
			return [value, names.split('|').filter(Boolean)];
		});

/** A single word by all its roots; a phrase by the shortest root of each of its words. */
function phraseRoots(key: string): string[] {
	const words = key.split(' ');
	const shortest = (roots: string[]) => roots.reduce((a, b) => (b.length < a.length ? b : a));
	return words.length === 1 && key.length > 3
		? rootsOf(key)
		: [words.map((word) => (word.length > 4 ? shortest(rootsOf(word)) : word)).join(' ')];
}

/** Which part of the words that stand on no page a word belongs to, by its first letter. */
export const partOf = (word: string, parts: string) =>
	Math.max(
		0,
		[...parts].findLastIndex((first) => first <= fold(word).charAt(0)),
	);

/** Single words by the roots of words made from them, long enough to mean something. */
const wordKin = (key: string) =>
	key.includes(' ') || key.length < 6 ? [] : kinOf(key).filter((root) => root.length > 4);

/** Things by what they are found by. */
type Index<T> = Map<string, T[]>;

function push<T>(index: Index<T>, keys: readonly string[], item: T) {
	for (const key of keys) {
		const list = index.get(key);
		if (list) list.push(item);
		else index.set(key, [item]);
	}
}

/** What is found by any of the keys. */
const all = <T>(index: Index<T>, keys: readonly string[]): T[] => [
	...new Set(keys.flatMap((key) => index.get(key) ?? [])),
];
