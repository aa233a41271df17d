/**
 * The state of the catalogue and the site in words and figures: what `/om/status/` and the accessibility statement say.
 * Counts are of the catalogue itself; what must be measured comes from the latest measurement, with its day.
 */
import type { Catalogue, Example } from './catalogue/catalogue.ts';
import { EVIDENCE, SEEN } from './catalogue/schema.ts';
import { type Figures, PAGE_BUDGET } from './figures.ts';
import { pagePath, sourcesPath } from './paths.ts';
import { countSources, sourceCounts } from './sources/totals.ts';
import { count, formatDate, formatDecimal, formatNumber, formatShare } from './swedish.ts';

export interface StatusSection {
	readonly id: string;
	readonly title: string;
	/** What the figures mean, or what is demanded of them. */
	readonly text: string;
	readonly rows: readonly (readonly [label: string, value: string])[];
	/** ISO day of the measurement; undefined for what is counted when the page is made. */
	readonly measured?: string | undefined;
	/** Where there is more to read. */
	readonly more?: { readonly label: string; readonly href: string };
}

export const STATUS_TITLE = 'Läget i siffror';
export const STATUS_SUMMARY =
	'Vad katalogen innehåller, hur mycket som är belagt och hur väl webbplatsen klarar sina egna krav. Kraven prövas av webbplatsens tester.';

const NOT_MEASURED = 'Inte mätt än';

const kilobytes = (bytes: number) => `${formatDecimal(bytes / 1_000)}\u00a0kB`;
const megabytes = (bytes: number) => `${formatDecimal(bytes / 1_000_000)}\u00a0MB`;
/** Never more than what holds: 99.6 per cent is not all. The figures have three decimals. */
const atLeast = (share: number) => formatShare(Math.floor(Math.round(share * 1_000) / 10) / 100);
const ofAll = (part: number, all: number) => {
	// Whole per cent, rounded down; 29 / 50 × 100 would be a little less than 58 in binary.
	const percent = all === 0 ? 0 : Math.floor((part * 100) / all);
	const words = part > 0 && percent === 0 ? `under ${formatShare(0.01)}` : formatShare(percent / 100);
	return `${formatNumber(part)} av ${formatNumber(all)} (${words})`;
};

/** Every figure there is, in the order a reader asks for them. */
export function describeStatus(catalogue: Catalogue, figures: Figures, version: string): StatusSection[] {
	return [
		describeContent(catalogue),
		describeEvidence(catalogue.listed),
		describeSources(catalogue),
		describeSearch(figures),
		describeAccessibility(figures),
		describeSecurity(figures),
		describeWeight(figures),
		describeVersion(figures, version, catalogue.reviewed),
	];
}

function describeContent({ listed, documents, municipalities, concepts, points }: Catalogue): StatusSection {
	return {
		id: 'innehall-i-siffror',
		title: 'Innehåll',
		text: 'Räknat när sidan gjordes.',
		rows: [
			['Programpunkter', formatNumber(points.length)],
			['Exempel', formatNumber(listed.length)],
			['Kommuner med exempel', formatNumber(new Set(listed.flatMap((example) => example.municipalities)).size)],
			['Kommuner i katalogen', formatNumber(municipalities.length)],
			['Dokument', formatNumber(documents.length)],
			['Begrepp', formatNumber(concepts.length)],
		],
	};
}

function describeEvidence(examples: readonly Example[]): StatusSection {
	const share = (has: (example: Example) => boolean) => ofAll(examples.filter(has).length, examples.length);
	return {
		id: 'belagg',
		title: 'Belägg',
		text: 'Så många exempel har källor som säger något om effekt, kostnad, svårigheter och hur andra kan göra likadant. För de övriga står ”Uppgift saknas”.',
		rows: [
			...Object.entries(EVIDENCE).map(
				([evidence, label]) => [label, share((example) => example.evidence === evidence)] as const,
			),
			['Effekt känd', share(({ known }) => known.effect !== undefined)],
			['Kostnad känd', share(({ known }) => known.cost !== undefined)],
			['Svårigheter kända', share(({ known }) => known.difficulties !== undefined)],
			['Att göra likadant känt', share(({ known }) => known.transfer !== undefined)],
			['Fler än en källa', share(({ sources }) => sources.length > 1)],
		],
		more: { label: 'Urval och tillförlitlighet', href: pagePath({ id: 'urval' }) },
	};
}

function describeSources({ sources }: Catalogue): StatusSection {
	const totals = countSources(sources);
	return {
		id: 'kallor',
		title: 'Källor',
		text: 'En adress räknas som död först när två kontroller på olika dagar har misslyckats.',
		rows: [
			['Källor', formatNumber(totals.sources)],
			...Object.entries(SEEN).map(
				([seen, label]) =>
					[label, ofAll(sources.filter((source) => source.seen === seen).length, totals.sources)] as const,
			),
			...sourceCounts(totals).map(([label, number]) => [label, ofAll(number, totals.sources)] as const),
			['Arkiverad kopia', ofAll(totals.archived, totals.sources)],
		],
		measured: totals.latest,
		more: { label: 'Källorna och deras adresser', href: sourcesPath() },
	};
}

function describeSearch({ search }: Figures): StatusSection {
	return {
		id: 'sokning',
		title: 'Sökning',
		text: 'Hur rätta svar ordnas på frågor som har bedömts i förväg. 100 % betyder att alla rätta svar står i bästa ordning.',
		measured: search?.date,
		rows: search
			? [
					['Frågor', formatNumber(search.questions)],
					['Rätt svar i rätt ordning (nDCG@10)', atLeast(search.ndcg)],
					['Rätt svar bland de tre första', atLeast(search.three)],
					...(search.silent === undefined ? [] : [['Tyst när ämnet inte finns', atLeast(search.silent)] as const]),
				]
			: [['Resultat', NOT_MEASURED]],
		more: { label: 'Så fungerar sökningen', href: pagePath({ id: 'sokning' }) },
	};
}

function describeAccessibility({ accessibility, markup }: Figures): StatusSection {
	return {
		id: 'tillganglighet',
		title: 'Tillgänglighet',
		text: 'Kravet är inga fel, och ingen fråga som verktyget lämnar öppen, på någon sida i ljust utseende, mörkt utseende och påtvingade färger.',
		measured: accessibility?.date,
		rows: [
			...(accessibility
				? ([
						['Sidor prövade med axe', formatNumber(accessibility.pages)],
						['Fel enligt axe', formatNumber(accessibility.faults.length)],
					] as const)
				: ([['Fel enligt axe', NOT_MEASURED]] as const)),
			[
				'Fel i HTML-koden',
				markup ? `${formatNumber(markup.errors)} på ${count(markup.pages, 'sida', 'sidor')}` : NOT_MEASURED,
			],
		],
		more: { label: 'Tillgänglighetsredogörelse', href: pagePath({ id: 'tillganglighet' }) },
	};
}

function describeSecurity({ headers }: Figures): StatusSection {
	return {
		id: 'sakerhet',
		title: 'Säkerhet',
		text: 'Betyget gäller svarshuvudena i den serveruppsättning som följer med webbplatsen, enligt MDN HTTP Observatory. Kravet är A+ och minst 130.',
		measured: headers?.date,
		rows: [['Svarshuvuden', headers ? `${headers.grade}, ${formatNumber(headers.score)} poäng` : NOT_MEASURED]],
		more: { label: 'Integritet', href: pagePath({ id: 'integritet' }) },
	};
}

function describeWeight({ weights }: Figures): StatusSection {
	return {
		id: 'vikt',
		title: 'Vikt',
		text: `HTML och CSS som de skickas till webbläsaren. Kravet är högst ${kilobytes(PAGE_BUDGET)} på varje sida. Ingen sida behöver JavaScript för att läsas. Häftena för utskrift räknas inte.`,
		measured: weights?.date,
		rows: weights
			? [
					['Sidor', formatNumber(weights.pages)],
					['Tyngsta sidan', `${kilobytes(weights.heaviest.bytes)} (${weights.heaviest.path})`],
					['Median av alla sidor', kilobytes(weights.median)],
				]
			: [['Tyngsta sidan', NOT_MEASURED]],
	};
}

function describeVersion({ build }: Figures, version: string, reviewed: string): StatusSection {
	return {
		id: 'version',
		title: 'Version och bygge',
		text: 'Byggtiden gäller ett bygge från början. Bara delningsbilderna återanvänds.',
		measured: build?.date,
		rows: [
			['Version', version],
			['Innehållet senast granskat', formatDate(reviewed)],
			['Byggtid', build ? `${formatDecimal(build.seconds)}\u00a0sekunder` : NOT_MEASURED],
			...(build
				? ([
						['Sidor', formatNumber(build.pages)],
						['Filer', formatNumber(build.files)],
						['Storlek', megabytes(build.bytes)],
					] as const)
				: []),
		],
	};
}

/** When and how the site was examined, as the accessibility statement words it. */
export function describeTestRun({ accessibility }: Figures): string {
	if (!accessibility) return 'Sidorna är inte prövade med axe än.';
	const { date, axe, pages } = accessibility;
	return `Vi bedömde webbplatsen senast den ${formatDate(date)}. Vi granskade den själva. Då prövades ${count(pages, 'sida', 'sidor')} med verktyget axe ${axe} i ljust utseende, i mörkt utseende och med påtvingade färger. Skärmen var 320 bildpunkter bred och allt som går att fälla ut var utfällt.`;
}

/** What that examination found: a sentence, and the faults if there are any. */
export function describeTestFaults({ accessibility }: Figures): {
	readonly text: string;
	readonly faults: readonly string[];
} {
	if (!accessibility) return { text: 'Sidorna är inte prövade med axe än.', faults: [] };
	const { date, faults } = accessibility;
	return faults.length === 0
		? { text: `Provningen den ${formatDate(date)} fann inga fel.`, faults }
		: {
				text: `Provningen den ${formatDate(date)} fann ${count(faults.length, 'fel', 'fel')}. De är inte rättade än:`,
				faults,
			};
}
