/**
 * Trees as GitHub's Markdown. Most of the catalogue is ordinary running text, which needs no escapes: it is put together
 * here. The first sign of anything else sends a block to remark, which knows every rule (docs/beslut/0055).
 */
import type { ListItem, PhrasingContent, RootContent, Table } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';

const writer = unified()
	.use(remarkGfm, { tablePipeAlign: false })
	.use(remarkStringify, { bullet: '-', emphasis: '_', listItemIndent: 'one', rule: '-' })
	.freeze();

/** A Markdown tree as text, without the last line break. */
export function writeMarkdown(children: readonly RootContent[]): string {
	// Lists in a row are told apart by a comment, which only remark knows.
	if (children.some(({ type }, index) => type === 'list' && children[index + 1]?.type === 'list'))
		return writeCarefully(children);
	return children
		.map((block) => writeBlock(block) ?? writeCarefully([block]))
		.join('\n\n')
		.trimEnd();
}

/** The same by remark alone, which takes twenty times as long. */
export function writeCarefully(children: readonly RootContent[]): string {
	return writer.stringify({ type: 'root', children: [...children] }).trimEnd();
}

/** What remark may have to escape, wherever it stands in a text. */
const MARK = /[\\`*_~[\]<>&!#|@\0-\x1f\x7f]|[Ww]\.[\w.-]|[ps]:\//;
/** What it may have to escape at the start of a block: a space, and what begins a list, a rule, a table or a heading. */
const START = /^(?:[\s=:+-]|\d+[.)])/;
const hasEdge = (text: string) => START.test(text) || /\s/.test(text.slice(-1));
const DELIMITERS = { left: ':-', right: '-:', center: ':-:' };
const URL = /^[a-z]+:[^\s()[\]<>&\\`|]+$/;

/** @returns undefined when remark must write it */
function writeBlock(block: RootContent): string | undefined {
	switch (block.type) {
		case 'paragraph':
			return writePhrases(block.children);
		case 'heading': {
			const title = writePhrases(block.children);
			return title && `${'#'.repeat(block.depth)} ${title}`;
		}
		case 'list': {
			if (block.ordered || block.spread) return undefined;
			const items = block.children.map(writeItem);
			return items.includes(undefined) ? undefined : items.join('\n');
		}
		case 'table':
			return writeTable(block);
		default:
			return undefined;
	}
}

function writeTable({ align, children }: Table): string | undefined {
	const [head, ...rows] = children.map((row) => row.children.map((cell) => writePhrases(cell.children)));
	const delimiters = align?.map((side) => (side ? DELIMITERS[side] : '-')) ?? [];
	const lines = [head ?? [], delimiters, ...rows];
	if (lines.some((cells) => cells.length !== delimiters.length || cells.includes(undefined))) return undefined;
	return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function writeItem({ children: [only, ...more], checked }: ListItem): string | undefined {
	if (only?.type !== 'paragraph' || more.length > 0 || typeof checked === 'boolean') return undefined;
	const phrases = writePhrases(only.children);
	return phrases && `- ${phrases}`;
}

function writePhrases(phrases: readonly PhrasingContent[]): string | undefined {
	let written = '';
	for (const [index, phrase] of phrases.entries()) {
		const previous = phrases[index - 1];
		const next = phrases[index + 1];
		switch (phrase.type) {
			case 'text':
				// A mark may be made of the end of one text and the beginning of the next.
				if (MARK.test((previous?.type === 'text' ? previous.value.slice(-2) : '') + phrase.value)) return undefined;
				if (previous?.type === 'html' && !phrase.value.startsWith(' ')) return undefined;
				written += phrase.value;
				break;
			case 'html':
				written += phrase.value;
				break;
			case 'strong': {
				const text = textIn(phrase.children);
				// With a space or nothing around it, and no space inside, it always forms.
				if (!text || hasEdge(text) || !(written === '' || written.endsWith(' '))) return undefined;
				if (next && !(next.type === 'text' && next.value.startsWith(' '))) return undefined;
				written += `**${text}**`;
				break;
			}
			case 'link': {
				if (phrase.title || !URL.test(phrase.url)) return undefined;
				const [label, ...more] = phrase.children;
				if (label?.type !== 'text' || more.length > 0) return undefined;
				if (label.value === phrase.url || `mailto:${label.value}` === phrase.url) written += `<${label.value}>`;
				else if (MARK.test(label.value)) return undefined;
				else written += `[${label.value}](${phrase.url})`;
				break;
			}
			default:
				return undefined;
		}
	}
	return written === '' || hasEdge(written) ? undefined : written;
}

/** The text of phrases that are nothing but one ordinary text. */
function textIn([only, ...more]: readonly PhrasingContent[]): string | undefined {
	return only?.type === 'text' && more.length === 0 && !MARK.test(only.value) ? only.value : undefined;
}
