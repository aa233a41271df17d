/** Where compounds divide, judged against words divided by hand. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { openSplitter } from '../../src/tools/splitter.ts';

const { split } = openSplitter();
const lines = (file: string) =>
	readFileSync(`tests/search/${file}`, 'utf8')
		.split('\n')
		.filter((line) => line && !line.startsWith('#'));

/** `+` divides, a single letter between two `+` is a linking letter, `|` may divide or not. */
function boundaries(gold: string) {
	const found: { from: number; to: number; free: boolean }[] = [];
	let at = 0;
	let sign = '';
	for (const part of gold.split(/([+|])/)) {
		if (part === '+' || part === '|') {
			sign = part;
			continue;
		}
		const last = found.at(-1);
		if (at > 0 && last && part.length === 1) last.to = at + 1;
		else if (at > 0 && last?.to === at) last.free ||= sign === '|';
		at += part.length;
		found.push({ from: at, to: at, free: false });
	}
	found.pop();
	// A linking letter closes the boundary before it.
	return found.filter((boundary, index) => index === 0 || (found[index - 1] as { to: number }).to !== boundary.from);
}

test('compounds divide where people divide them', () => {
	let right = 0;
	let wrong = 0;
	let missed = 0;
	for (const gold of lines('sammansatta.txt')) {
		const seams = boundaries(gold);
		const parts = split(gold.replace(/[+|]/g, ''));
		let at = 0;
		const made = parts.slice(0, -1).map((part) => (at += part.length));
		for (const place of made) {
			if (seams.some(({ from, to }) => place >= from && place <= to)) right += 1;
			else wrong += 1;
		}
		missed += seams.filter(({ from, to, free }) => !free && !made.some((place) => place >= from && place <= to)).length;
	}
	assert.ok(right / (right + wrong) >= 0.95, `precision ${right / (right + wrong)}`);
	assert.ok(right / (right + missed) >= 0.88, `recall ${right / (right + missed)}`);
});

test('simple words are left whole', () => {
	const words = lines('enkla.txt').join(' ').trim().split(/\s+/);
	const divided = words.filter((word) => split(word).length > 1);
	assert.ok(divided.length <= words.length * 0.04, divided.join(' '));
});
