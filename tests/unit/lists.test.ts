import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { pagesNear, paginateBoth } from '../../src/lists.ts';
import { DOCUMENTS_PER_PAGE, PAGE_SIZE } from '../../src/site.ts';

describe('pagesNear', () => {
	test('gives every page of a short list', () => assert.deepEqual(pagesNear(2, 5), [1, 2, 3, 4, 5]));
	test('gives the ends of a long list and the pages about this one', () =>
		assert.deepEqual(pagesNear(50, 500), [1, 47, 48, 49, 50, 51, 52, 53, 500]));
});

describe('paginateBoth', () => {
	const numbers = (length: number) => Array.from({ length }, (_, index) => index);

	test('gives as many pages as the longer list needs, and loses nothing', () => {
		const pages = paginateBoth(numbers(PAGE_SIZE + 1), numbers(DOCUMENTS_PER_PAGE * 2 + 1));
		assert.equal(pages.length, 3);
		assert.deepEqual(
			pages.flatMap(({ list }) => list.items),
			numbers(PAGE_SIZE + 1),
		);
		assert.deepEqual(
			pages.flatMap(({ documents }) => documents),
			numbers(DOCUMENTS_PER_PAGE * 2 + 1),
		);
	});

	test('gives one empty page when there is nothing', () => assert.equal(paginateBoth([], []).length, 1));
});
