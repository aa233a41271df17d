/** Loads Pagefind's core and our lexicon, once for a page. Both are files beside the site; nothing else is asked. */
import { type Pagefind, Search } from '../search/engine.ts';
import { Lexicon, type LexiconFile, type LexiconFiles, type Thesaurus } from '../search/lexicon.ts';

export interface Opened {
	readonly search: Search;
	readonly lexicon: Lexicon;
}

let opened: Promise<Opened> | undefined;

/** @param base the site's base path, with slashes at both ends */
export function openSearch(base: string): Promise<Opened> {
	opened ??= load(base);
	// A failed load may be tried again.
	opened.catch(() => (opened = undefined));
	return opened;
}

async function load(base: string): Promise<Opened> {
	const [pagefind, words] = await Promise.all([loadPagefind(base), loadLexicon(base)]);
	const lexicon = new Lexicon(...words);
	return { search: new Search(pagefind, lexicon), lexicon };
}

export async function loadPagefind(base: string): Promise<Pagefind> {
	const pagefind = (await import(/* @vite-ignore */ `${base}pagefind/pagefind.js`)) as Pagefind & {
		options(options: object): Promise<void>;
		init(language?: string): Promise<void>;
	};
	await pagefind.options({ noWorker: true, baseUrl: base });
	await pagefind.init('sv');
	return pagefind;
}

/** The file that every search needs, and what gets a part of the others. */
export async function loadLexicon(base: string) {
	const get = async <T>(file = ''): Promise<T> => {
		const response = await fetch(`${base}sok/${file}`);
		if (!response.ok) throw new Error(`${file}: ${response.status}`);
		return response.json();
	};
	const { file, wide } = await get<LexiconFiles>('ord.json');
	return [await get<LexiconFile>(file), (part: number) => get<Thesaurus>(wide[part])] as const;
}
