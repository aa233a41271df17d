import type { Nodes } from 'mdast';

/** The visible text of a node. */
export function textOf(node: Nodes): string {
	if ('value' in node) return node.type === 'text' || node.type === 'inlineCode' ? node.value : '';
	return 'children' in node ? node.children.map(textOf).join('') : '';
}
