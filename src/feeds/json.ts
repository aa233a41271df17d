/** The catalogue as the records that contract.ts promises. Every field is named; nothing is spread into the output. */
import type {
	Catalogue,
	Claim,
	Concept,
	Example,
	Municipality,
	Paper,
	Point,
	Source,
	Support,
} from '../catalogue/catalogue.ts';
import type { WithBody } from '../catalogue/places.ts';
import { OUTCOMES } from '../catalogue/schema.ts';
import { conceptPath, documentPath, examplePath, municipalityPath, pointPath, toAbsolute } from '../paths.ts';
import { SITE } from '../site.ts';
import { hasPage } from '../wording.ts';
import { conceptUrl, DATA, documentUrl, exampleUrl, municipalityUrl, pointUrl } from './addresses.ts';
import {
	type CatalogueFile,
	type ConceptRecord,
	type DocumentRecord,
	type ExampleRecord,
	type Item,
	type MunicipalityRecord,
	type PointRecord,
	type RecordFile,
	type SourceRecord,
	VERSION,
} from './contract.ts';
import { modifiedOf } from './dates.ts';
import type { MarkdownBody } from './markdown.ts';

/** The body of a content file. Asked for several times: a body stands in the record, the twin, booklets and whole files. */
export type BodyOf = (name: WithBody, id: string) => MarkdownBody;

const fact = <T>(value: T | undefined) =>
	value === undefined ? { known: false as const } : { known: true as const, value };
/** A key that is there only when it has a value. */
const when = <K extends string, T>(key: K, value: T | undefined) =>
	(value === undefined ? {} : { [key]: value }) as { [P in K]?: T };

const idsOf = (sources: readonly Source[]) => sources.map(({ id }) => id);
const claimOf = (claim: Claim | undefined) => fact(claim && { text: claim.text, sources: idsOf(claim.sources) });
const supportOf = (items: readonly Support[]) => items.map(({ source, supports }) => ({ id: source.id, supports }));
const changesOf = (changes: Example['changes']) => changes.map(({ date, note }) => ({ date, note }));
const municipalityRef = (item: Municipality) => ({
	id: item.id,
	name: item.name,
	code: item.code,
	url: municipalityUrl(item),
});
const pointRef = (item: Point) => ({ number: item.number, title: item.title, url: pointUrl(item) });
const conceptRef = ({ id, label }: Concept) => ({ id, label });
const exampleRef = (item: Example) => ({ id: item.id, title: item.title, url: exampleUrl(item) });
const documentRef = (item: Paper) => ({ id: item.id, title: item.title, url: documentUrl(item) });
const sectionsOf = ({ sections }: MarkdownBody) => sections.map(({ id, title, markdown }) => ({ id, title, markdown }));

export function toExampleRecord(catalogue: Catalogue, example: Example, bodyOf: BodyOf): ExampleRecord {
	return {
		record: 'example',
		id: example.id,
		url: exampleUrl(example),
		title: example.title,
		municipalities: example.municipalities.map(municipalityRef),
		points: example.points.map(pointRef),
		summary: example.summary,
		period: {
			started: fact(example.period?.started),
			ended: fact(example.period?.ended),
			ongoing: fact(example.period?.ongoing),
			...when('note', example.period?.note),
		},
		organisation: fact(example.organisation),
		grounds: example.grounds.map(conceptRef),
		racism: example.racism.map(conceptRef),
		audiences: example.audiences.map(conceptRef),
		methods: example.methods.map(conceptRef),
		known: {
			effect: claimOf(example.known.effect),
			cost: claimOf(example.known.cost),
			difficulties: claimOf(example.known.difficulties),
			transfer: claimOf(example.known.transfer),
		},
		evidence: example.evidence,
		sources: supportOf(example.sources),
		status: example.withdrawn ? 'withdrawn' : 'active',
		...when('withdrawn', example.withdrawn && { date: example.withdrawn.date, reason: example.withdrawn.reason }),
		published: example.published,
		reviewed: example.reviewed,
		changes: changesOf(example.changes),
		documents: catalogue.documentsTouching(example).map(({ document, tie }) => ({ ...documentRef(document), tie })),
		sections: sectionsOf(bodyOf('examples', example.id)),
	};
}

export function toPointRecord(catalogue: Catalogue, point: Point, bodyOf: BodyOf): PointRecord {
	return {
		record: 'point',
		number: point.number,
		url: pointUrl(point),
		title: point.title,
		shortTitle: point.shortTitle,
		titleEn: point.titleEn,
		purpose: point.purpose,
		actions: [...point.actions],
		actionsNote: point.actionsNote,
		guidance: point.guidance.map(({ source, note }) => ({ source: source.id, note })),
		legacyUrls: [...point.legacyUrls],
		aliases: [...point.aliases],
		sources: idsOf(point.sources),
		published: point.published,
		reviewed: point.reviewed,
		changes: changesOf(point.changes),
		examples: catalogue.examplesFor(point).map(exampleRef),
		documents: catalogue.documentsFor(point).map(documentRef),
		sections: sectionsOf(bodyOf('points', String(point.number))),
	};
}

export function toDocumentRecord(document: Paper, bodyOf: BodyOf): DocumentRecord {
	const { outcome } = document;
	return {
		record: 'document',
		id: document.id,
		url: documentUrl(document),
		title: document.title,
		type: conceptRef(document.type),
		municipality: municipalityRef(document.municipality),
		date: fact(document.date),
		...when('dateNote', document.dateNote),
		diarienummer: fact(document.diarienummer),
		outcome: outcome
			? {
					applies: true,
					result: outcome.result,
					label: OUTCOMES[outcome.result],
					stage: fact(outcome.stage),
					...when('note', outcome.note),
				}
			: { applies: false },
		points: document.points.map(pointRef),
		examples: document.examples.map(({ example, tie }) => ({ ...exampleRef(example), tie })),
		summary: document.summary,
		sources: supportOf(document.sources),
		published: document.published,
		reviewed: document.reviewed,
		changes: changesOf(document.changes),
		sections: sectionsOf(bodyOf('documents', document.id)),
	};
}

export function toMunicipalityRecord(catalogue: Catalogue, municipality: Municipality): MunicipalityRecord {
	const { eccar, network } = municipality;
	return {
		record: 'municipality',
		id: municipality.id,
		url: municipalityUrl(municipality),
		name: municipality.name,
		officialName: municipality.officialName,
		...when('ownName', municipality.ownName),
		code: municipality.code,
		county: municipality.county,
		countyCode: municipality.countyCode,
		eccar: fact(
			eccar && {
				status: eccar.status,
				since: fact(eccar.since),
				...when('note', eccar.note),
				source: eccar.source.id,
			},
		),
		network: { listed: network.listed, ...when('source', network.source?.id) },
		examples: catalogue.examplesFor(municipality).map(exampleRef),
		documents: catalogue.documentsFor(municipality).map(documentRef),
	};
}

export function toConceptRecord(catalogue: Catalogue, concept: Concept): ConceptRecord {
	return {
		record: 'concept',
		id: concept.id,
		kind: concept.kind,
		url: conceptUrl(concept),
		label: concept.label,
		definition: concept.definition,
		synonyms: [...concept.synonyms],
		...when('broader', concept.broader?.id),
		examples: catalogue.examplesFor(concept).map(exampleRef),
	};
}

function toSourceRecord(source: Source): SourceRecord {
	return {
		record: 'source',
		id: source.id,
		title: source.title,
		publisher: source.publisher,
		...when('url', source.url),
		...when('urlOmitted', source.urlOmitted),
		published: fact(source.published),
		retrieved: fact(source.retrieved),
		archivedUrl: fact(source.archivedUrl),
		kind: source.kind,
		...when('copyHost', source.copyHost),
		seen: source.seen,
		link: fact(source.link && { state: source.link.state, checked: source.link.checked }),
	};
}

const envelope = (schema: string, url: string, updated: string) => ({
	$schema: toAbsolute(schema),
	version: VERSION as typeof VERSION,
	source: SITE.name,
	url,
	licence: { name: SITE.licence.name, url: SITE.licence.url },
	updated,
});

/**
 * The whole catalogue as JSON, withdrawn examples included: {@link CatalogueFile}. It is put together from the records
 * that lie beside their pages, as bytes, since most of them stand from the last build.
 *
 * @param recordAt the file that {@link toRecordFile} gave of the thing with this page
 */
export function* toCatalogueParts(
	catalogue: Catalogue,
	recordAt: (page: string) => Buffer,
): Generator<Buffer | string> {
	const head = envelope(DATA.catalogueSchema, toAbsolute(DATA.catalogue), modifiedOf(catalogue));
	const itemAt = (page: string) => itemIn(recordAt(page));
	type Lists = {
		[K in Exclude<keyof CatalogueFile, keyof typeof head>]: (thing: Catalogue[K][number]) => Buffer | string;
	};
	const lists: Lists = {
		examples: (example) => itemAt(examplePath(example)),
		points: (point) => itemAt(pointPath(point)),
		documents: (document) => itemAt(documentPath(document)),
		municipalities: (municipality) => itemAt(municipalityPath(municipality)),
		concepts: (concept) =>
			hasPage(concept) ? itemAt(conceptPath(concept)) : JSON.stringify(toConceptRecord(catalogue, concept)),
		sources: (source) => JSON.stringify(toSourceRecord(source)),
	};
	yield JSON.stringify(head).slice(0, -1);
	for (const key of Object.keys(lists) as (keyof Lists)[]) {
		yield `,"${key}":[`;
		for (const [place, thing] of catalogue[key].entries()) {
			if (place > 0) yield ',';
			yield lists[key](thing as never);
		}
		yield ']';
	}
	yield '}\n';
}

/** The item of a record's file. No text in it can look like a key: there, quotation marks have a backslash before them. */
const itemIn = (file: Buffer): Buffer =>
	file.subarray(file.indexOf('"item":') + '"item":'.length, file.lastIndexOf(',"sources":['));

const sourceIndexes = new WeakMap<
	Catalogue['sources'],
	ReadonlyMap<string, { readonly source: Source; readonly place: number }>
>();

/** Sources by id with their place in the catalogue, made once: a record looks up its own and does not go through all. */
function sourceIndex({ sources }: Catalogue) {
	let index = sourceIndexes.get(sources);
	if (!index) {
		index = new Map(sources.map((source, place) => [source.id, { source, place }]));
		sourceIndexes.set(sources, index);
	}
	return index;
}

/** One record with every source it names. */
export function toRecordFile(catalogue: Catalogue, item: Item, updated: string): RecordFile {
	const index = sourceIndex(catalogue);
	const wanted = [...new Set(sourcesOf(item))].flatMap((id) => index.get(id) ?? []);
	return {
		...envelope(DATA.recordSchema, item.url, updated),
		item,
		sources: wanted.sort((a, b) => a.place - b.place).map(({ source }) => toSourceRecord(source)),
	};
}

function sourcesOf(item: Item): string[] {
	switch (item.record) {
		case 'example':
			return [
				...item.sources.map(({ id }) => id),
				...Object.values(item.known).flatMap((claim) => (claim.known ? claim.value.sources : [])),
			];
		case 'document':
			return item.sources.map(({ id }) => id);
		case 'point':
			return [...item.sources, ...item.guidance.map(({ source }) => source)];
		case 'municipality':
			return [item.eccar.known ? item.eccar.value.source : undefined, item.network.source].filter(
				(id) => id !== undefined,
			);
		case 'concept':
			return [];
	}
}
