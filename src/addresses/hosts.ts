/**
 * What the host must be told, in the words of each host, from one set of rules: 301 for what has moved, 410 with a page
 * for what is gone, 404 with a page for the rest, one address a thing (301 to the slash), and the headers of every
 * answer. Pure: rules to text.
 */
import type { HeaderRule, HostHeaders } from './headers.ts';
import type { HostRules } from './register.ts';

export interface HostOptions {
	readonly rules: HostRules;
	/** The folder the site is served below, with slashes at both ends. */
	readonly base: string;
	readonly headers: HostHeaders;
}

/** The page that says what is gone and why: a page like any other, and the answer with status 410. */
const REMOVED_PAGE = '/borttaget/';

const NOTE = 'Skrivs av npm run build ur adressregistret. Ändra inte för hand.';

/**
 * A page asked for as its file. What comes after the first slash is a letter or a digit of our own: `//ond.se/index.html`
 * would lead to another host.
 */
const INDEX = '^(/(?:[a-z0-9][^?]*/)?)index\\.html';

/** A page answers with and without its last slash; what has moved must lead straight on from both. */
const bothForms = (address: string) => (address.endsWith('/') ? [address, address.slice(0, -1)] : [address]);
const below = (base: string, address: string) => base + address.slice(1);

/** Every header that some rule gives. */
const namesOf = ({ rules }: HostHeaders) => [...new Set(rules.flatMap((rule) => Object.keys(rule.headers)))];
const variableOf = (name: string) => `$tiopunkten_${name.toLowerCase().replaceAll('-', '_')}`;
/** A pattern of addresses as a regular expression; a page is asked for and then found as its file. */
const toExpression = (path: string) =>
	`^${path.replaceAll('.', '\\.').replaceAll('*', '.*')}${path.endsWith('/') ? '(index\\.html)?' : ''}$`;

/** `http` context: which addresses have moved, which are gone, and what each header says where. */
export function toNginxMaps({ rules, base, headers }: HostOptions): string {
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
${namesOf(headers).map(toMap).join('')}`;

	/** nginx takes the first expression that fits, so the last rule stands first. An empty value sends no header. */
	function toMap(name: string): string {
		const lines = headers.rules.toReversed().flatMap((rule) => {
			const value = rule.headers[name];
			return value === undefined ? [] : rule.paths.map((path) => `\t"~${toExpression(path)}" "${value}";`);
		});
		return `map $uri ${variableOf(name)} {\n\tdefault "";\n${lines.join('\n')}\n}\n`;
	}
}

/** Types that Debian's own list lacks or names otherwise, beside those of every page, and the endings they go by. */
const TYPES = {
	'text/html': 'html',
	'text/css': 'css',
	'text/javascript': 'js',
	'application/json': 'json',
	'application/ld+json': 'jsonld',
	'application/manifest+json': 'webmanifest',
	'application/octet-stream': 'pagefind pf_filter pf_fragment pf_index pf_meta',
	'application/rdf+xml': 'rdf',
	'application/wasm': 'wasm',
	'application/x-bibtex': 'bib',
	'application/x-research-info-systems': 'ris',
	'application/xml': 'xml',
	'font/woff2': 'woff2',
	'image/png': 'png',
	'image/svg+xml': 'svg',
	'text/csv': 'csv',
	'text/markdown': 'md',
	'text/plain': 'txt',
	'text/turtle': 'ttl',
};

/** Text that says which letters it is written in. XML says so itself, and JSON is UTF-8. */
const CHARSET_TYPES = [
	'text/html',
	'text/css',
	'text/csv',
	'text/javascript',
	'text/markdown',
	'text/plain',
	'text/turtle',
];

/** `server` context; `root` is set by whoever includes it. */
export function toNginxServer({ base, headers }: HostOptions): string {
	const removed = `${below(base, REMOVED_PAGE)}index.html`;
	const toSlash = `if ($request_uri ~ "${INDEX}(\\?.*)?$") { return 301 $1$2; }`;
	return `# ${NOTE} Hör hemma i server { }, efter root.
index index.html;
charset utf-8;
charset_types ${CHARSET_TYPES.filter((type) => type !== 'text/html').join(' ')};
absolute_redirect off;
server_tokens off;
gzip_static on;
gzip_vary on;
types {
${Object.entries(TYPES)
	.map(([type, ending]) => `\t${type} ${ending};`)
	.join('\n')}
}
${namesOf(headers)
	.map((name) => `add_header ${name} ${variableOf(name)} always;`)
	.join('\n')}
error_page 404 ${base}404.html;
error_page 410 ${removed};
location = ${base}404.html { internal; }
location = ${removed} {
	${toSlash}
}
location ~ /_(redirects|headers)$ { return 404; }
location = ${base}datasets/dcat { default_type application/rdf+xml; }
location ${base} {
	if ($tiopunkten_gone) { return 410; }
	if ($tiopunkten_moved) { return 301 $tiopunkten_moved; }
	${toSlash}
}
`;
}

/** A snippet to import in a site block, after `root`. */
export function toCaddy({ rules, base, headers }: HostOptions): string {
	const moved = rules.moved.flatMap(([from, to]) =>
		bothForms(from).map((form) => `\tredir ${below(base, form)} ${below(base, to)} 301`),
	);
	const gone = rules.gone.flatMap((address) => bothForms(address).map((form) => below(base, form)));
	const goneLines = gone.length === 0 ? [] : [`\t@gone path ${gone.join(' ')}`, '\terror @gone 410'];
	// Caddy goes by the machine's own list, which differs from machine to machine.
	const types = Object.entries(TYPES).map(([type, endings], index) => {
		const charset = CHARSET_TYPES.includes(type) ? '; charset=utf-8' : '';
		const paths = endings.split(' ').map((ending) => `*.${ending}`);
		return `@type${index} path ${paths.join(' ')}\nheader @type${index} Content-Type "${type}${charset}"\n`;
	});
	return `# ${NOTE} Importera i webbplatsens block, efter root.
${headers.rules.map(toCaddyHeaders).join('')}${types.join('')}@dcat path ${base}datasets/dcat
header @dcat Content-Type application/rdf+xml
header -Server
route {
${[...moved, ...goneLines].map((line) => `${line}\n`).join('')}	@hidden path ${base}404.html ${base}_redirects ${base}_headers
	error @hidden 404
	@asked expression {query} != ""
	vars query ""
	vars @asked query ?{query}
	@index path_regexp index ${INDEX}$
	redir @index {re.index.1}{http.vars.query} 301
	@folder {
		path_regexp folder ^(/[a-z0-9].*[^/])$
		file {path}/index.html
	}
	redir @folder {re.folder.1}/{http.vars.query} 301
	file_server {
		disable_canonical_uris
		precompressed br gzip
	}
}
handle_errors {
	header -Server
	header Cache-Control no-cache
	header Content-Type "text/html; charset=utf-8"
	@gone410 expression {err.status_code} == 410
	header @gone410 X-Robots-Tag noindex
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

/** A named matcher and what it sets. */
function toCaddyHeaders({ paths, headers }: HeaderRule, index: number): string {
	const lines = Object.entries(headers).map(([name, value]) => `\t${name} "${value}"`);
	return `@headers${index} path_regexp ${paths.map(toExpression).join('|')}\nheader @headers${index} {\n${lines.join('\n')}\n}\n`;
}

/**
 * For hosts that read `_headers`. They join the values of all rules that match into one, so a header that differs from
 * path to path is left out of the general rule. The policy is the exception: the general rule gives what the most
 * demanding page needs, and each page narrows it to its own in its meta element.
 */
export function toHeaders({ headers: { rules, widestPolicy } }: HostOptions): string {
	const [general, ...special] = rules;
	const differs = (name: string) => special.some((rule) => name in rule.headers);
	const blocks = [
		{
			paths: general?.paths ?? [],
			headers: {
				'Content-Security-Policy': widestPolicy,
				...Object.fromEntries(Object.entries(general?.headers ?? {}).filter(([name]) => !differs(name))),
			},
		},
		...special.map((rule) => ({
			paths: rule.paths,
			headers: Object.fromEntries(Object.entries(rule.headers).filter(([name]) => name !== 'Content-Security-Policy')),
		})),
	];
	const lines = blocks
		.filter((rule) => Object.keys(rule.headers).length > 0)
		.flatMap((rule) =>
			rule.paths.flatMap((path) => [
				path,
				...Object.entries(rule.headers).map(([name, value]) => `  ${name}: ${value}`),
			]),
		);
	return [`# ${NOTE}`, ...lines, ''].join('\n');
}
