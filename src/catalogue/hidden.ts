/**
 * Characters that are not seen but change what is read: they turn the direction of the text, hide words, or come from
 * a file in another encoding.
 */

/** Controls, zero-width marks, direction marks, soft hyphens and tags. Tab, line break and no-break space are others'. */
export const HIDDEN =
	/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFE00-\uFE0F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E0FFF}]/u;

/** Letters of UTF-8 read as something else (NÃ¤tverk), or as nothing at all. */
export const GARBLED = /\uFFFD|Ã[\u0080-\u00BF\u2013\u201E\u2026]/u;

/** U+202E, as it is looked up. */
const name = (character: string) =>
	`U+${(character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}`;

export const hiddenMessage = (character: string) =>
	`Här står ett tecken som inte syns (${name(character)}). Ta bort det, eller skriv raden på nytt.`;
