import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { reviewAge, today } from '../../src/clock.ts';

describe('the clock', () => {
	test('can be set, so that a build can be repeated', () => assert.equal(today('1893456000'), '2030-01-01'));
	test('is otherwise the day it is', () => assert.equal(today(undefined), new Date().toISOString().slice(0, 10)));
	test('says in Swedish what is wrong with its setting', () =>
		assert.throws(() => today('i morgon'), /SOURCE_DATE_EPOCH ska vara antal sekunder sedan 1970, inte ”i morgon”/));
});

describe('the age of a review', () => {
	const cases = [
		['the day before two years have passed', '2028-11-21', undefined],
		['the day two years have passed', '2028-11-22', 2],
		['the day before five years have passed', '2031-11-21', 2],
		['the day five years have passed', '2031-11-22', 5],
		['long after', '2050-01-01', 5],
		['the day of the review', '2026-11-22', undefined],
	] as const;
	for (const [when, day, age] of cases) test(when, () => assert.equal(reviewAge('2026-11-22', day), age));

	test('a leap day is two years old on the first of March', () => {
		assert.equal(reviewAge('2028-02-29', '2030-02-28'), undefined);
		assert.equal(reviewAge('2028-02-29', '2030-03-01'), 2);
	});
});
