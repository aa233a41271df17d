/** Writes the files for machines beside the built pages. */
import { hash } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { bodyFile } from '../catalogue/collections.ts';
import { splitFrontmatter } from '../catalogue/form.ts';
import type { BodyOf } from '../feeds/json.ts';
import { type MarkdownBody, readSections } from '../feeds/markdown.ts';
import { toPublishedFiles } from '../feeds/published.ts';
import { readText } from '../files.ts';
import { toHref } from '../paths.ts';
import { fingerprint, noteBody, openLedger, Watched } from '../reuse.ts';
import { type FileRecord, placeFile } from './memory.ts';
import type { Shelf } from './shelf.ts';

/**
 * The bodies of the content files below `root`, each read once.
 *
 * @param shelf where bodies that have been cut before lie
 */
export function bodiesIn(root: string, shelf?: Shelf<MarkdownBody>): BodyOf {
	const bodies = new Map<string, MarkdownBody>();
	return (name, id) => {
		const file = bodyFile(name, id);
		noteBody(file);
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
 * which is many times as quick on most disks, and most of those are not even made.
 *
 * @param digests what identifies the text of each content file
 * @param earlier what is known of the published folder
 */
export async function publish(
	catalogue: Catalogue,
	digests: ReadonlyMap<string, string>,
	bodyOf: BodyOf,
	folder: string,
	published: string,
	earlier: FileRecord | undefined,
): Promise<FileRecord> {
	const watched = new Watched(catalogue, (file) => digests.get(file));
	const ledger = openLedger(watched, earlier?.ledger);
	const base = toHref('/').length;
	const folders = new Set<string>();
	const prints: Record<string, string> = {};
	const textAt = (path: string) => readText(folder, path.slice(base));
	for await (const { path, about, text } of toPublishedFiles(watched.catalogue, bodyOf, textAt)) {
		const own = path.slice(base);
		const file = join(folder, own);
		const place = dirname(file);
		if (!folders.has(place)) mkdirSync(place, { recursive: true });
		folders.add(place);
		const before = join(published, own);
		const print = earlier?.prints[own];
		const key = about && fingerprint(about);
		if (print && key && existsSync(before) && ledger.stands(own, key)) {
			placeFile(before, file);
			prints[own] = print;
			continue;
		}
		const bytes = Buffer.from(key ? ledger.make(own, key, text) : text());
		prints[own] = hash('sha1', bytes, 'base64');
		if (print === prints[own] && existsSync(before)) placeFile(before, file);
		else writeFileSync(file, bytes);
	}
	return { prints, ledger: ledger.close() };
}
