/** What the built pages weigh as they are sent. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

/** The style for paper comes after the page, at the lowest priority. */
const STYLESHEET = /<link\b(?=[^>]*\brel="?stylesheet"?)(?![^>]*\bmedia="?print"?)[^>]*\bhref="?([^"\s>]+)/g;

export interface Weight {
	readonly path: string;
	readonly bytes: number;
}

const brotli = (bytes: string | Buffer) =>
	brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } }).length;

/** HTML and the CSS for screens of each page, in bytes with brotli. */
export function weigh(pages: readonly { readonly path: string; readonly html: string }[], dist: string): Weight[] {
	const styles = new Map<string, number>();
	const weightOf = (href: string) => {
		const known = styles.get(href) ?? brotli(readFileSync(join(dist, href)));
		styles.set(href, known);
		return known;
	};
	return pages.map(({ path, html }) => ({
		path,
		bytes: [...html.matchAll(STYLESHEET)].reduce((sum, [, href]) => sum + weightOf(href as string), brotli(html)),
	}));
}

/** Booklets are fetched to be printed, each with every example of a point; they are not read on the way to something. */
export const isBooklet = ({ path }: { readonly path: string }) => /^\/punkt\/\d+\/utskrift\/(sida\/\d+\/)?$/.test(path);
