/**
 * The addresses that SKL, later SKR, gave the ten points. Papers are full of them: with and without www, on four hosts,
 * with and without the page's number, broken over lines, clipped at the edge of a pdf, misread by a scanner. Pure, and
 * the same for the tests and the browser.
 */
export interface OldAddress {
	/** The address as it once was, whole. */
	readonly url: string;
}

export interface Match<T> {
	/** What the text leads to, in the order of the list. */
	readonly found: readonly T[];
	/** Whether the addresses were whole. A clipped one may have led to any of what was found. */
	readonly certain: boolean;
}

/** The folder that all of them lay in, and where what they have in common with other pages ends. */
const FOLDER = 'rasismdiskriminering/';

/**
 * Text as a scanner could have read it: small letters without marks, nothing that a line break brings with it, and one
 * character for those that look alike. Both the text and the addresses are folded, so that they meet.
 */
function fold(text: string): string {
	let plain = text;
	try {
		plain = decodeURI(text);
	} catch {
		// A clipped percent sign: the text is compared as it stands.
	}
	return plain
		.normalize('NFD')
		.toLowerCase()
		.replace(/[^a-z0-9./|]/g, '')
		.replace(/[1i|]/g, 'l')
		.replace(/0/g, 'o')
		.replace(/\/\/+/g, '/');
}

/** What tells one address from the others. */
function partsOf({ url }: OldAddress) {
	const path = fold(new URL(url).pathname);
	const [, name = '', number = ''] = /([a-z0-9]+)\.([a-z0-9]+)\.html$/.exec(path) ?? [];
	return { name, number, tail: path.slice(path.lastIndexOf(fold(FOLDER))).replace(/\..*$/, '') };
}

/** Which of the known addresses a text holds. Nothing is found in a text that holds none. */
export function findOldAddresses<T extends OldAddress>(text: string, known: readonly T[]): Match<T> {
	const folded = fold(text);
	const all = known.map((item) => ({ item, ...partsOf(item) }));
	const match = (chosen: typeof all, certain: boolean): Match<T> => ({
		found: chosen.map(({ item }) => item),
		certain,
	});

	/** Where the name of an address ends in the text, unless it is only the folder of a longer one. */
	const isNamed = ({ name }: (typeof all)[number]) =>
		folded.split(name).length > 1 &&
		folded
			.split(name)
			.slice(1)
			.some((rest) => !/^(\.[a-z0-9]+\.html)?\/[a-z]/.test(rest));
	const named = all.filter(isNamed);
	if (named.length > 0) return match(named, true);

	const ours = /sk[lr]\.se|tlopunktsprogram/.test(folded);
	const numbered = all.filter(({ number }) => new RegExp(`[./]${number}(\\.h|\\.?$)`).test(folded));
	if (ours && numbered.length > 0) return match(numbered, true);

	const start = folded.lastIndexOf(fold(FOLDER));
	if (start < 0) return match([], true);
	const tail = folded.slice(start).replace(/[./]+$/, '');
	const possible = all.filter((one) => one.tail.startsWith(tail));
	// What lies in the folder of another possible one is answered by that one, unless the text has come past it.
	const outermost = possible.filter((one) => !possible.some((other) => one.tail.startsWith(`${other.tail}/`)));
	if (outermost.length > 0) return match(outermost, false);
	// Past a folder we know, but unreadable there.
	return match(
		all.filter((one) => tail.startsWith(`${one.tail}/`)),
		false,
	);
}
