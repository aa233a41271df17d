/**
 * Bodies of content files as HTML, cut into sections: all but those with author components, which only Astro can render
 * (src/content.ts). Both the process that renders pages and the build that waits for it use this.
 */
import { listFiles } from './files.ts';
import { markdown, renderQuickly } from './markdown.ts';
import { type Body, splitSections } from './sections.ts';

const careful = await markdown.createRenderer({ syntaxHighlight: false });

/** @param body Markdown without author components */
export async function renderPlain(body: string): Promise<Body> {
	return splitSections(renderQuickly(body) ?? (await careful.render(body, { frontmatter: {} })).code);
}

/** The files whose bodies nearly every build from nothing shows. */
export const shownBodies = (root: string): string[] => [
	...listFiles('examples', root),
	...listFiles('documents', root),
];
