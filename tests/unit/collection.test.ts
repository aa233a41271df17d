/** Min samling without a browser: the link, the document that comes out, the comparison, the Word file. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Packer } from 'docx';
import mammoth from 'mammoth';
import { type Card, type CardFile, toCardFiles } from '../../src/collection/card.ts';
import { Cards } from '../../src/collection/cards.ts';
import { compare } from '../../src/collection/compare.ts';
import {
	type Collection,
	EMPTY,
	MAX_COMMENT,
	MAX_ITEMS,
	readLink,
	withExample,
	withMoved,
	withoutExample,
	withPresentIds,
	writeLink,
} from '../../src/collection/link.ts';
import { partName, partOf, partsFor } from '../../src/collection/parts.ts';
import { compose, DEFAULT_TITLE, sourceLine, toHtml, toMarkdown, toText } from '../../src/collection/output.ts';
import { toWord } from '../../src/collection/word.ts';
import { unzip } from '../support/zip.ts';
import { catalogueOf, concept, example } from '../support/entries.ts';

const COLLECTION: Collection = {
	title: 'Underlag: rykten & ”fakta”',
	items: [
		{ id: 'botkyrka-natverk', comment: 'Bra, kort & gott.' },
		{ id: 'lund', comment: '' },
	],
	form: 'fotnoter',
	grouped: true,
};

describe('the link', () => {
	test('brings back what was written', () => assert.deepEqual(readLink(writeLink(COLLECTION)).collection, COLLECTION));
	test('reads with and without its sign', () =>
		assert.deepEqual(readLink(`#${writeLink(COLLECTION)}`).collection, COLLECTION));
	test('is empty for an empty collection', () => {
		assert.equal(writeLink({ ...EMPTY, title: 'Rubrik' }), '');
		assert.deepEqual(readLink('').collection, EMPTY);
	});
	test('is readable', () =>
		assert.equal(
			writeLink({
				...EMPTY,
				items: [
					{ id: 'lund', comment: 'ja' },
					{ id: 'are', comment: '' },
				],
			}),
			'e=lund&k=ja&e=are',
		));

	const hostile = [
		['an address in place of an example', 'e=https://ond.se/&e=lund', { strange: 1 }],
		['a script in place of an example', `e=${encodeURIComponent('<script>')}&e=lund`, { strange: 1 }],
		['a path upwards', 'e=../../lund&e=lund', { strange: 1 }],
		['capitals', 'e=LUND&e=lund', { strange: 1 }],
		['the same example twice', 'e=lund&e=lund', { strange: 0 }],
		['a form that is not there', 'e=lund&form=__proto__', {}],
		['broken percent signs', 'e=lund&k=%E0%A4%A', {}],
		['a comment before any example', 'k=hej&e=lund', {}],
		['fields that are not there', 'e=lund&x=1&constructor=2', {}],
	] as const;
	for (const [what, link, expected] of hostile)
		test(`${what} does not stop it`, () => {
			const read = readLink(link);
			assert.deepEqual(
				read.collection.items.map(({ id }) => id),
				['lund'],
			);
			assert.equal(read.collection.form, 'lista');
			for (const [key, value] of Object.entries(expected)) assert.equal(read[key as 'strange'], value);
		});
	test('of five hundred examples the first are kept and the others counted', () => {
		const read = readLink(Array.from({ length: 500 }, (_, index) => `e=exempel-${index}`).join('&'));
		assert.equal(read.collection.items.length, MAX_ITEMS);
		assert.equal(read.surplus, 500 - MAX_ITEMS);
	});
	test('a comment of a novel’s length is clipped, and it says so', () => {
		const read = readLink(`e=lund&k=${'x'.repeat(10_000)}`);
		assert.equal(read.collection.items[0]?.comment.length, MAX_COMMENT);
		assert.equal(read.clipped, true);
	});
	test('control characters and turned text become plain', () =>
		assert.equal(readLink('e=lund&k=a%00b%0Ac%E2%80%AEd').collection.items[0]?.comment, 'a b c d'));
});

describe('an example that has gone into another', () => {
	const now = (link: string) => withPresentIds(readLink(link), { gammal: 'ny' });
	test('is the other in links from before, with its comment', () =>
		assert.equal(writeLink(now('e=a&e=gammal&k=Viktig').collection), 'e=a&e=ny&k=Viktig'));
	test('stands once when the other is there too, with both comments', () => {
		assert.equal(writeLink(now('e=gammal&k=Ett.&e=a&e=ny&k=Två.').collection), 'e=ny&k=Ett.+Tv%C3%A5.&e=a');
		assert.equal(now(`e=gammal&k=${'x'.repeat(500)}&e=ny&k=${'y'.repeat(500)}`).clipped, true);
	});
	test('is not mistaken for what every object has', () =>
		assert.equal(writeLink(now('e=constructor').collection), 'e=constructor'));
});

describe('adding, removing and moving', () => {
	const ids = ({ items }: Collection) => items.map(({ id }) => id).join(' ');
	const three = ['a', 'b', 'c'].reduce(withExample, EMPTY);
	test('adds last', () => assert.equal(ids(three), 'a b c'));
	test('removes', () => assert.equal(ids(withoutExample(three, 'b')), 'a c'));
	test('moves up and down', () => {
		assert.equal(ids(withMoved(three, 2, 0)), 'c a b');
		assert.equal(ids(withMoved(three, 0, 1)), 'b a c');
	});
});

const card = (id: string, fields: Partial<Card> = {}): Card => ({
	id,
	key: `exempel-${id}`,
	title: `Exemplet ${id}`,
	about: 'Lunds kommun',
	summary: `Lund gör ${id}.`,
	reviewed: '2026-11-20',
	path: `/exempel/${id}/`,
	points: [1],
	audiences: [],
	methods: [],
	evidence: 'Beskrivet',
	...fields,
});
const PICKED = [
	{ card: card('a', { period: 'sedan 2013', points: [2] }), comment: 'Min kommentar' },
	{ card: card('b', { title: 'Råd <b>& stöd</b>' }), comment: '' },
];
const POINTS = ['Involvera', 'Mäta'];
const composed = (form: Collection['form'], grouped = false) => compose({ title: '', form, grouped }, PICKED, POINTS);

describe('the document that comes out', () => {
	test('a list numbers the examples with facts, comment and short address', () =>
		assert.equal(
			toText(composed('lista')).replaceAll('\u00a0', ' '),
			`${DEFAULT_TITLE}

1. Exemplet a. Lunds kommun, sedan 2013. Min kommentar. tiopunkten.se/exempel/a
2. Råd <b>& stöd</b>. Lunds kommun. tiopunkten.se/exempel/b

Källa: Tiopunkten. Uppgifterna granskade 20 november 2026.`,
		));
	test('grouped by point it has headings in the order of the points and numbers that go on', () =>
		assert.match(
			toText(composed('lista', true)),
			/Punkt 1: Involvera\n\n1\. Råd[^\n]*\n\nPunkt 2: Mäta\n\n2\. Exemplet a/,
		));
	test('running text has the citation in each paragraph', () =>
		assert.match(
			toText(composed('text')),
			/Lund gör a \(Tiopunkten, granskad 20\u00a0november 2026, tiopunkten\.se\/exempel\/a\)\. Min kommentar\./,
		));
	test('footnotes are numbered in the text and stand last', () =>
		assert.match(
			toText(composed('fotnoter')),
			/Lund gör a\. Min kommentar\. \[1\][\s\S]*\[1\] Tiopunkten, ”Exemplet a”/,
		));
	test('as HTML it has working links, and what looks like markup is text', () => {
		const html = toHtml(composed('lista', true));
		assert.match(html, /<h1>.*<h2>.*<ol start="1"><li>/s);
		assert.ok(html.includes('<a href="https://tiopunkten.se/exempel/a/">tiopunkten.se/exempel/a</a>'));
		assert.ok(html.includes('Råd &lt;b&gt;&amp; stöd&lt;/b&gt;'));
	});
	test('as Markdown it has headings, links and footnotes, and signs are escaped', () => {
		const text = toMarkdown(composed('fotnoter', true));
		assert.match(text, /^# Underlag/);
		assert.match(text, /^## Punkt 1: Involvera$/m);
		assert.match(text, /Min kommentar\.\[\^2\]/);
		assert.match(
			text,
			/^\[\^2\]: .*\[https:\/\/tiopunkten\.se\/exempel\/a\/\]\(https:\/\/tiopunkten\.se\/exempel\/a\/\)$/m,
		);
		assert.ok(toMarkdown(composed('lista')).includes('*Råd \\<b\\>& stöd\\</b\\>*'));
	});
	test('as Markdown the web addresses of a comment stand whole', () => {
		const comment = 'Se www.lund.se/min_sida och https://lund.se/a_b#c, _sedan_ detta';
		const text = toMarkdown(
			compose({ title: '', form: 'lista', grouped: false }, [{ card: card('a'), comment }], POINTS),
		);
		assert.ok(text.includes('Se www.lund.se/min_sida och https://lund.se/a_b#c, \\_sedan\\_ detta.'), text);
	});
	test('the source says from when to when the facts were reviewed', () =>
		assert.equal(
			sourceLine([PICKED[0]!, { card: card('c', { reviewed: '2025-01-02' }), comment: '' }]).replaceAll('\u00a0', ' '),
			'Källa: Tiopunkten. Uppgifterna granskade 2 januari 2025–20 november 2026.',
		));
});

describe('the Word file', () => {
	const word = async (form: Collection['form'], grouped = false) =>
		Packer.toBuffer(toWord(composed(form, grouped), DEFAULT_TITLE));

	test('is read by another program with headings, a numbered list and links', async () => {
		const { value: html } = await mammoth.convertToHtml({ buffer: await word('lista', true) });
		assert.match(html, new RegExp(`<h1>${DEFAULT_TITLE}</h1>`));
		assert.match(html, /<h2>Punkt 1: Involvera<\/h2><ol><li>/);
		assert.ok(html.includes('<a href="https://tiopunkten.se/exempel/a/">tiopunkten.se/exempel/a</a>'));
		assert.ok(html.includes('Råd &lt;b&gt;&amp; stöd&lt;/b&gt;'));
	});
	test('has real footnotes', async () => {
		const { value: html } = await mammoth.convertToHtml({ buffer: await word('fotnoter') });
		assert.equal(html.match(/<sup><a href="#footnote-/g)?.length, 2);
		assert.match(html, /<li id="footnote-1">.*Exemplet a/);
	});
	test('is a package of well-formed parts that says it is Swedish', async () => {
		const parts = unzip(await word('fotnoter', true));
		for (const part of ['word/document.xml', 'word/styles.xml', 'word/footnotes.xml', '[Content_Types].xml'])
			assert.ok(parts.has(part), part);
		assert.match(parts.get('word/document.xml') ?? '', /<w:pStyle w:val="Heading1"\/>/);
		assert.match(parts.get('word/styles.xml') ?? '', /w:lang w:val="sv-SE"/);
		assert.match(parts.get('word/_rels/footnotes.xml.rels') ?? '', /https:\/\/tiopunkten\.se\/exempel\/a\//);
	});
});

describe('what the page knows of an example', () => {
	const [file, ...others] = toCardFiles(
		catalogueOf({
			examples: [
				example('natverk', {
					points: [7, 3],
					methods: ['natverk'],
					known: { cost: { text: 'Två tjänster.', sources: ['kalla'] } },
					period: { started: 2013 },
				}),
				example('gammal', { status: 'merged', mergedInto: 'natverk' }),
				example('borta', { status: 'withdrawn', withdrawn: { date: '2026-01-01', reason: 'Fel.' } }),
			],
			concepts: [concept('dokumenttyper', 'motion'), concept('metoder', 'natverk')],
		}),
	);
	const natverk = file?.examples.find(({ id }) => id === 'natverk');
	test('is its citation and what the comparison asks', () => {
		assert.deepEqual(natverk?.points, [7, 3]);
		assert.deepEqual(natverk?.methods, ['Begreppet natverk']);
		assert.equal(natverk?.cost, 'Två tjänster.');
		assert.equal(natverk?.path, '/exempel/natverk/');
	});
	test('an example that has gone into another is known by its old id', () =>
		assert.deepEqual(file?.formerIds, { gammal: 'natverk' }));
	test('lies in one file when the catalogue is small', () => assert.deepEqual(others, []));
	test('a withdrawn example is there and marked, since links to it stand', () =>
		assert.equal(file?.examples.find(({ id }) => id === 'borta')?.withdrawn, true));
	test('compared, each question is a row and an unknown answer is empty', () => {
		const rows = compare([natverk!, card('b')]);
		assert.deepEqual(
			rows.map(({ label }) => label),
			['Kommun', 'Punkter', 'Tid', 'Målgrupp', 'Metod', 'Kunskapsläge', 'Effekt', 'Kostnad', 'Svårigheter'],
		);
		assert.deepEqual(rows.find(({ label }) => label === 'Kostnad')?.cells, ['Två tjänster.', undefined]);
		assert.deepEqual(rows.find(({ label }) => label === 'Tid')?.cells, ['Från 2013', undefined]);
	});
});

describe('the files of cards', () => {
	/** Ids like those of the catalogue: a place, what was done, a number when there are many of a kind. */
	const ids = Array.from({ length: 10_000 }, (_, index) => {
		const place = ['lund', 'goteborg', 'vastra-gotaland', 'upplands-vasby'][index % 4];
		return `${place}-${['rad', 'handlingsplan', 'utbildning-i-skolan'][index % 3]}-${index}`;
	});

	test('hold sixteen examples each at most, and the number changes seldom', () => {
		assert.deepEqual([0, 1, 16, 17, 32, 180, 256, 257, 10_000].map(partsFor), [1, 1, 1, 2, 2, 16, 16, 32, 1024]);
	});
	test('are about as large', () => {
		for (const number of [180, 1000, 10_000]) {
			const parts = partsFor(number);
			const sizes = Array.from({ length: parts }, () => 0);
			for (const id of ids.slice(0, number)) sizes[partOf(id, parts) - 1]! += 1;
			assert.ok(Math.max(...sizes) <= 32, `${number}: ${Math.max(...sizes)}`);
		}
	});
	test('have each example in the one that its id leads to, and its former id in the one that that leads to', () => {
		const examples = ids.slice(0, 100).map((id) => example(id));
		const files = toCardFiles(
			catalogueOf({ examples: [...examples, example('gammal', { status: 'merged', mergedInto: ids[0]! })] }),
		);
		assert.equal(files.length, 8);
		const there = new Set(files.flatMap((file) => file.examples.map(({ id }) => id)));
		assert.deepEqual(
			examples.filter(({ id }) => !there.has(id)),
			[],
		);
		for (const [index, file] of files.entries()) {
			for (const { id } of file.examples) assert.equal(partOf(id, 8), index + 1);
			for (const former of Object.keys(file.formerIds)) assert.equal(partOf(former, 8), index + 1);
		}
		assert.deepEqual(Object.assign({}, ...files.map((file) => file.formerIds)), { gammal: ids[0] });
	});
});

describe('reading cards', () => {
	const PARTS = 8;
	const inPart = (part: number, name: string) => {
		for (let number = 0; ; number += 1) if (partOf(`${name}-${number}`, PARTS) === part) return `${name}-${number}`;
	};
	const [a, b, former] = [inPart(1, 'a'), inPart(2, 'b'), inPart(3, 'gammal')];
	const files: Record<string, CardFile> = {
		[partName(1, PARTS)]: { examples: [card(a), card(inPart(1, 'granne'))], formerIds: {} },
		[partName(2, PARTS)]: { examples: [card(b)], formerIds: {} },
		[partName(3, PARTS)]: { examples: [], formerIds: { [former]: b } },
	};
	/** @param broken names of files that cannot be had */
	const open = (broken = new Set<string>()) => {
		const asked: string[] = [];
		const cards = new Cards(PARTS, async (name) => {
			asked.push(name);
			if (broken.has(name)) throw new Error('no');
			return files[name] ?? { examples: [], formerIds: {} };
		});
		return { asked, cards };
	};

	test('asks for the files of the examples and no other, each once', async () => {
		const { asked, cards } = open();
		await Promise.all([cards.ask([a, b]), cards.ask([b, inPart(1, 'granne')])]);
		assert.deepEqual(asked.sort(), ['1-av-8', '2-av-8']);
		assert.equal(cards.get(b)?.title, `Exemplet ${b}`);
	});
	test('asks for nothing when there is nothing in the collection', async () => {
		const { asked, cards } = open();
		await cards.ask([]);
		assert.deepEqual(asked, []);
	});
	test('also reads what an example has gone into', async () => {
		const { asked, cards } = open();
		await cards.ask([former]);
		assert.deepEqual(asked, ['3-av-8', '2-av-8']);
		assert.deepEqual(cards.formerIds, { [former]: b });
		assert.ok(cards.get(b));
	});
	test('knows that the catalogue lacks an example when its file is here without it', async () => {
		const { cards } = open();
		const strange = inPart(1, 'pahittat');
		assert.equal(cards.lacks(strange), false, 'not asked for yet');
		await cards.ask([strange]);
		assert.equal(cards.lacks(strange), true);
		assert.equal(cards.lacks(a), false);
	});
	test('does not call an example gone because its file could not be had, and asks again', async () => {
		const broken = new Set(['1-av-8']);
		const { asked, cards } = open(broken);
		await cards.ask([a, b]);
		assert.deepEqual([cards.get(a), cards.lacks(a)], [undefined, false]);
		assert.ok(cards.get(b), 'the other file is read all the same');
		broken.clear();
		await cards.ask([a, b]);
		assert.ok(cards.get(a));
		assert.deepEqual(asked, ['1-av-8', '2-av-8', '1-av-8']);
	});
});
