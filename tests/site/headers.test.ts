/** What browsers are told beside the answers, through a real nginx with the generated rules. */
import assert from 'node:assert/strict';
import { readdirSync, rmSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { hashOf } from '../../src/addresses/headers.ts';
import { readCardFiles } from '../support/cards.ts';
import { compressedSite } from '../support/compressed.ts';
import { serveWithNginx } from '../support/nginx.ts';
import { DIST, pages } from '../support/site.ts';

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
		assert.equal(
			/<meta[^>]*wasm-unsafe-eval/.test(html),
			root.querySelector('catalogue-search, button[data-scope]') !== null,
			path,
		);
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
		[readCardFiles()[0]?.path ?? '', 'application/json'],
	]);
	for (const [path, type] of types) assert.equal((await nginx.get(path)).headers.get('content-type'), type, path);
});

/** What is for this site's own pages, and what only makes sense at its own address. */
const OWN =
	/^(_astro|pagefind)\/|^(sok|samling|bidra)\/.*\.json$|^(ikon|manifest|opensearch|robots|sitemap|licenser|_|\.well-known)/;

test('the open data may be fetched from other sites, and nothing else may', async () => {
	const files = readdirSync(DIST, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => `${entry.parentPath}/${entry.name}`.slice(DIST.length + 1));
	const wrong: string[] = [];
	for (const file of files.filter((name) => !name.endsWith('.html'))) {
		const { headers } = await nginx.get(`/${file}`);
		const open = headers.get('access-control-allow-origin') === '*';
		const policy = headers.get('cross-origin-resource-policy');
		if (open === OWN.test(file) || policy !== (open ? 'cross-origin' : 'same-origin')) wrong.push(file);
	}
	assert.deepEqual(wrong, []);
});

test('the description of the data has the type that the data portal wants', async () => {
	const { headers } = await nginx.get('/datasets/dcat');
	assert.equal(headers.get('content-type'), 'application/rdf+xml');
	assert.equal(headers.get('access-control-allow-origin'), '*');
});

test('security.txt is there and holds for at least sixty days from today', async () => {
	const { status, body, headers } = await nginx.get('/.well-known/security.txt');
	assert.equal(status, 200);
	assert.match(headers.get('content-type') ?? '', /^text\/plain/);
	const expires = Date.parse(/^Expires: (.+)$/m.exec(body)?.[1] ?? '');
	const days = (expires - Date.now()) / 86_400_000;
	assert.ok(days > 60 && days < 366, `${days} days left: make a new commit and build again`);
	assert.match(body, /^Contact: mailto:/m);
});

test('a compressed copy is sent to those who take it, with the page’s own type', async () => {
	const folder = await compressedSite();
	const server = await serveWithNginx(folder);
	const { headers, body } = await server.get('/', { 'accept-encoding': 'gzip' });
	await server.stop();
	rmSync(folder, { recursive: true });
	assert.equal(headers.get('content-encoding'), 'gzip');
	assert.equal(headers.get('content-type'), 'text/html; charset=utf-8');
	assert.equal(headers.get('vary'), 'Accept-Encoding');
	assert.match(body, /möter rykten/);
});
