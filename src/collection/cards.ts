/** The cards of a collection, read a file at a time and only those that it needs. */
import type { Card, CardFile } from './card.ts';
import { partName, partOf } from './parts.ts';

export class Cards {
	readonly #parts: number;
	readonly #read: (name: string) => Promise<CardFile>;
	readonly #asked = new Map<number, Promise<void>>();
	/** The files that are here. */
	readonly #here = new Set<number>();
	readonly #cards = new Map<string, Card>();
	readonly #formerIds: Record<string, string> = {};

	/**
	 * @param parts how many files the cards lie in
	 * @param read gets a file by its name
	 */
	constructor(parts: number, read: (name: string) => Promise<CardFile>) {
		this.#parts = parts;
		this.#read = read;
	}

	/** Reads what has not been read of some examples' cards. A file that cannot be had now is asked for again next time. */
	async ask(ids: readonly string[]): Promise<void> {
		await this.#askFiles(ids);
		// What an example has gone into is told by its own file, and may lie in another.
		await this.#askFiles(
			ids.flatMap((id) => (Object.hasOwn(this.#formerIds, id) ? [this.#formerIds[id] as string] : [])),
		);
	}

	/** An example's card; undefined when the catalogue lacks the example and when its file could not be had. */
	get(id: string): Card | undefined {
		return this.#cards.get(id);
	}

	/** Whether the catalogue is known to lack an example. */
	lacks(id: string): boolean {
		return this.#here.has(partOf(id, this.#parts)) && !this.#cards.has(id);
	}

	/** What is known of the ids that examples have had. */
	get formerIds(): Readonly<Record<string, string>> {
		return this.#formerIds;
	}

	async #askFiles(ids: readonly string[]): Promise<void> {
		const parts = new Set(ids.map((id) => partOf(id, this.#parts)));
		await Promise.allSettled([...parts].map((part) => this.#askFile(part)));
	}

	#askFile(part: number): Promise<void> {
		let asked = this.#asked.get(part);
		if (!asked) {
			asked = this.#read(partName(part, this.#parts)).then(({ examples, formerIds }) => {
				for (const card of examples) this.#cards.set(card.id, card);
				Object.assign(this.#formerIds, formerIds);
				this.#here.add(part);
			});
			this.#asked.set(part, asked);
			asked.catch(() => this.#asked.delete(part));
		}
		return asked;
	}
}
