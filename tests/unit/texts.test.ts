/** Small pure modules: wording, lists, sections, addresses, personal data. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { findPersonalData } from '../../src/catalogue/personal-data.ts';
import { officialName, sourceRecord } from '../../src/editing/records.ts';
import { paginate, placeInList } from '../../src/lists.ts';
import { conceptPath, examplePath, pointPath, searchPath, toAbsolute, toPrinted } from '../../src/paths.ts';
import { splitSections } from '../../src/sections.ts';
import { outcomePhrase, periodPhrase, shortUrl, sourceOrigin } from '../../src/wording.ts';
import { source } from '../support/entries.ts';

describe('periodPhrase', () => {
	const cases = [
		[{ started: 2016, ended: 2022 }, '2016–2022'],
		[{ started: 2018, ended: 2018 }, '2018'],
		[{ started: 2013 }, 'från 2013'],
		[{ started: 2013, ongoing: true }, 'sedan 2013'],
		[{ ended: 2015 }, 'till 2015'],
		[{ note: 'Årligen' }, undefined],
		[undefined, undefined],
	] as const;
	for (const [period, phrase] of cases)
		test(`${JSON.stringify(period)} is ${phrase}`, () => assert.equal(periodPhrase(period), phrase));
});

describe('the official name of a municipality', () => {
	for (const [name, official] of [
		['Lund', 'Lunds kommun'],
		['Malmö', 'Malmö kommun'],
		['Tranås', 'Tranås kommun'],
		['Falun', 'Falu kommun'],
		['Kalmar', 'Kalmar kommun'],
		['Orust', 'Orust kommun'],
	] as const)
		test(`of ${name} is ${official}`, () => assert.equal(officialName(name), official));
});

test('two new sources with the same title and publisher get an id each', () => {
	const fields = {
		title: 'Rapport om nätverket',
		publisher: 'Lunds kommun',
		url: 'https://a.se/1',
		kind: 'kommun',
	} as const;
	const first = sourceRecord(fields, []);
	const second = sourceRecord({ ...fields, url: 'https://a.se/2' }, [first]);
	assert.deepEqual([first.id, second.id], ['lunds-rapport-om-natverket', 'lunds-rapport-om-natverket-2']);
});

test('an outcome says whether it is a proposal', () => {
	assert.equal(outcomePhrase({ outcome: { result: 'avslag', stage: 'forslag' } }), 'Avslag (förslag)');
	assert.equal(outcomePhrase({ outcome: { result: 'antagen', stage: 'beslut' } }), 'Antagen');
	assert.equal(outcomePhrase({ outcome: { result: 'okand' } }), 'Uppgift saknas');
	assert.equal(outcomePhrase({}), undefined);
});

test('a source names its publisher, date and where the copy lies', () => {
	assert.equal(sourceOrigin(source('a', { published: '2019-05-07' }).data), 'Utgivaren, 7\u00a0maj 2019');
	assert.equal(
		sourceOrigin(source('a', { kind: 'kopia', copyHost: 'docplayer.se' }).data),
		'Utgivaren, utan datum, kopia hos docplayer.se',
	);
});

test('a long web address is shown by its host and last part', () => {
	assert.equal(shortUrl('https://www.skl.se/a/b/involveraexempel.1711.html'), 'skl.se/…/involveraexempel.1711.html');
	assert.equal(shortUrl('https://lund.se/'), 'lund.se');
	assert.equal(shortUrl(`https://lund.se/${'x'.repeat(60)}`).length, 'lund.se/'.length + 44);
});

describe('the last part of a web address', () => {
	for (const [what, address, shown] of [
		['is shown with its å', 'https://lund.se/h%C3%A5llbarhet.pdf', 'lund.se/hållbarhet.pdf'],
		['stands as it is when its escapes are Latin 1', 'https://lund.se/h%E5llbarhet.pdf', 'lund.se/h%E5llbarhet.pdf'],
		['stands as it is with a bare percent sign', 'https://lund.se/100%', 'lund.se/100%'],
	] as const)
		test(what, () => assert.equal(shortUrl(address), shown));
});

describe('paginate', () => {
	test('cuts a list into pages and keeps the order', () =>
		assert.deepEqual(
			paginate([1, 2, 3, 4, 5], 2).map(({ items, page, pages, total }) => [items, page, pages, total]),
			[
				[[1, 2], 1, 3, 5],
				[[3, 4], 2, 3, 5],
				[[5], 3, 3, 5],
			],
		));
	test('gives an empty list one empty page', () => assert.equal(paginate([]).length, 1));
	test('says where in the list a page is, when there are several', () => {
		assert.equal(placeInList({ page: 2, pages: 5 }), ', sida 2 av 5');
		assert.equal(placeInList({ page: 1, pages: 1 }), '');
	});
});

describe('splitSections', () => {
	test('cuts at headings of level 2 and keeps what stands before', () =>
		assert.deepEqual(
			splitSections('<p>Först.</p><h2 id="a">A &amp; B</h2><p>1</p><h3 id="x">X</h3><h2 id="b">B</h2>2'),
			{
				lead: '<p>Först.</p>',
				sections: [
					{ id: 'a', title: 'A & B', html: '<p>1</p><h3 id="x">X</h3>' },
					{ id: 'b', title: 'B', html: '2' },
				],
			},
		));
	test('puts the footnotes in a section of their own', () => {
		const { sections } = splitSections(
			'<h2 id="a">A</h2><p>Text</p><section data-footnotes class="footnotes"><h2 id="footnote-label">Fotnoter</h2><ol><li>Not</li></ol></section>',
		);
		assert.deepEqual(
			sections.map(({ id, html }) => [id, html]),
			[
				['a', '<p>Text</p>'],
				['fotnoter', '<ol><li>Not</li></ol>'],
			],
		);
	});
});

test('addresses are short, end with a slash, and the first page of a list is the list', () => {
	assert.equal(examplePath({ id: 'lund-mr-stad' }), '/exempel/lund-mr-stad/');
	assert.equal(pointPath({ number: 7 }), '/punkt/7/');
	assert.equal(pointPath({ number: 7 }, 2), '/punkt/7/sida/2/');
	assert.equal(conceptPath({ id: 'enkat' }, 1), '/begrepp/enkat/');
	assert.equal(searchPath('mål & medel'), '/sok/?q=m%C3%A5l%20%26%20medel');
	assert.equal(toAbsolute('/punkt/7/'), 'https://tiopunkten.se/punkt/7/');
	assert.equal(toPrinted('/punkt/7/'), 'tiopunkten.se/punkt/7');
});

describe('findPersonalData', () => {
	const found = (text: string) => findPersonalData('fil.mdx', text).length;
	for (const text of [
		'Mejla anna.berg@lund.se',
		'anna_berg@lund.se',
		'Ring 046-35 50 00',
		'Ring 070 123 45 67',
		'+46 70-123 45 67',
		'850709-9805',
		'19850709-9805',
	])
		test(`notices ${text}`, () => assert.equal(found(text), 1));
	for (const text of [
		'kommunen@lund.se',
		'KS 2024/1035',
		'KS2006/0020-10',
		'2017–2020',
		'2019-05-07',
		'kod 0126',
		'https://x.se/0771-123456',
		'803-1016/2015',
		'1,3 miljoner',
		'40 000 artiklar',
	])
		test(`leaves ${text} alone`, () => assert.equal(found(text), 0));
});
