/** What Swedish words have in common: folded letters, inflection, spelling. No dictionary is needed in the browser. */

/** Letters without their marks, as people type them on a foreign keyboard. */
export const fold = (text: string): string => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

/** The words of a text in lower case. Hyphens, colons and strokes part words, as they do in the index. */
export const wordsOf = (text: string): string[] =>
	text
		.toLowerCase()
		.normalize('NFC')
		.match(/[\p{L}\p{N}]+/gu) ?? [];

const ENDINGS =
	'a as ad ade ades ar arna arnas ars as at ast aste d de des e en ens er erna ernas ers es et ets it iskt iska na nas ns n or orna ornas ors r s st t te tes ts'.split(
		' ',
	);
/** Endings that make another word of the same root: mäta – mätning, diskriminera – diskriminering. */
const DERIVED =
	'ning ningen ningar ningarna ningens nings ing ingen ingar ingarna ingens ings ande andet ism ismen ist ister isk iska iskt erad erade erat era erar are arna lig liga ligt het heten aren arens'.split(
		' ',
	);
const OF_NOUNS = new Set('a ar arna arnas ars en ens er erna ernas ers et ets n or orna ornas s t'.split(' '));
const SHORTEST = 3;

/** Vowel changes and doubled letters that endings bring: böcker – bok. */
const mend = (stem: string) => (/([bcdfgjklmnpqrstvwxz])\1$/.test(stem) ? stem.slice(0, -1) : stem).replace(/ck$/, 'k');

function rootsBy(word: string, endings: readonly string[], shortest: number): string[] {
	const folded = fold(word);
	const roots = new Set([mend(folded)]);
	for (const ending of endings) {
		if (!folded.endsWith(ending) || folded.length - ending.length < shortest) continue;
		const root = folded.slice(0, -ending.length);
		// Three letters that end in a vowel are a chance beginning, plan and plats, and so are those of a verb: vän and vände.
		if (root.length > 3 || (OF_NOUNS.has(ending) && !/[aeiouy]$/.test(root))) roots.add(mend(root));
	}
	return [...roots];
}

/** Every stem that an inflected word can have come from, folded. Two words are forms of one when they share a root. */
export const rootsOf = (word: string) => rootsBy(word, ENDINGS, SHORTEST);

/** The stems of words made from the same root with another ending: wider, and so trusted less. */
export const kinOf = (word: string) => rootsBy(word, [...DERIVED, ...ENDINGS], 5 - 1);

/** The genitive is a form of a name: Lunds, Göteborgs. */
export const isFormOf = (a: string, b: string): boolean => {
	const roots = new Set(rootsOf(a));
	return rootsOf(b).some((root) => roots.has(root));
};
