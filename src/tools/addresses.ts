/** The addresses of a built site, and the register they are held against. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type HostOptions, toCaddy, toHeaders, toNginxMaps, toNginxServer, toRedirects } from '../addresses/hosts.ts';
import { hashOf, toHostHeaders } from '../addresses/headers.ts';
import { type BuiltSite, examine, type Fate, parseRegister, REGISTER_FILE } from '../addresses/register.ts';
import type { Entries } from '../catalogue/collections.ts';
import { readText } from '../files.ts';

/** The build's own files, error pages and files whose names change with what they hold are no addresses to cite. */
const NOT_CITED = /(^|\/)_|^pagefind\/|^samling\/kort\/|^404\.html$|[.-][0-9a-f]{8,}\.|\.(br|gz)$/;

/** Pages of things, whose sections have fixed ids. The headings of other pages follow their wording. */
const THING = /^\/(exempel|punkt|dokument|kommun)\/[^/]+\/$/;
/** Sections that come and go with other things than the page itself. Not promised, so not registered. */
const PASSING = new Set(['andringar', 'dokument', 'exempel', 'fotnoter', 'liknande']);

/** What a page's HTML says of its addresses. */
export interface PageAddresses {
	readonly unlisted: boolean;
	/** The ids of its sections, in order. */
	readonly sections: readonly string[];
}

/** @param html as bytes: what is looked for is plain ASCII, and found many times as quickly as in a text */
export function addressesIn(html: Buffer): PageAddresses {
	const sections: string[] = [];
	for (let at = html.indexOf('<section'); at !== -1; at = html.indexOf('<section', at + 1)) {
		const tag = html.toString('latin1', at, html.indexOf('>', at));
		const id = /\sid="([^"]+)"/.exec(tag)?.[1];
		if (id) sections.push(id);
	}
	return { unlisted: html.includes('name="robots" content="noindex"'), sections };
}

/** What the content says of addresses without a page: declared by editors, or an example that has gone into another. */
function fatesIn({ examples, retired }: Pick<Entries, 'examples' | 'retired'>): Map<string, Fate> {
	const fates = new Map<string, Fate>();
	for (const { id, data } of examples)
		if (data.mergedInto) fates.set(`/exempel/${id}/`, { movedTo: `/exempel/${data.mergedInto}/` });
	for (const { data } of retired) fates.set(data.id, data.movedTo ? { movedTo: data.movedTo } : { gone: true });
	return fates;
}

function readRegister(root: string) {
	return parseRegister(existsSync(join(root, REGISTER_FILE)) ? readText(root, REGISTER_FILE) : undefined);
}

/**
 * Collects the addresses of a site, told of file by file by those who put them there: pages, files to fetch, and the
 * fixed sections of the things themselves. To look for the files afterwards takes long when they are many.
 */
export function openAddresses() {
	const published = new Set<string>();
	const unlisted: string[] = [];
	return {
		/**
		 * @param file as a path from the site's folder
		 * @param page what its HTML says; for a page only
		 */
		add(file: string, page?: PageAddresses): void {
			if (NOT_CITED.test(file)) return;
			const address = `/${file.replace(/(^|\/)index\.html$/, '$1')}`;
			published.add(address);
			if (page?.unlisted) unlisted.push(address);
			if (page && THING.test(address))
				for (const id of page.sections) if (!PASSING.has(id)) published.add(`${address}#${id}`);
		},
		/**
		 * Holds them against the register.
		 *
		 * @param entries what the site is built of
		 */
		examine(root: string, entries: Pick<Entries, 'examples' | 'retired'>) {
			const { register, problems } = readRegister(root);
			const site: BuiltSite = { published, fates: fatesIn(entries) };
			const examination = examine(register, site);
			return {
				...examination,
				problems: [...problems, ...examination.problems],
				register,
				site,
				unlisted: unlisted.sort(),
			};
		},
	};
}

/** Told of each file that is put in a site's folder: {@link openAddresses}. */
export type Tell = ReturnType<typeof openAddresses>['add'];

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
