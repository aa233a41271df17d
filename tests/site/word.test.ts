/** The Word file of a collection, made of the published examples and opened by LibreOffice. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { Packer } from 'docx';
import { compose } from '../../src/collection/output.ts';
import { toWord } from '../../src/collection/word.ts';
import { findLibreOffice } from '../../src/tools/debian.ts';
import { readCardFiles } from '../support/cards.ts';

const TITLE = 'Underlag till en motion';

describe('the Word file in LibreOffice', () => {
	const cards = readCardFiles()
		.flatMap(({ file }) => file.examples)
		.slice(0, 3);
	const folder = mkdtempSync(join(tmpdir(), 'tiopunkten-word-'));
	let opened = '';

	before(async () => {
		const soffice = await findLibreOffice('text');
		const picked = cards.map((card) => ({ card, comment: 'En kommentar' }));
		const points = Array.from({ length: 10 }, (_, index) => `Punkten ${index + 1}`);
		const document = toWord(compose({ title: TITLE, form: 'fotnoter', grouped: true }, picked, points), TITLE);
		writeFileSync(join(folder, 'samling.docx'), await Packer.toBuffer(document));
		// A profile of its own, so that another LibreOffice on the machine does not answer instead.
		const profile = `-env:UserInstallation=file://${folder}/profile`;
		const args = [profile, '--headless', '--convert-to', 'fodt', '--outdir', folder, join(folder, 'samling.docx')];
		const { stderr } = spawnSync(soffice, args, { encoding: 'utf8', timeout: 120_000 });
		assert.ok(stderr !== null);
		opened = readFileSync(join(folder, 'samling.fodt'), 'utf8');
	});
	after(() => rmSync(folder, { recursive: true, force: true }));

	test('has its heading and those of the points', () => {
		const headings = [...opened.matchAll(/<text:h [^>]*text:outline-level="(\d)"[^>]*>([\s\S]*?)<\/text:h>/g)].map(
			([, level, text]) => [level, text?.replace(/<[^>]+>/g, '').trim()],
		);
		assert.deepEqual(headings[0], ['1', TITLE]);
		assert.ok(headings.slice(1).length > 0 && headings.slice(1).every(([level]) => level === '2'));
	});

	test('has a footnote for each example, with a link that leads to it', () => {
		const notes = [...opened.matchAll(/<text:note-body>([\s\S]*?)<\/text:note-body>/g)].map(([, note]) => note ?? '');
		assert.equal(notes.length, cards.length);
		for (const { path } of cards)
			assert.ok(
				notes.some((note) => note.includes(`xlink:href="https://tiopunkten.se${path}"`)),
				path,
			);
	});

	test('keeps the titles’ å, ä and ö', () => {
		for (const { title } of cards) assert.ok(opened.includes(title), title);
	});
});
