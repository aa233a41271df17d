/** What a reader is told of the sources' addresses: the truth, also when nobody has checked them yet. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reportOn } from '../../src/tools/content-report.ts';
import { pageAt, pages, textOf } from '../support/site.ts';

const { entries } = reportOn(process.cwd());
const checked = new Map(entries.sourceStates.map(({ data }) => [data.url, data]));

test('every source with an address says what the latest check gave, or that there has been none', () => {
	let seen = 0;
	for (const { path, root } of pages.filter((page) => /^\/(exempel|dokument)\/[^/]+\/$/.test(page.path)))
		for (const item of root.querySelectorAll('.kalla > li')) {
			const url = item.querySelector('a.url')?.getAttribute('href');
			if (!url) continue;
			seen += 1;
			const told = item.querySelectorAll('li').map(textOf);
			if (checked.has(url))
				assert.ok(
					told.some((fact) => / kontrollerad \d/.test(fact)),
					path,
				);
			else assert.ok(told.includes('Inte kontrollerad än'), path);
		}
	assert.ok(seen > 200, String(seen));
});

test('the page of the sources counts each of them once', () => {
	const table = pageAt('/om/kallor/').root.querySelector('main table');
	const numbers = (table?.querySelectorAll('tbody td') ?? []).map((cell) => Number(textOf(cell)));
	assert.equal(
		numbers.reduce((sum, number) => sum + number, 0),
		entries.sources.length,
	);
	assert.equal(Number(textOf(table?.querySelector('tfoot td'))), entries.sources.length);
});
