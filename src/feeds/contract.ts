/**
 * What the published JSON promises: the shape of every record, with Swedish explanations for those who take the data.
 * The JSON Schemas at /data/schema/ are made from these. Fields that the content files have keep their names here, and
 * their rules. What the sources may be silent about is a `fact`: known with a value, or said to be unknown.
 *
 * The shape is versioned apart from the site. `tests/unit/contract.test.ts` fails when it changes and VERSION does not.
 */
import { z } from 'zod';
import {
	conceptSchema,
	documentSchema,
	exampleSchema,
	municipalitySchema,
	pointSchema,
	sourceSchema,
} from '../catalogue/schema.ts';
import { VOCABULARIES, type ConceptKind } from '../catalogue/collections.ts';

/** Raise the first number when something is taken away or changes meaning, the second when something is added. */
export const VERSION = '1.1.0';

const example = exampleSchema.shape;
const point = pointSchema.shape;
const document = documentSchema.shape;
const municipality = municipalitySchema.shape;
const source = sourceSchema.shape;
const concept = conceptSchema.shape;

const record = z.strictObject;
const address = z.url();

/** A value that the sources may not give. */
const fact = <T extends z.ZodType>(value: T) =>
	z.discriminatedUnion('known', [
		record({ known: z.literal(true), value }),
		record({ known: z.literal(false) }).describe('Uppgift saknas: de källor som är lästa säger inget.'),
	]);

const url = address.describe('Sidans fasta adress. Den ändras aldrig.');
const published = example.published.describe('Dagen då texten publicerades.');
const reviewed = example.reviewed.describe('Dagen då redaktionen senast jämförde texten med källorna.');
const changes = z
	.array(
		record({ date: example.published.describe('Ändringens dag.'), note: z.string().describe('Vad som ändrades.') }),
	)
	.describe('Ändringar sedan publiceringen.');
const sections = z
	.array(
		record({
			id: z.string().describe('Avsnittets fasta id. Lägg det efter # i sidans adress.'),
			title: z.string().describe('Rubriken.'),
			markdown: z.string().describe('Texten i Markdown (GitHubs dialekt).'),
		}),
	)
	.describe('Brödtexten, avsnitt för avsnitt.');
const sourceIds = z.array(source.id).describe('Källornas id, se sources.');
const supports = z
	.array(
		record({ id: source.id.describe('Källans id, se sources.'), supports: z.string().describe('Vad källan styrker.') }),
	)
	.describe('Källorna och vad var och en styrker.');

const municipalityRef = record({
	id: municipality.id,
	name: municipality.name,
	code: municipality.code.describe('SCB:s kommunkod, fyra siffror som text.'),
	url: address,
});
const pointRef = record({ number: point.number, title: point.title, url: address });
const conceptRef = record({ id: concept.id, label: concept.label });
const ref = record({ id: z.string(), title: z.string(), url: address });
const tie = z
	.enum(['namns', 'samma-amne', 'redaktionell'])
	.describe('Hur dokumentet rör exemplet: nämns i dokumentet, samma kommun och ämne, eller redaktionens koppling.');

const claim = fact(record({ text: z.string(), sources: sourceIds }));
const points = z.array(pointRef).describe('Programpunkterna, den viktigaste först.');

export const exampleRecord = record({
	record: z.literal('example').describe('Posten är ett exempel.'),
	id: z.string().describe('Exemplets id, samma som i adressen.'),
	url,
	title: example.title.describe('Vad som gjordes.'),
	municipalities: z.array(municipalityRef).describe('Kommunen, eller kommunerna om de är flera.'),
	points,
	summary: example.summary.describe('Vad, var, när och för vem, i en till tre meningar.'),
	period: record({
		started: fact(z.int()).describe('Startår.'),
		ended: fact(z.int()).describe('Slutår.'),
		ongoing: fact(z.boolean()).describe('Om arbetet pågår enligt källan. Okänt betyder inte nej.'),
		note: z.string().optional().describe('Anmärkning om tiden. Finns bara när redaktionen har skrivit en.'),
	}).describe('När det gjordes.'),
	organisation: fact(z.string()).describe('Nämnd eller förvaltning.'),
	grounds: z.array(conceptRef).describe('Diskrimineringsgrunder som arbetet gäller.'),
	racism: z.array(conceptRef).describe('Former av rasism som källan nämner.'),
	audiences: z.array(conceptRef).describe('Målgrupper.'),
	methods: z.array(conceptRef).describe('Metoder.'),
	known: record({
		effect: claim.describe('Effekt.'),
		cost: claim.describe('Kostnad.'),
		difficulties: claim.describe('Svårigheter.'),
		transfer: claim.describe('Att göra likadant: vad andra behöver för att göra samma sak.'),
	}).describe('Vad som är känt. Det som inte är känt står som known: false.'),
	evidence: example.evidence.describe('Kunskapsläge: beskrivet, uppföljt eller utvärderat.'),
	sources: supports,
	status: z.enum(['active', 'withdrawn']).describe('Om exemplet gäller eller är tillbakadraget.'),
	withdrawn: record({ date: example.published, reason: z.string() })
		.optional()
		.describe('Dag och skäl. Finns bara när status är withdrawn.'),
	published,
	reviewed,
	changes,
	documents: z.array(ref.extend({ tie })).describe('Dokument som rör exemplet.'),
	sections,
}).describe('Ett exempel: vad en eller flera kommuner har gjort.');

export const pointRecord = record({
	record: z.literal('point').describe('Posten är en programpunkt.'),
	number: point.number.describe('Punktens nummer, 1–10.'),
	url,
	title: point.title.describe('Punktens lydelse på svenska enligt SKL.'),
	shortTitle: point.shortTitle.describe('Kortnamn.'),
	titleEn: point.titleEn.describe('ECCAR:s rubrik på engelska.'),
	purpose: point.purpose.describe('Vad punkten syftar till.'),
	actions: z.array(z.string()).describe('Åtgärder som ECCAR:s plan nämner, med redaktionens ord.'),
	actionsNote: point.actionsNote.describe('Hur fullständig listan över åtgärder är.'),
	guidance: z
		.array(record({ source: source.id, note: z.string() }))
		.describe('Lag och vägledning: källans id och vad den är till för.'),
	legacyUrls: z.array(z.string()).describe('Adresser hos SKL och SKR där punkten tidigare fanns.'),
	aliases: z.array(z.string()).describe('Andra ord för punkten.'),
	sources: sourceIds,
	published,
	reviewed,
	changes,
	examples: z.array(ref).describe('Gällande exempel under punkten.'),
	documents: z.array(ref).describe('Dokument under punkten.'),
	sections,
}).describe('En av de tio punkterna.');

export const documentRecord = record({
	record: z.literal('document').describe('Posten är ett dokument.'),
	id: z.string().describe('Dokumentets id, samma som i adressen.'),
	url,
	title: document.title.describe('Dokumentets titel.'),
	type: conceptRef.describe('Dokumenttyp.'),
	municipality: municipalityRef.describe('Kommunen.'),
	date: fact(z.string()).describe('Dokumentets datum med källans precision: år, månad eller dag.'),
	dateNote: z.string().optional().describe('Anmärkning om tiden. Finns bara när redaktionen har skrivit en.'),
	diarienummer: fact(z.string()).describe('Diarienummer.'),
	outcome: z
		.discriminatedUnion('applies', [
			record({
				applies: z.literal(true),
				result: z.enum(['bifall', 'delvis-bifall', 'avslag', 'besvarad', 'antagen', 'yttrande', 'okand']),
				label: z.string().describe('Utfallet i ord. Uppgift saknas när result är okand.'),
				stage: fact(z.enum(['forslag', 'beslut'])).describe('Om källan visar ett förslag eller själva beslutet.'),
				note: z.string().optional(),
			}),
			record({ applies: z.literal(false) }).describe('Dokumentet är inte av ett slag som får ett utfall.'),
		])
		.describe('Vad det blev av förslaget.'),
	points,
	examples: z.array(ref.extend({ tie })).describe('Exempel som dokumentet rör.'),
	summary: document.summary.describe('Vad dokumentet säger, i en till tre meningar.'),
	sources: supports,
	published,
	reviewed,
	changes,
	sections,
}).describe('En handling om programmet eller om arbete som hör till det: motion, svar, plan, yttrande.');

export const municipalityRecord = record({
	record: z.literal('municipality').describe('Posten är en kommun.'),
	id: municipality.id.describe('Kommunens id, samma som i adressen.'),
	url,
	name: municipality.name.describe('Kort namn.'),
	officialName: municipality.officialName.describe('Officiellt namn.'),
	ownName: z.string().optional().describe('Namnet kommunen själv använder. Finns bara när det är ett annat.'),
	code: municipality.code.describe('SCB:s kommunkod, fyra siffror som text.'),
	county: municipality.county.describe('Län.'),
	countyCode: municipality.countyCode.describe('SCB:s länskod, två siffror som text.'),
	eccar: fact(
		record({
			status: z.enum(['medlem', 'ansokan']),
			since: fact(z.int()).describe('Medlem sedan år.'),
			note: z.string().optional(),
			source: source.id,
		}),
	).describe('Medlemskap i ECCAR.'),
	network: record({
		listed: z.enum(['ja', 'nej', 'okant']),
		source: source.id.optional().describe('Källans id. Finns inte när uppgiften saknas.'),
	}).describe('SKL:s nätverk mot rasism och diskriminering enligt listan från januari 2019.'),
	examples: z.array(ref).describe('Gällande exempel från kommunen.'),
	documents: z.array(ref).describe('Dokument från kommunen.'),
}).describe('En kommun som förekommer i katalogen.');

const kinds = Object.values(VOCABULARIES) as [ConceptKind, ...ConceptKind[]];

export const conceptRecord = record({
	record: z.literal('concept').describe('Posten är ett begrepp.'),
	id: concept.id.describe('Begreppets id.'),
	kind: z
		.enum(kinds)
		.describe('Ordlistan: metod, målgrupp, diskrimineringsgrund, form av rasism, kunskapsläge, dokumenttyp.'),
	url: address.describe('Begreppets sida, eller dess plats på sidan Begrepp.'),
	label: concept.label.describe('Begreppets namn.'),
	definition: concept.definition.describe('Förklaring i en mening.'),
	synonyms: z.array(z.string()).describe('Ord som leder till begreppet i sökningen.'),
	broader: concept.id.optional().describe('Id för ett vidare begrepp. Finns inte när det saknas ett sådant.'),
	examples: z.array(ref).describe('Gällande exempel som är märkta med begreppet.'),
}).describe('Ett begrepp ur de ordlistor som exemplen är märkta med.');

export const sourceRecord = record({
	record: z.literal('source').describe('Posten är en källa.'),
	id: source.id.describe('Källans id.'),
	title: source.title.describe('Källans titel.'),
	publisher: source.publisher.describe('Utgivare. För en kopia: originalets utgivare.'),
	url: z.string().optional().describe('Källans adress. Antingen url eller urlOmitted finns.'),
	urlOmitted: z.string().optional().describe('Varför adressen inte återges.'),
	published: fact(z.string()).describe('Källans datum med den precision som källan har.'),
	retrieved: fact(z.string()).describe('Dagen då redaktionen läste den.'),
	archivedUrl: fact(z.string()).describe('Adress till en arkiverad kopia.'),
	kind: source.kind.describe('Vem som står bakom källan, eller vad den är.'),
	copyHost: z.string().optional().describe('Var kopian finns. Finns bara när kind är kopia.'),
	seen: source.seen.describe('Hur mycket redaktionen har läst.'),
	link: fact(
		record({
			state: z.enum(['okontrollerad', 'fungerar', 'flyttad', 'provas-igen', 'svarar-inte', 'gick-inte']),
			checked: example.published,
		}),
	).describe('Vad den senaste kontrollen av adressen gav.'),
}).describe('En källa.');

const envelope = {
	$schema: address.describe('Adressen till det här schemat.'),
	version: z
		.literal(VERSION)
		.describe('Formatets version. Första talet ändras när något tas bort eller byter betydelse.'),
	source: z.string().describe('Katalogens namn.'),
	url: address.describe('Adressen som uppgifterna gäller.'),
	licence: record({ name: z.string(), url: address }).describe('Villkoren. Ange källan när du använder uppgifterna.'),
	updated: example.published.describe('Dagen då något i uppgifterna senast granskades eller ändrades.'),
};

export const catalogueFile = record({
	...envelope,
	examples: z.array(exampleRecord),
	points: z.array(pointRecord),
	documents: z.array(documentRecord),
	municipalities: z.array(municipalityRecord),
	concepts: z.array(conceptRecord),
	sources: z.array(sourceRecord),
}).describe('Hela katalogen. Tillbakadragna exempel är med och har status withdrawn.');

export const recordFile = record({
	...envelope,
	item: z
		.discriminatedUnion('record', [exampleRecord, pointRecord, documentRecord, municipalityRecord, conceptRecord])
		.describe('Posten.'),
	sources: z.array(sourceRecord).describe('Alla källor som posten nämner.'),
}).describe('En post ur katalogen, med sina källor.');

export type CatalogueFile = z.output<typeof catalogueFile>;
export type RecordFile = z.output<typeof recordFile>;
export type ExampleRecord = z.output<typeof exampleRecord>;
export type PointRecord = z.output<typeof pointRecord>;
export type DocumentRecord = z.output<typeof documentRecord>;
export type MunicipalityRecord = z.output<typeof municipalityRecord>;
export type ConceptRecord = z.output<typeof conceptRecord>;
export type SourceRecord = z.output<typeof sourceRecord>;
export type Item = RecordFile['item'];

/** A file's shape as JSON Schema 2020-12. */
export function toJsonSchema(schema: typeof catalogueFile | typeof recordFile, id: string, title: string): object {
	return { $id: id, title, ...z.toJSONSchema(schema, { io: 'output', target: 'draft-2020-12' }) };
}
