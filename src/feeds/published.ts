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
	toCatalogueParts,
	toConceptRecord,
	toDocumentRecord,
	toExampleRecord,
	toMunicipalityRecord,
	toPointRecord,
	toRecordFile,
} from './json.ts';
import { toLinkset } from './linkset.ts';
import { toPageRow, toSitePages } from './pages.ts';
import { toLlms, toLlmsFull, toRobots, toSitemap, toTwin } from './texts.ts';

export interface PublishedFile {
	/** Root-relative address. */
	readonly path: string;
	/**
	 * What the file rests on together with what `text` asks the catalogue and the bodies. A file that does not say it is
	 * made anew in every build.
	 */
	readonly about?: object | undefined;
	/** What is in it; in parts when it is put together from files that have been yielded before, and large. */
	readonly text: () => string | Iterable<Buffer | string>;
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

	const record = (page: string, thing: object, updated: string, item: () => Item): PublishedFile => ({
		path: recordPath(page),
		about: [thing, updated],
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
		yield record(examplePath(example), example, lastChange(example), () => toExampleRecord(catalogue, example, bodyOf));
	for (const point of catalogue.points)
		yield record(pointPath(point), point, latest([lastChange(point), updatedOf(point)]), () =>
			toPointRecord(catalogue, point, bodyOf),
		);
	for (const document of catalogue.documents)
		yield record(documentPath(document), document, lastChange(document), () => toDocumentRecord(document, bodyOf));
	for (const municipality of catalogue.municipalities)
		yield record(municipalityPath(municipality), municipality, updatedOf(municipality), () =>
			toMunicipalityRecord(catalogue, municipality),
		);
	for (const concept of catalogue.concepts.filter(hasPage))
		yield record(conceptPath(concept), concept, updatedOf(concept), () => toConceptRecord(catalogue, concept));

	yield { path: DATA.catalogue, text: () => toCatalogueParts(catalogue, (page) => fileAt(recordPath(page))) };
	for (const [path, schema, title] of [
		[DATA.catalogueSchema, catalogueFile, 'Tiopunktens katalog'],
		[DATA.recordSchema, recordFile, 'En post ur Tiopunktens katalog'],
	] as const)
		yield { path, text: () => `${JSON.stringify(toJsonSchema(schema, toAbsolute(path), title), null, '\t')}\n` };
	yield { path: DATA.examplesCsv, about: [], text: () => toExamplesCsv(catalogue) };
	yield { path: DATA.documentsCsv, about: [], text: () => toDocumentsCsv(catalogue) };
	yield { path: DATA.municipalitiesCsv, about: [], text: () => toMunicipalitiesCsv(catalogue) };
	yield { path: DATA.linkset, about: [], text: () => json(toLinkset(catalogue)) };

	for (const feed of toFeeds(catalogue)) {
		yield { path: feed.xml, about: [feed, modified], text: () => toAtom(feed, modified) };
		yield { path: feed.json, about: feed, text: () => json(toJsonFeed(feed)) };
	}

	const pages = toSitePages(catalogue, bodyOf);
	for (const page of pages)
		yield {
			path: twinPath(page.path),
			about: page.about && [page.about, page.summary, page.modified],
			text: () => toTwin(page),
		};
	const rows = pages.map(toPageRow);
	yield { path: DATA.llms, about: rows, text: () => toLlms(rows) };
	yield { path: DATA.sitemap, about: rows, text: () => toSitemap(rows) };
	yield { path: DATA.llmsFull, text: () => toLlmsFull(rows, (page) => fileAt(twinPath(page))) };
	yield { path: DATA.robots, text: () => toRobots() };

	const dcat = await toDcat(catalogue);
	yield { path: DATA.dcat, text: () => dcat.xml };
	yield { path: DATA.dcatXml, text: () => dcat.xml };
	yield { path: DATA.dcatTurtle, text: () => dcat.turtle };
	yield { path: DATA.dcatJson, text: () => dcat.jsonLd };
	yield { path: DATA.openSearch, text: () => toOpenSearch() };
	yield { path: DATA.manifest, text: () => json(toManifest()) };
}
