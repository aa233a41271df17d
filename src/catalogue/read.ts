/**
 * From the text of one content file to validated entries or problems with line and column. Pure: the caller hands in
 * the text. Everything wrong in a file is told at once, in Swedish, whether it is YAML, a field or the body.
 */
import { CORE_SCHEMA, load } from 'js-yaml';
import { isMap, isScalar, LineCounter, type Node, type Pair, parseDocument, type YAMLError } from 'yaml';
import type { z } from 'zod';
import { toSlug } from '../swedish.ts';
import { checkBody } from './body.ts';
import { COLLECTIONS, type CollectionName, type DataOf, type Entry } from './collections.ts';
import { findPersonalData } from './personal-data.ts';
import { checkLanguage } from './language.ts';
import type { Problem } from './problem.ts';
import { SLUG, SLUG_MAX } from './schema.ts';
import { findUnfinished } from './unfinished.ts';

type Path = readonly PropertyKey[];

const FENCE = /^---[ \t]*\n([\s\S]*?\n)?---[ \t]*(?:\n|$)/;

/** What the YAML library's codes mean to an editor. */
const YAML_HINTS: Record<string, string> = {
	BAD_ALIAS: 'Tecknen * och & först i ett värde betyder något i YAML. Sätt värdet inom citattecken.',
	BAD_INDENT: 'Indraget stämmer inte. Använd två mellanslag för varje nivå, lika långt för syskon.',
	BAD_SCALAR_START: 'Värdet börjar med ett tecken som YAML läser som kod. Sätt värdet inom citattecken.',
	BLOCK_AS_IMPLICIT_KEY:
		'Värdet innehåller ett kolon eller står på fel nivå. Sätt värdet inom citattecken eller rätta indraget.',
	DUPLICATE_KEY: 'Fältet står två gånger. Ta bort det ena.',
	MISSING_CHAR: 'Ett tecken saknas, troligen ett kolon, ett citattecken eller en hakparentes.',
	TAB_AS_INDENT: 'Raden är indragen med tabb. Använd mellanslag.',
};
const YAML_FALLBACK =
	'Formuläret går inte att läsa. Kontrollera kolon, citattecken, hakparenteser och indrag på raden.';

interface Yaml {
	readonly value: unknown;
	readonly problems: Omit<Problem, 'file'>[];
	/** Line and column of a field, or of the nearest field above it that exists. */
	readonly locate: (path: Path) => { line: number; column: number };
}

/** A value that begins like an alias, a tag or an unusual number: what the two YAML libraries may read in different ways. */
const UNUSUAL = /(?:^[ \t]*|:[ \t]+|-[ \t]+|[[{,][ \t]*)(?:[&*!%<?]|[-+]?(?:0[box]|[\d.]+_))/m;

/**
 * YAML, and where its fields stand. Ordinary YAML is read by js-yaml, which is quick and knows no places; whatever is
 * unusual, wrong or asked for its place is read by the yaml package (docs/beslut/0046).
 *
 * @param firstLine the line in the file where the YAML begins
 */
function readYaml(text: string, firstLine: number): Yaml {
	const value = readQuickly(text);
	if (value === undefined) return readWithPlaces(text, firstLine);
	let places: Yaml | undefined;
	return { value, problems: [], locate: (path) => (places ??= readWithPlaces(text, firstLine)).locate(path) };
}

/** @returns undefined when the text takes the slow way */
export function readQuickly(text: string): unknown {
	if (UNUSUAL.test(text)) return undefined;
	try {
		return load(text, { schema: CORE_SCHEMA });
	} catch {
		return undefined;
	}
}

export function readWithPlaces(text: string, firstLine: number): Yaml {
	const lines = new LineCounter();
	const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, strict: true });
	const at = (offset: number) => {
		const { line, col } = lines.linePos(offset);
		return { line: line + firstLine - 1, column: col };
	};
	const problems: Omit<Problem, 'file'>[] = document.errors.map((error: YAMLError) => ({
		...at(error.pos[0]),
		message: YAML_HINTS[error.code] ?? YAML_FALLBACK,
	}));
	let value: unknown;
	if (problems.length === 0) {
		try {
			// No aliases: a form has no use for them, and they are how a small file becomes a huge one.
			value = document.toJS({ maxAliasCount: 0 });
		} catch {
			problems.push({ line: firstLine, message: YAML_HINTS['BAD_ALIAS'] as string });
		}
	}
	const locate = (path: Path) => {
		let node: unknown = document.contents;
		let offset = 0;
		for (const step of path) {
			let next: unknown;
			if (isMap(node)) {
				const pair = node.items.find((item: Pair) => isScalar(item.key) && item.key.value === step);
				if (pair) offset = (pair.key as Node).range?.[0] ?? offset;
				next = pair?.value;
			} else if (node && typeof node === 'object' && 'items' in node) {
				next = (node as { items: unknown[] }).items[Number(step)];
				offset = (next as Node | undefined)?.range?.[0] ?? offset;
			}
			if (next === undefined || next === null) break;
			node = next;
		}
		return at(offset);
	};
	return { value, problems, locate };
}

function issuesToProblems(file: string, issues: readonly z.core.$ZodIssue[], base: Path, yaml: Yaml): Problem[] {
	return issues.map((issue) => {
		const path = [...base, ...issue.path];
		const at = issue.code === 'unrecognized_keys' ? [...path, issue.keys[0] as string] : path;
		const field = issue.path.length > 0 ? issue.path.map(String).join('.') : undefined;
		return { file, ...yaml.locate(at), field, message: issue.message };
	});
}

/** The name must be the address; a folded name is proposed. */
function checkFileName(file: string, id: string): Problem[] {
	if (SLUG.test(id) && id.length <= SLUG_MAX) return [];
	const proposal = toSlug(id).slice(0, SLUG_MAX).replace(/-$/, '');
	return [
		{
			file,
			message: `Filnamnet blir sidans adress och får bara ha a–z, 0–9 och bindestreck, högst ${SLUG_MAX} tecken. Byt namn till ”${proposal}”.`,
		},
	];
}

const fileName = (file: string) =>
	file
		.split('/')
		.at(-1)
		?.replace(/\.\w+$/, '') ?? file;

/** Splits a file with a body. Undefined when there is no form between two lines of `---`. */
export function splitFrontmatter(text: string): { yaml: string; body: string; bodyLine: number } | undefined {
	const match = FENCE.exec(text);
	if (!match) return undefined;
	const head = match[0];
	return { yaml: match[1] ?? '', body: text.slice(head.length), bodyLine: head.split('\n').length };
}

/** The form's running texts, wherever they stand, with their place. */
function passagesOf(data: object, yaml: Pick<Yaml, 'locate'>) {
	const texts: { text: string; field: string; line: number; column: number }[] = [];
	const take = (text: unknown, path: Path) => {
		if (typeof text === 'string') texts.push({ text, field: path.map(String).join('.'), ...yaml.locate(path) });
	};
	const {
		title,
		summary,
		purpose,
		known = {},
	} = data as Record<string, unknown> & { known?: Record<string, { text: string } | undefined> };
	take(title, ['title']);
	take(summary, ['summary']);
	take(purpose, ['purpose']);
	for (const [key, claim] of Object.entries(known)) take(claim?.text, ['known', key, 'text']);
	return texts;
}

const normalise = (text: string) => text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');

interface Read<N extends CollectionName> {
	readonly entries: Entry<N>[];
	readonly problems: Problem[];
}

/**
 * Reads one content file.
 *
 * @param file path from the repository's root, for messages and, for a body, the id
 * @param checkBodies whether the Markdown is examined too; a build that has run `granska` need not do it again
 */
export function readContentFile<N extends CollectionName>(
	name: N,
	file: string,
	source: string,
	{ checkBodies = true } = {},
): Read<N> {
	const { form, schema } = COLLECTIONS[name];
	const text = normalise(source);
	const read = form === 'body' ? readBodyFile() : readListFile();
	read.problems.push(...findPersonalData(file, text));
	return read;

	function parse(value: unknown, base: Path, yaml: Yaml): { data?: DataOf<N>; problems: Problem[] } {
		const result = (schema as z.ZodType).safeParse(value);
		return result.success
			? { data: result.data as DataOf<N>, problems: [] }
			: { problems: issuesToProblems(file, result.error.issues, base, yaml) };
	}

	function readBodyFile(): Read<N> {
		const id = fileName(file);
		const problems = id.startsWith('_') ? [] : checkFileName(file, id);
		const parts = splitFrontmatter(text);
		if (!parts) {
			const message =
				'Filen saknar formulär. Den ska börja med en rad ---, sedan fälten, sedan en rad --- och därefter texten.';
			return { entries: [], problems: [...problems, { file, line: 1, message }] };
		}
		const yaml = readYaml(parts.yaml, 2);
		problems.push(...yaml.problems.map((problem) => ({ file, ...problem })));
		let data: DataOf<N> | undefined;
		if (yaml.problems.length === 0) {
			const parsed = parse(yaml.value, [], yaml);
			data = parsed.data;
			problems.push(...parsed.problems);
		}
		if (data && !(data as { draft: boolean }).draft) problems.push(...findUnfinished(file, text));
		if (checkBodies) {
			const { problems: faults, tree } = checkBody(name, file, parts.body, parts.bodyLine);
			problems.push(...faults);
			if (data) problems.push(...checkPassages(data, yaml, tree && { tree, firstLine: parts.bodyLine }));
		}
		return { entries: data ? [{ id, file, data }] : [], problems };
	}

	/** Asks for the passages' places only when there is something to say of them. */
	function checkPassages(data: object, yaml: Yaml, body: Parameters<typeof checkLanguage>[2]): Problem[] {
		const nowhere = { locate: () => ({ line: 1, column: 1 }) };
		return checkLanguage(file, passagesOf(data, nowhere), body).length === 0
			? []
			: checkLanguage(file, passagesOf(data, yaml), body);
	}

	function readListFile(): Read<N> {
		const yaml = readYaml(text, 1);
		const problems: Problem[] = yaml.problems.map((problem) => ({ file, ...problem }));
		const entries: Entry<N>[] = [];
		if (problems.length > 0) return { entries, problems };
		// A file with nothing but comments is a list that is empty so far.
		const items = yaml.value ?? [];
		if (!Array.isArray(items)) {
			problems.push({ file, line: 1, message: 'Filen ska vara en lista där varje post börjar med ”- id:”.' });
			return { entries, problems };
		}
		items.forEach((item: unknown, index) => {
			const parsed = parse(item, [index], yaml);
			problems.push(...parsed.problems);
			if (parsed.data) entries.push({ id: (parsed.data as { id: string }).id, file, index, data: parsed.data });
		});
		return { entries, problems };
	}
}

/**
 * Where a field stands in a file that has been read before. For problems found when all files are seen together:
 * only then is the position worked out.
 */
export function locateField(source: string, form: 'body' | 'list', path: Path): { line: number; column: number } {
	const text = normalise(source);
	const parts = form === 'body' ? splitFrontmatter(text) : { yaml: text };
	return readWithPlaces(parts?.yaml ?? '', form === 'body' ? 2 : 1).locate(path);
}
