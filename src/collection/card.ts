/** What the collection page knows of an example: the facts of its citation and of the comparison, as JSON. */
import type { Catalogue, Concept, Example } from '../catalogue/catalogue.ts';
import { EVIDENCE } from '../catalogue/schema.ts';
import { type Citable, citeExample } from '../citations/citable.ts';
import { periodPhrase } from '../wording.ts';
import { partOf, partsFor } from './parts.ts';

export interface Card extends Citable {
	readonly id: string;
	/** Numbers of its points, the one it is filed under first. */
	readonly points: readonly number[];
	readonly period?: string | undefined;
	readonly audiences: readonly string[];
	readonly methods: readonly string[];
	/** Level of evidence. */
	readonly evidence: string;
	readonly effect?: string | undefined;
	readonly cost?: string | undefined;
	readonly difficulties?: string | undefined;
	readonly withdrawn?: true | undefined;
}

/** One of the files that the cards lie in (./parts.ts). */
export interface CardFile {
	readonly examples: readonly Card[];
	/** Id that a shared link or a kept collection may still have → the example's id now. In the file of the former id. */
	readonly formerIds: Readonly<Record<string, string>>;
}

const labels = (concepts: readonly Concept[]) => concepts.map(({ label }) => label);

function toCard(example: Example): Card {
	const { effect, cost, difficulties } = example.known;
	return {
		id: example.id,
		...citeExample(example),
		points: example.points.map(({ number }) => number),
		period: periodPhrase(example.period),
		audiences: labels(example.audiences),
		methods: labels(example.methods),
		evidence: EVIDENCE[example.evidence],
		effect: effect?.text,
		cost: cost?.text,
		difficulties: difficulties?.text,
		withdrawn: example.status === 'withdrawn' || undefined,
	};
}

/** Every file of cards, in order. */
export function toCardFiles({ examples, formerIds }: Catalogue): CardFile[] {
	const parts = partsFor(examples.length);
	const files = Array.from({ length: parts }, () => ({
		examples: [] as Card[],
		formerIds: {} as Record<string, string>,
	}));
	const fileOf = (id: string) => files[partOf(id, parts) - 1] as (typeof files)[number];
	for (const example of examples) fileOf(example.id).examples.push(toCard(example));
	for (const [former, id] of Object.entries(formerIds)) fileOf(former).formerIds[former] = id;
	return files;
}
