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
/** The periods to choose by: their first year, their value and what they are called, the latest first. */
export const PERIODS: readonly (readonly [from: number, value: string, label: string])[] = [
	[2020, '2020-', '2020 eller senare'],
	[2015, '2015-2019', '2015–2019'],
	[2010, '2010-2014', '2010–2014'],
	[0, '-2009', '2009 eller tidigare'],
];

function year(value: number | string | undefined): Facet[] {
	if (value === undefined) return [];
	const own = Number(String(value).slice(0, 4));
	const period = PERIODS.find(([from]) => own >= from)?.[1] as string;
	return [
		['ar', own],
		['period', period],
	];
}

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
