/** Bodies wait in a file, so that the memory of a build does not grow with all that is written. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openOverflow } from '../../src/overflow.ts';

test('what is put in the overflow comes back whole, whatever else is there', () => {
	const overflow = openOverflow<{ readonly text: string }>();
	const texts = ['Ett råd', '', 'å'.repeat(100_000), '𝄞'];
	for (const [index, text] of texts.entries()) overflow.set(String(index), { text });
	for (const [index, text] of texts.entries()) assert.deepEqual(overflow.get(String(index)), { text });
	assert.equal(overflow.get('4'), undefined);
});
