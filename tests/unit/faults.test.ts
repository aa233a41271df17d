/** The table of faults is whole: every code is given somewhere, is tried by something broken, and leads to its page. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { AREAS, CODES, FAULTS } from '../../src/catalogue/faults.ts';
import { faultPath } from '../../src/paths.ts';
import { BROKEN_FILES } from '../support/broken-files.ts';

/** Codes that only show on disk or against the register: tried in granska.test.ts and addresses.test.ts. */
const ELSEWHERE = [
	'TP102',
	'TP107',
	'TP108',
	'TP415',
	'TP801',
	'TP802',
	'TP803',
	'TP804',
	'TP805',
	'TP806',
	'TP807',
	'TP808',
];

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
	.filter((file) => /\.ts$/.test(file) && !file.endsWith('faults.ts'))
	.map((file) => readFileSync(join('src', file), 'utf8'))
	.join('\n');

describe('every code', () => {
	test('is given somewhere in the code', () =>
		assert.deepEqual(
			CODES.filter((code) => !sources.includes(`'${code}'`)),
			[],
		));

	test('is tried by at least one broken input', () => {
		const tried = new Set<string>([...BROKEN_FILES.map(({ code }) => code), ...ELSEWHERE]);
		assert.deepEqual(
			CODES.filter((code) => !tried.has(code)),
			[],
		);
		const elsewhere = ['granska', 'addresses']
			.map((name) => readFileSync(`tests/unit/${name}.test.ts`, 'utf8'))
			.join('\n');
		assert.deepEqual(
			ELSEWHERE.filter((code) => !elsewhere.includes(code)),
			[],
		);
	});

	test('has an area, a title, a reason, and shows wrong and right', () => {
		for (const code of CODES) {
			const { title, why, wrong, right } = FAULTS[code];
			assert.ok(AREAS[code.charAt(2)], code);
			for (const text of [title, why, wrong, right]) assert.notEqual(text.trim(), '', code);
			assert.notEqual(wrong, right, code);
			assert.match(why, /\.$/, code);
			assert.doesNotMatch(title, /\.$/, code);
		}
	});

	test('stands in the order of its number, and no title is used twice', () => {
		assert.deepEqual(CODES, [...CODES].sort());
		assert.equal(new Set(CODES.map((code) => FAULTS[code].title)).size, CODES.length);
	});

	test('leads to an address of small letters', () => assert.equal(faultPath('TP101'), '/bidra/fel/tp101/'));
});
