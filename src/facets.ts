/**
 * What a reader can narrow the catalogue by, as values of Pagefind's filter attribute: `typ:exempel`, `punkt:7`,
 * `kommun:lund`. The values are ids; their labels stand in the search page's form.
 */
import type { Concept, Example, Municipality, Paper, Point } from './catalogue/catalogue.ts';
import type { ConceptKind } from './catalogue/collections.ts';

type Facet = readonly [key: string, value: string | number];

/** The name that a vocabulary has in addresses and in the index. */
export const FACET_OF_KIND: Readonly<Record<ConceptKind, string>> = {
	method: 'metod',
	audience: 'malgrupp',
	ground: 'grund',
	racism: 'rasism',
	evidence: 'kunskap',
	documentType: 'dokumenttyp',
};

const print = (facets: readonly Facet[]) => facets.map(([key, value]) => `${key}:${value}`);
const points = (list: readonly Point[]): Facet[] => [
	...list.map(({ number }): Facet => ['punkt', number]),
	...list.slice(0, 1).map(({ number }): Facet => ['huvudpunkt', number]),
];
const concepts = (list: readonly Concept[]): Facet[] => list.map(({ kind, id }) => [FACET_OF_KIND[kind], id]);
const year = (value: number | string | undefined): Facet[] =>
	value === undefined ? [] : [['ar', String(value).slice(0, 4)]];

export function exampleFacets(example: Example): string[] {
	return print([
		['typ', 'exempel'],
		...points(example.points),
		...example.municipalities.map(({ id }): Facet => ['kommun', id]),
		...concepts([...example.grounds, ...example.racism, ...example.audiences, ...example.methods]),
		['kunskap', example.evidence],
		...year(example.period?.started ?? example.period?.ended),
	]);
}

export function documentFacets(document: Paper): string[] {
	return print([
		['typ', 'dokument'],
		...points(document.points),
		['kommun', document.municipality.id],
		...concepts([document.type]),
		...year(document.date),
	]);
}

/** What is neither an example nor a document says so once more, in a filter that stays small when those grow many. */
const other = (kind: string): Facet[] => [
	['typ', kind],
	['slag', kind],
];

export const pointFacets = (point: Point) => print([...other('punkt'), ...points([point])]);

export const municipalityFacets = (municipality: Municipality) =>
	print([...other('kommun'), ['kommun', municipality.id]]);

export const conceptFacets = (concept: Concept) => print([...other('begrepp'), ...concepts([concept])]);

export const pageFacets = () => print(other('sida'));
