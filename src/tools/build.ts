/**
 * `npm run build`: examines the content, builds the site, its open data and its search index beside the published
 * one, holds its addresses against the register, and only when all is whole puts it in its place, with the host's rules
 * in deploy/. A build that fails at any step leaves dist/ as it was.
 */
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { CatalogueError, errorsOf, formatProblem } from '../catalogue/problem.ts';
import { examineSite, writeHostRules } from './addresses.ts';
import { reportOn } from './content-report.ts';
import { writeLexicon } from './lexicon.ts';
import { drawPictures } from './pictures.ts';
import { fingerprintOfWords, openMemory } from './memory.ts';
import { publish } from './publish.ts';
import { installed, ROOT, run } from './run.ts';

export const DIST = join(ROOT, 'dist');
const NEXT = join(ROOT, '.cache', 'next');
const DEPLOY = join(ROOT, 'deploy');
const PREVIOUS = join(ROOT, '.cache', 'previous');

/** The folder the site is served below; astro.config.mjs reads the same setting. */
const BASE = (process.env['TIOPUNKTEN_BASE'] ?? '/').replace(/\/?$/, '/');

/** @returns whether the site in dist/ is now the one just built */
export async function build({ pictures: withPictures = true, index: withIndex = true } = {}): Promise<boolean> {
	const { problems, entries, catalogue } = reportOn(ROOT);
	const errors = errorsOf(problems);
	if (errors.length > 0 || !catalogue) {
		console.error(new CatalogueError(errors).message);
		return false;
	}
	rmSync(NEXT, { recursive: true, force: true });
	const memory = openMemory(ROOT, DIST);
	const rendering = run(installed('astro'), ['build'], {
		env: { TIOPUNKTEN_OUT: NEXT, TIOPUNKTEN_MEMORY: memory.file, NODE_COMPILE_CACHE: join(ROOT, '.cache', 'compiled') },
		quiet: true,
	});
	// On the other core, while Astro renders.
	const files = await publish(catalogue, ROOT, NEXT);
	const pictures = withPictures ? await drawPictures(catalogue, ROOT, NEXT) : { total: 0, drawn: 0 };
	const site = await rendering;
	if (site.code !== 0) return failed('Webbplatsen gick inte att bygga.', site.output);
	const { kept, searchable, sameIndex } = memory.carryOver(NEXT, fingerprintOfWords(entries));
	if (withIndex && !sameIndex) {
		const index = await run(installed('pagefind'), ['--site', NEXT], { quiet: true });
		if (index.code !== 0 || !existsSync(join(NEXT, 'pagefind', 'pagefind.js')))
			return failed('Sökregistret gick inte att bygga.', index.output);
		writeLexicon(NEXT, entries);
	}
	const { problems: broken, unregistered, rules, unlisted } = examineSite(ROOT, NEXT);
	if (broken.length > 0) {
		console.error(`Adresserna håller inte:\n${broken.map((problem) => `  ${formatProblem(problem)}`).join('\n')}`);
		console.error('Den tidigare webbplatsen i dist/ är orörd.');
		return false;
	}
	writeHostRules({ rules, unlisted, base: BASE }, NEXT, DEPLOY);
	rmSync(PREVIOUS, { recursive: true, force: true });
	if (existsSync(DIST)) renameSync(DIST, PREVIOUS);
	renameSync(NEXT, DIST);
	rmSync(PREVIOUS, { recursive: true, force: true });
	memory.keep(DIST, withIndex);
	console.log(
		`Webbplatsen är byggd i dist/. ${searchable} sidor går att söka i, ${kept} sidor var oförändrade, ${files} filer är öppna data och ${pictures.total} är bilder, varav ${pictures.drawn} ritades nu.`,
	);
	if (unregistered.length > 0)
		console.log(
			`${unregistered.length} adresser är nya och inte registrerade. Kör npm run adresser före publiceringen.`,
		);
	return true;
}

function failed(message: string, output: string): false {
	console.error(output);
	console.error(`${message} Den tidigare webbplatsen i dist/ är orörd.`);
	return false;
}

const has = (option: string) => process.argv.includes(option);
if (import.meta.main && !(await build({ pictures: !has('--utan-bilder'), index: !has('--utan-sokregister') })))
	process.exitCode = 1;
