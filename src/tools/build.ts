/**
 * `npm run build`: examines the content, builds the site, its open data and its search index beside the published one,
 * and only when all are whole puts them in its place. A build that fails at any step leaves dist/ as it was.
 */
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { CatalogueError, errorsOf } from '../catalogue/problem.ts';
import { reportOn } from './content-report.ts';
import { drawPictures } from './pictures.ts';
import { publish } from './publish.ts';
import { installed, ROOT, run } from './run.ts';

const DIST = join(ROOT, 'dist');
const NEXT = join(ROOT, '.cache', 'next');
const PREVIOUS = join(ROOT, '.cache', 'previous');

/** @returns whether the site in dist/ is now the one just built */
export async function build(): Promise<boolean> {
	const { problems, catalogue } = reportOn(ROOT);
	const errors = errorsOf(problems);
	if (errors.length > 0 || !catalogue) {
		console.error(new CatalogueError(errors).message);
		return false;
	}
	rmSync(NEXT, { recursive: true, force: true });
	const site = await run(installed('astro'), ['build'], { env: { TIOPUNKTEN_OUT: NEXT }, quiet: true });
	if (site.code !== 0) return failed('Webbplatsen gick inte att bygga.', site.output);
	const files = await publish(catalogue, ROOT, NEXT);
	const pictures = await drawPictures(catalogue, ROOT, NEXT);
	const index = await run(installed('pagefind'), ['--site', NEXT], { quiet: true });
	if (index.code !== 0 || !existsSync(join(NEXT, 'pagefind', 'pagefind.js')))
		return failed('Sökregistret gick inte att bygga.', index.output);
	rmSync(PREVIOUS, { recursive: true, force: true });
	if (existsSync(DIST)) renameSync(DIST, PREVIOUS);
	renameSync(NEXT, DIST);
	rmSync(PREVIOUS, { recursive: true, force: true });
	const pages = /Indexed (\d+) pages?/.exec(index.output)?.[1];
	console.log(
		`Webbplatsen är byggd i dist/. ${pages} sidor går att söka i, ${files} filer är öppna data och ${pictures.total} är bilder, varav ${pictures.drawn} ritades nu.`,
	);
	return true;
}

function failed(message: string, output: string): false {
	console.error(output);
	console.error(`${message} Den tidigare webbplatsen i dist/ är orörd.`);
	return false;
}

if (import.meta.main && !(await build())) process.exitCode = 1;
