/** Writing a file a piece at a time, so that it is neither whole in memory nor written in crumbs. */
import { closeSync, openSync, writeFileSync } from 'node:fs';

/** How much is written at a time, and by the parcel (src/parcel.ts) read, in bytes. */
export const PIECE = 2 ** 20;

export interface Pieces {
	/** It is written when there is enough to write. */
	put(...parts: readonly Buffer[]): void;
	/** Writes what there is. */
	send(): void;
	close(): void;
}

/** @param flag `w` for a new file, `a` for one that is added to */
export function openPieces(file: string, flag: 'a' | 'w'): Pieces {
	const open = openSync(file, flag);
	let waiting: Buffer[] = [];
	let size = 0;
	const send = () => {
		const all = Buffer.concat(waiting);
		waiting = [];
		size = 0;
		// Goes on until all is written: a disk that is nearly full takes a part of it before it says so.
		writeFileSync(open, all);
	};
	return {
		put(...parts) {
			for (const part of parts) size += part.byteLength;
			waiting.push(...parts);
			if (size >= PIECE) send();
		},
		send,
		close: () => closeSync(open),
	};
}
