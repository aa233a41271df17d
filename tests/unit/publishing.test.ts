/** What publicera finds out and writes: which texts say something new, and the line that tells of it. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { bodyIn } from '../../src/catalogue/form.ts';
import { readContentFile } from '../../src/catalogue/read.ts';
import {
	compareTexts,
	fingerprint,
	formatPublished,
	parsePublished,
	stampChange,
	stampPublication,
	type Text,
} from '../../src/editing/publishing.ts';
import { EXAMPLE } from '../support/files.ts';

const FILE = 'content/exempel/natverk.mdx';
const read = (text: string) => readContentFile('examples', FILE, text).entries[0] as Text;
const print = (text: string) => fingerprint(read(text).data, bodyIn(text));
const published = compareTexts([read(EXAMPLE)], () => bodyIn(EXAMPLE), new Map()).now;
const compare = (text: string) => compareTexts([read(text)], () => bodyIn(text), published);

describe('a text says the same', () => {
	for (const [what, text] of [
		['after a new review', EXAMPLE.replace('reviewed: 2026-02-01', 'reviewed: 2026-03-01')],
		['with its lines broken elsewhere', EXAMPLE.replace('Ett nätverk bildades', 'Ett\nnätverk  bildades')],
		['with comments and empty fields', EXAMPLE.replace('evidence:', '# Kunskapsläget\nracism: []\nevidence:')],
		['with the line endings of Windows', EXAMPLE.replace(/\n/g, '\r\n')],
	] as const)
		test(what, () => assert.equal(print(text), print(EXAMPLE)));
});

describe('a text says something else', () => {
	for (const [what, text] of [
		['when its body does', EXAMPLE.replace('Ett nätverk bildades', 'Två nätverk bildades')],
		['when a field does', EXAMPLE.replace('started: 2013', 'started: 2014')],
	] as const)
		test(what, () =>
			assert.deepEqual(
				compare(text).silent.map(({ file }) => file),
				[FILE],
			),
		);
	test('and is not silent once its list of changes has grown', () => {
		const told = EXAMPLE.replace('started: 2013', 'started: 2014').replace(
			'evidence:',
			'changes:\n  - date: 2026-02-01\n    note: Rätt år\nevidence:',
		);
		assert.deepEqual([compare(told).changed.length, compare(told).silent.length], [1, 0]);
	});
	test('and is told apart when it has gone into another, since only the commands know the day', () => {
		const { silent, merged } = compare(EXAMPLE.replace('evidence:', 'status: merged\nmergedInto: annat\nevidence:'));
		assert.deepEqual([silent.length, merged.map(({ file }) => file)], [0, [FILE]]);
	});
	test('and needs no note when it is withdrawn, which tells itself', () => {
		const gone = EXAMPLE.replace(
			'evidence:',
			'status: withdrawn\nwithdrawn:\n  date: 2026-02-01\n  reason: Fel kommun.\nevidence:',
		);
		assert.deepEqual([compare(gone).changed.length, compare(gone).silent.length], [1, 0]);
	});
});

test('a new text is new, and a draft is nothing', () => {
	assert.equal(compareTexts([read(EXAMPLE)], () => '', new Map()).added.length, 1);
	const draft = compareTexts([read(EXAMPLE.replace('evidence:', 'draft: true\nevidence:'))], () => '', new Map());
	assert.deepEqual([draft.added.length, draft.now.size], [0, 0]);
});

test('what was published is remembered', () => {
	assert.deepEqual(parsePublished(formatPublished(published)), published);
	assert.deepEqual(parsePublished('<<<<<<< HEAD\nskräp\n'), new Map(), 'a broken line is as if it were not there');
});

describe('a change is stamped', () => {
	const change = { date: '2026-11-22', note: 'Ny uppföljning: färre hot' };
	const item = '  - date: 2026-11-22\n    note: "Ny uppföljning: färre hot"';
	const old = '  - date: 2026-02-02\n    note: Rättat årtal';
	for (const [what, before, after] of [
		['where there was no list', 'evidence: described', `evidence: described`],
		['where the list was empty', 'changes: []\nevidence: described', `changes:\n${item}\nevidence: described`],
		[
			'after the changes there are',
			`changes:\n${old}\nevidence: described`,
			`changes:\n${old}\n${item}\nevidence: described`,
		],
	] as const)
		test(what, () => {
			const stamped = stampChange(FILE, EXAMPLE.replace('evidence: described', before), change) ?? '';
			const wanted = EXAMPLE.replace('evidence: described', after);
			assert.equal(stamped, before === after ? wanted.replace('\n---\n\n', `\nchanges:\n${item}\n---\n\n`) : wanted);
		});
	test('unless the list is written on one line, which the editor must do', () =>
		assert.equal(
			stampChange(
				FILE,
				EXAMPLE.replace('evidence:', 'changes: [{ date: 2026-02-02, note: Rättat }]\nevidence:'),
				change,
			),
			undefined,
		));
});

test('a new text gets the day of its publication, as published and reviewed, and is otherwise as it stood', () =>
	assert.equal(
		stampPublication(EXAMPLE.replace('published: 2026-01-01', 'published: "2026-01-01" # utkast'), '2026-11-22'),
		EXAMPLE.replace(/published: .*/, 'published: 2026-11-22 # utkast').replace(/reviewed: .*/, 'reviewed: 2026-11-22'),
	));
