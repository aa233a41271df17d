/** The document as a Word file: real headings, numbered lists, footnotes and links. Loaded only when asked for. */
import {
	AlignmentType,
	Document,
	ExternalHyperlink,
	FootnoteReferenceRun,
	HeadingLevel,
	LevelFormat,
	Packer,
	Paragraph,
	TextRun,
} from 'docx';
import type { Run } from '../citations/texts.ts';
import { SITE } from '../site.ts';
import type { Block } from './output.ts';

const toChildren = (runs: readonly Run[]) =>
	runs.map(({ text, href, work }) =>
		href
			? new ExternalHyperlink({ link: href, children: [new TextRun({ text, style: 'Hyperlink' })] })
			: new TextRun(work ? { text, italics: true } : { text }),
	);

const LEVELS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2 } as const;
const listName = (start: number) => `lista-${start}`;

function toParagraphs(block: Block): Paragraph[] {
	switch (block.kind) {
		case 'heading':
			return [new Paragraph({ heading: LEVELS[block.level], children: [new TextRun(block.text)] })];
		case 'list':
			return block.items.map(
				(runs) =>
					new Paragraph({ numbering: { reference: listName(block.start), level: 0 }, children: toChildren(runs) }),
			);
		case 'paragraph':
			return [
				new Paragraph({
					children: [...toChildren(block.runs), ...(block.note ? [new FootnoteReferenceRun(block.note)] : [])],
				}),
			];
		case 'notes':
			// Word keeps footnotes apart from the text.
			return [];
	}
}

export function toWord(blocks: readonly Block[], title: string): Document {
	const notes = blocks.flatMap((block) => (block.kind === 'notes' ? block.items : []));
	const lists = blocks.flatMap((block) => (block.kind === 'list' ? [block.start] : []));
	const heading = { run: { font: 'Calibri', bold: true, color: '000000' } };
	return new Document({
		title,
		creator: SITE.name,
		styles: {
			default: {
				document: {
					run: { font: 'Calibri', size: 22, language: { value: 'sv-SE' } },
					paragraph: { spacing: { after: 160, line: 276 } },
				},
				// The outline level is what puts a heading in the navigation of Word and LibreOffice.
				heading1: {
					run: { ...heading.run, size: 32 },
					paragraph: { spacing: { before: 0, after: 200 }, outlineLevel: 0 },
				},
				heading2: {
					run: { ...heading.run, size: 26 },
					paragraph: { spacing: { before: 280, after: 120 }, outlineLevel: 1 },
				},
			},
		},
		numbering: {
			config: lists.map((start) => ({
				reference: listName(start),
				levels: [
					{
						level: 0,
						format: LevelFormat.DECIMAL,
						text: '%1.',
						start,
						alignment: AlignmentType.START,
						style: { paragraph: { indent: { left: 425, hanging: 425 } } },
					},
				],
			})),
		},
		footnotes: Object.fromEntries(
			notes.map((runs, index) => [index + 1, { children: [new Paragraph({ children: toChildren(runs) })] }]),
		),
		sections: [{ children: blocks.flatMap(toParagraphs) }],
	});
}

/** The file's bytes. */
export const packWord = (blocks: readonly Block[], title: string): Promise<Blob> =>
	Packer.toBlob(toWord(blocks, title));
