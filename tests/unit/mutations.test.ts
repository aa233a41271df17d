/** A thousand files that nobody would write: none stops the reading, and each answer has a code, a place and Swedish. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import type { CollectionName } from '../../src/catalogue/places.ts';
import { FAULTS } from '../../src/catalogue/faults.ts';
import { readContentFile } from '../../src/catalogue/read.ts';
import { tidy } from '../../src/catalogue/tidy.ts';
import { DOCUMENT, EXAMPLE, smallCatalogue } from '../support/files.ts';

const files = smallCatalogue();
const ORIGINALS: readonly (readonly [CollectionName, string, string])[] = [
	['examples', 'content/exempel/a.mdx', EXAMPLE],
	['documents', 'content/dokument/a.mdx', DOCUMENT],
	['points', 'content/punkter/1.mdx', files['content/punkter/1.mdx'] as string],
	['municipalities', 'content/kommuner.yml', files['content/kommuner.yml'] as string],
	['sources', 'content/kallor.yml', files['content/kallor.yml'] as string],
	['concepts', 'content/begrepp/metoder.yml', files['content/begrepp/metoder.yml'] as string],
];

/** What makes parsers stumble, beside any character at all. */
const SCRAPS = [
	...[
		'---',
		'---\n',
		'...',
		'- ',
		': ',
		'? ',
		'| ',
		'> ',
		'[',
		']',
		'{',
		'}',
		'"',
		"'",
		'&a',
		'*a',
		'!!',
		'!!js/function',
		'<<: ',
	],
	...[
		'%YAML 1.1',
		'#',
		'\t',
		'\r',
		'\0',
		'\uFEFF',
		'\u202E',
		'\uD800',
		'å',
		'🙂',
		'__proto__: 1',
		'constructor: {}',
		'null',
		'~',
	],
	...[
		'.inf',
		'0x1',
		'2026-02-30',
		'1e999',
		'-1',
		'true',
		'[[[[',
		'}}}}',
		'<',
		'</',
		'<Note>',
		'</Note>',
		'<script>',
		'{x}',
		'{/*',
	],
	...[
		'```',
		'~~~',
		'    ',
		'# ',
		'## Bakgrund\n',
		'####### ',
		'| a |\n| - |\n',
		'[^1]',
		'[^1]: x',
		'[a](javascript:x)',
		'![',
		'](',
		'\\',
	],
	...['&#x202e;', 'import x\n', 'export default 1\n', '\n\n\n', 'ATT GÖRA'],
];

type Change = (text: string) => string;
const at = (text: string, share: number) => Math.floor(share * (text.length + 1));
const share = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
const scrap = fc.oneof(fc.constantFrom(...SCRAPS), fc.string({ unit: 'binary', maxLength: 8 }));
const lines = (text: string, edit: (rows: string[]) => void) => {
	const rows = text.split('\n');
	edit(rows);
	return rows.join('\n');
};
const row = (rows: readonly string[], part: number) => Math.floor(part * rows.length);

const change: fc.Arbitrary<Change> = fc.oneof(
	fc.tuple(share, scrap).map(
		([place, added]): Change =>
			(text) =>
				text.slice(0, at(text, place)) + added + text.slice(at(text, place)),
	),
	fc.tuple(share, fc.nat(40)).map(
		([place, length]): Change =>
			(text) =>
				text.slice(0, at(text, place)) + text.slice(at(text, place) + length),
	),
	fc.tuple(share, share).map(
		([a, b]): Change =>
			(text) =>
				lines(text, (rows) => rows.splice(row(rows, a), 0, rows[row(rows, b)] as string)),
	),
	share.map(
		(a): Change =>
			(text) =>
				lines(text, (rows) => rows.splice(row(rows, a), 1)),
	),
	fc.tuple(share, scrap).map(
		([a, value]): Change =>
			(text) =>
				lines(text, (rows) => {
					const place = row(rows, a);
					rows[place] = (rows[place] as string).replace(/:.*$/, () => `: ${value}`);
				}),
	),
	fc.tuple(share, fc.nat(6)).map(
		([a, indent]): Change =>
			(text) =>
				lines(text, (rows) => {
					const place = row(rows, a);
					rows[place] = ' '.repeat(indent) + (rows[place] as string).trimStart();
				}),
	),
	fc.tuple(share, fc.constantFrom(...SCRAPS), fc.integer({ min: 2, max: 60 })).map(
		([place, added, times]): Change =>
			(text) =>
				text.slice(0, at(text, place)) + added.repeat(times) + text.slice(at(text, place)),
	),
);
const mutated = fc
	.tuple(fc.constantFrom(...ORIGINALS), fc.array(change, { minLength: 1, maxLength: 4 }))
	.map(([[name, file, text], changes]) => ({ name, file, text: changes.reduce((now, next) => next(now), text) }));

const SETTINGS = { numRuns: 1000, seed: 20261122 };

test('a thousand mutated files are read to the end, and every finding has a code, a place and a message', () =>
	fc.assert(
		fc.property(mutated, ({ name, file, text }) => {
			for (const { code, line, column, message } of readContentFile(name, file, text).problems) {
				assert.ok(FAULTS[code], code);
				assert.ok(line === undefined || (line >= 1 && line <= text.split(/\r\n?|\n/).length + 1), `line ${line}`);
				assert.ok(column === undefined || column >= 1, `column ${column}`);
				assert.match(message, /[.)]$/);
				assert.doesNotMatch(message, /undefined|\[object|^\s+at |\bError\b/m);
			}
		}),
		SETTINGS,
	));

test('a thousand mutated files can be tidied, and what is tidy stays as it is', () =>
	fc.assert(
		fc.property(mutated, ({ name, text }) => {
			const once = tidy(name, text);
			assert.equal(tidy(name, once), once);
		}),
		{ ...SETTINGS, numRuns: 300 },
	));

test('the command reads a folder of mutated files without a stack trace', () => {
	const root = mkdtempSync(join(tmpdir(), 'mutationer-'));
	const write = (file: string, text: string) => {
		mkdirSync(dirname(join(root, file)), { recursive: true });
		writeFileSync(join(root, file), text);
	};
	for (const [file, text] of Object.entries(files)) write(file, text);
	fc.sample(mutated, { ...SETTINGS, numRuns: 200 }).forEach(({ file, text }, index) =>
		write(file.endsWith('.mdx') ? file.replace(/[^/]+$/, `m-${index}.mdx`) : file, text),
	);
	for (const args of [[], ['--fix', '--json']]) {
		const { status, stdout, stderr } = spawnSync(process.execPath, [resolve('src/tools/granska.ts'), ...args], {
			cwd: root,
			encoding: 'utf8',
			maxBuffer: 1e8,
		});
		assert.equal(status, 1, stderr);
		assert.equal(stderr, '');
		assert.doesNotMatch(stdout, /^\s+at .*:\d+:\d+\)?$/m);
		assert.doesNotMatch(stdout, /TP108/);
	}
	rmSync(root, { recursive: true });
});
