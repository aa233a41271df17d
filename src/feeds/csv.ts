/**
 * Three tables for spreadsheets: semicolons and a byte order mark, which is what Swedish Excel opens rightly with a
 * double click. Dates of uneven precision are split into columns and codes stand before names ("0126 Huddinge"), since
 * Excel would turn 2019-05 into a date and 0126 into 126.
 */
import type { Catalogue, Example, Municipality } from '../catalogue/catalogue.ts';
import { ECCAR_STATUSES, EVIDENCE, NETWORK_LISTED, OUTCOMES } from '../catalogue/schema.ts';
import { MISSING } from '../wording.ts';
import { documentUrl, exampleUrl, municipalityUrl } from './addresses.ts';

type Cell = string | number | undefined;
type Columns<T> = readonly (readonly [name: string, value: (item: T) => Cell])[];

const BOM = '\uFEFF';
/** Between several values in one cell. */
const SEPARATOR = ' | ';

/** A cell that begins with one of these is a formula to Excel; an apostrophe makes it text. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/;

function toCell(value: Cell): string {
	if (value === undefined) return MISSING;
	const text = typeof value === 'string' && FORMULA.test(value) ? `'${value}` : String(value);
	// Commas too: where they part the columns, what follows would be a cell of its own, and perhaps a formula.
	return /[",;\t\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function toCsv<T>(columns: Columns<T>, items: readonly T[]): string {
	const rows = [columns.map(([name]) => name), ...items.map((item) => columns.map(([, value]) => value(item)))];
	return BOM + rows.map((row) => `${row.map(toCell).join(';')}\r\n`).join('');
}

/** Several values; an empty list says that nothing is stated. */
const many = (values: readonly (string | number)[]): Cell => (values.length > 0 ? values.join(SEPARATOR) : undefined);
const labels = (items: readonly { readonly label: string }[]) => many(items.map(({ label }) => label));
const withCode = ({ code, name }: Municipality) => `${code} ${name}`;
const yesNo = (value: boolean | undefined) => (value === undefined ? undefined : value ? 'ja' : 'nej');
const part = (date: string | undefined, index: number) => {
	const value = date?.split('-')[index];
	return value && Number(value);
};

/** Withdrawn examples are rows too, with their status. */
export const toExamplesCsv = (catalogue: Catalogue): string =>
	toCsv<Example>(
		[
			['Id', ({ id }) => id],
			['Titel', ({ title }) => title],
			['Kommun', ({ municipalities }) => many(municipalities.map(({ name }) => name))],
			['Kommunkod och namn', ({ municipalities }) => many(municipalities.map(withCode))],
			['Punkt', ({ points }) => points[0].number],
			['Alla punkter', ({ points }) => many(points.map(({ number }) => number))],
			['Sammanfattning', ({ summary }) => summary],
			['Startår', ({ period }) => period?.started],
			['Slutår', ({ period }) => period?.ended],
			['Pågår enligt källan', ({ period }) => yesNo(period?.ongoing)],
			['Anmärkning om tiden', ({ period }) => period?.note ?? ''],
			['Nämnd eller förvaltning', ({ organisation }) => organisation],
			['Diskrimineringsgrunder', ({ grounds }) => labels(grounds)],
			['Former av rasism', ({ racism }) => labels(racism)],
			['Målgrupper', ({ audiences }) => labels(audiences)],
			['Metoder', ({ methods }) => labels(methods)],
			['Kunskapsläge', ({ evidence }) => EVIDENCE[evidence]],
			['Resultat', ({ known }) => known.effect?.text],
			['Kostnad', ({ known }) => known.cost?.text],
			['Svårigheter', ({ known }) => known.difficulties?.text],
			['Att göra likadant', ({ known }) => known.transfer?.text],
			['Källor', ({ sources }) => many(sources.map(({ source }) => source.title))],
			['Status', ({ status }) => (status === 'withdrawn' ? 'tillbakadraget' : 'gäller')],
			['Tillbakadraget', ({ withdrawn }) => (withdrawn ? `${withdrawn.date}: ${withdrawn.reason}` : '')],
			['Publicerat', ({ published }) => published],
			['Granskat', ({ reviewed }) => reviewed],
			['Ändringar', ({ changes }) => changes.map(({ date, note }) => `${date}: ${note}`).join(SEPARATOR)],
			['Adress', exampleUrl],
		],
		catalogue.examples,
	);

export const toDocumentsCsv = (catalogue: Catalogue): string =>
	toCsv<Catalogue['documents'][number]>(
		[
			['Id', ({ id }) => id],
			['Titel', ({ title }) => title],
			['Dokumenttyp', ({ type }) => type.label],
			['Kommun', ({ municipality }) => municipality.name],
			['Kommunkod och namn', ({ municipality }) => withCode(municipality)],
			['År', ({ date }) => part(date, 0)],
			['Månad', ({ date }) => part(date, 1)],
			['Dag', ({ date }) => part(date, 2)],
			['Anmärkning om tiden', ({ dateNote }) => dateNote ?? ''],
			['Diarienummer', ({ diarienummer }) => diarienummer],
			['Utfall', ({ outcome }) => (outcome ? OUTCOMES[outcome.result] : 'gäller inte')],
			[
				'Förslag eller beslut',
				({ outcome }) => (outcome ? (outcome.stage === 'forslag' ? 'förslag' : outcome.stage) : 'gäller inte'),
			],
			['Anmärkning om utfallet', ({ outcome }) => outcome?.note ?? ''],
			['Punkt', ({ points }) => points[0]?.number],
			['Alla punkter', ({ points }) => many(points.map(({ number }) => number))],
			['Exempel', ({ examples }) => examples.map(({ example }) => example.id).join(SEPARATOR)],
			['Sammanfattning', ({ summary }) => summary],
			['Källor', ({ sources }) => many(sources.map(({ source }) => source.title))],
			['Publicerat', ({ published }) => published],
			['Granskat', ({ reviewed }) => reviewed],
			['Ändringar', ({ changes }) => changes.map(({ date, note }) => `${date}: ${note}`).join(SEPARATOR)],
			['Adress', documentUrl],
		],
		catalogue.documents,
	);

export const toMunicipalitiesCsv = (catalogue: Catalogue): string =>
	toCsv<Municipality>(
		[
			['Id', ({ id }) => id],
			['Kommun', ({ name }) => name],
			['Kommunkod och namn', withCode],
			['Officiellt namn', ({ officialName }) => officialName],
			['Eget namn', ({ ownName }) => ownName ?? ''],
			['Länskod och län', ({ countyCode, county }) => `${countyCode} ${county}`],
			['ECCAR', ({ eccar }) => eccar && ECCAR_STATUSES[eccar.status]],
			['ECCAR sedan', ({ eccar }) => eccar?.since],
			['SKL:s nätverk 2019', ({ network }) => NETWORK_LISTED[network.listed]],
			['Antal exempel', (municipality) => catalogue.countFor(municipality)],
			['Antal dokument', (municipality) => catalogue.documentsFor(municipality).length],
			[
				'Punkter med exempel',
				(municipality) =>
					catalogue.points
						.filter((point) => catalogue.examplesFor(municipality).some(({ points }) => points.includes(point)))
						.map(({ number }) => number)
						.join(SEPARATOR),
			],
			['Adress', municipalityUrl],
		],
		catalogue.municipalities,
	);
