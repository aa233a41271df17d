/** The parts of a content file: the form between two lines of `---`, and the body below. */

const FENCE = /^---[ \t]*\n([\s\S]*?\n)?---[ \t]*(?:\n|$)/;

/** A text as it is read: without a byte order mark, and with one kind of line break. */
export const normalise = (text: string) => text.replace(/^\uFEFF+/, '').replace(/\r\n?/g, '\n');

/** Splits a file with a body, however its lines end. Undefined when there is no form between two lines of `---`. */
export function splitFrontmatter(source: string): { yaml: string; body: string; bodyLine: number } | undefined {
	const text = normalise(source);
	const match = FENCE.exec(text);
	if (!match) return undefined;
	const head = match[0];
	return { yaml: match[1] ?? '', body: text.slice(head.length), bodyLine: head.split('\n').length };
}

/** The body of a file's text; empty when there is none. */
export const bodyIn = (source: string): string => splitFrontmatter(source)?.body ?? '';

/** Whether a body uses author components and so must go through Astro's MDX route. */
export const usesComponents = (body: string): boolean => /<[A-Z]/.test(body);
