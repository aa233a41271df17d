/**
 * The form's fields, read from the schema: a new field that carries its label there stands in the form with no more
 * work. What has no label is the editors' own.
 */
import type { z } from 'zod';
import { exampleSchema, FORM, type FormField, sourceSchema } from '../catalogue/schema.ts';

export type Control =
	| { readonly kind: 'text' }
	| { readonly kind: 'number' }
	| { readonly kind: 'flag' }
	| { readonly kind: 'choice'; readonly values: readonly string[] }
	/** A list of ids, or of whatever the ids stand for. */
	| { readonly kind: 'list' }
	| { readonly kind: 'group'; readonly fields: readonly Field[] }
	/** As many groups as the author wants. */
	| { readonly kind: 'rows'; readonly fields: readonly Field[] };

export interface Field extends FormField {
	readonly name: string;
	readonly required: boolean;
	readonly control: Control;
}

/** The parts of a schema's definition that this module reads. */
interface Definition {
	readonly type: string;
	readonly innerType?: z.ZodType;
	readonly element?: z.ZodType;
	readonly out?: z.ZodType;
	readonly entries?: Readonly<Record<string, string>>;
	readonly shape?: Readonly<Record<string, z.ZodType>>;
}

const definitionOf = (schema: z.ZodType) => schema.def as unknown as Definition;

function controlOf(schema: z.ZodType): Control {
	const { type, innerType, element, out, entries, shape } = definitionOf(schema);
	switch (type) {
		case 'optional':
		case 'default':
			return controlOf(innerType as z.ZodType);
		case 'pipe':
			return controlOf(out as z.ZodType);
		case 'number':
			return { kind: 'number' };
		case 'boolean':
			return { kind: 'flag' };
		case 'enum':
			return { kind: 'choice', values: Object.values(entries ?? {}) };
		case 'object':
			return { kind: 'group', fields: fieldsOf(shape ?? {}) };
		case 'array': {
			const inner = controlOf(element as z.ZodType);
			return inner.kind === 'group' ? { kind: 'rows', fields: inner.fields } : { kind: 'list' };
		}
		default:
			return { kind: 'text' };
	}
}

function fieldsOf(shape: Readonly<Record<string, z.ZodType>>): Field[] {
	return Object.entries(shape).flatMap(([name, schema]): Field[] => {
		const form = FORM.get(schema);
		const required = !['optional', 'default'].includes(definitionOf(schema).type);
		return form ? [{ ...form, name, required, control: controlOf(schema) }] : [];
	});
}

/** What an author fills in of a source that the catalogue does not have. */
const SOURCE_FIELDS = fieldsOf(sourceSchema.shape).sort((a, b) => Number(b.name === 'url') - Number(a.name === 'url'));

/** Every field of the form, in the file's order. A source is described in the same row as what it supports. */
export const FIELDS: readonly Field[] = fieldsOf(exampleSchema.shape).map((field) =>
	field.name === 'sources' && field.control.kind === 'rows'
		? { ...field, control: { kind: 'rows', fields: [...SOURCE_FIELDS, ...field.control.fields] } }
		: field,
);
