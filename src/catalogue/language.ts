/**
 * Editorial lint: can the text be read by someone in a hurry? Plain Swedish by measures that a machine can take
 * (LIX, sentence length), Swedish typography, and words that judge or that should be Swedish. CONVENTIONS E4.
 */
import type { Nodes, Paragraph, Root } from 'mdast';
import type { Code } from './faults.ts';
import { textOf } from './text-of.ts';
import type { Problem } from './problem.ts';

/** Above this a text is heavy: a warning. Newspapers lie at 40–50. */
export const LIX_TARGET = 45;
/** Above this it stops the build. */
export const LIX_LIMIT = 60;
/** Words in a sentence. */
export const SENTENCE_LIMIT = 35;
/** LIX says nothing of a text shorter than this. */
const LIX_MINIMUM_WORDS = 30;

const WORD = /[\p{L}\d]+(?:[-’:][\p{L}\d]+)*/gu;

export interface Readability {
	readonly words: number;
	/** Läsbarhetsindex: words per sentence plus the share of words longer than six letters, in per cent. */
	readonly lix: number;
}

const sentencesOf = (text: string) => text.split(/(?<=[.!?:])\s+/).filter((sentence) => /\p{L}/u.test(sentence));

const wordsOf = (text: string): readonly string[] => text.match(WORD) ?? [];

/**
 * LIX of a text, rounded. 0 for a text without words.
 *
 * @param words its words, for the one who has them
 */
export function measure(text: string, words = wordsOf(text)): Readability {
	const sentences = Math.max(1, sentencesOf(text).length);
	const long = words.filter((word) => word.length > 6).length;
	const lix = words.length === 0 ? 0 : Math.round(words.length / sentences + (100 * long) / words.length);
	return { words: words.length, lix };
}

/** What must not stand in running text, and what to write. */
const WORDS: readonly (readonly [Code, RegExp, string])[] = [
	['TP601', /["“„«»]/u, 'Citattecken skrivs ”så här”. Byt tecknet.'],
	['TP602', /(?<=\S)'(?=\S)|(?<=\s)'/u, 'Apostrof skrivs ’. Byt tecknet.'],
	['TP603', /\S {2,}\S/u, 'Två mellanslag i följd. Ta bort det ena.'],
	['TP604', /\bbest practices?\b/iu, '”Best practice” rangordnar. Beskriv vad som gjordes.'],
	[
		'TP604',
		/\b(framgångsrik\w*|banbrytande|världsledande|spjutspets\w*)\b/iu,
		'Ordet värderar. Skriv vad som hände och vem som säger det.',
	],
	// Lower case only: with a capital it is a name, as in The Local.
	['TP605', /\b(the|and|with)\b/u, 'Engelskt ord. Skriv på svenska.'],
	[
		'TP605',
		/\b(stakeholders?|empowerment|mainstreaming|awareness|community|capacity building|guidelines?|toolkit|policy maker|hate crime)\b/iu,
		'Engelskt ord. Skriv på svenska.',
	],
];

interface Passage {
	readonly text: string;
	readonly line: number;
	readonly column?: number | undefined;
	readonly field?: string | undefined;
}

function* paragraphs(node: Nodes): Generator<Paragraph> {
	if (node.type === 'paragraph') yield node;
	else if ('children' in node) for (const child of node.children) yield* paragraphs(child);
}

/**
 * What is heavy or wrong in the language of one file.
 *
 * @param fields the form's texts with their place
 * @param body the parsed body and the line where it begins
 */
export function checkLanguage(
	file: string,
	fields: readonly Passage[],
	body: { readonly tree: Root; readonly firstLine: number } | undefined,
): Problem[] {
	const problems: Problem[] = [];
	const withWords = (passage: Passage) => ({ ...passage, words: wordsOf(passage.text) });
	const formed = fields.map(withWords);
	const prose = body
		? [...paragraphs(body.tree)].map((node) =>
				withWords({
					text: textOf(node),
					line: (node.position?.start.line ?? 1) + body.firstLine - 1,
					column: node.position?.start.column,
				}),
			)
		: [];

	for (const { text, line, column, field, words: all } of [...formed, ...prose]) {
		const at = { file, line, column, field };
		for (const [code, pattern, message] of WORDS) {
			const match = pattern.exec(text);
			if (match) problems.push({ code, ...at, message: `${message} (”${match[0].trim()}”)` });
		}
		if (all.length <= SENTENCE_LIMIT) continue;
		for (const sentence of sentencesOf(text.replace(/\n/g, ' '))) {
			const words = wordsOf(sentence).length;
			if (words > SENTENCE_LIMIT)
				problems.push({
					code: 'TP606',
					...at,
					message: `En mening har ${words} ord. Dela den; högst ${SENTENCE_LIMIT}. (”${sentence.slice(0, 40)} …”)`,
				});
		}
	}
	for (const [what, passages] of [
		['Sammanfattningen', formed.filter(({ field }) => field === 'summary')],
		['Brödtexten', prose],
	] as const) {
		const { words, lix } = measure(
			passages.map(({ text }) => text).join('\n'),
			passages.flatMap((passage) => passage.words),
		);
		const place = passages[0];
		if (!place || words < LIX_MINIMUM_WORDS || lix <= LIX_TARGET) continue;
		problems.push({
			code: lix > LIX_LIMIT ? 'TP608' : 'TP607',
			file,
			line: place.line,
			field: place.field,
			message: `${what} är tung: LIX ${lix}, målet är högst ${LIX_TARGET}. Kortare meningar och ord hjälper.`,
		});
	}
	return problems;
}
