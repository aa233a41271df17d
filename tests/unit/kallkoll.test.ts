/** `npm run kallkoll` as it is run, against a web of its own with every kind of failure. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { parse } from 'yaml';
import type { SourceStateData } from '../../src/catalogue/schema.ts';
import { fine, never, page, paths, slowly, startWeb, status, type Web } from '../support/web.ts';

const TOOL = resolve('src/tools/kallkoll.ts');
const TODAY = new Date().toISOString().slice(0, 10);

/** Host → what its page does, the state after one failed check before, and a word of the reason. */
const HOSTS: Readonly<Record<string, readonly [Parameters<typeof startWeb>[0][string], string, RegExp?]>> = {
	'fungerar.test': [fine, 'fungerar'],
	'dokument.test': [status(200, { 'content-type': 'application/pdf' }), 'fungerar'],
	'langsam.test': [slowly(150, fine), 'fungerar'],
	'utan-head.test': [
		(incoming, ...rest) => (incoming.method === 'HEAD' ? status(405) : fine)(incoming, ...rest),
		'fungerar',
	],
	'tillfalligt-flyttad.test': [paths({ '/sida': status(302, { location: '/ny' }), '/ny': fine }), 'fungerar'],
	'snedstreck.test': [paths({ '/sida': status(301, { location: '/sida/' }), '/sida/': fine }), 'fungerar'],
	'flyttad.test': [paths({ '/sida': status(301, { location: 'http://ny.test/sida' }) }), 'flyttad'],
	'borta.test': [status(404), 'svarar-inte', /404/],
	'borttagen.test': [status(410), 'svarar-inte', /410/],
	'trasig.test': [paths({ '/sida': status(500) }), 'svarar-inte', /500/],
	'tyst.test': [never, 'svarar-inte', /i tid/],
	'ring.test': [
		paths({ '/sida': status(302, { location: '/igen' }), '/igen': status(302, { location: '/sida' }) }),
		'svarar-inte',
		/ring/,
	],
	'spiral.test': [
		(_, response, url) =>
			url.pathname === '/robots.txt'
				? response.writeHead(404).end()
				: response.writeHead(301, { location: `${url.pathname}a` }).end(),
		'svarar-inte',
		/ring/,
	],
	'mjuk.test': [
		page('<title>Kommunen</title><h1>Sidan kunde inte hittas</h1>'),
		'svarar-inte',
		/säger att den inte finns/,
	],
	'hem.test': [paths({ '/sida': status(302, { location: '/' }), '/': fine }), 'svarar-inte', /startsida/],
	'nekar.test': [paths({ '/sida': status(403) }), 'gick-inte', /403/],
	'robot.test': [
		paths({
			'/robots.txt': (_, response) =>
				response.writeHead(200, { 'content-type': 'text/plain' }).end('User-agent: *\nDisallow: /sida'),
			'/sida': fine,
		}),
		'gick-inte',
		/program/,
	],
	'robots-trasig.test': [status(503), 'gick-inte', /program/],
};

const COPY = 'http://web.archive.org/web/20190507120000/http://borta.test/sida';
const ARCHIVE = 'http://arkiv.test/available';

let web: Web;
let folder: string;
const idOf = (host: string) => host.replace('.test', '');
const source = (id: string, url: string) =>
	`- id: ${id}\n  title: Titel\n  publisher: Utgivare\n  url: ${url}\n  kind: kommun\n  seen: hela\n`;

before(async () => {
	web = await startWeb({
		...Object.fromEntries(Object.entries(HOSTS).map(([host, [answer]]) => [host, answer])),
		'ny.test': fine,
		'arkiv.test': (_, response, url) =>
			response.writeHead(200, { 'content-type': 'application/json' }).end(
				JSON.stringify({
					archived_snapshots: url.search.includes('borta.test')
						? { closest: { available: true, status: '200', url: COPY, timestamp: '20190507120000' } }
						: {},
				}),
			),
	});
});
after(() => web.close());

function project(): string {
	folder = mkdtempSync(join(tmpdir(), 'tiopunkten-kallkoll-'));
	mkdirSync(join(folder, 'content'));
	writeFileSync(
		join(folder, 'content/kallor.yml'),
		[
			...Object.keys(HOSTS).map((host) => source(idOf(host), `http://${host}/sida`)),
			source('tls', 'https://fungerar.test/sida'),
			source('en-till', 'http://fungerar.test/annan'),
			`- id: utan-adress\n  title: Titel\n  publisher: Utgivare\n  urlOmitted: Namn\n  kind: kommun\n  seen: hela\n`,
		].join(''),
	);
	return folder;
}

function kallkoll(...flags: string[]): Promise<{ code: number | null; output: string; errors: string }> {
	const child = spawn(process.execPath, [TOOL, '--paus', '0', '--tid', '400', ...flags], { cwd: folder });
	let output = '';
	let errors = '';
	child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
	child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
	return new Promise((done) => child.on('close', (code) => done({ code, output, errors })));
}

const stateFile = () => join(folder, 'content/kallkoll.yml');
const states = () =>
	new Map((parse(readFileSync(stateFile(), 'utf8')) as SourceStateData[]).map((state) => [state.id, state]));

describe('kallkoll', () => {
	before(project);
	after(() => rmSync(folder, { recursive: true }));

	test('after one check nothing is dead: what failed will be tried again', async () => {
		const { code, output, errors } = await kallkoll('--proxy', web.proxy, '--arkiv', ARCHIVE);
		assert.equal(code, 0, errors);
		assert.match(output, /adresser kontrollerade/);
		assert.match(errors, /av 20, ungefär \d+ sekunder kvar/);
		for (const [host, [, state, reason]] of Object.entries(HOSTS)) {
			const found = states().get(idOf(host));
			assert.equal(found?.state, state === 'svarar-inte' ? 'provas-igen' : state, `${host} ${found?.reason}`);
			assert.equal(found?.checked, TODAY);
			if (reason) assert.match(found?.reason ?? '', reason, host);
			else assert.equal(found?.reason, undefined, host);
		}
		assert.match(states().get('tls')?.reason ?? '', /säkra anslutningen/);
		assert.equal(states().get('flyttad')?.movedTo, 'http://ny.test/sida');
		assert.equal(states().has('utan-adress'), false);
	});

	test('a host has one request at a time, and a page that robots are kept from is never asked for', () => {
		for (const [host, most] of web.crowding) assert.equal(most, 1, host);
		assert.deepEqual(
			web.requests.filter((line) => line.includes(' http://robot.test/')),
			['GET http://robot.test/robots.txt'],
		);
	});

	test('HEAD goes first, and a file that is no page is not fetched', () =>
		assert.deepEqual(
			web.requests.filter((line) => line.includes(' http://dokument.test/')),
			['GET http://dokument.test/robots.txt', 'HEAD http://dokument.test/sida'],
		));

	test('a host in trouble is tried three times, a page that is gone once', () => {
		const asked = (host: string) => web.requests.filter((line) => line === `GET http://${host}/sida`).length;
		assert.equal(asked('trasig.test'), 3);
		assert.equal(asked('borta.test'), 1);
	});

	test('an archived copy is written down with its day', () => {
		assert.deepEqual(states().get('borta')?.archive, {
			asked: TODAY,
			url: COPY.replace('http', 'https'),
			date: '2019-05-07',
		});
		assert.deepEqual(states().get('fungerar')?.archive, { asked: TODAY });
	});

	test('a second failed check on the same day changes nothing', async () => {
		const before = readFileSync(stateFile(), 'utf8');
		const { code } = await kallkoll('--proxy', web.proxy, '--arkiv', ARCHIVE, '--json', 'borta', 'trasig');
		assert.equal(code, 0);
		assert.equal(readFileSync(stateFile(), 'utf8'), before);
	});

	test('a failed check on another day makes it dead, and the exit code tells', async () => {
		const text = readFileSync(stateFile(), 'utf8');
		writeFileSync(stateFile(), text.replaceAll(TODAY, '2026-01-01'));
		const { code, output } = await kallkoll('--proxy', web.proxy, '--arkiv', ARCHIVE);
		assert.equal(code, 1);
		for (const [host, [, state]] of Object.entries(HOSTS)) assert.equal(states().get(idOf(host))?.state, state, host);
		assert.equal(states().get('borta')?.failingSince, '2026-01-01');
		assert.match(output, /Adressen svarar inte: \d+\n {4}/);
	});

	test('without a network it says so and changes nothing', async () => {
		const before = readFileSync(stateFile(), 'utf8');
		const { code, errors } = await kallkoll('--proxy', 'http://127.0.0.1:9');
		assert.equal(code, 3);
		assert.match(errors, /Inget nätverk/);
		assert.equal(readFileSync(stateFile(), 'utf8'), before);
		assert.deepEqual(readdirSync(join(folder, 'content')).sort(), ['kallkoll.yml', 'kallor.yml']);
	});

	test('one silent address is not a lost network: the archive is asked', async () => {
		const { code } = await kallkoll('--proxy', web.proxy, '--arkiv', ARCHIVE, 'tyst');
		assert.equal(code, 1);
		assert.equal(states().get('tyst')?.checked, TODAY);
	});

	test('the sources are never touched', () => {
		const text = readFileSync(join(folder, 'content/kallor.yml'), 'utf8');
		assert.equal(text.match(/^- id/gm)?.length, Object.keys(HOSTS).length + 3);
	});

	for (const [flags, says] of [
		[['--okant'], /känner inte igen/],
		[['finns-inte'], /Källan finns inte i content\/kallor.yml: finns-inte/],
		[['--proxy', 'hej'], /Ange en hel adress efter --proxy/],
		[['--tid', 'länge'], /Ange ett antal millisekunder efter --tid/],
	] as const)
		test(`wrong use is told in Swedish, with exit code 2: ${flags.join(' ')}`, async () => {
			const { code, errors } = await kallkoll(...flags);
			assert.equal(code, 2);
			assert.match(errors, says);
			assert.doesNotMatch(errors, /\n\s+at /);
		});

	test('faults in the source file are told with their line, and nothing is asked', async () => {
		const file = join(folder, 'content/kallor.yml');
		const text = readFileSync(file, 'utf8');
		writeFileSync(file, text.replace('url: http://fungerar.test/sida', 'url: fungerar'));
		const { code, errors } = await kallkoll('--proxy', web.proxy);
		writeFileSync(file, text);
		assert.equal(code, 1);
		assert.match(errors, /content\/kallor\.yml:4:3 url: Ange en hel webbadress/);
	});
});
