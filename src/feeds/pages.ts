/**
 * Every page of the site for machines: its address, when it last changed, and its text as Markdown. One table serves the
 * sitemap, the Markdown twins and llms.txt. A test holds it against the pages that Astro builds.
 */
import type { PhrasingContent, RootContent } from 'mdast';
import type { Catalogue, Claim, Concept, Example, Paper, Source } from '../catalogue/catalogue.ts';
import { CODES, FAULTS } from '../catalogue/faults.ts';
import { ECCAR_STATUSES, NETWORK_LISTED, SEEN, SOURCE_KINDS, TIES } from '../catalogue/schema.ts';
import { readFigures, readVersion } from '../figures.ts';
import { type ListPage, pagesNear, pageSuffix, paginate, paginateBoth, placeInList } from '../lists.ts';
import {
	bookletPath,
	collectionPath,
	conceptPath,
	conceptsPath,
	documentPath,
	documentsPath,
	examplePath,
	examplesPath,
	faultPath,
	faultsPath,
	municipalitiesPath,
	municipalityPath,
	oldAddressPath,
	pagePath,
	pointPath,
	proposePath,
	removedPath,
	searchPath,
	sourcesPath,
	startPath,
	statusPath,
	toAbsolute,
	toHref,
} from '../paths.ts';
import { BOOKLET_SIZE, MUNICIPALITIES_PER_PAGE, SITE } from '../site.ts';
import { describeStatus, STATUS_SUMMARY, STATUS_TITLE } from '../status.ts';
import { countSources, sourceCounts, sourcesSummary } from '../sources/totals.ts';
import { capitalise, compareSwedish, count, formatDate, formatList, formatNumber } from '../swedish.ts';
import {
	CONCEPT_NOUNS,
	fullName,
	fullNames,
	hasPage,
	linkPhrase,
	MISSING,
	municipalityNames,
	outcomePhrase,
	periodPhrase,
	sourceOrigin,
	supportsPhrase,
} from '../wording.ts';
import { exampleUrl } from './addresses.ts';
import { lastChange, latest, latestChange, modifiedOf, withdrawnFrom } from './dates.ts';
import type { BodyOf } from './json.ts';
import { heading, link, list, type MarkdownBody, paragraph, text } from './markdown.ts';
import { writeMarkdown } from './write.ts';

export interface SitePage {
	readonly path: string;
	readonly title: string;
	readonly summary: string;
	/** ISO day of the latest change. */
	readonly modified: string;
	/** Whether the sitemap leads here. Withdrawn examples, booklets and the search are left out. */
	readonly listed: boolean;
	readonly kind: 'start' | 'point' | 'example' | 'document' | 'municipality' | 'concept' | 'list' | 'text' | 'tool';
	/** All that `markdown` rests on beside what it asks the catalogue and the bodies; not said where that is much. */
	readonly about?: object | undefined;
	/** The page as Markdown, without the line of address and date at its end. */
	readonly markdown: () => string;
}

/** What a list of all pages says of each. */
export type PageRow = Omit<SitePage, 'about' | 'markdown'>;
export const toPageRow = ({ about: _, markdown: __, ...row }: SitePage): PageRow => row;

type Row = readonly PhrasingContent[];
const strong = (value: string): PhrasingContent => ({ type: 'strong', children: [text(value)] });
const fact = (label: string, ...value: Row): Row => [strong(`${label}:`), text(' '), ...value];
const to = (label: string, path: string) => link(label, toAbsolute(path));
const row = (nodes: readonly PhrasingContent[], separator = ', ') =>
	nodes.flatMap((node, index) => (index > 0 ? [text(separator), node] : [node]));
/** A section with its heading; nothing when it is empty. */
const section = (title: string, content: readonly RootContent[]): RootContent[] =>
	content.length > 0 ? [heading(2, title), ...content] : [];
const itemList = (rows: readonly Row[]): RootContent[] => (rows.length > 0 ? [list(rows)] : []);

/** A row that stands on many pages is written once. */
function writtenOnce<T extends object>(make: (thing: T) => Row): (thing: T) => Row {
	const made = new WeakMap<T, Row>();
	return (thing) => {
		let row = made.get(thing);
		if (!row) made.set(thing, (row = [{ type: 'html', value: writeMarkdown([paragraph(...make(thing))]) }]));
		return row;
	};
}

const exampleRow = writtenOnce((example: Example): Row => [
	to(example.title, examplePath(example)),
	text(
		` (${municipalityNames(example)}${periodPhrase(example.period) ? `, ${periodPhrase(example.period)}` : ''}): ${example.summary}`,
	),
]);
const documentRow = writtenOnce((document: Paper): Row => [
	to(document.title, documentPath(document)),
	text(
		` (${document.type.label.toLowerCase()}, ${document.municipality.name}, ${document.date ? formatDate(document.date) : 'utan datum'}): ${document.summary}`,
	),
]);
const sourceRow = writtenOnce(({ source, supports }: { source: Source; supports?: string }): Row => [
	text(`${source.title}. ${sourceOrigin(source)}. `),
	...(supports ? [text(`${supportsPhrase(supports)} `)] : []),
	text(`${SOURCE_KINDS[source.kind]}. ${SEEN[source.seen]}. `),
	...(source.url ? [link(source.url, source.url)] : [text(source.urlOmitted ?? MISSING)]),
	...(source.url
		? [text(`. ${linkPhrase(source)}${source.link ? ` (kontrollerad ${formatDate(source.link.checked)})` : ''}`)]
		: []),
	...(source.archivedUrl ? [text('. '), link('Arkiverad kopia', source.archivedUrl)] : []),
]);
const changeRows = (changes: Example['changes']): Row[] =>
	changes.map(({ date, note }) => [text(`${formatDate(date)}: ${note}`)]);
const conceptLinks = (concepts: readonly Concept[]): Row =>
	concepts.length > 0
		? row(concepts.map((concept) => (hasPage(concept) ? to(concept.label, conceptPath(concept)) : text(concept.label))))
		: [text(MISSING)];
const pointLinks = (points: Example['points'] | Paper['points']): Row =>
	row(points.map((point) => to(`${point.number} ${point.title}`, pointPath(point))));
const known = (label: string, claim: Claim | undefined): Row =>
	fact(label, text(claim ? `${claim.text} (Källa: ${formatList(claim.sources.map(({ title }) => title))}.)` : MISSING));

/** The start of every twin: heading, summary, then the rest. Bodies are Markdown already and are joined as text. */
const document = (title: string, summary: string, ...parts: readonly (string | readonly RootContent[])[]): string =>
	[[heading(1, title), ...(summary ? [paragraph(text(summary))] : [])], ...parts]
		.map((part) => (typeof part === 'string' ? part : writeMarkdown(part)))
		.filter((part) => part !== '')
		.join('\n\n');

const bodyText = ({ lead, sections }: MarkdownBody, level: 2 | 3 = 2): string =>
	[lead, ...sections.flatMap(({ title, markdown }) => [writeMarkdown([heading(level, title)]), markdown])]
		.filter((part) => part !== '')
		.join('\n\n');

export function toSitePages(catalogue: Catalogue, bodyOf: BodyOf): SitePage[] {
	const { examples, listed, points, documents, municipalities, concepts } = catalogue;
	const everything = modifiedOf(catalogue);
	/** Each list is gone through once, however many pages it has. */
	const latestOf = (...lists: readonly (readonly (Example | Paper)[])[]) =>
		latest(lists.map(latestChange)) || everything;
	const types = concepts.filter(({ kind }) => kind === 'documentType');

	const examplePages = examples.map((example): SitePage => ({
		path: examplePath(example),
		title: `${example.title} – ${fullNames(example)}`,
		summary: example.summary,
		modified: lastChange(example),
		listed: example.status === 'active',
		kind: 'example',
		about: example,
		markdown: () =>
			document(
				example.title,
				example.withdrawn ? `Tillbakadraget ${formatDate(example.withdrawn.date)}. ${example.withdrawn.reason}` : '',
				[
					paragraph(text(example.summary)),
					list([
						fact('Kommun', ...row(example.municipalities.map((item) => to(fullName(item), municipalityPath(item))))),
						fact('Punkt', ...pointLinks(example.points)),
						fact(
							'Tid',
							text([periodPhrase(example.period) ?? MISSING, example.period?.note].filter(Boolean).join('. ')),
						),
						fact('Nämnd eller förvaltning', text(example.organisation ?? MISSING)),
						fact('Diskrimineringsgrunder', ...conceptLinks(example.grounds)),
						fact('Former av rasism', ...conceptLinks(example.racism)),
						fact('Målgrupper', ...conceptLinks(example.audiences)),
						fact('Metoder', ...conceptLinks(example.methods)),
						fact(
							'Kunskapsläge',
							text(
								catalogue.concepts.find(({ id, kind }) => kind === 'evidence' && id === example.evidence)?.label ??
									example.evidence,
							),
						),
						fact('Publicerat', text(formatDate(example.published))),
						fact('Granskat', text(formatDate(example.reviewed))),
					]),
				],
				bodyText(bodyOf('examples', example.id)),
				section('Vad är känt', [
					list([
						known('Effekt', example.known.effect),
						known('Kostnad', example.known.cost),
						known('Svårigheter', example.known.difficulties),
						known('Att göra likadant', example.known.transfer),
					]),
				]),
				section('Källor', itemList(example.sources.map(sourceRow))),
				section(
					'Dokument',
					itemList(
						catalogue
							.documentsTouching(example)
							.map((item) => [...documentRow(item.document), text(` ${TIES[item.tie]}.`)]),
					),
				),
				section('Ändringar', itemList(changeRows(example.changes))),
				section('Liknande exempel', itemList(catalogue.relatedTo(example).map(exampleRow))),
			),
	}));

	const documentPages = documents.map((paper): SitePage => ({
		path: documentPath(paper),
		title: `${paper.title} – ${fullName(paper.municipality)}`,
		summary: paper.summary,
		modified: lastChange(paper),
		listed: true,
		kind: 'document',
		about: paper,
		markdown: () =>
			document(
				paper.title,
				paper.summary,
				[
					list([
						fact('Dokumenttyp', text(capitalise(paper.type.label))),
						fact('Kommun', to(fullName(paper.municipality), municipalityPath(paper.municipality))),
						fact(
							'Datum',
							text([paper.date ? formatDate(paper.date) : MISSING, paper.dateNote].filter(Boolean).join('. ')),
						),
						fact('Diarienummer', text(paper.diarienummer ?? MISSING)),
						...(paper.outcome
							? [fact('Utfall', text([outcomePhrase(paper), paper.outcome.note].filter(Boolean).join('. ')))]
							: []),
						fact('Punkt', ...pointLinks(paper.points)),
						fact('Publicerat', text(formatDate(paper.published))),
						fact('Granskat', text(formatDate(paper.reviewed))),
					]),
				],
				bodyText(bodyOf('documents', paper.id)),
				section(
					'Exempel',
					itemList(paper.examples.map(({ example, tie }) => [...exampleRow(example), text(` ${TIES[tie]}.`)])),
				),
				section('Källor', itemList(paper.sources.map(sourceRow))),
				section('Ändringar', itemList(changeRows(paper.changes))),
			),
	}));

	const pointPages = points.flatMap((point) =>
		paginateBoth(catalogue.examplesFor(point), catalogue.documentsFor(point)).map(
			({ list: page, documents: papers }): SitePage => ({
				path: pointPath(point, page.page),
				title: `${point.number}. ${point.title}${pageSuffix(page.page)}`,
				summary: point.purpose,
				modified: latest([
					lastChange(point),
					latestOf(catalogue.examplesFor(point), withdrawnFrom(catalogue, point), catalogue.documentsFor(point)),
				]),
				listed: true,
				kind: page.page === 1 ? 'point' : 'list',
				about: [point, page, papers],
				markdown: () =>
					page.page > 1
						? continued(`${point.number}. ${point.title}`, page, papers, (number) => pointPath(point, number))
						: document(
								`${point.number}. ${point.title}`,
								point.purpose,
								[paragraph(text(`Hos ECCAR: ${point.titleEn}. Granskad ${formatDate(point.reviewed)}.`))],
								bodyText(bodyOf('points', String(point.number))),
								section('Åtgärder som programmet nämner', [
									...itemList(point.actions.map((action) => [text(action)])),
									paragraph(text(point.actionsNote)),
								]),
								section(
									'Lag och vägledning',
									itemList(point.guidance.map(({ source, note }) => [...sourceRow({ source }), text(` ${note}`)])),
								),
								exampleSection(page, (number) => pointPath(point, number)),
								section('Dokument', itemList(papers.map(documentRow))),
								section('Källor till punkten', itemList(point.sources.map((source) => sourceRow({ source })))),
								section('Ändringar', itemList(changeRows(point.changes))),
							),
			}),
		),
	);

	const municipalityPages = municipalities.flatMap((municipality) => {
		const own = catalogue.examplesFor(municipality);
		const documentsOf = catalogue.documentsFor(municipality);
		const ordered = points.flatMap((point) => own.filter((example) => example.points[0] === point));
		const name = fullName(municipality);
		const summary = `${count(own.length, 'exempel', 'exempel')} och ${count(documentsOf.length, 'dokument', 'dokument')} i katalogen.`;
		return paginateBoth(ordered, documentsOf).map(({ list: page, documents: papers }): SitePage => ({
			path: municipalityPath(municipality, page.page),
			title: `${name}${pageSuffix(page.page)}`,
			summary,
			modified: latestOf(own, withdrawnFrom(catalogue, municipality), documentsOf),
			listed: true,
			kind: page.page === 1 ? 'municipality' : 'list',
			about: [municipality, page, papers],
			markdown: () =>
				page.page > 1
					? continued(name, page, papers, (number) => municipalityPath(municipality, number))
					: document(
							name,
							summary,
							[
								list([
									fact('Kommunkod', text(municipality.code)),
									fact('Län', text(municipality.county)),
									fact(
										'ECCAR',
										text(
											municipality.eccar
												? [
														[
															ECCAR_STATUSES[municipality.eccar.status],
															municipality.eccar.since && `sedan ${municipality.eccar.since}`,
														]
															.filter(Boolean)
															.join(' '),
														municipality.eccar.note,
													]
														.filter(Boolean)
														.join('. ')
												: MISSING,
										),
									),
									fact(
										'SKL:s nätverk mot rasism och diskriminering',
										text(NETWORK_LISTED[municipality.network.listed]),
									),
								]),
							],
							exampleSection(page, (number) => municipalityPath(municipality, number)),
							section('Dokument', itemList(papers.map(documentRow))),
							section(
								'Källor till uppgifterna',
								itemList(
									[municipality.eccar?.source, municipality.network.source]
										.filter((source) => source !== undefined)
										.map((source) => sourceRow({ source })),
								),
							),
						),
		}));
	});

	const conceptPages = concepts.filter(hasPage).flatMap((concept) => {
		const own = catalogue.examplesFor(concept);
		return paginate(own).map((page): SitePage => ({
			path: conceptPath(concept, page.page),
			title: `${concept.label} (${CONCEPT_NOUNS[concept.kind].toLowerCase()})${pageSuffix(page.page)}`,
			summary: concept.definition,
			modified: latestOf(own, withdrawnFrom(catalogue, concept)),
			listed: true,
			kind: page.page === 1 ? 'concept' : 'list',
			about: [concept, page],
			markdown: () =>
				page.page > 1
					? continued(concept.label, page, [], (number) => conceptPath(concept, number))
					: document(
							concept.label,
							concept.definition,
							[
								list([
									fact('Ordlista', text(CONCEPT_NOUNS[concept.kind])),
									...(concept.synonyms.length > 0
										? [fact('Sökord som leder hit', text(formatList(concept.synonyms)))]
										: []),
									...(concept.broader ? [fact('Hör till', ...conceptLinks([concept.broader]))] : []),
								]),
							],
							exampleSection(page, (number) => conceptPath(concept, number)),
						),
		}));
	});

	const byPoint = points.flatMap((point) =>
		catalogue.examplesFor(point).filter((example) => example.points[0] === point),
	);
	const exampleLists = paginate(byPoint).map((page): SitePage => ({
		path: examplesPath(page.page),
		title: `Exempel${pageSuffix(page.page)}`,
		summary: `${page.total} exempel på vad kommuner har gjort, ordnade efter punkt.`,
		modified: latestOf(listed, withdrawnFrom(catalogue)),
		listed: true,
		kind: 'list',
		about: page,
		markdown: () => continued('Exempel', page, [], examplesPath),
	}));
	const byType = types.flatMap((type) => documents.filter((paper) => paper.type === type));
	const documentLists = paginate(byType).map((page): SitePage => ({
		path: documentsPath(page.page),
		title: `Dokument${pageSuffix(page.page)}`,
		summary: `${page.total} motioner, svar, planer och andra handlingar om programmet eller arbete som hör till det.`,
		modified: latestOf(documents),
		listed: true,
		kind: 'list',
		markdown: () =>
			document(
				`Dokument${pageSuffix(page.page)}`,
				'',
				itemList(page.items.map(documentRow)),
				otherPages(page, documentsPath),
			),
	}));

	const textPages = catalogue.pages.map((page): SitePage => ({
		path: pagePath(page),
		title: page.title,
		summary: page.summary,
		modified: lastChange(page),
		listed: true,
		kind: 'text',
		markdown: () => document(page.title, page.summary, bodyText(bodyOf('pages', page.id))),
	}));

	const start: SitePage = {
		path: startPath(),
		title: SITE.name,
		summary: SITE.description,
		modified: everything,
		listed: true,
		kind: 'start',
		markdown: () =>
			document(
				SITE.name,
				SITE.description,
				section(
					'De tio punkterna',
					itemList(
						points.map((point) => [
							to(`${point.number}. ${point.title}`, pointPath(point)),
							text(` (${count(catalogue.countFor(point), 'exempel', 'exempel')}): ${point.purpose}`),
						]),
					),
				),
				section('Nyast i katalogen', itemList(listed.slice(0, 3).map(exampleRow))),
				section('Kommuner', [paragraph(to('Alla kommuner', municipalitiesPath()))]),
				section('Data', [paragraph(to('Hämta katalogen som öppna data', pagePath({ id: 'data' })))]),
			),
	};
	const municipalityLists = paginate(municipalities, MUNICIPALITIES_PER_PAGE).map((page): SitePage => ({
		path: municipalitiesPath(page.page),
		title: `Kommuner${pageSuffix(page.page)}`,
		summary: `${municipalities.length} kommuner, punkt för punkt.`,
		modified: everything,
		listed: true,
		kind: 'list',
		markdown: () =>
			document(
				`Kommuner${pageSuffix(page.page)}`,
				'Ett tal säger hur många exempel katalogen har under punkten. Att något saknas betyder inte att kommunen saknar arbete.',
				itemList(
					page.items.map((municipality) => {
						const own = catalogue.examplesFor(municipality);
						const numbers = points
							.map((point) => ({ point, total: own.filter((example) => example.points.includes(point)).length }))
							.filter(({ total }) => total > 0)
							.map(({ point, total }) => `punkt ${point.number}: ${total}`);
						return [
							to(municipality.name, municipalityPath(municipality)),
							text(`: ${numbers.length > 0 ? formatList(numbers) : 'inga exempel i katalogen'}`),
						];
					}),
				),
				otherPages(page, municipalitiesPath),
			),
	}));
	const conceptList: SitePage = {
		path: conceptsPath(),
		title: 'Begrepp',
		summary: 'Metoder, diskrimineringsgrunder, former av rasism och målgrupper som exemplen ordnas efter.',
		modified: everything,
		listed: true,
		kind: 'list',
		markdown: () =>
			document(
				'Begrepp',
				'',
				...[...new Set(concepts.map(({ kind }) => kind))].map((kind) =>
					section(
						CONCEPT_NOUNS[kind],
						itemList(
							concepts
								.filter((concept) => concept.kind === kind)
								.map((concept) => [...conceptLinks([concept]), text(`: ${concept.definition}`)]),
						),
					),
				),
			),
	};
	/** Every example of a point in full, as on the page to print. */
	const booklets = points.flatMap((point) =>
		paginate(catalogue.examplesFor(point), BOOKLET_SIZE).map((page): SitePage => ({
			path: bookletPath(point, page.page),
			title: `Punkt ${point.number} ${point.shortTitle}: alla exempel för utskrift${pageSuffix(page.page)}`,
			summary: `${count(page.items.length, 'exempel', 'exempel')} i sin helhet, med källor och adresser.`,
			modified: latestOf(page.items),
			listed: false,
			kind: 'tool',
			about: [point, page],
			markdown: () =>
				document(
					`${point.number}. ${point.title}`,
					`${count(page.items.length, 'exempel', 'exempel')} i sin helhet, med källor och adresser${placeInList(page)}.`,
					...page.items.flatMap((example) => [
						[
							heading(2, example.title),
							paragraph(
								text(`${fullNames(example)}. ${example.summary} `),
								link(exampleUrl(example), exampleUrl(example)),
							),
						],
						bodyText(bodyOf('examples', example.id), 3),
						[heading(3, 'Källor'), ...itemList(example.sources.map(sourceRow))],
					]),
				),
		})),
	);
	/** Pages that do something, and work in the browser only: their twins say what they are for. */
	const tool = (path: string, title: string, summary: string, rest: readonly RootContent[] = [], listed = true) => ({
		path,
		title,
		summary,
		modified: everything,
		listed,
		kind: 'tool' as const,
		markdown: () => document(title, summary, rest),
	});
	const tools: SitePage[] = [
		tool(
			searchPath(),
			'Sök',
			'Sökningen körs i webbläsaren och kräver JavaScript. Hela katalogen finns som data.',
			[paragraph(to('Hämta katalogen som öppna data', pagePath({ id: 'data' })))],
			false,
		),
		tool(
			collectionPath(),
			'Min samling',
			'Samla exempel till en motion eller ett tjänsteutlåtande, ordna dem och hämta listan som text eller Word-fil. Samlingen sparas i webbläsaren och kräver JavaScript.',
		),
		tool(
			proposePath(),
			'Föreslå ett exempel',
			'Ett formulär som blir en färdig fil. Det kräver JavaScript. Utan JavaScript finns mallen på sidan.',
		),
		tool(
			oldAddressPath(),
			'Gamla adresser hos SKL och SKR',
			'Många motioner, svar och beslut länkar till SKL:s sidor om tiopunktsprogrammet. De adresser som vi känner till har en sida här.',
			itemList(
				points.flatMap((point) =>
					point.legacyUrls.map((url): Row => [
						text(`${url}: `),
						to(`Punkt ${point.number}: ${point.title}`, pointPath(point)),
					]),
				),
			),
		),
		tool(
			removedPath(),
			'Sidan är borttagen',
			catalogue.gone.length > 0 ? 'De här sidorna är borttagna.' : 'Ingen sida i katalogen är borttagen.',
			itemList(
				catalogue.gone.map(({ address, date, reason }): Row => [
					text(`${toAbsolute(toHref(address))}: ${reason} Borttagen ${formatDate(date)}.`),
				]),
			),
			false,
		),
		tool(
			faultsPath(),
			'Felkoder',
			'Vad koderna från granskningen av innehållet betyder.',
			itemList(CODES.map((code): Row => [to(code, faultPath(code)), text(`: ${FAULTS[code].title}`)])),
		),
		...CODES.map((code) => {
			const { title, why, wrong, right } = FAULTS[code];
			const shown = (value: string): RootContent => ({ type: 'code', value });
			return tool(faultPath(code), `${code}: ${title}`, why, [
				heading(2, 'Så blir det fel'),
				shown(wrong),
				heading(2, 'Skriv så här'),
				shown(right),
			]);
		}),
	];

	const totals = countSources(catalogue.sources);
	const sources: SitePage = {
		path: sourcesPath(),
		title: 'Källorna och deras adresser',
		summary: sourcesSummary(totals),
		modified: totals.latest && totals.latest > everything ? totals.latest : everything,
		listed: true,
		kind: 'text',
		markdown: () =>
			document(
				'Källorna och deras adresser',
				sourcesSummary(totals),
				itemList(sourceCounts(totals).map(([label, number]): Row => [text(`${label}: ${formatNumber(number)}`)])),
			),
	};

	const figures = readFigures();
	const measured = latest(Object.values(figures).map((figure) => figure?.date ?? ''));
	const status: SitePage = {
		path: statusPath(),
		title: STATUS_TITLE,
		summary: STATUS_SUMMARY,
		modified: measured > everything ? measured : everything,
		listed: true,
		kind: 'text',
		markdown: () =>
			document(
				STATUS_TITLE,
				STATUS_SUMMARY,
				...describeStatus(catalogue, figures, readVersion()).map(({ title, text: words, rows, measured: day }) =>
					section(title, [
						paragraph(text(words)),
						...itemList(rows.map(([label, value]) => fact(label, text(value)))),
						...(day ? [paragraph(text(`Mätt ${formatDate(day)}.`))] : []),
					]),
				),
			),
	};

	return [
		start,
		...pointPages,
		...exampleLists,
		...examplePages,
		...municipalityLists,
		...municipalityPages,
		...documentLists,
		...documentPages,
		conceptList,
		...conceptPages,
		...[...textPages].sort((a, b) => compareSwedish(a.title, b.title)),
		sources,
		status,
		...booklets,
		...tools,
	];
}

type PathOf = (page: number) => string;

function otherPages({ page, pages }: ListPage<unknown>, pathOf: PathOf): RootContent[] {
	const others = pagesNear(page, pages).filter((number) => number !== page);
	return others.length > 0
		? [paragraph(text('Fler sidor: '), ...row(others.map((number) => to(String(number), pathOf(number)))))]
		: [];
}

const exampleSection = (page: ListPage<Example>, pathOf: PathOf): RootContent[] =>
	section('Exempel', [...itemList(page.items.map(exampleRow)), ...otherPages(page, pathOf)]);

/** A page of a list and nothing more. */
const continued = (title: string, page: ListPage<Example>, papers: readonly Paper[], pathOf: PathOf): string =>
	document(
		`${title}${pageSuffix(page.page)}`,
		'',
		itemList(page.items.map(exampleRow)),
		section('Dokument', itemList(papers.map(documentRow))),
		otherPages(page, pathOf),
	);
