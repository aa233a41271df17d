/**
 * Pages on their way from the process that renders them to the one that builds the site, one after another in one file.
 * Two processes that create many files at the same time wait for each other on most disks, so only one of them does.
 */
import { closeSync, existsSync, fstatSync, openSync, readSync, writevSync } from 'node:fs';

/** Two lengths before each page: of its path and of its HTML, in bytes. */
const HEAD = 8;
/** How much is read at a time, in bytes. */
const PIECE = 2 ** 20;

export interface Parcel {
	put(path: string, html: Buffer): void;
}

/** @param file is made, and added to */
export function fillParcel(file: string): Parcel {
	const open = openSync(file, 'a');
	return {
		put(path, html) {
			const name = Buffer.from(path);
			const head = Buffer.allocUnsafe(HEAD);
			head.writeUInt32LE(name.byteLength, 0);
			head.writeUInt32LE(html.byteLength, 4);
			let parts = [head, name, html];
			// A disk that is nearly full takes a part of it before it says so.
			for (let left = HEAD + name.byteLength + html.byteLength; left > 0;) {
				left -= writevSync(open, parts);
				if (left > 0) parts = [Buffer.concat([head, name, html]).subarray(-left)];
			}
		},
	};
}

/**
 * @param file that somebody fills meanwhile; it need not be there yet
 * @returns what gives the pages that have come since it was last asked; the HTML lies where the next page will lie
 */
export function emptyParcel(file: string): () => Generator<{ path: string; html: Buffer }> {
	let position = 0;
	let piece = Buffer.allocUnsafe(PIECE);
	return function* () {
		if (!existsSync(file)) return;
		const open = openSync(file, 'r');
		try {
			for (let end = fstatSync(open).size; position < end;) {
				// As many whole pages as the piece holds.
				const length = readSync(open, piece, 0, piece.byteLength, position);
				const isFull = length === piece.byteLength;
				let at = 0;
				while (at + HEAD <= length) {
					const start = at + HEAD + piece.readUInt32LE(at);
					const stop = start + piece.readUInt32LE(at + 4);
					if (stop - at > piece.byteLength) piece = Buffer.allocUnsafe(stop - at);
					if (stop > length) break;
					yield { path: piece.toString('utf8', at + HEAD, start), html: piece.subarray(start, stop) };
					at = stop;
				}
				position += at;
				// The rest has not come, unless the piece was too small for the page and has grown.
				if (at === 0 && !isFull) return;
			}
		} finally {
			closeSync(open);
		}
	};
}
