import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { toEditorSchema } from '../../src/catalogue/editor-schema.ts';
import { splitFrontmatter } from '../../src/catalogue/form.ts';
import { COLLECTION_NAMES, type CollectionName, PLACES } from '../../src/catalogue/places.ts';
import { listFiles, readText } from '../../src/files.ts';
import { reportOn } from '../../src/tools/content-report.ts';

const ROOT = process.cwd();
const { entries } = reportOn(ROOT);
const validatorOf = (name: CollectionName) => new Ajv({ strict: false }).compile(toEditorSchema(name, entries));
type Field = {
	description?: string;
	enum?: unknown[];
	enumDescriptions?: string[];
	items?: Field;
	properties?: Record<string, Field>;
};
const example = toEditorSchema('examples', entries) as Field;

describe('the schemas for editors', () => {
	for (const name of COLLECTION_NAMES)
		test(`hold for every file of ${name}`, () => {
			const validate = validatorOf(name);
			for (const file of listFiles(name, ROOT)) {
				const text = readText(ROOT, file);
				const value: unknown = parse(PLACES[name].form === 'body' ? (splitFrontmatter(text)?.yaml ?? '') : text) ?? [];
				assert.ok(validate(value), `${file} ${JSON.stringify(validate.errors?.[0])}`);
			}
		});

	test('offer the municipalities, points and concepts that there are, with their names', () => {
		const { municipalities, points, methods } = example.properties ?? {};
		assert.ok(municipalities?.items?.enum?.includes('lund'));
		assert.deepEqual(points?.items?.enum, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
		const place = methods?.items?.enum?.indexOf('natverk') ?? -1;
		assert.match(methods?.items?.enumDescriptions?.[place] ?? '', /^Nätverk: /);
	});

	test('refuse what does not exist', () => {
		const validate = validatorOf('examples');
		const form = parse(splitFrontmatter(readText(ROOT, 'content/exempel/lund-mr-stad.mdx'))?.yaml ?? '') as object;
		assert.ok(validate(form));
		assert.equal(validate({ ...form, municipalities: ['lunda'] }), false);
		assert.equal(validate({ ...form, titel: 'x' }), false);
	});

	test('explain every field of an example in Swedish', () => {
		for (const [name, { description = '' }] of Object.entries(example.properties ?? {}))
			assert.match(description, /^(Ange|Skriv|Här ska det stå) /, name);
	});
});

test('the settings for editors name files that there are, and a schema for each list', () => {
	const settings = JSON.parse(readFileSync('.vscode/settings.json', 'utf8')) as {
		'yaml.schemas': Record<string, string | string[]>;
	};
	const named = Object.values(settings['yaml.schemas']).flat();
	for (const file of named) assert.ok(existsSync(file), file);
	const lists = COLLECTION_NAMES.filter((name) => PLACES[name].form === 'list').flatMap((name) =>
		listFiles(name, ROOT),
	);
	assert.deepEqual(
		lists.filter((file) => !named.includes(file) && !file.endsWith('kallkoll.yml')),
		[],
	);
});
