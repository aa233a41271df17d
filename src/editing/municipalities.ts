/** Which of the 290 municipalities a text names, however it is spelt. */
import { MUNICIPALITY_NAMES } from '../catalogue/municipality-codes.ts';
import { genitive, toSlug } from '../swedish.ts';
import { nearest } from './likeness.ts';

export interface Named {
	readonly code: string;
	readonly name: string;
}

const ALL: readonly Named[] = [...MUNICIPALITY_NAMES].map(([code, name]) => ({ code, name }));
const BY_NAME = new Map(ALL.map((one) => [one.name.toLowerCase(), one]));

/** How much of a name may differ. */
const TOLERANCE = 0.3;
/** How much nearer the best must be than the next, for there to be no doubt. */
const MARGIN = 0.35;

export interface Recognised extends Named {
	/** Other names that it could be. Empty when there is no doubt. */
	readonly doubts: readonly Named[];
	/** Whether the name was spelt as it should be. */
	readonly exact: boolean;
}

/** The last word of `Lunds kommun` and `Göteborgs stad`, also misread, and in the plural. */
const KIND = /\s+(?:[kh]\S{2,8}[nmuri]\S{0,3}|s\S{1,3}[adcl]{1,2}\S?|region)[.:;]?$/i;

/** A name without what kind of municipality it is: `Göteborgs` of `Göteborgs stad`. Undefined when nothing is said of kind. */
export function withoutKind(text: string): string | undefined {
	const match = KIND.exec(text);
	if (!match) return undefined;
	const word = match[0].trim();
	const [best] = nearest(word, ['kommun', 'kommuner', 'stad', 'städer', 'region'], (kind) => [kind], 0.4);
	return best && best.cost <= (best.thing.length > 4 ? 2 : 1) ? text.slice(0, match.index) : undefined;
}

/**
 * The municipality that a text names: its code, its name, `Lunds kommun`, `G6teborgs stad`. Undefined for none.
 *
 * @param marksLost whether the text has lost its å, ä and ö, so that Habo may be Håbo
 */
export function recogniseMunicipality(text: string, { marksLost = false } = {}): Recognised | undefined {
	const bare = text
		.trim()
		.replace(/[.,;:]+$/, '')
		.replace(/^region\s+/i, '');
	const name = withoutKind(bare) ?? bare;
	const official = MUNICIPALITY_NAMES.get(name);
	if (official) return { code: name, name: official, doubts: [], exact: true };
	const exact =
		BY_NAME.get(name.toLowerCase()) ?? ALL.find((one) => genitive(one.name).toLowerCase() === name.toLowerCase());
	if (exact) {
		const twins = ALL.filter((one) => one !== exact && toSlug(one.name) === toSlug(exact.name));
		return { ...exact, doubts: marksLost ? twins : [], exact: true };
	}
	if (name.length < 3) return undefined;
	const [best, ...others] = nearest(name, ALL, (one) => [one.name, genitive(one.name)], TOLERANCE);
	if (!best) return undefined;
	return {
		...best.thing,
		exact: false,
		doubts: others.filter(({ cost }) => cost - best.cost < MARGIN).map(({ thing }) => thing),
	};
}
