/**
 * A hand-picked collection as text in an address, after `#` so that it never leaves the browser. Readable and stable:
 * `rubrik=…&e=<example>&k=<comment>&e=…&form=fotnoter&punkter=1`. What comes in may be clipped, edited or hostile:
 * reading never fails, it keeps what can be kept and tells how much could not.
 */
export interface Item {
	/** The example's id. */
	readonly id: string;
	readonly comment: string;
}

/** The forms in which a collection comes out. */
export const FORMS = { lista: 'Lista', text: 'Löpande text', fotnoter: 'Fotnoter' } as const;
export type Form = keyof typeof FORMS;

export interface Collection {
	readonly title: string;
	readonly items: readonly Item[];
	readonly form: Form;
	/** Whether the output is grouped by point. */
	readonly grouped: boolean;
}

export const EMPTY: Collection = { title: '', items: [], form: 'lista', grouped: false };

export const MAX_ITEMS = 100;
export const MAX_COMMENT = 600;
export const MAX_TITLE = 120;

export interface ReadLink {
	readonly collection: Collection;
	/** Items that are not shaped like an example's id. */
	readonly strange: number;
	/** Items beyond the most there can be. */
	readonly surplus: number;
	/** Whether the title or a comment was longer than there is room for. */
	readonly clipped: boolean;
}

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** One line of plain text: no control characters, nothing that turns the direction of the text. */
const clean = (text: string) => text.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]+/g, ' ').trim();

/** Reads the text after `#` (with or without it). An example that stands twice is kept once. */
export function readLink(text: string): ReadLink {
	const items: { id: string; comment: string }[] = [];
	let [strange, surplus, clipped] = [0, 0, false];
	let last: { id: string; comment: string } | undefined;
	const collection = { ...EMPTY };
	const fit = (value: string, max: number) => {
		const whole = clean(value);
		clipped ||= whole.length > max;
		return whole.slice(0, max).replace(/[\ud800-\udbff]$/, '');
	};
	for (const [name, value] of new URLSearchParams(text.replace(/^#/, ''))) {
		if (name === 'e') {
			last = undefined;
			if (!ID.test(value) || value.length > 60) strange += 1;
			else if (items.some(({ id }) => id === value)) continue;
			else if (items.length >= MAX_ITEMS) surplus += 1;
			else items.push((last = { id: value, comment: '' }));
		} else if (name === 'k' && last) last.comment = fit(value, MAX_COMMENT);
		else if (name === 'rubrik') collection.title = fit(value, MAX_TITLE);
		else if (name === 'form' && Object.hasOwn(FORMS, value)) collection.form = value as Form;
		else if (name === 'punkter') collection.grouped = value === '1';
	}
	return { collection: { ...collection, items }, strange, surplus, clipped };
}

/** What was read, with the ids that examples have now. Two that have become one stand once, with both comments. */
export function withPresentIds(read: ReadLink, formerIds: Readonly<Record<string, string>>): ReadLink {
	const comments = new Map<string, string>();
	for (const { id: old, comment } of read.collection.items) {
		const id = Object.hasOwn(formerIds, old) ? (formerIds[old] as string) : old;
		comments.set(id, [comments.get(id), comment].filter(Boolean).join(' '));
	}
	const items = [...comments].map(([id, comment]) => ({ id, comment: comment.slice(0, MAX_COMMENT) }));
	const clipped = [...comments.values()].some(({ length }) => length > MAX_COMMENT);
	return { ...read, collection: { ...read.collection, items }, clipped: read.clipped || clipped };
}

/** The text of a collection; empty for one with nothing in it. */
export function writeLink({ title, items, form, grouped }: Collection): string {
	if (items.length === 0) return '';
	const link = new URLSearchParams();
	if (title) link.append('rubrik', title);
	for (const { id, comment } of items) {
		link.append('e', id);
		if (comment) link.append('k', comment);
	}
	if (form !== EMPTY.form) link.append('form', form);
	if (grouped) link.append('punkter', '1');
	return link.toString();
}

/** The collection with an example added last, or without it. */
export const withExample = (collection: Collection, id: string): Collection => ({
	...collection,
	items: [...collection.items.filter((item) => item.id !== id), { id, comment: '' }],
});
export const withoutExample = (collection: Collection, id: string): Collection => ({
	...collection,
	items: collection.items.filter((item) => item.id !== id),
});

/** The collection with the item at one place moved to another. */
export function withMoved(collection: Collection, from: number, to: number): Collection {
	const items = [...collection.items];
	items.splice(to, 0, ...items.splice(from, 1));
	return { ...collection, items };
}
