/** HTML validity of every built page. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { markupErrors } from '../../src/tools/markup.ts';
import { pages } from '../support/site.ts';

test('every page is valid HTML', async () => {
	const errors: string[] = [];
	for (const { path, html } of pages) errors.push(...(await markupErrors(path, html)));
	assert.deepEqual([...new Set(errors)].slice(0, 20), []);
});
