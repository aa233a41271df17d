/** What to show of a page that was found: the passage where most of the query stands, every hit marked, and its section. */
import type { PagefindPage } from './engine.ts';

/** A piece of text; `hit` when it is a word that was searched for. */
export interface Piece {
	readonly text: string;
	readonly hit: boolean;
}

const LENGTH = 34;
const LEAD = 6;

/** Words and what stands between them, the words that match marked. */
export function mark(text: string, matches: (word: string) => boolean): Piece[] {
	const pieces: { text: string; hit: boolean }[] = [];
	for (const part of text.split(/([\p{L}\p{N}]+)/u)) {
		if (!part) continue;
		const hit = /^[\p{L}\p{N}]/u.test(part) && matches(part.toLowerCase());
		const last = pieces.at(-1);
		if (last && last.hit === hit) last.text += part;
		else pieces.push({ text: part, hit });
	}
	return pieces;
}

/**
 * The best passage, and the section it stands in when that is one of the fixed ones.
 *
 * @param isFixed whether an id is a fixed section's
 */
export function excerpt(
	{ content, anchors, meta }: PagefindPage,
	matches: (word: string) => boolean,
	isFixed: (id: string) => boolean,
): { pieces: Piece[]; section?: string | undefined } {
	const words = content.split(/\s+/);
	// The page begins with its title, which is shown anyway.
	const title = meta['title']?.split(/\s+/).length ?? 0;
	const hits = words.map((word) => mark(word, matches).some(({ hit }) => hit));
	let best = Math.min(title, Math.max(0, words.length - LENGTH));
	let most = 0;
	for (let from = best; from < words.length; from += 1) {
		if (!hits[from]) continue;
		const inside = new Set(
			words
				.slice(from, from + LENGTH - LEAD)
				.filter((_, place) => hits[from + place])
				.map((word) => word.toLowerCase()),
		);
		if (inside.size > most) {
			most = inside.size;
			best = from;
		}
	}
	// Begins at a sentence when one is near.
	let start = Math.max(title, best - LEAD);
	for (let at = best; at > start; at -= 1) if (/[.?!]$/.test(words[at - 1] ?? '')) start = at;
	const end = Math.min(words.length, start + LENGTH);
	const text = `${start > title ? '… ' : ''}${words.slice(start, end).join(' ')}${end < words.length ? ' …' : ''}`;
	const section = anchors
		.filter(({ element, id, location }) => element === 'section' && isFixed(id) && location <= best)
		.at(-1)?.id;
	return { pieces: mark(text, matches), section: most > 0 ? section : undefined };
}
