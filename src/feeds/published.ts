/** Every file for machines and where it lies. The build writes them beside the pages; nothing else decides what there is. */
import type { Catalogue, Subject } from '../catalogue/catalogue.ts';
import { type Citable, citeDocument, citeExample, citeMunicipality, citePoint } from '../citations/citable.ts';
import { EXPORT_FORMATS, EXPORTS } from '../citations/exports.ts';
import {
	citationFilePath,
	conceptPath,
	documentPath,
	examplePath,
	municipalityPath,
	pointPath,
	toAbsolute,
} from '../paths.ts';
import { hasPage } from '../wording.ts';
import { DATA, recordPath, twinPath } from './addresses.ts';
import { catalogueFile, type Item, recordFile, toJsonSchema } from './contract.ts';
import { toManifest, toOpenSearch } from './browser.ts';
import { toDocumentsCsv, toExamplesCsv, toMunicipalitiesCsv } from './csv.ts';
import { lastChange, latest, modifiedOf, withdrawnFrom } from './dates.ts';
import { toDcat } from './dcat.ts';
import { toFeeds } from './events.ts';
import { toAtom, toJsonFeed } from './feeds.ts';
import {
	type BodyOf,
	toCatalogueJson,
	toConceptRecord,
	toDocumentRecord,
	toExampleRecord,
	toMunicipalityRecord,
	toPointRecord,
	toRecordFile,
} from './json.ts';
import { toLinkset } from './linkset.ts';
import { toSitePages } from './pages.ts';
import { toLlms, toLlmsFull, toRobots, toSitemap, toTwin } from './texts.ts';

export interface PublishedFile {
	/** Root-relative address. */
	readonly path: string;
	/**
	 * What the file rests on together with what `text` asks the catalogue and the bodies. A file that does not say it is
	 * made anew in every build.
	 */
	readonly about?: object | undefined;
	/** What is in it; as bytes when it is put together from files that have been yielded before. */
	readonly text: () => string | Buffer;
}

const json = (value: object) => `${JSON.stringify(value)}\n`;

/**
 * All files, made one at a time so that a large catalogue does not lie in memory twice.
 *
 * @param fileAt what is in a file that has been yielded before
 */
export async function* toPublishedFiles(
	catalogue: Catalogue,
	bodyOf: BodyOf,
	fileAt: (path: string) => Buffer,
): AsyncGenerator<PublishedFile> {
	const modified = modifiedOf(catalogue);

	const record = (page: string, item: () => Item, updated: string, about?: object): PublishedFile => ({
		path: recordPath(page),
		about,
		text: () => json(toRecordFile(catalogue, item(), updated)),
	});
	const updatedOf = (subject: Subject) =>
		latest([...catalogue.examplesFor(subject), ...withdrawnFrom(catalogue, subject)].map(lastChange)) || modified;
	/** The same citation for each reference manager, beside the page. */
	function* citations(item: Citable): Generator<PublishedFile> {
		for (const format of EXPORT_FORMATS)
			yield { path: citationFilePath(item.path, format), about: item, text: () => EXPORTS[format].write([item]) };
	}
	for (const example of catalogue.examples) yield* citations(citeExample(example));
	for (const point of catalogue.points) yield* citations(citePoint(point));
	for (const document of catalogue.documents) yield* citations(citeDocument(document));
	for (const municipality of catalogue.municipalities) yield* citations(citeMunicipality(municipality, catalogue));

	for (const example of catalogue.examples)
		yield record(examplePath(example), () => toExampleRecord(catalogue, example, bodyOf), lastChange(example), example);
	for (const point of catalogue.points)
		yield record(
			pointPath(point),
			() => toPointRecord(catalogue, point, bodyOf),
			latest([lastChange(point), updatedOf(point)]),
		);
	for (const document of catalogue.documents)
		yield record(documentPath(document), () => toDocumentRecord(document, bodyOf), lastChange(document), document);
	for (const municipality of catalogue.municipalities)
		yield record(
			municipalityPath(municipality),
			() => toMunicipalityRecord(catalogue, municipality),
			updatedOf(municipality),
		);
	for (const concept of catalogue.concepts.filter(hasPage))
		yield record(conceptPath(concept), () => toConceptRecord(catalogue, concept), updatedOf(concept));

	yield { path: DATA.catalogue, text: () => toCatalogueJson(catalogue, (page) => fileAt(recordPath(page))) };
	for (const [path, schema, title] of [
		[DATA.catalogueSchema, catalogueFile, 'Tiopunktens katalog'],
		[DATA.recordSchema, recordFile, 'En post ur Tiopunktens katalog'],
	] as const)
		yield { path, text: () => `${JSON.stringify(toJsonSchema(schema, toAbsolute(path), title), null, '\t')}\n` };
	yield { path: DATA.examplesCsv, text: () => toExamplesCsv(catalogue) };
	yield { path: DATA.documentsCsv, text: () => toDocumentsCsv(catalogue) };
	yield { path: DATA.municipalitiesCsv, text: () => toMunicipalitiesCsv(catalogue) };

	for (const feed of toFeeds(catalogue)) {
		yield { path: feed.xml, text: () => toAtom(feed, modified) };
		yield { path: feed.json, text: () => json(toJsonFeed(feed)) };
	}

	const pages = toSitePages(catalogue, bodyOf);
	for (const page of pages)
		yield {
			path: twinPath(page.path),
			about: page.about && [page.about, page.summary, page.modified],
			text: () => toTwin(page),
		};
	yield { path: DATA.llms, text: () => toLlms(pages) };
	yield { path: DATA.llmsFull, text: () => toLlmsFull(pages, (page) => fileAt(twinPath(page))) };
	yield { path: DATA.sitemap, text: () => toSitemap(pages) };
	yield { path: DATA.robots, text: () => toRobots() };

	const dcat = await toDcat(catalogue);
	yield { path: DATA.dcat, text: () => dcat.xml };
	yield { path: DATA.dcatXml, text: () => dcat.xml };
	yield { path: DATA.dcatTurtle, text: () => dcat.turtle };
	yield { path: DATA.dcatJson, text: () => dcat.jsonLd };
	yield { path: DATA.linkset, text: () => json(toLinkset(catalogue)) };
	yield { path: DATA.openSearch, text: () => toOpenSearch() };
	yield { path: DATA.manifest, text: () => json(toManifest()) };
}
