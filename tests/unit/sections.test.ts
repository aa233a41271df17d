import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { withoutIds } from '../../src/sections.ts';

describe('withoutIds', () => {
	test('takes the ids out and leads links within the body to the body’s own page', () =>
		assert.equal(
			withoutIds(
				'<p id="a">Se <a href="#fn-1" id="ref-1" aria-describedby="x">1</a> och <a href="/om/">om</a>.</p>',
				'/exempel/lund/',
			),
			'<p>Se <a href="/exempel/lund/#fn-1">1</a> och <a href="/om/">om</a>.</p>',
		));
});
