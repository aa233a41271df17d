/** The figures that the site tells of itself: whether they are true of the site that is built, and fresh enough. */
import assert from 'node:assert/strict';
import { readdirSync, statSync } from 'node:fs';
import { describe, test } from 'node:test';
import { PAGE_BUDGET, readFigures, readVersion } from '../../src/figures.ts';
import { openLexicon, openPagefind } from '../../src/tools/pagefind.ts';
import { Search } from '../../src/search/engine.ts';
import { QUESTIONS, readQuestions, run, slugOf } from '../../src/tools/sokprov.ts';
import { isBooklet, weigh } from '../../src/tools/weights.ts';
import { DIST, pageAt, pages, textOf } from '../support/site.ts';

const figures = readFigures();
const status = pageAt('/om/status/').root;
/** The value beside a label on the status page. */
const valueOf = (section: string, label: string) =>
	textOf(
		status
			.querySelectorAll(`#${section} .figures div`)
			.find((row) => textOf(row.querySelector('dt')) === label)
			?.querySelector('dd'),
	);
const swedish = (number: number) => String(number).replace('.', ',');

describe('the status page', () => {
	test('counts what is built', () => {
		const examples = pages.filter(({ path }) => /^\/exempel\/[^/]+\/$/.test(path)).length;
		assert.equal(valueOf('innehall-i-siffror', 'Exempel'), String(examples));
		assert.equal(valueOf('innehall-i-siffror', 'Programpunkter'), '10');
		const described = pages.filter(
			({ path, root }) =>
				/^\/exempel\/[^/]+\/$/.test(path) && root.querySelector('.facts a[href="/begrepp/#kunskapslage"]') !== null,
		);
		const plain = described.filter(({ root }) => textOf(root.querySelector('.facts')).includes('Beskrivet')).length;
		assert.match(valueOf('belagg', 'Beskrivet'), new RegExp(`^${plain} av ${examples} `));
	});

	test('shows the measured figures, and promises nothing that does not hold now', async () => {
		const { weights, search, markup, accessibility } = figures;
		assert.ok(weights && search && markup && accessibility, 'Kör npm run matvarden.');
		const now = weigh(
			pages.filter((page) => !isBooklet(page)),
			DIST,
		);
		const heaviest = Math.max(...now.map(({ bytes }) => bytes));
		assert.ok(heaviest <= PAGE_BUDGET);
		assert.ok(weights.heaviest.bytes >= heaviest * 0.95, `${heaviest} byte nu. Kör npm run matvarden vikt.`);
		assert.ok(
			valueOf('vikt', 'Tyngsta sidan').startsWith(`${swedish(Number((weights.heaviest.bytes / 1000).toFixed(1)))} kB`),
		);

		const engine = new Search(await openPagefind(DIST), openLexicon(DIST));
		const { table } = await run(
			async (query) =>
				Promise.all((await engine.search(query)).hits.slice(0, 20).map(async (hit) => slugOf((await hit.data()).url))),
			readQuestions(QUESTIONS),
		);
		assert.ok(search.ndcg <= table.all.ndcg + 0.02, `${table.all.ndcg} nu. Kör npm run matvarden sok.`);
		assert.ok(search.three <= table.all.three + 0.02, `${table.all.three} nu. Kör npm run matvarden sok.`);
		assert.equal(valueOf('sokning', 'Rätt svar bland de tre första'), `${Math.floor(search.three * 100)} %`);
	});

	test('shows the figures of the headers, the accessibility, the code and the build as they were measured', () => {
		const { headers, accessibility, markup, build } = figures;
		assert.ok(headers && accessibility && markup && build, 'Kör npm run matvarden.');
		assert.equal(valueOf('sakerhet', 'Svarshuvuden'), `${headers.grade}, ${headers.score} poäng`);
		assert.equal(valueOf('tillganglighet', 'Fel enligt axe'), String(accessibility.faults.length));
		assert.match(valueOf('tillganglighet', 'Fel i HTML-koden'), new RegExp(`^${markup.errors} på ${markup.pages}\\s`));
		assert.match(valueOf('version', 'Byggtid'), new RegExp(`^${swedish(build.seconds)}\\s`));
		assert.equal(valueOf('version', 'Version'), readVersion());
		const bytes = readdirSync(DIST, { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile() && !/\.(br|gz)$/.test(entry.name))
			.reduce((sum, { parentPath, name }) => sum + statSync(`${parentPath}/${name}`).size, 0);
		assert.ok(Math.abs(bytes / build.bytes - 1) < 0.25, `${bytes} byte nu. Kör npm run matvarden bygge.`);
	});

	test('has figures for most of the pages there are, not a year old', () => {
		for (const [part, figure] of Object.entries(figures)) {
			assert.ok(figure, part);
			const age = (Date.now() - Date.parse(figure.date)) / 86_400_000;
			assert.ok(age < 365, `${part} mättes ${figure.date}. Kör npm run matvarden.`);
			if ('pages' in figure)
				assert.ok(figure.pages > pages.length * 0.7, `${part}: ${figure.pages} sidor mätta, ${pages.length} finns.`);
		}
	});
});

describe('the accessibility statement has what Digg asks for:', () => {
	const { root } = pageAt('/tillganglighet/');
	const text = textOf(root.querySelector('main'));
	const parts: readonly (readonly [string, RegExp])[] = [
		['who is answerable', /Tiopunktens redaktion står bakom webbplatsen/],
		['which service it is about', /webbplatsen tiopunkten\.se/],
		[
			'how far it meets the law',
			/är (helt|delvis|inte) förenlig med lagen om tillgänglighet till digital offentlig service/,
		],
		['what is not accessible, and why', /Innehåll som inte är tillgängligt .*Provningen den \d+ \S+ \d{4} fann/],
		['the day of the assessment', /Vi bedömde webbplatsen senast den \d+ \S+ \d{4}\./],
		['the day of the last update', /Redogörelsen uppdaterades senast den \d+ \S+ \d{4}\./],
		['how it was assessed', /Vi granskade den själva\. Då prövades \d+ sidor med verktyget axe [\d.]+/],
		['where to tell of an obstacle', /Hittar du ett hinder.* Skriv till redaktionen@tiopunkten\.se/],
		['where to complain', /anmäla bristande digital tillgänglighet till tillsynsmyndigheten/],
		['what would be an unreasonable burden', /Oskäligt betungande anpassning .*12 §/],
		['what the law does not cover', /Innehåll som inte omfattas av lagen .*9 §/],
	];
	for (const [part, words] of parts) test(part, () => assert.match(text.replaceAll('\u00a0', ' '), words));

	test('the address of the complaint, and dates that agree with the latest run and with the page', () => {
		assert.ok(root.querySelector('main a[href="https://www.digg.se/tdosanmalan"]'));
		const day = (iso: string) =>
			new Date(iso).toLocaleDateString('sv-SE', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
		const words = text.replaceAll('\u00a0', ' ');
		assert.ok(words.includes(`Vi bedömde webbplatsen senast den ${day(figures.accessibility?.date ?? '')}.`));
		const reviewed = root.querySelector('.src time')?.getAttribute('datetime') ?? '';
		assert.ok(words.includes(`Redogörelsen uppdaterades senast den ${day(reviewed)}.`));
		for (const fault of figures.accessibility?.faults ?? []) assert.ok(words.includes(fault));
	});
});
