/** Files are read with quick parsers and written by a quick writer. Of the whole catalogue they say what the slow ones say. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { PhrasingContent, Root, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { parseBody, parseBodyFast } from '../../src/catalogue/body.ts';
import { COLLECTION_NAMES, PLACES } from '../../src/catalogue/places.ts';
import { bodyIn, splitFrontmatter } from '../../src/catalogue/form.ts';
import { readQuickly, readWithPlaces } from '../../src/catalogue/read.ts';
import { listFiles, readText } from '../../src/files.ts';
import { toSitePages } from '../../src/feeds/pages.ts';
import { writeCarefully, writeMarkdown } from '../../src/feeds/write.ts';
import { reportOn } from '../../src/tools/content-report.ts';
import { bodiesIn } from '../../src/tools/publish.ts';

const parseMarkdown = (text: string): Root => unified().use(remarkParse).use(remarkGfm).parse(text);

const files = COLLECTION_NAMES.flatMap((name) =>
	listFiles(name, process.cwd()).map((file) => ({ file, form: PLACES[name].form })),
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
		const body = bodyIn(readText(process.cwd(), file));
		assert.deepEqual(common(parseBodyFast(body)), common(parseBody(body)), file);
	}
});

test('a file saved by Windows, with its line ends and mark, has the same form and body', () => {
	const text = readText(process.cwd(), 'content/exempel/lund-mr-stad.mdx');
	assert.ok(splitFrontmatter(text)?.body);
	assert.deepEqual(splitFrontmatter(`\uFEFF${text.replace(/\n/g, '\r\n')}`), splitFrontmatter(text));
});

describe('Markdown written quickly is what remark writes', () => {
	test('of every page of the site', () => {
		const { catalogue } = reportOn(process.cwd());
		assert.ok(catalogue);
		for (const { path, kind, markdown } of toSitePages(catalogue, bodiesIn(process.cwd()))) {
			// Booklets say again what the examples' own pages say.
			if (kind === 'tool') continue;
			const { children } = parseMarkdown(markdown());
			assert.equal(writeMarkdown(children), writeCarefully(children), path);
		}
	});

	const TEXTS = [
		...[
			'a*b*',
			'a_b_',
			'`a`',
			'~a~',
			'[a](b)',
			'![a](b)',
			'<b>',
			'a & b',
			'&amp;',
			'a | b',
			'# a',
			'a #',
			'#a',
			'1. a',
		],
		...[
			'1) a',
			'- a',
			'+ a',
			'* a',
			'> a',
			'= a',
			'---',
			': -',
			':--',
			'www.a.se',
			'http://a.se',
			'a@b.se',
			' a',
			'a ',
		],
		...['\ta', 'a\nb', '\\', '\\*', '{a}', '§ 5', '1790–1810', 'a: b', '(a)', '!', 'Vad?', '”a”', '\u00a0a', ''],
	];
	const tableOf = (...rows: PhrasingContent[][][]) => ({
		type: 'table' as const,
		align: [null, 'left' as const, 'right' as const, 'center' as const],
		children: rows.map((cells) => ({
			type: 'tableRow' as const,
			children: cells.map((children) => ({ type: 'tableCell' as const, children })),
		})),
	});
	for (const one of TEXTS)
		test(`of ${JSON.stringify(one)} before, after and within other phrases`, () => {
			const text = (value: string) => ({ type: 'text' as const, value });
			for (const other of ['a', 'w', '!', ']', 'http:', ' ']) {
				const phrases: PhrasingContent[][] = [
					[text(one)],
					[text(one), text(other)],
					[text(other), text(one)],
					[{ type: 'strong', children: [text(one)] }, text(other)],
					[text(other), { type: 'strong', children: [text(one)] }],
					[{ type: 'link', url: 'https://a.se/b_c', children: [text(one)] }, text(other)],
					[text(other), { type: 'link', url: `https://a.se/${one}`, children: [text(other)] }, text(one)],
					[{ type: 'link', url: one, children: [text(one)] }],
					[{ type: 'html', value: other }, text(one)],
				];
				for (const children of phrases)
					for (const block of [
						{ type: 'paragraph', children },
						{ type: 'heading', depth: 2, children },
						{
							type: 'list',
							spread: false,
							children: [{ type: 'listItem', children: [{ type: 'paragraph', children }] }],
						},
						tableOf(Array<typeof children>(4).fill(children), [children, [text('a')], [text('1790')], children]),
						tableOf([children, [], [text('a')], children], [children]),
					] satisfies RootContent[])
						assert.equal(writeMarkdown([block]), writeCarefully([block]), JSON.stringify(block));
			}
		});
});
