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
import { openPieces } from '../pieces.ts';
import { fingerprint, type Ledger, noteBody, openLedger, Watched } from '../reuse.ts';
import type { Tell } from './addresses.ts';
import { placeFile } from './memory.ts';

/** The bodies of the content files below `root`, each read once. */
export function bodiesIn(root: string): BodyOf {
	const bodies = new Map<string, MarkdownBody>();
	return (name, id) => {
		const file = bodyFile(name, id);
		noteBody(file);
		let body = bodies.get(file);
		if (!body) bodies.set(file, (body = readSections(bodyIn(readText(root, file)))));
		return body;
	};
}

/** Most that are not alike are of another length. */
const holds = (file: string, bytes: Buffer) =>
	statSync(file, { throwIfNoEntry: false })?.size === bytes.byteLength && readFileSync(file).equals(bytes);

/** Writes a large file without having all of it in memory. */
function writeParts(file: string, parts: Iterable<Buffer | string>): void {
	const pieces = openPieces(file, 'w');
	try {
		for (const part of parts) pieces.put(typeof part === 'string' ? Buffer.from(part) : part);
		pieces.send();
	} finally {
		pieces.close();
	}
}

/**
 * Fills `folder` with the files. One that is as in the published folder is put there a second time instead of written,
 * which is many times as quick on most disks, and most of those are not even made.
 *
 * @param published where the last build's files lie
 * @param digests what identifies the text of each content file
 * @param earlier what the published files rested on; undefined when nobody knows
 * @param tell told of each file
 */
export async function publish(
	catalogue: Catalogue,
	digests: ReadonlyMap<string, string>,
	bodyOf: BodyOf,
	folder: string,
	published: string,
	earlier: Ledger | undefined,
	tell: Tell,
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
		tell(own);
		const before = join(published, own);
		const key = about && fingerprint(about);
		if (key && ledger.stands(own, key) && placeFile(before, file)) continue;
		const made = key ? ledger.make(own, key, text) : text();
		if (typeof made !== 'string') {
			writeParts(file, made);
			continue;
		}
		const bytes = earlier && Buffer.from(made);
		if (bytes && holds(before, bytes)) placeFile(before, file);
		else writeFileSync(file, bytes ?? made);
	}
	return { total, ledger: ledger.close() };
}
