/** Things that are too many to lie in memory: written one after another in a file that is gone with the process. */
import { mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Overflow<T> {
	/** @returns undefined when nothing has been put there */
	get(name: string): T | undefined;
	set(name: string, thing: T): void;
}

export function openOverflow<T>(): Overflow<T> {
	const folder = mkdtempSync(join(tmpdir(), 'tiopunkten-'));
	const file = openSync(join(folder, 'overflow'), 'w+');
	// It has no name from here on, and is nobody's to clean up.
	rmSync(folder, { recursive: true });
	const places = new Map<string, { readonly start: number; readonly length: number }>();
	let end = 0;
	return {
		get(name) {
			const place = places.get(name);
			if (!place) return undefined;
			const bytes = Buffer.allocUnsafe(place.length);
			readSync(file, bytes, 0, place.length, place.start);
			return JSON.parse(bytes.toString()) as T;
		},
		set(name, thing) {
			const bytes = Buffer.from(JSON.stringify(thing));
			writeSync(file, bytes, 0, bytes.length, end);
			places.set(name, { start: end, length: bytes.length });
			end += bytes.length;
		},
	};
}
