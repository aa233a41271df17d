/** A feed as Atom (RFC 4287) and as JSON Feed 1.1. */
import { toAbsolute } from '../paths.ts';
import { SITE } from '../site.ts';
import type { Feed, FeedEvent } from './events.ts';
import { element, XML_HEAD } from './xml.ts';

/** Days are all we know; a feed wants a moment. */
const moment = (day: string) => `${day}T00:00:00Z`;
const updatedOf = ({ events }: Feed, otherwise: string) => moment(events[0]?.date ?? otherwise);
const topicsOf = ({ points, municipalities }: FeedEvent) => [
	...points.map(({ number, shortTitle }) => `Punkt ${number}: ${shortTitle}`),
	...municipalities.map(({ name }) => name),
];

/** @param otherwise the day to state when nothing has happened yet */
export function toAtom(feed: Feed, otherwise: string): string {
	const link = (href: string, attributes: Record<string, string>) =>
		element('link', '', { href: toAbsolute(href), ...attributes });
	const parts = [
		element('id', toAbsolute(feed.xml)),
		element('title', feed.title),
		element('subtitle', feed.description),
		element('updated', updatedOf(feed, otherwise)),
		element('author', [element('name', SITE.name), element('uri', toAbsolute('/'))]),
		element('rights', `${SITE.licence.name}, ${SITE.licence.url}`),
		link(feed.xml, { rel: 'self', type: 'application/atom+xml' }),
		link(feed.page, { rel: 'alternate', type: 'text/html' }),
		element('link', '', { rel: 'license', href: SITE.licence.url }),
		...feed.events.map((event) =>
			element('entry', [
				element('id', event.id),
				element('title', event.title),
				element('link', '', { rel: 'alternate', type: 'text/html', href: event.url }),
				...(event.kind === 'new' ? [element('published', moment(event.date))] : []),
				element('updated', moment(event.date)),
				element('summary', event.text, { type: 'text' }),
				...topicsOf(event).map((term) => element('category', '', { term })),
			]),
		),
	];
	return `${XML_HEAD}${element('feed', ['\n', parts.join('\n'), '\n'], { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'sv' })}\n`;
}

export function toJsonFeed(feed: Feed): object {
	return {
		version: 'https://jsonfeed.org/version/1.1',
		title: feed.title,
		description: feed.description,
		home_page_url: toAbsolute(feed.page),
		feed_url: toAbsolute(feed.json),
		language: 'sv',
		authors: [{ name: SITE.name, url: toAbsolute('/') }],
		items: feed.events.map((event) => ({
			id: event.id,
			url: event.url,
			title: event.title,
			content_text: event.text,
			...(event.kind === 'new' ? { date_published: moment(event.date) } : { date_modified: moment(event.date) }),
			tags: topicsOf(event),
			language: 'sv',
		})),
	};
}
