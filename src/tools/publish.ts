/** Writes the files for machines beside the built pages. */
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { COLLECTIONS } from '../catalogue/collections.ts';
import { splitFrontmatter } from '../catalogue/form.ts';
import type { BodyOf } from '../feeds/json.ts';
import { type MarkdownBody, readSections } from '../feeds/markdown.ts';
import { toPublishedFiles } from '../feeds/published.ts';
import { readText } from '../files.ts';
import { toHref } from '../paths.ts';
import { placeFile } from './memory.ts';
import type { Shelf } from './shelf.ts';

/**
 * The bodies of the content files below `root`, each read once.
 *
 * @param shelf where bodies that have been cut before lie
 */
export function bodiesIn(root: string, shelf?: Shelf<MarkdownBody>): BodyOf {
	const bodies = new Map<string, MarkdownBody>();
	return (name, id) => {
		const file = `content/${COLLECTIONS[name].path}/${id}.mdx`;
		let body = bodies.get(file);
		if (!body) {
			const text = splitFrontmatter(readText(root, file))?.body ?? '';
			body = shelf ? shelf.take(text, () => readSections(text)) : readSections(text);
			bodies.set(file, body);
		}
		return body;
	};
}

/**
 * Fills `folder` with the files. One that is as in the published folder is put there a second time instead of written,
 * which is many times as quick on most disks.
 *
 * @returns how many files there are
 */
export async function publish(
	catalogue: Catalogue,
	bodyOf: BodyOf,
	folder: string,
	published: string,
): Promise<number> {
	const base = toHref('/').length;
	const folders = new Set<string>();
	let files = 0;
	for await (const { path, text } of toPublishedFiles(catalogue, bodyOf)) {
		const file = join(folder, path.slice(base));
		const place = dirname(file);
		if (!folders.has(place)) mkdirSync(place, { recursive: true });
		folders.add(place);
		const earlier = join(published, path.slice(base));
		if (isSame(earlier, text)) placeFile(earlier, file);
		else writeFileSync(file, text);
		files += 1;
	}
	return files;
}

/** Whether a file holds a text and nothing else. */
function isSame(file: string, text: string): boolean {
	const size = statSync(file, { throwIfNoEntry: false })?.size;
	return size === Buffer.byteLength(text) && readFileSync(file, 'utf8') === text;
}
