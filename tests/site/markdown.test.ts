/** What Markdown becomes, on the built pages: Swedish footnotes, tables, quotation marks, and no space lost. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { pageAt, pages, textOf } from '../support/site.ts';

describe('Markdown on the built pages', () => {
	const { root } = pageAt('/hanvisa/');

	test('a table has a header row with cells that say so', () => {
		const table = root.querySelector('main table');
		assert.deepEqual(table?.querySelectorAll('thead th').map(textOf), ['Du skriver', 'Välj', 'Den innehåller']);
		assert.equal(table?.querySelectorAll('tbody tr').length, 4);
	});

	test('footnotes stand in a section of their own with Swedish labels', () => {
		const notes = root.querySelector('section#fotnoter');
		assert.equal(textOf(notes?.querySelector('h2')), 'Fotnoter');
		const back = notes?.querySelector('a[data-footnote-backref]');
		assert.equal(back?.getAttribute('aria-label'), 'Tillbaka till hänvisning 1');
		const reference = root.querySelector('a[data-footnote-ref]');
		assert.equal(reference?.getAttribute('href'), `#${notes?.querySelector('li')?.id}`);
		assert.equal(back?.getAttribute('href'), `#${reference?.id}`);
	});

	test('quotation marks come out as the editor wrote them', () => {
		assert.match(textOf(pageAt('/om/').root.querySelector('main')), /som ”Uppgift saknas”\./);
		for (const page of pages) assert.doesNotMatch(textOf(page.root.querySelector('main')), /[“„«»]/, page.path);
	});

	test('no space is lost or won between inline elements', () => {
		assert.match(textOf(root.querySelector('.steps')), /Öppna sidan för exemplet/);
		assert.match(
			textOf(pageAt('/om/').root.querySelector('#anvanda-texterna')),
			/Licensen heter Creative Commons Erkännande 4\.0\./,
		);
		for (const { path, root: page } of pages)
			assert.doesNotMatch(page.querySelector('body')?.textContent ?? '', /[\p{L}\d]\s+[,.;:](\s|$)/u, path);
	});

	test('words of the source stand on the page, bodies with components and without', () => {
		for (const folder of ['exempel', 'sidor'])
			for (const file of readdirSync(`content/${folder}`).filter((name) => !name.startsWith('_'))) {
				const body = readFileSync(`content/${folder}/${file}`, 'utf8').split(/\n---\n/)[1] ?? '';
				const sentence = /^[A-ZÅÄÖ][^\n*`[\]<|()]{30,}/m.exec(body)?.[0].slice(0, 60);
				const path = folder === 'exempel' ? `/exempel/${file.replace('.mdx', '')}/` : `/${file.replace('.mdx', '')}/`;
				if (sentence)
					assert.ok(textOf(pageAt(path).root.querySelector('main')).includes(sentence.trim()), `${path}: ${sentence}`);
			}
	});
});
