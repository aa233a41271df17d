import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
	capitalise,
	compareSwedish,
	count,
	formatDate,
	formatDecimal,
	formatList,
	formatNumber,
	formatShare,
	genitive,
	spell,
	toSlug,
} from '../../src/swedish.ts';

describe('formatDate', () => {
	test('writes a day as Swedish prose has it', () => assert.equal(formatDate('2019-05-07'), '7\u00a0maj 2019'));
	test('writes a month and a year as precisely as they are known', () => {
		assert.equal(formatDate('2019-05'), 'maj 2019');
		assert.equal(formatDate('2019'), '2019');
	});
	test('does not move the day in another time zone', () => {
		const before = process.env['TZ'];
		process.env['TZ'] = 'Pacific/Kiritimati';
		assert.equal(formatDate('2026-01-01'), '1\u00a0januari 2026');
		process.env['TZ'] = before;
	});
	test('refuses a month that does not exist', () => assert.throws(() => formatDate('2019-13-01'), RangeError));
});

describe('lists and counts', () => {
	test('joins words with commas and och', () => {
		assert.equal(formatList(['Kiruna', 'Umeå', 'Örebro']), 'Kiruna, Umeå och Örebro');
		assert.equal(formatList(['Kiruna']), 'Kiruna');
		assert.equal(formatList([]), '');
	});
	test('writes decimals with a comma and shares as per cent', () => {
		assert.equal(formatDecimal(13.677), '13,7');
		assert.equal(formatDecimal(14), '14');
		assert.equal(formatDecimal(12345.65, 2), '12\u00a0345,65');
		assert.equal(formatShare(0.863), '86\u00a0%');
	});
	test('chooses the form of the noun and groups thousands', () => {
		assert.equal(count(1, 'kommun', 'kommuner'), '1\u00a0kommun');
		assert.equal(count(10000, 'kommun', 'kommuner'), '10\u00a0000\u00a0kommuner');
		assert.equal(formatNumber(999), '999');
	});
	test('spells numbers up to twelve', () => assert.deepEqual([spell(0), spell(12), spell(13)], ['noll', 'tolv', '13']));
});

describe('words', () => {
	test('puts å, ä and ö last in the alphabet', () =>
		assert.deepEqual(['Örebro', 'Ängelholm', 'Åre', 'Ystad', 'Arboga'].sort(compareSwedish), [
			'Arboga',
			'Ystad',
			'Åre',
			'Ängelholm',
			'Örebro',
		]));
	test('sorts numbers in text by value', () => assert.deepEqual(['10', '9'].sort(compareSwedish), ['9', '10']));
	test('folds names to addresses', () => {
		assert.equal(toSlug('Öppna protokoll – Växjö & Åre'), 'oppna-protokoll-vaxjo-are');
		assert.equal(toSlug('Café'), 'cafe');
	});
	test('makes capitals and genitives', () => {
		assert.equal(capitalise('öppet'), 'Öppet');
		assert.deepEqual([genitive('Lund'), genitive('Borås')], ['Lunds', 'Borås']);
	});
});
