/**
 * From the text of one content file to validated entries or problems with line and column. Pure: the caller hands in
 * the text. Everything wrong in a file is told at once, in Swedish, whether it is YAML, a field or the body.
 */
import { CORE_SCHEMA, load } from 'js-yaml';
import { isMap, isScalar, LineCounter, type Node, type Pair, parseDocument, visit, type YAMLError } from 'yaml';
import type { z } from 'zod';
import { toSlug } from '../swedish.ts';
import { checkBody, type InternalLink } from './body.ts';
import { type DataOf, type Entry, SCHEMAS } from './collections.ts';
import { type CollectionName, PLACES } from './places.ts';
import { normalise, splitFrontmatter } from './form.ts';
import { checkOrder, checkSpaces } from './tidy.ts';
import { GARBLED, HIDDEN, hiddenMessage } from './hidden.ts';
import { codeOfIssue } from './issues.ts';
import { findPersonalData } from './personal-data.ts';
import { checkLanguage } from './language.ts';
import type { Code } from './faults.ts';
import type { Problem } from './problem.ts';
import { SLUG, SLUG_MAX } from './schema.ts';
import { findUnfinished } from './unfinished.ts';

type Path = readonly PropertyKey[];

const TOO_DEEP = 'Formuläret har för många nivåer. Fälten och deras plats finns i content/exempel/_mall.mdx.';

/** What the YAML library's codes mean to an editor. */
const YAML_HINTS: Record<string, readonly [Code, string]> = {
	BAD_ALIAS: ['TP202', 'Tecknen * och & först i ett värde betyder något i YAML. Sätt värdet inom citattecken.'],
	BAD_INDENT: ['TP203', 'Indraget stämmer inte. Använd två mellanslag för varje nivå, lika långt för syskon.'],
	BAD_SCALAR_START: ['TP204', 'Värdet börjar med ett tecken som YAML läser som kod. Sätt värdet inom citattecken.'],
	BLOCK_AS_IMPLICIT_KEY: [
		'TP205',
		'Värdet innehåller ett kolon eller står på fel nivå. Sätt värdet inom citattecken eller rätta indraget.',
	],
	DUPLICATE_KEY: ['TP206', 'Fältet står två gånger. Ta bort det ena.'],
	MISSING_CHAR: ['TP207', 'Ett tecken saknas, troligen ett kolon, ett citattecken eller en hakparentes.'],
	RESOURCE_EXHAUSTION: ['TP210', TOO_DEEP],
	TAB_AS_INDENT: ['TP208', 'Raden är indragen med tabb. Använd mellanslag.'],
};
const YAML_FALLBACK = [
	'TP201',
	'Formuläret går inte att läsa. Kontrollera kolon, citattecken, hakparenteser och indrag på raden.',
] as const;
const [ALIAS, ALIAS_HINT] = YAML_HINTS['BAD_ALIAS'] as readonly [Code, string];
const TAG_HINT =
	'Utropstecken först i ett värde betyder något i YAML. Ta bort märkningen, eller sätt värdet inom citattecken.';

/** Larger than any text or list that people write: what is above has come from somewhere else. */
const SIZE_MAX = { body: 50_000, list: 20_000_000 } as const;
/** The longest web addresses are shorter. */
const WORD_MAX = 2000;

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
	const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, strict: true, logLevel: 'error' });
	const at = (offset: number) => {
		const { line, col } = lines.linePos(offset);
		return { line: line + firstLine - 1, column: col };
	};
	const faults = document.errors.map((error: YAMLError): Omit<Problem, 'file'> => {
		// A list that is not closed goes on until a line that cannot belong to it.
		const open = /end with a [\]}]/.test(error.message);
		const [code, message] = YAML_HINTS[open ? 'MISSING_CHAR' : error.code] ?? YAML_FALLBACK;
		return { code, ...at(error.pos[0]), message };
	});
	// A line that does not hold together gives several answers; the first is nearest the cause.
	const problems = faults.filter(({ line }, index) => faults.findIndex((other) => other.line === line) === index);
	// No aliases: a form has no use for them, and they are how a small file becomes a huge one. No tags: they make values
	// of other kinds. Most files have neither sign and need not be walked through.
	if (problems.length === 0 && /[!&*]/.test(text))
		visit(document, {
			Alias: (_, node) => {
				problems.push({ code: ALIAS, ...at(node.range?.[0] ?? 0), message: ALIAS_HINT });
				return visit.BREAK;
			},
			Value: (_, node) => {
				const place = at(node.range?.[0] ?? 0);
				if (node.anchor) {
					problems.push({ code: ALIAS, ...place, message: ALIAS_HINT });
					return visit.BREAK;
				}
				if (node.tag && node.tag !== '!') problems.push({ code: 'TP209', ...place, message: TAG_HINT });
				return undefined;
			},
		});
	let value: unknown;
	if (problems.length === 0)
		try {
			value = document.toJS({ maxAliasCount: 0 });
		} catch {
			problems.push({ code: 'TP210', line: firstLine, column: 1, message: TOO_DEEP });
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

/** What stands at a path in a value. */
const valueAt = (value: unknown, path: Path): unknown =>
	path.reduce<unknown>((inner, step) => (inner as Record<PropertyKey, unknown> | undefined)?.[step], value);

function issuesToProblems(
	file: string,
	value: unknown,
	issues: readonly z.core.$ZodIssue[],
	base: Path,
	yaml: Yaml,
): Problem[] {
	return issues.map((issue) => {
		const path = [...base, ...issue.path];
		const at = issue.code === 'unrecognized_keys' ? [...path, issue.keys[0] as string] : path;
		const field = issue.path.length > 0 ? issue.path.map(String).join('.') : undefined;
		const code = codeOfIssue(issue, valueAt(value, issue.path));
		return { code, file, ...yaml.locate(at), field, message: issue.message };
	});
}

/** The name must be the address; a folded name is proposed. */
function checkFileName(file: string, id: string): Problem[] {
	if (SLUG.test(id) && id.length <= SLUG_MAX) return [];
	const proposal = toSlug(id).slice(0, SLUG_MAX).replace(/-$/, '');
	return [
		{
			code: 'TP101',
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

/** A file that is too much to read is told of, not read. */
function checkSize(file: string, text: string, form: 'body' | 'list'): Problem | undefined {
	const most = SIZE_MAX[form];
	if (text.length > most)
		return {
			code: 'TP104',
			file,
			message: `Filen har ${text.length} tecken, och högst ${most} går att läsa. Korta texten eller dela filen.`,
		};
	const line = text
		.split('\n')
		.findIndex((row) => row.length > WORD_MAX && new RegExp(`\\S{${WORD_MAX + 1}}`).test(row));
	return line === -1
		? undefined
		: {
				code: 'TP104',
				file,
				line: line + 1,
				message: `Här står mer än ${WORD_MAX} tecken utan mellanslag. Ta bort det som inte är text.`,
			};
}

/** Characters that are not seen, and those that another encoding has garbled. The first of each line. */
function findHidden(file: string, text: string): Problem[] {
	if (!HIDDEN.test(text) && !GARBLED.test(text)) return [];
	return text.split('\n').flatMap((row, index): Problem[] => {
		const hidden = HIDDEN.exec(row);
		const garbled = GARBLED.exec(row);
		const at = (match: RegExpExecArray) => ({ file, line: index + 1, column: match.index + 1 });
		if (hidden) return [{ code: 'TP106', ...at(hidden), message: hiddenMessage(hidden[0]) }];
		if (!garbled) return [];
		return [
			{
				code: 'TP105',
				...at(garbled),
				message: 'Tecknen har gått sönder, troligen å, ä eller ö. Spara filen som UTF-8 och rätta dem.',
			},
		];
	});
}

/** Hidden characters that YAML makes of an escape, as in "\u202e". */
function findEscaped(file: string, text: string, value: unknown, yaml: Yaml, path: Path = []): Problem[] {
	if (typeof value === 'string') {
		const hidden = HIDDEN.exec(value);
		if (!hidden || text.includes(hidden[0])) return [];
		const field = path.map(String).join('.');
		return [{ code: 'TP106', file, ...yaml.locate(path), field, message: hiddenMessage(hidden[0]) }];
	}
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, inner]) =>
		findEscaped(file, text, inner, yaml, [...path, Array.isArray(value) ? Number(key) : key]),
	);
}

interface Read<N extends CollectionName> {
	readonly entries: Entry<N>[];
	readonly problems: Problem[];
	/** The body's links to other pages of the site. */
	readonly links?: readonly InternalLink[];
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
	const { form } = PLACES[name];
	const text = normalise(source);
	const excess = checkSize(file, text, form);
	if (excess) return { entries: [], problems: [excess] };
	const read = form === 'body' ? readBodyFile() : readListFile();
	read.problems.push(...findPersonalData(file, text), ...findHidden(file, text), ...checkSpaces(file, text));
	return read;

	function parse(value: unknown, base: Path, yaml: Yaml): { data?: DataOf<N>; problems: Problem[] } {
		const result = (SCHEMAS[name] as z.ZodType).safeParse(value);
		return result.success
			? { data: result.data as DataOf<N>, problems: [] }
			: { problems: issuesToProblems(file, value, result.error.issues, base, yaml) };
	}

	function readBodyFile(): Read<N> {
		const id = fileName(file);
		let links: readonly InternalLink[] = [];
		const problems = id.startsWith('_') ? [] : checkFileName(file, id);
		const parts = splitFrontmatter(text);
		if (!parts) {
			const message =
				'Filen saknar formulär. Den ska börja med en rad ---, sedan fälten, sedan en rad --- och därefter texten.';
			return { entries: [], problems: [...problems, { code: 'TP103', file, line: 1, message }] };
		}
		const yaml = readYaml(parts.yaml, 2);
		problems.push(...yaml.problems.map((problem) => ({ file, ...problem })));
		let data: DataOf<N> | undefined;
		if (yaml.problems.length === 0) {
			const parsed = parse(yaml.value, [], yaml);
			data = parsed.data;
			problems.push(...parsed.problems);
			if (data) problems.push(...checkOrder(file, name, yaml.value, yaml.locate));
			if (parts.yaml.includes('\\')) problems.push(...findEscaped(file, text, yaml.value, yaml));
		}
		if (data && !(data as { draft: boolean }).draft) problems.push(...findUnfinished(file, text));
		if (checkBodies) {
			const { problems: faults, tree, links: found } = checkBody(name, file, parts.body, parts.bodyLine);
			problems.push(...faults);
			links = found;
			if (data) problems.push(...checkPassages(data, yaml, tree && { tree, firstLine: parts.bodyLine }));
		}
		return { entries: data ? [{ id, file, data }] : [], problems, links };
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
			problems.push({
				code: 'TP211',
				file,
				line: 1,
				message: 'Filen ska vara en lista där varje post börjar med ”- id:”.',
			});
			return { entries, problems };
		}
		if (text.includes('\\')) problems.push(...findEscaped(file, text, items, yaml));
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
