/**
 * How Markdown becomes HTML, in Swedish: fixed heading ids, footnotes with Swedish labels, quotation marks left as the
 * editor wrote them, internal links below the site's base path. One processor serves Astro's MDX and the plain bodies
 * that pages render themselves, so both come out the same.
 */
import { satteri } from '@astrojs/markdown-satteri';
import { defineHastPlugin, defineMdastPlugin } from 'satteri';
import { sectionId } from './catalogue/schema.ts';
import { toHref } from './paths.ts';

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

export const markdown = satteri({
	mdastPlugins: [noCode, softBreaks],
	hastPlugins: [headingIds, internalLinks, tables],
	features: {
		smartPunctuation: false,
		gfm: {
			footnotes: {
				label: 'Fotnoter',
				backLabel: 'Tillbaka till hänvisning {reference}',
				clobberPrefix: '',
			},
		},
	},
});
