/**
 * The published JSON's shape is a promise. What tests/support/contract.json remembers is what others rely on: taking
 * something away needs a new first number in VERSION, adding something a new second number, and both a line on /data/.
 * When the version is raised, write the new shape with: npm run contract
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { SCHEMAS } from '../../src/catalogue/collections.ts';
import {
	catalogueFile,
	conceptRecord,
	documentRecord,
	exampleRecord,
	municipalityRecord,
	pointRecord,
	recordFile,
	sourceRecord,
	toJsonSchema,
	VERSION,
} from '../../src/feeds/contract.ts';
import { shapeOf } from '../support/shape.ts';

interface Contract {
	readonly version: string;
	readonly catalogue: readonly string[];
	readonly record: readonly string[];
}
const remembered = JSON.parse(readFileSync('tests/support/contract.json', 'utf8')) as Contract;
const current = {
	catalogue: shapeOf(toJsonSchema(catalogueFile, '', '')),
	record: shapeOf(toJsonSchema(recordFile, '', '')),
};
const major = (version: string) => Number(version.split('.')[0]);

describe('the shape of the published JSON', () => {
	for (const file of ['catalogue', 'record'] as const) {
		test(`${file}: nothing is taken away unless the first number of the version is raised`, () => {
			const gone = remembered[file].filter((line) => !current[file].includes(line));
			if (major(VERSION) === major(remembered.version)) assert.deepEqual(gone, []);
		});
		test(`${file}: nothing is added unless the version is raised`, () => {
			const added = current[file].filter((line) => !remembered[file].includes(line));
			if (VERSION === remembered.version) assert.deepEqual(added, []);
		});
	}

	test('the remembered shape is that of this version', () => assert.equal(remembered.version, VERSION));

	test('the page on open data tells what each version brought', () =>
		assert.match(
			readFileSync('content/sidor/data.mdx', 'utf8'),
			new RegExp(`\\| ${VERSION.replaceAll('.', '\\.')} \\|`),
		));

	test('a field that disappears is seen', () => {
		const { title: _, ...shape } = exampleRecord.shape;
		const poorer = shapeOf(
			toJsonSchema(catalogueFile.extend({ examples: exampleRecord.omit({ title: true }).array() }) as never, '', ''),
		);
		assert.ok(!('title' in shape));
		assert.deepEqual(
			remembered.catalogue.filter((line) => !poorer.includes(line)),
			['.examples[].title: string'],
		);
	});
});

describe('every field of a content file is published', () => {
	/** What stands in a file but is no fact about the thing. */
	const INTERNAL = ['draft', 'mergedInto'];
	const cases = [
		['examples', exampleRecord],
		['points', pointRecord],
		['documents', documentRecord],
		['municipalities', municipalityRecord],
		['concepts', conceptRecord],
		['sources', sourceRecord],
	] as const;
	for (const [name, record] of cases)
		test(name, () => {
			const fields = Object.keys(SCHEMAS[name].shape);
			assert.deepEqual(
				fields.filter((field) => !(field in record.shape) && !INTERNAL.includes(field)),
				[],
			);
		});

	/** What the catalogue works out, and what only the published form has. */
	const WORKED_OUT = ['record', 'id', 'url', 'documents', 'examples', 'sections', 'kind', 'link'];
	for (const [name, record] of cases)
		test(`${name}: and nothing else, so that a field taken from the schema is missed`, () => {
			const fields = Object.keys(SCHEMAS[name].shape);
			assert.deepEqual(
				Object.keys(record.shape).filter((field) => !fields.includes(field) && !WORKED_OUT.includes(field)),
				[],
			);
		});

	test('and explained in Swedish', () => {
		const silent = cases.flatMap(([name, record]) =>
			Object.entries(record.shape)
				.filter(([, schema]) => !/[.!]$/.test(schema.description ?? ''))
				.map(([field]) => `${name}.${field}`),
		);
		assert.deepEqual(silent, []);
	});
});
