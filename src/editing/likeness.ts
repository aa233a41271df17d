/**
 * How like two texts are when one of them may have been misread: by a scanner that drops the marks of å ä ö, takes ö for
 * 6 and rn for m, or by a program that has mixed up two encodings. Used to recognise names and headings, never to
 * change a text.
 */

/** What scanners make of a letter with marks, seen in municipal papers: `Eker6`, `ndmnden`, `stirka`, `&r`, `péa`. */
const READ_AS: Readonly<Record<string, string>> = {
	å: 'aàáâãäæ4dé&@oi',
	ä: 'aàáâãåæ4dié&@go',
	ö: 'oòóôõøœ60cdég9',
	é: 'eèêë',
	ü: 'uùúûi',
};
/** Letters that look alike in print, as groups. */
const ALIKE = new Map<string, string>();
for (const group of 'il1|!íìtj o0cedq s5$ b86h gq9 z2 uvn nrhm ft ao ec'.split(' '))
	for (const letter of group) ALIKE.set(letter, (ALIKE.get(letter) ?? '') + group);

/** One form for text to be compared: small letters, whole marks, no doubled space, the commonest misreadings undone. */
export function fold(text: string): string {
	return text
		.normalize('NFC')
		.toLowerCase()
		.replace(/rn|rri|nn1|iii/g, 'm')
		.replace(/vv/g, 'w')
		.replace(/[\s\u00a0]+/g, ' ')
		.trim();
}

function replaceCost(wanted: string, seen: string): number {
	if (wanted === seen) return 0;
	const marked = READ_AS[wanted];
	// Anything that is not a letter may be what is left of one with marks.
	if (marked) return marked.startsWith(seen) ? 0.1 : marked.includes(seen) ? 0.3 : /\p{L}/u.test(seen) ? 0.8 : 0.4;
	return ALIKE.get(wanted)?.includes(seen) ? 0.4 : 1;
}

/** What a letter too many costs after the one before it: `niamnden`, `fullméaktige`. */
const extraCost = (before: string | undefined) => (before && READ_AS[before] ? 0.5 : 1);

/**
 * What it takes to make `wanted` into `seen`, both folded. 0 for the same text; a plain misspelling costs 1.
 *
 * @param most what it may cost; beyond it the answer is Infinity, found early
 */
export function distance(wanted: string, seen: string, most = Infinity): number {
	const width = seen.length + 1;
	let row = Float64Array.from({ length: width }, (_, place) => place);
	let next = new Float64Array(width);
	for (let i = 1; i <= wanted.length; i += 1) {
		const letter = wanted[i - 1] as string;
		const dropped = READ_AS[letter] ? 0.7 : 1;
		const extra = extraCost(letter);
		let least = (next[0] = i);
		for (let j = 1; j < width; j += 1) {
			const replaced = (row[j - 1] as number) + replaceCost(letter, seen[j - 1] as string);
			const cost = Math.min(replaced, (row[j] as number) + dropped, (next[j - 1] as number) + extra);
			next[j] = cost;
			if (cost < least) least = cost;
		}
		if (least > most) return Infinity;
		[row, next] = [next, row];
	}
	return row[width - 1] as number;
}

/**
 * The things whose text is most like the one seen, best first.
 *
 * @param tolerance the share of the text that may differ
 */
export function nearest<T>(
	seen: string,
	things: readonly T[],
	textsOf: (thing: T) => readonly string[],
	tolerance: number,
) {
	const folded = fold(seen);
	const most = tolerance * Math.max(folded.length, 1);
	return things
		.map((thing) => {
			const costs = textsOf(thing)
				.map(fold)
				// A letter more or less costs at least a half, so texts of very different lengths need not be compared.
				.filter((wanted) => Math.abs(wanted.length - folded.length) / 2 <= most)
				.map((wanted) => distance(wanted, folded, most));
			const cost = Math.min(Infinity, ...costs);
			return { thing, cost, share: cost / Math.max(folded.length, 1) };
		})
		.filter(({ cost }) => cost <= most)
		.sort((a, b) => a.cost - b.cost);
}
