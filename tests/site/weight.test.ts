import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { brotliCompressSync, constants } from 'node:zlib';
import { DIST, pages } from '../support/site.ts';

/** One TCP window holds what a reader needs to see the page. */
const BUDGET = 14_000;

const brotli = (bytes: string | Buffer) =>
	brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

test('HTML and CSS of every page fit in 14 kB brotli', () => {
	const styles = new Map<string, number>();
	const heavy = pages
		.map(({ path, html, root }) => {
			const css = root.querySelectorAll('link[rel=stylesheet]').map((link) => link.getAttribute('href') as string);
			for (const href of css) if (!styles.has(href)) styles.set(href, brotli(readFileSync(DIST + href)));
			return { path, bytes: brotli(html) + css.reduce((sum, href) => sum + (styles.get(href) ?? 0), 0) };
		})
		.filter(({ bytes }) => bytes > BUDGET);
	assert.deepEqual(heavy, []);
});

test('a reading page asks for at most six files, one of them the small script of the search key', () => {
	for (const { path, root } of pages.filter((page) => !page.root.querySelector('catalogue-search'))) {
		const files = root.querySelectorAll('link[rel=stylesheet], link[rel=preload], link[rel=icon], script[src], img');
		assert.ok(files.length + 1 <= 6, `${path}: ${files.length + 1}`);
	}
});
