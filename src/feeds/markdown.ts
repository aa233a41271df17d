/**
 * Content bodies as plain Markdown that any reader understands: no components, no code, absolute addresses. The remark
 * pipeline reads MDX and writes GitHub's Markdown (docs/beslut/0004).
 */
import type { BlockContent, DefinitionContent, Link, Nodes, PhrasingContent, Root, RootContent, Text } from 'mdast';
import { parseBodyFast } from '../catalogue/body.ts';
import { textOf } from '../catalogue/text-of.ts';
import { sectionId } from '../catalogue/schema.ts';
import { readFigures } from '../figures.ts';
import { toAbsolute, toHref } from '../paths.ts';
import { SITE } from '../site.ts';
import { describeTestFaults, describeTestRun } from '../status.ts';
import { writeMarkdown } from './write.ts';

export interface MarkdownSection {
	readonly id: string;
	readonly title: string;
	/** The text below the heading. */
	readonly markdown: string;
}

export interface MarkdownBody {
	/** What stands before the first heading. */
	readonly lead: string;
	readonly sections: readonly MarkdownSection[];
}

/** A node without what only MDX knows: author components become the Markdown they stand for, comments go. */
function plain(node: Nodes): Nodes[] {
	switch (node.type) {
		case 'mdxjsEsm':
		case 'mdxFlowExpression':
		case 'mdxTextExpression':
			return [];
		case 'mdxJsxTextElement':
		case 'mdxJsxFlowElement': {
			if (node.name === 'Contact') return [link(SITE.contact, `mailto:${SITE.contact}`)];
			if (node.name === 'TestRun') return [paragraph(text(describeTestRun(readFigures())))];
			if (node.name === 'TestFaults') {
				const { text: told, faults } = describeTestFaults(readFigures());
				return [paragraph(text(told)), ...(faults.length > 0 ? [list(faults.map((fault) => [text(fault)]))] : [])];
			}
			const children = plainAll(node.children) as BlockContent[];
			if (node.name !== 'Note') return children;
			const title = node.attributes.find((item) => item.type === 'mdxJsxAttribute' && item.name === 'title')?.value;
			const heading = typeof title === 'string' ? [paragraph({ type: 'strong', children: [text(title)] })] : [];
			return [{ type: 'blockquote', children: [...heading, ...children] }];
		}
		case 'link':
			return [{ ...node, url: absolute(node.url), children: plainAll(node.children) as PhrasingContent[] }];
		default:
			return 'children' in node
				? [{ ...node, children: plainAll(node.children) } as Nodes]
				: node.type === 'text'
					? [text(node.value.replace(/\s*\n\s*/g, ' '))]
					: [node];
	}
}

const plainAll = (nodes: readonly Nodes[]): Nodes[] => nodes.flatMap(plain);
const absolute = (url: string) => (url.startsWith('/') ? toAbsolute(toHref(url)) : url);

/** A content file's body, cut at its level-2 headings. Footnotes' texts follow the section that refers to them first. */
export function readSections(body: string): MarkdownBody {
	const tree: Root = parseBodyFast(body);
	const nodes = plainAll(tree.children) as RootContent[];
	const notes = nodes.filter((node) => node.type === 'footnoteDefinition');
	const running = nodes.filter((node) => node.type !== 'footnoteDefinition');
	const taken = new Set<string>();
	const withNotes = (part: readonly RootContent[]) => {
		const wanted = notes.filter(({ identifier }) => !taken.has(identifier) && refersTo(part, identifier));
		for (const { identifier } of wanted) taken.add(identifier);
		return writeMarkdown([...part, ...wanted]);
	};
	const heads = running.flatMap((node, index) => (node.type === 'heading' && node.depth === 2 ? [index] : []));
	return {
		lead: withNotes(running.slice(0, heads[0] ?? running.length)),
		sections: heads.map((start, index) => {
			const title = textOf(running[start] as Nodes).trim();
			return {
				id: sectionId(title),
				title,
				markdown: withNotes(running.slice(start + 1, heads[index + 1])),
			};
		}),
	};
}

function refersTo(nodes: readonly Nodes[], identifier: string): boolean {
	return nodes.some(
		(node) =>
			(node.type === 'footnoteReference' && node.identifier === identifier) ||
			('children' in node && refersTo(node.children, identifier)),
	);
}

export const text = (value: string): Text => ({ type: 'text', value });
export const link = (label: string, url: string): Link => ({ type: 'link', url, children: [text(label)] });
export const paragraph = (...children: PhrasingContent[]): BlockContent => ({ type: 'paragraph', children });
export const heading = (depth: 1 | 2 | 3, title: string): RootContent => ({
	type: 'heading',
	depth,
	children: [text(title)],
});
/** A tight list, each item a row of phrases. */
export const list = (items: readonly (readonly PhrasingContent[])[]): RootContent => ({
	type: 'list',
	ordered: false,
	spread: false,
	children: items.map((children) => ({
		type: 'listItem',
		spread: false,
		children: [paragraph(...children)] as (BlockContent | DefinitionContent)[],
	})),
});
