import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { checkCatalogue } from '../../src/catalogue/checks.ts';
import { searchWordsSchema } from '../../src/catalogue/schema.ts';
import {
	concept,
	entries,
	example,
	municipality,
	paper,
	point,
	problemsOf,
	searchWords,
	source,
	TODAY,
} from '../support/entries.ts';

const type = concept('dokumenttyper', 'motion');

describe('checkCatalogue', () => {
	test('finds nothing wrong with entries that fit', () => assert.deepEqual(problemsOf(), []));

	const cases: readonly [string, Parameters<typeof problemsOf>[0], string][] = [
		[
			'an unknown municipality',
			{ examples: [example('a', { municipalities: ['lund', 'kiruna'] })] },
			'content/exempel/a.mdx municipalities.1: Kommunen ”kiruna” finns inte.',
		],
		[
			'an unknown source',
			{
				examples: [
					example('a', {
						sources: [
							{ id: 'kalla', supports: 'X' },
							{ id: 'b', supports: 'X' },
						],
					}),
				],
			},
			'sources.1.id: Källan ”b” finns inte.',
		],
		[
			'an unknown method',
			{ examples: [example('a', { methods: ['magi'] })] },
			'methods.0: Metoden ”magi” finns inte. Välj ett id ur content/begrepp/metoder.yml.',
		],
		[
			'a concept of the wrong kind',
			{ examples: [example('a', { methods: ['motion'] })] },
			'methods.0: Metoden ”motion” finns inte.',
		],
		[
			'an unknown document type',
			{ documents: [paper('d', { type: 'brev' })] },
			'type: Dokumenttypen ”brev” finns inte.',
		],
		[
			'a document that points to nothing',
			{ documents: [paper('d', { examples: [{ id: 'x', tie: 'namns' }] })] },
			'examples.0.id: Exemplet ”x” finns inte.',
		],
		[
			'a document that points to a withdrawn example',
			{
				examples: [example('a', { status: 'withdrawn', withdrawn: { date: '2026-02-01', reason: 'Fel.' } })],
				documents: [paper('d', { examples: [{ id: 'a', tie: 'namns' }] })],
			},
			'Exemplet ”a” är tillbakadraget. Ta bort hänvisningen.',
		],
		[
			'a document that points to a merged example',
			{
				examples: [example('a', { status: 'merged', mergedInto: 'b' }), example('b')],
				documents: [paper('d', { examples: [{ id: 'a', tie: 'namns' }] })],
			},
			'Exemplet ”a” har gått upp i ”b”.',
		],
		[
			'two things with one title',
			{ examples: [example('a', { title: 'Samma' }), example('b', { title: 'SAMMA' })] },
			'content/exempel/b.mdx title: Titeln finns redan i content/exempel/a.mdx.',
		],
		[
			'a higher level of evidence without its source',
			{ examples: [example('a', { evidence: 'evaluated' })] },
			'Kunskapsläget ”evaluated” kräver en källa av slaget utvardering.',
		],
		[
			'a source in a claim that the example does not have',
			{
				examples: [example('a', { known: { cost: { text: 'X', sources: ['b'] } } })],
				sources: [source('kalla'), source('b')],
			},
			'known.cost.sources.0: Källan ”b” står inte bland exemplets källor.',
		],
		[
			'a date that has not been',
			{ examples: [example('a', { reviewed: '2027-01-01' })] },
			'reviewed: Datumet 2027-01-01 har inte varit än.',
		],
		[
			'a change before publication',
			{ examples: [example('a', { changes: [{ date: '2020-01-01', note: 'X' }] })] },
			'changes.0.date: Ändringen 2020-01-01 ligger före publiceringen',
		],
		[
			'a document dated in the future',
			{ documents: [paper('d', { date: '2030' })] },
			'date: Datumet 2030 har inte varit än.',
		],
		[
			'a code outside the 290',
			{ municipalities: [municipality('lund', { code: '9999' })] },
			'code: Kommunkoden 9999 finns inte bland de 290 som gäller.',
		],
		[
			"another municipality's code",
			{ municipalities: [municipality('lund', { code: '1280' })] },
			'Kommunkoden 1280 är Malmö, inte Lund.',
		],
		[
			'the wrong county',
			{ municipalities: [municipality('lund', { county: 'Hallands län' })] },
			'Kommunkoden 1281 ligger i Skåne län.',
		],
		[
			'a municipality nobody uses',
			{ municipalities: [municipality('lund'), municipality('are')] },
			'Kommunen ”are” används inte.',
		],
		['a source nobody uses', { sources: [source('kalla'), source('ensam')] }, 'Källan ”ensam” används inte.'],
		[
			'two things with one id',
			{ sources: [source('kalla'), source('kalla')] },
			'Id:t ”kalla” finns redan bland källor',
		],
		[
			'a missing point',
			{ points: entries().points.slice(0, 9), examples: [example('a', { points: [10] })] },
			'content/punkter/10.mdx : Filen saknas. Programmet har tio punkter',
		],
		[
			'a point whose file has another number',
			{ points: [{ ...point(1), id: '11' }, ...entries().points.slice(1)] },
			'number: Filen ska heta 1.mdx',
		],
		[
			'a vocabulary with a strange name',
			{ concepts: [type, concept('annat', 'x')] },
			'Filen hör inte till någon vokabulär.',
		],
		[
			'a wider concept that is not there',
			{ concepts: [type, concept('metoder', 'x', { broader: 'y' })] },
			'broader: Det vidare begreppet ”y” finns inte i samma fil.',
		],
		[
			'a synonym under two concepts',
			{
				concepts: [
					type,
					concept('metoder', 'x', { synonyms: ['möte'] }),
					concept('metoder', 'y', { synonyms: ['Möte'] }),
				],
			},
			'Ordet ”möte” står redan under ”x”.',
		],
		[
			'a search word on more than three lines',
			{ searchWords: ['a', 'b', 'c', 'd'].map((id) => searchWords(id, ['möte', `ord ${id}`])) },
			'words.0: Sökordet ”möte” står på fler än 3 rader. Behåll det där det hör hemma bäst.',
		],
		[
			'two lines of search words with one id',
			{ searchWords: [searchWords('a', ['möte', 'träff']), searchWords('a', ['råd', 'forum'])] },
			'Id:t ”a” finns redan bland sökord',
		],
	];
	for (const [what, parts, expected] of cases)
		test(`tells of ${what}`, () => {
			const problems = problemsOf(parts);
			assert.ok(
				problems.some((problem) => problem.includes(expected)),
				problems.join('\n'),
			);
		});

	test('lets a search word stand on three lines', () =>
		assert.deepEqual(
			problemsOf({ searchWords: ['a', 'b', 'c'].map((id) => searchWords(id, ['möte', `ord ${id}`])) }),
			[],
		));

	for (const [what, words, expected] of [
		['with a capital letter', ['Möte', 'träff'], 'Skriv sökorden med små bokstäver.'],
		['alone on its line', ['möte'], 'Ange minst två ord som hör ihop.'],
		['twice on its line', ['möte', 'möte'], 'Samma ord står två gånger på raden. Ta bort det ena.'],
		['that is longer than a phrase', ['möte', 'ord '.repeat(20).trim()], 'Texten är längre än 60 tecken.'],
	] as const)
		test(`a search word ${what} does not pass`, () => {
			const { error } = searchWordsSchema.safeParse({ id: 'a', words });
			assert.ok(
				error?.issues.some(({ message }) => message.includes(expected)),
				JSON.stringify(error?.issues),
			);
		});

	test('tells of a point without examples', () => {
		const whole = entries();
		const examples = whole.examples.filter(({ data }) => data.points[0] !== 7);
		assert.deepEqual(
			checkCatalogue({ ...whole, examples }, TODAY).map(({ file, message }) => `${file} ${message}`),
			['content/punkter/7.mdx Punkt 7 har inget exempel. Skriv ett eller ge ett exempel punkten.'],
		);
	});

	test('tells of everything at once', () =>
		assert.equal(
			problemsOf({
				examples: [example('a', { municipalities: ['x'], methods: ['y'] })],
				documents: [paper('d', { type: 'z' })],
			}).length,
			3,
		));
});
