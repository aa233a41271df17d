/** Texts and bytes one after the other, as UTF-8. */
export const joinBytes = (parts: readonly (Buffer | string)[]): Buffer =>
	Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)));
