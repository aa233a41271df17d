/** The addresses of a built site, and the register they are held against. */
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type HostOptions, toCaddy, toHeaders, toNginxMaps, toNginxServer, toRedirects } from '../addresses/hosts.ts';
import { hashOf, toHostHeaders } from '../addresses/headers.ts';
import { type BuiltSite, examine, type Fate, parseRegister, REGISTER_FILE } from '../addresses/register.ts';
import { readContentFile } from '../catalogue/read.ts';
import { listFiles, readText } from '../files.ts';
import { filesIn } from './folder.ts';
import type { Shelf } from './shelf.ts';

/** The build's own files, error pages and files whose names change with what they hold are no addresses to cite. */
const NOT_CITED = /(^|\/)_|^pagefind\/|^samling\/kort\/|^404\.html$|[.-][0-9a-f]{8,}\.|\.(br|gz)$/;

/** Pages of things, whose sections have fixed ids. The headings of other pages follow their wording. */
const THING = /^\/(exempel|punkt|dokument|kommun)\/[^/]+\/$/;
/** Sections that come and go with other things than the page itself. Not promised, so not registered. */
const PASSING = new Set(['andringar', 'dokument', 'exempel', 'fotnoter', 'liknande']);

interface Built {
	readonly published: ReadonlySet<string>;
	readonly unlisted: readonly string[];
}

/** What a page's HTML says of its addresses. */
interface PageAddresses {
	readonly unlisted: boolean;
	/** The ids of its sections, in order. */
	readonly sections: readonly string[];
}

/** Where pages that have been read before lie, by which file on the disk they are. */
export type AddressShelf = Shelf<PageAddresses>;

/** What is looked for is plain ASCII, and reading a file as bytes is the quickest way. */
const readPage = (file: string) => addressesIn(readFileSync(file, 'latin1'));

/** Few ids stand on many pages. As it comes out of a page, one would keep the whole page in memory. */
const ids = new Map<string, string>();
function known(id: string): string {
	let own = ids.get(id);
	if (own === undefined) ids.set((own = Buffer.from(id).toString()), own);
	return own;
}

function addressesIn(html: string): PageAddresses {
	return {
		unlisted: html.includes('name="robots" content="noindex"'),
		sections: [...html.matchAll(/<section[^>]*\sid="([^"]+)"/g)].map(([, id]) => known(id as string)),
	};
}

/** A page that stands from the last build is the same file in a second place, and is not read again. */
function identityOf(file: string): string {
	const { ino, size, mtimeNs } = statSync(file, { bigint: true });
	return `${ino} ${size} ${mtimeNs}`;
}

/** Puts what a page's HTML says on the shelf while the HTML is at hand. */
export const notePage = (shelf: AddressShelf, file: string, html: string) =>
	shelf.take(identityOf(file), () => addressesIn(html));

/** Every address in a folder of built files: pages, files to fetch, and the fixed sections of the things themselves. */
function listAddresses(folder: string, shelf?: AddressShelf): Built {
	const published = new Set<string>();
	const unlisted: string[] = [];
	for (const file of filesIn(folder)) {
		if (NOT_CITED.test(file)) continue;
		const path = join(folder, file);
		const address = `/${file.replace(/(^|\/)index\.html$/, '$1')}`;
		published.add(address);
		if (!file.endsWith('.html')) continue;
		const page = shelf ? shelf.take(identityOf(path), () => readPage(path)) : readPage(path);
		if (page.unlisted) unlisted.push(address);
		if (THING.test(address)) for (const id of page.sections) if (!PASSING.has(id)) published.add(`${address}#${id}`);
	}
	return { published, unlisted: unlisted.sort() };
}

/** What the content says of addresses without a page: declared by editors, or an example that has gone into another. */
export function readFates(root: string): Map<string, Fate> {
	const fates = new Map<string, Fate>();
	for (const file of listFiles('examples', root)) {
		const text = readText(root, file);
		if (!text.includes('mergedInto')) continue;
		for (const { id, data } of readContentFile('examples', file, text, { checkBodies: false }).entries)
			if (data.mergedInto) fates.set(`/exempel/${id}/`, { movedTo: `/exempel/${data.mergedInto}/` });
	}
	for (const file of listFiles('retired', root))
		for (const { data } of readContentFile('retired', file, readText(root, file)).entries)
			fates.set(data.id, data.movedTo ? { movedTo: data.movedTo } : { gone: true });
	return fates;
}

function readRegister(root: string) {
	return parseRegister(existsSync(join(root, REGISTER_FILE)) ? readText(root, REGISTER_FILE) : undefined);
}

/**
 * Holds a built folder against the register.
 *
 * @param fates what the content says of addresses without a page, for the one who has had time to read it
 * @param shelf where pages that have been read before lie
 */
export function examineSite(root: string, folder: string, fates = readFates(root), shelf?: AddressShelf) {
	const { register, problems } = readRegister(root);
	const { published, unlisted } = listAddresses(folder, shelf);
	const site: BuiltSite = { published, fates };
	const examination = examine(register, site);
	return { ...examination, problems: [...problems, ...examination.problems], register, site, unlisted };
}

/** The one script that stands in the pages themselves. */
const INLINE_SCRIPT = 'src/scripts/theme.js';

interface HostSettings extends Omit<HostOptions, 'headers'> {
	readonly unlisted: readonly string[];
}

/** Writes the host rules: those that hosts read from the published folder, and those that an administrator includes. */
export function writeHostRules({ unlisted, ...host }: HostSettings, root: string, folder: string, deploy: string) {
	const inlineScripts = [hashOf(readText(root, INLINE_SCRIPT))];
	const options = { ...host, headers: toHostHeaders({ base: host.base, inlineScripts, unlisted }) };
	writeFileSync(join(folder, '_redirects'), toRedirects(options));
	writeFileSync(join(folder, '_headers'), toHeaders(options));
	mkdirSync(deploy, { recursive: true });
	writeFileSync(join(deploy, 'nginx-map.conf'), toNginxMaps(options));
	writeFileSync(join(deploy, 'nginx-server.conf'), toNginxServer(options));
	writeFileSync(join(deploy, 'Caddyfile'), toCaddy(options));
}
