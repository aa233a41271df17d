/** Small valid content for tests: each says only what it is about, the rest is filled in. Parsed by the real schemas. */
import { buildCatalogue, type Catalogue } from '../../src/catalogue/catalogue.ts';
import { type DataOf, type Entries, type Entry, SCHEMAS } from '../../src/catalogue/collections.ts';
import { type CollectionName, PLACES } from '../../src/catalogue/places.ts';

export const TODAY = '2026-11-22';

function entry<N extends CollectionName>(name: N, id: string, data: object, index?: number): Entry<N> {
	const { path, form } = PLACES[name];
	const file = form === 'body' ? `content/${path}/${id}.mdx` : `content/${path}`;
	return { id, file, index, data: SCHEMAS[name].parse(data) as DataOf<N> };
}

const dates = { published: '2026-01-01', reviewed: '2026-01-01' };

export const example = (id: string, fields: object = {}) =>
	entry('examples', id, {
		title: `Exemplet ${id}`,
		municipalities: ['lund'],
		points: [1],
		summary: 'Lund gör något.',
		evidence: 'described',
		sources: [{ id: 'kalla', supports: 'Allt' }],
		...dates,
		...fields,
	});

export const paper = (id: string, fields: object = {}) =>
	entry('documents', id, {
		title: `Dokumentet ${id}`,
		type: 'motion',
		municipality: 'lund',
		points: [1],
		summary: 'Någon föreslår något.',
		sources: [{ id: 'kalla', supports: 'Allt' }],
		...dates,
		...fields,
	});

export const point = (number: number, fields: object = {}) =>
	entry('points', String(number), {
		number,
		title: `Punkt ${number}`,
		shortTitle: `P${number}`,
		titleEn: `Point ${number}`,
		purpose: 'Syftet.',
		actions: [],
		actionsNote: 'Ingen lista.',
		guidance: [],
		legacyUrls: [],
		sources: ['kalla'],
		...dates,
		...fields,
	});

const MUNICIPALITIES: Record<string, object> = {
	lund: { name: 'Lund', officialName: 'Lunds kommun', code: '1281', county: 'Skåne län', countyCode: '12' },
	orebro: { name: 'Örebro', officialName: 'Örebro kommun', code: '1880', county: 'Örebro län', countyCode: '18' },
	are: { name: 'Åre', officialName: 'Åre kommun', code: '2321', county: 'Jämtlands län', countyCode: '23' },
};
export const municipality = (id: string, fields: object = {}) =>
	entry(
		'municipalities',
		id,
		{ id, network: { listed: 'okant' }, ...MUNICIPALITIES[id], ...fields },
		Object.keys(MUNICIPALITIES).indexOf(id),
	);

export const source = (id: string, fields: object = {}) =>
	entry(
		'sources',
		id,
		{
			id,
			title: `Källan ${id}`,
			publisher: 'Utgivaren',
			url: 'https://exempel.se/',
			kind: 'kommun',
			seen: 'hela',
			...fields,
		},
		0,
	);

/** What a check found at the address of a source. */
export const sourceState = (id: string, fields: object = {}) =>
	entry('sourceStates', id, { id, url: 'https://exempel.se/', state: 'fungerar', checked: '2026-01-01', ...fields }, 0);

export const concept = (vocabulary: string, id: string, fields: object = {}): Entry<'concepts'> => ({
	...entry('concepts', id, { id, label: `Begreppet ${id}`, definition: 'En förklaring.', ...fields }, 0),
	file: `content/begrepp/${vocabulary}.yml`,
});

/** An address without a page of its own any more. */
export const retired = (id: string, fields: object) => entry('retired', id, { id, ...fields }, 0);

/** A line of search words. */
export const searchWords = (id: string, words: readonly string[]) => entry('searchWords', id, { id, words }, 0);

/** A whole catalogue's entries: ten points, each with an example, and whatever a test adds or replaces. */
export function entries(parts: Partial<{ -readonly [N in keyof Entries]: Entries[N] }> = {}): Entries {
	const given = parts.examples ?? [];
	const covered = new Set(
		given.filter(({ data }) => !data.draft && data.status === 'active').flatMap(({ data }) => data.points),
	);
	const fillers = Array.from({ length: 10 }, (_, i) => i + 1)
		.filter((number) => !covered.has(number))
		.map((number) => example(`fyllnad-${number}`, { points: [number] }));
	return {
		points: Array.from({ length: 10 }, (_, i) => point(i + 1)),
		documents: [],
		pages: [],
		retired: [],
		sourceStates: [],
		municipalities: [municipality('lund')],
		sources: [source('kalla')],
		searchWords: [],
		concepts: [concept('dokumenttyper', 'motion')],
		...parts,
		examples: [...given, ...fillers],
	};
}

/** The catalogue of some entries. Fails the test when they do not fit together. */
export function catalogueOf(parts: Parameters<typeof entries>[0] = {}, drafts = false): Catalogue {
	const built = buildCatalogue(entries(parts), { today: TODAY, drafts });
	if ('problems' in built) throw new Error(JSON.stringify(built.problems, null, 1));
	return built.catalogue;
}

/** What is wrong with some entries, as the messages an editor gets. */
export function problemsOf(parts: Parameters<typeof entries>[0] = {}): string[] {
	const built = buildCatalogue(entries(parts), { today: TODAY });
	return 'problems' in built
		? built.problems.map(({ file, path, message }) => `${file} ${path.join('.')}: ${message}`)
		: [];
}
