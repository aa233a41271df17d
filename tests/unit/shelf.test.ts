/** What a build keeps for the next is used when it still holds, and only then. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, beforeEach, describe, test } from 'node:test';
import { openShelf } from '../../src/tools/shelf.ts';

const folder = mkdtempSync(join(tmpdir(), 'tiopunkten-shelf-'));
const file = join(folder, 'shelf.v8');
after(() => rmSync(folder, { recursive: true }));

/** Takes each text from the shelf and says which had to be made. */
function build(texts: readonly string[], code = 'kod'): string[] {
	const made: string[] = [];
	const shelf = openShelf<{ text: string }>(file, code);
	for (const text of texts) {
		const thing = shelf.take(text, () => {
			made.push(text);
			return { text };
		});
		assert.equal(thing.text, text);
	}
	shelf.keep();
	return made;
}

describe('a shelf', () => {
	beforeEach(() => {
		rmSync(file, { force: true });
		build(['ett', 'två']);
	});

	test('makes nothing that was made by the build before', () => assert.deepEqual(build(['ett', 'två']), []));
	test('makes what is new', () => assert.deepEqual(build(['ett', 'två', 'tre']), ['tre']));
	test('makes a text that stands in two places once', () => assert.deepEqual(build(['tre', 'tre']), ['tre']));
	test('forgets what a build did not ask for', () => {
		build(['två']);
		assert.deepEqual(build(['ett', 'två']), ['ett']);
	});
	test('is empty for other code', () => assert.deepEqual(build(['ett'], 'annan kod'), ['ett']));
	test('is empty when its file is broken', () => {
		writeFileSync(file, 'inte en hylla');
		assert.deepEqual(build(['ett']), ['ett']);
	});
});
