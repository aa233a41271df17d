/** The rendered body of a page, cut into its sections. Pure text work: headings of level 2 stand only at the top. */

export interface Section {
	readonly id: string;
	readonly title: string;
	/** HTML below the heading. */
	readonly html: string;
}

export interface Body {
	/** HTML before the first heading; empty in bodies with fixed sections. */
	readonly lead: string;
	readonly sections: readonly Section[];
}

const FOOTNOTES = /<section[^>]*data-footnotes[^>]*>[\s\S]*?<\/section>\s*$/;
const HEADING = /<h2\b[^>]*?\bid="([^"]+)"[^>]*>([\s\S]*?)<\/h2>/g;

const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };
const decode = (html: string) => html.replace(/&(?:lt|gt|quot|amp);/g, (entity) => ENTITIES[entity] as string);
/** The words of a piece of HTML, as in a heading. */
export const textIn = (html: string): string => decode(html.replace(/<[^>]+>/g, '')).trim();

/** Cuts HTML at its level-2 headings. The footnotes become a section of their own, last. */
export function splitSections(source: string): Body {
	// The parser's label for footnotes is our heading, which the section component names after the section.
	const html = source.replaceAll('aria-describedby="footnote-label"', 'aria-describedby="fotnoter-rubrik"');
	const notes = FOOTNOTES.exec(html)?.[0];
	const main = notes ? html.replace(FOOTNOTES, '') : html;
	const heads = [...main.matchAll(HEADING)];
	const sections = heads.map((head, index): Section => ({
		id: head[1] as string,
		title: textIn(head[2] as string),
		html: main.slice(head.index + head[0].length, heads[index + 1]?.index).trim(),
	}));
	if (notes) {
		const list = /<ol>[\s\S]*<\/ol>/.exec(notes)?.[0] ?? '';
		sections.push({ id: 'fotnoter', title: 'Fotnoter', html: list });
	}
	return { lead: main.slice(0, heads[0]?.index).trim(), sections };
}

/** HTML without ids of its own, for a page that holds several bodies: links to its parts lead to the body's own page. */
export function withoutIds(html: string, page: string): string {
	return html.replace(/ (id|aria-describedby)="[^"]*"/g, '').replaceAll('href="#', `href="${page}#`);
}

/** External links in running text with the day they were read, so that an archive can find that version (Robust Links). */
export function withSeenDates(html: string, day: string): string {
	return html.replace(/<a href="https?:/g, (start) => `<a rel="external" data-versiondate="${day}"${start.slice(2)}`);
}
