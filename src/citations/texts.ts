/**
 * Citations ready to paste, worded as Swedish municipal papers word theirs (CONVENTIONS E7): in running text with the
 * address in brackets, as a footnote, as an item in a list of sources, and the address alone.
 */
import { toAbsolute, toPrinted } from '../paths.ts';
import { SITE } from '../site.ts';
import { formatDate } from '../swedish.ts';
import type { Citable } from './citable.ts';

/** A stretch of text that is plain, leads somewhere, or is the title of a work. */
export interface Run {
	readonly text: string;
	readonly href?: string;
	readonly work?: boolean;
}

export interface Citation {
	readonly id: string;
	readonly label: string;
	readonly use: string;
	readonly runs: readonly Run[];
}

/** `summary (Tiopunkten, granskad 22 november 2026, tiopunkten.se/…).` */
export function runningText({ summary, reviewed, path }: Citable): Run[] {
	return [
		{ text: `${summary.replace(/\.$/, '')} (${SITE.name}, granskad ${formatDate(reviewed)}, ` },
		{ text: toPrinted(path), href: toAbsolute(path) },
		{ text: ').' },
	];
}

export function footnote({ title, about, reviewed, path }: Citable): Run[] {
	return [
		{ text: `${SITE.name}, ”${title}”, ${withoutRepeat(about, title, ', ')}granskad ${formatDate(reviewed)}, ` },
		{ text: toAbsolute(path), href: toAbsolute(path) },
	];
}

/** An item in a list of sources, by Harvard: author (year), title, municipality, review, address. */
export function reference({ title, about, reviewed, path }: Citable): Run[] {
	return [
		{ text: `${SITE.name} (${reviewed.slice(0, 4)}). ` },
		{ text: title, work: true },
		{ text: `. ${withoutRepeat(about, title, '. ')}Granskad ${formatDate(reviewed)}. ` },
		{ text: toAbsolute(path), href: toAbsolute(path) },
	];
}

/** The municipality, unless the title begins with it. */
function withoutRepeat(about: string | undefined, title: string, end: string): string {
	return about && !title.startsWith(about) ? about + end : '';
}

/** The citations of a thing, the most used first. */
export function citationsOf(item: Citable): Citation[] {
	const url = toAbsolute(item.path);
	return [
		{
			id: 'lopande-text',
			label: 'Löpande text',
			use: 'för tjänsteutlåtande, motion och remissvar',
			runs: runningText(item),
		},
		{ id: 'fotnot', label: 'Fotnot', use: 'kort, med adress', runs: footnote(item) },
		{ id: 'kallforteckning', label: 'Källförteckning', use: 'enligt Harvard', runs: reference(item) },
		{ id: 'adress', label: 'Bara adressen', use: 'ändras aldrig', runs: [{ text: url, href: url }] },
	];
}

export const textOfRuns = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('');
