/**
 * The structure of an MDX body: fixed sections in fixed order, heading levels, links, tables, footnotes, and no code.
 * Read with Sätteri, which is quick; a body with a fault is read again with the remark pipeline (remark-parse, remark-gfm,
 * remark-mdx), which knows the place of every attribute and of what cannot be read (docs/beslut/0046).
 */
import type { Code as CodeBlock, Definition, Heading, Link, Nodes, Root, RootContent, Table } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { mdxToMdast } from 'satteri';
import { unified } from 'unified';
import { AUTHOR_COMPONENTS } from './author-components.ts';
import type { CollectionName } from './places.ts';
import type { Code } from './faults.ts';
import { HIDDEN, hiddenMessage } from './hidden.ts';
import type { Problem } from './problem.ts';
import { absentSections, REQUIRED_SECTIONS, SECTIONS } from './schema.ts';
import { textOf } from './text-of.ts';

const processor = unified().use(remarkParse).use(remarkGfm).use(remarkMdx).freeze();

const names = (words: readonly string[]) => words.map((word) => `”${word}”`).join(', ');

/** A body as a Markdown tree with positions. Throws what the parser throws when MDX does not hold together. */
export function parseBody(body: string): Root {
	return processor.parse(body);
}

/** Levels of lists, quotations and emphasis that no text has, and that cost more than they are worth to read. */
const DEPTH_MAX = 20;
/** Lines that go too deep before anything has been parsed: marks in a row, or an indent of a page's width. */
const TOO_DEEP = new RegExp(
	`^(?:[ \\t]*(?:>|(?:[-+*]|\\d+[.)])[ \\t])){${DEPTH_MAX + 1}}|(?:[*_~\\[\\]()<\\\\!]\\s?){${DEPTH_MAX * 4}}|^[ \\t]{80}`,
	'm',
);

/** The first line, 1-based, that goes too deep. */
function deepLine(body: string): number | undefined {
	if (!TOO_DEEP.test(body)) return undefined;
	const index = body.split('\n').findIndex((line) => TOO_DEEP.test(line));
	return index === -1 ? undefined : index + 1;
}

const at = (line: number) => {
	const start = { line, column: 1 };
	return { position: { start, end: start } };
};

/** The same tree ten times as fast, but for the places of JSX attributes. */
export function parseBodyFast(body: string): Root {
	return mdxToMdast(body, { features: { frontmatter: false } }) as Root;
}

/** A node and all below it, each with its parent, in reading order. */
function* walk(node: Nodes, parent?: Nodes): Generator<{ node: Nodes; parent: Nodes | undefined }> {
	yield { node, parent };
	if ('children' in node) for (const child of node.children) yield* walk(child, node);
}

/** A link to another page of the site, and where it stands. */
export interface InternalLink {
	readonly url: string;
	readonly line: number;
	readonly column: number | undefined;
}

/**
 * Everything wrong with the structure of a body, and its tree for further reading when nothing is.
 *
 * @param firstLine the line in the file where the body begins
 */
export function checkBody(name: CollectionName, file: string, body: string, firstLine: number): Checked {
	const quick = checkTree(name, file, body, firstLine, parseBodyFast);
	if (quick.problems.length === 0) return quick;
	// What only the quick parser takes for a fault is one: it is the quick one that shows the text to readers.
	const careful = checkTree(name, file, body, firstLine, parseBody);
	return careful.problems.length > 0 ? careful : quick;
}

interface Checked {
	readonly problems: Problem[];
	readonly tree?: Root;
	readonly links: readonly InternalLink[];
}

function checkTree(
	name: CollectionName,
	file: string,
	body: string,
	firstLine: number,
	parse: (body: string) => Root,
): Checked {
	const problems: Problem[] = [];
	const links: InternalLink[] = [];
	const report = (code: Code, node: { position?: Nodes['position'] } | undefined, message: string) => {
		const start = node?.position?.start;
		problems.push({ code, file, line: start ? start.line + firstLine - 1 : firstLine, column: start?.column, message });
	};

	const deep = deepLine(body);
	if (deep) {
		report('TP210', at(deep), `Texten ligger fler än ${DEPTH_MAX} nivåer in. Skriv den utan så många tecken i följd.`);
		return { problems, links };
	}

	let tree: Root;
	try {
		tree = parse(body);
	} catch (error) {
		const place = (error as { place?: { line: number; column: number; start?: { line: number; column: number } } })
			.place;
		const start = place?.start ?? place;
		report(
			'TP501',
			start ? { position: { start, end: start } } : undefined,
			'Texten går inte att läsa här. Tecknen < och { betyder kod i MDX: skriv &lt; och \\{ i stället, och stäng varje komponent.',
		);
		return { problems, links };
	}

	for (const { node, parent } of walk(tree)) checkNode(node, parent);
	if (name in SECTIONS) checkSections(tree.children, name as keyof typeof SECTIONS);
	return problems.length > 0 ? { problems, links } : { problems, tree, links };

	function checkNode(node: Nodes, parent: Nodes | undefined) {
		switch (node.type) {
			case 'mdxjsEsm':
				return report('TP502', node, 'Rader med import och export får inte stå i innehållet. Ta bort raden.');
			case 'mdxFlowExpression':
			case 'mdxTextExpression':
				return report(
					'TP503',
					node,
					'Klamrar {…} är kod och får inte stå i innehållet. Skriv \\{ om du menar tecknet.',
				);
			case 'mdxJsxFlowElement':
			case 'mdxJsxTextElement':
				return checkComponent(node);
			case 'heading':
				return checkHeading(node, parent);
			case 'link':
			case 'definition':
				return checkLink(node);
			case 'image':
			case 'imageReference':
				return report('TP511', node, 'Bilder används inte i katalogen. Beskriv innehållet i text.');
			case 'code':
				return checkCode(node);
			case 'table':
				return checkTable(node);
			case 'text':
				return checkText(node);
		}
	}

	function checkComponent(node: MdxJsxFlowElement | MdxJsxTextElement) {
		const allowed: readonly string[] | undefined =
			node.name && Object.hasOwn(AUTHOR_COMPONENTS, node.name)
				? AUTHOR_COMPONENTS[node.name as keyof typeof AUTHOR_COMPONENTS]
				: undefined;
		if (!allowed)
			return report(
				'TP504',
				node,
				`Komponenten ”${node.name ?? '<>'}” får inte användas. Skriv vanlig Markdown eller välj bland: ${Object.keys(AUTHOR_COMPONENTS).join(', ')}.`,
			);
		for (const attribute of node.attributes) {
			const known = attribute.type === 'mdxJsxAttribute' && allowed.includes(attribute.name);
			if (!known || typeof attribute.value !== 'string')
				report('TP505', node, `Komponenten ”${node.name}” tar bara text i: ${allowed.join(', ') || 'inga fält'}.`);
		}
	}

	function checkHeading(node: Heading, parent: Nodes | undefined) {
		if (node.depth === 1)
			report('TP506', node, 'Rubriker börjar med två nummertecken (##). Sidans egen rubrik är titeln i formuläret.');
		else if (parent?.type !== 'root')
			report('TP507', node, 'En rubrik får inte stå i en lista, ett citat eller en komponent. Flytta ut den.');
		else if (textOf(node).trim() === '') report('TP508', node, 'Rubriken är tom. Skriv rubriken eller ta bort raden.');
	}

	function checkLink(node: Link | Definition) {
		// Two slashes first, or a backslash, lead to another host.
		if (!/^(https?:\/\/|mailto:|\/(?![/\\])|#)/i.test(node.url) || HIDDEN.test(node.url))
			report('TP509', node, `Länken ”${node.url}” går inte att använda. Börja med https://, / eller #.`);
		else if (node.url.startsWith('/'))
			links.push({
				url: node.url,
				line: (node.position?.start.line ?? 1) + firstLine - 1,
				column: node.position?.start.column,
			});
		if (node.type === 'link' && textOf(node).trim() === '')
			report('TP510', node, 'Länken saknar text. Skriv vad den leder till inom hakparenteserna.');
	}

	/** Far in, MDX sees a block of code where Markdown sees the text in it. */
	function checkCode(node: CodeBlock) {
		if ((node.position?.start.column ?? 1) > 4)
			report('TP521', node, 'Ett kodblock får stå högst tre mellanslag in. Flytta det åt vänster.');
	}

	function checkTable(node: Table) {
		const columns = node.children[0]?.children.length ?? 0;
		for (const row of node.children.slice(1))
			if (row.children.length !== columns)
				report(
					'TP512',
					row,
					`Raden har ${row.children.length} celler men tabellens rubrikrad har ${columns}. Rätta antalet |.`,
				);
	}

	function checkText(node: { value: string; position?: Nodes['position'] }) {
		// As itself it has been told of with the rest of the file; here it is written &#x202e;.
		const hidden = HIDDEN.exec(node.value);
		if (hidden && !body.includes(hidden[0])) report('TP106', node, hiddenMessage(hidden[0]));
		const missing = /\[\^([^\]]+)\]/.exec(node.value);
		if (missing)
			report('TP513', node, `Fotnoten [^${missing[1]}] finns inte. Skriv den sist i filen: [^${missing[1]}]: text.`);
	}

	function checkSections(children: readonly RootContent[], kind: keyof typeof SECTIONS) {
		const fixed = Object.keys(SECTIONS[kind]);
		const found: string[] = [];
		let depth = 2;
		const first = children.findIndex((node) => node.type === 'heading');
		const before = first === -1 ? children[0] : first > 0 ? children[0] : undefined;
		if (before && before.type !== 'mdxjsEsm')
			report('TP514', before, `Texten ska stå under en rubrik. Börja med en av: ${names(fixed)}.`);
		children.forEach((node, index) => {
			if (node.type !== 'heading') return;
			if (node.depth > depth + 1) report('TP515', node, `Rubriknivån hoppar. Använd ${'#'.repeat(depth + 1)} här.`);
			depth = node.depth;
			if (node.depth !== 2) return;
			const title = textOf(node).trim();
			const next = children[index + 1];
			if (!fixed.includes(title))
				report('TP516', node, `Rubriken ”${title}” finns inte här. Välj bland: ${names(fixed)}.`);
			else if (found.includes(title)) report('TP517', node, `Rubriken ”${title}” står två gånger. Slå ihop avsnitten.`);
			else if (found.some((other) => fixed.indexOf(other) > fixed.indexOf(title)))
				report('TP518', node, `Rubriken ”${title}” står på fel plats. Ordningen är: ${names(fixed)}.`);
			if (!next || (next.type === 'heading' && next.depth <= 2))
				report('TP519', node, `Avsnittet ”${title}” är tomt. Skriv text eller ta bort rubriken.`);
			found.push(title);
		});
		const absent = REQUIRED_SECTIONS[kind].filter((title) => !found.includes(title));
		if (absent.length > 0) report('TP520', undefined, absentSections(absent));
	}
}
