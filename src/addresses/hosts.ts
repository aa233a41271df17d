/**
 * What the host must be told, in the words of each host, from one set of rules: 301 for what has moved, 410 with a page
 * for what is gone, 404 with a page for the rest, and one address a thing (301 to the slash). Pure: rules to text.
 */
import type { HostRules } from './register.ts';

export interface HostOptions {
	readonly rules: HostRules;
	/** The folder the site is served below, with slashes at both ends. */
	readonly base: string;
	/** Pages that search engines should leave out, root-relative. */
	readonly unlisted: readonly string[];
}

/** The page that says what is gone and why: a page like any other, and the answer with status 410. */
export const REMOVED_PAGE = '/borttaget/';

const NOTE = 'Skrivs av npm run build ur adressregistret. Ändra inte för hand.';

/** A page answers with and without its last slash; what has moved must lead straight on from both. */
const bothForms = (address: string) => (address.endsWith('/') ? [address, address.slice(0, -1)] : [address]);
const below = (base: string, address: string) => base + address.slice(1);

/** `http` context: which addresses have moved and which are gone. */
export function toNginxMaps({ rules, base }: HostOptions): string {
	const moved = rules.moved.flatMap(([from, to]) =>
		bothForms(from).map((form) => `\t${below(base, form)} ${below(base, to)};`),
	);
	const gone = rules.gone.flatMap((address) => bothForms(address).map((form) => `\t${below(base, form)} 1;`));
	return `# ${NOTE} Hör hemma i http { }.
map_hash_bucket_size 128;
map_hash_max_size 16384;
map $uri $tiopunkten_moved {
	default "";
${[...moved, '}'].join('\n')}
map $uri $tiopunkten_gone {
	default "";
${[...gone, '}'].join('\n')}
`;
}

/** `server` context; `root` is set by whoever includes it. */
export function toNginxServer({ base }: HostOptions): string {
	const removed = `${below(base, REMOVED_PAGE)}index.html`;
	const toSlash = 'if ($request_uri ~ "^([^?]*/)index\\.html(\\?.*)?$") { return 301 $1$2; }';
	return `# ${NOTE} Hör hemma i server { }, efter root.
index index.html;
charset utf-8;
absolute_redirect off;
error_page 404 ${base}404.html;
error_page 410 ${removed};
location = ${base}404.html { internal; }
location = ${removed} {
	${toSlash}
}
location ~ /_(redirects|headers)$ { return 404; }
location ${base} {
	if ($tiopunkten_gone) { return 410; }
	if ($tiopunkten_moved) { return 301 $tiopunkten_moved; }
	${toSlash}
}
`;
}

/** A snippet to import in a site block, after `root`. */
export function toCaddy({ rules, base }: HostOptions): string {
	const moved = rules.moved.flatMap(([from, to]) =>
		bothForms(from).map((form) => `\tredir ${below(base, form)} ${below(base, to)} 301`),
	);
	const gone = rules.gone.flatMap((address) => bothForms(address).map((form) => below(base, form)));
	const goneLines = gone.length === 0 ? [] : [`\t@gone path ${gone.join(' ')}`, '\terror @gone 410'];
	return `# ${NOTE} Importera i webbplatsens block, efter root.
route {
${[...moved, ...goneLines].map((line) => `${line}\n`).join('')}	@hidden path ${base}404.html ${base}_redirects ${base}_headers
	error @hidden 404
	@index path_regexp index ^(.*/)index\\.html$
	redir @index {re.index.1} 301
	@folder {
		not path */
		file {path}/index.html
	}
	redir @folder {path}/ 301
	file_server {
		disable_canonical_uris
	}
}
handle_errors {
	@gone410 expression {err.status_code} == 410
	rewrite @gone410 ${below(base, REMOVED_PAGE)}index.html
	@missing404 expression {err.status_code} == 404
	rewrite @missing404 ${base}404.html
	file_server
}
`;
}

/** For hosts that read `_redirects` from the published folder. */
export function toRedirects({ rules, base }: HostOptions): string {
	return [
		`# ${NOTE}`,
		...rules.moved.flatMap(([from, to]) =>
			bothForms(from).map((form) => `${below(base, form)} ${below(base, to)} 301`),
		),
		...rules.gone.flatMap((address) =>
			bothForms(address).map((form) => `${below(base, form)} ${below(base, REMOVED_PAGE)} 410`),
		),
		'',
	].join('\n');
}

/** For hosts that read `_headers`: search engines are told even where they do not read the page. */
export function toHeaders({ base, unlisted }: HostOptions): string {
	return [`# ${NOTE}`, ...unlisted.flatMap((page) => [below(base, page), '  X-Robots-Tag: noindex']), ''].join('\n');
}
