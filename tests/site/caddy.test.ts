/** Caddy's rules, by a real Caddy: the same addresses get the same answers and headers as from nginx. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { hashOf, toHostHeaders } from '../../src/addresses/headers.ts';
import { type HostOptions, toCaddy, toNginxMaps, toNginxServer } from '../../src/addresses/hosts.ts';
import { serveWithCaddy } from '../support/caddy.ts';
import { compressedSite } from '../support/compressed.ts';
import { serveWithNginx } from '../support/nginx.ts';
import type { Answer } from '../support/server.ts';
import { DIST, PAGE_TYPES } from '../support/site.ts';

const OPTIONS: HostOptions = {
	base: '/',
	rules: { moved: [['/exempel/gammalt/', '/exempel/']], gone: ['/exempel/borta/'] },
	headers: toHostHeaders({
		base: '/',
		inlineScripts: [hashOf(readFileSync('src/scripts/theme.js', 'utf8'))],
		unlisted: ['/borttaget/'],
	}),
};

/** One file of each kind, pages apart. */
const files = new Map(
	readdirSync(DIST, { recursive: true, encoding: 'utf8' })
		.filter((file) => /\.\w+$/.test(file) && !/^_|\.(html|br|gz)$/.test(file))
		.map((file) => [extname(file), `/${file}`]),
);

const ADDRESSES: Readonly<Record<string, readonly string[]>> = {
	pages: PAGE_TYPES,
	'a file of each kind': [...files.values(), '/datasets/dcat', '/.well-known/security.txt', '/sok/ord.json'],
	'pages without their slash, or by their file': [
		'/om',
		'/om/index.html',
		'/index.html',
		'/sok/index.html?q=rykten',
		'/sok?q=rykten',
	],
	'what has moved': ['/exempel/gammalt/', '/exempel/gammalt'],
	'what is gone': ['/exempel/borta/', '/exempel/borta'],
	'what does not exist': [
		'/finns-inte/',
		'/_astro/finns-inte.js',
		'/pagefind/finns-inte.pf_meta',
		'/finns-inte.md',
		'/404.html',
	],
	'the host’s own files': ['/_headers', '/_redirects'],
};

/** What a reader, a browser and a cache are told. */
const TOLD = [
	...new Set(OPTIONS.headers.rules.flatMap((rule) => Object.keys(rule.headers).map((name) => name.toLowerCase()))),
	'location',
];
const toldBy = ({ status, headers }: Answer) => ({
	status,
	...Object.fromEntries(TOLD.map((name) => [name, headers.get(name)])),
	// Where there is something to read.
	type: status === 301 ? undefined : headers.get('content-type'),
});

describe('Caddy answers as nginx does, when asked for', () => {
	let folder = '';
	let caddy: Awaited<ReturnType<typeof serveWithCaddy>>;
	let nginx: Awaited<ReturnType<typeof serveWithNginx>>;
	before(async () => {
		folder = mkdtempSync(join(tmpdir(), 'tiopunkten-'));
		symlinkSync(resolve(DIST), join(folder, 'dist'));
		mkdirSync(join(folder, 'deploy'));
		for (const [file, text] of [
			['Caddyfile', toCaddy(OPTIONS)],
			['nginx-map.conf', toNginxMaps(OPTIONS)],
			['nginx-server.conf', toNginxServer(OPTIONS)],
		] as const)
			writeFileSync(join(folder, 'deploy', file), text);
		caddy = await serveWithCaddy(folder);
		nginx = await serveWithNginx(folder);
	});
	after(async () => {
		await caddy.stop();
		await nginx.stop();
		rmSync(folder, { recursive: true });
	});

	for (const [what, addresses] of Object.entries(ADDRESSES))
		test(what, async () => {
			for (const address of addresses) {
				const [mine, theirs] = await Promise.all([caddy.get(address), nginx.get(address)]);
				assert.deepEqual(toldBy(mine), toldBy(theirs), address);
				if (mine.status !== 301) assert.equal(mine.body, theirs.body, address);
				assert.equal(mine.headers.get('server'), null, address);
			}
		});

	test('an address that would lead to another host: neither goes there', async () => {
		for (const server of [caddy, nginx])
			for (const address of [
				'//ond.se/index.html',
				'///ond.se/index.html',
				'//ond.se',
				'//om',
				'/%5Cond.se/index.html',
			]) {
				const { location } = await server.get(address);
				assert.ok(location === null || /^\/[a-z0-9]/.test(location), `${address} → ${location}`);
			}
	});
});

test('Caddy sends the compressed copies to those who take them, the smallest first', async () => {
	const folder = await compressedSite();
	const caddy = await serveWithCaddy(folder);
	for (const [accepts, sent] of [
		['gzip, deflate, br', 'br'],
		['gzip', 'gzip'],
		['identity', null],
	] as const) {
		const { headers, body } = await caddy.get('/', { 'accept-encoding': accepts });
		assert.equal(headers.get('content-encoding'), sent);
		assert.equal(headers.get('content-type'), 'text/html; charset=utf-8');
		assert.match(body, /möter rykten/);
		if (sent) assert.equal(headers.get('vary'), 'Accept-Encoding');
	}
	await caddy.stop();
	rmSync(folder, { recursive: true });
});
