/**
 * A page in the form that SKL gave its examples: a date, the point's heading, then a block for each example under
 * "What was done, X kommun", then contact and footer. Read from lines that a scanner may have damaged.
 */
import type { Point } from '../../catalogue/catalogue.ts';
import type { SourceData } from '../../catalogue/schema.ts';
import { nearest } from '../likeness.ts';
import { type Recognised, recogniseMunicipality, withoutKind } from '../municipalities.ts';
import type { PageText } from './text.ts';

export interface Block {
	/** The heading without its municipality. */
	readonly title: string;
	readonly municipalities: readonly Recognised[];
	readonly paragraphs: readonly string[];
	/** The line, counted from 1, where the heading stands. */
	readonly line: number;
}

export interface ImportedPage {
	/** ISO day. */
	readonly published: string | undefined;
	/** The page's own heading. */
	readonly heading: string | undefined;
	readonly point: number | undefined;
	/** The source that the page is, when the catalogue has it. */
	readonly source: SourceData | undefined;
	readonly blocks: readonly Block[];
}

export interface Known {
	readonly points: readonly (Pick<Point, 'number' | 'title'> & { readonly sources: readonly string[] })[];
	readonly sources: readonly SourceData[];
}

const MONTHS = 'januari februari mars april maj juni juli augusti september oktober november december'.split(' ');

/** Digits as a scanner may have read them. */
const digits = (text: string) =>
	text
		.replace(/[oO]/g, '0')
		.replace(/[lI|!i]/g, '1')
		.replace(/[sS]/g, '5')
		.replace(/[B]/g, '8')
		.replace(/[zZ]/g, '2');
const NUMBER = String.raw`[0-9oOlI|!iSsBzZ]`;
const WRITTEN = new RegExp(
	String.raw`(?:^|[\s:.])(${NUMBER}{1,2})\s*(?:[:.]e)?\s+([a-zåäö0-9|!]{3,10})\.?\s+(${NUMBER}{4})(?!\S)`,
	'i',
);
const ISO = new RegExp(String.raw`(${NUMBER}{4})[-–—.](${NUMBER}{2})[-–—.](${NUMBER}{2})(?!\S)`);

/** A date in a line: `7 maj 2019`, `7 rnaj 2Ol9`, `2019-05-07`. Undefined when there is none that has been. */
export function findDate(line: string): string | undefined {
	const toDay = (year: number, month: number, day: number) => {
		const date = new Date(Date.UTC(year, month - 1, day));
		const sound = year >= 1990 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
		return sound ? date.toISOString().slice(0, 10) : undefined;
	};
	const iso = ISO.exec(line)
		?.slice(1)
		.map((part) => Number(digits(part)));
	if (iso) return toDay(...(iso as [number, number, number]));
	const [, day = '', month = '', year = ''] = WRITTEN.exec(line) ?? [];
	if (!month) return undefined;
	const [best] = nearest(month, MONTHS, (name) => (name.length > 4 ? [name, name.slice(0, 3)] : [name]), 0.3);
	if (!best) return undefined;
	return toDay(Number(digits(year)), MONTHS.indexOf(best.thing) + 1, Number(digits(day)));
}

/** Lines that end an example: what follows is no part of it. */
const ENDINGS = [
	'informationsansvarig',
	'kontakt',
	'kontakta oss',
	'sidfot',
	'hjälpte informationen på sidan dig?',
	'hjälpte informationen på sidan dig? ja nej',
	'tack för att du hjälper oss!',
	'läs mer',
	'läs mer om exemplet',
	'dela sidan',
	'skriv ut',
	'till toppen',
	'relaterad information',
	'välkommen att skicka din fråga till skl!',
];
const isEnding = (line: string) => {
	if (line.length > 60) return false;
	return nearest(line.replace(/[:.]$/, ''), ENDINGS, (ending) => [ending], 0.2).length > 0;
};

const ENDS_SENTENCE = /[.!?…:][”"»)\]]*$/;
const LONGEST_HEADING = 180;
/** How many lines above the first example are looked through for the date and the point. */
const LONGEST_INTRO = 60;
/** How much of the point's heading may be misread. */
const TOLERANCE = 0.3;

/** A heading's text and the municipalities that end it. Undefined for a line that is none. */
function readHeading(text: string, marksLost: boolean): Pick<Block, 'title' | 'municipalities'> | undefined {
	if (text.length > LONGEST_HEADING || !/^[\p{Lu}\d”"“»–•#*]/u.test(text)) return undefined;
	if (ENDS_SENTENCE.test(text) && !/(?:kommun|stad)\.$/i.test(text)) return undefined;
	// The last comma parts the two; a scanner may have taken it for something else.
	const comma = Math.max(text.lastIndexOf(','), text.lastIndexOf(';'), text.lastIndexOf('‚'));
	const place = comma > 0 ? comma : text.search(/[.:¸'´`’] ?(?=\S+ \S+$)/);
	const [title, names] = [text.slice(0, place), text.slice(place + 1).trim()];
	// A sentence that happens to end with a municipality goes on with a small letter after its comma.
	if (place < 3 || !/^[^\p{Ll}]/u.test(names)) return undefined;
	const list = names.split(/\s+och\s+|\s*[&/]\s+/);
	if (!list.some((name) => withoutKind(name) !== undefined)) return undefined;
	const municipalities = list.map((name) => recogniseMunicipality(name, { marksLost }));
	if (municipalities.some((found) => found === undefined)) return undefined;
	return {
		title: title.replace(/^[\s–•#*-]+|[\s,;.–-]+$/g, ''),
		municipalities: municipalities as Recognised[],
	};
}

/** Two lines as one, with a word that was divided between them put together. */
const join = (first: string, second: string) =>
	/\p{Ll}-$/u.test(first) && /^\p{Ll}/u.test(second) ? first.slice(0, -1) + second : `${first} ${second}`;

/** What is said of the page above its examples. */
interface Top {
	/** The line after it. */
	readonly end: number;
	readonly heading?: string;
	readonly point?: Known['points'][number];
	/** Sources with that title. */
	readonly pages: readonly SourceData[];
}

/** Reads a page. What it does not find is undefined; a page of another form has no blocks. */
export function parsePage({ lines, marksLost }: PageText, { points, sources }: Known): ImportedPage {
	const top = readTop();
	const blocks: (Block & { readonly paragraphs: string[] })[] = [];
	const intro: string[] = lines.slice(0, top.end);
	let ended = false;
	let fresh = true;
	for (let place = top.end; place < lines.length; place += 1) {
		const line = lines[place] as string;
		const heading = headingAt(place);
		const current = blocks.at(-1);
		if (heading) {
			blocks.push({ ...heading, paragraphs: [], line: place + 1 });
			place += heading.length - 1;
			fresh = true;
			ended = false;
		} else if (line === '') fresh = true;
		else {
			if (!current) intro.push(line);
			else if (isEnding(line)) ended = true;
			else if (!ended) current.paragraphs.push(fresh ? line : join(current.paragraphs.pop() as string, line));
			fresh = false;
		}
	}
	const dates = intro
		.slice(0, LONGEST_INTRO)
		.map((line) => ({ date: findDate(line), stated: /^\W*p\S{1,3}[bl]/i.test(line) }))
		.filter(({ date }) => date);
	const published = (dates.find(({ stated }) => stated) ?? dates[0])?.date;
	return {
		published,
		heading: top.heading,
		point: top.point?.number,
		source: top.pages.find((page) => page.published === published) ?? top.pages[0],
		blocks,
	};

	/** A heading that begins at a line, over at most three. */
	function headingAt(place: number) {
		const before = lines[place - 1] ?? '';
		const begins = before === '' || place === top.end || ENDS_SENTENCE.test(before) || findDate(before) !== undefined;
		let text = '';
		for (let length = 1; begins && length <= 3; length += 1) {
			const line = lines[place + length - 1];
			if (!line) return undefined;
			text = text ? join(text, line) : line;
			const found = readHeading(text, marksLost);
			if (found) return { ...found, length };
		}
		return undefined;
	}

	/** The point's heading, on one line or two, above the first example. */
	function readTop(): Top {
		const pagesOf = (point: Known['points'][number]) =>
			sources.filter(({ id, kind }) => kind === 'skl-skr' && point.sources.includes(id));
		const first = lines.findIndex((line) => readHeading(line, marksLost) !== undefined);
		const [best] = lines
			.slice(0, first === -1 ? LONGEST_INTRO : Math.min(first, LONGEST_INTRO))
			.flatMap((line, place) => {
				const next = lines[place + 1];
				return [{ text: line, end: place + 1 }, ...(line && next ? [{ text: join(line, next), end: place + 2 }] : [])];
			})
			.filter(({ text }) => text.length > 15 && text.length < LONGEST_HEADING)
			.flatMap(({ text, end }) =>
				nearest(text, points, (point) => [point.title, ...pagesOf(point).map(({ title }) => title)], TOLERANCE)
					.slice(0, 1)
					.map(({ thing, share }) => ({ heading: text, end, point: thing, share })),
			)
			.sort((a, b) => a.share - b.share);
		if (!best) return { end: 0, pages: [] };
		return {
			...best,
			pages: nearest(best.heading, pagesOf(best.point), ({ title }) => [title], TOLERANCE).map(({ thing }) => thing),
		};
	}
}
