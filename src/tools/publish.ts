/** Writes the files for machines beside the built pages. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { COLLECTIONS } from '../catalogue/collections.ts';
import { splitFrontmatter } from '../catalogue/form.ts';
import type { BodyOf } from '../feeds/json.ts';
import { toPublishedFiles } from '../feeds/published.ts';
import { readText } from '../files.ts';
import { toHref } from '../paths.ts';

/** The bodies of the content files below `root`. */
export const bodiesIn =
	(root: string): BodyOf =>
	(name, id) =>
		splitFrontmatter(readText(root, `content/${COLLECTIONS[name].path}/${id}.mdx`))?.body ?? '';

/** @returns how many files were written */
export async function publish(catalogue: Catalogue, root: string, folder: string): Promise<number> {
	const base = toHref('/').length;
	const folders = new Set<string>();
	let files = 0;
	for await (const { path, text } of toPublishedFiles(catalogue, bodiesIn(root))) {
		const file = join(folder, path.slice(base));
		const place = dirname(file);
		if (!folders.has(place)) mkdirSync(place, { recursive: true });
		folders.add(place);
		writeFileSync(file, text);
		files += 1;
	}
	return files;
}
