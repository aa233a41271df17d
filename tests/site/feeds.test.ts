/** Feeds, sitemap, structured data and descriptions in dist/, read by parsers that nobody here wrote. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { XMLParser } from 'fast-xml-parser';
import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import jsonld from 'jsonld';
import { Parser as TurtleParser, type Quad } from 'n3';
import { RdfXmlParser } from 'rdfxml-streaming-parser';
import { memoryPages, validateXML } from 'xmllint-wasm';
import { lastChange } from '../../src/feeds/dates.ts';
import { catalogue } from '../support/content.ts';
import { answers, DIST, pageAt, pages } from '../support/site.ts';

const ORIGIN = 'https://tiopunkten.se';
const read = (path: string) => readFileSync(join(DIST, path), 'utf8');
const files = readdirSync(DIST, { recursive: true, encoding: 'utf8' }).map((file) => `/${file}`);
const parser = new XMLParser({
	ignoreAttributes: false,
	parseTagValue: false,
	isArray: (name) => ['entry', 'url', 'link', 'Url', 'category'].includes(name),
});
const parseXml = (path: string) => {
	return parser.parse(read(path)) as Record<string, any>;
};
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;
const isOurs = (url: string) => url.startsWith(`${ORIGIN}/`) && answers(new URL(url).pathname);

describe('feeds', () => {
	const atom = files.filter((file) => /\/(flode|andringar)\.xml$/.test(file));
	test('there is one for all, for changes, for each point and each municipality, in two forms', () => {
		assert.equal(atom.length, 2 + 10 + catalogue.municipalities.length);
		for (const file of atom) assert.ok(existsSync(join(DIST, file.replace(/xml$/, 'json'))), file);
	});
	test('every Atom feed has what RFC 4287 demands', () => {
		for (const file of atom) {
			const { feed } = parseXml(file);
			assert.equal(feed['@_xmlns'], 'http://www.w3.org/2005/Atom');
			for (const text of [feed.id, feed.title, feed.author.name]) assert.ok(text, file);
			assert.match(feed.updated, MOMENT);
			const self = feed.link.find((link: Record<string, string>) => link['@_rel'] === 'self');
			assert.equal(self['@_href'], ORIGIN + file);
			const ids = (feed.entry ?? []).map((entry: { id: string }) => entry.id);
			assert.deepEqual([...new Set(ids)], ids, file);
			for (const entry of feed.entry ?? []) {
				assert.match(entry.updated, MOMENT);
				assert.ok(entry.title && entry.summary, file);
				assert.ok(isOurs(entry.link[0]['@_href']), entry.link[0]['@_href']);
			}
		}
	});
	test('every JSON Feed has what version 1.1 demands, and the same entries', () => {
		for (const file of atom) {
			const feed = JSON.parse(read(file.replace(/xml$/, 'json')));
			assert.equal(feed.version, 'https://jsonfeed.org/version/1.1');
			assert.equal(feed.feed_url, ORIGIN + file.replace(/xml$/, 'json'));
			assert.ok(feed.title && isOurs(feed.home_page_url));
			for (const item of feed.items) assert.ok(item.id && item.content_text && isOurs(item.url), file);
			assert.deepEqual(
				feed.items.map(({ id }: { id: string }) => id),
				(parseXml(file)['feed'].entry ?? []).map(({ id }: { id: string }) => id),
			);
		}
	});
	test('a reader of feeds finds the same in both forms', () => {
		for (const file of atom) {
			const { entries = [], title, updated } = parseAtomFeed(read(file));
			const { items = [], title: sameTitle } = parseJsonFeed(read(file.replace(/xml$/, 'json')));
			assert.deepEqual([title?.value, Boolean(updated)], [sameTitle, true], file);
			assert.deepEqual(
				entries.map((entry) => [entry.id, entry.title?.value, entry.links?.[0]?.href, entry.summary?.value]),
				items.map((item) => [item.id, item.title, item.url, item.content_text]),
				file,
			);
		}
	});
	test('the page of each point and municipality leads to its feeds', () => {
		for (const path of [
			'/',
			...catalogue.points.map(({ number }) => `/punkt/${number}/`),
			...catalogue.municipalities.map(({ id }) => `/kommun/${id}/`),
		])
			for (const [type, file] of [
				['application/atom+xml', 'flode.xml'],
				['application/feed+json', 'flode.json'],
			])
				assert.equal(
					pageAt(path).root.querySelector(`link[rel=alternate][type="${type}"]`)?.getAttribute('href'),
					path + file,
				);
	});
});

test('the sitemap lists every page but the search and those that search engines leave out, with the day of its latest change', () => {
	const urls = parseXml('/sitemap.xml')['urlset'].url as { loc: string; lastmod: string }[];
	const hidden = new Set([
		'/sok/',
		...pages.filter(({ root }) => root.querySelector('meta[name=robots][content=noindex]')).map(({ path }) => path),
	]);
	assert.deepEqual(
		urls.map(({ loc }) => loc).sort(),
		pages
			.map(({ path }) => path)
			.filter((path) => !hidden.has(path))
			.map((path) => ORIGIN + path)
			.sort(),
	);
	const days = new Map(urls.map(({ loc, lastmod }) => [loc, lastmod]));
	for (const example of catalogue.listed)
		assert.equal(days.get(`${ORIGIN}/exempel/${example.id}/`), lastChange(example));
	assert.match(read('/robots.txt'), /^Sitemap: https:\/\/tiopunkten\.se\/sitemap\.xml$/m);
});

test('every XML file is well formed, and the sitemap follows the schema of sitemaps.org', async () => {
	const xml = files
		.filter((file) => /\.(xml|rdf)$/.test(file))
		.map((fileName) => ({ fileName, contents: read(fileName) }));
	assert.ok(xml.length > 90);
	const wellFormed = await validateXML({ xml, normalization: 'c14n', maxMemoryPages: memoryPages.GiB });
	assert.deepEqual(wellFormed.errors, []);
	const schema = readFileSync(new URL('schema/sitemap.xsd', import.meta.resolve('sitemap/package.json')), 'utf8');
	const sitemap = await validateXML({ xml: read('/sitemap.xml'), schema });
	assert.deepEqual(sitemap.errors, []);
});

describe('what pages tell programs', () => {
	const linked = (path: string, rel: string) =>
		pageAt(path)
			.root.querySelectorAll('link')
			.filter((link) => link.getAttribute('rel')?.split(' ').includes(rel))
			.map((link) => link.getAttribute('href'));
	const shown = pages.filter(({ path }) => path !== '/404.html');

	test('every page links its Markdown twin, licence, citation, type and linkset', () => {
		for (const { path } of shown) {
			assert.ok(linked(path, 'alternate').includes(`${path}index.md`), path);
			assert.deepEqual(linked(path, 'cite-as'), [ORIGIN + path]);
			assert.equal(linked(path, 'license').length, 1);
			assert.match(linked(path, 'type')[0] ?? '', /^https:\/\/schema\.org\/[A-Z]/);
			assert.deepEqual(linked(path, 'linkset'), ['/data/linkset.json']);
		}
	});
	test('every page with a record says that the record describes it', () => {
		for (const { path } of shown)
			assert.deepEqual(
				linked(path, 'describedby'),
				existsSync(join(DIST, path, 'data.json')) ? [`${path}data.json`] : [],
				path,
			);
	});

	const dataOf = (path: string) =>
		JSON.parse(pageAt(path).root.querySelector('script[type="application/ld+json"]')?.text ?? '{}') as Record<
			string,
			any
		>;
	test('the data on every page is JSON-LD that expands without loss', async () => {
		for (const { path } of shown) {
			const data = dataOf(path);
			assert.equal(data['@context'], 'https://schema.org');
			const [graph] = [
				await jsonld.expand({ '@context': { '@vocab': 'https://schema.org/' }, '@graph': data['@graph'] }),
			];
			assert.equal(graph.length, data['@graph'].length, path);
		}
	});
	test('an example says about, where, when, from what, its state, its licence and when it changed', () => {
		for (const example of catalogue.examples) {
			const article = dataOf(`/exempel/${example.id}/`)['@graph'][0];
			assert.equal(article['@type'], 'Article');
			assert.equal(article.about.length, example.points.length);
			assert.deepEqual(
				article.spatialCoverage.map((area: any) => area.identifier.value),
				example.municipalities.map(({ code }) => code),
			);
			assert.equal(article.isBasedOn.length, example.sources.length);
			assert.equal(article.dateModified, lastChange(example));
			assert.ok(article.creativeWorkStatus && article.license && article.headline);
			assert.equal(
				'temporalCoverage' in article,
				Boolean(example.period?.started ?? example.period?.ended),
				example.id,
			);
		}
	});
	test('the breadcrumb in the data is the one on the page', () => {
		for (const { path, root } of shown.filter((page) => page.root.querySelector('.crumbs'))) {
			const list = dataOf(path)['@graph'].find((thing: any) => thing['@type'] === 'BreadcrumbList');
			assert.deepEqual(
				list.itemListElement.map(({ name }: { name: string }) => name),
				root.querySelectorAll('.crumbs li').map((item) => item.text.trim().replaceAll('&amp;', '&')),
				path,
			);
			for (const { item } of list.itemListElement) assert.ok(isOurs(item), item);
		}
	});
	test('the start page, the concepts and the dataset are described', () => {
		const types = (path: string) => dataOf(path)['@graph'].map((thing: any) => thing['@type']);
		assert.deepEqual(types('/'), ['WebSite', 'DefinedTermSet']);
		assert.equal(dataOf('/')['@graph'][1].hasDefinedTerm.length, 10);
		assert.match(dataOf('/')['@graph'][0].potentialAction.target.urlTemplate, /\/sok\/\?q=\{search_term_string\}$/);
		assert.equal(types('/begrepp/').filter((type: string) => type === 'DefinedTermSet').length, 6);
		assert.ok(types('/data/').includes('Dataset'));
	});
	test('every external link has a day for its archived copy, and shows the copy when there is one', () => {
		for (const { path, root } of pages)
			for (const link of root
				.querySelectorAll('a[href^="http"]')
				.filter((link) => !isOurs(link.getAttribute('href') ?? ''))) {
				assert.match(link.getAttribute('data-versiondate') ?? '', /^\d{4}-\d{2}-\d{2}$/, path);
				assert.equal(link.hasAttribute('data-versionurl'), link.hasAttribute('data-originalurl'), path);
			}
		for (const { id, sources } of catalogue.examples)
			for (const { source } of sources.filter((item) => item.source.archivedUrl))
				assert.ok(pageAt(`/exempel/${id}/`).root.querySelector(`.kalla a[href="${source.archivedUrl}"]`), id);
	});
	test('examples and points have a picture to share of at most 60 kB', () => {
		for (const path of [
			...catalogue.examples.map(({ id }) => `/exempel/${id}/`),
			...catalogue.points.map(({ number }) => `/punkt/${number}/`),
		]) {
			assert.equal(
				pageAt(path).root.querySelector('meta[property="og:image"]')?.getAttribute('content'),
				`${ORIGIN}${path}dela.png`,
			);
			const png = readFileSync(join(DIST, path, 'dela.png'));
			assert.deepEqual([png.subarray(1, 4).toString(), png.readUInt32BE(16), png.readUInt32BE(20)], ['PNG', 1200, 630]);
			assert.ok(png.length <= 60_000, `${path} ${png.length}`);
		}
	});
});

test('the linkset reads as linked data, with the context that RFC 9264 gives in its appendix A', async () => {
	const file = JSON.parse(read('/data/linkset.json')) as { linkset: Record<string, object[]>[] };
	const context = {
		'@vocab': 'https://www.iana.org/assignments/link-relations/',
		anchor: '@id',
		href: '@id',
		linkset: '@graph',
	};
	const quads = (await jsonld.toRDF({ '@context': context, ...file } as object)) as unknown as Quad[];
	const links = file.linkset.flatMap(({ anchor: _, ...relations }) => Object.values(relations).flat());
	assert.equal(quads.filter(({ object }) => object.termType === 'NamedNode').length, links.length);
});

test('the linkset leads to files that are there', () => {
	const { linkset } = JSON.parse(read('/data/linkset.json')) as { linkset: Record<string, any>[] };
	assert.ok(linkset.length > 350);
	for (const { anchor, type: _, license, ...relations } of linkset) {
		assert.ok(isOurs(anchor) && license.length === 1);
		for (const { href } of Object.values(relations).flat()) assert.ok(isOurs(href), href);
	}
});

test('the search description and the manifest lead to what is there', () => {
	const { OpenSearchDescription: description } = parseXml('/opensearch.xml');
	assert.ok(description.ShortName.length <= 16);
	const { '@_template': template } = description.Url.find(
		(url: Record<string, string>) => url['@_type'] === 'text/html',
	);
	assert.ok(isOurs(template.replace('{searchTerms}', 'x')));
	const manifest = JSON.parse(read('/manifest.webmanifest'));
	for (const { src } of manifest.icons) assert.ok(answers(src), src);
	assert.deepEqual([manifest.lang, manifest.start_url], ['sv', '/']);
});

describe('the description of the data for the national portal', () => {
	const DCAT = 'http://www.w3.org/ns/dcat#';
	const DCTERMS = 'http://purl.org/dc/terms/';
	const TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
	const key = ({ subject, predicate, object }: Quad) => `${subject.value} ${predicate.value} ${object.value}`;
	const readRdfXml = async () => {
		const rdf = new RdfXmlParser();
		const quads: Quad[] = [];
		rdf.on('data', (quad: Quad) => quads.push(quad));
		const done = new Promise((resolve, reject) => rdf.on('end', resolve).on('error', reject));
		rdf.end(read('/datasets/dcat'));
		await done;
		return quads;
	};

	test('RDF/XML, Turtle and JSON-LD say the same', async () => {
		const xml = (await readRdfXml()).map(key).sort();
		const turtle = (new TurtleParser().parse(read('/datasets/dcat.ttl')) as Quad[]).map(key).sort();
		const json = (await jsonld.toRDF(JSON.parse(read('/datasets/dcat.jsonld')))) as unknown as Quad[];
		assert.ok(xml.length > 100);
		assert.deepEqual(turtle, xml);
		assert.deepEqual(json.map(key).sort(), xml);
	});

	test('every address is absolute', async () => {
		for (const { subject, predicate, object } of await readRdfXml())
			for (const node of [subject, predicate, object])
				if (node.termType === 'NamedNode') assert.match(node.value, /^(https?:\/\/|mailto:)/);
	});

	test('DCAT-AP-SE’s mandatory properties are there', async () => {
		const quads = await readRdfXml();
		const ofType = (type: string) =>
			quads
				.filter(({ predicate, object }) => predicate.value === TYPE && object.value === type)
				.map(({ subject }) => subject.value);
		const has = (subject: string, property: string) =>
			quads.filter((quad) => quad.subject.value === subject && quad.predicate.value === property);
		const cases = [
			[
				`${DCAT}Catalog`,
				['title', 'description', 'publisher', 'license'].map((name) => DCTERMS + name).concat(`${DCAT}dataset`),
			],
			[
				`${DCAT}Dataset`,
				['title', 'description', 'publisher']
					.map((name) => DCTERMS + name)
					.concat(`${DCAT}distribution`, `${DCAT}contactPoint`),
			],
			[`${DCAT}Distribution`, [`${DCAT}accessURL`, `${DCTERMS}license`, `${DCTERMS}format`]],
			['http://xmlns.com/foaf/0.1/Agent', ['http://xmlns.com/foaf/0.1/name']],
			[
				'http://www.w3.org/2006/vcard/ns#Organization',
				['http://www.w3.org/2006/vcard/ns#fn', 'http://www.w3.org/2006/vcard/ns#hasEmail'],
			],
		] as const;
		for (const [type, properties] of cases) {
			assert.ok(ofType(type).length > 0, type);
			for (const subject of ofType(type))
				for (const property of properties) assert.ok(has(subject, property).length > 0, `${subject} ${property}`);
		}
		for (const subject of ofType(`${DCAT}Distribution`))
			for (const { object } of has(subject, `${DCAT}downloadURL`)) assert.ok(isOurs(object.value), object.value);
		for (const { object } of quads.filter(({ predicate }) => /(issued|modified)$/.test(predicate.value)))
			assert.equal(object.termType === 'Literal' && object.datatype.value, 'http://www.w3.org/2001/XMLSchema#date');
	});
});

test('every curl line on the page about the data leads to a file', () => {
	const lines = [...readFileSync('content/sidor/data.mdx', 'utf8').matchAll(/^curl .*?(https:\S+)$/gm)].map(
		(match) => match[1] as string,
	);
	assert.ok(lines.length >= 6);
	for (const url of lines) assert.ok(isOurs(url), url);
});
