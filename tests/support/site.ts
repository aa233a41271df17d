/** The built site as readers get it: every page's address, source and parsed tree. Read once for each test file. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type HTMLElement, parse } from 'node-html-parser';

export const DIST = 'dist';

export interface BuiltPage {
	/** Root-relative address: `/punkt/7/`. */
	readonly path: string;
	readonly file: string;
	readonly html: string;
	readonly root: HTMLElement;
}

if (!existsSync(join(DIST, 'index.html'))) throw new Error('The site is not built: run npm run build first.');

/** Every page, 404 included. */
export const pages: readonly BuiltPage[] = readdirSync(DIST, { recursive: true, encoding: 'utf8' })
	.filter((file) => file.endsWith('.html'))
	.sort()
	.map((file) => {
		const html = readFileSync(join(DIST, file), 'utf8');
		return { path: `/${file.replace(/index\.html$/, '')}`, file: join(DIST, file), html, root: parse(html) };
	});

const byPath = new Map(pages.map((page) => [page.path, page]));

/** The page at an address. */
export function pageAt(path: string): BuiltPage {
	const page = byPath.get(path);
	if (!page) throw new Error(`No page at ${path}`);
	return page;
}

/** Whether an address (without fragment or query) is answered by a file. */
export function answers(path: string): boolean {
	return byPath.has(path) || existsSync(join(DIST, path));
}

/** One page of each type, for what need not be asked of all. */
export const PAGE_TYPES = [
	'/',
	'/punkt/1/',
	'/punkt/8/sida/2/',
	'/punkt/9/utskrift/',
	'/exempel/',
	'/exempel/botkyrka-antiryktesnatverk/',
	'/kommun/',
	'/kommun/goteborg/',
	'/dokument/',
	'/dokument/ekero-motionssvar-eccar/',
	'/begrepp/',
	'/begrepp/natverk/',
	'/sok/',
	'/gammal-adress/',
	'/borttaget/',
	'/samling/',
	'/bidra/foresla/',
	'/om/',
	'/om/kallor/',
	'/hanvisa/',
	'/data/',
	'/404.html',
] as const;

export const textOf = (node: HTMLElement | null | undefined): string =>
	node?.structuredText.replace(/\s+/g, ' ').trim() ?? '';
