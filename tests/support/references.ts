/** References as citation.js, a program that knows nothing of ours, reads them. */
import { createRequire } from 'node:module';

interface CslItem {
	readonly title: string;
	readonly author: readonly { readonly literal?: string; readonly family?: string; readonly given?: string }[];
	readonly issued: { readonly 'date-parts': readonly (readonly number[])[] };
	readonly URL: string;
	readonly publisher: string;
	readonly note: string;
}

// The package has no types; this is the little of it that is used.
const require = createRequire(import.meta.url);
const { plugins } = require('@citation-js/core') as {
	plugins: { input: { chain(data: unknown, options: object): CslItem[] } };
};
require('@citation-js/plugin-bibtex');
require('@citation-js/plugin-ris');

const FORMS = { bib: '@bibtex/text', ris: '@ris/file', json: '@csl/list+object' } as const;

export interface ReadReference {
	readonly title: string;
	/** An organisation's name, or `family|given` when it was taken for a person. */
	readonly author: string;
	readonly date: string;
	readonly url: string;
	readonly publisher: string;
	readonly note: string;
}

export function parseReferences(format: keyof typeof FORMS, text: string): ReadReference[] {
	const items = plugins.input.chain(format === 'json' ? JSON.parse(text) : text, {
		forceType: FORMS[format],
		generateGraph: false,
	});
	return items.map(({ title, author, issued, URL, publisher, note }) => ({
		title,
		author: author.map(({ literal, family, given }) => literal ?? [family, given].filter(Boolean).join('|')).join('; '),
		date: issued['date-parts'][0]?.map((part) => String(part).padStart(2, '0')).join('-') ?? '',
		url: URL,
		publisher,
		note,
	}));
}
