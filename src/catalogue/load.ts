/**
 * All content at once: reads every file through `read`, joins them to a catalogue, and says what is wrong with lines.
 * Used by the build, the editors' commands and, in `astro dev`, Astro's door (src/content.ts).
 */
import { type BuildOptions, buildCatalogue, type Catalogue } from './catalogue.ts';
import type { FieldProblem } from './checks.ts';
import { type Entries, type Entry, hasPages, kindOfVocabulary } from './collections.ts';
import type { Code } from './faults.ts';
import { COLLECTION_NAMES, type CollectionName } from './places.ts';
import { errorsOf, type Problem } from './problem.ts';
import type { InternalLink } from './body.ts';
import { locateField, readContentFile } from './read.ts';

/** Where content files come from: names and text, so that tests need no disk. */
export interface ContentFiles {
	list(name: CollectionName): readonly string[];
	read(file: string): string;
	/** How a text becomes entries, for those who keep what they have read before. */
	parse?: typeof readContentFile;
}

const UNREADABLE = 'Filen går inte att granska. Kontrollera att den är en vanlig textfil som du får läsa.';

/** Faults that a file without an entry brings about elsewhere: the thing they miss would have stood there. */
const CONSEQUENCES: Partial<Record<Code, string>> = {
	TP402: 'content/kallor.yml',
	TP403: 'content/kommuner.yml',
	TP405: 'content/exempel/',
	TP407: 'content/begrepp/',
	TP408: 'content/',
	TP409: 'content/',
	TP410: 'content/punkter/',
};

/** A field's problem with the line where it stands. A file that is not there has no line. */
function placeProblem({ code, file, path, message }: FieldProblem, read: (file: string) => string): Problem {
	const field = path.filter((step, index) => index > 0 || typeof step !== 'number').join('.') || undefined;
	const form = file.endsWith('.mdx') ? 'body' : 'list';
	try {
		return { code, file, ...locateField(read(file), form, path), field, message };
	} catch {
		return { code, file, field, message };
	}
}

/** The catalogue with every problem found on the way. There is no catalogue while a problem stands. */
export function loadCatalogue(
	files: ContentFiles,
	options: BuildOptions & {
		/** Every address that is or has been published, to hold links against. */
		readonly addresses?: { has(address: string): boolean } | undefined;
	},
): { catalogue?: Catalogue; entries: Entries; problems: Problem[] } {
	const problems: Problem[] = [];
	const links: (InternalLink & { file: string })[] = [];
	const entries = {} as Record<CollectionName, Entry[]>;
	for (const name of COLLECTION_NAMES) {
		entries[name] = files.list(name).flatMap((file) => {
			try {
				const read = (files.parse ?? readContentFile)(name, file, files.read(file));
				problems.push(...read.problems);
				for (const link of read.links ?? []) links.push({ file, ...link });
				return read.entries;
			} catch {
				problems.push({ code: 'TP108', file, message: UNREADABLE });
				return [];
			}
		});
	}
	const errors = errorsOf(problems);
	problems.push(...checkLinks());
	const joined = entries as unknown as Entries;
	const built = buildCatalogue(joined, options);
	if ('problems' in built) {
		// A file with a fault has no entry, so what points to it would be told as unknown. Say the first cause only.
		problems.push(
			...built.problems
				.filter((problem) => !isConsequence(problem))
				.map((problem) => placeProblem(problem, files.read)),
		);
	}
	return {
		...('catalogue' in built && errorsOf(problems).length === 0 ? { catalogue: built.catalogue } : {}),
		entries: joined,
		problems,
	};

	/** Links to things of the catalogue, and to other pages as far as it is known which there are. */
	function checkLinks(): Problem[] {
		const shown = (name: 'examples' | 'documents') =>
			new Set(entries[name].filter(({ data }) => !(data as { draft: boolean }).draft).map(({ id }) => id));
		const ids = (name: CollectionName) => new Set(entries[name].map(({ id }) => id));
		/** The part of an address → what there is, and the files where a broken thing would have stood. */
		const things: Record<string, readonly [ids: ReadonlySet<string>, files: (id: string) => string]> = {
			exempel: [shown('examples'), (id) => `content/exempel/${id}.mdx`],
			dokument: [shown('documents'), (id) => `content/dokument/${id}.mdx`],
			punkt: [ids('points'), (id) => `content/punkter/${id}.mdx`],
			kommun: [ids('municipalities'), () => 'content/kommuner.yml'],
			begrepp: [
				new Set(entries.concepts.filter(({ file }) => hasPages(kindOfVocabulary(file))).map(({ id }) => id)),
				() => 'content/begrepp/',
			],
		};
		const pages = new Set([...ids('pages')].map((id) => `/${id}/`));
		return links.flatMap(({ url, ...place }): Problem[] => {
			const [, kind = '', id = ''] = /^\/([a-z]+)\/([^/?#]+)/.exec(url) ?? [];
			if (Object.hasOwn(things, kind) && id !== 'sida') {
				const [known, fileOf] = things[kind] as (typeof things)[string];
				if (known.has(id) || errors.some(({ file }) => file.startsWith(fileOf(id)))) return [];
			} else {
				const address = url.replace(/[?#].*$/, '');
				if (!options.addresses || options.addresses.has(address) || pages.has(address)) return [];
			}
			const message = `Länken ”${url}” leder till en sida som inte finns. Rätta adressen: den är filens namn eller id:t.`;
			return [{ code: 'TP404', ...place, message }];
		});
	}

	function isConsequence({ code, message }: FieldProblem): boolean {
		const place = CONSEQUENCES[code];
		if (!place) return false;
		const wanted = code === 'TP405' ? `${place}${/”([^”]+)”/.exec(message)?.[1]}.mdx` : place;
		return errors.some(({ file }) => file.startsWith(wanted));
	}
}
