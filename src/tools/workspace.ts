/** The content on disk as the editors' commands see it: read once, changed in memory, checked, then written whole. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { today } from '../clock.ts';
import { REGISTER_FILE } from '../addresses/register.ts';
import type { Entries } from '../catalogue/collections.ts';
import { type ContentFiles, loadCatalogue } from '../catalogue/load.ts';
import { compareProblems, errorsOf, formatProblem, type Problem } from '../catalogue/problem.ts';
import { PLACES } from '../catalogue/places.ts';
import type { MunicipalityData, SourceData } from '../catalogue/schema.ts';
import { addRecords, type Change, type Shelf } from '../editing/draft.ts';
import { listFiles, readText, TEMPLATE } from '../files.ts';
import { RefusedError } from './command.ts';

/** The files below `root` as they would be after some changes. */
function filesWith(changes: readonly Change[], root: string): ContentFiles {
	const changed = new Map(changes.map(({ file, text }) => [file, text]));
	return {
		list: (name) => {
			const added = changes.filter(({ isNew, file }) => isNew && file.startsWith(`content/${PLACES[name].path}/`));
			return [...new Set([...listFiles(name, root), ...added.map(({ file }) => file)])].sort();
		},
		read: (file) => changed.get(file) ?? readText(root, file),
	};
}

/** What there is, for someone who is about to write a draft. */
export function readShelf(root: string): Shelf {
	const { entries } = loadCatalogue(filesWith([], root), { today: today() });
	const used = new Set<string>();
	const note = (address: string) => {
		const slug = /^\/exempel\/([^/]+)\/$/.exec(address)?.[1];
		if (slug) used.add(slug);
	};
	if (existsSync(join(root, REGISTER_FILE))) readText(root, REGISTER_FILE).split('\n').forEach(note);
	for (const { id } of entries.retired) note(id);
	return {
		entries: entries as Entries,
		template: readText(root, `content/exempel/${TEMPLATE}`),
		municipalities: readText(root, 'content/kommuner.yml'),
		sources: readText(root, 'content/kallor.yml'),
		taken: (slug) => used.has(slug) || existsSync(join(root, `content/exempel/${slug}.mdx`)),
	};
}

/**
 * The lists with the records that they lack, read anew: questions take their time, and what somebody else has added
 * meanwhile stays.
 *
 * @param before the shelf that the records were chosen from
 */
export function recordChanges(
	before: Shelf,
	municipalities: readonly MunicipalityData[],
	sources: readonly SourceData[],
	root: string,
): Change[] {
	const now = readShelf(root);
	const has = ({ entries }: Shelf, { id }: SourceData) => entries.sources.some((source) => source.id === id);
	const clash = sources.find((source) => has(now, source) && !has(before, source));
	if (clash)
		throw new RefusedError(
			`Någon annan har just lagt till en källa med id:t ${clash.id} i content/kallor.yml. Kör kommandot igen. Inget är skrivet.`,
		);
	return addRecords(now, municipalities, sources);
}

/** What would be wrong with the changed files, by the same checks as the build's. */
function problemsAfter(changes: readonly Change[], root: string): Problem[] {
	const files = new Set(changes.map(({ file }) => file));
	const { problems } = loadCatalogue(filesWith(changes, root), { today: today() });
	return errorsOf(problems)
		.filter(({ file }) => files.has(file))
		.sort(compareProblems);
}

/** Stops when the changes would break the catalogue. */
export function refuseFaults(changes: readonly Change[], root: string): void {
	const problems = problemsAfter(changes, root);
	if (problems.length > 0)
		throw new RefusedError(
			`Det här behöver rättas. Inget är skrivet.\n${problems.map((problem) => `  ${formatProblem(problem)}`).join('\n')}`,
		);
}

/** Takes back what has been written: files that were not there go away, the others say what they said. */
function undo(changes: readonly Change[], before: ReadonlyMap<string, Buffer>, root: string): void {
	for (const { file, isNew } of changes) {
		const text = before.get(file);
		if (isNew) rmSync(join(root, file), { force: true });
		else if (text) writeFileSync(join(root, file), text);
	}
}

const textsBefore = (changes: readonly Change[], root: string) =>
	new Map(changes.filter(({ isNew }) => !isNew).map(({ file }) => [file, readFileSync(join(root, file))]));

/** Writes all the changes or none. A file that exists is never written over. */
export function writeChanges(changes: readonly Change[], root: string): void {
	const before = textsBefore(changes, root);
	const written: Change[] = [];
	try {
		for (const change of changes) {
			writeFileSync(join(root, change.file), change.text, { flag: change.isNew ? 'wx' : 'w' });
			written.push(change);
		}
	} catch (error) {
		undo(written, before, root);
		const { code, path, message } = error as NodeJS.ErrnoException;
		if (code === 'EEXIST') throw new RefusedError(`Filen ${path} finns redan och skrivs inte över. Inget är skrivet.`);
		throw new Error(`filerna gick inte att skriva, och allt är återställt (${message})`);
	}
}

/** Ctrl C, a supervisor that stops the command, and a terminal that is closed. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Writes the changes and does some work with them; they are taken back when the work comes to nothing or is broken off. */
export async function restoring<T>(
	changes: readonly Change[],
	root: string,
	work: () => Promise<T | undefined>,
): Promise<T | undefined> {
	const before = textsBefore(changes, root);
	writeChanges(changes, root);
	// A signal ends the process without passing any finally.
	const stop = (signal: NodeJS.Signals) => {
		undo(changes, before, root);
		console.error('\nAvbrutet. Alla filer är som förut.');
		process.exit(128 + constants.signals[signal]);
	};
	for (const signal of SIGNALS) process.once(signal, stop);
	let result: T | undefined;
	try {
		result = await work();
	} finally {
		for (const signal of SIGNALS) process.off(signal, stop);
		if (result === undefined) undo(changes, before, root);
	}
	return result;
}
