import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
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

test('a page is whole with at most five files, and then asks for one module of at most 2 kB gzip', () => {
	for (const { path, root } of pages.filter((page) => page.path !== '/sok/')) {
		const files = root.querySelectorAll('link[rel=stylesheet], link[rel=preload], link[rel=icon], img');
		assert.ok(files.length + 1 <= 5, `${path}: ${files.length + 1}`);
		const modules = root.querySelectorAll('script[src]').map((script) => script.getAttribute('src') as string);
		assert.equal(modules.length, 1, path);
		for (const module of modules) assert.ok(gzipSync(readFileSync(DIST + module)).length <= 2_000, module);
	}
});
