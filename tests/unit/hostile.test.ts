/** Content is data: what an attacker writes in a body is refused with a message, or comes out as text. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parse } from 'node-html-parser';
import { checkBody } from '../../src/catalogue/body.ts';
import { markdown } from '../../src/markdown.ts';

const renderer = await markdown.createRenderer({ syntaxHighlight: false });

/** Whether anything in the HTML could run or lead astray. */
function dangers(html: string): string[] {
	return parse(html, { comment: true })
		.querySelectorAll('*')
		.flatMap((node) => [
			...(/^(script|style|iframe|object|embed|form|input|base|link|meta|svg|img|video)$/i.test(node.tagName ?? '')
				? [node.outerHTML]
				: []),
			...Object.entries(node.attributes).flatMap(([name, value]) =>
				/^on/i.test(name) || (/^(href|src|action)$/i.test(name) && !/^(https?:\/\/|mailto:|\/(?!\/)|#)/i.test(value))
					? [`${name}=${value}`]
					: [],
			),
		]);
}

const HOSTILE: readonly (readonly [what: string, body: string])[] = [
	['a script', '<script>alert(1)</script>'],
	['a script in capitals', '<SCRIPT>alert(1)</SCRIPT>'],
	['a script in a sentence', 'Text <script>alert(1)</script> text'],
	['a script in a comment of braces', '{/* <script>alert(1)</script> */}'],
	['a script in a string of braces', "{'<script>alert(1)</script>'}"],
	['a script in a fence that one parser sees and the other does not', '    ```\n<script>alert(1)</script>\n    ```'],
	['a script in an indented block', '    <script>alert(1)</script>'],
	['a script in a list', '- a\n\n      <script>alert(1)</script>'],
	['a script in a quotation', '> <script>alert(1)</script>'],
	['a script in a table', '| a |\n| - |\n| <script>alert(1)</script> |'],
	['a script in a footnote', 'a[^1]\n\n[^1]: <script>alert(1)</script>'],
	['a script in a heading', '## <script>alert(1)</script>'],
	['a script after an escape', '\\\\<script>alert(1)</script>'],
	['a script in a comment of HTML', '<!-- --><script>alert(1)</script>'],
	['a script in a declaration', '<!DOCTYPE html><script>alert(1)</script>'],
	['a script in CDATA', '<![CDATA[<script>alert(1)</script>]]>'],
	['a script after a processing instruction', '<?x ?><script>alert(1)</script>'],
	['a script between entities', '&lt;script&gt;alert(1)&lt;/script&gt;'],
	['a script in code', '`<script>alert(1)</script>`'],
	['a script in a fence', '```\n<script>alert(1)</script>\n```'],
	['a fence with HTML for a language', '```"><script>alert(1)</script>\nx\n```'],
	['an image with a handler', '<img src="x" onerror="alert(1)" />'],
	['an image that is fetched from elsewhere', '![x](https://ond.example/x.png)'],
	['an image out of a reference', '![x][y]\n\n[y]: https://ond.example/x.png'],
	['a component with a handler', '<Note onclick="alert(1)" title="x">y</Note>'],
	['a component with a style', '<Note style="position:fixed">y</Note>'],
	['a component with code', '<Note title={process.exit(1)}>y</Note>'],
	['a component with everything', '<Note {...globalThis}>y</Note>'],
	['a component out of another', '<Note.constructor>y</Note.constructor>'],
	['an import', "import x from 'node:fs'"],
	['an export', 'export const x = 1'],
	['an import after text', "text\n\nimport x from 'node:fs'"],
	['code in braces', '{process.exit(1)}'],
	['code in braces in a link', '[x]({process.exit(1)})'],
	['a link that runs code', '[x](javascript:alert(1))'],
	['a link that runs code, in capitals', '[x](JaVaScRiPt:alert(1))'],
	['a link that runs code, with entities', '[x](&#x6A;avascript:alert(1))'],
	['a link that runs code, with a line break', '[x](java&#10;script:alert(1))'],
	['a link that runs code, with a tab', '[x](java\tscript:alert(1))'],
	['a link that runs code, after a control', '[x](\u0001javascript:alert(1))'],
	['a link that runs code, in angles', '[x](<javascript:alert(1)>)'],
	['a link that runs code, by reference', '[x][y]\n\n[y]: javascript:alert(1)'],
	['a link that runs code, by itself', '<javascript:alert(1)>'],
	['a link that runs VBScript', '[x](vbscript:alert(1))'],
	['a link to a page in a data address', '[x](data:text/html,<script>alert(1)</script>)'],
	['a link to a file', '[x](file:///etc/passwd)'],
	['a link without a scheme', '[x](//ond.example/)'],
	['a link with a backslash', '[x](/\\ond.example/)'],
	['a link out of the folder', '[x](../../../etc/passwd)'],
	['a title that breaks out', '[x](https://x.se/ "a\\" onmouseover=\\"alert(1)")'],
	['an address that breaks out', '[x](https://x.se/"onmouseover="alert(1))'],
];

describe('a hostile body is refused, or comes out as text', () => {
	for (const [what, hostile] of HOSTILE)
		test(what, async () => {
			const body = `\n## Vad som gjordes\n\n${hostile}\n\nText.\n`;
			const { problems } = checkBody('examples', 'a.mdx', body, 1);
			const html = await renderer.render(body, { frontmatter: {} }).then(
				({ code }) => code,
				() => undefined,
			);
			if (problems.length === 0) assert.notEqual(html, undefined, 'let through by the check, but it cannot be shown');
			// Nothing that runs gets past the last gate, whatever the check said; addresses are the check's own.
			if (html !== undefined)
				assert.deepEqual(
					dangers(html).filter((danger) => /^<script|^on/i.test(danger)),
					[],
				);
			if (problems.length === 0) assert.deepEqual(dangers(html ?? ''), []);
		});
});

test('the check itself refuses what would run', () => {
	const passed = HOSTILE.filter(
		([, hostile]) => checkBody('examples', 'a.mdx', `## Vad som gjordes\n\n${hostile}\n`, 1).problems.length === 0,
	).map(([what]) => what);
	assert.deepEqual(passed, [
		'a script between entities',
		'a script in code',
		'a script in a fence',
		'a fence with HTML for a language',
		'a link that runs code, with a tab',
		'a link that runs code, after a control',
		'a title that breaks out',
		'an address that breaks out',
	]);
});
