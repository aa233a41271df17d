/**
 * The same facts for machines: BibTeX, RIS and CSL-JSON for reference managers, and the metadata in a page's head that
 * lets them pick the page up. The author is the catalogue, an organisation, and is never split into a person's names;
 * the date is that of the latest review, which is what a reader refers to.
 */
import { toAbsolute } from '../paths.ts';
import { SITE } from '../site.ts';
import { formatDate } from '../swedish.ts';
import type { Citable } from './citable.ts';

/** `Botkyrka kommun. Granskad 22 november 2026.` */
const note = ({ about, reviewed }: Citable) =>
	`${about ? `${about}. ` : ''}Granskad ${formatDate(reviewed).replace('\u00a0', ' ')}.`;

const LATEX: Readonly<Record<string, string>> = {
	'\\': '\\textbackslash{}',
	'~': '\\textasciitilde{}',
	'^': '\\textasciicircum{}',
};
const escapeLatex = (text: string) => text.replace(/[\\~^&%$#_{}]/g, (sign) => LATEX[sign] ?? `\\${sign}`);

/**
 * Double braces keep the organisation whole and the capitals of the title. BibLaTeX reads `date`, older BibTeX the year,
 * month and day.
 */
export function toBibtex(items: readonly Citable[]): string {
	return items
		.map((item) => {
			const [year, month, day] = item.reviewed.split('-').map(Number);
			const fields = {
				author: `{${escapeLatex(SITE.name)}}`,
				title: `{${escapeLatex(item.title)}}`,
				date: item.reviewed,
				year,
				month,
				day,
				publisher: `{${escapeLatex(SITE.name)}}`,
				note: escapeLatex(note(item)),
				langid: 'swedish',
				url: toAbsolute(item.path),
			};
			const lines = Object.entries(fields).map(([name, value]) => `  ${name} = {${value}}`);
			return `@online{${item.key},\n${lines.join(',\n')}\n}\n`;
		})
		.join('\n');
}

/** RIS, an electronic source each. Lines end as the format demands. */
export function toRis(items: readonly Citable[]): string {
	return items
		.map((item) =>
			[
				['TY', 'ELEC'],
				['ID', item.key],
				['AU', SITE.name],
				['TI', item.title],
				['PY', item.reviewed.slice(0, 4)],
				['DA', item.reviewed.replaceAll('-', '/')],
				['PB', SITE.name],
				['N1', note(item)],
				['LA', 'sv'],
				['UR', toAbsolute(item.path)],
				['ER', ''],
			]
				.map(([tag, value]) => `${tag}  - ${value}\r\n`)
				.join(''),
		)
		.join('\r\n');
}

export function toCsl(items: readonly Citable[]): string {
	const list = items.map((item) => ({
		id: item.key,
		type: 'webpage',
		author: [{ literal: SITE.name }],
		title: item.title,
		issued: { 'date-parts': [item.reviewed.split('-').map(Number)] },
		publisher: SITE.name,
		note: note(item),
		language: 'sv-SE',
		URL: toAbsolute(item.path),
	}));
	return `${JSON.stringify(list, null, 1)}\n`;
}

/** The files beside each page, by the ending of their address. */
export const EXPORTS = {
	bib: { label: 'BibTeX', mediaType: 'application/x-bibtex; charset=utf-8', write: toBibtex },
	ris: { label: 'RIS', mediaType: 'application/x-research-info-systems; charset=utf-8', write: toRis },
	json: { label: 'CSL-JSON', mediaType: 'application/vnd.citationstyles.csl+json; charset=utf-8', write: toCsl },
} as const;
export type ExportFormat = keyof typeof EXPORTS;
export const EXPORT_FORMATS = Object.keys(EXPORTS) as ExportFormat[];

/** Names and contents of a page's metadata: Highwire's for Zotero and Google Scholar, Dublin Core for the rest. */
export function metadataOf(item: Citable): (readonly [name: string, content: string])[] {
	const url = toAbsolute(item.path);
	return [
		['citation_title', item.title],
		['citation_author', SITE.name],
		['citation_publication_date', item.reviewed.replaceAll('-', '/')],
		['citation_publisher', SITE.name],
		['citation_language', 'sv'],
		['citation_public_url', url],
		['DC.title', item.title],
		['DC.creator', SITE.name],
		['DC.date', item.reviewed],
		['DC.publisher', SITE.name],
		...(item.about ? ([['DC.coverage', item.about]] as const) : []),
		['DC.language', 'sv'],
		['DC.identifier', url],
	];
}
