import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { hashOf, pagePolicy, runsSearch, toHostHeaders } from '../../src/addresses/headers.ts';

/** What a rule set gives an address: the last rule that fits holds. */
function headersAt(path: string, base = '/'): Record<string, string> {
	const { rules } = toHostHeaders({ base, inlineScripts: [hashOf('let a')], unlisted: [] });
	const fits = (pattern: string) => new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '.*')}$`).test(path);
	return Object.assign({}, ...rules.filter(({ paths }) => paths.some(fits)).map(({ headers }) => headers));
}

describe('the policy of a page', () => {
	const policy = headersAt('/om/')['Content-Security-Policy'] as string;

	test('allows nothing but what is named, and nothing unsafe', () => {
		assert.match(policy, /^default-src 'none';/);
		assert.doesNotMatch(policy, /unsafe|https?:|data:|\*/);
		for (const directive of ["base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'"])
			assert.ok(policy.split('; ').includes(directive), directive);
	});
	test('enforces Trusted Types with one named policy', () => {
		assert.match(policy, /; require-trusted-types-for 'script'; trusted-types sokforslag(;|$)/);
	});
	test('names the inline script by its hash', () =>
		assert.ok(policy.includes(" 'sha256-IfEXP/8HLuXoAiy0hZVrCAcjcLsZqYFpLOHDGj8enqE='"), policy));
	test('allows WebAssembly where the search runs and nowhere else', () => {
		for (const path of ['/sok/', '/exempel/', '/exempel/sida/2/', '/punkt/7/', '/punkt/7/sida/2/'])
			assert.ok(runsSearch(path), path);
		for (const path of ['/', '/om/', '/exempel/lund-mr-stad/', '/punkt/7/utskrift/', '/samling/'])
			assert.ok(!runsSearch(path), path);
		assert.match(pagePolicy([], true), /script-src 'self' 'wasm-unsafe-eval';/);
		assert.doesNotMatch(pagePolicy([], false), /wasm/);
	});
	test('leaves framing to the host, which alone can say it', () =>
		assert.doesNotMatch(pagePolicy([], false), /frame-ancestors/));
});

describe('the headers', () => {
	test('keep files with a fingerprint for a year, and ask for everything else again', () => {
		for (const path of ['/_astro/Page.a1.css', '/pagefind/index/sv_1.pf_index', '/sok/ord-12.json'])
			assert.equal(headersAt(path)['Cache-Control'], 'public, max-age=31536000, immutable', path);
		for (const path of ['/', '/exempel/', '/pagefind/pagefind.js', '/sok/ord.json', '/data/katalog.json'])
			assert.equal(headersAt(path)['Cache-Control'], 'no-cache', path);
	});
	test('open the data to others and nothing else', () => {
		for (const path of [
			'/data/katalog.json',
			'/data/exempel.csv',
			'/datasets/dcat',
			'/flode.xml',
			'/punkt/7/flode.json',
			'/exempel/a/data.json',
			'/exempel/a/index.md',
			'/exempel/a/hanvisning.ris',
		]) {
			assert.equal(headersAt(path)['Access-Control-Allow-Origin'], '*', path);
			assert.equal(headersAt(path)['Cross-Origin-Resource-Policy'], 'cross-origin', path);
		}
		for (const path of ['/', '/data/', '/exempel/a/', '/samling/kort/1-av-16.json', '/sok/ord.json', '/_astro/a.js']) {
			assert.equal(headersAt(path)['Access-Control-Allow-Origin'], undefined, path);
			assert.equal(headersAt(path)['Cross-Origin-Resource-Policy'], 'same-origin', path);
		}
	});
	test('deny pages every feature but the clipboard', () => {
		const features = (headersAt('/')['Permissions-Policy'] as string).split(', ');
		assert.deepEqual(
			features.filter((feature) => !feature.endsWith('=()')),
			['clipboard-write=(self)'],
		);
	});
	test('bind the names below ours to https, but not those of someone else’s host', () => {
		assert.match(headersAt('/')['Strict-Transport-Security'] as string, /includeSubDomains/);
		assert.equal(headersAt('/tio/', '/tio/')['Strict-Transport-Security'], 'max-age=63072000');
	});
});
