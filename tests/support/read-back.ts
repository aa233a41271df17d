/** From published records back to what the content files said: the other half of the proof that nothing is lost. */
import type {
	ConceptRecord,
	DocumentRecord,
	ExampleRecord,
	MunicipalityRecord,
	PointRecord,
	SourceRecord,
} from '../../src/feeds/contract.ts';

type Fact = { readonly known: boolean; readonly value?: unknown };
/** A field with its value, or no field when it is unknown. */
const known = (key: string, fact: Fact) => (fact.known ? { [key]: fact.value } : {});
const given = (key: string, value: unknown) => (value === undefined ? {} : { [key]: value });
const ids = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id);
const publication = ({ published, reviewed, changes }: Pick<ExampleRecord, 'published' | 'reviewed' | 'changes'>) => ({
	published,
	reviewed,
	changes,
});

export function exampleData(record: ExampleRecord) {
	const period = {
		...known('started', record.period.started),
		...known('ended', record.period.ended),
		...known('ongoing', record.period.ongoing),
		...given('note', record.period.note),
	};
	return {
		title: record.title,
		municipalities: ids(record.municipalities),
		points: record.points.map(({ number }) => number),
		summary: record.summary,
		...(Object.keys(period).length > 0 ? { period } : {}),
		...known('organisation', record.organisation),
		grounds: ids(record.grounds),
		racism: ids(record.racism),
		audiences: ids(record.audiences),
		methods: ids(record.methods),
		known: Object.assign({}, ...Object.entries(record.known).map(([key, fact]) => known(key, fact))) as object,
		evidence: record.evidence,
		sources: record.sources,
		status: record.status,
		...given('withdrawn', record.withdrawn),
		...publication(record),
	};
}

export const pointData = (record: PointRecord) => ({
	number: record.number,
	title: record.title,
	shortTitle: record.shortTitle,
	titleEn: record.titleEn,
	purpose: record.purpose,
	actions: record.actions,
	actionsNote: record.actionsNote,
	guidance: record.guidance,
	legacyUrls: record.legacyUrls,
	aliases: record.aliases,
	sources: record.sources,
	...publication(record),
});

export const documentData = (record: DocumentRecord) => ({
	title: record.title,
	type: record.type.id,
	municipality: record.municipality.id,
	...known('date', record.date),
	...given('dateNote', record.dateNote),
	...known('diarienummer', record.diarienummer),
	...(record.outcome.applies
		? {
				outcome: {
					result: record.outcome.result,
					...known('stage', record.outcome.stage),
					...given('note', record.outcome.note),
				},
			}
		: {}),
	points: record.points.map(({ number }) => number),
	examples: record.examples.map(({ id, tie }) => ({ id, tie })),
	summary: record.summary,
	sources: record.sources,
	...publication(record),
});

export const municipalityData = (record: MunicipalityRecord) => ({
	id: record.id,
	name: record.name,
	officialName: record.officialName,
	...given('ownName', record.ownName),
	code: record.code,
	county: record.county,
	countyCode: record.countyCode,
	...(record.eccar.known
		? {
				eccar: {
					status: record.eccar.value.status,
					...known('since', record.eccar.value.since),
					...given('note', record.eccar.value.note),
					source: record.eccar.value.source,
				},
			}
		: {}),
	network: record.network,
});

export const conceptData = (record: ConceptRecord) => ({
	id: record.id,
	label: record.label,
	definition: record.definition,
	synonyms: record.synonyms,
	...given('broader', record.broader),
});

export const sourceData = (record: SourceRecord) => ({
	id: record.id,
	title: record.title,
	publisher: record.publisher,
	...given('url', record.url),
	...given('urlOmitted', record.urlOmitted),
	...known('published', record.published),
	...known('retrieved', record.retrieved),
	...known('archivedUrl', record.archivedUrl),
	kind: record.kind,
	...given('copyHost', record.copyHost),
	seen: record.seen,
	...known('link', record.link),
});
