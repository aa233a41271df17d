/** Figures as they are written down and as they are told. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { figuresSchema, readFigures } from '../../src/figures.ts';
import { describeStatus, describeTestFaults, describeTestRun } from '../../src/status.ts';
import { EXAMINED, FAULT, readAxeReport } from '../../src/tools/axe-report.ts';
import { weigh } from '../../src/tools/weights.ts';
import { catalogueOf, example } from '../support/entries.ts';

const run = { date: '2026-11-22', axe: '4.14.1', pages: 471, faults: [] };
const spec = (title: string, ...annotations: { type: string; description: string }[]) => ({
	title,
	tests: [{ status: 'expected', annotations }],
});
const examined = (description: string) => ({ type: EXAMINED, description });

describe('figures', () => {
	test('in the file hold together', () => assert.ok(readFigures()));

	test('nobody has measured are missing, not nought', () => {
		assert.deepEqual(readFigures('/finns-inte'), {});
		assert.match(describeTestRun({}), /inte prövade/);
		assert.match(describeTestFaults({}).text, /inte prövade/);
	});

	test('with a field too many or a date that is no day are refused', () => {
		assert.throws(() => figuresSchema.parse({ accessibility: { ...run, score: 1 } }));
		assert.throws(() => figuresSchema.parse({ accessibility: { ...run, date: 'i går' } }));
	});
});

describe('the statement', () => {
	test('tells when and how the pages were examined', () => {
		assert.match(
			describeTestRun({ accessibility: run }),
			/senast den 22.november 2026.*prövades 471.sidor.*axe 4\.14\.1/,
		);
	});

	test('says that nothing was found, or lists each fault', () => {
		assert.equal(
			describeTestFaults({ accessibility: run }).text.replaceAll('\u00a0', ' '),
			'Provningen den 22 november 2026 fann inga fel.',
		);
		const { text, faults } = describeTestFaults({ accessibility: { ...run, faults: ['/om/ light: region: <p>'] } });
		assert.match(text, /fann 1.fel/);
		assert.deepEqual(faults, ['/om/ light: region: <p>']);
	});
});

describe('a report of axe', () => {
	test('gives the pages, each once, and the faults', () => {
		const report = {
			suites: [
				{ specs: [spec('narrow', examined('/'), examined('/om/'))] },
				{ suites: [{ specs: [spec('wide', examined('/'), { type: FAULT, description: '/ light: region' })] }] },
			],
		};
		assert.deepEqual(readAxeReport(report), { pages: 2, faults: ['/ light: region'] });
	});

	test('without a page is no report', () => {
		assert.throws(() => readAxeReport({ suites: [] }), /Ingen sida är prövad/);
	});

	test('of half a run is no report', () => {
		assert.throws(() => readAxeReport({ specs: [spec('stopped')] }), /kom inte till sitt slut: stopped/);
	});
});

test('a page weighs its HTML and the styles for screens, not the one for paper', () => {
	const html = '<p>Hej</p>';
	const [plain] = weigh([{ path: '/', html }], 'tests');
	const [styled] = weigh([{ path: '/', html: `<link rel="stylesheet" href="/unit/status.test.ts">${html}` }], 'tests');
	const [paper] = weigh(
		[{ path: '/', html: `<link rel="stylesheet" href="/finns-inte.css" media="print">${html}` }],
		'tests',
	);
	assert.ok(plain && styled && paper);
	assert.ok(styled.bytes > plain.bytes + 1_000);
	assert.ok(paper.bytes < plain.bytes + 100);
});

test('a share is rounded down to whole per cent, and only then', () => {
	const examples = Array.from({ length: 91 }, (_, index) =>
		example(`a${index}`, index < 57 ? { known: { cost: { text: 'Tio kronor.', sources: ['kalla'] } } } : {}),
	);
	const catalogue = catalogueOf({ examples });
	assert.equal(catalogue.listed.length, 100);
	const rows = describeStatus(catalogue, {}, '1').flatMap((section) => section.rows);
	assert.equal(rows.find(([label]) => label === 'Kostnad känd')?.[1], '57 av 100 (57\u00a0%)');
});
