/**
 * Where each kind of content lies. What keeps to which schema stands in collections.ts; a program that only looks for
 * files needs no schema and starts sooner without.
 */

export interface Place {
	/** Folder or file below content/. */
	readonly path: string;
	/** A file in the folder that is another collection's. */
	readonly except?: string;
	/** `body`: one MDX file an entry, its name is the id. `list`: a YAML list, each item has its id. */
	readonly form: 'body' | 'list';
}

export const PLACES = {
	examples: { path: 'exempel', form: 'body' },
	points: { path: 'punkter', form: 'body' },
	documents: { path: 'dokument', form: 'body' },
	pages: { path: 'sidor', form: 'body' },
	municipalities: { path: 'kommuner.yml', form: 'list' },
	sources: { path: 'kallor.yml', form: 'list' },
	sourceStates: { path: 'kallkoll.yml', form: 'list' },
	retired: { path: 'adresser.yml', form: 'list' },
	concepts: { path: 'begrepp', form: 'list', except: 'sokord.yml' },
	searchWords: { path: 'begrepp/sokord.yml', form: 'list' },
} as const satisfies Record<string, Place>;

export type CollectionName = keyof typeof PLACES;
export const COLLECTION_NAMES = Object.keys(PLACES) as CollectionName[];

/** The collections whose files have a body. */
export type WithBody = {
	[N in CollectionName]: (typeof PLACES)[N]['form'] extends 'body' ? N : never;
}[CollectionName];
/** Where a thing with a body stands, as a path from the repository's root. */
export const bodyFile = (name: WithBody, id: string): string => `content/${PLACES[name].path}/${id}.mdx`;

/** Figures of the last test run and of the searches, which `npm run matvarden` writes. */
export const FIGURES_FILE = 'content/matvarden.json';
