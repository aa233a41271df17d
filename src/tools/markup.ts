/** HTML validity by html-validate's own rules. */
import { HtmlValidate } from 'html-validate';

const validator = new HtmlValidate({
	extends: ['html-validate:recommended', 'html-validate:document'],
	rules: {
		// Layout of the source is the build's business, not the reader's.
		'no-trailing-whitespace': 'off',
		'no-inline-style': 'error',
		// Astro writes void elements and attributes in its own valid ways.
		'void-style': 'off',
		'attribute-boolean-style': 'off',
		'attribute-empty-style': 'off',
		'doctype-style': 'off',
		'attr-quotes': 'off',
		// Long titles are the price of naming both the example and the municipality.
		'long-title': 'off',
		// A list keeps its role where the style takes away its bullets.
		'no-redundant-role': 'off',
		// The one inline script is listed by its hash.
		'require-sri': 'off',
	},
});

/** What is wrong with the HTML of a page, one line each. */
export async function markupErrors(path: string, html: string): Promise<string[]> {
	const { results } = await validator.validateString(html, path);
	return results.flatMap(({ messages }) =>
		messages
			.filter(({ severity }) => severity === 2)
			.map(({ line, ruleId, message }) => `${path}:${line} ${ruleId}: ${message}`),
	);
}
