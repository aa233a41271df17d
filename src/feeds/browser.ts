/** What browsers ask for beside the pages: the search description and the web manifest. */
import { searchPath, startPath, toAbsolute, toHref } from '../paths.ts';
import { SITE } from '../site.ts';
import { DATA } from './addresses.ts';
import { element, XML_HEAD } from './xml.ts';

/** Sizes of the icon as a picture, made from public/ikon.svg. The first is for Apple's home screen. */
export const ICON_SIZES = [180, 192, 512] as const;
export const iconPath = (size: number) => toHref(`/ikon-${size}.png`);

/** OpenSearch 1.1: search Tiopunkten from the address bar. */
export function toOpenSearch(): string {
	const parts = [
		element('ShortName', SITE.name),
		element('Description', 'Sök i Tiopunkten: kommuners arbete mot rasism och diskriminering.'),
		element('Url', '', { type: 'text/html', method: 'get', template: `${toAbsolute(searchPath())}?q={searchTerms}` }),
		element('Url', '', {
			type: 'application/opensearchdescription+xml',
			rel: 'self',
			template: toAbsolute(DATA.openSearch),
		}),
		element('Image', toAbsolute(toHref('/ikon.svg')), { type: 'image/svg+xml', width: '32', height: '32' }),
		element('Language', 'sv'),
		element('InputEncoding', 'UTF-8'),
		element('OutputEncoding', 'UTF-8'),
	];
	return `${XML_HEAD}${element('OpenSearchDescription', parts, { xmlns: 'http://a9.com/-/spec/opensearch/1.1/' })}\n`;
}

export const toManifest = (): object => ({
	id: startPath(),
	name: SITE.name,
	short_name: SITE.name,
	description: SITE.description,
	lang: 'sv',
	dir: 'ltr',
	start_url: startPath(),
	scope: startPath(),
	display: 'minimal-ui',
	background_color: '#fcfdfd',
	theme_color: '#fcfdfd',
	icons: [
		{ src: toHref('/ikon.svg'), sizes: 'any', type: 'image/svg+xml' },
		...ICON_SIZES.slice(1).map((size) => ({ src: iconPath(size), sizes: `${size}x${size}`, type: 'image/png' })),
	],
});
