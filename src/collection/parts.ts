/**
 * Which file of cards an example lies in. The build and the browser work it out from the id alone, so that nothing lists
 * the examples, and a collection is read with as many small files as it has examples, at most.
 */

/** The most examples in a file on average. Fewer make more files; more make a reader fetch what is not shown. */
const MOST = 16;

/** How many files a catalogue's cards lie in: a power of two, so that it seldom changes. */
export function partsFor(examples: number): number {
	let parts = 1;
	while (parts * MOST < examples) parts *= 2;
	return parts;
}

/** The number of an example's file, the first is 1. Any id has one, whether the catalogue has the example or not. */
export function partOf(id: string, parts: number): number {
	// FNV-1a, with its upper half folded into the lower, which alone would spread ids less evenly.
	let hash = 0x811c9dc5;
	for (const character of id) hash = Math.imul(hash ^ (character.codePointAt(0) as number), 0x01000193);
	return (((hash ^ (hash >>> 16)) >>> 0) % parts) + 1;
}

/**
 * What a file is called. The number of files is in its name: a page left open since that number was another finds no
 * file, rather than one that lacks its examples.
 */
export const partName = (part: number, parts: number) => `${part}-av-${parts}`;
