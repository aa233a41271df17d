/** Writes the files for machines beside the built pages. */
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { bodyFile } from '../catalogue/places.ts';
import { bodyIn } from '../catalogue/form.ts';
import type { BodyOf } from '../feeds/json.ts';
import { type MarkdownBody, readSections } from '../feeds/markdown.ts';
import { toPublishedFiles } from '../feeds/published.ts';
import { readText } from '../files.ts';
import { toHref } from '../paths.ts';
import { fingerprint, type Ledger, noteBody, openLedger, Watched } from '../reuse.ts';
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
		const file = bodyFile(name, id);
		noteBody(file);
		let body = bodies.get(file);
		if (!body) {
			const text = bodyIn(readText(root, file));
			body = shelf ? shelf.take(text, () => readSections(text)) : readSections(text);
			bodies.set(file, body);
		}
		return body;
	};
}

/** Most that are not alike are of another length. */
const holds = (file: string, bytes: Buffer) =>
	statSync(file, { throwIfNoEntry: false })?.size === bytes.byteLength && readFileSync(file).equals(bytes);

/**
 * Fills `folder` with the files. One that is as in the published folder is put there a second time instead of written,
 * which is many times as quick on most disks, and most of those are not even made.
 *
 * @param published where the last build's files lie
 * @param digests what identifies the text of each content file
 * @param earlier what the published files rested on; undefined when nobody knows
 */
export async function publish(
	catalogue: Catalogue,
	digests: ReadonlyMap<string, string>,
	bodyOf: BodyOf,
	folder: string,
	published: string,
	earlier: Ledger | undefined,
): Promise<{ readonly total: number; readonly ledger: Ledger }> {
	const watched = new Watched(catalogue, digests);
	const ledger = openLedger(watched, earlier);
	const base = toHref('/').length;
	const folders = new Set<string>();
	let total = 0;
	const fileAt = (path: string) => readFileSync(join(folder, path.slice(base)));
	for await (const { path, about, text } of toPublishedFiles(watched.catalogue, bodyOf, fileAt)) {
		const own = path.slice(base);
		const file = join(folder, own);
		const place = dirname(file);
		if (!folders.has(place)) mkdirSync(place, { recursive: true });
		folders.add(place);
		total += 1;
		const before = join(published, own);
		const key = about && fingerprint(about);
		if (key && ledger.stands(own, key) && placeFile(before, file)) continue;
		const made = key ? ledger.make(own, key, text) : text();
		const bytes = earlier && typeof made === 'string' ? Buffer.from(made) : made;
		if (typeof bytes !== 'string' && holds(before, bytes)) placeFile(before, file);
		else writeFileSync(file, bytes);
	}
	return { total, ledger: ledger.close() };
}
