/**
 * Which pages need not be rendered again. While a page renders, every question that it puts to the catalogue is noted.
 * Next time it would come out the same if the code, its props and the answers to those questions are the same: nobody
 * lists by hand what a page shows, so nothing can be left out of the list (docs/beslut/0047).
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { hash } from 'node:crypto';
import type { Catalogue } from './catalogue/catalogue.ts';

const prints = new WeakMap<object, string>();

/** What is no longer than this stands for itself: to digest it and remember that costs more. */
const SHORT = 64;

/** A short text that differs when anything in a value differs, however deep. A large object is gone through once. */
export function fingerprint(value: unknown): string {
	if (typeof value !== 'object' || value === null) return `${typeof value} ${String(value).length} ${String(value)}`;
	const known = prints.get(value);
	if (known !== undefined) return known;
	let print: string;
	if (Array.isArray(value)) {
		print = `list ${value.length}`;
		for (const item of value) print += `\n${fingerprint(item)}`;
	} else {
		const keys = Object.keys(value);
		print = `record ${keys.length}`;
		for (const key of keys) print += `\n${key}=${fingerprint((value as Record<string, unknown>)[key])}`;
	}
	if (print.length <= SHORT) return print;
	print = hash('sha1', print, 'base64');
	prints.set(value, print);
	return print;
}

/** Spares us to go through things that another process has gone through. */
export function learn(known: ReadonlyMap<object, string>): void {
	for (const [thing, print] of known) prints.set(thing, print);
}

/** Paths of a route, each with the fingerprint of its props as Astro's cache key. */
export const withKeys = <T extends { readonly props: unknown }>(paths: readonly T[]): (T & { cacheKey: string })[] =>
	paths.map((path) => ({ ...path, cacheKey: fingerprint(path.props) }));

/** One for the whole process: the bundle that renders and the build that asks hold different copies of this module. */
function shared<T>(name: string, make: () => T): T {
	const place = globalThis as unknown as Record<symbol, T | undefined>;
	return (place[Symbol.for(`tiopunkten.${name}`)] ??= make());
}

const reader = shared('reader', () => new AsyncLocalStorage<Set<string>>());

/** Does some work and notes the questions it asks in `questions`. */
export const noting = <T>(questions: Set<string>, work: () => T): T => reader.run(questions, work);

/** A question nobody can ask again, so that whatever asked it is always made anew. */
const UNKNOWN = '?';

/** The catalogue, with every question to it noted, and the answers as fingerprints. */
export class Watched {
	readonly catalogue: Catalogue;
	readonly #plain: Catalogue;
	readonly #digests: ReadonlyMap<string, string>;
	readonly #names = new Map<object, string>();
	readonly #things = new Map<string, object>();
	readonly #answers = new Map<string, string>();

	/** @param digests what identifies the text of each file, `content/exempel/lund-mr-stad.mdx` */
	constructor(catalogue: Catalogue, digests: ReadonlyMap<string, string>) {
		this.#plain = catalogue;
		this.#digests = digests;
		const name = (thing: object, as: string) => {
			this.#names.set(thing, as);
			this.#things.set(as, thing);
		};
		for (const point of catalogue.points) name(point, `point/${point.number}`);
		for (const concept of catalogue.concepts) name(concept, `concept/${concept.kind}/${concept.id}`);
		for (const thing of catalogue.municipalities) name(thing, `municipality/${thing.id}`);
		for (const thing of catalogue.examples) name(thing, `example/${thing.id}`);
		for (const thing of catalogue.documents) name(thing, `document/${thing.id}`);
		this.catalogue = new Proxy(catalogue, {
			get: (target, key: keyof Catalogue & string) => {
				const value: unknown = target[key];
				if (typeof value !== 'function') {
					note(key);
					return value;
				}
				return (...asked: unknown[]) => {
					const named = asked.length === 1 && this.#names.get(asked[0] as object);
					note(named ? `${key} ${named}` : UNKNOWN);
					return (value as (...given: unknown[]) => unknown)(...asked);
				};
			},
		});
	}

	/** The answer to a question as it is now, as a fingerprint. */
	answer(question: string): string {
		let answer = this.#answers.get(question);
		if (answer === undefined) this.#answers.set(question, (answer = this.#ask(question)));
		return answer;
	}

	#ask(question: string): string {
		const [key, named] = question.split(' ') as [string, string | undefined];
		if (key === 'body') return this.#digests.get(named ?? '') ?? 'no body';
		if (question === UNKNOWN) return String(Math.random());
		const value: unknown = this.#plain[key as keyof Catalogue];
		if (named === undefined) return fingerprint(value);
		const thing = this.#things.get(named);
		return thing && typeof value === 'function'
			? fingerprint((value as (given: object) => unknown)(thing))
			: 'no longer there';
	}
}

function note(question: string): void {
	reader.getStore()?.add(question);
}

/** Notes that the body of a file is read. */
export const noteBody = (file: string) => note(`body ${file}`);

/** Where the bundle that renders leaves the catalogue for the build that asks. */
export const rendered = shared('rendered', (): { watched?: Watched } => ({}));

/** What a page or a file rested on: the fingerprint of what it is about, and what it asked, by place among the answers. */
interface Thing {
	readonly key: string;
	readonly asked: readonly number[];
}

/** What some pages or files rested on. */
export interface Ledger {
	/** By name. */
	readonly things: Readonly<Record<string, Thing>>;
	readonly answers: readonly (readonly [question: string, answer: string])[];
}

/**
 * Holds what is about to be made against what it rested on last time.
 *
 * @param before the last build's ledger; undefined where there is none
 */
export function openLedger(watched: Watched, before: Ledger = { things: {}, answers: [] }) {
	const isSame = before.answers.map(([question, answer]) => watched.answer(question) === answer);
	const noted = new Map<string, Thing | { readonly key: string; readonly questions: ReadonlySet<string> }>();
	return {
		/** Whether a thing would come out as it did last time. It is then remembered as it was. */
		stands(name: string, key: string): boolean {
			const thing = before.things[name];
			if (thing?.key !== key || !thing.asked.every((place) => isSame[place])) return false;
			noted.set(name, thing);
			return true;
		},
		/** Makes a thing, and remembers what it asks until it is done. */
		make<T>(name: string, key: string, work: () => T): T {
			const questions = new Set<string>();
			noted.set(name, { key, questions });
			return noting(questions, work);
		},
		/** The ledger for the next build. */
		close(): Ledger {
			const places = new Map<string, number>();
			const placeOf = (question: string) => {
				const place = places.get(question) ?? places.size;
				places.set(question, place);
				return place;
			};
			/** The new place of an answer, by its old one. */
			const moved: number[] = [];
			const placeAgain = (place: number) => (moved[place] ??= placeOf(before.answers[place]?.[0] as string));
			const things = Object.fromEntries(
				[...noted].map(([name, thing]) => {
					const asked = 'asked' in thing ? thing.asked.map(placeAgain) : [...thing.questions].map(placeOf);
					return [name, { key: thing.key, asked }];
				}),
			);
			return { things, answers: [...places.keys()].map((question) => [question, watched.answer(question)]) };
		},
	};
}
