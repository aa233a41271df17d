import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { catalogueOf, concept, example, municipality, paper, retired, source } from '../support/entries.ts';

const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id);

describe('order', () => {
	test('puts the newest examples first, then the latest started, then the title', () => {
		const { examples } = catalogueOf({
			examples: [
				example('gammal', { published: '2025-01-01', reviewed: '2026-01-01' }),
				example('b', { title: 'Ö' }),
				example('a', { title: 'A' }),
				example('sen', { period: { started: 2024 } }),
			],
		});
		assert.deepEqual(
			ids(examples).filter((id) => !id.startsWith('fyllnad')),
			['sen', 'a', 'b', 'gammal'],
		);
	});
	test('keeps municipalities in Swedish order and leaves out the unused', () => {
		const { municipalities } = catalogueOf({
			examples: [example('a', { municipalities: ['orebro', 'are', 'lund'] })],
			municipalities: [municipality('orebro'), municipality('are'), municipality('lund')],
		});
		assert.deepEqual(ids(municipalities), ['lund', 'are', 'orebro']);
	});
	test('keeps a municipality whose only example is withdrawn, since its page has been published', () => {
		const withdrawn = { status: 'withdrawn', withdrawn: { date: '2026-06-01', reason: 'Källan var fel.' } };
		const { municipalities } = catalogueOf({
			examples: [example('a', { municipalities: ['orebro'], ...withdrawn })],
			municipalities: [municipality('orebro'), municipality('lund')],
		});
		assert.ok(ids(municipalities).includes('orebro'));
	});
	test('puts dated documents before undated ones, the newest first', () => {
		const { documents } = catalogueOf({
			documents: [paper('odaterad'), paper('gammal', { date: '2009-09-15' }), paper('ny', { date: 2019 })],
		});
		assert.deepEqual(ids(documents), ['ny', 'gammal', 'odaterad']);
	});
	test('has the ten points by number', () =>
		assert.deepEqual(
			catalogueOf().points.map(({ number }) => number),
			[1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
		));
});

describe('relations', () => {
	const catalogue = catalogueOf({
		examples: [
			example('ett', { points: [7, 3], methods: ['natverk'], grounds: ['religion'], municipalities: ['lund', 'are'] }),
			example('tva', { points: [3, 7] }),
		],
		municipalities: [municipality('lund'), municipality('are')],
		concepts: [concept('metoder', 'natverk'), concept('grunder', 'religion'), concept('dokumenttyper', 'motion')],
		documents: [paper('motion-a', { points: [7], examples: [{ id: 'ett', tie: 'namns' }] })],
	});
	const one = catalogue.examples.find(({ id }) => id === 'ett')!;

	test('an example holds the things themselves', () => {
		assert.deepEqual(
			one.points.map(({ number }) => number),
			[7, 3],
		);
		assert.deepEqual(ids(one.municipalities), ['lund', 'are']);
		assert.equal(one.methods[0]?.label, 'Begreppet natverk');
		assert.equal(one.sources[0]?.source.title, 'Källan kalla');
	});
	test('a point knows its examples, those filed under it first before the others', () =>
		assert.deepEqual(
			ids(catalogue.examplesFor(one.points[0])).filter((id) => !id.startsWith('fyllnad')),
			['ett', 'tva'],
		));
	test('municipalities and concepts know their examples', () => {
		assert.deepEqual(ids(catalogue.examplesFor(one.municipalities[1]!)), ['ett']);
		assert.deepEqual(ids(catalogue.examplesFor(one.methods[0]!)), ['ett']);
		assert.deepEqual(ids(catalogue.examplesFor(one.grounds[0]!)), ['ett']);
	});
	test('everything knows how many examples it has', () => {
		for (const subject of [...catalogue.points, ...catalogue.municipalities, ...catalogue.concepts])
			assert.equal(catalogue.countFor(subject), catalogue.examplesFor(subject).length);
	});
	test('an example knows the documents that touch it, and how', () => {
		assert.deepEqual(
			catalogue.documentsTouching(one).map(({ document, tie }) => [document.id, tie]),
			[['motion-a', 'namns']],
		);
		assert.deepEqual(ids(catalogue.documentsFor(one.points[0])), ['motion-a']);
	});
	test('a concept knows the wider one', () => {
		const { concepts } = catalogueOf({
			concepts: [
				concept('metoder', 'enkat', { broader: 'kartlaggning' }),
				concept('metoder', 'kartlaggning'),
				concept('dokumenttyper', 'motion'),
			],
		});
		assert.equal(concepts[0]?.broader?.id, 'kartlaggning');
	});
});

describe('what is shown', () => {
	const parts = {
		examples: [
			example('utkast', { draft: true }),
			example('borta', { status: 'withdrawn', withdrawn: { date: '2026-02-01', reason: 'Källan har rättats.' } }),
			example('gammal', { status: 'merged', mergedInto: 'ny' }),
			example('ny'),
		],
	};
	test('drafts are left out, and shown while editing', () => {
		assert.ok(!ids(catalogueOf(parts).examples).includes('utkast'));
		assert.ok(ids(catalogueOf(parts, true).examples).includes('utkast'));
	});
	test('a withdrawn example has a page but stands in no list', () => {
		const catalogue = catalogueOf(parts);
		assert.ok(ids(catalogue.examples).includes('borta'));
		assert.ok(!ids(catalogue.listed).includes('borta'));
		assert.ok(!ids(catalogue.examplesFor(catalogue.points[0]!)).includes('borta'));
	});
	test('a merged example has no page', () => assert.ok(!ids(catalogueOf(parts).examples).includes('gammal')));
	test('the id of a merged or renamed example leads to the example that answers now, however many moves ago', () => {
		const { formerIds } = catalogueOf({
			...parts,
			retired: [
				retired('/exempel/urgammal/', { movedTo: '/exempel/gammal/' }),
				retired('/exempel/ring/', { movedTo: '/exempel/ring-2/' }),
				retired('/exempel/ring-2/', { movedTo: '/exempel/ring/' }),
				retired('/exempel/del/#resultat', { movedTo: '/exempel/ny/' }),
			],
		});
		assert.deepEqual(formerIds, { gammal: 'ny', urgammal: 'ny' });
	});
	test('a municipality with a membership is shown without examples', () => {
		const { municipalities } = catalogueOf({
			municipalities: [municipality('lund'), municipality('are', { eccar: { status: 'medlem', source: 'kalla' } })],
		});
		assert.deepEqual(ids(municipalities), ['lund', 'are']);
	});
});

describe('relatedTo', () => {
	const catalogue = catalogueOf({
		examples: [
			example('a', { methods: ['natverk', 'enkat'] }),
			example('b', { methods: ['natverk', 'enkat'], municipalities: ['are'] }),
			example('c', { methods: ['natverk'] }),
			example('d', { points: [2] }),
			example('e', {
				status: 'withdrawn',
				withdrawn: { date: '2026-02-01', reason: 'Fel.' },
				methods: ['natverk', 'enkat'],
			}),
		],
		municipalities: [municipality('lund'), municipality('are')],
		concepts: [concept('metoder', 'natverk'), concept('metoder', 'enkat'), concept('dokumenttyper', 'motion')],
		sources: [source('kalla')],
	});
	const related = ids(catalogue.relatedTo(catalogue.examples.find(({ id }) => id === 'a')!));
	test('ranks what shares most first', () => assert.deepEqual(related.slice(0, 2), ['b', 'c']));
	test('never names itself, other points or withdrawn examples', () => {
		for (const id of ['a', 'd', 'e']) assert.ok(!related.includes(id));
	});
});
