/** How good a ranking is, against pages that people have judged beforehand. */

/** Slug → 3 exactly this, 2 good, 1 touches on it. */
export type Judgements = Readonly<Record<string, number>>;

export interface Question {
	readonly id: string;
	readonly category: string;
	readonly q: string;
	readonly rel: Judgements;
}

export interface Measures {
	readonly ndcg: number;
	readonly recall: number;
	readonly first: number;
	readonly three: number;
	readonly empty: number;
}

/** The category whose right answer is nothing. */
export const OFF_TOPIC = 'offtopic';
const GOOD = 2;
const TOP = 10;

const gain = (grades: readonly number[]) =>
	grades.reduce((sum, grade, place) => sum + (2 ** grade - 1) / Math.log2(place + 2), 0);
export const mean = (list: readonly number[]) => list.reduce((sum, value) => sum + value, 0) / list.length;

/** @param ranked slugs, the best first */
export function measure(ranked: readonly string[], rel: Judgements): Measures {
	const grades = ranked.slice(0, TOP).map((slug) => rel[slug] ?? 0);
	const ideal = Object.values(rel)
		.sort((a, b) => b - a)
		.slice(0, TOP);
	const good = ideal.filter((grade) => grade >= GOOD).length;
	return {
		ndcg: gain(grades) / gain(ideal),
		recall: grades.filter((grade) => grade >= GOOD).length / good,
		first: Number((grades[0] ?? 0) >= GOOD),
		three: Number(grades.slice(0, 3).some((grade) => grade >= GOOD)),
		empty: Number(ranked.length === 0),
	};
}

export interface Table {
	readonly categories: Readonly<Record<string, Measures & { readonly n: number }>>;
	/** The mean of the categories. */
	readonly all: Measures;
	/** Share of off-topic queries met with nothing; undefined when there is none. */
	readonly silent?: number | undefined;
}

/** @param runs the ranked slugs of each question by its id */
export function summarise(questions: readonly Question[], runs: ReadonlyMap<string, readonly string[]>): Table {
	const groups = Map.groupBy(questions, ({ category }) => category);
	const off = groups.get(OFF_TOPIC) ?? [];
	groups.delete(OFF_TOPIC);
	const average = (list: readonly Measures[]): Measures => {
		const of = (key: keyof Measures) => mean(list.map((item) => item[key]).filter((value) => !Number.isNaN(value)));
		return { ndcg: of('ndcg'), recall: of('recall'), first: of('first'), three: of('three'), empty: of('empty') };
	};
	const categories = Object.fromEntries(
		[...groups].map(([category, list]) => [
			category,
			{ ...average(list.map(({ id, rel }) => measure(runs.get(id) ?? [], rel))), n: list.length },
		]),
	);
	return {
		categories,
		all: average(Object.values(categories)),
		silent: off.length > 0 ? mean(off.map(({ id }) => Number((runs.get(id) ?? []).length === 0))) : undefined,
	};
}
