/**
 * A collection as a document to hand in: headings, a numbered list, paragraphs or footnotes. One composition feeds the
 * preview, the clipboard, Word and Markdown, so that all say the same.
 */
import { footnote, type Run, runningText, textOfRuns } from '../citations/texts.ts';
import { escapeAround } from '../escape.ts';
import { toAbsolute, toPrinted } from '../paths.ts';
import { SITE } from '../site.ts';
import { formatDate } from '../swedish.ts';
import type { Card } from './card.ts';
import type { Collection } from './link.ts';

/** An example of the collection with what the reader wrote about it. */
export interface Picked {
	readonly card: Card;
	readonly comment: string;
}

export type Block =
	| { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
	/** A numbered list; `start` is the number of its first item. */
	| { readonly kind: 'list'; readonly start: number; readonly items: readonly (readonly Run[])[] }
	/** `note` is the number of the footnote at its end. */
	| { readonly kind: 'paragraph'; readonly runs: readonly Run[]; readonly note?: number }
	/** The footnotes in order, the first is number 1. */
	| { readonly kind: 'notes'; readonly items: readonly (readonly Run[])[] };

/** What the document is called when the reader has not said. */
export const DEFAULT_TITLE = 'Underlag om arbete mot rasism och diskriminering';

const sentence = (text: string) => (text === '' || /[.!?…]$/.test(text) ? text : `${text}.`);

/** `Antiryktesnätverk. Botkyrka kommun, från 2013. Kommentar. tiopunkten.se/…` */
export function listItem({ card, comment }: Picked): Run[] {
	const facts = [card.about, card.period].filter(Boolean).join(', ');
	return [
		{ text: card.title, work: true },
		{ text: `. ${sentence(facts)} ${comment && `${sentence(comment)} `}` },
		{ text: toPrinted(card.path), href: toAbsolute(card.path) },
	];
}

/** Where the facts come from and how fresh they are. */
export function sourceLine(picked: readonly Picked[]): string {
	const days = picked.map(({ card }) => card.reviewed).sort();
	const [first = '', last = ''] = [days[0], days.at(-1)];
	const when = first === last ? formatDate(first) : `${formatDate(first)}–${formatDate(last)}`;
	return `Källa: ${SITE.name}. Uppgifterna granskade ${when}.`;
}

/** In the reader's order; grouped by the point each example is filed under first, when asked for. */
function groupsOf(picked: readonly Picked[], grouped: boolean, points: readonly string[]) {
	if (!grouped) return [{ heading: undefined, members: picked }];
	return points
		.map((title, index) => ({
			heading: `Punkt ${index + 1}: ${title}`,
			members: picked.filter(({ card }) => card.points[0] === index + 1),
		}))
		.filter(({ members }) => members.length > 0);
}

export function compose(
	{ title, form, grouped }: Pick<Collection, 'title' | 'form' | 'grouped'>,
	picked: readonly Picked[],
	points: readonly string[],
): Block[] {
	const blocks: Block[] = [{ kind: 'heading', level: 1, text: title || DEFAULT_TITLE }];
	const notes: Run[][] = [];
	let next = 1;
	for (const { heading, members } of groupsOf(picked, grouped, points)) {
		if (heading) blocks.push({ kind: 'heading', level: 2, text: heading });
		if (form === 'lista') {
			blocks.push({ kind: 'list', start: next, items: members.map(listItem) });
			next += members.length;
		} else
			for (const { card, comment } of members) {
				const said = comment ? [{ text: ` ${sentence(comment)}` }] : [];
				if (form === 'text') blocks.push({ kind: 'paragraph', runs: [...runningText(card), ...said] });
				else {
					notes.push(footnote(card));
					blocks.push({ kind: 'paragraph', runs: [{ text: sentence(card.summary) }, ...said], note: notes.length });
				}
			}
	}
	blocks.push({ kind: 'paragraph', runs: [{ text: sourceLine(picked) }] });
	if (notes.length > 0) blocks.push({ kind: 'notes', items: notes });
	return blocks;
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (sign) => SIGNS[sign] as string);

function runsToHtml(runs: readonly Run[]): string {
	return runs
		.map(({ text, href, work }) => {
			const shown = escapeHtml(text);
			if (href) return `<a href="${escapeHtml(href)}">${shown}</a>`;
			return work ? `<em>${shown}</em>` : shown;
		})
		.join('');
}

/** For the clipboard only: the page itself is built with DOM methods. */
export function toHtml(blocks: readonly Block[]): string {
	return blocks
		.map((block) => {
			switch (block.kind) {
				case 'heading':
					return `<h${block.level}>${escapeHtml(block.text)}</h${block.level}>`;
				case 'list':
					return `<ol start="${block.start}">${block.items.map((runs) => `<li>${runsToHtml(runs)}</li>`).join('')}</ol>`;
				case 'paragraph':
					return `<p>${runsToHtml(block.runs)}${block.note ? `<sup>${block.note}</sup>` : ''}</p>`;
				case 'notes':
					return `<hr>${block.items.map((runs, index) => `<p><sup>${index + 1}</sup> ${runsToHtml(runs)}</p>`).join('')}`;
			}
		})
		.join('');
}

export function toText(blocks: readonly Block[]): string {
	return blocks
		.map((block) => {
			switch (block.kind) {
				case 'heading':
					return block.text;
				case 'list':
					return block.items.map((runs, index) => `${block.start + index}. ${textOfRuns(runs)}`).join('\n');
				case 'paragraph':
					return textOfRuns(block.runs) + (block.note ? ` [${block.note}]` : '');
				case 'notes':
					return block.items.map((runs, index) => `[${index + 1}] ${textOfRuns(runs)}`).join('\n');
			}
		})
		.join('\n\n');
}

const escapeMarkdown = (text: string) =>
	escapeAround(text, (part) => part.replace(/[\\`*_[\]<>#|~]/g, '\\$&').replace(/^(\s*)([-+]|\d+\.)(?=\s)/, '$1\\$2'));
const runsToMarkdown = (runs: readonly Run[]) =>
	runs
		.map(({ text, href, work }) => {
			if (href) return `[${escapeMarkdown(text)}](${href})`;
			return work ? `*${escapeMarkdown(text)}*` : escapeMarkdown(text);
		})
		.join('');

export function toMarkdown(blocks: readonly Block[]): string {
	const parts = blocks.map((block) => {
		switch (block.kind) {
			case 'heading':
				return `${'#'.repeat(block.level)} ${escapeMarkdown(block.text)}`;
			case 'list':
				return block.items.map((runs, index) => `${block.start + index}. ${runsToMarkdown(runs)}`).join('\n');
			case 'paragraph':
				return runsToMarkdown(block.runs) + (block.note ? `[^${block.note}]` : '');
			case 'notes':
				return block.items.map((runs, index) => `[^${index + 1}]: ${runsToMarkdown(runs)}`).join('\n');
		}
	});
	return `${parts.join('\n\n')}\n`;
}
