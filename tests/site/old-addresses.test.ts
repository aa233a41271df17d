/** The page that takes the old SKL and SKR addresses, as it is without script. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findOldAddresses } from '../../src/addresses/old.ts';
import { answers, pageAt, textOf } from '../support/site.ts';

const rows = pageAt('/gammal-adress/').root.querySelectorAll('tr[data-gammal]');

test('the table has the ten points, the overview and the network, each with a link that answers', () => {
	const targets = rows.map((row) => row.querySelector('a')?.getAttribute('href') as string);
	assert.deepEqual(targets, [...Array.from({ length: 10 }, (_, index) => `/punkt/${index + 1}/`), '/', '/kommun/']);
	for (const target of targets) assert.ok(answers(target), target);
	for (const row of rows) assert.ok(textOf(row).includes(row.getAttribute('data-gammal') as string));
});

test('every old address that the catalogue itself links to leads to its row', () => {
	const known = rows.map((row) => ({ url: row.getAttribute('data-gammal') as string }));
	for (const { url } of known) assert.deepEqual(findOldAddresses(url, known).found, [{ url }]);
});

test('the page for addresses that are not there leads to it', () =>
	assert.ok(pageAt('/404.html').root.querySelector('main a[href="/gammal-adress/"]')));
