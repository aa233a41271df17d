/**
 * Where each kind of content lies and which schema it keeps to. Both Astro's loaders and the editors' commands read
 * this table, so there is one truth about what a content file is.
 */
import type { z } from 'zod';
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

export interface Collection {
	/** Folder or file below content/. */
	readonly path: string;
	/** A file in the folder that is another collection's. */
	readonly except?: string;
	/** `body`: one MDX file an entry, its name is the id. `list`: a YAML list, each item has its id. */
	readonly form: 'body' | 'list';
	readonly schema: z.ZodType;
}

export const COLLECTIONS = {
	examples: { path: 'exempel', form: 'body', schema: exampleSchema },
	points: { path: 'punkter', form: 'body', schema: pointSchema },
	documents: { path: 'dokument', form: 'body', schema: documentSchema },
	pages: { path: 'sidor', form: 'body', schema: pageSchema },
	municipalities: { path: 'kommuner.yml', form: 'list', schema: municipalitySchema },
	sources: { path: 'kallor.yml', form: 'list', schema: sourceSchema },
	sourceStates: { path: 'kallkoll.yml', form: 'list', schema: sourceStateSchema },
	retired: { path: 'adresser.yml', form: 'list', schema: retiredSchema },
	concepts: { path: 'begrepp', form: 'list', schema: conceptSchema, except: 'sokord.yml' },
	searchWords: { path: 'begrepp/sokord.yml', form: 'list', schema: searchWordsSchema },
} as const satisfies Record<string, Collection>;

export type CollectionName = keyof typeof COLLECTIONS;
/** The collections whose files have a body. */
export type WithBody = {
	[N in CollectionName]: (typeof COLLECTIONS)[N]['form'] extends 'body' ? N : never;
}[CollectionName];
/** Where a thing with a body stands, as a path from the repository's root. */
export const bodyFile = (name: WithBody, id: string): string => `content/${COLLECTIONS[name].path}/${id}.mdx`;

export type DataOf<N extends CollectionName> = z.output<(typeof COLLECTIONS)[N]['schema']>;

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
