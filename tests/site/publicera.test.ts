/**
 * A small site published, changed and published again with the clock set to coming years: what is told of changes, what
 * texts that nobody has reviewed for years say, and that drafts are nowhere.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { parse } from 'node-html-parser';
import { copyProject } from '../support/copy.ts';
import { DOCUMENT, EXAMPLE, smallProject } from '../support/files.ts';
import { textOf } from '../support/site.ts';

/** Midnight on 1 February 2031: five years after the first example's review. */
const CLOCK = String(Date.UTC(2031, 1, 1) / 1000);
const CHANGED = 'content/exempel/natverk-lund.mdx';

let folder = '';
const read = (file: string) => readFileSync(join(folder, file), 'utf8');
const write = (file: string, text: string) => {
	mkdirSync(dirname(join(folder, file)), { recursive: true });
	writeFileSync(join(folder, file), text);
};
const publicera = (...args: string[]) =>
	spawnSync(process.execPath, ['src/tools/publicera.ts', ...args], {
		cwd: folder,
		encoding: 'utf8',
		env: { ...process.env, SOURCE_DATE_EPOCH: CLOCK },
	});
const reviewed = (text: string, title: string, day: string) =>
	text.replace(/title: .*/, `title: ${title}`).replace(/reviewed: .*/, `reviewed: ${day}`);

before(() => {
	folder = copyProject();
	rmSync(join(folder, 'content'), { recursive: true });
	const files = {
		...smallProject(),
		'content/exempel/fyra-ar.mdx': reviewed(EXAMPLE, 'Ett råd', '2026-02-02'),
		'content/exempel/nyss.mdx': reviewed(EXAMPLE, 'En kurs', '2030-06-01'),
		'content/exempel/utkast.mdx': EXAMPLE.replace(/title: .*/, 'title: Kvastskaftsprojektet')
			.replace('\n---\n\n', '\ndraft: true\n---\n\n')
			.replace('Kommunen ville', 'ATT GÖRA: Skriv om kvastskaften. Kommunen ville'),
		'content/dokument/lund-motion.mdx': reviewed(DOCUMENT, 'En motion', '2027-01-01'),
		'content/sidor/bidra.mdx':
			'---\ntitle: Bidra\nsummary: Så bidrar du.\npublished: 2026-01-01\nreviewed: 2026-01-01\n---\n\n## Så\n\nSkriv.\n',
	};
	for (const [file, text] of Object.entries(files)) write(file, text);
	const first = publicera('--json');
	assert.equal(first.status, 0, first.stdout + first.stderr);
	const told = JSON.parse(first.stdout) as { nya: string[]; utkast: string[]; adresser: string[] };
	assert.deepEqual(told.utkast, ['content/exempel/utkast.mdx']);
	assert.equal(told.nya.length, 5);
	assert.ok(told.adresser.includes('/exempel/nyss/'));
});
after(() => rmSync(folder, { recursive: true, force: true }));

describe('a text that was reviewed long ago', () => {
	const noticeOf = (path: string) => {
		const main = parse(read(`dist/${path}/index.html`)).querySelector('main');
		return textOf(main?.querySelectorAll('.gap').find((node) => textOf(node).includes('granskades senast')));
	};
	test('five years ago: the reader is told to read the sources', () =>
		assert.match(noticeOf('exempel/natverk-lund'), /granskades senast 1 februari 2026\. Det är mer än fem år sedan/));
	test('two years ago: the reader is told that things may have changed', () =>
		assert.match(noticeOf('exempel/fyra-ar'), /granskades senast 2 februari 2026\. Det är mer än två år sedan/));
	test('less than two years ago: nothing is said', () => assert.equal(noticeOf('exempel/nyss'), ''));
	test('documents, points and pages of text say it too', () => {
		assert.match(noticeOf('dokument/lund-motion'), /mer än två år sedan/);
		assert.match(noticeOf('punkt/1'), /mer än fem år sedan/);
		assert.match(noticeOf('bidra'), /mer än fem år sedan/);
	});
});

test('a draft is in no published file, neither in a page nor in the data nor in the search', () => {
	const files = readdirSync(join(folder, 'dist'), { recursive: true, withFileTypes: true }).filter((one) =>
		one.isFile(),
	);
	const told = files
		.map((one) => join(one.parentPath, one.name))
		.filter(
			(file) => file.includes('/exempel/utkast') || /kvastskaft|exempel\/utkast/i.test(readFileSync(file, 'latin1')),
		);
	assert.deepEqual(told, []);
	assert.ok(files.length > 30);
});

describe('a text that has changed', () => {
	before(() => write(CHANGED, EXAMPLE.replace('Ett nätverk bildades', 'Två nätverk bildades')));

	test('stops the publishing until someone says what has changed', () => {
		const { status, stderr } = publicera();
		assert.equal(status, 2);
		assert.match(
			stderr,
			/har ändrats utan att säga hur[^]*Ett nätverk mot rykten \(content\/exempel\/natverk-lund\.mdx\)/,
		);
	});
	test('is shown with --prov, and nothing is written', () => {
		write('content/exempel/en-till.mdx', reviewed(EXAMPLE, 'En till', '2030-01-01'));
		const remembered = ['content/publicerat.txt', 'content/adressregister.txt', CHANGED].map(read);
		const { status, stdout } = publicera('--prov', '--notering', 'Ett nätverk till');
		assert.equal(status, 0);
		assert.match(stdout, /1\u00a0ny text:\n {2}En till/);
		assert.match(stdout, /natverk-lund\.mdx\): Ett nätverk till/);
		assert.match(stdout, /nya adresser skulle föras in i registret:\n {2}\/exempel\/en-till\//);
		assert.match(stdout, /som ingen har granskat på två år[^]*content\/punkter\/1\.mdx, granskad 1\u00a0januari 2026/);
		assert.deepEqual(['content/publicerat.txt', 'content/adressregister.txt', CHANGED].map(read), remembered);
		assert.ok(!existsSync(join(folder, 'dist/exempel/en-till')));
	});
	test('takes back its note when the build stops', () => {
		const text = read(CHANGED);
		const motion = read('content/dokument/lund-motion.mdx');
		rmSync(join(folder, 'content/exempel/nyss.mdx'));
		const { status, stderr } = publicera('--notering', 'Ett nätverk till');
		assert.equal(status, 1);
		assert.match(stderr, /byggs inte längre[^]*Bygget stannade/);
		assert.equal(read(CHANGED), text);
		assert.equal(read('content/dokument/lund-motion.mdx'), motion);
		write('content/exempel/nyss.mdx', reviewed(EXAMPLE, 'En kurs', '2030-06-01'));
	});
	test('tells it in the file, on the page and in the feed of changes, and its address is registered', () => {
		const { status, stdout, stderr } = publicera('--notering', 'Ett nätverk till');
		assert.equal(status, 0, stderr);
		assert.match(stdout, /Klart\. Checka in content\//);
		assert.match(read(CHANGED), /^changes:\n {2}- date: 2031-02-01\n {4}note: Ett nätverk till$/m);
		assert.match(read('dist/exempel/natverk-lund/index.html'), /Ett nätverk till/);
		const feeds = readdirSync(join(folder, 'dist'), { recursive: true, encoding: 'utf8' }).filter((file) =>
			/andringar\.(xml|json)$/.test(file),
		);
		assert.ok(feeds.length > 0);
		for (const feed of feeds) assert.match(read(`dist/${feed}`), /Ett nätverk till/);
		assert.match(read('content/adressregister.txt'), /^\/exempel\/en-till\/$/m);
	});
	test('and a new text beside it is dated the day it is published, not the day it was begun', () => {
		const debut = reviewed(EXAMPLE, 'En till', '2031-02-01').replace(/published: .*/, 'published: 2031-02-01');
		assert.equal(read('content/exempel/en-till.mdx'), debut);
		assert.match(read('dist/flode.json'), /"date_published":\s*"2031-02-01T00:00:00Z"/);
		assert.match(
			read('content/exempel/nyss.mdx'),
			/^published: 2026-01-01$/m,
			'what was published before keeps its day',
		);
		assert.match(read('content/exempel/utkast.mdx'), /^published: 2026-01-01$/m, 'a draft keeps its day');
	});
});

test('wrong use is told in Swedish, with exit code 2', () => {
	for (const [args, says] of [
		[['--notering', 'a', '--utan-notering'], /säger emot varandra/],
		[['hej'], /Kommandot tar bara flaggor/],
		[['--notering'], /Skriv text efter --notering/],
	] as const) {
		const { status, stderr } = publicera(...args);
		assert.equal(status, 2);
		assert.match(stderr, says);
	}
});
