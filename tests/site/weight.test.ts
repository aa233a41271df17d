import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { PAGE_BUDGET } from '../../src/figures.ts';
import { isBooklet, weigh } from '../../src/tools/weights.ts';
import { DIST, pages } from '../support/site.ts';

/** What a reader needs to see the page: the style for paper comes after it, at the lowest priority. */
const SCREEN = 'link[rel=stylesheet]:not([media=print])';

test('HTML and CSS of every page fit in 14 kB brotli', () => {
	const screen = pages.filter((page) => !isBooklet(page));
	assert.deepEqual(
		weigh(screen, DIST).filter(({ bytes }) => bytes > PAGE_BUDGET),
		[],
	);
});

test('a page is whole with at most five files, and then asks for one module of at most 2.4 kB gzip', () => {
	for (const { path, root } of pages) {
		const files = root.querySelectorAll(`${SCREEN}, link[rel=preload], link[rel=icon], img`);
		assert.ok(files.length + 1 <= 5, `${path}: ${files.length + 1}`);
		const [smallest = Infinity, ...others] = root
			.querySelectorAll('script[src]')
			.map((script) => gzipSync(readFileSync(DIST + script.getAttribute('src'))).length)
			.sort((a, b) => a - b);
		assert.ok(smallest <= 2_400, `${path} ${smallest}`);
		assert.equal(others.length, root.querySelector('old-address') ? 1 : 0, path);
	}
});
