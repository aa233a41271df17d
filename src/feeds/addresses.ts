/** Where the files for machines lie: beside the page they tell of, or below /data/. */
import type { Example, Concept, Municipality, Paper, Point } from '../catalogue/catalogue.ts';
import {
	conceptPath,
	conceptsPath,
	documentPath,
	examplePath,
	municipalityPath,
	pointPath,
	toAbsolute,
	toHref,
} from '../paths.ts';
import { hasPage } from '../wording.ts';

export const DATA = {
	catalogue: toHref('/data/katalog.json'),
	examplesCsv: toHref('/data/exempel.csv'),
	documentsCsv: toHref('/data/dokument.csv'),
	municipalitiesCsv: toHref('/data/kommuner.csv'),
	catalogueSchema: toHref('/data/schema/katalog.json'),
	recordSchema: toHref('/data/schema/post.json'),
	/** Where the data portal looks. The same file with an ending, for servers that go by it. */
	dcat: toHref('/datasets/dcat'),
	dcatXml: toHref('/datasets/dcat.rdf'),
	dcatTurtle: toHref('/datasets/dcat.ttl'),
	dcatJson: toHref('/datasets/dcat.jsonld'),
	linkset: toHref('/data/linkset.json'),
	llms: toHref('/llms.txt'),
	llmsFull: toHref('/llms-full.txt'),
	sitemap: toHref('/sitemap.xml'),
	robots: toHref('/robots.txt'),
	openSearch: toHref('/opensearch.xml'),
	manifest: toHref('/manifest.webmanifest'),
} as const;

/** The record of the thing whose page this is. */
export const recordPath = (page: string) => `${page}data.json`;
/** The page as Markdown. */
export const twinPath = (page: string) => `${page}index.md`;
/** A feed belongs to a page: the start page, a point, a municipality. */
export const feedPath = (page: string, form: 'xml' | 'json') => `${page}flode.${form}`;
/** What has changed in texts already published. */
export const changesPath = (form: 'xml' | 'json') => toHref(`/andringar.${form}`);
/** The picture that others show when they link here. */
export const sharePath = (page: string) => `${page}dela.png`;

export const exampleUrl = (example: Pick<Example, 'id'>) => toAbsolute(examplePath(example));
export const pointUrl = (point: Pick<Point, 'number'>) => toAbsolute(pointPath(point));
export const documentUrl = (document: Pick<Paper, 'id'>) => toAbsolute(documentPath(document));
export const municipalityUrl = (municipality: Pick<Municipality, 'id'>) => toAbsolute(municipalityPath(municipality));
export const conceptUrl = (concept: Concept) =>
	toAbsolute(hasPage(concept) ? conceptPath(concept) : `${conceptsPath()}#${CONCEPT_GROUPS[concept.kind]}`);

/** The sections of the page Begrepp. */
const CONCEPT_GROUPS: Readonly<Record<Concept['kind'], string>> = {
	method: 'metoder',
	ground: 'diskrimineringsgrunder',
	racism: 'former-av-rasism',
	audience: 'malgrupper',
	evidence: 'kunskapslage',
	documentType: 'dokumenttyper',
};
