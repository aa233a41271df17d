/** Everything that can be wrong with the content, found without building. Shared by `granska` and `build`. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseRegister, REGISTER_FILE } from '../addresses/register.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { today } from '../clock.ts';
import type { Entries } from '../catalogue/collections.ts';
import { loadCatalogue } from '../catalogue/load.ts';
import { COLLECTION_NAMES, type CollectionName, FIGURES_FILE, PLACES } from '../catalogue/places.ts';
import type { Problem } from '../catalogue/problem.ts';
import { locateField, readContentFile } from '../catalogue/read.ts';
import { rootsOf, wordsOf } from '../search/swedish.ts';
import { PUBLISHED_FILE } from '../editing/publishing.ts';
import { digest, listFiles, readText, TEMPLATE } from '../files.ts';
import type { Shelf } from './shelf.ts';

export interface Report {
	readonly problems: readonly Problem[];
	/** How many examples and documents there are, drafts included. */
	readonly examples: number;
	readonly documents: number;
	/** What could be read, for those who go on when nothing is wrong. */
	readonly entries: Entries;
	/** What identifies the text of each file. */
	readonly digests: ReadonlyMap<string, string>;
	/** The catalogue, when nothing stands in its way. */
	readonly catalogue: Catalogue | undefined;
}

/** Files that no collection reads: most often a wrong ending or a file in the wrong folder. */
function findStrays(root: string): Problem[] {
	const known = new Set([
		REGISTER_FILE,
		FIGURES_FILE,
		PUBLISHED_FILE,
		...COLLECTION_NAMES.flatMap((name) => listFiles(name, root)),
	]);
	const shortcuts: Problem[] = [];
	const walk = (folder: string): string[] =>
		readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
			const file = `${folder}/${entry.name}`;
			if (entry.isSymbolicLink())
				shortcuts.push({
					code: 'TP107',
					file,
					message: 'Filen är en genväg till en annan fil. Lägg själva filen här i stället.',
				});
			return entry.isDirectory() ? walk(file) : [file];
		});
	const places = Object.values(PLACES).map(({ path, form }) =>
		form === 'body' ? `content/${path}/namn.mdx` : path.endsWith('.yml') ? `content/${path}` : `content/${path}/*.yml`,
	);
	const strays = walk('content')
		.filter((file) => !known.has(file) && !file.endsWith(`/${TEMPLATE}`))
		.map((file): Problem => ({
			code: 'TP102',
			file,
			message: `Filen hör inte till katalogen. Flytta den eller ge den ett namn som passar: ${places.join(', ')}.`,
		}));
	return [...shortcuts, ...strays];
}

/** A line of search words must lead somewhere: at least one of its words stands in a text. */
function findDeadSearchWords(root: string, entries: Entries): Problem[] {
	const words = new Set<string>();
	const roots = new Set<string>();
	/** Each line with the roots of its phrases' words, one of which must be there for every word of a phrase. */
	let dead = entries.searchWords.map((entry) => ({
		entry,
		phrases: entry.data.words.map((phrase) => wordsOf(phrase).map(rootsOf)),
	}));
	for (const name of ['examples', 'documents', 'points', 'pages'] as const)
		for (const file of listFiles(name, root)) {
			if (dead.length === 0) return [];
			for (const word of wordsOf(readText(root, file))) {
				if (words.has(word)) continue;
				words.add(word);
				for (const own of rootsOf(word)) roots.add(own);
			}
			dead = dead.filter(
				({ phrases }) => !phrases.some((phrase) => phrase.every((word) => word.some((own) => roots.has(own)))),
			);
		}
	return dead.map(({ entry: { file, index = 0 } }): Problem => ({
		code: 'TP415',
		file,
		...locateField(readText(root, file), 'list', [index, 'words']),
		field: 'words',
		message: 'Inget av orden finns på en sida. Lägg till ett ord som gör det, eller ta bort raden.',
	}));
}

/** Where files that have been read before lie. */
export type ReadShelf = Shelf<ReturnType<typeof readContentFile>>;

/** Reads all content below `root` and says what is wrong, with file and line; `shelf` spares it files that stand. */
export function reportOn(root: string, shelf?: ReadShelf): Report {
	const digests = new Map<string, string>();
	const files = {
		list: (name: CollectionName) => listFiles(name, root),
		read(file: string) {
			const text = readText(root, file);
			digests.set(file, digest(text));
			return text;
		},
		...(shelf && {
			parse: ((name, file, text) =>
				shelf.take(`${file}\n${text}`, () => readContentFile(name, file, text))) as typeof readContentFile,
		}),
	};
	const { catalogue, entries, problems } = loadCatalogue(files, {
		today: today(),
		...(existsSync(join(root, REGISTER_FILE)) && {
			addresses: parseRegister(readText(root, REGISTER_FILE)).register,
		}),
	});
	const template = `content/exempel/${TEMPLATE}`;
	const templateProblems = existsSync(join(root, template))
		? readContentFile('examples', template, readText(root, template)).problems
		: [];
	return {
		problems: [...findStrays(root), ...templateProblems, ...problems, ...findDeadSearchWords(root, entries)],
		examples: entries.examples.length,
		documents: entries.documents.length,
		entries,
		digests,
		catalogue,
	};
}
