/**
 * A body is rendered straight from its file, or by Astro's MDX when it has author components. A reader shall not see
 * which: every body without components gives the same HTML both ways.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { type DefaultTreeAdapterMap, parseFragment } from 'parse5';
import { bodyIn, usesComponents } from '../../src/catalogue/form.ts';
import { listFiles, readText } from '../../src/files.ts';
import { markdown, renderQuickly } from '../../src/markdown.ts';
import { randomFrom } from '../support/random.ts';

const ROOT = process.cwd();
const bodies = (['examples', 'points', 'documents', 'pages'] as const)
	.flatMap((name) => listFiles(name, ROOT))
	.map((file) => ({ file, body: bodyIn(readText(ROOT, file)) }))
	.filter(({ body }) => !usesComponents(body));

type Props = Readonly<Record<string, unknown>> & { readonly children?: unknown };
const VOID = new Set(['br', 'hr', 'img', 'input']);
const escapeText = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** What a compiled body needs of Astro: elements as HTML. */
const toText = (children: unknown): string =>
	Array.isArray(children)
		? children.map(toText).join('')
		: children instanceof String
			? children.toString()
			: typeof children === 'string'
				? escapeText(children)
				: '';
function jsx(tag: string | typeof Fragment, { children, ...attributes }: Props): unknown {
	if (typeof tag !== 'string') return Object(toText(children));
	const written = Object.entries(attributes).map(([name, value]) =>
		value === true ? ` ${name}` : ` ${name}="${escapeText(String(value))}"`,
	);
	return Object(`<${tag}${written.join('')}>${VOID.has(tag) ? '' : `${toText(children)}</${tag}>`}`);
}
const Fragment = Symbol('fragment');
Object.assign(globalThis, { testJsx: { jsx, jsxs: jsx, Fragment } });

async function throughMdx(file: string, body: string): Promise<string> {
	const renderer = await markdown.createMdxRenderer?.(
		{ syntaxHighlight: false, shikiConfig: {} },
		{ optimize: false, srcDir: pathToFileURL(`${ROOT}/src/`), sourcemap: false },
	);
	assert.ok(renderer);
	const { code } = await renderer.process(body, `${ROOT}/${file}`, {});
	const module = code
		.replace(
			/^import \{(.*)\} from "astro\/jsx-runtime";/m,
			(_, names: string) => `const {${names.replaceAll(' as ', ': ')}} = globalThis.testJsx;`,
		)
		.concat('\nexport default _createMdxContent;');
	const { default: render } = (await import(`data:text/javascript,${encodeURIComponent(module)}`)) as {
		default: (props: object) => unknown;
	};
	return toText([render({})]);
}

/** HTML as a reader gets it: elements, attributes in any order, and text. */
function shape(html: string): unknown {
	const visit = (node: DefaultTreeAdapterMap['node']): unknown => {
		if (node.nodeName === '#text') return (node as DefaultTreeAdapterMap['textNode']).value.replace(/\s+/g, ' ');
		const { attrs = [], childNodes = [] } = node as DefaultTreeAdapterMap['element'];
		return {
			name: node.nodeName,
			attributes: attrs.map(({ name, value }) => `${name}=${value.replace(/\s|;$/g, '')}`).sort(),
			children: childNodes.map(visit),
		};
	};
	return visit(parseFragment(html.trim()));
}

test('a body without components is the same rendered straight and through MDX', async () => {
	assert.ok(bodies.length > 200);
	const plain = await markdown.createRenderer({ syntaxHighlight: false });
	for (const { file, body } of bodies)
		assert.deepEqual(
			shape(await throughMdx(file, body)),
			shape((await plain.render(body, { frontmatter: {} })).code),
			file,
		);
});

/** What editors may write, in as many meetings with each other as the numbers give. */
const PHRASES = [
	'ord',
	'**fet**',
	'*kursiv*',
	'[länk](/punkt/7/)',
	'[ut](https://a.se/x "titel")',
	'https://b.se/väg',
	'”citat”',
	'"rakt"',
	'a > b',
	'not[^1]',
	'1. x',
	'- y',
	'# z',
	'www.a.se',
	'x@y.se',
	'**a *b* c**',
	'![bild](/x.png)',
	'$1 $&',
	'2 * 3',
	'[ ] ej',
	'{x}',
	'---',
	'|',
	'| a | b |',
];
const BLOCKS = [
	'A\nB',
	'## A',
	'### A',
	'- A\n- B',
	'- A\n\n- B',
	'1. A\n2. B\n   C',
	'> A\n> B',
	'- A\n  - B\n    C',
	'***',
	'| x | y |\n| --- | :-: |\n| A | B |',
	'- [ ] A\n- [x] B',
	'[^1]: A\nB',
	'A\n---',
	'3) A',
];

test('ordinary text comes out the same without plugins', async () => {
	const careful = await markdown.createRenderer({ syntaxHighlight: false });
	const random = randomFrom(7);
	const any = <T>(list: readonly T[]) => list[random(list.length)] as T;
	const words = () => Array.from({ length: any([1, 2, 3, 4]) }, () => any(PHRASES)).join(' ');
	const made = Array.from({ length: 1000 }, () =>
		Array.from({ length: any([1, 2, 3, 4, 5]) }, () => any(BLOCKS).replace(/[ABC]/g, words)).join('\n\n'),
	);
	let quick = 0;
	for (const body of [...bodies.map(({ body }) => body), ...made]) {
		const html = renderQuickly(body);
		if (html === undefined) continue;
		quick += 1;
		assert.equal(html, (await careful.render(body, { frontmatter: {} })).code, body);
	}
	assert.ok(quick > 500, `${quick} bodies went the quick way`);
	assert.ok(bodies.filter(({ body }) => renderQuickly(body) !== undefined).length > bodies.length * 0.9);
});

test('code and HTML never go the quick way, so that the last gate stands', () => {
	for (const body of ['<script>1</script>', 'a <b>c</b>', '`kod`', '    indraget', '&lt;i>', '\\{x}'])
		assert.equal(renderQuickly(body), undefined, body);
});
