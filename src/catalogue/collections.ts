/** What a content file holds, by the collection it lies in (places.ts): one truth for the build and the editors' commands. */
import type { z } from 'zod';
import type { CollectionName } from './places.ts';
import {
	conceptSchema,
	documentSchema,
	exampleSchema,
	municipalitySchema,
	pageSchema,
	pointSchema,
	retiredSchema,
	searchWordsSchema,
	sourceSchema,
	sourceStateSchema,
} from './schema.ts';

/** What a vocabulary file in content/begrepp holds. The file's name decides. */
export const VOCABULARIES = {
	metoder: 'method',
	malgrupper: 'audience',
	grunder: 'ground',
	rasism: 'racism',
	kunskapslagen: 'evidence',
	dokumenttyper: 'documentType',
} as const;
export type ConceptKind = (typeof VOCABULARIES)[keyof typeof VOCABULARIES];

/** The kind of concept that a vocabulary's file holds. */
export function kindOfVocabulary(file: string): ConceptKind | undefined {
	const name =
		file
			.split('/')
			.at(-1)
			?.replace(/\.yml$/, '') ?? '';
	return VOCABULARIES[name as keyof typeof VOCABULARIES];
}

/** Whether concepts of a kind have pages. Levels of evidence and types of documents are explained on the overview. */
export const hasPages = (kind: ConceptKind | undefined): boolean => kind !== 'evidence' && kind !== 'documentType';

/** What an entry of each collection keeps to. */
export const SCHEMAS = {
	examples: exampleSchema,
	points: pointSchema,
	documents: documentSchema,
	pages: pageSchema,
	municipalities: municipalitySchema,
	sources: sourceSchema,
	sourceStates: sourceStateSchema,
	retired: retiredSchema,
	concepts: conceptSchema,
	searchWords: searchWordsSchema,
} as const satisfies Record<CollectionName, z.ZodType>;

export type DataOf<N extends CollectionName> = z.output<(typeof SCHEMAS)[N]>;

/** One validated thing and the file it stands in, so that a later check can say where the fault is. */
export interface Entry<N extends CollectionName = CollectionName> {
	readonly id: string;
	/** Path from the repository's root: `content/exempel/lund-mr-stad.mdx`. */
	readonly file: string;
	/** Place in the file's list; undefined for a file with a body. */
	readonly index?: number | undefined;
	readonly data: DataOf<N>;
}

export type Entries = { readonly [N in CollectionName]: readonly Entry<N>[] };
