/**
 * `npm run matvarden [part …]`: measures the site and writes what came out to content/matvarden.json, which the status
 * page and the accessibility statement show. Without parts everything is measured: bygge, kod, vikt, sok, tillganglighet,
 * svarshuvuden.
 */
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { FIGURES_FILE } from '../catalogue/places.ts';
import { type Figures, figuresSchema, readFigures } from '../figures.ts';
import { readAxeReport } from './axe-report.ts';
import { build, DIST } from './build.ts';
import { findChromium } from './chromium.ts';
import { filesIn } from './folder.ts';
import { markupErrors } from './markup.ts';
import { installed, ROOT, run } from './run.ts';
import { openRankers, QUESTIONS, readQuestions, run as ask } from './sokprov.ts';
import { isBooklet, weigh } from './weights.ts';

/** Measures one part; the day is added when it is written down. */
type Measurement<K extends keyof Figures> = () => Promise<Omit<NonNullable<Figures[K]>, 'date'>>;

const AXE_REPORT = join(ROOT, '.cache', 'axe.json');

const builtPages = () =>
	[...filesIn(DIST)]
		.filter((file) => file.endsWith('.html'))
		.sort()
		.map((file) => ({
			path: `/${file.replace(/index\.html$/, '')}`,
			html: readFileSync(join(DIST, file), 'utf8'),
		}));

const measureBuild: Measurement<'build'> = async () => {
	// From the beginning: what the last build remembers would make it look quicker.
	rmSync(join(ROOT, '.cache', 'reuse.json'), { force: true });
	const start = performance.now();
	if (!(await build())) throw new Error('Webbplatsen gick inte att bygga.');
	const seconds = Math.round((performance.now() - start) / 100) / 10;
	const files = [...filesIn(DIST)];
	return {
		seconds,
		pages: files.filter((file) => file.endsWith('.html')).length,
		files: files.length,
		bytes: files.reduce((sum, file) => sum + statSync(join(DIST, file)).size, 0),
	};
};

const measureMarkup: Measurement<'markup'> = async () => {
	const pages = builtPages();
	let errors = 0;
	for (const { path, html } of pages) errors += (await markupErrors(path, html)).length;
	return { pages: pages.length, errors };
};

const measureWeights: Measurement<'weights'> = () => {
	const weights = weigh(
		builtPages().filter((page) => !isBooklet(page)),
		DIST,
	).sort((a, b) => b.bytes - a.bytes);
	const [heaviest] = weights;
	const median = weights[Math.floor(weights.length / 2)];
	if (!heaviest || !median) throw new Error('Det finns inga sidor i dist/.');
	return Promise.resolve({ pages: weights.length, median: median.bytes, heaviest });
};

const measureSearch: Measurement<'search'> = async () => {
	const questions = readQuestions(QUESTIONS);
	const { Tiopunkten: ranker } = await openRankers(DIST);
	if (!ranker) throw new Error('Sökningen gick inte att öppna.');
	const { all, silent } = (await ask(ranker, questions)).table;
	const rounded = (value: number) => Math.round(value * 1_000) / 1_000;
	return {
		questions: questions.length,
		ndcg: rounded(all.ndcg),
		three: rounded(all.three),
		...(silent === undefined ? {} : { silent: rounded(silent) }),
	};
};

const measureAccessibility: Measurement<'accessibility'> = async () => {
	// An earlier run's report must not be taken for this one's.
	rmSync(AXE_REPORT, { force: true });
	// A fault makes the tests fail, and is still a result to write down.
	await run(installed('playwright'), ['test', 'axe.test.ts', '--reporter=json'], {
		env: { CHROMIUM_PATH: await findChromium(), PLAYWRIGHT_JSON_OUTPUT_FILE: AXE_REPORT },
		quiet: true,
	});
	const { version } = createRequire(import.meta.url)('axe-core/package.json') as { version: string };
	return {
		axe: version,
		...readAxeReport(JSON.parse(readFileSync(AXE_REPORT, 'utf8')) as Parameters<typeof readAxeReport>[0]),
	};
};

const measureHeaders: Measurement<'headers'> = async () => {
	const { output } = await run(process.execPath, ['--test', join(ROOT, 'tests/site/observatory.test.ts')], {
		quiet: true,
	});
	const [, grade, score] = /Observatory: (\S+), (\d+) poäng/.exec(output) ?? [];
	if (!grade || !score) throw new Error(`Svarshuvudena gick inte att mäta.\n${output}`);
	return { grade, score: Number(score) };
};

const PARTS = {
	bygge: ['build', measureBuild],
	kod: ['markup', measureMarkup],
	vikt: ['weights', measureWeights],
	sok: ['search', measureSearch],
	tillganglighet: ['accessibility', measureAccessibility],
	svarshuvuden: ['headers', measureHeaders],
} as const;

/** Writes one part's figures, with the day, beside the others'. */
export function writeFigures(part: keyof Figures, figures: object, root = ROOT): void {
	const date = new Date().toISOString().slice(0, 10);
	const all = figuresSchema.parse({ ...readFigures(root), [part]: { date, ...figures } });
	const ordered = Object.fromEntries(
		Object.keys(figuresSchema.shape).flatMap((key) => (key in all ? [[key, all[key as keyof Figures]]] : [])),
	);
	writeFileSync(join(root, FIGURES_FILE), `${JSON.stringify(ordered, null, '\t')}\n`);
}

if (import.meta.main) {
	const asked = process.argv.slice(2);
	const unknown = asked.find((name) => !(name in PARTS));
	if (unknown) {
		console.error(`Det finns inget mått som heter ${unknown}. Välj bland: ${Object.keys(PARTS).join(', ')}.`);
		process.exit(2);
	}
	for (const [name, [part, measure]] of Object.entries(PARTS)) {
		if (asked.length > 0 && !asked.includes(name)) continue;
		const figures = await measure();
		writeFigures(part, figures);
		console.log(`${name}: ${JSON.stringify(figures)}`);
	}
	console.log(`Skrivet till ${FIGURES_FILE}. Bygg igen så visar sidan /om/status/ siffrorna.`);
}
