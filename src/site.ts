/**
 * What the site is called, where it lives and who answers for it: the settings of whoever runs it.
 * Nothing here is derived; nothing elsewhere repeats it.
 */
export const SITE = {
	name: 'Tiopunkten',
	/** Host in printed addresses. 13 characters, so that every address stays below 70 (CONVENTIONS E2.2). */
	host: 'tiopunkten.se',
	origin: 'https://tiopunkten.se',
	description: 'En katalog över vad svenska kommuner gör mot rasism och diskriminering, ordnad efter tio punkter.',
	/** A function mailbox, never a person's (CONVENTIONS E5.2). */
	contact: 'redaktionen@tiopunkten.se',
	/** Where the editors' commands and the source code live. */
	repository: 'https://github.com/tiopunkten/tiopunkten',
	licence: {
		name: 'CC BY 4.0',
		url: 'https://creativecommons.org/licenses/by/4.0/deed.sv',
		/** ISO day when the licence was last read there. */
		seen: '2026-11-22',
	},
} as const;

/** How many items a list shows on one page, so that its HTML and CSS fit in 14 kB. Longer lists go on at `sida/2/`. */
export const PAGE_SIZE = 16;

/** Documents below the examples of a point or a municipality, on each of its pages. */
export const DOCUMENTS_PER_PAGE = 24;

/** Municipalities in one page of the table of points: it holds those of today, and 290 make four pages within 14 kB. */
export const MUNICIPALITIES_PER_PAGE = 80;

/** Examples in one booklet to print; it is as heavy as it is long. */
export const BOOKLET_SIZE = 100;
