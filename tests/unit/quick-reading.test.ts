/** Files are read with quick parsers. What they say of the whole catalogue is what the slow ones say. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseBody, parseBodyFast } from '../../src/catalogue/body.ts';
import { COLLECTIONS } from '../../src/catalogue/collections.ts';
import { COLLECTION_NAMES } from '../../src/catalogue/load.ts';
import { splitFrontmatter } from '../../src/catalogue/form.ts';
import { readQuickly, readWithPlaces } from '../../src/catalogue/read.ts';
import { listFiles, readText } from '../../src/files.ts';

const files = COLLECTION_NAMES.flatMap((name) =>
	listFiles(name, process.cwd()).map((file) => ({ file, form: COLLECTIONS[name].form })),
);

/** A tree without what only one of the parsers tells: empty fields, and the places of JSX attributes. */
const common = (tree: unknown) =>
	JSON.parse(
		JSON.stringify(tree, (key, value: unknown) => {
			if (value === null || key === 'data' || key === 'spread' || key === 'offset') return undefined;
			if ((value as { type?: string } | undefined)?.type === 'mdxJsxAttribute')
				return { ...(value as object), position: undefined };
			return value;
		}),
	) as unknown;

describe('the two YAML parsers', () => {
	test('read the same in every file that is read quickly, which is nearly all of them', () => {
		let quick = 0;
		for (const { file, form } of files) {
			const text = readText(process.cwd(), file);
			const yaml = form === 'body' ? (splitFrontmatter(text)?.yaml ?? '') : text;
			const value = readQuickly(yaml);
			if (value === undefined) continue;
			quick += 1;
			assert.deepEqual(value, readWithPlaces(yaml, 1).value, file);
		}
		assert.ok(quick > files.length * 0.9, `${quick} av ${files.length}`);
	});

	for (const text of ['a: &b 1\nc: *b', 'a: !!str 1', 'a: 0b11', 'a: 1_000', '<<: {a: 1}', 'a: 1\na: 2', '? a\n: b'])
		test(`leave ${JSON.stringify(text)} to the one that knows places`, () =>
			assert.equal(readQuickly(text), undefined));
});

test('Sätteri and remark see the same tree in every body', () => {
	for (const { file } of files.filter(({ form }) => form === 'body')) {
		const body = splitFrontmatter(readText(process.cwd(), file))?.body ?? '';
		assert.deepEqual(common(parseBodyFast(body)), common(parseBody(body)), file);
	}
});

test('a file saved by Windows, with its line ends and mark, has the same form and body', () => {
	const text = readText(process.cwd(), 'content/exempel/lund-mr-stad.mdx');
	assert.ok(splitFrontmatter(text)?.body);
	assert.deepEqual(splitFrontmatter(`\uFEFF${text.replace(/\n/g, '\r\n')}`), splitFrontmatter(text));
});
