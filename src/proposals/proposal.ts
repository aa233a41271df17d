/** From what an author has written in the form to the files it becomes. Pure, so that tests need no browser. */
import { MUNICIPALITY_NAMES } from '../catalogue/municipality-codes.ts';
import { type MunicipalityData, SECTIONS } from '../catalogue/schema.ts';
import { municipalityRecord, proposeSlug, shorten, vacant } from '../editing/records.ts';
import { escapeAround } from '../escape.ts';
import { toSlug } from '../swedish.ts';
import type { Choices } from './choices.ts';
import { type Field, FIELDS } from './fields.ts';
import { toYaml } from './yaml.ts';

/** What stands in the form: a value at each field's path, `period.started` or `sources.0.url`. */
export type Draft = Readonly<Record<string, string | boolean | readonly string[]>>;

type Fields = Record<string, unknown>;

export interface Proposal {
	/** The file's name without its ending: the last part of the page's address. */
	readonly slug: string;
	readonly file: string;
	readonly frontmatter: Fields;
	/** Heading → paragraphs, as the author wrote them. */
	readonly sections: Readonly<Record<string, readonly string[]>>;
	/** The whole file. */
	readonly text: string;
	/** Records that the catalogue lacks, by the file they belong in; the row each source stands in. */
	readonly sources: readonly { readonly row: number; readonly data: Fields }[];
	/** The row of the form that each item of the file's list of sources stands in: empty rows are not in the file. */
	readonly sourceRows: readonly number[];
	readonly municipalities: readonly MunicipalityData[];
	/** The records as YAML with the name of their file: what goes with the file. Empty when nothing is lacking. */
	readonly records: string;
}

const MAX_ROWS = 20;

/** How many rows of sources the form has. */
export function rowsOf(draft: Draft): number {
	const rows = Object.keys(draft).flatMap((path) => {
		const row = /^sources\.(\d+)\./.exec(path)?.[1];
		return row === undefined ? [] : [Number(row) + 1];
	});
	return Math.min(Math.max(1, ...rows), MAX_ROWS);
}

const fold = (text: string) => text.trim().toLowerCase();
const plainUrl = (url: string) =>
	fold(url)
		.replace(/^https?:\/\/(www\.)?/, '')
		.replace(/\/$/, '');

/** A value that says something. */
const isGiven = (value: unknown) =>
	value !== undefined &&
	value !== '' &&
	value !== false &&
	!(typeof value === 'object' && value !== null && Object.keys(value).length === 0);

const trimmed = (value: Draft[string] | undefined) => (typeof value === 'string' ? value.trim() : value);

/** Characters that would be Markdown or code in a body, made into themselves. Web addresses are left whole. */
function escapeMarkdown(paragraph: string): string {
	return (
		// A mark without its footnote is a fault in a file, and the form has no footnotes.
		escapeAround(paragraph.replace(/\[\^/g, '['), (part) =>
			part
				.replace(/[\\<>{}`*_[\]~|&]/g, '\\$&')
				.replace(/^([#+=-])/, '\\$1')
				.replace(/^(\d+)([.)])/, '$1\\$2'),
		)
			// First on a line, these two words begin code.
			.replace(/^(?=(?:import|export)\b)(.)/, (letter) => `&#${letter.charCodeAt(0)};`)
	);
}

/** Blank lines part paragraphs; a line break within one is a space. */
const paragraphsOf = (text: unknown): string[] =>
	typeof text === 'string'
		? text
				.split(/\n\s*\n/)
				.map((part) => part.replace(/\s+/g, ' ').trim())
				.filter(Boolean)
		: [];

/** @param today ISO day: when the text was written and held against its sources */
export function toProposal(draft: Draft, choices: Choices, today: string): Proposal {
	const newMunicipalities: MunicipalityData[] = [];
	const newSources: { row: number; data: Fields }[] = [];
	const sourceIds = Array.from({ length: rowsOf(draft) }, (_, row) => sourceId(row));
	const supported = supports();
	const frontmatter: Fields = {};
	for (const field of FIELDS) {
		const value = field.name === 'sources' ? supported.map(({ item }) => item) : valueAt(field, field.name);
		// An empty list of what is required gets the schema's own words for that.
		if (isGiven(value) || (field.required && Array.isArray(value))) frontmatter[field.name] = value;
	}
	Object.assign(frontmatter, { published: today, reviewed: today, draft: true });

	const [first] = (frontmatter['municipalities'] as readonly string[] | undefined) ?? [];
	const named = [...choices.municipalities, ...newMunicipalities].find(({ id }) => id === first);
	const taken = new Set(choices.titles.map(([, file]) => file));
	const slug = vacant(proposeSlug(String(frontmatter['title'] ?? ''), named), (id) =>
		taken.has(`content/exempel/${id}.mdx`),
	);
	const sections = Object.fromEntries(
		Object.keys(SECTIONS.examples)
			.map((title) => [title, paragraphsOf(draft[`sections.${title}`])] as const)
			.filter(([, paragraphs]) => paragraphs.length > 0),
	);
	const body = Object.entries(sections).map(
		([title, paragraphs]) => `\n## ${title}\n\n${paragraphs.map(escapeMarkdown).join('\n\n')}\n`,
	);
	return {
		slug,
		file: `content/exempel/${slug}.mdx`,
		frontmatter,
		sections,
		text: `---\n${toYaml(frontmatter)}---\n${body.join('')}`,
		sources: newSources,
		sourceRows: supported.map(({ row }) => row),
		municipalities: newMunicipalities,
		records: [
			...(newSources.length > 0 ? [`# content/kallor.yml\n${toYaml(newSources.map(({ data }) => data))}`] : []),
			...(newMunicipalities.length > 0 ? [`# content/kommuner.yml\n${toYaml(newMunicipalities)}`] : []),
		].join('\n'),
	};

	function valueAt(field: Field, path: string): unknown {
		const { control, from, name } = field;
		const written = trimmed(draft[path]);
		switch (control.kind) {
			case 'group': {
				const inner = control.fields.map((each) => [each.name, valueAt(each, `${path}.${each.name}`)] as const);
				return Object.fromEntries(inner.filter(([, value]) => isGiven(value)));
			}
			case 'number':
				return typeof written === 'string' && /^\d+$/.test(written) ? Number(written) : written;
			case 'list': {
				const items = Array.isArray(written) ? (written as string[]).filter((item) => item.trim() !== '') : [];
				if (from === 'points') return items.map(Number);
				if (from === 'municipalities') return items.map(municipality);
				if (name === 'sources') return claimSources(path, items);
				return items;
			}
			default:
				return written;
		}
	}

	/** The sources of a claim are rows of the form. The only row there is needs no mark. */
	function claimSources(path: string, rows: readonly string[]): string[] {
		const claimed = trimmed(draft[path.replace(/sources$/, 'text')]);
		if (!claimed) return [];
		if (sourceIds.length === 1) return sourceIds.filter((id) => id !== '');
		return rows.map((row) => sourceIds[Number(row)] ?? '').filter((id) => id !== '');
	}

	function municipality(name: string): string {
		const known = choices.municipalities.find((one) => fold(one.name) === fold(name));
		if (known) return known.id;
		const code = [...MUNICIPALITY_NAMES].find(([, one]) => fold(one) === fold(name))?.[0];
		if (!code) return toSlug(name) || name;
		const record = municipalityRecord(code);
		if (!newMunicipalities.some(({ id }) => id === record.id)) newMunicipalities.push(record);
		return record.id;
	}

	/** The id of the source in a row: one that the catalogue has, or a new one. Empty when the row is. */
	function sourceId(row: number): string {
		const at = (name: string) => trimmed(draft[`sources.${row}.${name}`]);
		const [url, title] = [at('url') as string | undefined, at('title') as string | undefined];
		const known = choices.sources.find((source) =>
			url ? source.url && plainUrl(source.url) === plainUrl(url) : title && fold(source.title) === fold(title),
		);
		if (known) return known.id;
		const control = FIELDS.find(({ name }) => name === 'sources')?.control;
		const fields = control?.kind === 'rows' ? control.fields.filter(({ name }) => name !== 'supports') : [];
		const data: Fields = {};
		for (const { name } of fields) if (isGiven(at(name))) data[name] = at(name);
		if (Object.keys(data).length === 0) return '';
		const ids = new Set([...choices.sources.map((one) => one.id), ...newSources.map((one) => one.data['id'])]);
		const words = `${String(data['publisher'] ?? '')} ${title ?? ''}`.split(/\s+/);
		const id = vacant(shorten(words) || 'kalla', (one) => ids.has(one));
		newSources.push({
			row,
			data: {
				id,
				...data,
				...(data['url'] ? {} : { urlOmitted: 'Källan har ingen webbadress.' }),
				seen: 'nej',
			},
		});
		return id;
	}

	/** What each row says that its source supports, but for empty rows. */
	function supports(): { row: number; item: Fields }[] {
		return sourceIds
			.map((id, row) => {
				const item = { id, supports: trimmed(draft[`sources.${row}.supports`]) };
				return { row, item: Object.fromEntries(Object.entries(item).filter(([, value]) => isGiven(value))) };
			})
			.filter(({ item }) => isGiven(item));
	}
}
