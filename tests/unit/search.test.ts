/** The search's own rules, with an index of a few made-up pages. How well it answers is measured in the site ring. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Pagefind, Search } from '../../src/search/engine.ts';
import { encodeWords, Lexicon } from '../../src/search/lexicon.ts';
import { understand } from '../../src/search/query.ts';
import { STOP_WORDS } from '../../src/search/stop-words.ts';
import { isFormOf } from '../../src/search/swedish.ts';

const lexiconOf = (words: readonly string[], pages = 20) =>
	new Lexicon({
		words: encodeWords(words.map((marked) => ({ marked, pages: 1 }))),
		stop: STOP_WORDS.join(' '),
		parts: '',
		pages,
		lines: '',
		labels: {},
		names: { punkt: '1=Nätverk', metod: 'natverk=Nätverk\nenkat=Enkät', malgrupp: 'unga=Unga' },
	});

/** Page → how well each word of it answers and where it stands, and what it is filed under. */
type Pages = Readonly<
	Record<string, { words: Readonly<Record<string, [score: number, place: number]>>; under: string[] }>
>;

function indexOf(pages: Pages): Pagefind {
	const result = (id: string, score: number, words: number[]) => ({ id, score, words, data: () => Promise.reject() });
	return {
		filters: () => Promise.resolve({}),
		search: (query, { filters = {} } = {}) => {
			const wanted = Object.entries(filters).map(([key, { any }]) => `${key}:${any[0]}`);
			const results = Object.entries(pages).flatMap(([id, { words, under }]) => {
				if (!wanted.every((item) => item === 'typ:exempel' || under.includes(item))) return [];
				if (query === null) return [result(id, 1, [])];
				const found = words[query.replaceAll('"', '')];
				return found ? [result(id, found[0], [found[1]])] : [];
			});
			return Promise.resolve({ results, filters: {} });
		},
	};
}

const order = async (pages: Pages, query: string, size?: number) => {
	const words = [...new Set(Object.values(pages).flatMap((page) => Object.keys(page.words)))];
	const { hits } = await new Search(indexOf(pages), lexiconOf(words, size)).search(query);
	return hits.map(({ id }) => id);
};

describe('the order of the hits', () => {
	const alike: Pages = {
		a: { words: { rykten: [20, 90] }, under: ['metod:natverk'] },
		b: { words: { rykten: [9, 90] }, under: [] },
		c: { words: { rykten: [9, 90] }, under: ['metod:natverk'] },
	};

	test('of two pages that hold the word alike, the one that shares the best page’s method comes first', async () =>
		assert.deepEqual(await order(alike, 'rykten'), ['a', 'c', 'b']));

	test('what nearly every page has in common tells nothing', async () =>
		assert.deepEqual(await order(alike, 'rykten', 2), ['a', 'b', 'c']));

	test('a large catalogue is not asked what its pages have in common', async () =>
		assert.deepEqual(await order(alike, 'rykten', 10_000), ['a', 'b', 'c']));

	test('a word in the title or the summary counts more than one further down', async () =>
		assert.deepEqual(
			await order(
				{ a: { words: { rykten: [10, 90] }, under: [] }, b: { words: { rykten: [10, 4] }, under: [] } },
				'rykten',
			),
			['b', 'a'],
		));

	test('a page with both words comes before one that has the rarer word better', async () =>
		assert.deepEqual(
			await order(
				{
					a: { words: { rykten: [20, 90] }, under: [] },
					b: { words: { rykten: [15, 90], unga: [15, 90] }, under: [] },
				},
				'unga rykten',
			),
			['b', 'a'],
		));
});

describe('the words of a question', () => {
	const typed = (query: string) =>
		understand(query, lexiconOf(['enkät', 'personalen', 'folk', 'behöver', 'hände'])).units.map((unit) => unit.typed);

	test('words that only ask are left out, whatever their form', () => {
		assert.deepEqual(typed('vad behöver folk veta om enkät till personalen'), ['enkät', 'personalen']);
		assert.deepEqual(typed('vad hände egentligen efter enkät'), ['enkät']);
	});

	test('they are searched for when there is nothing else', () =>
		assert.deepEqual(typed('folk behöver'), ['folk', 'behöver']));
});

describe('forms of a word', () => {
	test('short nouns are known in every form', () => {
		for (const [a, b] of [
			['hat', 'hatet'],
			['råd', 'råden'],
			['bok', 'böcker'],
			['vän', 'vänner'],
		] as const)
			assert.ok(isFormOf(a, b), `${a} ${b}`);
	});

	test('an ending of a verb does not make a form of three letters', () => {
		for (const [a, b] of [
			['vän', 'vände'],
			['lag', 'lagade'],
			['var', 'värde'],
		] as const)
			assert.ok(!isFormOf(a, b), `${a} ${b}`);
	});
});
