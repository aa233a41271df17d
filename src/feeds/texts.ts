/** The pages as text for machines: Markdown twins, llms.txt, the sitemap, robots.txt. */
import { toAbsolute } from '../paths.ts';
import { SITE } from '../site.ts';
import { changesPath, DATA, feedPath, twinPath } from './addresses.ts';
import type { PageRow, SitePage } from './pages.ts';
import { element, XML_HEAD } from './xml.ts';
import { startPath } from '../paths.ts';

/** A page's Markdown with where it comes from, so that a copy that travels can be traced. */
export function toTwin(page: SitePage): string {
	return `${page.markdown()}\n\n---\n\nKälla: ${SITE.name}, <${toAbsolute(page.path)}>. Senast granskad eller ändrad ${page.modified}. Licens: [${SITE.licence.name}](${SITE.licence.url}).\n`;
}

const GROUPS: readonly (readonly [title: string, kind: SitePage['kind']])[] = [
	['De tio punkterna', 'point'],
	['Om katalogen', 'text'],
	['Exempel', 'example'],
	['Dokument', 'document'],
	['Kommuner', 'municipality'],
	['Begrepp', 'concept'],
];

/** Words that mean nothing in Markdown. By hand, since the list has a row for every page. */
const oneLine = (value: string) => value.replace(/\s+/g, ' ').replace(/[[\]<`&*_\\]/g, '\\$&');

/** llms.txt (llmstxt.org): what the site is, and its pages as Markdown. */
export function toLlms(pages: readonly PageRow[]): string {
	const data = [
		['Hela katalogen som JSON', DATA.catalogue, 'med schema, versionerat'],
		['Hela katalogen som Markdown', DATA.llmsFull, 'alla texter i en fil'],
		['Nytt och ändrat', feedPath(startPath(), 'xml'), 'Atom'],
		['Ändringar', changesPath('xml'), 'Atom'],
	] as const;
	return (
		[
			`# ${SITE.name}`,
			`> ${SITE.description}`,
			'Katalogen beskriver och tar inte ställning. Det som källorna inte säger står som ”Uppgift saknas”: gissa inte. Varje sida har källor, granskningsdatum och en fast adress att hänvisa till. Texterna får användas enligt licensen ' +
				`${SITE.licence.name} om ${SITE.name} anges som källa.`,
			`## Data\n\n${data.map(([label, path, note]) => `- [${label}](${toAbsolute(path)}): ${note}`).join('\n')}`,
			...GROUPS.map(([title, kind]) => {
				const rows = pages
					.filter((page) => page.kind === kind && page.listed)
					.map((page) => `- [${oneLine(page.title)}](${toAbsolute(twinPath(page.path))}): ${oneLine(page.summary)}`);
				return `## ${title}\n\n${rows.join('\n')}`;
			}),
		].join('\n\n') + '\n'
	);
}

/**
 * Every text of the catalogue in one file. Withdrawn examples stay out: they are in the data with their status.
 *
 * @param twinAt the file that {@link toTwin} gave of the page with this path
 */
export function* toLlmsFull(pages: readonly PageRow[], twinAt: (path: string) => Buffer): Generator<Buffer | string> {
	yield `# ${SITE.name}\n\n> ${SITE.description}\n`;
	for (const [, kind] of GROUPS)
		for (const page of pages)
			if (page.kind === kind && page.listed) {
				yield '\n';
				yield twinAt(page.path);
			}
}

export function toSitemap(pages: readonly PageRow[]): string {
	const urls = pages
		.filter(({ listed }) => listed)
		.map(({ path, modified }) => element('url', [element('loc', toAbsolute(path)), element('lastmod', modified)]));
	return `${XML_HEAD}${element('urlset', ['\n', urls.join('\n'), '\n'], { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' })}\n`;
}

export const toRobots = () => `User-agent: *\nAllow: /\n\nSitemap: ${toAbsolute(DATA.sitemap)}\n`;
