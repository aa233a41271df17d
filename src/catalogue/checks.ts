/**
 * What takes all files to see: ids that exist, things said once, dates that have been, the 290 municipalities.
 * Each problem names the file and the field; where on the page that is, `read.ts` works out.
 */
import { toSlug } from '../swedish.ts';
import type { ConceptKind, Entries, Entry } from './collections.ts';
import { kindOfVocabulary, VOCABULARIES } from './collections.ts';
import type { Code } from './faults.ts';
import { COUNTY_NAMES, MUNICIPALITY_NAMES } from './municipality-codes.ts';

/** A problem at a field, before its line is known. */
export interface FieldProblem {
	readonly code: Code;
	readonly file: string;
	readonly path: readonly PropertyKey[];
	readonly message: string;
}

/** Source kinds that carry a higher level of evidence. */
const EVIDENCE_SOURCES: Record<string, readonly string[]> = {
	'followed-up': ['uppfoljning', 'utvardering'],
	evaluated: ['utvardering'],
};

const FIELD_KINDS = {
	grounds: ['ground', 'Diskrimineringsgrunden', 'grunder'],
	racism: ['racism', 'Formen av rasism', 'rasism'],
	audiences: ['audience', 'Målgruppen', 'malgrupper'],
	methods: ['method', 'Metoden', 'metoder'],
} as const satisfies Record<string, readonly [ConceptKind, string, keyof typeof VOCABULARIES]>;

/** How many lines of content/begrepp/sokord.yml one word may stand in. */
const MOST_LINES = 3;

/** Every way in which valid files fail to fit together. Linear in the number of entries. */
export function checkCatalogue(entries: Entries, today: string): FieldProblem[] {
	const problems: FieldProblem[] = [];
	const report = (code: Code, entry: Pick<Entry, 'file' | 'index'>, path: readonly PropertyKey[], message: string) =>
		problems.push({
			code,
			file: entry.file,
			path: entry.index === undefined ? path : [entry.index, ...path],
			message,
		});

	const examples = index(entries.examples, 'exempel');
	const municipalities = index(entries.municipalities, 'kommuner');
	const sources = index(entries.sources, 'källor');
	const concepts = index(entries.concepts, 'begrepp');
	index(entries.sourceStates, 'källornas tillstånd');
	index(entries.retired, 'avvecklade adresser');
	const usedSources = new Set<string>();

	checkPoints();
	checkConcepts();
	checkSearchWords();
	checkMunicipalities();
	for (const entry of entries.examples) checkExample(entry);
	for (const entry of entries.documents) checkDocument(entry);
	for (const list of [entries.examples, entries.points, entries.documents, entries.pages])
		for (const entry of list) checkDates(entry);
	checkTitles([...entries.examples, ...entries.documents, ...entries.pages]);
	for (const entry of entries.retired)
		if (entry.data.gone && entry.data.gone.date > today)
			report('TP420', entry, ['gone', 'date'], `Datumet ${entry.data.gone.date} har inte varit än. Rätta det.`);
	for (const entry of entries.sources)
		if (!usedSources.has(entry.id))
			report('TP408', entry, ['id'], `Källan ”${entry.id}” används inte. Ta bort den eller hänvisa till den.`);
	return problems;

	function index<T extends Entry>(list: readonly T[], what: string): Map<string, T> {
		const map = new Map<string, T>();
		for (const entry of list) {
			const earlier = map.get(entry.id);
			if (earlier)
				report(
					'TP401',
					entry,
					['id'],
					`Id:t ”${entry.id}” finns redan bland ${what}, i ${earlier.file}. Välj ett annat.`,
				);
			else map.set(entry.id, entry);
		}
		return map;
	}

	function useSource(entry: Entry, path: readonly PropertyKey[], id: string) {
		usedSources.add(id);
		if (!sources.has(id))
			report('TP402', entry, path, `Källan ”${id}” finns inte. Lägg till den i content/kallor.yml eller rätta id:t.`);
	}

	function useMunicipality(entry: Entry, path: readonly PropertyKey[], id: string) {
		if (!municipalities.has(id))
			report(
				'TP403',
				entry,
				path,
				`Kommunen ”${id}” finns inte. Rätta stavningen, eller lägg till den i content/kommuner.yml.`,
			);
	}

	/** Something that others point to must exist and be in use. */
	function useExample(entry: Entry, path: readonly PropertyKey[], id: string) {
		const example = examples.get(id);
		if (!example)
			report('TP405', entry, path, `Exemplet ”${id}” finns inte. Rätta id:t: det är filnamnet utan ändelse.`);
		else if (example.data.status === 'withdrawn')
			report('TP406', entry, path, `Exemplet ”${id}” är tillbakadraget. Ta bort hänvisningen.`);
		else if (example.data.status === 'merged')
			report(
				'TP406',
				entry,
				path,
				`Exemplet ”${id}” har gått upp i ”${example.data.mergedInto}”. Hänvisa dit i stället.`,
			);
	}

	function checkPoints() {
		const withExamples = new Set(
			entries.examples.filter(({ data }) => !data.draft && data.status === 'active').flatMap(({ data }) => data.points),
		);
		for (const entry of entries.points) {
			if (entry.id !== String(entry.data.number))
				report('TP410', entry, ['number'], `Filen ska heta ${entry.data.number}.mdx, som punktens nummer.`);
			if (!withExamples.has(entry.data.number))
				report(
					'TP409',
					entry,
					['number'],
					`Punkt ${entry.data.number} har inget exempel. Skriv ett eller ge ett exempel punkten.`,
				);
			entry.data.sources.forEach((id, place) => useSource(entry, ['sources', place], id));
			entry.data.guidance.forEach(({ source }, place) => useSource(entry, ['guidance', place, 'source'], source));
		}
		const numbers = new Set(entries.points.map(({ data }) => data.number));
		const absent = Array.from({ length: 10 }, (_, i) => i + 1).filter((number) => !numbers.has(number));
		for (const number of absent)
			report(
				'TP410',
				{ file: `content/punkter/${number}.mdx` },
				[],
				`Filen saknas. Programmet har tio punkter, 1 till 10.`,
			);
	}

	function checkConcepts() {
		const words = new Map<string, string>();
		for (const entry of entries.concepts) {
			const kind = kindOfVocabulary(entry.file);
			if (!kind)
				report(
					'TP413',
					entry,
					['id'],
					`Filen hör inte till någon vokabulär. Den ska heta ${Object.keys(VOCABULARIES)
						.map((name) => `${name}.yml`)
						.join(', ')}.`,
				);
			const { broader, label, synonyms } = entry.data;
			const wider = broader && concepts.get(broader);
			if (broader && (!wider || wider.file !== entry.file || broader === entry.id))
				report('TP411', entry, ['broader'], `Det vidare begreppet ”${broader}” finns inte i samma fil. Rätta id:t.`);
			for (const word of new Set([label, ...synonyms].map((item) => item.toLowerCase()))) {
				const key = `${kind}:${word}`;
				const earlier = words.get(key);
				if (earlier)
					report(
						'TP412',
						entry,
						['synonyms'],
						`Ordet ”${word}” står redan under ”${earlier}”. Behåll det på ett ställe.`,
					);
				else words.set(key, entry.id);
			}
		}
	}

	/** A word in many lines would lead everywhere. */
	function checkSearchWords() {
		index(entries.searchWords, 'sökord');
		const places = new Map<string, number>();
		for (const entry of entries.searchWords)
			entry.data.words.forEach((word, place) => {
				const number = (places.get(word) ?? 0) + 1;
				places.set(word, number);
				if (number > MOST_LINES)
					report(
						'TP414',
						entry,
						['words', place],
						`Sökordet ”${word}” står på fler än ${MOST_LINES} rader. Behåll det där det hör hemma bäst.`,
					);
			});
	}

	function checkMunicipalities() {
		const used = new Set([
			...entries.examples.flatMap(({ data }) => data.municipalities),
			...entries.documents.map(({ data }) => data.municipality),
		]);
		const codes = new Map<string, string>();
		for (const entry of entries.municipalities) {
			const { code, county, countyCode, eccar, name, network } = entry.data;
			const official = MUNICIPALITY_NAMES.get(code);
			if (!official)
				report('TP416', entry, ['code'], `Kommunkoden ${code} finns inte bland de 290 som gäller. Se SCB:s lista.`);
			else if (official !== name)
				report('TP416', entry, ['code'], `Kommunkoden ${code} är ${official}, inte ${name}. Rätta koden eller namnet.`);
			if (!code.startsWith(countyCode) || COUNTY_NAMES[countyCode] !== county)
				report(
					'TP416',
					entry,
					['countyCode'],
					`Kommunkoden ${code} ligger i ${COUNTY_NAMES[code.slice(0, 2)] ?? 'ett okänt län'}. Rätta county och countyCode.`,
				);
			if (codes.has(code))
				report('TP416', entry, ['code'], `Kommunkoden ${code} står redan under ”${codes.get(code)}”.`);
			codes.set(code, entry.id);
			if (!entry.id.startsWith(toSlug(name).slice(0, 2)))
				report(
					'TP417',
					entry,
					['id'],
					`Id:t ”${entry.id}” liknar inte namnet. Skriv ”${toSlug(name)}”, eller ha ett tillägg om det krockar.`,
				);
			if (eccar) useSource(entry, ['eccar', 'source'], eccar.source);
			if (network.source) useSource(entry, ['network', 'source'], network.source);
			if (!used.has(entry.id) && !eccar && network.listed !== 'ja')
				report('TP408', entry, ['id'], `Kommunen ”${entry.id}” används inte. Ta bort den eller hänvisa till den.`);
		}
	}

	function checkExample(entry: Entry<'examples'>) {
		const { data } = entry;
		data.municipalities.forEach((id, place) => useMunicipality(entry, ['municipalities', place], id));
		for (const [field, [kind, noun, file]] of Object.entries(FIELD_KINDS))
			data[field as keyof typeof FIELD_KINDS].forEach((id, place) => {
				const concept = concepts.get(id);
				if (!concept || kindOfVocabulary(concept.file) !== kind)
					report(
						'TP407',
						entry,
						[field, place],
						`${noun} ”${id}” finns inte. Välj ett id ur content/begrepp/${file}.yml.`,
					);
			});
		data.sources.forEach(({ id }, place) => useSource(entry, ['sources', place, 'id'], id));
		const own = new Set(data.sources.map(({ id }) => id));
		for (const [key, claim] of Object.entries(data.known))
			claim?.sources.forEach((id, place) => {
				if (!own.has(id))
					report(
						'TP418',
						entry,
						['known', key, 'sources', place],
						`Källan ”${id}” står inte bland exemplets källor. Lägg till den under sources.`,
					);
			});
		const needed = EVIDENCE_SOURCES[data.evidence];
		if (needed && !data.sources.some(({ id }) => needed.includes(sources.get(id)?.data.kind ?? '')))
			report(
				'TP419',
				entry,
				['evidence'],
				`Kunskapsläget ”${data.evidence}” kräver en källa av slaget ${needed.join(' eller ')}. Ange källan eller skriv described.`,
			);
		if (data.mergedInto) useExample(entry, ['mergedInto'], data.mergedInto);
	}

	function checkDocument(entry: Entry<'documents'>) {
		const { data } = entry;
		useMunicipality(entry, ['municipality'], data.municipality);
		const type = concepts.get(data.type);
		if (!type || kindOfVocabulary(type.file) !== 'documentType')
			report(
				'TP407',
				entry,
				['type'],
				`Dokumenttypen ”${data.type}” finns inte. Välj ett id ur content/begrepp/dokumenttyper.yml.`,
			);
		data.examples.forEach(({ id }, place) => useExample(entry, ['examples', place, 'id'], id));
		data.sources.forEach(({ id }, place) => useSource(entry, ['sources', place, 'id'], id));
		if (data.date && data.date > today)
			report('TP420', entry, ['date'], `Datumet ${data.date} har inte varit än. Rätta det.`);
	}

	function checkDates(entry: Entry<'examples' | 'points' | 'documents' | 'pages'>) {
		const { data } = entry;
		for (const field of ['published', 'reviewed'] as const)
			if (data[field] > today) report('TP420', entry, [field], `Datumet ${data[field]} har inte varit än. Rätta det.`);
		data.changes.forEach(({ date }, place) => {
			if (date > today)
				report('TP420', entry, ['changes', place, 'date'], `Datumet ${date} har inte varit än. Rätta det.`);
			if (date < data.published)
				report(
					'TP315',
					entry,
					['changes', place, 'date'],
					`Ändringen ${date} ligger före publiceringen ${data.published}. Rätta datumet.`,
				);
		});
	}

	function checkTitles(list: readonly Entry<'examples' | 'documents' | 'pages'>[]) {
		const seen = new Map<string, string>();
		for (const entry of list) {
			const key = entry.data.title.toLowerCase();
			const earlier = seen.get(key);
			if (earlier) report('TP421', entry, ['title'], `Titeln finns redan i ${earlier}. Gör den ena tydligare.`);
			else seen.set(key, entry.file);
		}
	}
}
