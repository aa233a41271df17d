/**
 * `npm run build`: examines the content, builds the site, its open data and its search index beside the published
 * one, holds its addresses against the register, and only when all is whole puts it in its place, with the host's rules
 * in deploy/. A build that fails at any step leaves dist/ as it was.
 */
import { existsSync, rmSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { today } from '../clock.ts';
import { CatalogueError, errorsOf, formatProblem } from '../catalogue/problem.ts';
import { bodiesBeside, handOver } from '../handover.ts';
import { isExpiring } from '../feeds/security.ts';
import { count } from '../swedish.ts';
import { openAddresses, writeHostRules } from './addresses.ts';
import type { ReadShelf } from './content-report.ts';
import { filesIn } from './folder.ts';
import { fingerprintOfWords, openMemory } from './memory.ts';
import { writeNotices } from './notices.ts';
import { clearAway, replaceFolder, restoreFolder } from './replace.ts';
import { installed, ROOT, run } from './run.ts';
import { openShelf } from './shelf.ts';

/** How many places of words a file of the index holds: a fifth of Pagefind's own, so that a search reads what it needs. */
const INDEX_CHUNK = 4000;

/** How often pages that have been rendered are put in their place, in milliseconds. */
const PAUSE = 50;

export const DIST = join(ROOT, 'dist');
const NEXT = join(ROOT, '.cache', 'next');
const SITE_PLACES = { current: DIST, next: NEXT, previous: join(ROOT, '.cache', 'previous') };
/** What the renderer gets of us. */
const HANDED_OVER = join(ROOT, '.cache', 'content.v8');
const RULE_PLACES = {
	current: join(ROOT, 'deploy'),
	next: join(ROOT, '.cache', 'next-deploy'),
	previous: join(ROOT, '.cache', 'previous-deploy'),
};
const ALL_PLACES = [SITE_PLACES, RULE_PLACES];

/** The folder the site is served below; astro.config.mjs reads the same setting. */
const BASE = (process.env['TIOPUNKTEN_BASE'] ?? '/').replace(/\/?$/, '/');

/** What a build may leave out: for the one who measures it, and for the one who only tries. */
interface BuildOptions {
	readonly pictures?: boolean;
	readonly index?: boolean;
	/** Whether it takes the place of the one in dist/; without that it is only tried. */
	readonly place?: boolean;
	/** Where a sentence about the outcome goes. */
	readonly say?: (text: string) => void;
}

/** @returns what the addresses came to, or undefined when the build stopped */
export async function build(options: BuildOptions = {}) {
	for (const places of ALL_PLACES) restoreFolder(places);
	await setClock();
	try {
		return await buildAll(options);
	} catch (error) {
		const { code, message } = error as NodeJS.ErrnoException;
		return failed(code === 'ENOSPC' ? 'Disken är full.' : 'Bygget avbröts.', message);
	}
}

async function buildAll({
	pictures: withPictures = true,
	index: withIndex = true,
	place = true,
	say = console.log,
}: BuildOptions) {
	for (const { next } of ALL_PLACES) rmSync(next, { recursive: true, force: true });
	const cleared = clearAway(ALL_PLACES);
	const memory = openMemory(ROOT, DIST);
	// Astro starts on the other core and waits for the content, before the rest of this program is read.
	const examination = examineContent(memory.code);
	let made = 0;
	const rendering = run(installed('astro'), ['build'], {
		env: {
			TIOPUNKTEN_OUT: NEXT,
			TIOPUNKTEN_MEMORY: memory.pages,
			NODE_COMPILE_CACHE: join(ROOT, '.cache', 'compiled'),
		},
		quiet: true,
		message: examination.then((content) => handOver(content, HANDED_OVER)),
		answer: (bodies) => (made = Number(bodies)),
	});
	let content: Awaited<typeof examination>;
	try {
		content = await examination;
	} catch (error) {
		await rendering;
		if (!(error instanceof CatalogueError)) throw error;
		console.error(error.message);
		return undefined;
	}
	const { catalogue, entries, digests } = content;
	// Meanwhile Astro renders, with some help when nothing stands.
	if (!memory.files) {
		if (import.meta.main) setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
		await (await import('./bodies.ts')).renderAhead(ROOT, bodiesBeside(HANDED_OVER), () => made);
	}
	const { bodiesIn, publish } = await import('./publish.ts');
	const { add, examine } = openAddresses();
	const files = await publish(catalogue, digests, bodiesIn(ROOT), NEXT, DIST, memory.files, add);
	const pictures = withPictures
		? await (await import('./pictures.ts')).drawPictures(catalogue, ROOT, NEXT, add)
		: { total: 0, drawn: 0 };
	while (!(await Promise.race([rendering, setTimeout(PAUSE)]))) memory.place(NEXT, add);
	const site = await rendering;
	memory.place(NEXT, add);
	if (site.code !== 0) return failed('Webbplatsen gick inte att bygga.', site.output);
	add(writeNotices(ROOT, NEXT));
	// What Astro has copied, and nothing that it has not.
	for (const file of filesIn(join(ROOT, 'public'))) if (existsSync(join(NEXT, file))) add(file);
	const { kept, searchable, sameIndex } = memory.placeIndex(NEXT, fingerprintOfWords(entries));
	if (withIndex && !sameIndex) {
		const index = await run(installed('pagefind'), ['--site', NEXT], {
			env: { PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE: String(INDEX_CHUNK) },
			quiet: true,
		});
		if (index.code !== 0 || !existsSync(join(NEXT, 'pagefind', 'pagefind.js')))
			return failed('Sökregistret gick inte att bygga.', index.output);
		(await import('./lexicon.ts')).writeLexicon(NEXT, entries);
	}
	for (const file of filesIn(join(NEXT, 'sok'))) add(`sok/${file}`);
	const addresses = examine(ROOT, entries);
	const { problems: broken, unregistered, rules, unlisted } = addresses;
	if (broken.length > 0) {
		console.error(`Adresserna håller inte:\n${broken.map((problem) => `  ${formatProblem(problem)}`).join('\n')}`);
		console.error('Den tidigare webbplatsen i dist/ är orörd.');
		return undefined;
	}
	if (!place) return addresses;
	writeHostRules({ rules, unlisted, base: BASE }, ROOT, NEXT, RULE_PLACES.next);
	await cleared;
	for (const places of ALL_PLACES) replaceFolder(places);
	memory.keep(DIST, files.ledger, withIndex);
	say(
		`Webbplatsen är byggd i dist/. ${searchable} sidor går att söka i, ${kept} sidor var oförändrade, ${files.total} filer är öppna data och ${pictures.total} är bilder, varav ${pictures.drawn} ritades nu.`,
	);
	if (isExpiring(today(), new Date().toISOString().slice(0, 10)))
		say(
			'Webbplatsen är byggd ur en gammal incheckning: /.well-known/security.txt går snart ut. Gör en ny incheckning och bygg om.',
		);
	if (unregistered.length > 0)
		say(
			`${count(unregistered.length, 'adress är ny och inte registrerad', 'adresser är nya och inte registrerade')}. Kör npm run adresser före publiceringen.`,
		);
	return addresses;
}

/** The content, which must be without faults. */
async function examineContent(code: string) {
	const { reportOn } = await import('./content-report.ts');
	const shelf: ReadShelf = openShelf(join(ROOT, '.cache', 'content-read.v8'), code);
	const { problems, entries, digests, catalogue } = reportOn(ROOT, shelf);
	shelf.keep();
	const errors = errorsOf(problems);
	if (errors.length > 0 || !catalogue) throw new CatalogueError(errors);
	return { entries, digests, catalogue };
}

/**
 * A commit is built the same whenever it is built: its clock is its own day. With changes that are not committed, or
 * without git, the day is today.
 */
async function setClock() {
	if (process.env['SOURCE_DATE_EPOCH']) return;
	const git = async (...args: string[]) => {
		const { code, output } = await run('git', args, { quiet: true }).catch(() => ({ code: 1, output: '' }));
		return code === 0 ? output.trim() : undefined;
	};
	const changed = await git('status', '--porcelain');
	const committed = await git('log', '-1', '--format=%ct');
	if (changed === '' && committed) process.env['SOURCE_DATE_EPOCH'] = committed;
}

function failed(message: string, output: string): undefined {
	console.error(output);
	console.error(`${message} Den tidigare webbplatsen i dist/ är orörd.`);
	return undefined;
}

const has = (option: string) => process.argv.includes(option);
if (import.meta.main && !(await build({ pictures: !has('--utan-bilder'), index: !has('--utan-sokregister') })))
	process.exitCode = 1;
