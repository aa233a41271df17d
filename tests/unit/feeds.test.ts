/** What machines get: unknown and unusual values said outright, and each event in exactly the right feeds. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Catalogue } from '../../src/catalogue/catalogue.ts';
import { type CatalogueFile, catalogueFile } from '../../src/feeds/contract.ts';
import { DATA } from '../../src/feeds/addresses.ts';
import { toExamplesCsv } from '../../src/feeds/csv.ts';
import { toFeeds } from '../../src/feeds/events.ts';
import { toAtom, toJsonFeed } from '../../src/feeds/feeds.ts';
import { toExampleRecord } from '../../src/feeds/json.ts';
import { readSections } from '../../src/feeds/markdown.ts';
import { toSitePages } from '../../src/feeds/pages.ts';
import { toPublishedFiles } from '../../src/feeds/published.ts';
import { robustLink } from '../../src/feeds/robust.ts';
import { describeExample, toJsonLd } from '../../src/feeds/structured.ts';
import { toSitemap, toTwin } from '../../src/feeds/texts.ts';
import { escapeXml } from '../../src/feeds/xml.ts';
import { catalogueOf, example, municipality, paper, point, source } from '../support/entries.ts';

const BODY = '## Vad som gjordes\n\nNågot gjordes.\n';
const bodyOf = () => readSections(BODY);
const both = [municipality('lund'), municipality('orebro')];
/** The whole catalogue's file, as machines read it. */
async function published(catalogue: Catalogue): Promise<CatalogueFile> {
	const files = new Map<string, Buffer>();
	const fileAt = (path: string) => files.get(path) ?? assert.fail(`${path} has not been yielded.`);
	for await (const { path, text } of toPublishedFiles(catalogue, bodyOf, fileAt))
		files.set(path, Buffer.concat([...text()].map((part) => (typeof part === 'string' ? Buffer.from(part) : part))));
	return JSON.parse(String(fileAt(DATA.catalogue))) as CatalogueFile;
}
const withdrawn = { status: 'withdrawn', withdrawn: { date: '2026-06-01', reason: 'Källan var fel.' } };

describe('the record of an example', () => {
	test('says what is not known, and never null', () => {
		const catalogue = catalogueOf({ examples: [example('a')] });
		const record = toExampleRecord(
			catalogue,
			catalogue.examples.find(({ id }) => id === 'a')!,
			bodyOf,
		);
		assert.deepEqual(record.period, {
			started: { known: false },
			ended: { known: false },
			ongoing: { known: false },
		});
		assert.deepEqual(record.organisation, { known: false });
		assert.deepEqual(record.known.cost, { known: false });
		assert.doesNotMatch(JSON.stringify(record), /null/);
	});
	test('tells "does not go on" from "not known"', () => {
		const catalogue = catalogueOf({ examples: [example('a', { period: { ongoing: false } })] });
		assert.deepEqual(
			catalogue.examples.map((item) => toExampleRecord(catalogue, item, bodyOf)).find(({ id }) => id === 'a')?.period
				.ongoing,
			{
				known: true,
				value: false,
			},
		);
	});
	test('names every municipality', async () => {
		const catalogue = catalogueOf({
			municipalities: both,
			examples: [example('a', { municipalities: ['orebro', 'lund'] })],
		});
		const file = await published(catalogue);
		assert.deepEqual(
			file.examples.find(({ id }) => id === 'a')?.municipalities.map(({ code }) => code),
			['1880', '1281'],
		);
	});
	test('a withdrawn one is there with its status, day and reason, and stands in no list', async () => {
		const file = await published(catalogueOf({ examples: [example('a', withdrawn)] }));
		const record = file.examples.find(({ id }) => id === 'a');
		assert.equal(record?.status, 'withdrawn');
		assert.deepEqual(record?.withdrawn, withdrawn.withdrawn);
		assert.ok(file.points.every(({ examples }) => examples.every(({ id }) => id !== 'a')));
		assert.deepEqual(catalogueFile.safeParse(file).error?.issues ?? [], []);
	});
	test('a document without date or outcome says so', async () => {
		const [record] = (await published(catalogueOf({ documents: [paper('d')] }))).documents;
		assert.deepEqual(record?.date, { known: false });
		assert.deepEqual(record?.outcome, { applies: false });
	});
});

describe('the table', () => {
	const table = (fields: object) =>
		toExamplesCsv(
			catalogueOf({
				municipalities: both,
				examples: [example('a', fields), example('z', { municipalities: ['orebro'] })],
			}),
		);
	test('joins several municipalities and says what is missing', () => {
		const csv = table({ municipalities: ['lund', 'orebro'] });
		assert.match(csv, /;Lund \| Örebro;1281 Lund \| 1880 Örebro;/);
		assert.match(csv, /;Uppgift saknas;/);
	});
	test('quotes what would break a row, and makes no formula of a text', () => {
		const csv = table({ title: '=SUMMA(A1)', summary: 'Ett "ord"; och ett till.' });
		assert.ok(csv.includes(`;'=SUMMA(A1);`));
		assert.ok(csv.includes('"Ett ""ord""; och ett till."'));
	});
	test('withdrawn examples are rows', () =>
		assert.match(table(withdrawn), /;tillbakadraget;2026-06-01: Källan var fel\.;/));
});

describe('feeds', () => {
	const change = {
		changes: [{ date: '2026-05-01', note: 'Rättat startår.' }],
		points: [7, 3],
		municipalities: ['lund'],
	};
	const catalogue = catalogueOf({
		municipalities: both,
		examples: [example('a', change), example('b', { municipalities: ['orebro'], points: [2] })],
	});
	const feeds = toFeeds(catalogue);

	test('an edit stands in the feeds of all, of changes, of its points and its municipality, and in no other', () => {
		const id = 'https://tiopunkten.se/exempel/a/#andring-2026-05-01-1';
		assert.deepEqual(
			feeds.filter(({ events }) => events.some((event) => event.id === id)).map(({ xml }) => xml),
			['/flode.xml', '/andringar.xml', '/punkt/3/flode.xml', '/punkt/7/flode.xml', '/kommun/lund/flode.xml'],
		);
	});
	test('it says what changed, and comes before what is older', () => {
		const [first] = feeds[0]!.events;
		assert.equal(first?.title, 'Ändrat: Exemplet a – Lunds kommun');
		assert.equal(first?.text, 'Rättat startår.');
	});
	test('the feed of changes holds no new texts', () => assert.equal(feeds[1]!.events.length, 1));
	test('a change in the text of a point is told in the point’s feed and in the feed of changes', () => {
		const points = Array.from({ length: 10 }, (_, index) =>
			point(index + 1, index === 3 ? { changes: change.changes } : {}),
		);
		assert.deepEqual(
			toFeeds(catalogueOf({ points }))
				.filter(({ events }) => events.some(({ title }) => title === 'Ändrat: Punkt 4: Punkt 4'))
				.map(({ xml }) => xml),
			['/flode.xml', '/andringar.xml', '/punkt/4/flode.xml'],
		);
	});
	test('a withdrawal is told with its reason', () => {
		const [event] = toFeeds(catalogueOf({ examples: [example('a', withdrawn)] }))[1]!.events;
		assert.deepEqual([event?.kind, event?.text], ['withdrawn', 'Källan var fel.']);
	});
	test('a merger is told of the example that is left, also to those who follow the one that went', () => {
		const merged = toFeeds(
			catalogueOf({
				municipalities: both,
				examples: [
					example('a', { points: [7] }),
					example('b', {
						municipalities: ['orebro'],
						points: [2],
						status: 'merged',
						mergedInto: 'a',
						reviewed: '2026-06-01',
					}),
				],
			}),
		);
		const id = 'https://tiopunkten.se/exempel/a/#sammanslaget-b';
		const found = merged.filter(({ events }) => events.some((event) => event.id === id));
		for (const xml of [
			'/flode.xml',
			'/andringar.xml',
			'/punkt/2/flode.xml',
			'/punkt/7/flode.xml',
			'/kommun/lund/flode.xml',
		])
			assert.ok(
				found.some((feed) => feed.xml === xml),
				xml,
			);
		const event = merged[1]!.events.find((one) => one.id === id);
		assert.deepEqual(
			[event?.url, event?.date, event?.text],
			['https://tiopunkten.se/exempel/a/', '2026-06-01', 'Exemplet ”Exemplet b” har gått upp i det här exemplet.'],
		);
	});
	test('two changes on one day have ids of their own', () => {
		const changes = [1, 2].map((number) => ({ date: '2026-05-01', note: `Ändring ${number}.` }));
		const [, { events } = { events: [] }] = toFeeds(catalogueOf({ examples: [example('a', { changes })] }));
		assert.equal(new Set(events.map(({ id }) => id)).size, 2);
	});
	test('a feed where nothing has happened is still a feed', () => {
		const empty = { ...feeds[1]!, events: [] };
		assert.match(toAtom(empty, '2026-01-01'), /<updated>2026-01-01T00:00:00Z<\/updated>/);
		assert.deepEqual((toJsonFeed(empty) as { items: unknown[] }).items, []);
	});
});

describe('pages for machines', () => {
	test('the sitemap states the day of the latest change and leaves withdrawn examples out', () => {
		const examples = [example('a', { changes: [{ date: '2026-05-01', note: 'Rättat.' }] }), example('b', withdrawn)];
		const xml = toSitemap(toSitePages(catalogueOf({ examples }), bodyOf));
		assert.match(xml, /<loc>https:\/\/tiopunkten\.se\/exempel\/a\/<\/loc><lastmod>2026-05-01<\/lastmod>/);
		assert.doesNotMatch(xml, /exempel\/b\//);
	});
	test('the twin of a withdrawn example begins with why', () => {
		const pages = toSitePages(catalogueOf({ examples: [example('a', withdrawn)] }), bodyOf);
		assert.match(
			toTwin(pages.find(({ path }) => path === '/exempel/a/')!),
			/^# Exemplet a\n\nTillbakadraget 1\u00a0juni 2026\. Källan var fel\./,
		);
	});
	test('components become Markdown, comments and code go, addresses are whole', () => {
		const { lead, sections } = readSections(
			'Skriv till <Contact />.[^1]\n\n{/* osynligt */}\n\n<Note title="Obs.">\nLäs [mer](/om/).\n</Note>\n\n## Steg\n\n<Steps>\n\n1. Ett\n2. Två\n\n</Steps>\n\n[^1]: Noten.\n',
		);
		assert.equal(
			lead,
			'Skriv till <redaktionen@tiopunkten.se>.[^1]\n\n> **Obs.**\n>\n> Läs [mer](https://tiopunkten.se/om/).\n\n[^1]: Noten.',
		);
		assert.deepEqual(sections, [{ id: 'steg', title: 'Steg', markdown: '1. Ett\n2. Två' }]);
	});
});

test('a block of data cannot end the element it stands in', () => {
	const catalogue = catalogueOf({ examples: [example('a', { title: 'Slut </script><b>' })] });
	const text = toJsonLd([describeExample(catalogue.examples.find(({ id }) => id === 'a')!)]);
	assert.doesNotMatch(text, /</);
	assert.match(JSON.parse(text)['@graph'][0].headline, /<\/script>/);
});

test('text in XML is escaped, and what XML cannot hold is left out', () =>
	assert.equal(escapeXml('a < b & "c" \u0000d'), 'a &lt; b &amp; &quot;c&quot; d'));

test('a link to a source names its copy and the day', () => {
	const archivedUrl = 'https://web.archive.org/web/2019/https://exempel.se/';
	assert.deepEqual(robustLink(source('a', { archivedUrl, retrieved: '2026-03-01' }).data, '2026-01-01'), {
		'data-originalurl': 'https://exempel.se/',
		'data-versionurl': archivedUrl,
		'data-versiondate': '2026-03-01',
	});
	assert.equal(robustLink(source('a').data, '2026-01-01')['data-versiondate'], '2026-01-01');
});

describe('the day of a list in the sitemap', () => {
	test('is that of a withdrawal when an example has left it', () => {
		const catalogue = catalogueOf({ examples: [example('a', withdrawn), example('b')] });
		const days = new Map(toSitePages(catalogue, bodyOf).map(({ path, modified }) => [path, modified]));
		for (const list of ['/exempel/', '/punkt/1/', '/kommun/lund/']) assert.equal(days.get(list), '2026-06-01', list);
		assert.equal(days.get('/punkt/2/'), '2026-01-01');
	});
});

describe('the time of an example in JSON-LD', () => {
	for (const [what, period, expected] of [
		['a start alone claims no end', { started: 2013 }, '2013'],
		['work that goes on is open', { started: 2013, ongoing: true }, '2013/..'],
		['a start and an end', { started: 2013, ended: 2015 }, '2013/2015'],
		['an end alone claims no start', { ended: 2015 }, '../2015'],
	] as const)
		test(what, () => {
			const catalogue = catalogueOf({ examples: [example('a', { period })] });
			const described = JSON.stringify(describeExample(catalogue.examples.find(({ id }) => id === 'a')!));
			assert.ok(described.includes(`"temporalCoverage":"${expected}"`), described);
		});
});
