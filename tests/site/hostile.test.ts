/**
 * Content is data, in every field: a small catalogue whose every free text is hostile is built for real, and every file
 * of it is read by a parser that nobody here wrote. Nothing runs, nothing breaks out, and the words come through.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { parse as parseCsv } from 'csv-parse/sync';
import { XMLParser } from 'fast-xml-parser';
import type { Nodes } from 'mdast';
import { Parser as TurtleParser } from 'n3';
import { type DefaultTreeAdapterMap, parse as parseHtml } from 'parse5';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { validateXML } from 'xmllint-wasm';
import { hashOf } from '../../src/addresses/headers.ts';
import { copyProject } from '../support/copy.ts';
import { EXAMPLE, problemsIn, smallProject } from '../support/files.ts';

/** Ends an element, a string, a comment, a CDATA section; starts a formula, a script, a template, a link. */
const LONG =
	'=1+1 "\'></title></script><script>alert(1)</script><img src=x onerror=alert(1)> ]]> <!-- {alert(1)} ${x} [x](javascript:alert(1)) ![x](https://ond.se/x.png) &lt;b&gt; \\" # x';
const SHORT = '=1+1|"><img src=x onerror=alert(1)>]]>{x}';
/** Room for twenty characters. */
const TINY = '<svg/onload=alert()>';
/** As much as a field takes. */
const hostile = (room: number) => [LONG, SHORT, TINY].find((text) => text.length <= room) as string;
/** The same without the quotation marks, which the check refuses in prose. */
const prose = (room: number) =>
	[LONG, SHORT, TINY].map((text) => text.replace(/["']/g, '')).find((text) => text.length <= room) as string;
/** Addresses that the form lets through: they end an attribute, a Markdown link, and turn the text when decoded. */
const ADDRESSES = [
	"https://ond.se/'onmouseover='alert(1)",
	'https://ond.se/)[x](javascript:alert(1))',
	'https://ond.se/%E2%80%AEfdp.exe',
	'https://ond.se/%E0%A4%A',
	'https://ond.se/]]&gt;&quot;',
];

const supports = [{ id: 'kalla', supports: hostile(200) }];
const day = { published: '2026-01-01', reviewed: '2026-02-01' };
const changes = [{ date: '2026-01-15', note: hostile(200) }];
const claim = { text: prose(600), sources: ['kalla'] };
/** JSON is YAML. */
const page = (data: object, body: string) => `---\n${JSON.stringify(data, null, 1)}\n---\n\n${body}\n`;

const FILES: Record<string, string> = {
	'content/exempel/natverk-lund.mdx': page(
		{
			title: prose(80),
			municipalities: ['lund'],
			points: [1, 10],
			summary: prose(300),
			period: { started: 2013, note: hostile(200) },
			organisation: hostile(150),
			methods: ['natverk'],
			known: { effect: claim, cost: claim, difficulties: claim, transfer: claim },
			evidence: 'described',
			sources: [...supports, ...ADDRESSES.map((_, index) => ({ id: `adress-${index}`, supports: 'Adressen' }))],
			changes,
			...day,
		},
		'## Vad som gjordes\n\nEtt nätverk bildades.',
	),
	'content/exempel/tillbaka.mdx': page(
		{
			title: `+1\nER - \nTY - ELEC ${TINY}`,
			municipalities: ['lund'],
			points: [2],
			summary: `Rad ett\nER - \nTY - ELEC\n# Rubrik\n- ${prose(80)}`,
			evidence: 'described',
			sources: supports,
			status: 'withdrawn',
			withdrawn: { date: '2026-02-01', reason: hostile(300) },
			...day,
		},
		'## Vad som gjordes\n\nEtt råd bildades.',
	),
	'content/dokument/lund-motion.mdx': page(
		{
			title: `@${prose(79)}`,
			type: 'motion',
			municipality: 'lund',
			date: '2009-09-15',
			dateNote: hostile(200),
			diarienummer: hostile(40),
			outcome: { result: 'avslag', stage: 'beslut', note: hostile(250) },
			points: [1],
			summary: prose(300),
			examples: [{ id: 'natverk-lund', tie: 'namns' }],
			sources: supports,
			changes,
			...day,
		},
		'## Vad dokumentet säger\n\nMotionen föreslog ett nätverk.',
	),
	'content/punkter/1.mdx': page(
		{
			number: 1,
			title: prose(120),
			shortTitle: hostile(20),
			titleEn: hostile(120),
			purpose: prose(300),
			actions: [hostile(250)],
			actionsNote: hostile(250),
			guidance: [{ source: 'kalla', note: hostile(250) }],
			legacyUrls: [ADDRESSES[0]],
			aliases: [hostile(40)],
			sources: ['kalla'],
			...day,
		},
		'## Vad punkten innebär\n\nText.\n\n## Så kan det mätas\n\nText.\n\n## Frågor till nämnden\n\n- Hur?',
	),
	'content/kommuner.yml': JSON.stringify([
		{
			id: 'lund',
			name: 'Lund',
			officialName: 'Lunds kommun',
			ownName: `-${hostile(59)}`,
			code: '1281',
			county: 'Skåne län',
			countyCode: '12',
			eccar: { status: 'medlem', since: 2010, note: hostile(200), source: 'kalla' },
			network: { listed: 'ja' },
		},
	]),
	'content/kallor.yml': JSON.stringify([
		{
			id: 'kalla',
			title: hostile(200),
			publisher: hostile(100),
			urlOmitted: hostile(200),
			kind: 'kopia',
			copyHost: hostile(60),
			seen: 'hela',
		},
		...ADDRESSES.map((url, index) => ({
			id: `adress-${index}`,
			title: `Adress ${index}`,
			publisher: 'Lunds kommun',
			url,
			archivedUrl: url,
			kind: 'kommun',
			seen: 'hela',
		})),
	]),
	'content/begrepp/metoder.yml': JSON.stringify([
		{ id: 'natverk', label: hostile(60), definition: hostile(300), synonyms: [hostile(60), 'nät'] },
	]),
	'content/begrepp/sokord.yml': JSON.stringify([{ id: 'nat', words: [TINY, 'nätverk'] }]),
};

let folder = '';
const files = new Map<string, string>();
const ending = (...endings: string[]) => [...files].filter(([file]) => endings.some((end) => file.endsWith(end)));

before(() => {
	folder = copyProject();
	rmSync(join(folder, 'content'), { recursive: true });
	for (const [file, text] of Object.entries({ ...smallProject(), ...FILES })) {
		mkdirSync(dirname(join(folder, file)), { recursive: true });
		writeFileSync(join(folder, file), text);
	}
	const { status, stderr } = spawnSync(process.execPath, ['src/tools/build.ts'], { cwd: folder, encoding: 'utf8' });
	assert.equal(status, 0, stderr);
	const dist = join(folder, 'dist');
	for (const entry of readdirSync(dist, { recursive: true, withFileTypes: true })) {
		const file = join(entry.parentPath, entry.name);
		if (entry.isFile()) files.set(relative(dist, file), readFileSync(file, 'utf8'));
	}
});
after(() => rmSync(folder, { recursive: true, force: true }));

type HtmlNode = DefaultTreeAdapterMap['node'];
function* nodesOf(node: HtmlNode): Generator<HtmlNode> {
	yield node;
	for (const child of 'childNodes' in node ? node.childNodes : []) yield* nodesOf(child);
}
const SAFE_ADDRESS = /^(https?:\/\/|mailto:|\/(?!\/)|#|\?|$)/;

describe('hostile words in every field', () => {
	test('come out as text on the pages: no element, handler, comment or address of theirs', () => {
		const theme = hashOf(readFileSync('src/scripts/theme.js', 'utf8'));
		const wrong: string[] = [];
		for (const [file, html] of ending('.html'))
			for (const node of nodesOf(parseHtml(html))) {
				if (node.nodeName === '#comment') wrong.push(`${file}: a comment`);
				if (!('attrs' in node)) continue;
				const attributes = new Map(node.attrs.map(({ name, value }) => [name, value]));
				const own =
					'childNodes' in node && node.childNodes[0] && 'value' in node.childNodes[0] ? node.childNodes[0].value : '';
				const isOurs =
					attributes.get('src')?.startsWith('/_astro/') ||
					attributes.get('type')?.endsWith('json') ||
					hashOf(own) === theme;
				if (/^(img|iframe|object|embed|base|style)$/.test(node.tagName) || (node.tagName === 'script' && !isOurs))
					wrong.push(`${file}: <${node.tagName}> ${own.slice(0, 60)}`);
				for (const [name, value] of attributes)
					if (/^on|^srcdoc$|^style$/.test(name) || (/^(href|src|action)$/.test(name) && !SAFE_ADDRESS.test(value)))
						wrong.push(`${file}: ${name}=${value}`);
				if (attributes.get('type') === 'application/ld+json') JSON.parse(own);
			}
		assert.deepEqual(wrong, []);
	});

	test('are shown as they were written', () => {
		const [, html] = ending('exempel/natverk-lund/index.html')[0] as [string, string];
		const words = [...nodesOf(parseHtml(html))].flatMap((node) =>
			node.nodeName === '#text' && 'value' in node ? [node.value] : [],
		);
		for (const text of [prose(80), prose(300), hostile(150)])
			assert.ok(
				words.some((word) => word.includes(text)),
				text,
			);
	});

	test('end neither a feed nor any other XML, and stand there as they are', async () => {
		const parser = new XMLParser({ ignoreAttributes: false, isArray: (name) => name === 'entry', htmlEntities: false });
		const xml = ending('.xml', '.rdf', 'datasets/dcat', '.svg').map(([fileName, contents]) => ({ fileName, contents }));
		assert.deepEqual((await validateXML({ xml, normalization: 'c14n' })).errors, []);
		const { feed } = parser.parse(files.get('flode.xml') ?? '') as {
			feed: { entry: { title: unknown; summary: unknown }[] };
		};
		assert.ok(JSON.stringify(feed).includes(JSON.stringify(prose(80)).slice(1, -1)));
	});

	test('leave every JSON whole, in the open data, the feeds and the search', () => {
		for (const [file, json] of ending('.json', '.jsonld', '.webmanifest')) assert.ok(JSON.parse(json), file);
		assert.ok(
			JSON.stringify(JSON.parse(files.get('flode.json') ?? '')).includes(JSON.stringify(prose(80)).slice(1, -1)),
		);
		for (const [file, turtle] of ending('.ttl')) assert.ok(new TurtleParser().parse(turtle).length > 0, file);
	});

	test('are no formula in a table, and make no column more', () => {
		for (const [file, csv] of ending('.csv')) {
			const rows = parseCsv(csv, { delimiter: ';', bom: true }) as string[][];
			assert.deepEqual(
				rows.flat().filter((cell) => /^\s*[=+\-@\t\r＝＋－＠]/.test(cell)),
				[],
				file,
			);
			// Where a comma parts the columns, nothing begins a new one.
			for (const line of csv.split('\r\n')) assert.doesNotMatch(line.replace(/"(?:[^"]|"")*"/g, ''), /,/, file);
		}
	});

	test('are one record in RIS and one entry in BibTeX', () => {
		const ris = ending('.ris');
		assert.ok(ris.length > 0);
		for (const [file, text] of ris) {
			assert.deepEqual(
				text.split('\r\n').filter((line) => line !== '' && !/^[A-Z][A-Z0-9] {2}- [^\r\n]*$/.test(line)),
				[],
				file,
			);
			assert.equal(text.match(/^TY {2}- /gm)?.length, 1, file);
		}
		for (const [file, text] of ending('.bib')) {
			assert.equal(text.match(/^@/gm)?.length, 1, file);
			const bare = text.replace(/\\[{}]/g, '');
			assert.equal(bare.split('{').length, bare.split('}').length, file);
		}
	});

	test('are words in Markdown: no HTML, no picture, no heading and no address of theirs', () => {
		const reader = unified().use(remarkParse).use(remarkGfm);
		const wrong: string[] = [];
		const visit = (file: string, node: Nodes) => {
			if (node.type === 'html' || node.type === 'image' || node.type === 'imageReference')
				wrong.push(`${file}: ${node.type} ${'value' in node ? node.value : ''}`);
			if ('url' in node && !SAFE_ADDRESS.test(node.url)) wrong.push(`${file}: ${node.url}`);
			if (node.type === 'heading' && JSON.stringify(node).includes('"Rubrik"')) wrong.push(`${file}: a heading`);
			if ('children' in node) for (const child of node.children) visit(file, child);
		};
		for (const [file, text] of ending('.md', 'llms.txt', 'llms-full.txt')) visit(file, reader.parse(text));
		assert.deepEqual(wrong, []);
	});

	test('turn no text around, in any file', () => {
		const turned = [...files].filter(
			([file, text]) =>
				/\.(html|md|json|xml|csv|txt)$/.test(file) && /[\u202A-\u202E\u2066-\u2069\u2028\u2029]/.test(text),
		);
		assert.deepEqual(
			turned.map(([file]) => file),
			[],
		);
	});
});

describe('is refused, with a message:', () => {
	const source = (url: string) =>
		`- id: kalla\n  title: Om nätverket\n  publisher: Lunds kommun\n  url: ${JSON.stringify(url)}\n  kind: kommun\n  seen: hela\n`;
	const titled = (title: string) => EXAMPLE.replace('Ett nätverk mot rykten', JSON.stringify(title));
	const REFUSED: readonly (readonly [what: string, file: string, text: string, code: string])[] = [
		['an address that runs code', 'content/kallor.yml', source('javascript:alert(1)'), 'TP309'],
		['an address that runs code, in capitals', 'content/kallor.yml', source('JaVaScRiPt:alert(1)'), 'TP309'],
		['an address with a page in it', 'content/kallor.yml', source('data:text/html,<script>alert(1)</script>'), 'TP309'],
		['an address without a scheme', 'content/kallor.yml', source('//ond.se/'), 'TP309'],
		['an address with an element in it', 'content/kallor.yml', source('https://ond.se/<script>'), 'TP309'],
		['an address that is none', 'content/kallor.yml', source('https://[ond/'), 'TP309'],
		['a title that is turned around', 'content/exempel/natverk-lund.mdx', titled('Ett \u202Ekrevtän'), 'TP106'],
		['a title turned around by an isolate', 'content/exempel/natverk-lund.mdx', titled('Ett \u2067krevtän'), 'TP106'],
		['a title with a line separator', 'content/exempel/natverk-lund.mdx', titled('Ett\u2028nätverk'), 'TP106'],
		['a title with a nought', 'content/exempel/natverk-lund.mdx', titled('Ett\u0000nätverk'), 'TP106'],
		[
			'a title with a quotation mark that ends an attribute',
			'content/exempel/natverk-lund.mdx',
			titled('Ett "nätverk'),
			'TP601',
		],
		[
			'a municipality that is named otherwise',
			'content/kommuner.yml',
			(FILES['content/kommuner.yml'] as string).replace('"Lund"', '"<b>Lund"'),
			'TP416',
		],
	];
	for (const [what, file, text, code] of REFUSED)
		test(what, () => {
			const codes = problemsIn({ [file]: text }).map((problem) => problem.code);
			assert.ok(codes.includes(code as (typeof codes)[number]), codes.join(', '));
		});
});
