/** What a citation needs to know of a thing, and how each kind of thing in the catalogue becomes that. */
import type { Catalogue, Example, Municipality, Paper, Point } from '../catalogue/catalogue.ts';
import { documentPath, examplePath, municipalityPath, pointPath } from '../paths.ts';
import { SITE } from '../site.ts';
import { count } from '../swedish.ts';
import { fullName, fullNames, spreadPhrase } from '../wording.ts';

export interface Citable {
	/** Unique among everything citable; the key that reference managers keep. */
	readonly key: string;
	readonly title: string;
	/** The municipality or municipalities that it is about: `Botkyrka kommun`. */
	readonly about?: string | undefined;
	/** A sentence that says what it is, for running text. */
	readonly summary: string;
	/** ISO day of the latest review. */
	readonly reviewed: string;
	/** Its own address, root-relative. */
	readonly path: string;
}

export function citeExample(example: Example): Citable {
	const { id, title, summary, reviewed } = example;
	return { key: `exempel-${id}`, title, about: fullNames(example), summary, reviewed, path: examplePath(example) };
}

export function citeDocument(document: Paper): Citable {
	const { id, title, summary, reviewed, municipality } = document;
	return {
		key: `dokument-${id}`,
		title,
		about: fullName(municipality),
		summary,
		reviewed,
		path: documentPath(document),
	};
}

export function citePoint(point: Point): Citable {
	return {
		key: `punkt-${point.number}`,
		title: `Punkt ${point.number}: ${point.title}`,
		summary: point.purpose,
		reviewed: point.reviewed,
		path: pointPath(point),
	};
}

/** A municipality's page is as recently reviewed as the latest thing on it. */
export function citeMunicipality(municipality: Municipality, catalogue: Catalogue): Citable {
	const name = fullName(municipality);
	const examples = catalogue.examplesFor(municipality);
	const documents = catalogue.documentsFor(municipality);
	const points = catalogue.points.filter((point) => examples.some((example) => example.points.includes(point)));
	const spread = examples.length > 0 ? `, under ${spreadPhrase(points.length)}` : '';
	const reviewed = [...examples, ...documents].map((thing) => thing.reviewed).sort();
	return {
		key: `kommun-${municipality.id}`,
		title: `${name}: exempel och dokument`,
		about: name,
		summary: `${SITE.name} redovisar ${count(examples.length, 'exempel', 'exempel')} och ${count(documents.length, 'dokument', 'dokument')} från ${name}${spread}.`,
		reviewed: reviewed.at(-1) ?? catalogue.reviewed,
		path: municipalityPath(municipality),
	};
}
