/**
 * The content's rules as JSON Schema, for editors that complete and explain fields while an author writes. Made from the
 * schemas that `granska` uses: a field is explained by what it answers to a wrong value, and what refers to other files
 * becomes a choice of what there is.
 */
import { z } from 'zod';
import { type ConceptKind, type Entries, kindOfVocabulary, SCHEMAS } from './collections.ts';
import { type CollectionName, PLACES } from './places.ts';

interface Choice {
	readonly value: string | number;
	readonly label: string;
}

/** Where a field's value is the id of something else: the last names of its path → what there is. */
function choicesOf(entries: Entries): Readonly<Record<string, readonly Choice[]>> {
	const concepts = (kind: ConceptKind) =>
		entries.concepts
			.filter(({ file }) => kindOfVocabulary(file) === kind)
			.map(({ id, data }): Choice => ({ value: id, label: `${data.label}: ${data.definition}` }));
	const municipalities = entries.municipalities.map(({ id, data }): Choice => ({
		value: id,
		label: data.officialName,
	}));
	const points = entries.points
		.map(({ data }): Choice => ({ value: data.number, label: data.title }))
		.sort((a, b) => Number(a.value) - Number(b.value));
	const sources = entries.sources.map(({ id, data }): Choice => ({ value: id, label: data.title }));
	const examples = entries.examples.map(({ id, data }): Choice => ({ value: id, label: data.title }));
	return {
		municipalities,
		municipality: municipalities,
		points,
		grounds: concepts('ground'),
		racism: concepts('racism'),
		audiences: concepts('audience'),
		methods: concepts('method'),
		type: concepts('documentType'),
		sources,
		source: sources,
		examples,
		mergedInto: examples,
	};
}

/** The field that a place in a JSON Schema belongs to: `properties/sources/items/properties/id` is of `sources`. */
const fieldAt = (path: readonly (string | number)[]) =>
	path.filter((step, index) => step !== 'items' && step !== 'properties' && step !== 'id' && index > 0).at(-1);

/** The JSON Schema (draft-07, which editors read) of one collection's form. */
export function toEditorSchema(name: CollectionName, entries: Entries): object {
	const choices = choicesOf(entries);
	const form = z.toJSONSchema(SCHEMAS[name], {
		io: 'input',
		target: 'draft-07',
		unrepresentable: 'any',
		override({ zodSchema, jsonSchema, path }) {
			const hint = z.core.safeParse(zodSchema, Symbol('wrong')).error?.issues[0]?.message;
			if (hint && jsonSchema.description === undefined) jsonSchema.description = hint;
			const last = path.at(-1);
			const options = choices[String(fieldAt(path))];
			const isId =
				last === 'items' || last === 'id' || last === 'source' || (path.length === 2 && last === fieldAt(path));
			if (!options || options.length === 0 || !isId || (jsonSchema.type !== 'string' && jsonSchema.type !== 'integer'))
				return;
			jsonSchema.enum = options.map(({ value }) => value);
			(jsonSchema as { enumDescriptions?: string[] }).enumDescriptions = options.map(({ label }) => label);
		},
	});
	return PLACES[name].form === 'list'
		? { $schema: 'http://json-schema.org/draft-07/schema#', type: 'array', items: form }
		: form;
}
