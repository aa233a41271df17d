/** Text that becomes Markdown. */

/** A web address as people write it. Ends before anything that could be Markdown or code of its own. */
const ADDRESS = /((?:https?:\/\/|(?<![\p{L}\p{N}_.@/-])www\.)[^\s<>{}`*|\\[\]]+)/u;

/** Text with its characters made into themselves by `escape`, but for web addresses: they work only as they stand. */
export const escapeAround = (text: string, escape: (part: string) => string): string =>
	text
		.split(ADDRESS)
		.map((part, index) => (index % 2 === 1 ? part : escape(part)))
		.join('');
