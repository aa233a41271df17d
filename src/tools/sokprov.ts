/**
 * `npm run sokprov [file.jsonl]`: how well the search answers judged queries, by category, for the site's own module,
 * Pagefind alone and MiniSearch with a Swedish stemmer. Needs a built site.
 * `--miss` lists what went wrong, `--sida` writes the figures to the page that tells readers of them.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import MiniSearch from 'minisearch';
import { stemmer } from '@orama/stemmers/swedish';
import { Search } from '../search/engine.ts';
import { fold, wordsOf } from '../search/swedish.ts';
import { readIndex } from './lexicon.ts';
import { measure, type Measures, OFF_TOPIC, type Question, summarise, type Table } from './measures.ts';
import { openLexicon, openPagefind } from './pagefind.ts';
import { ROOT } from './run.ts';
import { type FirstSearch, timeQueries, weighFirstSearches } from './timing.ts';

export const DIST = join(ROOT, 'dist');
export const QUESTIONS = join(ROOT, 'tests', 'search', 'fragor.jsonl');

export type Ranker = (query: string) => Promise<readonly string[]>;

export const readQuestions = (file: string): Question[] =>
	readFileSync(file, 'utf8')
		.split('\n')
		.filter((line) => line.trim())
		.map((line) => JSON.parse(line) as Question);

/** The last part of an address: /exempel/lund-mr-stad/ is lund-mr-stad. */
export const slugOf = (url: string) => url.replace(/\/$/, '').split('/').at(-1) ?? '';

/** The three searches over the same built pages. */
export async function openRankers(dist: string): Promise<Record<string, Ranker>> {
	const pagefind = await openPagefind(dist);
	const search = new Search(pagefind, openLexicon(dist));
	const slugs = async (hits: readonly { data(): Promise<{ url: string }> }[]) =>
		Promise.all(hits.slice(0, 20).map(async (hit) => slugOf((await hit.data()).url)));
	const stemmed = new MiniSearch({
		fields: ['title', 'content'],
		idField: 'url',
		tokenize: wordsOf,
		processTerm: (word) => fold(stemmer(word)),
		searchOptions: { prefix: true, fuzzy: 0.2, boost: { title: 3 } },
	});
	stemmed.addAll(readIndex(dist));
	return {
		Tiopunkten: async (query) => slugs((await search.search(query)).hits),
		Pagefind: async (query) => slugs((await pagefind.search(query)).results),
		MiniSearch: (query) => Promise.resolve(stemmed.search(query).map(({ id }) => slugOf(String(id)))),
	};
}

export async function run(ranker: Ranker, questions: readonly Question[]) {
	const runs = new Map<string, readonly string[]>();
	for (const { id, q } of questions) runs.set(id, [...new Set(await ranker(q))]);
	return { runs, table: summarise(questions, runs) };
}

const figure = (value: number) => value.toFixed(2).replace(/^0/, '').replace(/^-0/, '-');

function printTable(tables: Readonly<Record<string, Table>>) {
	const systems = Object.keys(tables);
	const own = tables[systems[0] as string] as Table;
	const row = (name: string, n: number | string, of: (table: Table) => Measures | undefined) =>
		[
			name.padEnd(20),
			String(n).padStart(3),
			...systems.map((system) => {
				const m = of(tables[system] as Table);
				return m ? [m.ndcg, m.recall, m.first, m.three, m.empty].map((v) => figure(v).padStart(5)).join('') : '';
			}),
		].join(' │ ');
	console.log(`${''.padEnd(20)} │   n │ ${systems.map((system) => system.padEnd(25)).join(' │ ')}`);
	console.log(`${''.padEnd(20)} │     │ ${systems.map(() => ' nDCG  @10   s1   s3 tomt').join(' │ ')}`);
	for (const [category, { n }] of Object.entries(own.categories))
		console.log(row(category, n, (table) => table.categories[category]));
	console.log(row('alla', '', (table) => table.all));
	console.log(
		`Ingenting för frågor utanför ämnet: ${systems.map((system) => `${system} ${figure(tables[system]?.silent ?? 0)}`).join(', ')}`,
	);
}

const HEADING = '## Siffror från senaste mätningen';
const CATEGORY_NAMES: Readonly<Record<string, string>> = {
	exact: 'ord som står på sidan',
	inflected: 'böjda ord',
	'no-diacritics': 'utan å, ä och ö',
	'compound-part': 'del av ett sammansatt ord',
	'reversed-compound': 'sammansatt ord skrivet isär',
	synonym: 'annat ord för samma sak',
	abbreviation: 'förkortning',
	typo: 'felstavning',
	multi: 'flera ord',
	'municipality-topic': 'kommun och ämne',
	municipality: 'kommun',
	point: 'punktens nummer',
	english: 'engelska',
	question: 'fråga i ord',
	officialese: 'myndighetsspråk',
	everyday: 'vardagsspråk',
	'unseen-everyday': 'vardagsord som ingen sida använder',
	'unseen-officialese': 'myndighetsord som ingen sida använder',
	'unseen-english': 'engelska som ingen sida använder',
};

/** Replaces the table under the page's last heading. */
function writeFigures(tables: Readonly<Record<string, Table>>) {
	const file = join(ROOT, 'content', 'sidor', 'sokning.mdx');
	const text = readFileSync(file, 'utf8');
	const systems = Object.keys(tables);
	const percent = (value: number | undefined) => `${Math.round((value ?? 0) * 100)} %`;
	const row = (name: string, of: (table: Table) => number | undefined) =>
		`| ${name} | ${systems.map((system) => percent(of(tables[system] as Table))).join(' | ')} |`;
	const rows = Object.keys((tables[systems[0] as string] as Table).categories).map((category) =>
		row(CATEGORY_NAMES[category] ?? category, (table) => table.categories[category]?.ndcg),
	);
	const table = [
		`| Slag av fråga | ${systems.join(' | ')} |`,
		`| --- | ${systems.map(() => '---').join(' | ')} |`,
		...rows,
		row('medelvärde', ({ all }) => all.ndcg),
		row('rätt bland de tre första', ({ all }) => all.three),
		row('tyst när ämnet inte finns', ({ silent }) => silent),
	].join('\n');
	writeFileSync(file, `${text.slice(0, text.indexOf(HEADING))}${HEADING}\n\n${table}\n`);
}

if (import.meta.main) {
	if (!existsSync(join(DIST, 'sok', 'ord.json'))) {
		console.error('Webbplatsen är inte byggd. Kör npm run build först.');
		process.exit(1);
	}
	const file = process.argv.slice(2).find((argument) => !argument.startsWith('--')) ?? QUESTIONS;
	const questions = readQuestions(file);
	const rankers = await openRankers(DIST);
	const tables: Record<string, Table> = {};
	for (const [system, ranker] of Object.entries(rankers)) {
		const { runs, table } = await run(ranker, questions);
		tables[system] = table;
		if (system === 'Tiopunkten' && process.argv.includes('--miss'))
			for (const { id, q, rel, category } of questions) {
				const ranked = runs.get(id) ?? [];
				const { ndcg } = measure(ranked, rel);
				if (category === OFF_TOPIC ? ranked.length > 0 : ndcg < 0.75)
					console.log(
						`${figure(ndcg)} [${category}] ${q}\n      ${ranked
							.slice(0, 8)
							.map((slug) => `${slug}:${rel[slug] ?? 0}`)
							.join(' ')}`,
					);
			}
	}
	printTable(tables);
	if (process.argv.includes('--sida')) {
		writeFigures(tables);
		const times = await timeQueries(
			DIST,
			questions.map(({ q }) => q),
		);
		const at = (share: number) => times[Math.floor((times.length - 1) * share)] ?? 0;
		console.log(`I Chromium, med allt hämtat: hälften inom ${at(0.5)} ms, 95 procent inom ${at(0.95)} ms.`);
		const first = await weighFirstSearches(
			DIST,
			questions.filter((_, place) => place % 8 === 0).map(({ q }) => q),
		);
		const middle = (of: (search: FirstSearch) => number) =>
			((first.map(of).sort((a, b) => a - b)[Math.floor(first.length / 2)] ?? 0) / 1000).toFixed(0);
		console.log(
			`Första sökningen i Chromium med tom cache, median: kärna och register ${middle(({ engine }) => engine)} kB, ` +
				`ordlista ${middle(({ lexicon }) => lexicon)} kB, eget skript ${middle(({ own }) => own)} kB.`,
		);
	}
}
