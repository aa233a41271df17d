/**
 * Citations ready to paste, worded as Swedish municipal papers word theirs (CONVENTIONS E7): in running text with the
 * address in brackets, as a footnote, as an item in a list of sources, and the address alone.
 */
import { SITE } from './site.ts';
import { formatDate } from './swedish.ts';

/** What a citation needs to know of a thing. */
export interface Citable {
	readonly title: string;
	/** The municipality or whoever the thing is about: `Botkyrka kommun`. */
	readonly about?: string | undefined;
	/** A sentence that says what it is, for running text. */
	readonly summary: string;
	/** ISO day of the latest review. */
	readonly reviewed: string;
	/** The whole address. */
	readonly url: string;
}

export interface Citation {
	readonly id: string;
	readonly label: string;
	readonly use: string;
	readonly text: string;
}

/** The citations of a thing, the most used first. */
export function citationsOf({ title, about, summary, reviewed, url }: Citable): Citation[] {
	const printed = url.replace(/^https?:\/\//, '').replace(/\/$/, '');
	const date = formatDate(reviewed);
	const owner = about ? `, ${about}` : '';
	return [
		{
			id: 'lopande-text',
			label: 'Löpande text',
			use: 'för tjänsteutlåtande, motion och remissvar',
			text: `${summary.replace(/\.$/, '')} (${SITE.name}, granskad ${date}, ${printed}).`,
		},
		{
			id: 'fotnot',
			label: 'Fotnot',
			use: 'kort, med adress',
			text: `${SITE.name}, ”${title}”${owner}, granskad ${date}, ${url}`,
		},
		{
			id: 'kallforteckning',
			label: 'Källförteckning',
			use: 'enligt Harvard',
			text: `${SITE.name} (${reviewed.slice(0, 4)}). ${title}.${about ? ` ${about}.` : ''} Granskad ${date}. ${url}`,
		},
		{ id: 'adress', label: 'Bara adressen', use: 'ändras aldrig', text: url },
	];
}
