/**
 * One round of checks: every source's address is asked, several hosts at a time, and the web archive is asked for a
 * copy. Says so when it is we who have no network; then nothing that was heard counts.
 */
import type { SourceData, SourceStateData } from '../catalogue/schema.ts';
import { findCopy } from './archive.ts';
import { type Answer, ask } from './ask.ts';
import { judge } from './judge.ts';
import { type Net, NoReply } from './net.ts';

export interface RoundOptions {
	readonly net: Net;
	/** ISO day. */
	readonly today: string;
	/** The archive's API, or undefined to leave the archive alone. */
	readonly archive?: string | undefined;
	/** Whether to stop before the next source. */
	readonly stopped?: () => boolean;
	/** Called when a source is done. */
	readonly onDone?: (progress: Progress) => void;
}

export interface Progress {
	readonly done: number;
	readonly total: number;
	readonly state: SourceStateData;
}

export interface Round {
	/** The new states of the sources that were asked. */
	readonly states: readonly SourceStateData[];
	/** Nobody answered, so it is our own network that is gone. */
	readonly offline: boolean;
	/** The archive stopped answering, so copies have not been looked up for all. */
	readonly archiveSilent: boolean;
}

type Addressed = SourceData & { readonly url: string };

/** Hosts that are asked at the same time. */
const HOSTS = 6;
/** This many silent hosts in a row, and the fault may be ours. */
const SILENT_HOSTS = 5;
/** This many unanswered questions in a row, and the archive is left alone. */
const SILENT_ARCHIVE = 3;
/** Days before the archive is asked again about an address it had no copy of. */
const ASK_AGAIN = 30;

const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** Asks each source once. */
export async function checkSources(
	sources: readonly SourceData[],
	known: ReadonlyMap<string, SourceStateData>,
	{ net, today, archive, stopped = () => false, onDone }: RoundOptions,
): Promise<Round> {
	const addressed = sources.filter((source): source is Addressed => source.url !== undefined);
	const hosts = [...Map.groupBy(addressed, ({ url }) => new URL(url).host).values()].sort(
		(a, b) => b.length - a.length,
	);
	const states: SourceStateData[] = [];
	let silent = 0;
	let heard = false;
	let offline = false;
	let archiveMisses = 0;

	async function next() {
		for (let own = hosts.shift(); own; own = hosts.shift())
			for (const source of own) {
				if (offline || stopped()) return;
				const answer = await ask(source.url, net);
				await listen(answer);
				if (offline) return;
				const state = await withCopy(source, judge(source, known.get(source.id), answer, today));
				states.push(state);
				onDone?.({ done: states.length, total: addressed.length, state });
			}
	}

	/** Keeps count of silence, and asks a host that is always there whether we have a network. */
	async function listen(answer: Answer) {
		if (answer.kind !== 'fails' || !answer.silent) {
			heard = true;
			silent = 0;
			return;
		}
		silent += 1;
		if (silent % SILENT_HOSTS === 0) offline ||= !(await archiveAnswers());
	}

	async function archiveAnswers(): Promise<boolean> {
		if (!archive) return heard;
		return net.request(archive, 'HEAD').then(
			() => true,
			(error) => {
				if (error instanceof NoReply) return false;
				throw error;
			},
		);
	}

	async function withCopy(source: Addressed, state: SourceStateData): Promise<SourceStateData> {
		const { archive: earlier } = state;
		const settled = source.archivedUrl ?? earlier?.url;
		if (!archive || settled || archiveMisses >= SILENT_ARCHIVE) return state;
		if (earlier && daysBetween(earlier.asked, today) < ASK_AGAIN) return state;
		const copy = await findCopy(source.url, source.retrieved, net, archive);
		archiveMisses = copy === undefined ? archiveMisses + 1 : 0;
		return copy === undefined ? state : { ...state, archive: { asked: today, ...copy } };
	}

	await Promise.all(Array.from({ length: HOSTS }, next));
	if (!heard && silent > 0) offline ||= !(await archiveAnswers());
	return { states, offline, archiveSilent: archiveMisses >= SILENT_ARCHIVE };
}
