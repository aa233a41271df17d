/**
 * Where Swedish compounds divide, by the flags of the Hunspell dictionary sv_SE (npm dictionary-sv): it says of each
 * word which form may begin a compound (`ungdoms`, `medborgar`, `skol`) and which words may end one, so no linking
 * letters are guessed. Used at build time only; nothing of the dictionary leaves this computer.
 */
import dictionary from 'dictionary-sv';

/** May begin or stand within a compound / may end one / only within one (flags of the dictionary's affix file). */
const BEGINS = /[XU]/;
const ENDS = 'Y';
const SHORTEST = 3;

/**
 * Words of our subject whose compounds the dictionary lists one by one, so that it does not flag the parts:
 * [may begin], [may end].
 */
const OWN_BEGINNINGS =
	'anti antirykte antiryktes bild bo brott brotts demokrati fler folk förtroende hat idé inter islam jude juden kris krav kö lik lika läx makt miljö muslim mång mångfald mångfalds nyckel nät normkritik ras rast rasism region rom rundabords råd råds rätt själv skydds stad stads stats tio tiopunkts tolerans tro tros vit åtgärds';
/** Flagged as beginnings, but in our words nearly always the first half of a simple word (deltagare, underlag). */
const NOT_BEGINNINGS = 'afro del kart mot sam under bil fort val';
const OWN_ENDS =
	'hat kö köer kön köerna råd rådet råden rådets rådslag samordnare samordnaren samordnaren samordning brott brottet brotten byrå byrån byråer byråerna nät jour jouren jourer språk språket språkig språkiga språkigt nätverk nätverket nätverken hälsa hälsan hjälp hjälpen lag lagen lagar lagarna skydd skyddet stöd stödet stöden val valet verk verket verken läsning läger lägret lägren resa resan resor resorna kafé kaféer kaféet kaféerna vänner vän hus huset krav kraven offer offret offren rätt rätten mål målet målen behandling behandlingen behandlings makt guide guiden guider rasism värd värden värdar värdarna del delen delar delarna tal talet buren buret valda';

interface Rule {
	readonly strip: string;
	readonly add: string;
	readonly flags: string;
	readonly when: RegExp;
}

/** The suffix classes of an affix file. */
function readSuffixes(affix: string): Map<string, Rule[]> {
	const classes = new Map<string, Rule[]>();
	for (const line of affix.split('\n')) {
		const match = /^SFX\s+(\S)\s+(\S+)\s+([^\s/]+)(?:\/(\S+))?\s+(\S+)/.exec(line);
		if (!match || match[5] === undefined) continue;
		const [, name = '', strip = '', add = '', flags = '', condition] = match;
		const rules = classes.get(name) ?? [];
		rules.push({
			strip: strip === '0' ? '' : strip,
			add: add === '0' ? '' : add,
			flags,
			when: new RegExp(`${condition === '.' ? '' : condition}$`),
		});
		classes.set(name, rules);
	}
	return classes;
}

export interface Splitter {
	/** The parts of a compound in order, linking letters kept with the part before; one part for a simple word. */
	split(word: string): readonly string[];
}

let shared: Splitter | undefined;

/** Reads the dictionary once (0.3 s). */
export function openSplitter(): Splitter {
	return (shared ??= readDictionary());
}

function readDictionary(): Splitter {
	const decoder = new TextDecoder();
	const suffixes = readSuffixes(decoder.decode(dictionary.aff));
	const begins = new Set(OWN_BEGINNINGS.split(' '));
	const ends = new Set(OWN_ENDS.split(' '));
	for (const line of decoder.decode(dictionary.dic).split('\n').slice(1)) {
		const [word = '', flags = ''] = line.trim().split('/');
		if (word.length < 2 || word !== word.toLowerCase() || /[^a-zåäöéü]/.test(word)) continue;
		const mayEnd = flags.includes(ENDS);
		if (BEGINS.test(flags)) begins.add(word);
		if (mayEnd) ends.add(word);
		for (const flag of flags)
			for (const { strip, add, flags: next, when } of suffixes.get(flag) ?? []) {
				if (!when.test(word) || !word.endsWith(strip)) continue;
				const form = word.slice(0, word.length - strip.length) + add;
				if (BEGINS.test(next)) begins.add(form);
				else if (mayEnd) ends.add(form);
			}
	}
	for (const word of NOT_BEGINNINGS.split(' ')) begins.delete(word);
	return { split };

	/** The division with the fewest parts; of equals the one with the longest last part that begins latest. */
	function split(word: string): readonly string[] {
		if (word.length < 2 * SHORTEST) return [word];
		let best: string[] | undefined;
		const walk = (from: number, parts: string[]) => {
			if (best && parts.length + 1 > best.length) return;
			const rest = word.slice(from);
			if (parts.length > 0 && ends.has(rest) && (rest.length >= SHORTEST || rest === 'kö')) {
				const found = [...parts, rest];
				if (!best || found.length < best.length || weight(found) > weight(best)) best = found;
			}
			for (let to = word.length - 2; to >= from + SHORTEST; to -= 1)
				if (begins.has(word.slice(from, to))) walk(to, [...parts, word.slice(from, to)]);
		};
		walk(0, []);
		return best ?? [word];
	}
}

/** Balance: a division into parts of like length is likelier than one with a stump. */
const weight = (parts: readonly string[]) => Math.min(...parts.map((part) => part.length));
