/** Everything that can be wrong with the content, found without building. Shared by `granska` and `build`. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { COLLECTIONS } from '../catalogue/collections.ts';
import { COLLECTION_NAMES, loadCatalogue } from '../catalogue/load.ts';
import type { Problem } from '../catalogue/problem.ts';
import { readContentFile } from '../catalogue/read.ts';
import { listFiles, readText, TEMPLATE } from '../files.ts';

export interface Report {
	readonly problems: readonly Problem[];
	/** How many examples and documents there are, drafts included. */
	readonly examples: number;
	readonly documents: number;
	/** The catalogue, when nothing stands in its way. */
	readonly catalogue: Catalogue | undefined;
}

/** Files that no collection reads: most often a wrong ending or a file in the wrong folder. */
function findStrays(root: string): Problem[] {
	const known = new Set(COLLECTION_NAMES.flatMap((name) => listFiles(name, root)));
	const walk = (folder: string): string[] =>
		readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) =>
			entry.isDirectory() ? walk(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`],
		);
	const places = Object.values(COLLECTIONS).map(({ path, form }) =>
		form === 'body' ? `content/${path}/namn.mdx` : path.endsWith('.yml') ? `content/${path}` : `content/${path}/*.yml`,
	);
	return walk('content')
		.filter((file) => !known.has(file) && !file.endsWith(`/${TEMPLATE}`))
		.map((file) => ({
			file,
			message: `Filen hör inte till katalogen. Flytta den eller ge den ett namn som passar: ${places.join(', ')}.`,
		}));
}

/** Reads all content below `root` and says what is wrong, with file and line. */
export function reportOn(root: string, today = new Date().toISOString().slice(0, 10)): Report {
	const files = {
		list: (name: (typeof COLLECTION_NAMES)[number]) => listFiles(name, root),
		read: (file: string) => readText(root, file),
	};
	const { catalogue, entries, problems } = loadCatalogue(files, { today });
	const template = `content/exempel/${TEMPLATE}`;
	const templateProblems = existsSync(join(root, template))
		? readContentFile('examples', template, readText(root, template)).problems
		: [];
	return {
		problems: [...findStrays(root), ...templateProblems, ...problems],
		examples: entries.examples.length,
		documents: entries.documents.length,
		catalogue,
	};
}
