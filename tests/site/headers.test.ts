/** What browsers are told beside the answers, through a real nginx with the generated rules. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { hashOf } from '../../src/addresses/headers.ts';
import { serveWithNginx } from '../support/nginx.ts';
import { pages } from '../support/site.ts';

let nginx: Awaited<ReturnType<typeof serveWithNginx>>;
before(async () => (nginx = await serveWithNginx('.')));
after(() => nginx.stop());

test('every page says the same as its host, but for what only a host can say', async () => {
	for (const { path, root } of pages.filter((page) => page.path !== '/404.html')) {
		const own = root.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content');
		const { headers } = await nginx.get(path);
		assert.equal(headers.get('content-security-policy'), `${own}; frame-ancestors 'none'`, path);
		assert.equal(headers.get('cache-control'), 'no-cache', path);
		assert.equal(headers.get('access-control-allow-origin'), null, path);
	}
});

test('WebAssembly is allowed on the pages with hits and facets only', () => {
	for (const { path, root, html } of pages)
		assert.equal(/<meta[^>]*wasm-unsafe-eval/.test(html), root.querySelector('catalogue-search') !== null, path);
});

test('no page has a script of its own that its policy does not name, and no style', () => {
	for (const { path, root } of pages) {
		const policy = root.querySelector('meta[http-equiv]')?.getAttribute('content') ?? '';
		for (const script of root.querySelectorAll('script:not([src]):not([type$=json])'))
			assert.ok(policy.includes(hashOf(script.textContent)), path);
		assert.equal(root.querySelector('style, [style]'), null, path);
	}
});

describe('errors and redirects', () => {
	test('carry the same headers as pages', async () => {
		for (const path of ['/finns-inte/', '/_astro/finns-inte.js', '/om', '/_headers']) {
			const { headers } = await nginx.get(path);
			assert.match(headers.get('content-security-policy') ?? '', /^default-src 'none'/, path);
			assert.equal(headers.get('x-content-type-options'), 'nosniff', path);
			assert.equal(headers.get('server'), 'nginx', path);
		}
		assert.equal((await nginx.get('/_astro/finns-inte.js')).headers.get('cache-control'), 'no-cache');
	});
});

test('a page that is kept is asked for again and not sent twice', async () => {
	const { headers } = await nginx.get('/om/');
	const again = await nginx.get('/om/', { 'if-none-match': headers.get('etag') ?? '' });
	assert.equal(again.status, 304);
});

test('every file has its type', async () => {
	const types = new Map([
		['/', 'text/html; charset=utf-8'],
		['/ikon.svg', 'image/svg+xml'],
		['/exempel/botkyrka-antiryktesnatverk/hanvisning.ris', 'application/x-research-info-systems'],
		['/pagefind/pagefind.js', 'text/javascript; charset=utf-8'],
		['/samling/exempel.json', 'application/json'],
	]);
	for (const [path, type] of types) assert.equal((await nginx.get(path)).headers.get('content-type'), type, path);
});
