/** Lines of text from whatever somebody has saved a page as: plain text, HTML, any of the encodings that were in use. */
import { type DefaultTreeAdapterTypes as Html, parse } from 'parse5';

/** What cannot be read as a page, told in Swedish. */
export class UnreadableError extends Error {}

/** More than any page, so that a mistaken file does not keep the reader waiting. */
const LARGEST = 1_000_000;

/** How files begin that are no text, and what to do with them. */
const SIGNATURES: readonly (readonly [string, string])[] = [
	['%PDF', 'Filen är en pdf. Öppna den, kopiera texten och spara den som en textfil.'],
	['PK', 'Filen är ett Word-dokument eller en zip-fil. Öppna den, kopiera texten och spara den som en textfil.'],
	['{\\rtf', 'Filen är i formatet RTF. Öppna den och spara den som oformaterad text.'],
];

/** Bytes as text: UTF-8 or UTF-16 when they are, otherwise the Windows encoding that old pages have. */
export function decode(bytes: Uint8Array): string {
	if (bytes.length > LARGEST) throw new UnreadableError('Filen är större än en megabyte. Är det rätt fil?');
	const start = String.fromCharCode(...bytes.subarray(0, 5));
	const known = SIGNATURES.find(([signature]) => start.startsWith(signature));
	if (known) throw new UnreadableError(known[1]);
	const wide =
		bytes[0] === 0xff && bytes[1] === 0xfe
			? 'utf-16le'
			: bytes[0] === 0xfe && bytes[1] === 0xff
				? 'utf-16be'
				: undefined;
	if (wide) return new TextDecoder(wide).decode(bytes);
	if (bytes.includes(0)) throw new UnreadableError('Filen är ingen text. Spara sidan som text eller HTML.');
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return new TextDecoder('windows-1252').decode(bytes);
	}
}

/** What å ä ö become when a program reads them in the wrong way, and what they were. */
const MANGLED: readonly (readonly [RegExp, string])[] = [
	[/Ã¥/g, 'å'],
	[/Ã¤/g, 'ä'],
	[/Ã¶/g, 'ö'],
	[/Ã©/g, 'é'],
	[/Ã(?:…|\u0085)/g, 'Å'],
	[/Ã(?:„|\u0084)/g, 'Ä'],
	[/Ã(?:–|\u0096)/g, 'Ö'],
	[/â€[“\u0093]/g, '–'],
	[/â€[”\u0094]/g, '—'],
	[/â€[™\u0099]/g, '’'],
	[/â€[œ\u009d\u009c]/g, '”'],
	[/Â[\u00a0 ]/g, ' '],
	[/&aring;/g, 'å'],
	[/&auml;/g, 'ä'],
	[/&ouml;/g, 'ö'],
	[/&Aring;/g, 'Å'],
	[/&Auml;/g, 'Ä'],
	[/&Ouml;/g, 'Ö'],
	[/&nbsp;/g, ' '],
	[/&amp;/g, '&'],
	// Marks that the scanner saw beside their letter. A straight quotation mark is never one: it may be just that.
	[/[a]\s?[¨](?=\p{Ll})|[¨]\s?a/gu, 'ä'],
	[/[o]\s?[¨](?=\p{Ll}|\b)|[¨]\s?o/gu, 'ö'],
	[/[a][°˚]|[°˚]a/g, 'å'],
	[/[A][¨]|[¨]A/g, 'Ä'],
	[/[O][¨]|[¨]O/g, 'Ö'],
	[/[A][°˚]|[°˚]A/g, 'Å'],
];

/** Text with its letters whole again where that is certain, and without characters that cannot be seen. */
export function mend(text: string): string {
	const whole = MANGLED.reduce((mended, [pattern, letter]) => mended.replace(pattern, letter), text.normalize('NFC'));
	return (
		whole
			.replace(/\r\n?|[\u2028\u2029\f\v]/g, '\n')
			.replace(/[\t\u00a0\u2000-\u200a\u202f\u3000]/g, ' ')
			// Soft hyphens, marks of direction and other characters without width or meaning in a page.
			.replace(/[^\P{C}\n]/gu, '')
			.normalize('NFC')
	);
}

const SKIPPED = new Set(['script', 'style', 'noscript', 'template', 'head', 'nav', 'form', 'iframe', 'svg', 'footer']);
const INLINE = new Set([
	'a',
	'abbr',
	'b',
	'cite',
	'code',
	'em',
	'font',
	'i',
	'mark',
	'small',
	'span',
	'strong',
	'sub',
	'sup',
	'time',
	'u',
]);

const isHtml = (text: string) => /^\s*<(?:!doctype|html|\?xml)|<(?:body|h[1-6]|p|div|article|section)[\s>]/i.test(text);

/** The text of an HTML page, with an empty line between its blocks, and the address it states as its own. */
function readHtml(html: string): { text: string; url: string | undefined } {
	let text = '';
	let url: string | undefined;
	const attribute = (node: Html.Element, name: string) => node.attrs.find((one) => one.name === name)?.value;
	// An explicit stack: a hostile page can be nested deeper than calls can.
	const queue: (Html.Node | string)[] = [parse(html)];
	for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
		if (typeof node === 'string') text += node;
		else if (node.nodeName === '#text') text += (node as Html.TextNode).value.replace(/\s+/g, ' ');
		else if ('tagName' in node) {
			if (node.tagName === 'head')
				for (const child of node.childNodes)
					if ('tagName' in child && attribute(child, 'rel') === 'canonical') url ??= attribute(child, 'href');
			if (SKIPPED.has(node.tagName)) continue;
			const end = INLINE.has(node.tagName) ? '' : node.tagName === 'br' ? '\n' : '\n\n';
			text += end;
			queue.push(end, ...[...node.childNodes].reverse());
		} else if ('childNodes' in node) queue.push(...[...node.childNodes].reverse());
	}
	return { text, url: url && /^https?:\/\//.test(url) ? url : undefined };
}

export interface PageText {
	/** Trimmed lines; an empty one between paragraphs. */
	readonly lines: readonly string[];
	/** The address that the page says is its own. */
	readonly url: string | undefined;
	/** Whether the text has no å, ä or ö, as a scanned one may. */
	readonly marksLost: boolean;
}

/** A saved page as lines. */
export function readPage(bytes: Uint8Array): PageText {
	const source = decode(bytes);
	const { text, url } = isHtml(source) ? readHtml(mend(source)) : { text: source, url: undefined };
	const lines = mend(text)
		.split('\n')
		.map((line) => line.replace(/ {2,}/g, ' ').trim());
	return { lines, url, marksLost: !/[åäö]/i.test(lines.join('')) };
}
