/** A new example as a set of files: the draft itself, and the records that it needs and the catalogue lacks. */
import type { Entries } from '../catalogue/collections.ts';
import type { MunicipalityData, SourceData } from '../catalogue/schema.ts';
import { SLUG, SLUG_MAX } from '../catalogue/schema.ts';
import { TODO } from '../catalogue/unfinished.ts';
import { proposeSlug, vacant } from './records.ts';
import { fillTemplate, toYaml } from './template.ts';

/** A file to be written: one that must not exist, or a list that gets a record more. */
export interface Change {
	/** Path from the repository's root. */
	readonly file: string;
	readonly text: string;
	readonly isNew: boolean;
}

/** What there is before the draft. */
export interface Shelf {
	readonly entries: Entries;
	readonly template: string;
	/** The texts of content/kommuner.yml and content/kallor.yml. */
	readonly municipalities: string;
	readonly sources: string;
	/** Whether an example's address is in use or has been. */
	readonly taken: (slug: string) => boolean;
}

export interface Answers {
	readonly title: string;
	/** The first one is named in the address. Those the catalogue lacks are added to it. */
	readonly municipalities: readonly MunicipalityData[];
	readonly points: readonly number[];
	readonly sources: readonly { readonly source: SourceData; readonly supports?: string | undefined }[];
	readonly summary?: string | undefined;
	readonly started?: number | undefined;
	/** The last part of the page's address. */
	readonly slug: string;
	/** What is said of the draft in comments at its top, beside what is said of every draft. */
	readonly intro?: readonly string[];
	readonly todo?: Readonly<Record<string, string>>;
	readonly sections?: Readonly<Record<string, string>>;
}

const fileOf = (slug: string) => `content/exempel/${slug}.mdx`;
export const slugIn = (file: string) => file.slice(fileOf('').indexOf('.mdx'), -'.mdx'.length);

/** What is wrong with an address that an author has chosen, in Swedish. Undefined for a good one. */
export function faultOfSlug(slug: string, taken: Shelf['taken']): string | undefined {
	if (!SLUG.test(slug) || slug.length > SLUG_MAX)
		return `Adressen får bara ha a–z, 0–9 och bindestreck, högst ${SLUG_MAX} tecken.`;
	return taken(slug) ? `Adressen /exempel/${slug}/ används redan eller har använts. Välj en annan.` : undefined;
}

/** An address for the draft that nothing has had. */
export const slugFor = ({ title, municipalities }: Pick<Answers, 'title' | 'municipalities'>, taken: Shelf['taken']) =>
	vacant(proposeSlug(title, municipalities[0]), taken);

const INTRO = [
	'Det här är ett utkast. Bara den som kör npm run dev ser det.',
	`Sök efter ${TODO} och gör det som står där. Rader som börjar med # får tas bort.`,
	'Filens namn blir sidans adress och ändras aldrig.',
];

/** Puts a record where its id belongs in a list that is sorted by id, or last. */
function insertRecord(list: string, record: { readonly id: string }): string {
	const blocks = list.replace(/\n*$/, '\n').split(/^(?=- id: )/m);
	const place = blocks.findIndex((block) => (/^- id: (\S+)/.exec(block)?.[1] ?? '') > record.id);
	const text = toYaml([record]);
	return (place === -1 ? [...blocks, text] : [...blocks.slice(0, place), text, ...blocks.slice(place)]).join('');
}

/** The lists with the records that they lack. */
export function addRecords(
	{ entries, ...lists }: Shelf,
	municipalities: readonly MunicipalityData[],
	sources: readonly SourceData[],
): Change[] {
	const add = (
		file: string,
		list: string,
		records: readonly { readonly id: string }[],
		known: readonly { readonly id: string }[],
	) => {
		const ids = new Set(known.map(({ id }) => id));
		const missing = [...new Map(records.map((record) => [record.id, record])).values()].filter(
			({ id }) => !ids.has(id),
		);
		return missing.length > 0 ? [{ file, text: missing.reduce(insertRecord, list), isNew: false }] : [];
	};
	return [
		...add('content/kommuner.yml', lists.municipalities, municipalities, entries.municipalities),
		...add('content/kallor.yml', lists.sources, sources, entries.sources),
	];
}

/** The draft's file. The caller checks it with the catalogue's own checks before anything is written. */
export function draftExample(answers: Answers, template: string, today: string): Change {
	const { title, municipalities, points, sources, summary, started, sections, slug, intro = [], todo = {} } = answers;
	const text = fillTemplate(template, {
		intro: [...INTRO, ...intro],
		values: {
			title,
			municipalities: municipalities.map(({ id }) => id),
			points,
			summary: summary ?? `${TODO}: skriv vad, var, när och för vem, i en eller två meningar`,
			...(started ? { period: { started } } : {}),
			evidence: 'described',
			sources: sources.map(({ source, supports }) => ({
				id: source.id,
				supports: supports ?? `${TODO}: skriv vad källan styrker`,
			})),
			published: today,
			reviewed: today,
			draft: true,
		},
		todo,
		...(sections ? { sections } : {}),
	});
	return { file: fileOf(slug), text, isNew: true };
}
