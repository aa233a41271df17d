/**
 * What browsers are told beside every answer: what a page may load, whom it may talk to, how long a file may be kept.
 * The only source: the pages' own meta element and the rules of each kind of host are written from here.
 */
import { createHash } from 'node:crypto';

export interface HeaderRule {
	/** Root-relative addresses below the base, where `*` stands for anything. */
	readonly paths: readonly string[];
	readonly headers: Readonly<Record<string, string>>;
}

export interface HostHeaders {
	/** The general rule first. Where a later rule gives the same header, the later one holds. */
	readonly rules: readonly HeaderRule[];
	/** What the most demanding page needs, for hosts that cannot tell pages apart: each narrows it in its meta element. */
	readonly widestPolicy: string;
}

export interface HeaderOptions {
	/** The folder the site is served below, with slashes at both ends. */
	readonly base: string;
	/** The scripts that stand in the pages themselves, as `hashOf` names them. */
	readonly inlineScripts: readonly string[];
	/** Pages that search engines should leave out, root-relative. */
	readonly unlisted: readonly string[];
}

/** Pages that run Pagefind's WebAssembly themselves: hits, and lists that can be filtered. */
const SEARCHING = ['/sok/', '/exempel/', '/exempel/sida/*', '/punkt/*/'];
/** Pages among them that are for paper. */
const NOT_SEARCHING = ['/punkt/*/utskrift/*'];
/** The worker that runs it for the header's field on all other pages. A worker is bound by its own file's headers. */
const SEARCH_WORKER = '/_astro/suggest-worker-*';
/** The one Trusted Types policy: it makes the address of that worker (src/scripts/quick-search.ts). */
const WORKER_POLICY = 'sokforslag';

/** Files whose names change with what they hold. */
const HASHED = [
	'/_astro/*',
	'/pagefind/fragment/*',
	'/pagefind/index/*',
	'/pagefind/filter/*',
	'/pagefind/*.pf_meta',
	'/sok/ord-*',
];

/** What others may fetch from their own pages: data, feeds, citations, the pages as Markdown, pictures to share. */
const OPEN_DATA = [
	'/data/*.json',
	'/data/*.csv',
	'/datasets/*',
	'/*/data.json',
	'/*/hanvisning.*',
	'/*index.md',
	'/*flode.xml',
	'/*flode.json',
	'/andringar.xml',
	'/andringar.json',
	'/llms.txt',
	'/llms-full.txt',
	'/*/dela.png',
];

/** The features that browsers hand out to pages. None is needed but the clipboard, for copying. */
const FEATURES = [
	'accelerometer',
	'autoplay',
	'bluetooth',
	'browsing-topics',
	'camera',
	'compute-pressure',
	'cross-origin-isolated',
	'display-capture',
	'encrypted-media',
	'fullscreen',
	'gamepad',
	'geolocation',
	'gyroscope',
	'hid',
	'identity-credentials-get',
	'idle-detection',
	'keyboard-map',
	'local-fonts',
	'magnetometer',
	'microphone',
	'midi',
	'otp-credentials',
	'payment',
	'picture-in-picture',
	'publickey-credentials-create',
	'publickey-credentials-get',
	'screen-wake-lock',
	'serial',
	'storage-access',
	'sync-xhr',
	'usb',
	'window-management',
	'xr-spatial-tracking',
];
const PERMISSIONS = ['clipboard-write=(self)', ...FEATURES.map((feature) => `${feature}=()`)].join(', ');

/** A script's name in a content security policy. */
export function hashOf(script: string): string {
	let name = names.get(script);
	if (!name) names.set(script, (name = `'sha256-${createHash('sha256').update(script).digest('base64')}'`));
	return name;
}
/** Each script is on every page and is gone through once. */
const names = new Map<string, string>();

/** A pattern for addresses with the base taken away. */
const toPattern = (pattern: string) => new RegExp(`^${pattern.replace(/[.]/g, '\\.').replaceAll('*', '.*')}$`);
const SEARCHING_PATTERNS = SEARCHING.map(toPattern);
const NOT_SEARCHING_PATTERNS = NOT_SEARCHING.map(toPattern);

/** Whether the page at an address (without the base) runs the search's WebAssembly. */
export const runsSearch = (path: string) =>
	SEARCHING_PATTERNS.some((pattern) => pattern.test(path)) &&
	!NOT_SEARCHING_PATTERNS.some((pattern) => pattern.test(path));

/** The content security policy of a page, as far as the page itself can say it. */
export function pagePolicy(inlineScripts: readonly string[], searching: boolean): string {
	const scripts = ["'self'", ...(searching ? ["'wasm-unsafe-eval'"] : []), ...inlineScripts];
	return [
		"default-src 'none'",
		`script-src ${scripts.join(' ')}`,
		...['style', 'img', 'font', 'connect', 'manifest'].map((kind) => `${kind}-src 'self'`),
		"base-uri 'none'",
		"form-action 'self'",
		"require-trusted-types-for 'script'",
		`trusted-types ${WORKER_POLICY}`,
	].join('; ');
}

/** Browsers take this from the host only. */
const withFraming = (policy: string) => `${policy}; frame-ancestors 'none'`;

const WORKER =
	"default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";

/**
 * Below a folder of someone else's host it is not ours to bind the other names of the domain, and never to put it on
 * the browsers' own list.
 */
const transport = (base: string) => `max-age=63072000${base === '/' ? '; includeSubDomains' : ''}`;

export function toHostHeaders({ base, inlineScripts, unlisted }: HeaderOptions): HostHeaders {
	const below = (paths: readonly string[]) => paths.map((path) => base + path.slice(1));
	const widestPolicy = withFraming(pagePolicy(inlineScripts, true));
	const policy = withFraming(pagePolicy(inlineScripts, false));
	const rules: HeaderRule[] = [
		{
			paths: below(['/*']),
			headers: {
				'Content-Security-Policy': policy,
				'Strict-Transport-Security': transport(base),
				'Referrer-Policy': 'no-referrer',
				'X-Content-Type-Options': 'nosniff',
				'Permissions-Policy': PERMISSIONS,
				'Cross-Origin-Opener-Policy': 'same-origin',
				'Cross-Origin-Embedder-Policy': 'require-corp',
				'Cross-Origin-Resource-Policy': 'same-origin',
				// Kept, but asked for again each time, so that a new release is seen at once.
				'Cache-Control': 'no-cache',
			},
		},
		{
			paths: below(SEARCHING),
			headers: { 'Content-Security-Policy': widestPolicy },
		},
		{ paths: below(NOT_SEARCHING), headers: { 'Content-Security-Policy': policy } },
		{ paths: below([SEARCH_WORKER]), headers: { 'Content-Security-Policy': WORKER } },
		{ paths: below(HASHED), headers: { 'Cache-Control': 'public, max-age=31536000, immutable' } },
		{
			paths: below(OPEN_DATA),
			headers: { 'Cross-Origin-Resource-Policy': 'cross-origin', 'Access-Control-Allow-Origin': '*' },
		},
		...(unlisted.length > 0 ? [{ paths: below(unlisted), headers: { 'X-Robots-Tag': 'noindex' } }] : []),
	];
	return { rules, widestPolicy };
}
