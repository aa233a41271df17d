/**
 * The register of every address ever published, and whether the site about to be published keeps its word: each of them
 * is there, leads on, or is declared gone. Pure: the tools hand in texts and lists.
 *
 * An address is root-relative: a page (`/exempel/lund-mr-stad/`), a file to fetch (`/flode.xml`) or a fixed section of a
 * page (`/exempel/lund-mr-stad/#resultat`). A retired one is marked, so that it is never used again.
 */
import type { Problem } from '../catalogue/problem.ts';

/** Where the register lies. Written by `npm run publicera` and `npm run adresser` only. */
export const REGISTER_FILE = 'content/adressregister.txt';
/** Where editors declare what has moved or is gone. */
const RETIRED_FILE = 'content/adresser.yml';

const RETIRED_MARK = ' avvecklad';

/** Address → whether it is retired. */
export type Register = ReadonlyMap<string, boolean>;

/** What has happened to an address that no page answers any more. */
export type Fate = { readonly movedTo: string } | { readonly gone: true };

export interface BuiltSite {
	/** Every address that the built site answers, fixed sections included. */
	readonly published: ReadonlySet<string>;
	/** What editors have declared, and examples that have gone into another. */
	readonly fates: ReadonlyMap<string, Fate>;
}

/** What a host must do with addresses that have no file. */
export interface HostRules {
	readonly moved: readonly (readonly [from: string, to: string])[];
	readonly gone: readonly string[];
}

export interface Examination {
	readonly problems: readonly Problem[];
	/** Addresses that are new since the register was last written. */
	readonly unregistered: readonly string[];
	readonly rules: HostRules;
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const pageOf = (address: string) => address.replace(/#.*$/, '');

/** FNV-1a over the lines: enough to tell a slip of the hand, which is all it is for. */
function checksum(lines: readonly string[]): string {
	let hash = 0x811c9dc5;
	for (const character of lines.join('\n')) hash = Math.imul(hash ^ (character.codePointAt(0) as number), 0x01000193);
	return (hash >>> 0).toString(16).padStart(8, '0');
}

const header = (lines: readonly string[]) =>
	`# Alla adresser som någonsin har publicerats. Skrivs av npm run adresser, aldrig för hand. Summa ${checksum(lines)}\n`;

/** The register as its file holds it: sorted, one address a line, with a sum that tells of changes by hand. */
export function formatRegister(register: Register): string {
	const lines = [...register]
		.sort(([a], [b]) => compare(a, b))
		.map(([address, retired]) => address + (retired ? RETIRED_MARK : ''));
	return `${header(lines)}${lines.map((line) => `${line}\n`).join('')}`;
}

/** Reads the register; a file that the command has not written is a problem, and so is an emptied one. No file is no register yet. */
export function parseRegister(text: string | undefined): { register: Register; problems: Problem[] } {
	if (text === undefined) return { register: new Map(), problems: [] };
	const [first = '', ...lines] = text.split('\n').filter((line) => line !== '');
	const register = new Map(
		lines.map((line) => {
			const retired = line.endsWith(RETIRED_MARK);
			return [retired ? line.slice(0, -RETIRED_MARK.length) : line, retired];
		}),
	);
	const asWritten = `${first}\n` === header(lines);
	const message =
		'Registret är ändrat för hand. Hämta tillbaka det (git checkout content/adressregister.txt) och kör npm run adresser. ' +
		'Blev det krock vid en sammanslagning: behåll den ena sidan och kör npm run adresser.';
	return { register, problems: asWritten ? [] : [{ code: 'TP801', file: REGISTER_FILE, message }] };
}

/** The register with what the site now publishes and retires. Nothing is ever taken out. */
export function extendRegister(register: Register, { published, fates }: BuiltSite): Register {
	const extended = new Map(register);
	for (const address of published) if (!extended.has(address)) extended.set(address, false);
	for (const address of register.keys()) if (!published.has(address) && fates.has(address)) extended.set(address, true);
	return extended;
}

/** Holds the built site against the register. */
export function examine(register: Register, site: BuiltSite): Examination {
	const { published, fates } = site;
	const problems: Problem[] = [];
	const moved: [string, string][] = [];
	const gone: string[] = [];

	for (const address of fates.keys()) {
		if (published.has(address))
			problems.push({
				code: 'TP802',
				file: RETIRED_FILE,
				message: `${address} är avvecklad men byggs som sida. En publicerad adress återanvänds inte. Ge filen ett annat namn eller ta bort raden.`,
			});
		else if (!register.has(address) && register.size > 0)
			problems.push({
				code: 'TP803',
				file: RETIRED_FILE,
				message: `${address} har aldrig publicerats. Rätta adressen eller ta bort raden.`,
			});
	}

	for (const [address, retired] of register) {
		if (published.has(address)) {
			if (retired && !fates.has(address))
				problems.push({
					code: 'TP804',
					file: sourceOf(address),
					message: `${address} är avvecklad och återanvänds inte. Ge filen ett annat namn.`,
				});
			continue;
		}
		const isSection = address.includes('#');
		if (isSection && !published.has(pageOf(address))) continue;
		const end = resolve(address, new Set());
		if (end === 'circle' || end === 'nowhere')
			problems.push({ code: end === 'circle' ? 'TP805' : 'TP806', file: RETIRED_FILE, message: astray(address, end) });
		else if (end === undefined)
			problems.push({ code: isSection ? 'TP808' : 'TP807', file: sourceOf(address), message: vanished(address) });
		else if (isSection) continue;
		else if ('gone' in end) gone.push(address);
		else moved.push([address, end.movedTo]);
	}

	return {
		problems,
		unregistered: [...published].filter((address) => !register.has(address)).sort(),
		rules: { moved: moved.sort(([a], [b]) => compare(a, b)), gone: gone.sort() },
	};

	/** Follows an address until something answers. Undefined when nothing is said of it. */
	function resolve(address: string, seen: ReadonlySet<string>): Fate | 'circle' | 'nowhere' | undefined {
		if (published.has(address)) return { movedTo: address };
		if (seen.has(address)) return 'circle';
		const follow = (next: string) => resolve(next, new Set([...seen, address])) ?? 'nowhere';
		const own = fates.get(address);
		if (own) return 'gone' in own ? own : follow(own.movedTo);
		// A page of a list that has grown shorter: the list answers.
		const list = /^(\/.*\/)sida\/\d+\/(index\.md)?$/.exec(address);
		if (list) return follow(`${list[1]}${list[2] ?? ''}`);
		// What lies below a page goes where the page goes: to the same thing there, else to the page itself.
		for (const [page, fate] of fates)
			if (page.endsWith('/') && address.startsWith(page)) {
				if ('gone' in fate) return fate;
				const same = follow(fate.movedTo + address.slice(page.length));
				return same === 'nowhere' ? follow(fate.movedTo) : same;
			}
		return undefined;
	}

	function astray(address: string, end: 'circle' | 'nowhere'): string {
		return end === 'circle'
			? `${address} flyttas i en cirkel. Rätta movedTo så att den leder till en sida som finns.`
			: `${address} leder till en adress som inte finns. Rätta movedTo.`;
	}

	function vanished(address: string): string {
		const folder = address.replace(/[^/]+\/?$/, '');
		const fresh = [...published].filter(
			(other) =>
				!register.has(other) && !other.includes('#') && other !== folder && other.replace(/[^/]+\/?$/, '') === folder,
		);
		const target = fresh.length === 1 ? (fresh[0] as string) : `${folder}ny-adress/`;
		if (address.includes('#'))
			return [
				`Avsnittet ${address} är publicerat men finns inte längre. Lägg tillbaka rubriken. Ska avsnittet bort, skriv i ${RETIRED_FILE}:`,
				...goneLines(address),
			].join('\n      ');
		return [
			`Sidan ${address} är publicerad och ska svara, men byggs inte längre: filen är borttagen, har bytt namn eller är ett utkast. Lägg tillbaka den. Har den bytt adress, skriv i ${RETIRED_FILE}:`,
			`- id: ${address}`,
			`  movedTo: ${target}`,
			'Är den borta för gott, skriv:',
			...goneLines(address),
		].join('\n      ');
	}
}

const goneLines = (address: string) => [
	`- id: ${address}`,
	'  gone:',
	'    date: åååå-mm-dd',
	'    reason: Skriv varför, en mening.',
];

/** The file that an address comes from, as an editor knows it. */
function sourceOf(address: string): string {
	const [first, slug] = pageOf(address).split('/').filter(Boolean);
	if (first === 'exempel' && slug) return `content/exempel/${slug}.mdx`;
	if (first === 'dokument' && slug) return `content/dokument/${slug}.mdx`;
	if (first === 'punkt' && slug) return `content/punkter/${slug}.mdx`;
	if (first === 'kommun' && slug) return 'content/kommuner.yml';
	if (first === 'begrepp' && slug) return 'content/begrepp/';
	return first && !first.includes('.') ? `content/sidor/${first}.mdx` : 'src/pages/';
}
