/** Citations: the wording of Swedish papers, and formats that independent parsers read back. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Citable } from '../../src/citations/citable.ts';
import { citeDocument, citeExample, citeMunicipality, citePoint } from '../../src/citations/citable.ts';
import { metadataOf, toBibtex, toCsl, toRis } from '../../src/citations/exports.ts';
import { citationsOf, footnote, reference, runningText, textOfRuns } from '../../src/citations/texts.ts';
import { catalogueOf, example, municipality, paper } from '../support/entries.ts';
import { parseReferences } from '../support/references.ts';

const ITEM: Citable = {
	key: 'exempel-botkyrka',
	title: 'Nätverk mot rykten',
	about: 'Botkyrka kommun',
	summary: 'Botkyrka har ett nätverk.',
	reviewed: '2026-11-20',
	path: '/exempel/botkyrka/',
};

describe('citations as text', () => {
	test('running text ends with site, review date and short address in brackets', () =>
		assert.equal(
			textOfRuns(runningText(ITEM)),
			'Botkyrka har ett nätverk (Tiopunkten, granskad 20\u00a0november 2026, tiopunkten.se/exempel/botkyrka).',
		));
	test('a footnote has title, municipality, review date and whole address', () =>
		assert.equal(
			textOfRuns(footnote(ITEM)),
			'Tiopunkten, ”Nätverk mot rykten”, Botkyrka kommun, granskad 20\u00a0november 2026, https://tiopunkten.se/exempel/botkyrka/',
		));
	test('an item in a list of sources is Harvard’s', () =>
		assert.equal(
			textOfRuns(reference(ITEM)),
			'Tiopunkten (2026). Nätverk mot rykten. Botkyrka kommun. Granskad 20\u00a0november 2026. https://tiopunkten.se/exempel/botkyrka/',
		));
	test('the address alone is the address alone', () =>
		assert.equal(textOfRuns(citationsOf(ITEM).at(-1)?.runs ?? []), 'https://tiopunkten.se/exempel/botkyrka/'));
	test('the address is a link in every form', () => {
		for (const { id, runs } of citationsOf(ITEM))
			assert.ok(
				runs.some(({ href }) => href === 'https://tiopunkten.se/exempel/botkyrka/'),
				id,
			);
	});
	test('a municipality that the title begins with is not said again', () =>
		assert.doesNotMatch(
			textOfRuns(footnote({ ...ITEM, title: 'Botkyrka kommun: exempel och dokument' })),
			/kommun.*Botkyrka kommun/,
		));
});

describe('what is cited', () => {
	const catalogue = catalogueOf({
		examples: [example('natverk', { municipalities: ['lund', 'orebro'], reviewed: '2026-03-01' })],
		documents: [paper('motion')],
		municipalities: [municipality('lund'), municipality('orebro')],
	});
	test('an example is about all its municipalities', () => {
		const item = citeExample(catalogue.examples.find(({ id }) => id === 'natverk')!);
		assert.equal(item.about, 'Lunds kommun och Örebro kommun');
		assert.equal(item.path, '/exempel/natverk/');
	});
	test('a document is about its municipality', () =>
		assert.equal(citeDocument(catalogue.documents[0]!).about, 'Lunds kommun'));
	test('a point is about none', () => assert.equal(citePoint(catalogue.points[0]!).about, undefined));
	test('a municipality’s page is as fresh as the latest thing on it', () => {
		const orebro = catalogue.municipalities.find(({ id }) => id === 'orebro')!;
		const item = citeMunicipality(orebro, catalogue);
		assert.equal(item.reviewed, '2026-03-01');
		assert.equal(
			item.summary.replaceAll('\u00a0', ' '),
			'Tiopunkten redovisar 1 exempel och 0 dokument från Örebro kommun, under en av de tio punkterna.',
		);
	});
});

describe('exports read back by other programs', () => {
	const awkward: Citable = {
		...ITEM,
		key: 'exempel-svar',
		title: 'Råd & ”stöd” till 100 %: §7_a {utkast} #1 – Åre ~ Öland',
		path: '/exempel/svar/',
	};
	for (const [format, text] of [
		['bib', toBibtex([ITEM, awkward])],
		['ris', toRis([ITEM, awkward])],
		['json', toCsl([ITEM, awkward])],
	] as const)
		test(`${format} keeps title, organisation, date and address`, () => {
			const read = parseReferences(format, text);
			assert.deepEqual(
				read,
				[ITEM, awkward].map(({ title, path }) => ({
					title,
					author: 'Tiopunkten',
					date: '2026-11-20',
					url: `https://tiopunkten.se${path}`,
					publisher: 'Tiopunkten',
					note: 'Botkyrka kommun. Granskad 20 november 2026.',
				})),
			);
		});
	test('BibTeX braces the organisation, so that no program makes a person of it', () =>
		assert.match(toBibtex([ITEM]), /author = \{\{Tiopunkten\}\}/));
	test('RIS lines end as the format demands', () =>
		assert.doesNotMatch(toRis([ITEM]).replaceAll('\r\n', ''), /[\r\n]/));
	test('the metadata of a page says the same', () => {
		const metadata = Object.fromEntries(metadataOf(ITEM));
		assert.equal(metadata['citation_title'], ITEM.title);
		assert.equal(metadata['citation_publication_date'], '2026/11/20');
		assert.equal(metadata['DC.coverage'], 'Botkyrka kommun');
		assert.equal(metadata['DC.identifier'], 'https://tiopunkten.se/exempel/botkyrka/');
	});
});
