/** The tables for spreadsheets, opened by LibreOffice with Swedish settings, as a double click does in Swedish Excel. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { parse as parseCsv } from 'csv-parse/sync';
import { XMLParser } from 'fast-xml-parser';
import { findLibreOffice } from '../../src/tools/debian.ts';
import { DIST } from '../support/site.ts';

const TABLES = ['exempel', 'dokument', 'kommuner'] as const;
/** Semicolon, quotation mark, UTF-8, from the first line, Swedish, numbers and dates recognised as Excel does. */
const AS_EXCEL = 'CSV:59,34,76,1,,1053,false,true';

interface Cell {
	readonly type: string;
	readonly text: string;
}
const list = <T>(value: T | readonly T[] | undefined): readonly T[] =>
	value === undefined ? [] : Array.isArray(value) ? value : [value as T];
const parser = new XMLParser({ ignoreAttributes: false, parseTagValue: false, trimValues: false });

/** The rows of a flat OpenDocument spreadsheet, without the empty cells after the last column. */
function readSheet(xml: string, columns: number): Cell[][] {
	const sheet = parser.parse(xml)['office:document']['office:body']['office:spreadsheet']['table:table'];
	return list<Record<string, any>>(sheet['table:table-row'])
		.map((row) =>
			list<Record<string, any>>(row['table:table-cell'])
				.flatMap((cell) =>
					Array.from({ length: Math.min(Number(cell?.['@_table:number-columns-repeated'] ?? 1), columns) }, () => ({
						type: String(cell?.['@_office:value-type'] ?? 'empty'),
						text: list<unknown>(cell?.['text:p']).map(plain).join('\n'),
					})),
				)
				.slice(0, columns),
		)
		.filter((row) => row.some(({ text }) => text !== ''));
}
const plain = (node: unknown): string =>
	typeof node === 'object' && node !== null
		? String((node as Record<string, unknown>)['#text'] ?? '')
		: String(node ?? '');

describe('the tables in LibreOffice', () => {
	const folder = mkdtempSync(join(tmpdir(), 'tiopunkten-tabeller-'));
	before(async () => {
		const soffice = await findLibreOffice('tables');
		const files = TABLES.map((name) => join(DIST, 'data', `${name}.csv`));
		const { status } = spawnSync(
			soffice,
			// A profile of its own, so that another LibreOffice on the machine does not answer instead.
			[
				`-env:UserInstallation=file://${folder}/profile`,
				'--headless',
				`--infilter=${AS_EXCEL}`,
				'--convert-to',
				'fods',
				'--outdir',
				folder,
				...files,
			],
			{ timeout: 180_000 },
		);
		assert.equal(status, 0);
	});
	after(() => rmSync(folder, { recursive: true, force: true }));

	for (const name of TABLES)
		test(`${name}.csv opens with its columns, rows, å ä ö, and nothing turned into something else`, () => {
			const [head, ...rows] = parseCsv(readFileSync(join(DIST, 'data', `${name}.csv`)), {
				bom: true,
				delimiter: ';',
			}) as string[][];
			const sheet = readSheet(readFileSync(join(folder, `${name}.fods`), 'utf8'), head?.length ?? 0);
			assert.deepEqual(
				sheet[0]?.map(({ text }) => text),
				head,
			);
			assert.equal(sheet.length, rows.length + 1);
			sheet.slice(1).forEach((row, index) =>
				row.forEach(({ type, text }, column) => {
					const written = rows[index]?.[column] ?? '';
					const where = `${name}.csv, ${head?.[column]}: ${written}`;
					// Only whole days may become dates, and only whole numbers without a leading zero may become numbers.
					if (type === 'date') assert.match(written, /^\d{4}-\d{2}-\d{2}$/, where);
					else if (type === 'float') assert.match(written, /^(0|[1-9]\d*)$/, where);
					else assert.equal(text.replace(/\s+/g, ' ').trim(), written.replace(/\s+/g, ' ').trim(), where);
				}),
			);
		});
});
