/**
 * Content files on disk: which ones a collection has and what they hold. The only module that reads content/.
 */
import { hash } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CollectionName, type Place, PLACES } from './catalogue/places.ts';

/** The template that editors copy. Checked like any other file, shown nowhere. */
export const TEMPLATE = '_mall.mdx';

/**
 * The files of a collection, as paths from `root`, in a stable order. Names beginning with `_` are left out,
 * and so is everything with another ending.
 */
export function listFiles(name: CollectionName, root: string): string[] {
	const { path, form, except }: Place = PLACES[name];
	const place = `content/${path}`;
	const ending = form === 'body' ? '.mdx' : '.yml';
	const found = statSync(join(root, place), { throwIfNoEntry: false });
	if (!found) return [];
	if (!found.isDirectory()) return [place];
	return readdirSync(join(root, place))
		.filter((file) => file.endsWith(ending) && !file.startsWith('_') && file !== except)
		.sort()
		.map((file) => `${place}/${file}`);
}

export function readText(root: string, file: string): string {
	return readFileSync(join(root, file), 'utf8');
}

/** What identifies a text. */
export const digest = (text: string): string => hash('sha1', text, 'base64');

/** Writes a text beside the file and lets it take its place: a write that is cut off leaves the old one whole. */
export function replaceText(root: string, file: string, text: string): void {
	const path = join(root, file);
	writeFileSync(`${path}.ny`, text);
	renameSync(`${path}.ny`, path);
}
