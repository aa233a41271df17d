/**
 * The editors' form: what one content file may hold. Keys are English, values and messages Swedish; every rule says
 * what to write. What takes several files to decide (does the id exist, is the title taken) is asked in catalogue.ts.
 *
 * A choice with a label is one table, so that id and label cannot part.
 */
import { z } from 'zod';
import { toSlug } from '../swedish.ts';
import type { Code } from './faults.ts';

/** How much is known of what the work led to. Ids are explained to readers in content/begrepp/kunskapslagen.yml. */
export const EVIDENCE = { described: 'Beskrivet', 'followed-up': 'Uppföljt', evaluated: 'Utvärderat' } as const;

/** What became of a proposal or document. */
export const OUTCOMES = {
	bifall: 'Bifall',
	'delvis-bifall': 'Delvis bifall',
	avslag: 'Avslag',
	besvarad: 'Besvarad',
	antagen: 'Antagen',
	yttrande: 'Yttrande lämnat',
	okand: 'Uppgift saknas',
} as const;

/** How a document touches an example. Only `namns` is a mention in the document itself. */
export const TIES = {
	namns: 'Nämns i dokumentet',
	'samma-amne': 'Samma kommun och ämne',
	redaktionell: 'Redaktionens koppling',
} as const;

/** Who stands behind a source, or what the source is when that decides its weight. */
export const SOURCE_KINDS = {
	kommun: 'Kommunen själv',
	'skl-skr': 'SKL eller SKR',
	eccar: 'ECCAR eller medlemsstad',
	myndighet: 'Myndighet',
	lag: 'Lag eller förordning',
	forskning: 'Forskning eller nätverk',
	uppfoljning: 'Uppföljning',
	utvardering: 'Utvärdering',
	media: 'Nyhetsmedium',
	civilsamhalle: 'Civilsamhälle',
	parti: 'Politiskt parti',
	blogg: 'Blogg',
	kopia: 'Kopia av ett dokument',
} as const;

/** How much of a source the editors have read. */
export const SEEN = {
	hela: 'Läst i sin helhet',
	utdrag: 'Läst i utdrag',
	nej: 'Inte läst, adressen känd',
} as const;

/** What the latest check of a source's address gave. One failed check is no verdict; two on different days are. */
export const LINK_STATES = {
	fungerar: 'Fungerar',
	flyttad: 'Flyttad till ny adress',
	'provas-igen': 'Svarade inte, prövas igen',
	'svarar-inte': 'Adressen svarar inte',
	'gick-inte': 'Går inte att kontrollera automatiskt',
} as const;
export type LinkState = keyof typeof LINK_STATES;

export const ECCAR_STATUSES = { medlem: 'Medlem', ansokan: 'Beslut att ansöka' } as const;
export const NETWORK_LISTED = {
	ja: 'Uppräknad på SKL:s lista',
	nej: 'Inte uppräknad på SKL:s lista',
	okant: 'Uppgift saknas',
} as const;

/** The fixed sections of a body, by collection: heading → fragment id. The ids are addresses and never change. */
export const SECTIONS = {
	examples: {
		Bakgrund: 'bakgrund',
		'Vad som gjordes': 'vad-som-gjordes',
		Resultat: 'resultat',
		Lärdomar: 'lardomar',
	},
	points: {
		'Vad punkten innebär': 'vad-punkten-innebar',
		'Så kan det mätas': 'sa-kan-det-matas',
		'Frågor till nämnden': 'fragor-till-namnden',
		'Det här saknas': 'det-har-saknas',
	},
	documents: { 'Vad dokumentet säger': 'vad-dokumentet-sager', Beslut: 'beslut' },
} as const;

const SECTION_IDS: Readonly<Record<string, string>> = Object.assign({}, ...Object.values(SECTIONS));

/** A heading's fragment id: the fixed one of a fixed section, else its words folded to a–z. */
export const sectionId = (title: string): string => SECTION_IDS[title] ?? toSlug(title);

/** Said of a body that lacks sections. */
export const absentSections = (titles: readonly string[]) =>
	`Avsnitt saknas: ${titles.map((title) => `”${title}”`).join(', ')}. Skriv det. I en fil får det rubriken ${titles.map((title) => `## ${title}`).join(' och ')}.`;

/** The sections a body must have. */
export const REQUIRED_SECTIONS: Record<keyof typeof SECTIONS, readonly string[]> = {
	examples: ['Vad som gjordes'],
	points: ['Vad punkten innebär', 'Så kan det mätas', 'Frågor till nämnden'],
	documents: ['Vad dokumentet säger'],
};

/** File names and ids are addresses: short, lower case, readable aloud (CONVENTIONS E2.2). */
export const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
export const SLUG_MAX = 45;

/** What a form says of a field: its name and what to write, in Swedish. */
export interface FormField {
	readonly label: string;
	readonly help?: string;
	/** What the values of a list of ids are chosen from. */
	readonly from?: 'municipalities' | 'points' | 'grunder' | 'rasism' | 'malgrupper' | 'metoder' | 'kunskapslagen';
	/** Room for more than a line. */
	readonly long?: boolean;
}
/** The fields that an author fills in. The others are the editors' own: dates, drafts, the life of the address. */
export const FORM = z.registry<FormField>();

const keysOf = <T extends object>(table: T) => Object.keys(table) as [keyof T & string];
const quoted = (words: readonly string[]) => words.map((word) => `”${word}”`).join(', ');

/** A strict object that names the unknown key and the ones there are. */
function record<T extends z.core.$ZodLooseShape>(shape: T) {
	const fields = Object.keys(shape);
	return z.strictObject(shape, {
		error: (issue) =>
			issue.code === 'unrecognized_keys'
				? `Okänt fält ${quoted(issue['keys'] as string[])}. Ta bort det eller välj bland: ${fields.join(', ')}.`
				: `Här ska det stå fält på egna rader: ${fields.join(', ')}.`,
	});
}

/** One word of a few, each with the label that readers see. Those who fill in the form know only the label. */
function choice<T extends Readonly<Record<string, string>>>(labels: T) {
	const all = Object.entries(labels).map(([word, label]) => `${label} (${word})`);
	return z.enum(keysOf(labels), `Ange ett av: ${all.join(', ')}.`);
}

/** One word of a few that no reader sees. */
function word<const T extends readonly [string, ...string[]]>(values: T) {
	return z.enum(values, `Skriv ett av orden: ${values.join(', ')}.`);
}

/** A rule of our own: what to write, and which kind of fault it is (faults.ts). */
const rule = (code: Code, message: string) => ({ message, params: { code } });

const text = (message: string, max: number) =>
	z
		.string(message)
		.trim()
		// A field is one line wherever it goes: a line break would begin a new row of its own in RIS or Markdown.
		.overwrite((value) => value.replace(/[ \t]*[\r\n]\s*/g, ' '))
		.min(1, message)
		.max(max, `Texten är längre än ${max} tecken. Korta den.`);

const title = text('Ange en titel som text.', 80).refine(
	(value) => !value.endsWith('.'),
	rule('TP316', 'Titeln ska inte sluta med punkt. Ta bort punkten.'),
);
const summary = text('Ange en sammanfattning som text, högst 300 tecken.', 300);

const slug = (what: string) =>
	z
		.string(`Ange ${what}.`)
		.regex(SLUG, `Ange ${what} med bara a–z, 0–9 och bindestreck, till exempel ”huddinge”.`)
		.max(SLUG_MAX, `Högst ${SLUG_MAX} tecken. Korta id:t.`);

const unique = (values: readonly unknown[]) => new Set(values).size === values.length;

const slugs = (what: string) =>
	z
		.array(slug(what), `Skriv en lista inom hakparenteser med ${what}, till exempel [ett-id, ett-annat].`)
		.refine(unique, rule('TP313', 'Samma id står två gånger. Ta bort det ena.'));

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const PARTIAL_DATE = /^\d{4}(-(0[1-9]|1[0-2])(-\d{2})?)?$/;
const WEB_ADDRESS = /^https?:\/\/[^\s<>"]+$/;
const MUNICIPALITY_CODE = /^\d{4}$/;
const COUNTY_CODE = /^\d{2}$/;
const ADDRESS = /^\/[a-z0-9./-]+(#[a-z0-9-]+)?$/;

/** How a text must be written, and the kind of fault when it is not. */
export const FORMATS: readonly (readonly [RegExp, Code])[] = [
	[SLUG, 'TP307'],
	[DAY, 'TP308'],
	[PARTIAL_DATE, 'TP308'],
	[WEB_ADDRESS, 'TP309'],
	[MUNICIPALITY_CODE, 'TP310'],
	[COUNTY_CODE, 'TP310'],
	[ADDRESS, 'TP311'],
];

const isDay = (value: string) => {
	const date = new Date(`${value}T00:00:00Z`);
	return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
};
/** What is wrong in form is not looked at further: the next check would say the same, or less to the point. */
const once = (error: string) => ({ error, abort: true });
const DAY_HINT = 'Ange ett datum som finns, till exempel 2026-05-01.';
const day = z.string(DAY_HINT).regex(DAY, once(DAY_HINT)).refine(isDay, rule('TP308', DAY_HINT));

/** A year, a month or a day, as precise as the source is. YAML reads a bare year as a number. */
const PARTIAL_HINT = 'Ange datum, månad eller år, till exempel 2019-05-07, 2019-05 eller 2019.';
const partialDate = z.preprocess(
	(value) => (typeof value === 'number' ? String(value) : value),
	z
		.string(PARTIAL_HINT)
		.regex(PARTIAL_DATE, once(PARTIAL_HINT))
		.refine((value) => value.length < 10 || isDay(value), rule('TP308', PARTIAL_HINT)),
);

const year = z
	.int('Ange ett årtal med fyra siffror, till exempel 2013.')
	.min(1900, 'Ange ett årtal efter 1900.')
	.max(2100, 'Ange ett årtal före 2100.');

const POINT_HINT = 'Ange ett punktnummer från 1 till 10.';
const pointNumber = z.int(POINT_HINT).min(1, POINT_HINT).max(10, POINT_HINT);
const pointNumbers = z
	.array(pointNumber, 'Skriv punkternas nummer inom hakparenteser, den viktigaste först, till exempel [7, 3].')
	.min(1, 'Ange minst en punkt.')
	.refine(unique, rule('TP313', 'Samma punkt står två gånger. Ta bort den ena.'));

const URL_HINT = 'Ange en hel webbadress som börjar med https:// eller http://.';
const url = z
	.string(URL_HINT)
	.regex(WEB_ADDRESS, once(URL_HINT))
	.refine(
		(value) => URL.canParse(value),
		rule('TP309', 'Webbadressens värdnamn eller port går inte att läsa. Kopiera adressen på nytt från källan.'),
	);

const supportedBy = z
	.array(
		record({
			id: slug('källans id från content/kallor.yml'),
			/** What the source supports, as a short noun phrase. */
			supports: text('Skriv vad källan styrker, till exempel ”Start, syfte och arbetssätt”.', 200).register(FORM, {
				label: 'Vad källan styrker',
				help: 'Till exempel start, syfte och arbetssätt.',
			}),
		}),
		'Skriv en lista med källor: id och supports.',
	)
	.min(1, 'Ange minst en källa.')
	.refine(
		(items) => unique(items.map(({ id }) => id)),
		rule('TP313', 'Samma källa står två gånger. Skriv allt den styrker på ett ställe.'),
	);

const claim = record({
	text: text('Skriv vad som är känt som text.', 600).register(FORM, { label: 'Vad som är känt', long: true }),
	sources: slugs('källors id')
		.min(1, 'Ange vilken källa som styrker uppgiften.')
		.register(FORM, { label: 'Källor som säger det' }),
});

/** The fields that every published text shares: when it came, was last checked, and what has changed. */
const publication = {
	published: day,
	/** The day the editors last checked the text against its sources. */
	reviewed: day,
	changes: z
		.array(
			record({ date: day, note: text('Skriv vad som ändrades.', 200) }),
			'Skriv en lista med ändringar: date och note.',
		)
		.default([]),
	draft: z.boolean('Skriv true eller false.').default(false),
};

/** The life of an address (GOV.UK's model, CONVENTIONS E2.4). */
const lifeCycle = {
	status: word(['active', 'withdrawn', 'merged']).default('active'),
	withdrawn: record({ date: day, reason: text('Skriv varför exemplet är tillbakadraget.', 300) }).optional(),
	/** The example that this one has gone into. */
	mergedInto: slug('id på exemplet som detta har gått upp i').optional(),
};

type Context = z.core.$RefinementCtx;
const problem = (ctx: Context, code: Code, path: string[], message: string) =>
	ctx.addIssue({ code: 'custom', path, ...rule(code, message) });

function checkLifeCycle(data: { status: string; withdrawn?: unknown; mergedInto?: unknown }, ctx: Context) {
	if ((data.status === 'withdrawn') !== (data.withdrawn !== undefined))
		problem(
			ctx,
			'TP314',
			['withdrawn'],
			'Fälten status: withdrawn och withdrawn (date och reason) hör ihop. Skriv båda eller inget.',
		);
	if ((data.status === 'merged') !== (data.mergedInto !== undefined))
		problem(ctx, 'TP314', ['mergedInto'], 'Fälten status: merged och mergedInto hör ihop. Skriv båda eller inget.');
}

function checkDates(data: { published: string; reviewed: string }, ctx: Context) {
	if (data.reviewed < data.published)
		problem(ctx, 'TP315', ['reviewed'], 'Granskningsdagen ligger före publiceringsdagen. Rätta den ena.');
}

/** content/exempel/<slug>.mdx: what one or several municipalities have done. */
export const exampleSchema = record({
	title: title.register(FORM, {
		label: 'Rubrik',
		help: 'Säg vad som gjordes. Högst 80 tecken, ingen punkt på slutet.',
	}),
	/** Ids in content/kommuner.yml. */
	municipalities: slugs('kommunens id')
		.min(1, 'Ange minst en kommun.')
		.register(FORM, { label: 'Kommun', from: 'municipalities' }),
	/** The point it is filed under first, then the others. */
	points: pointNumbers.register(FORM, {
		label: 'Punkter i programmet',
		help: 'Kryssa i den viktigaste först.',
		from: 'points',
	}),
	summary: summary.register(FORM, {
		label: 'Sammanfattning',
		help: 'Vad, var, när och för vem, i en eller två meningar. Högst 300 tecken.',
		long: true,
	}),
	period: record({
		started: year.optional().register(FORM, { label: 'Startår' }),
		ended: year.optional().register(FORM, { label: 'Slutår' }),
		ongoing: z
			.boolean('Skriv true om arbetet pågår enligt källan, annars false.')
			.optional()
			.register(FORM, { label: 'Arbetet pågår, enligt källan' }),
		note: text('Skriv en kort anmärkning om tiden.', 200).optional().register(FORM, { label: 'Anmärkning om tiden' }),
	})
		.optional()
		.register(FORM, { label: 'När', help: 'Bara årtal som står i källan.' }),
	/** The committee or administration that did it. */
	organisation: text('Ange nämnd eller förvaltning som text.', 150)
		.optional()
		.register(FORM, { label: 'Nämnd eller förvaltning' }),
	/** Ids in content/begrepp: never free words, so that a reader finds everything of a kind. */
	grounds: slugs('diskrimineringsgrundernas id')
		.default([])
		.register(FORM, { label: 'Diskrimineringsgrunder', from: 'grunder' }),
	racism: slugs('id för den form av rasism som källan nämner')
		.default([])
		.register(FORM, { label: 'Former av rasism', help: 'Bara om källan nämner formen.', from: 'rasism' }),
	audiences: slugs('målgruppernas id').default([]).register(FORM, { label: 'Målgrupper', from: 'malgrupper' }),
	methods: slugs('metodernas id').default([]).register(FORM, { label: 'Metoder', from: 'metoder' }),
	/** What is known. An absent key is shown as "Uppgift saknas". */
	known: record({
		effect: claim.optional().register(FORM, { label: 'Effekt' }),
		cost: claim.optional().register(FORM, { label: 'Kostnad' }),
		difficulties: claim.optional().register(FORM, { label: 'Svårigheter' }),
		transfer: claim.optional().register(FORM, { label: 'Att göra likadant' }),
	})
		.default({})
		.register(FORM, {
			label: 'Vad är känt?',
			help: 'Skriv bara det en källa säger. Det som lämnas tomt visas som ”Uppgift saknas”.',
		}),
	evidence: choice(EVIDENCE).register(FORM, {
		label: 'Hur insatsen är undersökt',
		help: 'De två sista kräver en källa som är en uppföljning eller utvärdering.',
		from: 'kunskapslagen',
	}),
	sources: supportedBy.register(FORM, {
		label: 'Källor',
		help: 'Minst en källa som andra kan läsa eller begära ut.',
	}),
	...lifeCycle,
	...publication,
}).superRefine((data, ctx) => {
	checkLifeCycle(data, ctx);
	checkDates(data, ctx);
	const { started, ended, ongoing } = data.period ?? {};
	if (started && ended && ended < started)
		problem(ctx, 'TP315', ['period', 'ended'], 'Slutåret ligger före startåret. Rätta det ena.');
	if (ended && ongoing)
		problem(
			ctx,
			'TP315',
			['period', 'ongoing'],
			'Ett arbete med slutår kan inte pågå. Ta bort ended eller skriv ongoing: false.',
		);
});

/** content/punkter/<number>.mdx: one of the ten points. */
export const pointSchema = record({
	number: pointNumber,
	/** SKL's wording. */
	title: text('Ange punktens lydelse.', 120),
	shortTitle: text('Ange punktens kortnamn.', 20),
	/** ECCAR's heading. */
	titleEn: text('Ange ECCAR:s rubrik på engelska.', 120),
	purpose: summary,
	/** The actions that the ECCAR plan names, in our words. Empty when the list has not been seen. */
	actions: z.array(text('Skriv en åtgärd per rad.', 250), 'Skriv åtgärderna som en lista.'),
	actionsNote: text('Skriv hur fullständig åtgärdslistan är.', 250),
	guidance: z.array(
		record({
			source: slug('källans id'),
			note: text('Skriv vad lagen eller vägledningen är till för.', 250),
		}),
		'Skriv lag och vägledning som en lista med source och note.',
	),
	/** The SKL and SKR addresses that used to hold this point. */
	legacyUrls: z.array(url, 'Skriv gamla adresser som en lista.'),
	/** What people call the point: words for the search. */
	aliases: z.array(text('Skriv ett ord.', 40), 'Skriv en lista med ord.').default([]),
	sources: slugs('källors id').min(1, 'Ange minst en källa.'),
	...publication,
}).superRefine(checkDates);

/** content/dokument/<slug>.mdx: a motion, an answer, a plan …, and what it refers to. */
export const documentSchema = record({
	title,
	/** Id in content/begrepp/dokumenttyper.yml. */
	type: slug('dokumenttypens id'),
	municipality: slug('kommunens id'),
	date: partialDate.optional(),
	dateNote: text('Skriv en kort anmärkning om tiden.', 200).optional(),
	diarienummer: text('Ange diarienumret som text.', 40).optional(),
	outcome: record({
		result: choice(OUTCOMES),
		/** Whether the source shows a proposal or the decision itself. */
		stage: word(['forslag', 'beslut']).optional(),
		note: text('Skriv en kort anmärkning om beslutet.', 250).optional(),
	}).optional(),
	points: pointNumbers,
	summary,
	examples: z
		.array(
			record({ id: slug('exemplets id'), tie: choice(TIES) }),
			'Skriv en lista med id och tie för de exempel som dokumentet rör.',
		)
		.default([]),
	sources: supportedBy,
	...publication,
}).superRefine((data, ctx) => {
	checkDates(data, ctx);
	const { outcome } = data;
	if (outcome && (outcome.result === 'okand') === (outcome.stage !== undefined))
		problem(
			ctx,
			'TP314',
			['outcome', 'stage'],
			'Skriv stage: forslag eller stage: beslut för ett känt utfall, och utelämna stage när result är okand.',
		);
});

/** content/sidor/<slug>.mdx: a page that is only text. */
export const pageSchema = record({
	title,
	/** What the page is about in one or two sentences; also what search engines show. */
	summary,
	...publication,
}).superRefine(checkDates);

/** One item of content/kommuner.yml. */
export const municipalitySchema = record({
	id: slug('kommunens id'),
	name: text('Ange kommunens namn.', 40),
	officialName: text('Ange kommunens officiella namn.', 60),
	/** What the municipality calls itself, when that differs: Göteborgs Stad. */
	ownName: text('Ange namnet kommunen själv använder.', 60).optional(),
	/** Statistics Sweden's code: four digits as text. */
	code: z
		.string('Ange kommunkoden som text inom citattecken, till exempel "1480".')
		.regex(MUNICIPALITY_CODE, 'Ange kommunkoden med fyra siffror, till exempel "0126".'),
	county: text('Ange länets namn.', 40),
	countyCode: z
		.string('Ange länskoden som text inom citattecken, till exempel "14".')
		.regex(COUNTY_CODE, 'Ange länskoden med två siffror.'),
	eccar: record({
		status: choice(ECCAR_STATUSES),
		since: year.optional(),
		note: text('Skriv en kort anmärkning.', 200).optional(),
		source: slug('källans id'),
	}).optional(),
	/** SKL's network against racism and discrimination, by the list of January 2019. */
	network: record({
		listed: choice(NETWORK_LISTED),
		source: slug('källans id').optional(),
	}),
});

/** One item of content/kallor.yml. */
export const sourceSchema = record({
	id: slug('källans id'),
	title: text('Ange källans titel.', 200).register(FORM, { label: 'Källans titel' }),
	/** For a copy: the publisher of the original. */
	publisher: text('Ange utgivaren.', 100).register(FORM, { label: 'Utgivare' }),
	url: url.optional().register(FORM, {
		label: 'Webbadress',
		help: 'Finns källan redan i katalogen räcker adressen.',
	}),
	/** Why there is no address. */
	urlOmitted: text('Skriv varför adressen saknas.', 200).optional(),
	published: partialDate
		.optional()
		.register(FORM, { label: 'Källans datum', help: 'Till exempel 2019-05-07, 2019-05 eller 2019.' }),
	/** The day the editors read it. */
	retrieved: day.optional(),
	archivedUrl: url.optional(),
	kind: choice(SOURCE_KINDS).register(FORM, { label: 'Vem som står bakom källan' }),
	/** For a copy: where it lies. The title and the publisher then name the original. */
	copyHost: text('Ange var kopian finns, till exempel docplayer.se.', 60)
		.optional()
		.register(FORM, { label: 'Var kopian finns', help: 'Bara för en kopia av ett dokument.' }),
	seen: choice(SEEN),
}).superRefine((data, ctx) => {
	if ((data.url === undefined) !== (data.urlOmitted !== undefined))
		problem(ctx, 'TP314', ['url'], 'Ange antingen url eller urlOmitted (varför adressen saknas).');
	if ((data.kind === 'kopia') !== (data.copyHost !== undefined))
		problem(
			ctx,
			'TP314',
			['copyHost'],
			'Skriv var kopian finns (copyHost) när källan är en kopia (kind: kopia), annars inget.',
		);
});

/** One item of content/kallkoll.yml: what `npm run kallkoll` found at a source's address. Never written by hand. */
export const sourceStateSchema = record({
	id: slug('källans id'),
	/** The address that was asked. A source that gets another address counts as not checked. */
	url,
	state: choice(LINK_STATES),
	checked: day,
	/** In Swedish, for the reader: why the address does not answer or cannot be checked. */
	reason: text('Skriv varför adressen inte svarar.', 120).optional(),
	/** The day of the first of the failed checks in a row. */
	failingSince: day.optional(),
	movedTo: url.optional(),
	/** What the web archive said: the copy nearest to the day when the source was read, if there is one. */
	archive: record({ asked: day, url: url.optional(), date: day.optional() }).optional(),
});

/** One item of content/begrepp/*.yml. */
export const conceptSchema = record({
	id: slug('begreppets id'),
	label: text('Ange begreppets namn.', 60),
	definition: text('Förklara begreppet i en mening.', 300),
	/** Other words for it: older terms, abbreviations, spellings, English. They serve the reader and the search. */
	synonyms: z.array(text('Skriv ett ord.', 60), 'Skriv synonymerna som en lista.').default([]),
	/** Id of a wider concept in the same file. */
	broader: slug('det vidare begreppets id').optional(),
});

const ADDRESS_HINT = 'Ange adressen utan värdnamn, med snedstreck först och sist, till exempel /exempel/lund-mr-stad/.';
const address = z.string(ADDRESS_HINT).regex(ADDRESS, ADDRESS_HINT);

/** One item of content/adresser.yml: an address that no longer has a page of its own, and what became of it. */
export const retiredSchema = record({
	/** The address that was published. */
	id: address,
	movedTo: address.optional(),
	gone: record({ date: day, reason: text('Skriv varför sidan är borta, för läsaren.', 300) }).optional(),
}).superRefine((data, ctx) => {
	if ((data.movedTo === undefined) === (data.gone === undefined))
		problem(ctx, 'TP314', ['movedTo'], 'Ange antingen movedTo (den nya adressen) eller gone (date och reason).');
});

/** One item of content/begrepp/sokord.yml: words that lead to each other in the search. */
export const searchWordsSchema = record({
	id: slug('radens id'),
	/** Everyday words, officialese, older terms, abbreviations, English; at least one of them stands on a page. */
	words: z
		.array(
			text('Skriv ett ord eller en fras.', 60).refine(
				(value) => value === value.toLowerCase(),
				rule('TP317', 'Skriv sökorden med små bokstäver.'),
			),
			'Skriv orden som en lista inom hakparenteser.',
		)
		.min(2, 'Ange minst två ord som hör ihop.')
		.refine(unique, rule('TP313', 'Samma ord står två gånger på raden. Ta bort det ena.')),
});

export type ExampleData = z.output<typeof exampleSchema>;
export type PointData = z.output<typeof pointSchema>;
export type DocumentData = z.output<typeof documentSchema>;
export type PageData = z.output<typeof pageSchema>;
export type MunicipalityData = z.output<typeof municipalitySchema>;
export type SourceStateData = z.output<typeof sourceStateSchema>;
export type SourceData = z.output<typeof sourceSchema>;
export type ConceptData = z.output<typeof conceptSchema>;
export type RetiredData = z.output<typeof retiredSchema>;
