/** Things that are too many to lie in memory: written one after another in a file that is gone with the process. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Overflow<T> {
	/** @returns undefined when nothing has been put there */
	get(name: string): T | undefined;
	set(name: string, thing: T): void;
	/** The same for a thing that has been written as JSON already. */
	put(name: string, bytes: Buffer): void;
}

let folder: string | undefined;

/** One folder for the process, which takes it along when it ends. */
function openFile(): number {
	if (!folder) {
		const made = mkdtempSync(join(tmpdir(), 'tiopunkten-'));
		process.once('exit', () => {
			try {
				rmSync(made, { recursive: true });
			} catch {
				// Windows removes no folder where a file is open; its own cleaning takes what is left.
			}
		});
		folder = made;
	}
	return openSync(join(folder, randomUUID()), 'w+');
}

export function openOverflow<T>(): Overflow<T> {
	const file = openFile();
	const places = new Map<string, { readonly start: number; readonly length: number }>();
	let end = 0;
	const put = (name: string, bytes: Buffer) => {
		writeSync(file, bytes, 0, bytes.length, end);
		places.set(name, { start: end, length: bytes.length });
		end += bytes.length;
	};
	return {
		get(name) {
			const place = places.get(name);
			if (!place) return undefined;
			const bytes = Buffer.allocUnsafe(place.length);
			readSync(file, bytes, 0, place.length, place.start);
			return JSON.parse(bytes.toString()) as T;
		},
		set: (name, thing) => put(name, Buffer.from(JSON.stringify(thing))),
		put,
	};
}
