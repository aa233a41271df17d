/**
 * What has happened in the catalogue, newest first: a text came, was changed, was withdrawn. Every feed is a choice
 * among these, so that an edit stands in the feeds of its points and municipalities and in no other.
 */
import {
	type Catalogue,
	type Example,
	type Merged,
	type Municipality,
	type Paper,
	type Point,
	push,
} from '../catalogue/catalogue.ts';
import { compareSwedish } from '../swedish.ts';
import { fullName, fullNames } from '../wording.ts';
import { changesPath, documentUrl, exampleUrl, feedPath, pointUrl } from './addresses.ts';
import { municipalityPath, pointPath, startPath } from '../paths.ts';
import { SITE } from '../site.ts';
import { lastChange } from './dates.ts';

export interface FeedEvent {
	/** Stays the same however often the feed is built. */
	readonly id: string;
	readonly kind: 'new' | 'changed' | 'withdrawn';
	/** ISO day. */
	readonly date: string;
	readonly url: string;
	readonly title: string;
	/** What the thing is, or what was changed. */
	readonly text: string;
	readonly points: readonly Point[];
	readonly municipalities: readonly Municipality[];
}

/** A feed: which page it belongs to, where it lies and what is in it. */
export interface Feed {
	readonly title: string;
	readonly description: string;
	/** The page that the feed tells of, root-relative. */
	readonly page: string;
	readonly xml: string;
	readonly json: string;
	readonly events: readonly FeedEvent[];
}

/** A feed is for what is new; the whole catalogue is in /data/katalog.json. */
const FEED_LENGTH = 100;

type Facets = Pick<FeedEvent, 'points' | 'municipalities'>;

/** An event for each line in a text's list of changes. */
function changesOf({ changes }: Pick<Example, 'changes'>, url: string, title: string, facets: Facets): FeedEvent[] {
	const seen = new Map<string, number>();
	return changes.map(({ date, note }) => {
		const number = (seen.get(date) ?? 0) + 1;
		seen.set(date, number);
		const id = `${url}#andring-${date}-${number}`;
		return { id, kind: 'changed', date, url, title: `Ändrat: ${title}`, text: note, ...facets };
	});
}

function eventsOf(thing: Example | Paper, url: string, about: string, facets: Facets) {
	const title = `${thing.title} – ${about}`;
	const events: FeedEvent[] = [
		{ id: url, kind: 'new', date: thing.published, url, title, text: thing.summary, ...facets },
	];
	events.push(...changesOf(thing, url, title, facets));
	if ('withdrawn' in thing && thing.withdrawn) {
		const { date, reason } = thing.withdrawn;
		const id = `${url}#tillbakadraget`;
		events.push({ id, kind: 'withdrawn', date, url, title: `Tillbakadraget: ${title}`, text: reason, ...facets });
	}
	return events;
}

/**
 * A merger is told as a change of the example that is left, also to those who follow what the other was filed under. It
 * happened when the other was last changed: `npm run publicera` writes that down.
 */
function mergerOf({ example, into }: Merged): FeedEvent {
	const union = <T>(of: (one: Example) => readonly T[]) => [...new Set([...of(into), ...of(example)])];
	return {
		id: `${exampleUrl(into)}#sammanslaget-${example.id}`,
		kind: 'changed',
		date: lastChange(example),
		url: exampleUrl(into),
		title: `Ändrat: ${into.title} – ${fullNames(into)}`,
		text: `Exemplet ”${example.title}” har gått upp i det här exemplet.`,
		points: union(({ points }) => points),
		municipalities: union(({ municipalities }) => municipalities),
	};
}

const ORDER = { withdrawn: 0, changed: 1, new: 2 } as const;

function toEvents({ points, examples, documents, merged }: Catalogue): FeedEvent[] {
	return [
		// The ten points have been there from the start; what is new is what has changed in their texts.
		...points.flatMap((point) =>
			changesOf(point, pointUrl(point), `Punkt ${point.number}: ${point.title}`, {
				points: [point],
				municipalities: [],
			}),
		),
		...examples.flatMap((example) =>
			eventsOf(example, exampleUrl(example), fullNames(example), {
				points: example.points,
				municipalities: example.municipalities,
			}),
		),
		...merged.map(mergerOf),
		...documents.flatMap((document) =>
			eventsOf(document, documentUrl(document), fullName(document.municipality), {
				points: document.points,
				municipalities: [document.municipality],
			}),
		),
	].sort(
		(a, b) =>
			(a.date < b.date ? 1 : a.date > b.date ? -1 : 0) ||
			ORDER[a.kind] - ORDER[b.kind] ||
			compareSwedish(a.title, b.title),
	);
}

/** Every feed there is: all, changes, one for each point and municipality. */
export function toFeeds(catalogue: Catalogue): Feed[] {
	const events = toEvents(catalogue);
	const at = (page: string) => ({ page, xml: feedPath(page, 'xml'), json: feedPath(page, 'json') });
	const cut = (kept: readonly FeedEvent[]) => kept.slice(0, FEED_LENGTH);
	const about = new Map<Point | Municipality, FeedEvent[]>();
	for (const event of events)
		for (const subject of [...event.points, ...event.municipalities]) push(about, subject, event);
	return [
		{
			title: SITE.name,
			description: 'Nya, ändrade och tillbakadragna exempel och dokument.',
			...at(startPath()),
			events: cut(events),
		},
		{
			title: `${SITE.name}: ändringar`,
			description: 'Ändringar i texter som redan är publicerade, och vad som ändrades.',
			page: startPath(),
			xml: changesPath('xml'),
			json: changesPath('json'),
			events: cut(events.filter(({ kind }) => kind !== 'new')),
		},
		...catalogue.points.map((point) => ({
			title: `${SITE.name}, punkt ${point.number}: ${point.title}`,
			description: `Nytt och ändrat under punkt ${point.number}.`,
			...at(pointPath(point)),
			events: cut(about.get(point) ?? []),
		})),
		...catalogue.municipalities.map((municipality) => ({
			title: `${SITE.name}: ${fullName(municipality)}`,
			description: `Nytt och ändrat från ${fullName(municipality)}.`,
			...at(municipalityPath(municipality)),
			events: cut(about.get(municipality) ?? []),
		})),
	];
}
