/**
 * What has happened to the texts since they were last published: which are new, which say something else, and whether
 * their list of changes tells so. The feeds are made from those lists, so a change that is not in one reaches nobody.
 */
import { createHash } from 'node:crypto';
import type { Entry } from '../catalogue/collections.ts';
import { normalise, splitFrontmatter } from '../catalogue/form.ts';
import { readContentFile } from '../catalogue/read.ts';
import { toYaml } from './template.ts';

/** What was last published: a line for each text. Written by `npm run publicera` only. */
export const PUBLISHED_FILE = 'content/publicerat.txt';
const HEAD = '# Vad som senast publicerades av varje text. Skrivs av npm run publicera, aldrig för hand.';

/** The texts whose changes readers are told of. */
export type Text = Entry<'examples'> | Entry<'documents'>;

/** What is remembered of a text. */
interface Published {
	/** A fingerprint of what it says. */
	readonly print: string;
	/** How many changes it told of. */
	readonly changes: number;
}
export type PublishedTexts = ReadonlyMap<string, Published>;

export function parsePublished(text: string): PublishedTexts {
	const lines = [...text.matchAll(/^(\S+\.mdx) ([0-9a-f]{12}) (\d+)$/gm)];
	return new Map(lines.map(([, file = '', print = '', changes]) => [file, { print, changes: Number(changes) }]));
}

export function formatPublished(texts: PublishedTexts): string {
	const lines = [...texts].map(([file, { print, changes }]) => `${file} ${print} ${changes}`).sort();
	return `${[HEAD, ...lines].join('\n')}\n`;
}

/** Fields that say nothing of what the text is about. */
const ASIDE = new Set(['published', 'reviewed', 'changes', 'draft']);
const isEmpty = (value: unknown) => value !== null && typeof value === 'object' && Object.keys(value).length === 0;

/**
 * What a text says, as a fingerprint. Comments, dates, spaces and line breaks do not count, nor do empty fields, so that
 * a new field in the schema does not make every text a changed one.
 */
export function fingerprint(data: object, body: string): string {
	const told = Object.entries(data).filter(([key, value]) => !ASIDE.has(key) && !isEmpty(value));
	const text = JSON.stringify([told.sort(([a], [b]) => (a < b ? -1 : 1)), body.split(/\s+/).filter(Boolean).join(' ')]);
	return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

export interface Comparison {
	readonly added: readonly Text[];
	readonly changed: readonly Text[];
	/** Changed texts that do not say what has changed. */
	readonly silent: readonly Text[];
	/** Examples that have gone into another and do not say when. */
	readonly merged: readonly Text[];
	/** What to remember after this. */
	readonly now: PublishedTexts;
}

/** Holds the texts that will be published against those that were. */
export function compareTexts(
	texts: readonly Text[],
	bodyOf: (file: string) => string,
	before: PublishedTexts,
): Comparison {
	const shown = texts.filter(({ data }) => !data.draft);
	const now = new Map(
		shown.map(({ file, data }) => [file, { print: fingerprint(data, bodyOf(file)), changes: data.changes.length }]),
	);
	const changed = shown.filter(({ file }) => before.has(file) && before.get(file)?.print !== now.get(file)?.print);
	const untold = changed.filter(({ file, data }) => data.changes.length <= (before.get(file)?.changes ?? 0));
	return {
		added: shown.filter(({ file }) => !before.has(file)),
		changed,
		// A text that is withdrawn or has gone into another says so itself.
		silent: untold.filter(({ data }) => !('status' in data && data.status !== 'active')),
		merged: untold.filter(({ data }) => 'status' in data && data.status === 'merged'),
		now,
	};
}

/**
 * A file with one more line in its list of changes, and everything else as it stood. Undefined when the list is written
 * in a way that a line cannot be added to.
 */
export function stampChange(
	file: string,
	source: string,
	change: { readonly date: string; readonly note: string },
): string | undefined {
	const name = file.startsWith('content/exempel/') ? 'examples' : 'documents';
	const text = normalise(source);
	const parts = splitFrontmatter(text);
	if (!parts) return undefined;
	const item = toYaml([change]).trimEnd().replace(/^/gm, '  ');
	const lines = parts.yaml.trimEnd().split('\n');
	const at = lines.findIndex((line) => /^changes:/.test(line));
	if (at === -1) lines.push('changes:', item);
	else {
		lines[at] = (lines[at] as string).replace(/^changes: *\[ *\] *$/, 'changes:');
		const after = lines.findIndex((line, place) => place > at && /^[^\s-]/.test(line));
		lines.splice(after === -1 ? lines.length : after, 0, item);
	}
	const stamped = `---\n${lines.join('\n')}\n---\n${parts.body}`;
	const listOf = (one: string) => readContentFile(name, file, one, { checkBodies: false }).entries[0]?.data.changes;
	const [before, now] = [listOf(text), listOf(stamped)];
	return before && now?.length === before.length + 1 ? stamped : undefined;
}

/**
 * A file with the day when it is published, and everything else as it stood. It counts as reviewed that day too: whoever
 * lets a draft go has just read it against its sources, and a review cannot lie before the publication.
 */
export function stampPublication(source: string, day: string): string {
	const { yaml = '', body = '' } = splitFrontmatter(source) ?? {};
	return `---\n${yaml.replace(/^((?:published|reviewed): *)(["']?)\d{4}-\d\d-\d\d\2/gm, `$1${day}`).trimEnd()}\n---\n${body}`;
}
