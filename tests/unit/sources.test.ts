import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { SourceStateData } from '../../src/catalogue/schema.ts';
import { findCopy } from '../../src/sources/archive.ts';
import { type Answer, ask } from '../../src/sources/ask.ts';
import { judge } from '../../src/sources/judge.ts';
import { type Net, NoReply } from '../../src/sources/net.ts';
import { formatStates } from '../../src/sources/state-file.ts';
import { countSources } from '../../src/sources/totals.ts';
import { catalogueOf, example, source, sourceState } from '../support/entries.ts';

/** A network where every request ends in the same way. */
function netOf(end: () => { status: number; text?: string } | never): Net {
	return {
		pause: 0,
		request: async () => ({ headers: new Headers({ 'content-type': 'text/html' }), text: '', ...end() }),
		mayAsk: async () => true,
		wait: async () => {},
	};
}
const broken = (code: string) =>
	netOf(() => {
		throw new NoReply(code, undefined);
	});

describe('ask', () => {
	for (const [code, reason, silent] of [
		['CERT_HAS_EXPIRED', 'Den säkra anslutningen går inte att lita på', false],
		['DEPTH_ZERO_SELF_SIGNED_CERT', 'Den säkra anslutningen går inte att lita på', false],
		['ERR_TLS_CERT_ALTNAME_INVALID', 'Den säkra anslutningen går inte att lita på', false],
		['ENOTFOUND', 'Värdnamnet finns inte', true],
		['ECONNREFUSED', 'Ingen svarade', true],
		['UND_ERR_CONNECT_TIMEOUT', 'Svarade inte i tid', true],
	] as const)
		test(`says in Swedish what ${code} means`, async () =>
			assert.deepEqual(await ask('https://lund.se/', broken(code)), { kind: 'fails', reason, silent }));

	for (const [what, html, kind] of [
		['a title with 404', '<title>404 - Lunds kommun</title>', 'fails'],
		['a heading in Swedish', '<title>Lund</title><h1 class="x">Sidan du söker <b>finns inte</b></h1>', 'fails'],
		['a heading in English', '<h1>Page not found</h1>', 'fails'],
		['a page about something else', '<title>Rykten</title><h1>Nätverk</h1><p>Sidan finns inte i papper</p>', 'works'],
	] as const)
		test(`tells a page that is not there by its words: ${what}`, async () =>
			assert.equal(
				(
					await ask(
						'https://lund.se/a',
						netOf(() => ({ status: 200, text: html })),
					)
				).kind,
				kind,
			));
});

describe('judge', () => {
	const asked = { id: 'a', url: 'https://a.se/' };
	const gone: Answer = { kind: 'fails', reason: 'Sidan finns inte (svarade 404)', silent: false };
	/** The states after answers on these days, in order. */
	const after = (...answers: readonly (readonly [string, Answer])[]) =>
		answers.reduce<SourceStateData | undefined>((state, [day, answer]) => judge(asked, state, answer, day), undefined);

	test('one failed check is no verdict', () => assert.equal(after(['2026-01-01', gone])?.state, 'provas-igen'));
	test('two on the same day are no verdict', () =>
		assert.equal(after(['2026-01-01', gone], ['2026-01-01', gone])?.state, 'provas-igen'));
	test('two on different days are', () =>
		assert.equal(after(['2026-01-01', gone], ['2026-01-08', gone])?.state, 'svarar-inte'));
	test('an answer between them starts the count again', () =>
		assert.equal(
			after(['2026-01-01', gone], ['2026-01-08', { kind: 'works' }], ['2026-01-15', gone])?.state,
			'provas-igen',
		));
	test('the day of the first failure is kept', () =>
		assert.equal(after(['2026-01-01', gone], ['2026-01-08', gone], ['2026-01-15', gone])?.failingSince, '2026-01-01'));
	test('what was known of another address counts for nothing, the copy included', () => {
		const known = { ...judge({ ...asked, url: 'https://b.se/' }, undefined, gone, '2026-01-01') };
		const state = judge(asked, { ...known, archive: { asked: '2026-01-01' } }, gone, '2026-01-08');
		assert.equal(state.state, 'provas-igen');
		assert.equal(state.archive, undefined);
	});
});

describe('findCopy', () => {
	const answered = (text: string) =>
		findCopy(
			'https://a.se/',
			undefined,
			netOf(() => ({ status: 200, text })),
		);
	const closest = (fields: object) => JSON.stringify({ archived_snapshots: { closest: fields } });
	const copy = {
		available: true,
		status: '200',
		url: 'http://web.archive.org/web/2019/http://a.se/',
		timestamp: '20190507',
	};

	test('takes a copy of a page that answered, over https', async () =>
		assert.deepEqual(await answered(closest(copy)), {
			url: 'https://web.archive.org/web/2019/http://a.se/',
			date: '2019-05-07',
		}));
	for (const [what, text] of [
		['nothing', '{"archived_snapshots":{}}'],
		['a copy of a fault', closest({ ...copy, status: '404' })],
		['an address outside the archive', closest({ ...copy, url: 'https://exempel.se/' })],
		['a script for an address', closest({ ...copy, url: 'javascript:alert(1)' })],
	] as const)
		test(`takes ${what} for no copy`, async () => assert.equal(await answered(text), null));
	for (const [what, text] of [
		['no JSON', '<html>'],
		['an empty answer', ''],
	] as const)
		test(`takes ${what} for no answer`, async () => assert.equal(await answered(text), undefined));
	test('takes silence for no answer', async () =>
		assert.equal(await findCopy('https://a.se/', undefined, broken('ECONNREFUSED')), undefined));
});

describe('a source shows what the check of its address gave', () => {
	const found = (fields: object, own: object = {}) =>
		catalogueOf({
			sources: [source('kalla', own)],
			sourceStates: [sourceState('kalla', fields)],
			examples: [example('a')],
		}).sources[0];

	test('and the copy that was found', () => {
		const item = found({ archive: { asked: '2026-01-01', url: 'https://web.archive.org/x', date: '2019-05-07' } });
		assert.equal(item?.link?.state, 'fungerar');
		assert.equal(item?.archivedUrl, 'https://web.archive.org/x');
		assert.equal(item?.archivedOn, '2019-05-07');
	});
	test('but not when it has got another address since', () =>
		assert.equal(found({ url: 'https://annan.se/' })?.link, undefined));
	test("and the editors' own copy goes before one that was found", () =>
		assert.equal(
			found(
				{ archive: { asked: '2026-01-01', url: 'https://web.archive.org/x' } },
				{ archivedUrl: 'https://web.archive.org/egen' },
			)?.archivedUrl,
			'https://web.archive.org/egen',
		));
	test('and is counted', () => {
		const item = found({ state: 'svarar-inte', reason: 'Sidan finns inte' });
		const totals = countSources(item ? [item, { ...item, id: 'b', link: undefined }] : []);
		assert.deepEqual([totals.sources, totals.addressed, totals.checked, totals.latest], [2, 2, 1, '2026-01-01']);
		assert.equal(totals.states.find(({ state }) => state === 'svarar-inte')?.number, 1);
	});
});

test('the file of states is the same whatever order it was found in', () => {
	const [a, b] = ['a', 'b'].map((id) => sourceState(id).data as SourceStateData) as [SourceStateData, SourceStateData];
	const { id, ...rest } = a;
	assert.equal(formatStates([b, a]), formatStates([{ ...rest, id }, b]));
});
