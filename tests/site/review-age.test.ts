/**
 * Texts that nobody has reviewed for years say so, and drafts are nowhere, on a small site that is built with the clock
 * set to a coming year.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { parse } from 'node-html-parser';
import { copyProject } from '../support/copy.ts';
import { DOCUMENT, EXAMPLE, smallCatalogue } from '../support/files.ts';
import { textOf } from '../support/site.ts';

/** Midnight on 1 February 2031: five years after the example's review, one month short of five after the later ones. */
const CLOCK = String(Date.UTC(2031, 1, 1) / 1000);

describe('a text that was reviewed long ago', () => {
	let folder = '';
	const noticeOf = (path: string) => {
		const main = parse(readFileSync(join(folder, 'dist', path, 'index.html'), 'utf8')).querySelector('main');
		return textOf(main?.querySelectorAll('.gap').find((node) => textOf(node).includes('granskades senast')));
	};

	before(() => {
		folder = copyProject();
		rmSync(join(folder, 'content'), { recursive: true });
		const reviewed = (text: string, title: string, day: string) =>
			text.replace(/title: .*/, `title: ${title}`).replace(/reviewed: .*/, `reviewed: ${day}`);
		const files = {
			...smallCatalogue(),
			'content/exempel/fyra-ar.mdx': reviewed(EXAMPLE, 'Ett råd', '2026-02-02'),
			'content/exempel/nyss.mdx': reviewed(EXAMPLE, 'En kurs', '2030-06-01'),
			'content/exempel/utkast.mdx': EXAMPLE.replace(/title: .*/, 'title: Kvastskaftsprojektet')
				.replace('\n---\n\n', '\ndraft: true\n---\n\n')
				.replace('Kommunen ville', 'ATT GÖRA: Skriv om kvastskaften. Kommunen ville'),
			'content/dokument/lund-motion.mdx': reviewed(DOCUMENT, 'En motion', '2027-01-01'),
			'content/sidor/bidra.mdx':
				'---\ntitle: Bidra\nsummary: Så bidrar du.\npublished: 2026-01-01\nreviewed: 2026-01-01\n---\n\n## Så\n\nSkriv.\n',
		};
		for (const [file, text] of Object.entries(files)) {
			mkdirSync(dirname(join(folder, file)), { recursive: true });
			writeFileSync(join(folder, file), text);
		}
		const { status, stdout, stderr } = spawnSync(process.execPath, ['src/tools/adresser.ts'], {
			cwd: folder,
			encoding: 'utf8',
			env: { ...process.env, SOURCE_DATE_EPOCH: CLOCK },
		});
		assert.equal(status, 0, stdout + stderr);
	});
	after(() => rmSync(folder, { recursive: true, force: true }));

	test('five years ago: the reader is told to read the sources', () =>
		assert.match(noticeOf('exempel/natverk-lund'), /granskades senast 1 februari 2026\. Det är mer än fem år sedan/));
	test('two years ago: the reader is told that things may have changed', () =>
		assert.match(noticeOf('exempel/fyra-ar'), /granskades senast 2 februari 2026\. Det är mer än två år sedan/));
	test('less than two years ago: nothing is said', () => assert.equal(noticeOf('exempel/nyss'), ''));
	test('a draft is in no published file, neither in a page nor in the data nor in the search', () => {
		const files = readdirSync(join(folder, 'dist'), { recursive: true, withFileTypes: true }).filter((one) =>
			one.isFile(),
		);
		const told = files
			.map((one) => join(one.parentPath, one.name))
			.filter((file) => /kvastskaft|utkast\.|\/utkast\//i.test(file + readFileSync(file, 'latin1')));
		assert.deepEqual(told, []);
		assert.ok(files.length > 30);
	});
	test('documents, points and pages of text say it too', () => {
		assert.match(noticeOf('dokument/lund-motion'), /mer än två år sedan/);
		assert.match(noticeOf('punkt/1'), /mer än fem år sedan/);
		assert.match(noticeOf('bidra'), /mer än fem år sedan/);
	});
});
