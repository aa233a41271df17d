/** HTML validity of every built page, by html-validate's own rules. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HtmlValidate } from 'html-validate';
import { pages } from '../support/site.ts';

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

test('every page is valid HTML', async () => {
	const errors: string[] = [];
	for (const { path, html } of pages) {
		const report = await validator.validateString(html, path);
		for (const { messages } of report.results)
			for (const message of messages)
				if (message.severity === 2) errors.push(`${path}:${message.line} ${message.ruleId}: ${message.message}`);
	}
	assert.deepEqual([...new Set(errors)].slice(0, 20), []);
});
