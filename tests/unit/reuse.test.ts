import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { buildCatalogue } from '../../src/catalogue/catalogue.ts';
import { fingerprint, noteBody, noting, Watched } from '../../src/reuse.ts';
import { entries, example, TODAY } from '../support/entries.ts';

describe('fingerprint', () => {
	test('is the same for the same content, and differs when something deep inside does', () => {
		const thing = (label: string) => ({ a: [1, { label }], b: undefined });
		assert.equal(fingerprint(thing('x')), fingerprint(thing('x')));
		assert.notEqual(fingerprint(thing('x')), fingerprint(thing('y')));
	});

	for (const [a, b] of [
		[1, '1'],
		[['a', 'b'], ['a\nb']],
		[['a', 'b'], ['a\nstring 1 b']],
		[[['a'], 'b'], [['a', 'b']]],
		[{ a: 'x', b: 'y' }, { a: 'x\nb=string 1 y' }],
		[{ a: undefined }, {}],
		[[], {}],
		[null, 'null'],
	] as const)
		test(`tells ${JSON.stringify(a)} from ${JSON.stringify(b)}`, () => assert.notEqual(fingerprint(a), fingerprint(b)));
});

describe('a watched catalogue', () => {
	const watch = (title: string, body = 'text') => {
		const built = buildCatalogue(entries({ examples: [example('a', { title }), example('b')] }), { today: TODAY });
		assert.ok('catalogue' in built, JSON.stringify(built));
		return new Watched(built.catalogue, new Map([['examples/a', body]]));
	};
	const asked = new Set<string>();
	const first = watch('Ett');
	noting(asked, () => {
		const [point] = first.catalogue.points;
		first.catalogue.examplesFor(point!);
		noteBody('examples/a');
	});
	const questions = [...asked];

	test('notes what is asked of it', () =>
		assert.deepEqual(questions, ['points', 'examplesFor point/1', 'body examples/a']));
	const changed = (now: Watched) => questions.filter((question) => now.answer(question) !== first.answer(question));
	test('answers the same when nothing has changed', () => assert.deepEqual(changed(watch('Ett')), []));
	test('answers otherwise when an example has', () => assert.deepEqual(changed(watch('Två')), ['examplesFor point/1']));
	test('answers otherwise when a body has', () =>
		assert.deepEqual(changed(watch('Ett', 'annat')), ['body examples/a']));
	test('never gives the same answer to a question it cannot repeat', () =>
		assert.notEqual(first.answer('?'), watch('Ett').answer('?')));
});
