/**
 * What is mechanical about a file: spaces, the order of the fields, quotation marks, the form of dates. `check…` says
 * where it is untidy, `tidy` puts it right and changes nothing else. Pure: text in, text out.
 */
import type { Nodes } from 'mdast';
import { isMap, isScalar, isSeq, type Pair, parseDocument, type Scalar } from 'yaml';
import { parseBody } from './body.ts';
import { SCHEMAS } from './collections.ts';
import { type CollectionName, PLACES } from './places.ts';
import type { Problem } from './problem.ts';
import { normalise, splitFrontmatter } from './form.ts';

const NO_BREAK_SPACE = /[\u00A0\u202F]/;

/** Two spaces before a line that goes on are a line break in Markdown, and meant. */
const isLineBreak = (line: string, next: string | undefined) => /\S {2,}$/.test(line) && Boolean(next?.trim());

/** Spaces at the end of a line, and no-break spaces: the first of each line. */
export function checkSpaces(file: string, text: string): Problem[] {
	if (!/[ \t]$/m.test(text) && !NO_BREAK_SPACE.test(text)) return [];
	const lines = text.split('\n');
	return lines.flatMap((line, index) => {
		const problems: Problem[] = [];
		const hard = line.search(NO_BREAK_SPACE);
		if (hard !== -1)
			problems.push({
				code: 'TP110',
				file,
				line: index + 1,
				column: hard + 1,
				message: 'Här står ett hårt mellanslag. Byt det mot ett vanligt.',
			});
		const end = line.search(/[ \t]+$/);
		if (end !== -1 && !isLineBreak(line, lines[index + 1]))
			problems.push({
				code: 'TP109',
				file,
				line: index + 1,
				column: end + 1,
				message: 'Raden slutar med mellanslag. Ta bort dem.',
			});
		return problems;
	});
}

/** The fields of a file in the order that the schema has them. */
const fieldsOf = (name: CollectionName): string[] => Object.keys((SCHEMAS[name] as unknown as { shape: object }).shape);

/** The first field that stands after one that it should come before. */
export function checkOrder(
	file: string,
	name: CollectionName,
	value: unknown,
	locate: (path: readonly string[]) => { line: number; column: number },
): Problem[] {
	if (typeof value !== 'object' || value === null) return [];
	const order = fieldsOf(name);
	let last = '';
	for (const field of Object.keys(value).filter((key) => order.includes(key))) {
		if (order.indexOf(field) < order.indexOf(last))
			return [
				{
					code: 'TP318',
					file,
					...locate([field]),
					field,
					message: `Fältet ”${field}” ska stå före ”${last}”. Ordningen är den i mallen.`,
				},
			];
		last = field;
	}
	return [];
}

/** A stretch of the text and what it becomes. */
type Edit = readonly [start: number, end: number, text: string];

function apply(text: string, edits: readonly Edit[]): string {
	return [...edits]
		.sort((a, b) => b[0] - a[0])
		.reduce((whole, [start, end, to]) => whole.slice(0, start) + to + whole.slice(end), text);
}

/** Swedish marks, and one space where there are more. An escape before a mark goes with it: the new mark needs none. */
const mendProse = (text: string) =>
	text
		.replace(/\\?["“„«»]|&quot;|&ldquo;|&bdquo;|&laquo;|&raquo;/g, '”')
		.replace(/(?<=\S)\\?'(?=\S)|(?<=\s)\\?'/g, '’')
		.replace(/(?<=[^\s>]) {2,}(?=\S)/g, ' ');

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];

/** A day in another form as an ISO day. Undefined when it could mean two days: 3/4 2026. */
export function toDay(text: string): string | undefined {
	const written = /^(\d{1,2}) ([a-zå]{3})[a-z.]* (\d{4})$/i.exec(text);
	const plain = /^(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})$/.exec(text);
	const slashed = /^(\d{1,2})\/(\d{1,2})[ -](\d{4})$/.exec(text);
	let parts: readonly [year: string, month: number, day: number] | undefined;
	if (written)
		parts = [written[3] as string, MONTHS.indexOf((written[2] as string).toLowerCase()) + 1, Number(written[1])];
	else if (plain && (plain[2] !== '' || text.length === 8))
		parts = [plain[1] as string, Number(plain[3]), Number(plain[4])];
	else if (slashed && Number(slashed[1]) > 12) parts = [slashed[3] as string, Number(slashed[2]), Number(slashed[1])];
	if (!parts) return undefined;
	const [year, month, day] = parts;
	const iso = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
	const date = new Date(`${iso}T00:00:00Z`);
	return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : undefined;
}

const DAYS = new Set(['published', 'reviewed', 'date', 'retrieved', 'checked']);
const PROSE = new Set(['title', 'summary', 'purpose', 'text']);

/** Edits to the values of a form: dates, and the running texts. */
function mendValues(yaml: string): Edit[] {
	const edits: Edit[] = [];
	const visit = (node: unknown, key: string): void => {
		if (isMap(node))
			for (const { key: inner, value } of node.items as Pair[])
				visit(value, isScalar(inner) ? String(inner.value) : '');
		else if (isSeq(node)) for (const item of node.items) visit(item, key);
		else if (isScalar(node) && node.range) mendScalar(node, key, node.range);
	};
	const mendScalar = (node: Scalar, key: string, [start, end]: readonly [number, number, number]) => {
		const written = yaml.slice(start, end);
		if (DAYS.has(key)) {
			const day = toDay(String(node.value));
			if (day && day !== String(node.value)) edits.push([start, end, day]);
		} else if (PROSE.has(key) && typeof node.value === 'string') {
			const quote = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE' ? 1 : 0;
			const inner = written.slice(quote, written.length - quote);
			// In single quotes an apostrophe is written twice.
			const mended = mendProse(node.type === 'QUOTE_SINGLE' ? inner.replaceAll("''", '’') : inner);
			if (mended !== inner) edits.push([start + quote, end - quote, mended]);
		}
	};
	const document = parseDocument(yaml, { prettyErrors: false, logLevel: 'silent' });
	if (document.errors.length === 0) visit(document.contents, '');
	return edits;
}

/** The form with its fields in the schema's order, each with the comments above it. As it was if a field is unknown. */
function sortFields(yaml: string, name: CollectionName): string {
	const document = parseDocument(yaml, { prettyErrors: false, logLevel: 'silent' });
	if (document.errors.length > 0 || !isMap(document.contents) || document.contents.flow) return yaml;
	const order = fieldsOf(name);
	const keys = document.contents.items.map(({ key }) => (isScalar(key) ? String(key.value) : ''));
	if (keys.some((key) => !order.includes(key))) return yaml;
	const lines = yaml.split('\n');
	const end = lines.at(-1) === '' ? lines.length - 1 : lines.length;
	const starts = document.contents.items.map(({ key }) => {
		let line = yaml.slice(0, (key as Scalar).range?.[0]).split('\n').length - 1;
		while (line > 0 && /^#/.test(lines[line - 1] as string)) line -= 1;
		return line;
	});
	const parts = keys.map((key, index) => ({ key, text: lines.slice(starts[index], starts[index + 1] ?? end) }));
	const sorted = [...parts].sort((a, b) => order.indexOf(a.key) - order.indexOf(b.key));
	return [...lines.slice(0, starts[0]), ...sorted.flatMap(({ text }) => text), ...lines.slice(end)].join('\n');
}

/** Edits to the running text of a body. Code, links' addresses and components are left alone. */
function mendText(body: string): Edit[] {
	const edits: Edit[] = [];
	const visit = (node: Nodes): void => {
		if (node.type === 'text') {
			const [start, end] = [node.position?.start.offset, node.position?.end.offset];
			if (start === undefined || end === undefined) return;
			const written = body.slice(start, end);
			// What comes before decides whether spaces and apostrophes first in the node stand between words.
			const before = start > 0 ? (body[start - 1] as string) : '\n';
			const mended = mendProse(before + written).slice(mendProse(before).length);
			if (mended !== written) edits.push([start, end, mended]);
		} else if ('children' in node) for (const child of node.children) visit(child);
	};
	try {
		visit(parseBody(body));
	} catch {
		return [];
	}
	return edits;
}

function mendSpaces(text: string): string {
	const lines = text.replace(new RegExp(NO_BREAK_SPACE, 'g'), ' ').split('\n');
	return lines
		.map((line, index) => (isLineBreak(line, lines[index + 1]) ? line : line.replace(/[ \t]+$/, '')))
		.join('\n');
}

/** A content file with what is mechanical put right. */
export function tidy(name: CollectionName, source: string): string {
	const text = mendSpaces(normalise(source));
	if (PLACES[name].form === 'list') return apply(text, mendValues(text));
	const parts = splitFrontmatter(text);
	if (!parts) return text;
	const { yaml, body } = parts;
	const start = text.indexOf('\n') + 1;
	const form = sortFields(apply(yaml, mendValues(yaml)), name);
	const between = text.slice(start + yaml.length, text.length - body.length);
	return text.slice(0, start) + form + between + apply(body, mendText(body));
}
