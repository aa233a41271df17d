/** The shape of a JSON Schema as lines, one for each thing a program can rely on: `examples[].title: string`. */
interface Schema {
	readonly type?: string;
	readonly const?: unknown;
	readonly enum?: readonly unknown[];
	readonly properties?: Readonly<Record<string, Schema>>;
	readonly required?: readonly string[];
	readonly items?: Schema;
	readonly oneOf?: readonly Schema[];
	readonly anyOf?: readonly Schema[];
}

export function shapeOf(schema: object, path = ''): string[] {
	const { type, const: constant, enum: values, properties, required = [], items, oneOf, anyOf } = schema as Schema;
	const variants = oneOf ?? anyOf;
	if (variants) return [...new Set(variants.flatMap((variant) => shapeOf(variant, path)))];
	if (properties)
		return Object.entries(properties).flatMap(([key, value]) =>
			shapeOf(value, `${path}.${key}${required.includes(key) ? '' : '?'}`),
		);
	if (items) return shapeOf(items, `${path}[]`);
	// The version is what we compare, not part of the shape.
	if (path === '.version') return [];
	const allowed = constant !== undefined ? [constant] : values;
	return allowed ? allowed.map((value) => `${path}: ${JSON.stringify(value)}`) : [`${path}: ${type ?? 'any'}`];
}
