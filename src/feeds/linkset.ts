/** Every page's typed links in one file (RFC 9264), for harvesters that follow FAIR Signposting. */
import type { Catalogue } from '../catalogue/catalogue.ts';
import { conceptPath, documentPath, examplePath, municipalityPath, pagePath, pointPath, toAbsolute } from '../paths.ts';
import { SITE } from '../site.ts';
import { hasPage } from '../wording.ts';
import { DATA, recordPath, twinPath } from './addresses.ts';

const json = (path: string) => ({ href: toAbsolute(path), type: 'application/json' });

export function toLinkset(catalogue: Catalogue): object {
	const thing = (type: string) => (page: string) => ({
		anchor: toAbsolute(page),
		'cite-as': [{ href: toAbsolute(page) }],
		type: [{ href: `https://schema.org/${type}` }],
		license: [{ href: SITE.licence.url }],
		describedby: [json(recordPath(page))],
		alternate: [{ href: toAbsolute(twinPath(page)), type: 'text/markdown' }],
		collection: [{ href: toAbsolute(pagePath({ id: 'data' })), type: 'text/html' }],
	});
	const file = (path: string, type: string) => ({ href: toAbsolute(path), type });
	return {
		linkset: [
			{
				anchor: toAbsolute(pagePath({ id: 'data' })),
				type: [{ href: 'https://schema.org/Dataset' }],
				license: [{ href: SITE.licence.url }],
				describedby: [
					file(DATA.dcatXml, 'application/rdf+xml'),
					file(DATA.dcatTurtle, 'text/turtle'),
					file(DATA.catalogueSchema, 'application/schema+json'),
				],
				item: [
					json(DATA.catalogue),
					file(DATA.examplesCsv, 'text/csv'),
					file(DATA.documentsCsv, 'text/csv'),
					file(DATA.municipalitiesCsv, 'text/csv'),
				],
			},
			...catalogue.examples.map(examplePath).map(thing('Article')),
			...catalogue.documents.map(documentPath).map(thing('Article')),
			...catalogue.points.map((point) => pointPath(point)).map(thing('DefinedTerm')),
			...catalogue.municipalities.map((municipality) => municipalityPath(municipality)).map(thing('CollectionPage')),
			...catalogue.concepts
				.filter(hasPage)
				.map((concept) => conceptPath(concept))
				.map(thing('DefinedTerm')),
		],
	};
}
