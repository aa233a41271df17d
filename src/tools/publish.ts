/** Writes the files for machines beside the built pages. */
import { hash } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { COLLECTIONS } from '../catalogue/collections.ts';
import { splitFrontmatter } from '../catalogue/form.ts';
import type { BodyOf } from '../feeds/json.ts';
import { type MarkdownBody, readSections } from '../feeds/markdown.ts';
import { toPublishedFiles } from '../feeds/published.ts';
import { readText } from '../files.ts';
import { toHref } from '../paths.ts';
import { type FilePrints, placeFile } from './memory.ts';
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
 * @param earlier the fingerprint of each file in the published folder, by path
 * @returns the fingerprint of each file
 */
export async function publish(
	catalogue: Catalogue,
	bodyOf: BodyOf,
	folder: string,
	published: string,
	earlier: FilePrints,
): Promise<FilePrints> {
	const base = toHref('/').length;
	const folders = new Set<string>();
	const prints: Record<string, string> = {};
	for await (const { path, text } of toPublishedFiles(catalogue, bodyOf)) {
		const own = path.slice(base);
		const file = join(folder, own);
		const place = dirname(file);
		if (!folders.has(place)) mkdirSync(place, { recursive: true });
		folders.add(place);
		const bytes = Buffer.from(text);
		const print = hash('sha1', bytes, 'base64');
		const before = join(published, own);
		if (earlier[own] === print && existsSync(before)) placeFile(before, file);
		else writeFileSync(file, bytes);
		prints[own] = print;
	}
	return prints;
}
