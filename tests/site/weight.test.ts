import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { DIST, pages } from '../support/site.ts';

/** What a reader needs to see the page: the style for paper comes after it, at the lowest priority. */
const SCREEN = 'link[rel=stylesheet]:not([media=print])';

/** Booklets are fetched to be printed, each with every example of a point; they are not read on the way to something. */
const isBooklet = ({ path }: { readonly path: string }) => /^\/punkt\/\d+\/utskrift\/(sida\/\d+\/)?$/.test(path);

/** One TCP window holds what a reader needs to see the page. */
const BUDGET = 14_000;

const brotli = (bytes: string | Buffer) =>
	brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

test('HTML and CSS of every page fit in 14 kB brotli', () => {
	const styles = new Map<string, number>();
	const heavy = pages
		.filter((page) => !isBooklet(page))
		.map(({ path, html, root }) => {
			const css = root.querySelectorAll(SCREEN).map((link) => link.getAttribute('href') as string);
			for (const href of css) if (!styles.has(href)) styles.set(href, brotli(readFileSync(DIST + href)));
			return { path, bytes: brotli(html) + css.reduce((sum, href) => sum + (styles.get(href) ?? 0), 0) };
		})
		.filter(({ bytes }) => bytes > BUDGET);
	assert.deepEqual(heavy, []);
});

test('a page is whole with at most five files, and then asks for one module of at most 2 kB gzip; lists have one more', () => {
	for (const { path, root } of pages) {
		const files = root.querySelectorAll(`${SCREEN}, link[rel=preload], link[rel=icon], img`);
		assert.ok(files.length + 1 <= 5, `${path}: ${files.length + 1}`);
		const [smallest = Infinity, ...others] = root
			.querySelectorAll('script[src]')
			.map((script) => gzipSync(readFileSync(DIST + script.getAttribute('src'))).length)
			.sort((a, b) => a - b);
		assert.ok(smallest <= 2_000, `${path} ${smallest}`);
		assert.equal(others.length, root.querySelector('catalogue-search, old-address') ? 1 : 0, path);
	}
});
