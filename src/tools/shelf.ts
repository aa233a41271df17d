/** Work that is kept from one build to the next, found again by what it was made of. */
import { hash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';

export interface Shelf<T> {
	/** What `make` gives of this text; taken from the shelf when it has been made before. */
	take(text: string, make: () => T): T;
	/** Writes the shelf down, without what nobody has asked for this time. */
	keep(): void;
}

/**
 * @param file where the shelf lies between the builds
 * @param code what identifies the code that makes the things: another code finds an empty shelf
 */
export function openShelf<T>(file: string, code: string): Shelf<T> {
	let stored = new Map<string, T>();
	try {
		const found = deserialize(readFileSync(file)) as { code: string; things: Map<string, T> };
		if (found.code === code) stored = found.things;
	} catch {
		// The first build, or a broken file: everything is made anew.
	}
	const things = new Map<string, T>();
	let made = 0;
	return {
		take(text, make) {
			const key = hash('sha1', text, 'base64');
			let thing = things.get(key) ?? stored.get(key);
			if (thing === undefined) {
				thing = make();
				made += 1;
			}
			things.set(key, thing);
			return thing;
		},
		keep() {
			if (made > 0 || things.size !== stored.size) writeFileSync(file, serialize({ code, things }));
		},
	};
}
