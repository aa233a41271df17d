/**
 * Asks Pagefind's untouched index every alternative of a query and adds the answers up, page by page. Pure but for the
 * index it is handed: the same code runs in the browser and in the tests.
 */
import type { Lexicon } from './lexicon.ts';
import { fold, wordsOf } from './swedish.ts';
import { type Alternative, understand, type Understood, type Unit } from './query.ts';

/** What we use of Pagefind 1.6. */
export interface Pagefind {
	/** Counts the pages found for each value of the filters that are loaded so far. */
	search(
		query: string | null,
		options?: { filters?: Readonly<Record<string, { readonly any: readonly string[] }>> },
	): Promise<{ results: PagefindResult[]; filters: Counts }>;
	/** Loads every filter, and counts all pages. */
	filters(): Promise<Counts>;
}

/** Filter → value → pages. */
export type Counts = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** Filter → values. A page must have one of the values of every filter. */
export type Filters = Readonly<Record<string, readonly string[]>>;

/** Some of the index's pages. */
export interface Pages {
	readonly size: number;
	has(page: string): boolean;
}

export interface PagefindResult {
	/** The same for a page in every search. */
	readonly id: string;
	readonly score: number;
	/** Where in the page's text what was asked for stands, counted in words. */
	readonly words: readonly number[];
	data(): Promise<PagefindPage>;
}

export interface PagefindPage {
	readonly url: string;
	readonly content: string;
	readonly meta: Readonly<Record<string, string>>;
	readonly filters: Readonly<Record<string, readonly string[]>>;
	readonly anchors: readonly { readonly element: string; readonly id: string; readonly location: number }[];
}

export interface Hit {
	readonly id: string;
	readonly score: number;
	data(): Promise<PagefindPage>;
}

export interface Answer {
	readonly understood: Understood;
	/** Best first. */
	readonly hits: readonly Hit[];
}

export interface SearchOptions {
	/** Do not correct the spelling. */
	readonly literal?: boolean;
}

/** What a page of another kind than an example or a document counts when nobody asked for its kind. */
const KINDS: Readonly<Record<string, number>> = { begrepp: 0.08, sida: 0.4, kommun: 0.3, punkt: 0.8 };
/** Pages that another municipality than the one asked for has. */
const ELSEWHERE = 0.25;
/** How fast a page falls that lacks some of the words. */
const COVERAGE = 0.4;
/** Hits below this share of the best are left out. */
const TAIL = 0.03;
/** Less than this share of the query's weight understood, and the catalogue does not have it. */
const ENOUGH = 0.6;
/** The same for a query with at least one word of our subject: the others may be anything. */
const ENOUGH_OF_SUBJECT = 0.3;
/** How fast a page falls below the best one for a word. */
const POWER = 0.6;
const NORM = 0.95;
/** A page that has the word as the beginning of a longer one only. */
const LONGER = 0.25;
/** How much more rare words count. */
const RARE = 0.95;
/** What a word counts that is not one of our subject, beside those that are. */
const OUTSIDE = 0.6;
/** How sure a page with the word itself is: each further alternative on it takes away some of the doubt that is left. */
const SURE = 0.7;
/** How many words the title and the summary of an example have, and what a word there counts more than one further down. */
const OPENING = 45;
const IN_OPENING = 1.2;
/** How much a page gains from what is commoner among so many best ones than elsewhere: main point, method, audience. */
const BEST = 10;
const SHARED = [
	['huvudpunkt', 'punkt', 1.25],
	['metod', 'metod', 0.4],
	['malgrupp', 'malgrupp', 0.75],
] as const;
/** In a larger catalogue the words find enough by themselves, and the filters' lists of pages are long. */
const MOST_PAGES = 3000;
/** What a page counts that a filter lists. */
const FILTER = 0.8;
/** Alternatives with this weight say how the word itself begins. */
const STRONG = 0.9;
/** So many pages for the word itself, and words that only lead to it are not asked for. */
const PLENTY = 10;
/** So many pages at least half as good as a lighter alternative can make one, and it is not asked for: it would change little. */
const LOTS = 100;
/** Alternatives as heavy as this share of the heaviest left are asked together. */
const TOGETHER = 0.8;

type Scores = Map<string, number>;

/** A query that may name a point, a year or a case. */
const MAY_BE_NUMBER = /\d|punkt|point|\bp\b/i;

/** Pages that share something, and how much it counts to share it. */
type Shared = readonly [worth: number, groups: readonly Pages[]];

interface Ranked {
	readonly id: string;
	readonly score: number;
	/** Whether it is the page of the point or municipality that was asked for. */
	readonly own: boolean;
}

/** How many hits are read to see whether they hold a word as it is typed. */
const MOST_READ = 150;

export class Search {
	readonly #pagefind: Pagefind;
	readonly #lexicon: Lexicon;
	readonly #results = new Map<string, PagefindResult>();
	readonly #asked = new Map<string, Promise<Scores>>();
	readonly #counted = new Map<string, Promise<Counts>>();
	#kinds: Promise<Map<string, string>> | undefined;

	constructor(pagefind: Pagefind, lexicon: Lexicon) {
		this.#pagefind = pagefind;
		this.#lexicon = lexicon;
	}

	async search(query: string, options: SearchOptions = {}): Promise<Answer> {
		await this.#lexicon.widen(query);
		const reading = {
			...options,
			numbers: MAY_BE_NUMBER.test(query) ? await import('./numbers.ts') : undefined,
		};
		let understood = understand(query, this.#lexicon, reading);
		if (understood.units.some(({ kind }) => kind === 'unknown'))
			understood = understand(query, this.#lexicon, {
				...reading,
				spelling: await import('./spelling.ts'),
			});
		const [answered, kinds, groups] = await Promise.all([
			Promise.all(understood.units.map((unit) => this.#answer(unit))),
			this.#pageKinds(),
			this.#groups(),
		]);
		const hits = await this.#asTyped(this.#best(this.#combine(understood, answered, kinds), groups), understood);
		return { understood, hits };
	}

	/** Every page that passes filters. */
	list(filters: Filters): Promise<Pages> {
		return this.#ask(filters);
	}

	/** How many of the pages that pass filters each value has, as the index itself counts them: one question for all values. */
	count(filters: Filters): Promise<Counts> {
		return remember(this.#counted, JSON.stringify(filters), async () => {
			// The index counts what is loaded only.
			const all = await this.#pagefind.filters();
			if (Object.keys(filters).length === 0) return all;
			return (await this.#pagefind.search(null, { filters: anyOf(filters) })).filters;
		});
	}

	/** The whole catalogue, in the order of its kinds: what an empty query lists. */
	async everything(): Promise<Hit[]> {
		const lists = await Promise.all(
			['exempel', 'dokument', ...Object.keys(KINDS)].map((kind) => this.#ask({ typ: [kind] })),
		);
		return lists.flatMap((pages) => [...pages.keys()].map((id) => this.#hit(id, 1)));
	}

	#hit(id: string, score: number): Hit {
		return { id, score, data: () => (this.#results.get(id) as PagefindResult).data() };
	}

	/** One question to the index, remembered: the next letter typed asks most of it again. */
	#ask(ask: string | Filters): Promise<Scores> {
		return remember(this.#asked, JSON.stringify(ask), async () => {
			const { results } =
				typeof ask === 'string'
					? await this.#pagefind.search(ask)
					: await this.#pagefind.search(null, { filters: anyOf(ask) });
			for (const result of results) if (!this.#results.has(result.id)) this.#results.set(result.id, result);
			return new Map(
				results.map(({ id, score, words }) => [
					id,
					typeof ask !== 'string' ? 1 : score * (words.some((place) => place < OPENING) ? IN_OPENING : 1),
				]),
			);
		});
	}

	/** Page → kind, for the kinds that count less. The filter that lists those alone does not grow with the examples. */
	#pageKinds(): Promise<Map<string, string>> {
		this.#kinds ??= (async () => {
			const kinds = new Map<string, string>();
			for (const kind of Object.keys(KINDS))
				for (const id of (await this.#ask({ slag: [kind] })).keys()) kinds.set(id, kind);
			return kinds;
		})();
		return this.#kinds;
	}

	/** A unit's score for each page: how sure its alternatives together make it. */
	async #answer(unit: Unit): Promise<{ unit: Unit; scores: Scores; rarity: number }> {
		const scores: Scores = new Map();
		const core = new Set<string>();
		const ask = async ({ ask, weight }: Alternative) => {
			const single = typeof ask === 'string' && !/[ "]/.test(ask);
			const found = await this.#ask(typeof ask === 'string' ? ask : { [ask[0]]: [ask[1]] });
			const whole = single ? await this.#ask(`"${ask}"`) : undefined;
			const top = Math.max(...found.values()) ** NORM;
			for (const [id, score] of found) {
				const value =
					weight * (typeof ask === 'string' ? (score / top) ** POWER * (whole && !whole.has(id) ? LONGER : 1) : FILTER);
				scores.set(id, 1 - (1 - (scores.get(id) ?? 0)) * Math.max(0, 1 - SURE * value));
				if (weight > 0.5) core.add(id);
			}
		};
		const beginning = (text: string) => fold(text.replace(/^"/, '')).slice(0, 3);
		const itself = new Set(
			unit.alternatives.flatMap(({ ask, weight }) =>
				typeof ask === 'string' && weight >= STRONG ? [beginning(ask)] : [],
			),
		);
		const isNear = ({ ask }: Alternative) => typeof ask === 'string' && itself.has(beginning(ask));
		const isFilter = ({ ask }: Alternative) => typeof ask !== 'string';
		/** The heaviest first; in a large catalogue most of the others need not be loaded. */
		const askInTurn = async (list: readonly Alternative[]) => {
			let rest = list.toSorted((a, b) => b.weight - a.weight);
			while (rest.length > 0) {
				const [{ weight: most }] = rest as [Alternative];
				if ([...scores.values()].filter((value) => value * 2 >= most * SURE).length >= LOTS) return;
				const next = rest.filter(({ weight }) => weight >= most * TOGETHER);
				rest = rest.slice(next.length);
				await Promise.all(next.map(ask));
			}
		};
		await askInTurn(unit.alternatives.filter(isNear));
		const plenty = scores.size >= PLENTY;
		await askInTurn(unit.alternatives.filter((item) => !isNear(item) && (isFilter(item) || !plenty)));
		const rarity = Math.log(1 + this.#lexicon.pages / Math.max(1, core.size || scores.size)) ** RARE;
		return { unit, scores, rarity: unit.subject || unit.filter ? rarity : rarity * OUTSIDE };
	}

	/**
	 * The index finds har by här. A query of one such word puts first the pages that hold it as it is typed, read from
	 * the pages themselves.
	 */
	async #asTyped(hits: readonly Hit[], { units }: Understood): Promise<readonly Hit[]> {
		const word = units.length === 1 && units[0]?.kind === 'word' ? units[0].typed : '';
		const spelt = this.#lexicon.spelt(word);
		if (spelt.length < 2 || !this.#lexicon.word(word)) return hits;
		const first = await Promise.all(
			hits.slice(0, MOST_READ).map(async (hit) => ({ hit, holds: wordsOf((await hit.data()).content).includes(word) })),
		);
		const holding = first.sort((a, b) => Number(b.holds) - Number(a.holds)).map(({ hit }) => hit);
		return [...holding, ...hits.slice(MOST_READ)];
	}

	#combine(
		{ units }: Understood,
		answered: { unit: Unit; scores: Scores; rarity: number }[],
		kinds: Map<string, string>,
	): Ranked[] {
		const total = answered.reduce((sum, { rarity }) => sum + rarity, 0);
		const understood = answered.filter(({ scores }) => scores.size > 0);
		if (understood.length === 0) return [];
		const trust =
			answered.reduce((sum, { unit, scores }) => sum + (scores.size > 0 ? unit.trust : 0), 0) / units.length;
		const subject = understood.some(({ unit }) => unit.subject);
		if (trust < (subject ? ENOUGH_OF_SUBJECT : ENOUGH)) return [];
		const only = units.length === 1 ? units[0] : undefined;
		const sums: Scores = new Map();
		const covered: Scores = new Map();
		for (const { scores, rarity } of understood)
			for (const [id, score] of scores) {
				sums.set(id, (sums.get(id) ?? 0) + score * rarity);
				covered.set(id, (covered.get(id) ?? 0) + rarity * Math.min(1, score * 2));
			}
		const hasMunicipality = understood.filter(({ unit }) => unit.kind === 'municipality');
		return [...sums].map(([id, sum]) => {
			let score = sum * ((covered.get(id) ?? 0) / total) ** COVERAGE;
			const kind = kinds.get(id) ?? '';
			const own =
				(kind === 'kommun' && only?.kind === 'municipality') ||
				(kind === 'punkt' && understood.some(({ unit, scores }) => unit.kind === 'point' && scores.has(id)));
			if (own) score += sum;
			else score *= KINDS[kind] ?? 1;
			if (hasMunicipality.length > 0 && !hasMunicipality.some(({ scores }) => scores.has(id))) score *= ELSEWHERE;
			return { id, score, own };
		});
	}

	/** The pages of each main point, each method and each audience, and how much it counts to share it. */
	#groups(): Promise<readonly Shared[]> {
		return Promise.all(
			(this.#lexicon.pages > MOST_PAGES ? [] : SHARED).map(async ([filter, key, worth]) => [
				worth,
				await Promise.all(this.#lexicon.valuesOf(key).map((value) => this.list({ [filter]: [value] }))),
			]),
		);
	}

	/**
	 * The hits in order. A page on the same thing may say it in other words: what the best ones have in common, and
	 * others seldom, counts for every page that has it.
	 */
	#best(ranked: Ranked[], shared: readonly Shared[]): Hit[] {
		const sum = (list: readonly Ranked[]) => list.reduce((all, { score }) => all + score, 0);
		const best = ranked.sort((a, b) => b.score - a.score).slice(0, BEST);
		const lifts = shared.map(([worth, groups]) =>
			groups.map((pages) => {
				const share = sum(best.filter(({ id }) => pages.has(id))) / sum(best);
				const lift = (share - pages.size / this.#lexicon.pages) * worth;
				return (id: string) => (pages.has(id) ? lift : 0);
			}),
		);
		const lifted = ranked
			.map(({ id, score, own }) => ({
				id,
				own,
				score: score * lifts.reduce((all, list) => all + Math.max(0, ...list.map((lift) => lift(id))), 1),
			}))
			.sort((a, b) => Number(b.own) - Number(a.own) || b.score - a.score || (a.id < b.id ? -1 : 1));
		const least = (lifted.find(({ own }) => !own)?.score ?? 0) * TAIL;
		return lifted
			.filter(({ score }, place) => score >= least || place === 0)
			.map(({ id, score }) => this.#hit(id, score));
	}
}

const anyOf = (filters: Filters) =>
	Object.fromEntries(Object.entries(filters).map(([key, values]) => [key, { any: values }]));

/** What was answered before; what failed is asked again. */
function remember<Value>(answers: Map<string, Promise<Value>>, key: string, ask: () => Promise<Value>): Promise<Value> {
	let answer = answers.get(key);
	if (!answer) {
		answer = ask();
		answers.set(key, answer);
		answer.catch(() => answers.delete(key));
	}
	return answer;
}
