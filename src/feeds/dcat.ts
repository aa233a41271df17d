/**
 * The catalogue as Sweden's data portal harvests it: DCAT-AP-SE 3.0.1, one graph in three notations. The portal reads
 * RDF/XML at /datasets/dcat, once a night.
 */
import { graph, literal, Namespace, serialize, sym } from 'rdflib';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { pagePath, startPath, toAbsolute } from '../paths.ts';
import { SITE } from '../site.ts';
import { DATA } from './addresses.ts';
import { modifiedOf } from './dates.ts';
import { XML_HEAD } from './xml.ts';

const RDF = Namespace('http://www.w3.org/1999/02/22-rdf-syntax-ns#');
const DCAT = Namespace('http://www.w3.org/ns/dcat#');
const DCTERMS = Namespace('http://purl.org/dc/terms/');
const FOAF = Namespace('http://xmlns.com/foaf/0.1/');
const VCARD = Namespace('http://www.w3.org/2006/vcard/ns#');
const XSD = Namespace('http://www.w3.org/2001/XMLSchema#');

const EU = 'http://publications.europa.eu/resource/authority';
/** The licence as the portal knows it: without the language of its text. */
const LICENCE = SITE.licence.url.replace(/deed\.\w+$/, '');

interface Download {
	readonly id: string;
	readonly title: string;
	readonly description: string;
	readonly files: readonly (readonly [path: string, mediaType: string, description: string, schema?: string])[];
}

const DATASETS: readonly Download[] = [
	{
		id: 'katalog',
		title: 'Kommuners arbete mot rasism och diskriminering: hela katalogen',
		description:
			'Exempel, punkter, dokument, kommuner, begrepp och källor ur katalogen Tiopunkten, med granskningsdatum. Tillbakadragna exempel är med och har sin status.',
		files: [
			[DATA.catalogue, 'application/json', 'Hela katalogen som JSON, enligt schemat.', DATA.catalogueSchema],
			[DATA.llmsFull, 'text/markdown', 'Alla texter i en fil, som Markdown.'],
		],
	},
	{
		id: 'exempel',
		title: 'Exempel på kommuners arbete mot rasism och diskriminering',
		description: 'En rad för varje exempel: kommun, punkt, tid, grunder, målgrupper, metoder, kunskapsläge och källor.',
		files: [[DATA.examplesCsv, 'text/csv', 'Tabell med semikolon, UTF-8.']],
	},
	{
		id: 'dokument',
		title: 'Kommunala dokument om arbete mot rasism och diskriminering',
		description: 'En rad för varje motion, svar, plan eller yttrande: kommun, datum, utfall, punkter och källor.',
		files: [[DATA.documentsCsv, 'text/csv', 'Tabell med semikolon, UTF-8.']],
	},
	{
		id: 'kommuner',
		title: 'Kommuner i katalogen Tiopunkten',
		description: 'En rad för varje kommun: kommunkod, län, medlemskap i ECCAR, antal exempel och dokument.',
		files: [[DATA.municipalitiesCsv, 'text/csv', 'Tabell med semikolon, UTF-8.']],
	},
];

export interface Dcat {
	readonly xml: string;
	readonly turtle: string;
	readonly jsonLd: string;
}

export async function toDcat(catalogue: Catalogue): Promise<Dcat> {
	const store = graph();
	const base = toAbsolute(DATA.dcat);
	const node = (name: string) => sym(`${base}#${name}`);
	const sv = (text: string) => literal(text, 'sv');
	const day = (iso: string) => literal(iso, XSD('date'));
	const modified = day(modifiedOf(catalogue));
	const published = day(catalogue.points.map((point) => point.published).sort()[0] ?? '');
	const publisher = node('utgivare');
	const contact = node('kontakt');
	const root = node('katalog');

	store.add(publisher, RDF('type'), FOAF('Agent'));
	store.add(publisher, FOAF('name'), sv(SITE.name));
	store.add(publisher, FOAF('homepage'), sym(toAbsolute(startPath())));
	store.add(publisher, DCTERMS('type'), sym('http://purl.org/adms/publishertype/NonProfitOrganisation'));
	store.add(contact, RDF('type'), VCARD('Organization'));
	store.add(contact, VCARD('fn'), literal(`Redaktionen för ${SITE.name}`));
	store.add(contact, VCARD('hasEmail'), sym(`mailto:${SITE.contact}`));

	store.add(root, RDF('type'), DCAT('Catalog'));
	store.add(root, DCTERMS('title'), sv(`${SITE.name}: öppna data`));
	store.add(root, DCTERMS('description'), sv(SITE.description));
	store.add(root, DCTERMS('publisher'), publisher);
	store.add(root, DCTERMS('license'), sym(LICENCE));
	store.add(root, DCTERMS('language'), sym(`${EU}/language/SWE`));
	store.add(root, DCTERMS('issued'), published);
	store.add(root, DCTERMS('modified'), modified);
	store.add(root, FOAF('homepage'), sym(toAbsolute(pagePath({ id: 'data' }))));
	store.add(root, DCAT('themeTaxonomy'), sym(`${EU}/data-theme`));

	for (const { id, title, description, files } of DATASETS) {
		const dataset = node(`datamangd-${id}`);
		store.add(root, DCAT('dataset'), dataset);
		store.add(dataset, RDF('type'), DCAT('Dataset'));
		store.add(dataset, DCTERMS('title'), sv(title));
		store.add(dataset, DCTERMS('description'), sv(description));
		store.add(dataset, DCTERMS('publisher'), publisher);
		store.add(dataset, DCAT('contactPoint'), contact);
		store.add(dataset, DCAT('landingPage'), sym(toAbsolute(pagePath({ id: 'data' }))));
		for (const theme of ['SOCI', 'GOVE']) store.add(dataset, DCAT('theme'), sym(`${EU}/data-theme/${theme}`));
		for (const keyword of ['rasism', 'diskriminering', 'kommuner', 'mänskliga rättigheter'])
			store.add(dataset, DCAT('keyword'), sv(keyword));
		store.add(dataset, DCTERMS('accessRights'), sym(`${EU}/access-right/PUBLIC`));
		store.add(dataset, DCTERMS('spatial'), sym('http://publications.europa.eu/resource/authority/country/SWE'));
		store.add(dataset, DCTERMS('language'), sym(`${EU}/language/SWE`));
		store.add(dataset, DCTERMS('accrualPeriodicity'), sym(`${EU}/frequency/IRREG`));
		store.add(dataset, DCTERMS('issued'), published);
		store.add(dataset, DCTERMS('modified'), modified);
		files.forEach(([path, mediaType, text, schema], index) => {
			const distribution = node(`distribution-${id}-${index + 1}`);
			store.add(dataset, DCAT('distribution'), distribution);
			store.add(distribution, RDF('type'), DCAT('Distribution'));
			store.add(distribution, DCTERMS('title'), sv(`${title} (${mediaType})`));
			store.add(distribution, DCTERMS('description'), sv(text));
			store.add(distribution, DCAT('accessURL'), sym(toAbsolute(path)));
			store.add(distribution, DCAT('downloadURL'), sym(toAbsolute(path)));
			store.add(distribution, DCTERMS('format'), literal(mediaType));
			store.add(distribution, DCTERMS('license'), sym(LICENCE));
			if (schema) store.add(distribution, DCTERMS('conformsTo'), sym(toAbsolute(schema)));
		});
	}

	for (const [prefix, namespace] of Object.entries({
		dcat: DCAT,
		dcterms: DCTERMS,
		foaf: FOAF,
		vcard: VCARD,
		xsd: XSD,
	}))
		store.setPrefixForURI(prefix, namespace('').value);
	// A base that nothing lies below, so that every address is written out: the portal asks for absolute ones.
	const write = (type: string) => String(serialize(null, store, 'urn:x', type));
	return {
		xml: XML_HEAD + write('application/rdf+xml'),
		// The library names an empty prefix relative to nowhere; nothing uses it.
		turtle: write('text/turtle').replace('@prefix : <#>.\n', ''),
		jsonLd: write('application/ld+json'),
	};
}
