/**
 * The built site as a folder that opens from a disk: every link leads to a file beside it, and nothing needs script, which
 * browsers do not load from files. Pure: text to text.
 */
import { posix } from 'node:path';

/** What only makes sense on a web server: the search's files, the host's rules, compressed copies. */
const LEFT_OUT =
	/^(pagefind|sok\/ord|_astro\/.*\.js$|samling\/.*\.json$|_redirects$|_headers$|\.well-known\/)|\.(br|gz)$/;

export const isForReading = (file: string) => !LEFT_OUT.test(file);

/** No script at all: the pages are opened from anywhere, and what they lack script for is not shown. */
const POLICY = "script-src 'none'; connect-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'";

/** A root-relative address as seen from a file: a page is its own file, and the base is taken away. */
function toRelative(from: string, address: string, base: string): string {
	const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(address) ?? [];
	const file = path.slice(base.length) + (path.endsWith('/') ? 'index.html' : '');
	return posix.relative(posix.dirname(`/${from}`), `/${file}`) + rest;
}

/** A file of the site as it lies in the folder. @param base the folder the site was built to be served below */
export function toOffline(file: string, text: string, base: string): string {
	const relative = (address: string) => toRelative(file, address, base);
	if (file.endsWith('.css'))
		return (
			text
				.replace(
					/url\((["']?)(\/[^)"']+)\1\)/g,
					(_, quote: string, address: string) => `url(${quote}${relative(address)}${quote})`,
				)
				// To the browser script is on; on these pages it never is.
				.replace(/@media not \(scripting: ?none\)/g, '@media not all')
				.replace(/@media \(scripting: ?none\)/g, '@media all')
		);
	if (!file.endsWith('.html')) return text;
	return text
		.replace(/<script(?![^>]*ld\+json)[^>]*>.*?<\/script>/gs, '')
		.replace(/<link rel="(?:preload|modulepreload|manifest|search|linkset)"[^>]*>/g, '')
		.replace(/(<meta http-equiv="Content-Security-Policy" content=)"[^"]*"/, `$1"${POLICY}"`)
		.replace(
			/ (href|src|action)="(\/(?!\/)[^"]*)"/g,
			(_, name: string, address: string) => ` ${name}="${relative(address)}"`,
		);
}
