/** The open data as it lies in dist/: valid by validators that nobody here wrote, and nothing lost on the way. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse as parseCsv } from 'csv-parse/sync';
import type { CatalogueFile, RecordFile } from '../../src/feeds/contract.ts';
import { catalogue, entries } from '../support/content.ts';
import {
	conceptData,
	documentData,
	exampleData,
	municipalityData,
	pointData,
	sourceData,
} from '../support/read-back.ts';
import { DIST, pageAt, pages, textOf } from '../support/site.ts';

const read = (path: string) => readFileSync(join(DIST, path), 'utf8');
const readJson = <T>(path: string) => JSON.parse(read(path)) as T;
const files = readdirSync(DIST, { recursive: true, encoding: 'utf8' }).map((file) => `/${file}`);

const ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false });
(addFormats as unknown as (ajv: Ajv2020) => void)(ajv);
const compile = (path: string): ValidateFunction => ajv.compile(readJson<object>(path));
const all = readJson<CatalogueFile>('/data/katalog.json');

describe('JSON', () => {
	test('the whole catalogue validates against its schema', () => {
		const validate = compile('/data/schema/katalog.json');
		validate(all);
		assert.deepEqual(validate.errors ?? [], []);
	});

	test('every record beside a page validates, and names its schema', () => {
		const validate = compile('/data/schema/post.json');
		const records = files.filter((file) => file.endsWith('/data.json'));
		assert.ok(records.length > 350, String(records.length));
		for (const file of records) {
			const record = readJson<RecordFile>(file);
			validate(record);
			assert.deepEqual(validate.errors ?? [], [], file);
			assert.equal(record.$schema, 'https://tiopunkten.se/data/schema/post.json');
			assert.equal(record.url, `https://tiopunkten.se${file.replace('data.json', '')}`);
		}
	});

	test('a record with a wrong or missing field does not validate', () => {
		const validate = ajv.getSchema('https://tiopunkten.se/data/schema/post.json') as ValidateFunction;
		const record = readJson<RecordFile>('/exempel/botkyrka-antiryktesnatverk/data.json');
		assert.ok(!validate({ ...record, version: '0' }));
		assert.ok(!validate({ ...record, item: { ...record.item, title: undefined } }));
		assert.ok(!validate({ ...record, item: { ...record.item, gissning: null } }));
	});

	test('every example, point, document, municipality and concept with a page has one beside it', () => {
		for (const { path } of pages.filter((page) =>
			/^\/(exempel|punkt|dokument|kommun|begrepp)\/[^/]+\/$/.test(page.path),
		))
			assert.ok(existsSync(join(DIST, path, 'data.json')), path);
	});

	test('a record is the same beside its page as in the whole catalogue', () => {
		for (const record of [...all.examples, ...all.points, ...all.documents, ...all.municipalities])
			assert.deepEqual(readJson<RecordFile>(`${new URL(record.url).pathname}data.json`).item, record);
	});

	test('nothing is null: what is not known is said', () => {
		for (const file of files.filter((name) => name.endsWith('.json') && !name.includes('pagefind')))
			assert.doesNotMatch(read(file), /[:[,]null[,}\]]/, file);
	});
});

describe('data → site → data gives the same records', () => {
	const dataOf = (name: 'examples' | 'documents' | 'points') =>
		entries[name]
			.filter(({ data }) => !data.draft && !('status' in data && data.status === 'merged'))
			.map(({ id, data: { draft: _, ...data } }) => [id, data]);
	const sorted = (pairs: readonly (readonly unknown[])[]) =>
		Object.fromEntries(pairs as readonly (readonly [string, unknown])[]);

	test('examples', () =>
		assert.deepEqual(sorted(all.examples.map((item) => [item.id, exampleData(item)])), sorted(dataOf('examples'))));
	test('points', () =>
		assert.deepEqual(sorted(all.points.map((item) => [item.number, pointData(item)])), sorted(dataOf('points'))));
	test('documents', () =>
		assert.deepEqual(sorted(all.documents.map((item) => [item.id, documentData(item)])), sorted(dataOf('documents'))));
	test('concepts and sources', () => {
		assert.deepEqual(
			sorted(all.concepts.map((item) => [item.id, conceptData(item)])),
			sorted(entries.concepts.map(({ id, data }) => [id, data])),
		);
		assert.deepEqual(
			sorted(all.sources.map((item) => [item.id, sourceData(item)])),
			sorted(entries.sources.map(({ id, data }) => [id, data])),
		);
	});
	test('municipalities', () => {
		const shown = new Set(catalogue.municipalities.map(({ id }) => id));
		assert.deepEqual(
			sorted(all.municipalities.map((item) => [item.id, municipalityData(item)])),
			sorted(entries.municipalities.filter(({ id }) => shown.has(id)).map(({ id, data }) => [id, data])),
		);
	});

	test('what a reader sees on the page is what the record says', () => {
		for (const record of all.examples) {
			const { root } = pageAt(new URL(record.url).pathname);
			assert.equal(textOf(root.querySelector('h1')), record.title.replace(/\s+/g, ' '));
			assert.equal(root.querySelectorAll('#kallor .kalla > li').length, record.sources.length, record.id);
			const facts = textOf(root.querySelector('.facts'));
			for (const concept of [...record.methods, ...record.audiences])
				assert.ok(facts.toLowerCase().includes(concept.label.toLowerCase()), record.id);
		}
	});

	test('every section of every text is in the data', () => {
		for (const { url, sections } of [...all.examples, ...all.documents, ...all.points]) {
			const main = textOf(pageAt(new URL(url).pathname).root.querySelector('main'));
			for (const { title, markdown } of sections) {
				assert.ok(main.includes(title), url);
				const sentence = /^[A-ZÅÄÖ][^\n*`[\]<|()\\_]{20,60}/m.exec(markdown)?.[0];
				if (sentence) assert.ok(main.includes(sentence.trim()), `${url}: ${sentence}`);
			}
		}
	});
});

describe('tables for spreadsheets', () => {
	const tables = [
		['/data/exempel.csv', catalogue.examples.length],
		['/data/dokument.csv', catalogue.documents.length],
		['/data/kommuner.csv', catalogue.municipalities.length],
	] as const;
	for (const [path, rows] of tables)
		test(`${path} has a byte order mark, semicolons and a row for each`, () => {
			assert.deepEqual([...readFileSync(join(DIST, path)).subarray(0, 3)], [0xef, 0xbb, 0xbf]);
			const table = parseCsv(read(path), { bom: true, delimiter: ';', columns: true }) as Record<string, string>[];
			assert.equal(table.length, rows);
			for (const row of table) {
				assert.match(row['Adress'] ?? '', /^https:\/\/tiopunkten\.se\//);
				for (const [column, cell] of Object.entries(row)) {
					assert.doesNotMatch(cell, /^[=+\-@]|undefined|\[object/, `${path} ${column}`);
					// Excel would make these a number and a date.
					assert.doesNotMatch(cell, /^0\d+$|^\d{4}-\d{2}$/, `${path} ${column}`);
				}
			}
		});

	test('the example table says what the catalogue says', () => {
		const table = parseCsv(read('/data/exempel.csv'), { bom: true, delimiter: ';', columns: true }) as Record<
			string,
			string
		>[];
		assert.deepEqual(
			table.map((row) => [row['Id'], row['Titel'], row['Sammanfattning'], Number(row['Punkt'])]),
			catalogue.examples.map(({ id, title, summary, points }) => [id, title, summary, points[0].number]),
		);
	});
});

describe('Markdown twins', () => {
	const twins = files.filter((file) => file.endsWith('/index.md'));

	test('every page but the error page has one', () =>
		assert.deepEqual(
			twins.map((file) => file.replace('index.md', '')).sort(),
			pages
				.map(({ path }) => path)
				.filter((path) => path !== '/404.html')
				.sort(),
		));

	test('they hold no component, no code and no address that is not whole', () => {
		// The pages about faults show what must not be written.
		for (const file of twins.filter((name) => !name.startsWith('/bidra/fel/'))) {
			const text = read(file);
			assert.doesNotMatch(text, /<\/?[A-Z]|<[a-z]+[ >](?!\S*@)|\{|\]\(\/|^import |undefined|\[object/m, file);
			assert.match(text, /^# \S/, file);
		}
	});

	test('they say what the page says', () => {
		for (const file of twins.filter((name) => /^\/(exempel|dokument)\/[^/]+\/index\.md$/.test(name))) {
			const title = textOf(pageAt(file.replace('index.md', '')).root.querySelector('h1'));
			assert.ok(/^# (.*)$/m.exec(read(file))?.[1]?.replaceAll('\\', '').includes(title), file);
		}
	});

	test('llms.txt leads to a twin of every listed text, and llms-full.txt holds them', () => {
		const links = [...read('/llms.txt').matchAll(/\]\((https:\/\/tiopunkten\.se[^)]+)\)/g)].map(
			(match) => new URL(match[1] as string).pathname,
		);
		for (const link of links) assert.ok(existsSync(join(DIST, link)), link);
		assert.ok(links.length > 350);
		const full = read('/llms-full.txt');
		for (const { title } of catalogue.listed)
			assert.ok(full.includes(title) || full.includes(title.replaceAll('*', '\\*')));
	});
});
