/**
 * What is wrong with a proposal, in the words of `npm run granska`: the same schemas, the same checks of how things fit
 * together, the same lint of language. Only the Markdown needs no check, since the form writes it.
 */
import type { Root } from 'mdast';
import { checkCatalogue } from '../catalogue/checks.ts';
import { type Entries, VOCABULARIES } from '../catalogue/collections.ts';
import type { CollectionName } from '../catalogue/places.ts';
import { checkLanguage } from '../catalogue/language.ts';
import { findPersonalData } from '../catalogue/personal-data.ts';
import { isWarning } from '../catalogue/problem.ts';
import { absentSections, exampleSchema, REQUIRED_SECTIONS, sourceSchema } from '../catalogue/schema.ts';
import type { Choices } from './choices.ts';
import type { Draft, Proposal } from './proposal.ts';

export interface Finding {
	/** The field, as in the form: `title`, `sources.0.url`, `sections.Bakgrund`. */
	readonly path: string;
	readonly message: string;
	/** A warning is shown but stops nothing. */
	readonly warning: boolean;
}

const file = (name: string) => `content/${name}.yml`;

/** The rest of the catalogue, with as much in each entry as the checks of one example read. */
function surroundings(proposal: Proposal, choices: Choices, example: unknown): Entries {
	const nothing = { changes: [], published: '', reviewed: '' };
	const vocabulary = Object.fromEntries(Object.entries(VOCABULARIES).map(([name, kind]) => [kind, name]));
	const entries = {
		examples: [{ id: proposal.slug, file: proposal.file, data: example }],
		points: choices.points.map(({ number }) => ({
			id: String(number),
			file: `content/punkter/${number}.mdx`,
			data: { number, sources: [], guidance: [], ...nothing },
		})),
		documents: [],
		pages: choices.titles.map(([title, at]) => ({ id: at, file: at, data: { title, ...nothing } })),
		municipalities: [...choices.municipalities, ...proposal.municipalities].map((one) => ({
			id: one.id,
			file: file('kommuner'),
			data: { name: one.name, code: '', county: '', countyCode: '', network: { listed: 'ja' } },
		})),
		sources: [...choices.sources, ...proposal.sources.map(({ data }) => data)].map((one) => ({
			id: one['id'],
			file: file('kallor'),
			data: { kind: one['kind'] },
		})),
		sourceStates: [],
		retired: [],
		searchWords: [],
		concepts: choices.concepts.map(({ id, label, kind }) => ({
			id,
			file: file(`begrepp/${vocabulary[kind]}`),
			data: { id, label, synonyms: [] },
		})),
	} satisfies Record<CollectionName, unknown>;
	return entries as unknown as Entries;
}

/** The body as a tree, each paragraph on a line of its own, and the section that each line belongs to. */
function treeOf(sections: Proposal['sections']): { tree: Root; places: readonly string[] } {
	const paragraphs = Object.entries(sections).flatMap(([title, list]) => list.map((value) => ({ title, value })));
	return {
		tree: {
			type: 'root',
			children: paragraphs.map(({ value }, index) => {
				const point = { line: index + 1, column: 1 };
				return {
					type: 'paragraph',
					position: { start: point, end: point },
					children: [{ type: 'text', value }],
				};
			}),
		},
		places: paragraphs.map(({ title }) => `sections.${title}`),
	};
}

/** The form's running texts, wherever they stand: those that the lint of language reads in a file. */
const passages = ({ frontmatter }: Proposal) =>
	[
		['title', frontmatter['title']],
		['summary', frontmatter['summary']],
		...Object.entries((frontmatter['known'] ?? {}) as Record<string, { text?: unknown }>).map(
			([key, claim]) => [`known.${key}.text`, claim.text] as const,
		),
	].flatMap(([field, text]) => (typeof text === 'string' ? [{ text, field: String(field), line: 0 }] : []));

/** Everything wrong with a proposal at once, in the form's order. */
export function checkProposal(proposal: Proposal, draft: Draft, choices: Choices, today: string): Finding[] {
	const findings: Finding[] = [];
	const report = (path: string, message: string, warning = false) => findings.push({ path, message, warning });

	/** A place in the file as a place in the form. */
	const fieldAt = ([name, index, ...rest]: readonly PropertyKey[]) =>
		(name === 'sources' && typeof index === 'number'
			? [name, proposal.sourceRows[index], ...rest]
			: [name, index, ...rest].filter((part) => part !== undefined)
		).join('.');

	const parsed = exampleSchema.safeParse(proposal.frontmatter);
	for (const { path, message } of parsed.error?.issues ?? []) report(fieldAt(path), message);
	for (const { row, data } of proposal.sources)
		for (const { path, message } of sourceSchema.safeParse(data).error?.issues ?? [])
			report(`sources.${row}.${path.join('.')}`, message);
	if (parsed.success)
		for (const problem of checkCatalogue(surroundings(proposal, choices, parsed.data), today))
			if (problem.file === proposal.file) report(fieldAt(problem.path), problem.message);
			// Of two with one title, the check names the one it saw last.
			else if (problem.message.includes(proposal.file))
				report(fieldAt(problem.path), problem.message.replace(proposal.file, problem.file));

	const absent = REQUIRED_SECTIONS.examples.filter((title) => !proposal.sections[title]);
	if (absent.length > 0) report(`sections.${absent[0]}`, absentSections(absent));
	if (parsed.success) {
		const { tree, places } = treeOf(proposal.sections);
		const language = checkLanguage(proposal.file, passages(proposal), { tree, firstLine: 1 });
		for (const problem of language)
			report(problem.field ?? places[(problem.line ?? 1) - 1] ?? 'title', problem.message, isWarning(problem));
	}
	for (const [path, value] of Object.entries(draft))
		for (const text of [value].flat())
			if (typeof text === 'string')
				for (const { message } of findPersonalData(proposal.file, text)) report(path, message);
	return findings;
}
