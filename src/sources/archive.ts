/** Copies in the Wayback Machine, by its availability API. */
import { type Net, NoReply } from './net.ts';

export const ARCHIVE_API = 'https://archive.org/wayback/available';

export interface Copy {
	readonly url: string;
	/** ISO day. */
	readonly date: string;
}

/**
 * The copy nearest to a day, else the latest.
 *
 * @returns null when there is none, undefined when the archive did not answer
 */
export async function findCopy(
	url: string,
	near: string | undefined,
	net: Net,
	api = ARCHIVE_API,
): Promise<Copy | null | undefined> {
	const question = new URLSearchParams({ url, ...(near ? { timestamp: near.replaceAll('-', '') } : {}) });
	try {
		const { status, text } = await net.request(`${api}?${question}`, 'GET');
		if (status !== 200) return undefined;
		return readCopy(JSON.parse(text));
	} catch (error) {
		if (error instanceof NoReply || error instanceof SyntaxError) return undefined;
		throw error;
	}
}

function readCopy(answer: unknown): Copy | null {
	const { archived_snapshots: snapshots } = answer as {
		archived_snapshots?: { closest?: { available?: boolean; status?: string; url?: string; timestamp?: string } };
	};
	const { available, status, url, timestamp } = snapshots?.closest ?? {};
	const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})/.exec(timestamp ?? '') ?? [];
	const address = url?.replace(/^http:/, 'https:') ?? '';
	if (!available || status !== '200' || !year || !/^https:\/\/web\.archive\.org\/[^\s<>"]+$/.test(address)) return null;
	return { url: address, date: `${year}-${month}-${day}` };
}
