/**
 * All content at once: reads every file through `read`, joins them to a catalogue, and says what is wrong with lines.
 * Used by the editors' commands; Astro's door (src/content.ts) does the same with entries from its own store.
 */
import { type BuildOptions, buildCatalogue, type Catalogue } from './catalogue.ts';
import type { FieldProblem } from './checks.ts';
import { COLLECTIONS, type CollectionName, type Entries, type Entry } from './collections.ts';
import { errorsOf, type Problem } from './problem.ts';
import { locateField, readContentFile } from './read.ts';

/** Where content files come from: names and text, so that tests need no disk. */
export interface ContentFiles {
	list(name: CollectionName): readonly string[];
	read(file: string): string;
}

export const COLLECTION_NAMES = Object.keys(COLLECTIONS) as CollectionName[];

/** Where the thing named in a message is written. */
const REGISTERS: readonly (readonly [RegExp, string])[] = [
	[/^Kommunen /, 'content/kommuner.yml'],
	[/^Källan /, 'content/kallor.yml'],
	[/^(Metoden|Målgruppen|Diskrimineringsgrunden|Formen av rasism|Dokumenttypen) /, 'content/begrepp/'],
	[/^Exemplet /, 'content/exempel/'],
];

/** A field's problem with the line where it stands. A file that is not there has no line. */
export function placeProblem({ file, path, message }: FieldProblem, read: (file: string) => string): Problem {
	const field = path.filter((step, index) => index > 0 || typeof step !== 'number').join('.') || undefined;
	const form = file.endsWith('.mdx') ? 'body' : 'list';
	try {
		return { file, ...locateField(read(file), form, path), field, message };
	} catch {
		return { file, field, message };
	}
}

/** The catalogue with every problem found on the way. There is no catalogue while a problem stands. */
export function loadCatalogue(
	files: ContentFiles,
	options: BuildOptions,
): { catalogue?: Catalogue; entries: Entries; problems: Problem[] } {
	const problems: Problem[] = [];
	const entries = {} as Record<CollectionName, Entry[]>;
	for (const name of COLLECTION_NAMES) {
		entries[name] = files.list(name).flatMap((file) => {
			const read = readContentFile(name, file, files.read(file));
			problems.push(...read.problems);
			return read.entries;
		});
	}
	const joined = entries as unknown as Entries;
	const built = buildCatalogue(joined, options);
	if ('problems' in built) {
		// A file with a fault has no entry, so what points to it would be told as unknown. Say the first cause only.
		const broken = errorsOf(problems).length > 0;
		problems.push(
			...built.problems
				.filter((problem) => !broken || !isConsequence(problem))
				.map((problem) => placeProblem(problem, files.read)),
		);
	}
	return {
		...('catalogue' in built && errorsOf(problems).length === 0 ? { catalogue: built.catalogue } : {}),
		entries: joined,
		problems,
	};

	function isConsequence({ message }: FieldProblem): boolean {
		if (/används inte|har inget exempel|Filen saknas/.test(message)) return true;
		const wanted = /”([^”]+)” finns inte/.exec(message)?.[1];
		const register = REGISTERS.find(([pattern]) => pattern.test(message))?.[1];
		if (!wanted || !register) return false;
		const place = register.endsWith('/') && register !== 'content/begrepp/' ? `${register}${wanted}.mdx` : register;
		return errorsOf(problems).some(({ file }) => file.startsWith(place));
	}
}
