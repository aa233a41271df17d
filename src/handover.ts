/**
 * What the build (src/tools/build.ts) has read, handed over to the process that renders, so that no file is read and
 * checked twice. The renderer starts meanwhile and waits here until the content is in order.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import type { Entries } from './catalogue/collections.ts';

interface HandedOver {
	readonly entries: Entries;
	/** What identifies the text of each file. */
	readonly digests: ReadonlyMap<string, string>;
}

/** @returns the message to send to the renderer */
export function handOver({ entries, digests }: HandedOver, file: string): string {
	writeFileSync(file, serialize({ entries, digests }));
	return file;
}

/** @returns undefined when nobody hands anything over, as in `astro dev` or when Astro is started by something else than the build */
export function receive(): Promise<HandedOver> | undefined {
	if (!process.send || !process.env['TIOPUNKTEN_MEMORY']) return undefined;
	const arrived = new Promise<string>((resolve, reject) => {
		process.once('message', (message) => resolve(String(message)));
		process.once('disconnect', () => reject(new Error('The build that started this one has stopped.')));
	});
	return arrived.then((file) => {
		// Not while the message is being delivered, which Node does not bear.
		process.disconnect();
		return deserialize(readFileSync(file)) as HandedOver;
	});
}
