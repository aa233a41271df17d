/**
 * Rendered files on their way from the process that renders them to the one that builds the site, one after another in
 * one file. Two processes that create many files at the same time wait for each other on most disks, so only one does.
 */
import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';
import { openPieces, PIECE } from './pieces.ts';

/** Two lengths before each file: of its name and of what is in it, in bytes. */
const HEAD = 8;

export interface Parcel {
	/** It is sent when there is enough to send. */
	put(name: string, bytes: Buffer): void;
	/** Sends what there is. */
	send(): void;
}

/** @param file is made, and added to */
export function fillParcel(file: string): Parcel {
	const pieces = openPieces(file, 'a');
	return {
		put(name, bytes) {
			const head = Buffer.allocUnsafe(HEAD);
			const called = Buffer.from(name);
			head.writeUInt32LE(called.byteLength, 0);
			head.writeUInt32LE(bytes.byteLength, 4);
			pieces.put(head, called, bytes);
		},
		send: pieces.send,
	};
}

/**
 * @param file that somebody fills meanwhile; it need not be there yet
 * @returns what gives the files that have come since it was last asked; the bytes lie where those of the next will lie
 */
export function emptyParcel(file: string): () => Generator<{ name: string; bytes: Buffer }> {
	let position = 0;
	let piece = Buffer.allocUnsafe(PIECE);
	return function* () {
		if (!existsSync(file)) return;
		const open = openSync(file, 'r');
		try {
			for (let end = fstatSync(open).size; position < end;) {
				// As many whole files as the piece holds.
				const length = readSync(open, piece, 0, piece.byteLength, position);
				const isFull = length === piece.byteLength;
				let at = 0;
				while (at + HEAD <= length) {
					const start = at + HEAD + piece.readUInt32LE(at);
					const stop = start + piece.readUInt32LE(at + 4);
					if (stop - at > piece.byteLength) piece = Buffer.allocUnsafe(stop - at);
					if (stop > length) break;
					yield { name: piece.toString('utf8', at + HEAD, start), bytes: piece.subarray(start, stop) };
					at = stop;
				}
				position += at;
				// The rest has not come, unless the piece was too small for the file and has grown.
				if (at === 0 && !isFull) return;
			}
		} finally {
			closeSync(open);
		}
	};
}
