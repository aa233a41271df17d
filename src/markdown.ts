/**
 * How Markdown becomes HTML, in Swedish: fixed heading ids, footnotes with Swedish labels, quotation marks left as the
 * editor wrote them, internal links below the site's base path. One processor serves Astro's MDX and the plain bodies
 * that pages render themselves, so both come out the same.
 */
import { satteri } from '@astrojs/markdown-satteri';
import { defineHastPlugin, defineMdastPlugin, markdownToHtml } from 'satteri';
import { sectionId } from './catalogue/schema.ts';
import { toHref } from './paths.ts';
import { textIn } from './sections.ts';

/** Ids that are ours: fixed words for the fixed sections, else the heading folded to a–z. */
const headingIds = defineHastPlugin({
	name: 'tiopunkten-heading-ids',
	element: {
		filter: ['h2', 'h3', 'h4'],
		visit(node, context) {
			if (node.properties['id']) return;
			const text = context.textContent(node).trim();
			context.setProperty(node, 'id', sectionId(text));
		},
	},
});

const internalLinks = defineHastPlugin({
	name: 'tiopunkten-internal-links',
	element: {
		filter: ['a'],
		visit(node, context) {
			const href = node.properties['href'];
			if (typeof href === 'string' && href.startsWith('/')) context.setProperty(node, 'href', toHref(href));
		},
	},
});

/** A table may be wider than a narrow screen: it scrolls by itself, and the keyboard reaches it. */
const tables = defineHastPlugin({
	name: 'tiopunkten-tables',
	element: {
		filter: ['table'],
		visit(node, context) {
			context.wrapNode(node, {
				type: 'element',
				tagName: 'section',
				properties: { className: ['scroll'], ariaLabel: 'Tabell', tabIndex: 0 },
				children: [],
			});
		},
	},
});

/** A line break in running text is a space. Said outright, since MDX drops one that stands before a link. */
const softBreaks = defineMdastPlugin({
	name: 'tiopunkten-soft-breaks',
	text(node, context) {
		if (!node.value.includes('\n')) return;
		context.replaceNode(node, { type: 'text', value: node.value.replace(/\s*\n\s*/g, ' ') });
	},
});

const refuse = (node: { readonly value: string }) => {
	throw new Error(`Kod får inte stå i innehållet: ${node.value.slice(0, 60)}`);
};
/**
 * The last gate: no HTML and no program in content reaches a page. `granska` has refused them with file and line; this
 * is for what its parsers and this one should ever read in different ways.
 */
const noCode = defineMdastPlugin({
	name: 'tiopunkten-no-code',
	html: refuse,
	mdxjsEsm: refuse,
	mdxFlowExpression: refuse,
	mdxTextExpression: refuse,
});

const features = {
	smartPunctuation: false,
	gfm: {
		footnotes: {
			label: 'Fotnoter',
			backLabel: 'Tillbaka till hänvisning {reference}',
			clobberPrefix: '',
		},
	},
};

export const markdown = satteri({
	mdastPlugins: [noCode, softBreaks],
	hastPlugins: [headingIds, internalLinks, tables],
	features,
});

/** What the quick way leaves to the other: HTML and author components, code, hard line breaks, HTML's signs. */
const CAREFUL = /[<`&~\t\\]|^ {4}| {2}$/m;
/** What no body of the catalogue has. */
const OTHER_TAGS = /<(?:h1|img|pre)\b/;
const HEADING = /<(h[2-4])>(.*?)<\/\1>/g;
/** A line break that does not stand between two blocks. */
const BLOCK = '</?(?:blockquote|h[1-6]|hr|li|ol|p|section|table|tbody|td|th|thead|tr|ul)';
const SOFT_BREAK = new RegExp(`(?<!${BLOCK}\\b[^>]*>)\\n(?!${BLOCK}\\b|$)`, 'g');

/**
 * The same HTML without a plugin, which has Sätteri copy every node to JavaScript and back: a tenth of the time
 * (docs/beslut/0071).
 *
 * @returns undefined for a body with anything but ordinary text
 */
export function renderQuickly(body: string): string | undefined {
	if (CAREFUL.test(body)) return undefined;
	const { html } = markdownToHtml(body, { features });
	if (OTHER_TAGS.test(html)) return undefined;
	return html
		.replace(HEADING, (_, tag: string, title: string) => `<${tag} id="${sectionId(textIn(title))}">${title}</${tag}>`)
		.replace(/<a href="\/[^"]*/g, (start) => `<a href="${toHref(start.slice(9))}`)
		.replace(SOFT_BREAK, ' ')
		.replace(/<table>[^]*?<\/table>/g, '<section class="scroll" aria-label="Tabell" tabindex="0">$&</section>');
}
