/**
 * Content files made from what an author has said. The template that authors copy by hand is also what the commands
 * fill in, so its explanations stand in one place.
 */
import { Document, isSeq, visit } from 'yaml';
import { splitFrontmatter } from '../catalogue/form.ts';
import { TODO } from '../catalogue/unfinished.ts';

/** YAML as the catalogue's files have it: no folding, lists of words on one line. */
export function toYaml(value: unknown): string {
	const document = new Document(value);
	visit(document, {
		Seq(_, list) {
			if (isSeq(list) && list.items.every((item) => !item || typeof item !== 'object' || !('items' in item)))
				list.flow = true;
		},
	});
	return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

/** A field of the template: the comments above it and its lines. */
interface Field {
	readonly name: string;
	readonly comments: readonly string[];
	readonly lines: readonly string[];
}

function fieldsOf(yaml: string): Field[] {
	const fields: { name: string; comments: string[]; lines: string[] }[] = [];
	let comments: string[] = [];
	for (const line of yaml.split('\n')) {
		const name = /^(\w+):/.exec(line)?.[1];
		if (line.startsWith('#')) comments.push(line);
		else if (name) {
			fields.push({ name, comments, lines: [line] });
			comments = [];
		} else if (line.trim() === '') comments = [];
		else fields.at(-1)?.lines.push(line);
	}
	return fields;
}

export interface Filling {
	/** What the file begins with, as comments: where it comes from, what remains. */
	readonly intro: readonly string[];
	/** The form's values. A field without a value stands in the file as an explained comment. */
	readonly values: Readonly<Record<string, unknown>>;
	/** What remains to be done with a field. */
	readonly todo?: Readonly<Record<string, string>>;
	/** Text below a heading, instead of the template's advice. */
	readonly sections?: Readonly<Record<string, string>>;
}

/** The template filled in: a content file that is valid and tells in comments what each field is for. */
export function fillTemplate(template: string, { intro, values, todo = {}, sections = {} }: Filling): string {
	const parts = splitFrontmatter(template);
	if (!parts) throw new Error('Mallen content/exempel/_mall.mdx saknar formulär.');
	const form = fieldsOf(parts.yaml).flatMap(({ name, comments, lines }) => [
		...comments,
		...(todo[name] ? [`# ${TODO}: ${todo[name]}`] : []),
		...(values[name] === undefined ? lines.map((line) => `# ${line}`) : [toYaml({ [name]: values[name] }).trimEnd()]),
	]);
	const body = parts.body.replace(
		/^(## (.+)\n\n)([\s\S]*?)(?=\n*(?:\n## |$(?![\s\S])))/gm,
		(whole, heading: string, title: string) => (sections[title] ? heading + sections[title] : whole),
	);
	return `---\n${[...intro.map((line) => `# ${line}`), ...form].join('\n')}\n---\n${body}`;
}
