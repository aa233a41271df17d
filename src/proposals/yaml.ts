/** Plain values as YAML. A text that could mean something else to YAML is quoted, which JSON's way of writing does. */

/** A text of letters that no reader of YAML takes for anything but text. */
const PLAIN = /^(?!(?:true|false|null|yes|no|on|off|y|n)$)[a-zåäöé][\wåäöéÅÄÖ ()/.,–-]*(?<![ ,])$/i;
const WORD = /^(?!(?:true|false|null|yes|no|on|off|y|n)$)[a-z][a-z0-9-]*$/;

const scalar = (value: unknown, plain: RegExp) =>
	typeof value === 'string' && plain.test(value) ? value : JSON.stringify(value);

const isBlock = (value: unknown): value is object =>
	typeof value === 'object' && value !== null && !(Array.isArray(value) && value.every((item) => !isBlock(item)));

/** A map or a list of maps, as the catalogue's files have them: lists of words on one line. */
export function toYaml(value: object, indent = ''): string {
	if (Array.isArray(value))
		return value.map((item) => `${indent}- ${toYaml(item as object, `${indent}  `).slice(indent.length + 2)}`).join('');
	return Object.entries(value)
		.map(([key, item]) => {
			if (isBlock(item)) return `${indent}${key}:\n${toYaml(item, `${indent}  `)}`;
			if (Array.isArray(item)) return `${indent}${key}: [${item.map((one) => scalar(one, WORD)).join(', ')}]\n`;
			return `${indent}${key}: ${scalar(item, PLAIN)}\n`;
		})
		.join('');
}
