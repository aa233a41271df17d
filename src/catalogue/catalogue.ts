/**
 * The catalogue: every example, point, document, municipality, concept and source, with each relation worked out once.
 * Forward is a field, backward is a lookup; lists come sorted; drafts and unpublished things are not in it.
 * Built by one pure function that reports every mistake at once.
 */
import { compareSwedish } from '../swedish.ts';
import { checkCatalogue } from './checks.ts';
import { type ConceptKind, type Entries, kindOfVocabulary } from './collections.ts';
import type { FieldProblem } from './checks.ts';
import type {
	ConceptData,
	DocumentData,
	ExampleData,
	MunicipalityData,
	PageData,
	PointData,
	RetiredData,
	SourceData,
	SourceStateData,
} from './schema.ts';

export interface Source extends Readonly<SourceData> {
	/** What the latest check of its address gave. Absent when the address has not been checked. */
	readonly link?: Pick<SourceStateData, 'state' | 'checked' | 'reason' | 'movedTo'> | undefined;
	/** The day of the archived copy, when it is known. */
	readonly archivedOn?: string | undefined;
}

export interface Concept extends Readonly<Omit<ConceptData, 'broader'>> {
	readonly kind: ConceptKind;
	readonly broader?: Concept | undefined;
}

export interface Municipality extends Readonly<Omit<MunicipalityData, 'eccar' | 'network'>> {
	readonly eccar?: (Omit<NonNullable<MunicipalityData['eccar']>, 'source'> & { readonly source: Source }) | undefined;
	readonly network: { readonly listed: MunicipalityData['network']['listed']; readonly source?: Source | undefined };
}

export interface Point extends Readonly<Omit<PointData, 'guidance' | 'sources' | 'draft'>> {
	readonly guidance: readonly { readonly source: Source; readonly note: string }[];
	readonly sources: readonly Source[];
}

/** A source and what it supports here. */
export interface Support {
	readonly source: Source;
	readonly supports: string;
}

/** Something that is known, with the sources that say so. */
export interface Claim {
	readonly text: string;
	readonly sources: readonly Source[];
}

export interface Example extends Readonly<
	Omit<
		ExampleData,
		| 'municipalities'
		| 'points'
		| 'grounds'
		| 'racism'
		| 'audiences'
		| 'methods'
		| 'known'
		| 'sources'
		| 'mergedInto'
		| 'draft'
	>
> {
	readonly id: string;
	readonly municipalities: readonly Municipality[];
	/** The point it is filed under first. */
	readonly points: readonly [Point, ...Point[]];
	readonly grounds: readonly Concept[];
	readonly racism: readonly Concept[];
	readonly audiences: readonly Concept[];
	readonly methods: readonly Concept[];
	readonly known: { readonly [K in keyof ExampleData['known']]: Claim | undefined };
	readonly sources: readonly Support[];
	readonly mergedInto?: string | undefined;
}

/** A motion, an answer, a plan … (`Document` is the browser's word.) */
export interface Paper extends Readonly<
	Omit<DocumentData, 'type' | 'municipality' | 'points' | 'examples' | 'sources' | 'draft'>
> {
	readonly id: string;
	readonly type: Concept;
	readonly municipality: Municipality;
	readonly points: readonly Point[];
	readonly examples: readonly { readonly example: Example; readonly tie: DocumentData['examples'][number]['tie'] }[];
	readonly sources: readonly Support[];
}

export interface Page extends Readonly<Omit<PageData, 'draft'>> {
	readonly id: string;
}

/** An address that is answered by 410, with the reason a reader gets. */
export interface Gone extends Readonly<NonNullable<RetiredData['gone']>> {
	readonly address: string;
}

/** An example that has gone into another and has no page of its own any more. */
export interface Merged {
	readonly example: Example;
	readonly into: Example;
}

/** What an example or a document can be filed under. */
export type Subject = Point | Municipality | Concept;

export interface Catalogue {
	/** Newest in the catalogue first, then the latest started, then by title. Withdrawn ones have a page but stand in no list. */
	readonly examples: readonly Example[];
	/** The examples that lists show: the active ones. */
	readonly listed: readonly Example[];
	/** By number, always ten. */
	readonly points: readonly Point[];
	/** By date, newest first; undated last. */
	readonly documents: readonly Paper[];
	/** Those that have an example, a document or a membership, in Swedish order. */
	readonly municipalities: readonly Municipality[];
	/** In the order of their vocabulary's file. */
	readonly concepts: readonly Concept[];
	readonly sources: readonly Source[];
	readonly pages: readonly Page[];
	/** Addresses that once had a page and are gone for good, the latest first. */
	readonly gone: readonly Gone[];
	readonly merged: readonly Merged[];
	/** Id that an example had before it was renamed or went into another → the id that answers now. */
	readonly formerIds: Readonly<Record<string, string>>;
	/** The latest day that anything in the catalogue was reviewed. */
	readonly reviewed: string;
	/** Active examples filed under a subject, the primary ones of a point first. */
	examplesFor(subject: Subject): readonly Example[];
	/** How many they are: a page that shows the number and not the examples rests on no more (src/reuse.ts). */
	countFor(subject: Subject): number;
	documentsFor(subject: Point | Municipality): readonly Paper[];
	/** Documents that touch an example, with the kind of tie. */
	documentsTouching(
		example: Example,
	): readonly { readonly document: Paper; readonly tie: Paper['examples'][number]['tie'] }[];
	/** At most three active examples that share most with it, other municipalities first. */
	relatedTo(example: Example): readonly Example[];
}

export interface BuildOptions {
	/** ISO day; nothing may be dated after it. */
	readonly today: string;
	/** Whether drafts are shown, as they are while editing. */
	readonly drafts?: boolean;
}

/** The outcome of a build: the catalogue, or every problem that stands in its way. */
export type Built = { readonly catalogue: Catalogue } | { readonly problems: readonly FieldProblem[] };

const byId = <T extends { readonly id: string }>(items: readonly T[]) => new Map(items.map((item) => [item.id, item]));

/**
 * Joins validated entries to a catalogue.
 *
 * @returns the problems instead, all of them, when the entries do not fit together
 */
export function buildCatalogue(entries: Entries, { today, drafts = false }: BuildOptions): Built {
	const problems = checkCatalogue(entries, today);
	if (problems.length > 0) return { problems };

	const shown = <T extends { data: { draft: boolean } }>(items: readonly T[]) =>
		items.filter((item) => drafts || !item.data.draft);

	const states = byId(entries.sourceStates.map(({ data }) => data));
	const sources = byId(entries.sources.map(({ data }) => withState(data, states.get(data.id))));
	const concepts = linkConcepts(entries);
	const municipalities = byId(
		entries.municipalities.map(({ data: { eccar, network, ...data } }): Municipality => ({
			...data,
			eccar: eccar && { ...eccar, source: get(sources, eccar.source) },
			network: { listed: network.listed, source: network.source ? get(sources, network.source) : undefined },
		})),
	);
	const points = new Map<number, Point>(
		entries.points.map(({ data: { guidance, sources: ids, draft: _, ...data } }) => [
			data.number,
			{
				...data,
				guidance: guidance.map(({ source, note }) => ({ source: get(sources, source), note })),
				sources: ids.map((id) => get(sources, id)),
			},
		]),
	);
	const support = (items: ExampleData['sources']): Support[] =>
		items.map(({ id, supports }) => ({ source: get(sources, id), supports }));
	const many = <T>(map: ReadonlyMap<string, T>, ids: readonly string[]) => ids.map((id) => get(map, id));
	const claim = (item: ExampleData['known']['effect']): Claim | undefined =>
		item && { text: item.text, sources: many(sources, item.sources) };

	const all = shown(entries.examples)
		.map(({ id, data: { draft: _, ...data } }): Example => ({
			...data,
			id,
			municipalities: many(municipalities, data.municipalities),
			points: data.points.map((number): Point => get(points, number)) as [Point, ...Point[]],
			grounds: many(concepts, data.grounds),
			racism: many(concepts, data.racism),
			audiences: many(concepts, data.audiences),
			methods: many(concepts, data.methods),
			known: {
				effect: claim(data.known.effect),
				cost: claim(data.known.cost),
				difficulties: claim(data.known.difficulties),
				transfer: claim(data.known.transfer),
			},
			sources: support(data.sources),
		}))
		.sort(
			(a, b) =>
				compareText(b.published, a.published) ||
				(b.period?.started ?? 0) - (a.period?.started ?? 0) ||
				compareSwedish(a.title, b.title),
		);
	const examples = all.filter(({ status }) => status !== 'merged');
	const listed = examples.filter(({ status }) => status === 'active');
	const exampleById = byId(examples);
	const merged = all.flatMap((example): Merged[] => {
		const into = exampleById.get(example.mergedInto ?? '');
		return into ? [{ example, into }] : [];
	});

	const documents = shown(entries.documents)
		.map(({ id, data: { draft: _, ...data } }): Paper => ({
			...data,
			id,
			type: get(concepts, data.type),
			municipality: get(municipalities, data.municipality),
			points: data.points.map((number) => get(points, number)),
			examples: data.examples.flatMap(({ id: example, tie }) => {
				const found = exampleById.get(example);
				return found ? [{ example: found, tie }] : [];
			}),
			sources: support(data.sources),
		}))
		.sort((a, b) => compareText(b.date ?? '', a.date ?? '') || compareSwedish(a.title, b.title));

	const examplesBySubject = new Map<Subject, Example[]>();
	for (const primary of [true, false])
		for (const example of listed) {
			const [first, ...rest] = example.points;
			const subjects: Subject[] = primary
				? [
						first,
						...example.municipalities,
						...example.grounds,
						...example.racism,
						...example.audiences,
						...example.methods,
					]
				: rest;
			for (const subject of subjects) push(examplesBySubject, subject, example);
		}
	const documentsBySubject = new Map<Subject, Paper[]>();
	const documentsByExample = new Map<Example, { document: Paper; tie: Paper['examples'][number]['tie'] }[]>();
	for (const document of documents) {
		for (const subject of [document.municipality, ...document.points]) push(documentsBySubject, subject, document);
		for (const { example, tie } of document.examples) push(documentsByExample, example, { document, tie });
	}
	/** A page once published answers for ever, also when its only example is withdrawn. */
	const withExamples = new Set(examples.flatMap((example) => example.municipalities));
	const related = relate(listed);

	return {
		catalogue: {
			examples,
			listed,
			points: [...points.values()].sort((a, b) => a.number - b.number),
			documents,
			municipalities: [...municipalities.values()]
				.filter(
					(municipality) =>
						withExamples.has(municipality) ||
						documentsBySubject.has(municipality) ||
						municipality.eccar !== undefined ||
						municipality.network.listed === 'ja',
				)
				.sort((a, b) => compareSwedish(a.name, b.name)),
			concepts: [...concepts.values()],
			sources: [...sources.values()],
			pages: shown(entries.pages)
				.map(({ id, data: { draft: _, ...data } }): Page => ({ ...data, id }))
				.sort((a, b) => compareText(a.id, b.id)),
			gone: entries.retired
				.flatMap(({ data: { id, gone } }): Gone[] => (gone && !id.includes('#') ? [{ ...gone, address: id }] : []))
				.sort((a, b) => compareText(b.date, a.date) || compareText(a.address, b.address)),
			merged,
			formerIds: formerIds(merged, entries.retired, exampleById),
			reviewed: [...examples, ...documents].reduce(
				(latest, { reviewed }) => (reviewed > latest ? reviewed : latest),
				'',
			),
			examplesFor: (subject) => examplesBySubject.get(subject) ?? [],
			countFor: (subject) => examplesBySubject.get(subject)?.length ?? 0,
			documentsFor: (subject) => documentsBySubject.get(subject) ?? [],
			documentsTouching: (example) => documentsByExample.get(example) ?? [],
			relatedTo: related,
		},
	};
}

/** A source with what the check of its address gave. The editors' own archived copy goes before one that was found. */
function withState(source: SourceData, state: SourceStateData | undefined): Source {
	if (!state || state.url !== source.url) return source;
	const { state: found, checked, reason, movedTo, archive } = state;
	return {
		...source,
		link: { state: found, checked, reason, movedTo },
		...(source.archivedUrl ? {} : { archivedUrl: archive?.url, archivedOn: archive?.date }),
	};
}

const exampleIn = (address = '') => /^\/exempel\/([^/#]+)\/$/.exec(address)?.[1];

/** Follows renamed and merged examples, however many times, to the ones that have a page. */
function formerIds(
	merged: readonly Merged[],
	retired: Entries['retired'],
	examples: ReadonlyMap<string, Example>,
): Record<string, string> {
	const moves = new Map(merged.map(({ example, into }) => [example.id, into.id]));
	for (const { data } of retired) {
		const [from, to] = [exampleIn(data.id), exampleIn(data.movedTo)];
		if (from && to) moves.set(from, to);
	}
	const ends = [...moves.keys()].flatMap((from) => {
		let id: string | undefined = from;
		// No way is longer than there are moves, unless it is a ring.
		for (let steps = 0; id !== undefined && !examples.has(id) && steps < moves.size; steps += 1) id = moves.get(id);
		return id !== undefined && id !== from && examples.has(id) ? [[from, id] as const] : [];
	});
	return Object.fromEntries(ends);
}

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function get<K, V>(map: ReadonlyMap<K, V>, key: K): V {
	const value = map.get(key);
	if (value === undefined) throw new Error(`checkCatalogue let an unknown id through: ${String(key)}`);
	return value;
}

/** Adds a value to those that a key has. */
export function push<K, V>(map: Map<K, V[]>, key: K, value: V) {
	const list = map.get(key);
	if (list) list.push(value);
	else map.set(key, [value]);
}

function linkConcepts(entries: Entries): Map<string, Concept> {
	const concepts = new Map<string, Concept>();
	for (const { file, data } of entries.concepts) {
		const { broader: _, ...rest } = data;
		concepts.set(data.id, { ...rest, kind: kindOfVocabulary(file) as ConceptKind });
	}
	for (const { data } of entries.concepts)
		if (data.broader) concepts.set(data.id, { ...get(concepts, data.id), broader: get(concepts, data.broader) });
	return concepts;
}

/** How many candidates of a bucket are compared: keeps related examples linear in the size of the catalogue. */
const CANDIDATES = 24;
const RELATED = 3;

/**
 * An example as it is compared with others. There are so many comparisons that what is compared lies at hand as numbers:
 * an example's own traits get a mark, and another's are looked up among the marks.
 */
interface Likeness {
	readonly example: Example;
	/** Its place by title, which settles ties. */
	readonly rank: number;
	readonly points: readonly number[];
	readonly traits: readonly number[];
	readonly municipalities: readonly number[];
	/** The buckets it stands in, and its place in each. */
	readonly buckets: readonly { readonly members: Likeness[]; readonly place: number }[];
	/** The last one it was compared with. */
	comparedWith?: Likeness;
}

/**
 * Examples that share a point and a method, audience or ground, ranked by how much they share. Each example is compared
 * with its nearest neighbours in the buckets it stands in, never with all.
 */
function relate(listed: readonly Example[]): (example: Example) => readonly Example[] {
	const numbers = new Map<object, number>();
	const numberOf = (thing: object) => {
		let number = numbers.get(thing);
		if (number === undefined) numbers.set(thing, (number = numbers.size));
		return number;
	};
	const traitsOf = ({ methods, audiences, grounds, racism }: Example) => [
		...methods,
		...audiences,
		...grounds,
		...racism,
	];
	const byTitle = [...listed].sort((a, b) => compareSwedish(a.title, b.title));
	const ranks = new Map(byTitle.map((example, rank) => [example, rank]));
	const buckets = new Map<string, Likeness[]>();
	const toLikeness = (example: Example): Likeness => {
		const points = example.points.map(numberOf);
		const traits = traitsOf(example).map(numberOf);
		const keys = [`${points[0]}`, ...traits.map((trait) => `${points[0]}/${trait}`)];
		return {
			example,
			rank: ranks.get(example) ?? 0,
			points,
			traits,
			municipalities: example.municipalities.map(numberOf),
			buckets: keys.map((key) => {
				const members = buckets.get(key) ?? [];
				buckets.set(key, members);
				return { members, place: members.length };
			}),
		};
	};
	const likenesses = new Map<Example, Likeness>();
	for (const example of listed) {
		const likeness = toLikeness(example);
		likenesses.set(example, likeness);
		for (const { members } of likeness.buckets) members.push(likeness);
	}
	/** By the number of a point, trait or municipality: the last one compared that has it. */
	const marks: Likeness[] = [];

	const known = new Map<Example, readonly Example[]>();
	return (example) => {
		let related = known.get(example);
		if (!related) known.set(example, (related = find(likenesses.get(example) ?? toLikeness(example))));
		return related;
	};

	function find(own: Likeness): readonly Example[] {
		for (const number of [...own.points, ...own.traits, ...own.municipalities]) marks[number] = own;
		const isShared = (number: number) => marks[number] === own;
		const best: { readonly other: Likeness; readonly score: number }[] = [];
		own.comparedWith = own;
		for (const { members, place } of own.buckets)
			for (let step = 1; step <= Math.min(CANDIDATES, members.length - 1); step += 1) {
				const other = members[(place + step) % members.length] as Likeness;
				if (other.comparedWith === own) continue;
				other.comparedWith = own;
				let score = other.municipalities.some(isShared) ? 0 : 0.5;
				for (const point of other.points) if (isShared(point)) score += 2;
				for (const trait of other.traits) if (isShared(trait)) score += 1;
				const last = best[RELATED - 1];
				if (last && score < last.score) continue;
				best.push({ other, score });
				best.sort((a, b) => b.score - a.score || a.other.rank - b.other.rank);
				best.length = Math.min(best.length, RELATED);
			}
		return best.map(({ other }) => other.example);
	}
}
