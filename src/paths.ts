/**
 * From an object to its address on the site. The only place that knows what addresses look like.
 * Root-relative with a trailing slash, below whatever base path the site is served from.
 */
import type { Concept, Example, Municipality, Page, Paper, Point } from './catalogue/catalogue.ts';
import type { Code } from './catalogue/faults.ts';
import { SITE } from './site.ts';

/** Base path with slashes at both ends; `/` unless the site is built to live below a folder. */
const BASE = (import.meta.env?.BASE_URL ?? globalThis.process?.env?.['TIOPUNKTEN_BASE'] ?? '/').replace(/\/?$/, '/');

/** An address on the site (`/kommun/`) as it must be linked from a page. */
export function toHref(path: string): string {
	return BASE + path.replace(/^\//, '');
}

export const startPath = () => toHref('/');
export const examplesPath = (page = 1) => withPage(toHref('/exempel/'), page);
export const examplePath = (example: Pick<Example, 'id'>) => toHref(`/exempel/${example.id}/`);
export const pointPath = (point: Pick<Point, 'number'>, page = 1) => withPage(toHref(`/punkt/${point.number}/`), page);
/** Every example of a point in full, to print. */
export const bookletPath = (point: Pick<Point, 'number'>, page = 1) => withPage(`${pointPath(point)}utskrift/`, page);
export const municipalitiesPath = (page = 1) => withPage(toHref('/kommun/'), page);
export const municipalityPath = (municipality: Pick<Municipality, 'id'>, page = 1) =>
	withPage(toHref(`/kommun/${municipality.id}/`), page);
export const documentsPath = (page = 1) => withPage(toHref('/dokument/'), page);
export const documentPath = (document: Pick<Paper, 'id'>) => toHref(`/dokument/${document.id}/`);
export const conceptsPath = () => toHref('/begrepp/');
export const conceptPath = (concept: Pick<Concept, 'id'>, page = 1) =>
	withPage(toHref(`/begrepp/${concept.id}/`), page);
export const pagePath = (page: Pick<Page, 'id'>) => toHref(`/${page.id}/`);
export const faultsPath = () => toHref('/bidra/fel/');
/** What a code that `npm run granska` gives means. */
export const faultPath = (code: Code) => toHref(`/bidra/fel/${code.toLowerCase()}/`);
/** What the catalogue holds and how well the site does, in figures. */
export const statusPath = () => toHref('/om/status/');
/** How the sources are checked, and what the latest check gave. */
export const sourcesPath = () => toHref('/om/kallor/');
export const removedPath = () => toHref('/borttaget/');
export const oldAddressPath = () => toHref('/gammal-adress/');
export const searchPath = (query?: string) => toHref('/sok/') + (query ? `?q=${encodeURIComponent(query)}` : '');

/** The form for a new example, and what it lets an author choose among. */
export const proposePath = () => toHref('/bidra/foresla/');
export const choicesPath = () => toHref('/bidra/foresla/val.json');
export const collectionPath = () => toHref('/samling/');
/** The folder of the files that the collection page reads examples from. */
export const collectionCardsPath = () => toHref('/samling/kort/');
/** A citation of the thing at an address, as a file for reference managers. */
export const citationFilePath = (path: string, format: string) => `${path}hanvisning.${format}`;

/** Page 1 of a list is the list's own address; the others follow below it. */
function withPage(path: string, page: number): string {
	return page === 1 ? path : `${path}sida/${page}/`;
}

/** The whole address, for citations and canonical links. */
export const toAbsolute = (href: string) => SITE.origin + href;

/** The address as it is printed and read aloud: without scheme and last slash. */
export const toPrinted = (href: string) => (SITE.host + href).replace(/\/$/, '');
