/**
 * What a page is about, in schema.org's words (JSON-LD), typed by schema-dts. Small on purpose: a page's HTML and CSS
 * must fit in 14 kB, and the whole record lies beside the page as JSON.
 */
import type {
	AdministrativeArea,
	Article,
	BreadcrumbList,
	CollectionPage,
	Dataset,
	DefinedTerm,
	DefinedTermSet,
	Thing,
	WebPage,
	WebSite,
} from 'schema-dts';
import type { Catalogue, Concept, Example, Municipality, Page, Paper, Point, Source } from '../catalogue/catalogue.ts';
import type { ConceptKind } from '../catalogue/collections.ts';
import { conceptsPath, pagePath, searchPath, startPath, toAbsolute } from '../paths.ts';
import { SITE } from '../site.ts';
import { fullName } from '../wording.ts';
import { conceptUrl, DATA, documentUrl, exampleUrl, municipalityUrl, pointUrl } from './addresses.ts';
import { lastChange, modifiedOf } from './dates.ts';

type Id = { readonly '@id': string };
const SITE_ID = (): Id => ({ '@id': `${toAbsolute(startPath())}#webbplats` });
const POINTS_ID = (): Id => ({ '@id': `${toAbsolute(startPath())}#punkter` });
const vocabularyId = (kind: ConceptKind): Id => ({ '@id': `${toAbsolute(conceptsPath())}#ordlista-${kind}` });
const publisher = () => ({ '@type': 'Organization', name: SITE.name, url: toAbsolute(startPath()) }) as const;

/** The block's text: one graph, and no `<` that could end the element it stands in. */
export function toJsonLd(things: readonly Exclude<Thing, string>[]): string {
	return JSON.stringify({ '@context': 'https://schema.org', '@graph': things }).replaceAll('<', '\\u003c');
}

export function toBreadcrumbs(
	trail: readonly { readonly label: string; readonly href: string }[],
	here: { readonly label: string; readonly href: string },
): BreadcrumbList {
	const levels = [{ label: 'Start', href: startPath() }, ...trail, here];
	return {
		'@type': 'BreadcrumbList',
		itemListElement: levels.map(({ label, href }, index) => ({
			'@type': 'ListItem',
			position: index + 1,
			name: label,
			item: toAbsolute(href),
		})),
	};
}

const areaOf = (municipality: Municipality): AdministrativeArea => ({
	'@type': 'AdministrativeArea',
	'@id': municipalityUrl(municipality),
	name: municipality.officialName,
	identifier: { '@type': 'PropertyValue', propertyID: 'kommunkod', value: municipality.code },
});
const termOf = (point: Point): DefinedTerm => ({ '@type': 'DefinedTerm', '@id': pointUrl(point), name: point.title });
const basisOf = (source: Source) => source.url ?? ({ '@type': 'CreativeWork', name: source.title } as const);

/** Years as an ISO 8601 interval, open only where the source says that the work goes on. A lone year claims no end. */
function interval(period: Example['period']): string | undefined {
	const { started, ended, ongoing } = period ?? {};
	if (ended === undefined && !ongoing) return started === undefined ? undefined : String(started);
	return `${started ?? '..'}/${ended ?? '..'}`;
}

const common = (thing: Example | Paper, url: string) =>
	({
		'@type': 'Article',
		'@id': url,
		headline: thing.title,
		abstract: thing.summary,
		inLanguage: 'sv',
		isBasedOn: thing.sources.map(({ source }) => basisOf(source)),
		license: SITE.licence.url,
		datePublished: thing.published,
		dateModified: lastChange(thing),
		isPartOf: SITE_ID(),
		publisher: publisher(),
	}) as const;

export function describeExample(example: Example): Article {
	const temporalCoverage = interval(example.period);
	return {
		...common(example, exampleUrl(example)),
		about: example.points.map(termOf),
		spatialCoverage: example.municipalities.map(areaOf),
		...(temporalCoverage ? { temporalCoverage } : {}),
		creativeWorkStatus: example.status === 'withdrawn' ? 'Tillbakadraget' : 'Gäller',
	};
}

export const describeDocument = (document: Paper): Article => ({
	...common(document, documentUrl(document)),
	about: document.points.map(termOf),
	spatialCoverage: areaOf(document.municipality),
	...(document.date ? { temporalCoverage: document.date } : {}),
	creativeWorkStatus: 'Gäller',
});

export const describePoint = (point: Point): DefinedTerm => ({
	...(termOf(point) as object),
	'@type': 'DefinedTerm',
	termCode: String(point.number),
	inDefinedTermSet: POINTS_ID(),
});

export const describeConcept = (concept: Concept): DefinedTerm => ({
	'@type': 'DefinedTerm',
	'@id': conceptUrl(concept),
	name: concept.label,
	description: concept.definition,
	...(concept.synonyms.length > 0 ? { alternateName: concept.synonyms } : {}),
	inDefinedTermSet: vocabularyId(concept.kind),
});

export const describeMunicipality = (municipality: Municipality): CollectionPage => ({
	'@type': 'CollectionPage',
	name: fullName(municipality),
	about: areaOf(municipality),
	isPartOf: SITE_ID(),
});

export const describeList = (name: string, path: string): CollectionPage => ({
	'@type': 'CollectionPage',
	'@id': toAbsolute(path),
	name,
	isPartOf: SITE_ID(),
});

export const describeVocabulary = (kind: ConceptKind, name: string, concepts: readonly Concept[]): DefinedTermSet => ({
	'@type': 'DefinedTermSet',
	...vocabularyId(kind),
	name,
	hasDefinedTerm: concepts.map((concept) => ({ '@type': 'DefinedTerm', name: concept.label })),
});

export const describeSite = (points: readonly Point[]): [WebSite, DefinedTermSet] => [
	{
		'@type': 'WebSite',
		...SITE_ID(),
		name: SITE.name,
		url: toAbsolute(startPath()),
		inLanguage: 'sv',
		license: SITE.licence.url,
		publisher: publisher(),
		potentialAction: {
			'@type': 'SearchAction',
			target: { '@type': 'EntryPoint', urlTemplate: `${toAbsolute(searchPath())}?q={search_term_string}` },
			// Google's extension of schema.org, which its types do not know.
			...{ 'query-input': 'required name=search_term_string' },
		},
	},
	{
		'@type': 'DefinedTermSet',
		...POINTS_ID(),
		name: 'De tio punkterna',
		hasDefinedTerm: points.map(termOf),
	},
];

const DATA_PAGE = 'data';

const describePage = (page: Page): WebPage => ({
	'@type': 'WebPage',
	'@id': toAbsolute(pagePath(page)),
	name: page.title,
	datePublished: page.published,
	dateModified: lastChange(page),
	isPartOf: SITE_ID(),
});

/** The page on open data tells of the dataset itself. */
export function describeTextPage(page: Page, catalogue: Catalogue): (WebPage | Dataset)[] {
	return page.id === DATA_PAGE ? [describePage(page), describeDataset(catalogue)] : [describePage(page)];
}

const describeDataset = (catalogue: Catalogue): Dataset => ({
	'@type': 'Dataset',
	'@id': `${toAbsolute(pagePath({ id: DATA_PAGE }))}#katalog`,
	name: `${SITE.name}: hela katalogen`,
	description: SITE.description,
	license: SITE.licence.url,
	inLanguage: 'sv',
	creator: publisher(),
	spatialCoverage: { '@type': 'Country', name: 'Sverige' },
	dateModified: modifiedOf(catalogue),
	isAccessibleForFree: true,
	distribution: (
		[
			['application/json', DATA.catalogue],
			['text/csv', DATA.examplesCsv],
			['text/csv', DATA.documentsCsv],
			['text/csv', DATA.municipalitiesCsv],
		] as const
	).map(([encodingFormat, path]) => ({ '@type': 'DataDownload', encodingFormat, contentUrl: toAbsolute(path) })),
});
