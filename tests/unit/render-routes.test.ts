/**
 * A body is rendered straight from its file, or by Astro's MDX when it has author components. A reader shall not see
 * which: every body without components gives the same HTML both ways.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { type DefaultTreeAdapterMap, parseFragment } from 'parse5';
import { splitFrontmatter } from '../../src/catalogue/form.ts';
import { listFiles, readText } from '../../src/files.ts';
import { markdown } from '../../src/markdown.ts';

const ROOT = process.cwd();
const bodies = (['examples', 'points', 'documents', 'pages'] as const)
	.flatMap((name) => listFiles(name, ROOT))
	.map((file) => ({ file, body: splitFrontmatter(readText(ROOT, file))?.body ?? '' }))
	.filter(({ body }) => !/<[A-Z]/.test(body));

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
