/**
 * What the latest measurements of the site gave. `npm run matvarden` measures and writes, the status page and the
 * accessibility statement read, and the tests hold the figures against the site. They stand in a file because a build
 * may not measure itself: the same commit must give the same pages.
 */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { FIGURES_FILE } from './catalogue/places.ts';

/** The most that HTML and CSS of a page may weigh, in bytes with brotli: one TCP window holds what is seen first. */
export const PAGE_BUDGET = 14_000;

/** ISO day of the measurement. */
const date = z.iso.date();
const number = z.int().nonnegative();
const share = z.number().min(0).max(1);

export const figuresSchema = z.strictObject({
	/** axe on every page, in light, dark and forced colours, at 320 px with everything folded out. */
	accessibility: z
		.strictObject({
			date,
			/** The version of axe. */
			axe: z.string(),
			pages: number,
			/** Where something was found, one line each; empty when nothing was. */
			faults: z.array(z.string()),
		})
		.optional(),
	markup: z.strictObject({ date, pages: number, errors: number }).optional(),
	/** HTML and CSS as sent with brotli, in bytes. */
	weights: z
		.strictObject({
			date,
			pages: number,
			median: number,
			heaviest: z.strictObject({ path: z.string(), bytes: number }),
		})
		.optional(),
	/** The search's answers to questions that people have judged. */
	search: z.strictObject({ date, questions: number, ndcg: share, three: share, silent: share.optional() }).optional(),
	/** What MDN HTTP Observatory's analyser gives the server's headers. */
	headers: z.strictObject({ date, score: number, grade: z.string() }).optional(),
	build: z
		.strictObject({
			date,
			/** From content to a finished dist/, the search index included. */
			seconds: z.number().nonnegative(),
			pages: number,
			files: number,
			bytes: number,
		})
		.optional(),
});

export type Figures = z.output<typeof figuresSchema>;

/** @throws when the file holds something else than figures */
export function readFigures(root = '.'): Figures {
	const file = resolve(root, FIGURES_FILE);
	return existsSync(file) ? figuresSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : {};
}

/** The version in package.json. */
export const readVersion = (): string =>
	(JSON.parse(readFileSync(resolve('package.json'), 'utf8')) as { version: string }).version;
