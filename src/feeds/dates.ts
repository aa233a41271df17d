/** When a thing in the catalogue last became something else: what sitemaps, feeds and conditional requests need to know. */
import type { Catalogue, Example, Page, Paper, Point, Subject } from '../catalogue/catalogue.ts';

type Dated = Pick<Example | Paper | Point | Page, 'reviewed' | 'changes'> & {
	readonly withdrawn?: Example['withdrawn'];
};

/** The latest of some ISO days. */
export const latest = (days: readonly string[]): string => days.reduce((a, b) => (a > b ? a : b), '');

/** The day a text last changed or was checked against its sources. */
export const lastChange = ({ reviewed, changes, withdrawn }: Dated): string =>
	latest([reviewed, ...changes.map(({ date }) => date), ...(withdrawn ? [withdrawn.date] : [])]);

const latestOfList = new WeakMap<object, string>();

/** The latest change of a list's things; a list is gone through once. Empty for an empty list. */
export function latestChange(list: readonly Dated[]): string {
	let day = latestOfList.get(list);
	if (day === undefined) latestOfList.set(list, (day = latest(list.map(lastChange))));
	return day;
}

const withdrawnOf = new WeakMap<Catalogue, readonly Example[]>();

/** Examples that are withdrawn and stood under a subject before: the list without them is another list. */
export function withdrawnFrom(catalogue: Catalogue, subject?: Subject): readonly Example[] {
	let all = withdrawnOf.get(catalogue);
	if (!all) withdrawnOf.set(catalogue, (all = catalogue.examples.filter(({ withdrawn }) => withdrawn)));
	if (!subject) return all;
	return all.filter(({ points, municipalities, grounds, racism, audiences, methods }) =>
		[...points, ...municipalities, ...grounds, ...racism, ...audiences, ...methods].includes(subject),
	);
}

/** The day anything in the catalogue last changed. */
export const modifiedOf = ({ examples, documents, points }: Catalogue): string =>
	latest([...examples, ...documents, ...points].map(lastChange));
