/** The words in which things of the catalogue are named to a reader: who, when, what became of it. */
import type { Concept, Example, Municipality, Paper, Source } from './catalogue/catalogue.ts';
import type { ConceptKind } from './catalogue/collections.ts';
import { MUNICIPALITY_NAMES } from './catalogue/municipality-codes.ts';
import { LINK_STATES, OUTCOMES } from './catalogue/schema.ts';
import { formatDate, formatList, spell } from './swedish.ts';

export const MISSING = 'Uppgift saknas';

/** What the municipality calls itself, else its official name: `Göteborgs Stad`, `Lunds kommun`. */
export function fullName(municipality: Pick<Municipality, 'ownName' | 'officialName'>): string {
	return municipality.ownName ?? municipality.officialName;
}

/** The short names of an example's municipalities: `Lund och Malmö`. */
export function municipalityNames(example: Pick<Example, 'municipalities'>): string {
	return formatList(example.municipalities.map(({ name }) => name));
}

/** The full names of an example's municipalities. */
export function fullNames(example: Pick<Example, 'municipalities'>): string {
	return formatList(example.municipalities.map(fullName));
}

/**
 * When something was done, for a list: `2016–2022`, `från 2013`, `till 2015`. Undefined when the sources do not say.
 * A start alone does not tell that the work goes on, so it never says "sedan" unless the source does.
 */
export function periodPhrase(period: Example['period']): string | undefined {
	const { started, ended, ongoing } = period ?? {};
	if (started && ended) return started === ended ? String(started) : `${started}–${ended}`;
	if (started) return ongoing ? `sedan ${started}` : `från ${started}`;
	return ended ? `till ${ended}` : undefined;
}

/** A document's outcome: `Avslag (förslag)`, `Antagen`. Undefined when there is none to state. */
export function outcomePhrase(document: Pick<Paper, 'outcome'>): string | undefined {
	const { outcome } = document;
	if (!outcome) return undefined;
	const label = OUTCOMES[outcome.result];
	return outcome.stage === 'forslag' ? `${label} (förslag)` : label;
}

/** A source as a reference: `SKL, 7 maj 2019`, and where the copy lies when it is one. */
export function sourceOrigin(source: Source): string {
	const date = source.published ? formatDate(source.published) : 'utan datum';
	const copy = source.copyHost ? `, kopia hos ${source.copyHost}` : '';
	return `${source.publisher}, ${date}${copy}`;
}

/** What is known of whether a source's address answers. */
export function linkPhrase(source: Source): string {
	return source.link ? LINK_STATES[source.link.state] : 'Inte kontrollerad än';
}

/** A part of an address as people read it. Escapes that are not UTF-8, as in old addresses, stay as they stand. */
function decodePart(part: string): string {
	try {
		return decodeURIComponent(part);
	} catch {
		return part;
	}
}

/** A web address short enough to read: host and last part. */
export function shortUrl(url: string): string {
	const { hostname, pathname } = new URL(url);
	const host = hostname.replace(/^www\./, '');
	const parts = pathname.split('/').filter(Boolean);
	const last = decodePart(parts.at(-1) ?? '');
	const shown = last.length > 44 ? `${last.slice(0, 43)}…` : last;
	if (parts.length === 0) return host;
	return parts.length === 1 ? `${host}/${shown}` : `${host}/…/${shown}`;
}

/** What a concept is, as a noun before its name. */
export const CONCEPT_NOUNS: Readonly<Record<ConceptKind, string>> = {
	method: 'Metod',
	ground: 'Diskrimineringsgrund',
	racism: 'Form av rasism',
	audience: 'Målgrupp',
	evidence: 'Kunskapsläge',
	documentType: 'Dokumenttyp',
};

/** Concepts that examples are filed under have a page; levels of evidence and document types stand on the overview. */
export function hasPage(concept: Concept): boolean {
	return concept.kind !== 'evidence' && concept.kind !== 'documentType';
}

/** How many of the programme's points, after ”under”: *tre av de tio punkterna*, *alla tio punkterna*. */
export const spreadPhrase = (points: number): string =>
	points === 10 ? 'alla tio punkterna' : `${spell(points)} av de tio punkterna`;

const NAMES = new Set(MUNICIPALITY_NAMES.values());

/** What a source supports, as it follows a colon: small first letter, but for abbreviations (SKR:s) and municipalities. */
export function supportsPhrase(supports: string): string {
	const [first = ''] = supports.split(/[\s,]/);
	const isName = /^\p{Lu}{2}/u.test(first) || NAMES.has(first) || NAMES.has(first.replace(/s$/, ''));
	return `Styrker: ${isName ? supports : supports.charAt(0).toLowerCase() + supports.slice(1)}.`;
}
