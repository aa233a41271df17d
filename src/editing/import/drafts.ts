/** An imported page as drafts: one for each example, with the original quoted to be rewritten and what remains said. */
import { withoutPersonalData } from '../../catalogue/personal-data.ts';
import { readContentFile } from '../../catalogue/read.ts';
import type { MunicipalityData, SourceData } from '../../catalogue/schema.ts';
import { ORIGINAL, TODO } from '../../catalogue/unfinished.ts';
import { formatList } from '../../swedish.ts';
import { addRecords, type Change, draftExample, type Shelf, slugFor, slugIn } from '../draft.ts';
import { municipalityRecord, shorten, vacant } from '../records.ts';
import type { Block, ImportedPage } from './page.ts';

const LONGEST_TITLE = 80;
const LINE = 100;

/** Text folded to lines that are easy to read in an editor. */
function wrap(text: string): string {
	let line = '';
	const lines: string[] = [];
	for (const word of text.split(/\s+/)) {
		if (line && line.length + word.length >= LINE) {
			lines.push(line);
			line = word;
		} else line = line ? `${line} ${word}` : word;
	}
	return [...lines, line].join('\n');
}

/** The original as a block of code, which nothing in it can break out of. */
function quote(paragraphs: readonly string[]): string {
	const text = withoutPersonalData(paragraphs.map(wrap).join('\n\n'));
	const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
	const fence = '`'.repeat(longest + 1);
	return `${fence}${ORIGINAL}\n${text}\n${fence}`;
}

/** A heading as a title: short enough, with Swedish marks. */
function toTitle(heading: string): string {
	const clean = withoutPersonalData(heading)
		.replace(/["“„«»]/g, '”')
		.replace(/['‘]/g, '’')
		.replace(/\s+/g, ' ')
		.replace(/[\s.]+$/, '')
		.trim();
	if (clean.length <= LONGEST_TITLE) return clean;
	return clean
		.slice(0, LONGEST_TITLE + 1)
		.replace(/\s+\S*$/, '')
		.slice(0, LONGEST_TITLE)
		.replace(/[\s.,;–-]+$/, '');
}

/** A source for a page that the catalogue does not have. */
function sourceFor(page: ImportedPage, url: string | undefined, { entries }: Shelf): SourceData {
	const known = page.source ?? entries.sources.find(({ data }) => url !== undefined && data.url === url)?.data;
	if (known) return known;
	const taken = new Set(entries.sources.map(({ id }) => id));
	const title = toTitle(page.heading ?? `Exempel under punkt ${page.point}`);
	return {
		id: vacant(shorten(['skl', ...title.split(' ')]), (id) => taken.has(id)),
		title,
		publisher: 'Sveriges Kommuner och Landsting (SKL)',
		...(url ? { url } : { urlOmitted: 'Adressen framgår inte av den kopia som har lästs.' }),
		...(page.published ? { published: page.published } : {}),
		kind: 'skl-skr',
		seen: 'hela',
	};
}

export interface ImportedDraft {
	readonly file: string;
	readonly title: string;
	readonly municipalities: readonly string[];
	/** Where the example stands in the original. */
	readonly line: number;
}

export interface Import {
	readonly drafts: readonly ImportedDraft[];
	/** Examples whose title the catalogue already has, and the file that has it. */
	readonly skipped: readonly { readonly title: string; readonly file: string }[];
	readonly source: SourceData;
	readonly changes: readonly Change[];
}

/**
 * Makes the drafts of a page.
 *
 * @param url where the page lies, when that is known
 */
export function draftImport(
	page: ImportedPage & { readonly point: number },
	url: string | undefined,
	shelf: Shelf,
	today: string,
): Import {
	const source = sourceFor(page, url, shelf);
	const titles = new Map(shelf.entries.examples.map(({ data, file }) => [data.title.toLowerCase(), file]));
	const slugs = new Set<string>();
	const drafts: ImportedDraft[] = [];
	const skipped: { title: string; file: string }[] = [];
	const files: Change[] = [];
	const municipalities: MunicipalityData[] = [];
	const existing = new Map(titles);

	page.blocks.forEach((block, place) => {
		const codes = [...new Set(block.municipalities.map(({ code }) => code))];
		const places = codes.map(
			(code) => shelf.entries.municipalities.find(({ data }) => data.code === code)?.data ?? municipalityRecord(code),
		);
		const title = toTitle(block.title);
		const earlier = existing.get(title.toLowerCase());
		if (earlier) return void skipped.push({ title, file: earlier });

		const taken = (slug: string) => slugs.has(slug) || shelf.taken(slug);
		const draft = (ownTitle: string) =>
			draftExample(
				{
					title: ownTitle,
					slug: slugFor({ title: ownTitle, municipalities: places }, taken),
					municipalities: places,
					points: [page.point],
					sources: [{ source }],
					intro: introOf(block, place, places),
					todo: todoOf(block),
					sections: { 'Vad som gjordes': originalOf(block) },
				},
				shelf.template,
				today,
			);
		// A heading that cannot be a title here (a word that judges, one already taken) still stands in the quotation.
		const plain = `Utkast ${place + 1} ur ”${source.id}”, ${places[0]?.name ?? ''}`;
		const proposal = draft(title);
		const usable =
			!titles.has(title.toLowerCase()) &&
			readContentFile('examples', proposal.file, proposal.text).problems.length === 0;
		const { file, text } = usable ? proposal : draft(plain);
		const own = usable ? title : plain;
		files.push({ file, text, isNew: true });
		municipalities.push(...places);
		slugs.add(slugIn(file));
		titles.set(own.toLowerCase(), file);
		drafts.push({ file, title: own, municipalities: places.map(({ id }) => id), line: block.line });
	});
	return {
		drafts,
		skipped,
		source,
		changes: [...files, ...(files.length > 0 ? addRecords(shelf, municipalities, [source]) : [])],
	};

	/** Where the example stood, and what the catalogue has already from the same place and page. */
	function introOf(block: Block, place: number, own: readonly MunicipalityData[]): string[] {
		const date = page.published ? `, daterad ${page.published}` : '';
		const alike = shelf.entries.examples.filter(
			({ data }) =>
				data.sources.some(({ id }) => id === source.id) &&
				data.municipalities.some((id) => own.some((one) => one.id === id)),
		);
		return [
			`Importerat: exempel ${place + 1} av ${page.blocks.length} på sidan, rad ${block.line}${date}.`,
			...(alike.length > 0
				? [
						`${TODO}: Är det här samma exempel som ${formatList(
							alike.map(({ file }) => file),
							'eller',
						)}? Ta då bort utkastet.`,
					]
				: []),
		];
	}

	function todoOf(block: Block): Record<string, string> {
		const unsure = block.municipalities.filter(({ exact, doubts }) => !exact || doubts.length > 0);
		const { published, id } = source;
		const differs = page.published !== undefined && published !== undefined && page.published !== published;
		return {
			title: 'skriv en egen titel. Den här är originalets.',
			points: 'läs de tio punkterna. Hör exemplet till fler?',
			...(unsure.length > 0
				? {
						municipalities: `kontrollera kommunen mot originalet. ${unsure.map(({ name, doubts }) => (doubts.length > 0 ? `Det kan vara ${formatList([name, ...doubts.map((one) => one.name)], 'eller')}` : `Namnet var felstavat och lästes som ${name}`)).join('. ')}.`,
					}
				: {}),
			...(differs
				? { sources: `sidan är daterad ${page.published}, men källan ${id} har ${published}. Är det samma sida?` }
				: {}),
		};
	}

	function originalOf(block: Block): string {
		const advice =
			block.paragraphs.length > 0
				? `${TODO}: Skriv med egna ord vad kommunen gjorde och ta bort originalets text här nedanför. Den får inte publiceras.`
				: `${TODO}: Skriv vad kommunen gjorde. Originalet hade ingen text under rubriken.`;
		return block.paragraphs.length > 0 ? `${advice}\n\n${quote([block.title, ...block.paragraphs])}` : advice;
	}
}
