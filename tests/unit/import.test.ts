/** Pages in SKL's form become drafts, however they were saved or scanned; other pages become nothing. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { readContentFile } from '../../src/catalogue/read.ts';
import { loadCatalogue } from '../../src/catalogue/load.ts';
import { errorsOf } from '../../src/catalogue/problem.ts';
import type { Shelf } from '../../src/editing/draft.ts';
import { draftImport } from '../../src/editing/import/drafts.ts';
import { findDate, parsePage } from '../../src/editing/import/page.ts';
import { readPage, UnreadableError } from '../../src/editing/import/text.ts';
import { recogniseMunicipality } from '../../src/editing/municipalities.ts';
import { entries, example, point, source, TODAY } from '../support/entries.ts';
import { inMemory, smallCatalogue } from '../support/files.ts';
import { asHtml, CODES, PAGE } from '../support/skl-page.ts';

const TITLES = [
	'Involvera olika aktörer och grupper för att motverka diskriminering',
	'Mät och integrera mål, statistik och indikatorer i styrsystem',
	'Stöd personer som blivit utsatta för diskriminering och rasism',
	'Informera om gällande rättigheter och skyldigheter',
	'Främja lika rättigheter och möjligheter i samhällslivet',
	'Säkerställ icke-diskriminerande arbetsplatser och välfärdstjänster',
	'Erbjud lika tillgång till bostäder och motverka diskriminering',
	'Utbilda för att motverka rasism och diskriminering',
	'Kultur: bidra till ett interkulturellt synsätt',
	'Motverka hatbrott och erbjud konflikthantering',
];
const page = source('skl-punkt-1', {
	title: 'Involvera aktörer och grupper för att motverka diskriminering',
	kind: 'skl-skr',
	published: '2019-05-07',
});
const all = entries({
	points: TITLES.map((title, index) =>
		point(index + 1, { title, sources: index === 0 ? ['kalla', 'skl-punkt-1'] : ['kalla'] }),
	),
	sources: [source('kalla'), page],
});
const small = smallCatalogue();
const shelf: Shelf = {
	entries: all,
	template: readFileSync('content/exempel/_mall.mdx', 'utf8'),
	municipalities: small['content/kommuner.yml'] as string,
	sources: small['content/kallor.yml'] as string,
	taken: (slug) => slug === 'lund-flera-olika-sorters-dialog',
};
const known = { points: all.points.map(({ data }) => data), sources: all.sources.map(({ data }) => data) };

const bytes = (text: string, encoding: BufferEncoding = 'utf8') => new Uint8Array(Buffer.from(text, encoding));
const parse = (input: string | Uint8Array) =>
	parsePage(readPage(typeof input === 'string' ? bytes(input) : input), known);
const drafts = (input: string | Uint8Array, own = shelf) => {
	const parsed = parse(input);
	return draftImport({ ...parsed, point: parsed.point ?? 1 }, undefined, own, TODAY);
};
const codes = (input: string | Uint8Array) => parse(input).blocks.map(({ municipalities }) => municipalities[0]?.code);

describe('a page with seven examples', () => {
	const parsed = parse(PAGE);
	test('tells its date, its point and its source', () => {
		assert.equal(parsed.published, '2019-05-07');
		assert.equal(parsed.point, 1);
		assert.equal(parsed.source?.id, 'skl-punkt-1');
	});
	test('has seven blocks with heading, municipality and text', () => {
		assert.deepEqual(codes(PAGE), CODES);
		assert.equal(parsed.blocks[0]?.title, 'Antiryktesnätverk – att bena ut rykten med dialog och fakta');
		assert.equal(parsed.blocks[3]?.paragraphs.length, 2);
	});
	test('leaves contact and footer out of the last example', () => {
		const last = parsed.blocks.at(-1)?.paragraphs ?? [];
		assert.equal(last.length, 2);
		assert.match(
			last.join(' '),
			/mellan Trelleborgs kommun, föreningar och andra\. Ett första .* förslag diskuterades\.$/,
		);
	});

	const made = drafts(PAGE);
	test('gives exactly seven drafts, with addresses that nothing has had', () => {
		assert.equal(made.drafts.length, 7);
		assert.equal(new Set(made.drafts.map(({ file }) => file)).size, 7);
		assert.ok(made.drafts.some(({ file }) => file === 'content/exempel/lund-flera-olika-sorters-dialog-2.mdx'));
	});
	test('gives drafts that the whole catalogue accepts, with the municipalities that it lacked', () => {
		const files = {
			...small,
			'content/kallor.yml': `${small['content/kallor.yml']}- id: skl-punkt-1\n  title: Sidan\n  publisher: SKL\n  url: https://skl.se/\n  kind: skl-skr\n  seen: hela\n`,
		};
		const after: Record<string, string> = {
			...files,
			...Object.fromEntries(made.changes.map(({ file, text }) => [file, text])),
		};
		const { catalogue, problems } = loadCatalogue(inMemory(after), { today: TODAY });
		assert.deepEqual(errorsOf(problems), []);
		assert.equal(catalogue?.examples.length, 2, 'drafts are not in the catalogue');
		assert.match(
			after['content/kommuner.yml'] ?? '',
			/^- id: goteborg\n  name: Göteborg\n  officialName: Göteborgs kommun$/m,
		);
	});
	test('quotes the original only to be rewritten, and such a draft cannot be published', () => {
		const text = made.changes[0]?.text ?? '';
		assert.match(text, /```original\nAntiryktesnätverk – att bena ut/);
		const published = readContentFile('examples', 'content/exempel/x.mdx', text.replace('draft: true', 'draft: false'));
		assert.ok(published.problems.some(({ message }) => message.startsWith('Originalets text står kvar.')));
		assert.ok(published.problems.some(({ message }) => message.startsWith('Något är kvar att göra.')));
	});
	test('is recognised the second time: nothing is made twice', () => {
		const before = made.drafts.map(({ title }, index) => example(`fanns-${index}`, { title }));
		const again = drafts(PAGE, { ...shelf, entries: { ...all, examples: [...all.examples, ...before] } });
		assert.equal(again.drafts.length, 0);
		assert.equal(again.skipped.length, 7);
	});
});

/** Ways in which pages are saved and scanned, and what must still be read. */
const DAMAGED: readonly {
	what: string;
	input: string | Uint8Array;
	codes?: readonly string[];
	date?: string | undefined;
	point?: number | undefined;
}[] = [
	{ what: 'HTML with scripts, navigation and footer', input: asHtml(PAGE) },
	{ what: 'HTML that never closes its elements', input: asHtml(PAGE).replace(/<\/(p|h1|h2|main|body|html)>/g, '') },
	{
		what: 'HTML with entities for å ä ö',
		input: asHtml(PAGE).replace(/å/g, '&aring;').replace(/ä/g, '&auml;').replace(/ö/g, '&#246;'),
	},
	{ what: 'UTF-8 with a byte order mark and Windows line endings', input: `\uFEFF${PAGE.replace(/\n/g, '\r\n')}` },
	{ what: 'the encoding of old Windows', input: bytes(PAGE.replace(/–/g, '-').replace(/•/g, '*'), 'latin1') },
	{ what: 'UTF-16', input: bytes(`\uFEFF${PAGE}`, 'utf16le') },
	{ what: 'UTF-8 read as Latin 1 (Ã¶)', input: Buffer.from(PAGE.replace(/[–•]/g, '-'), 'utf8').toString('latin1') },
	{ what: 'marks as letters of their own (Unicode NFD)', input: PAGE.normalize('NFD') },
	{ what: 'marks beside their letters (o¨)', input: PAGE.replace(/ö/g, 'o¨').replace(/ä/g, 'a¨').replace(/å/g, 'a°') },
	{ what: 'å ä ö without their marks', input: PAGE.normalize('NFD').replace(/\p{M}/gu, '') },
	{
		what: 'å ä ö as other letters and digits (Eker6, péa)',
		input: PAGE.replace(/ö/g, '6').replace(/å/g, 'é').replace(/ä/g, '&'),
	},
	{ what: 'å ä ö as d and i (ndmnden, stirka)', input: PAGE.replace(/ö/g, 'd').replace(/ä/g, 'i').replace(/å/g, 'd') },
	{ what: 'å ä ö as question marks', input: PAGE.replace(/[åäö]/g, '?') },
	{ what: 'å ä ö as replacement characters', input: PAGE.replace(/[åäö]/g, '\uFFFD') },
	{ what: 'm read as rn', input: PAGE.replace(/m/g, 'rn') },
	{ what: 'l read as 1 and o as 0', input: PAGE.replace(/l/g, '1').replace(/(?<=[a-zåäö])o(?=[a-zåäö])/g, '0') },
	{ what: 'digits in the date read as letters', input: PAGE.replace('7 maj 2019', '7 rnaj 2Ol9') },
	{ what: 'lines broken in the middle of headings', input: PAGE.replace(/, (\S+) (kommun|stad)\n/g, ', $1\n$2\n') },
	{
		what: 'words divided at the end of lines',
		input: PAGE.replace('diskriminering', 'diskri-\nminering').replace(
			'Trelleborgs kommun\n',
			'Trelle-\nborgs kommun\n',
		),
	},
	{ what: 'no empty line between heading and text', input: PAGE.replace(/(kommun|stad)\n\n/g, '$1\n') },
	{ what: 'no empty line anywhere', input: PAGE.replace(/\n{2,}/g, '\n') },
	{
		what: 'commas before the municipality read as full stops',
		input: PAGE.replace(/, (?=\S+ (kommun|stad)\n)/g, '. '),
	},
	{
		what: 'municipalities misspelt',
		input: PAGE.replace('Botkyrka kommun', 'Botkyrka kommim')
			.replace('Göteborgs stad', 'Goteborqs stad')
			.replaceAll('Huddinge kommun\n', 'Hudding kommun\n'),
	},
	{
		what: 'soft hyphens and marks of direction inside words',
		input: PAGE.replace(/kommun/g, 'kom\u00admun').replace(/stad/g, '\u202estad'),
	},
	{ what: 'page numbers between the examples', input: PAGE.replace(/\n\n(?=Först|Flera)/g, '\n\n2\n\n') },
	{ what: 'the date as figures', input: PAGE.replace('7 maj 2019', '2019-05-07') },
	{ what: 'no date', input: PAGE.replace('Publicerad: 7 maj 2019\n\n', ''), date: undefined },
	{
		what: 'no heading of a point',
		input: PAGE.replace('Involvera aktörer och grupper för att motverka diskriminering\n\n', ''),
		point: undefined,
	},
	{
		what: 'the heading of another point',
		input: PAGE.replace(/^Involvera.*$/m, 'Utbilda for att motverka rasisrn och diskriminering'),
		point: 8,
	},
	{
		what: 'two municipalities with one example',
		input: PAGE.replace('Lunds kommun\n', 'Lunds kommun och Malmö stad\n'),
	},
];

describe('a page that was saved or scanned badly is still read:', () => {
	for (const { what, input, codes: wanted = CODES, ...expected } of DAMAGED)
		test(what, () => {
			const parsed = parse(input);
			assert.deepEqual(codes(input), wanted);
			assert.equal(parsed.published, 'date' in expected ? expected.date : '2019-05-07', 'date');
			assert.equal(parsed.point, 'point' in expected ? expected.point : 1, 'point');
			assert.equal(drafts(input).drafts.length, 7);
		});
	test('two municipalities with one example are both in the draft', () =>
		assert.ok(
			drafts(DAMAGED.at(-1)?.input ?? '').drafts.some(({ municipalities }) => municipalities.join() === 'lund,malmo'),
		));
});

describe('what is not a page in that form', () => {
	const none = (input: string) => assert.deepEqual(parse(input).blocks, []);
	test('an empty file has no examples', () => none(''));
	test('a press release that names municipalities in its sentences has none', () =>
		none(
			'Helsingborgs stad blir medlem i nätverket\n\nPå plats i Nantes är två ledamöter, från Helsingborgs stad.\n\nFör mer information, kontakta kommunalrådet, Helsingborgs stad, telefonväxeln.',
		));
	test('headings that end with something that is no municipality are none', () =>
		none('Ett nätverk, Atlantis kommun\n\nText.\n\nEn kurs, Paris stad\n\nText.'));
	for (const [what, input, says] of [
		['a pdf', bytes('%PDF-1.7 …'), /Filen är en pdf/],
		['a Word document', bytes('PK\u0003\u0004'), /Word-dokument/],
		['bytes that are no text', new Uint8Array([1, 2, 0, 3]), /Filen är ingen text/],
		['a file of megabytes', new Uint8Array(1_500_000).fill(65), /större än en megabyte/],
	] as const)
		test(`${what} is told in Swedish`, () =>
			assert.throws(
				() => readPage(input),
				(error) => error instanceof UnreadableError && says.test(error.message),
			));
});

test('contact data of persons do not come into the drafts', () => {
	const { changes } = drafts(
		PAGE.replace('Rådet svarar på remisser.', 'Ring 046-35 50 00 eller skriv till anna.andersson@lund.se i Lund.'),
	);
	const text = changes.map((change) => change.text).join('');
	assert.doesNotMatch(text, /35 50 00|andersson/);
	assert.match(text, /Ring \[kontaktuppgift borttagen\]/);
});

test('a heading that cannot be a title here is replaced, and stands in the quotation', () => {
	const { drafts: made, changes } = drafts(
		PAGE.replace('Först i Sverige med', 'En framgångsrik och "banbrytande" satsning på'),
	);
	assert.match(made[1]?.title ?? '', /^Utkast 2 ur ”skl-punkt-1”, Göteborg$/);
	assert.match(changes[1]?.text ?? '', /framgångsrik och "banbrytande" satsning/);
});

test('straight quotation marks stay where they stand, after an a too', () => {
	const { lines } = readPage(bytes('Våga "tala om rasism" och sa "ja"nu'));
	assert.deepEqual(lines, ['Våga "tala om rasism" och sa "ja"nu']);
});

test('what the scanner left in doubt is told in the draft', () => {
	const lost = drafts(
		`Publicerad: 7 maj 2019\n\nInvolvera aktorer och grupper for att motverka diskriminering\n\nEtt rad, Habo kommun\n\nText.`,
	);
	assert.match(
		lost.changes[0]?.text ?? '',
		/# ATT GÖRA: kontrollera kommunen mot originalet\. Det kan vara Habo eller Håbo\./,
	);
	assert.match(drafts(PAGE.replace('Göteborgs', 'G6teborgs')).changes[1]?.text ?? '', /lästes som Göteborg/);
});

describe('municipalities are recognised', () => {
	for (const [seen, name] of [
		['Lunds kommun', 'Lund'],
		['1480', 'Göteborg'],
		['Håbo kommun', 'Håbo'],
		['Habo', 'Habo'],
		['Region Gotland', 'Gotland'],
		['Eker6 kommun', 'Ekerö'],
		['Trel1eborgs kornmun', 'Trelleborg'],
		['Vaxjo kommun', 'Växjö'],
		['Atlantis kommun', undefined],
		['', undefined],
	] as const)
		test(seen || 'not in nothing', () => assert.equal(recogniseMunicipality(seen)?.name, name));
});

describe('dates are read', () => {
	for (const [seen, day] of [
		['Publicerad: 7 maj 2019', '2019-05-07'],
		['7 rnaj 2Ol9', '2019-05-07'],
		['12 okt. 2018', '2018-10-12'],
		['31 februari 2019', undefined],
		['Kapitel 12 handlar 2019', undefined],
	] as const)
		test(seen, () => assert.equal(findDate(seen), day));
});

/** The page with its first example and its last, to be quick. */
const SHORT = PAGE.replace(/\nFörst i Sverige[\s\S]*(?=\nSatsning)/, '');

test('a thousand mutated pages give drafts that are valid, or nothing, and never crash', () => {
	const chunk = fc.oneof(
		fc.string({ unit: 'binary', maxLength: 12 }),
		fc.constantFrom(
			'```',
			'---\n',
			'{',
			'<b',
			', Lunds kommun\n',
			'ATT GÖRA',
			'\n\n',
			'<h2>',
			'￿',
			'0701-23 45 67',
			'"',
			': ',
			'*a',
			'&x',
		),
	);
	const cut = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), length: fc.nat(400), put: chunk });
	fc.assert(
		fc.property(fc.boolean(), fc.array(cut, { minLength: 1, maxLength: 12 }), (html, cuts) => {
			let text = html ? asHtml(SHORT) : SHORT;
			for (const { at, length, put } of cuts) {
				const place = Math.floor(at * text.length);
				text = text.slice(0, place) + put + text.slice(place + length);
			}
			try {
				for (const { file, text: draft } of drafts(text).changes.filter(({ isNew }) => isNew))
					assert.deepEqual(errorsOf(readContentFile('examples', file, draft).problems), [], draft);
			} catch (error) {
				if (!(error instanceof UnreadableError)) throw error;
			}
		}),
		{ numRuns: 1000, seed: 20261122 },
	);
});
