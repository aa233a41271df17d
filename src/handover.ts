/**
 * What the build (src/tools/build.ts) has read, handed over to the process that renders, so that no file is read and
 * checked twice. The renderer starts meanwhile and waits here until the content is in order.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import type { Catalogue, Example, Subject } from './catalogue/catalogue.ts';
import { emptyParcel } from './parcel.ts';
import { fingerprint, learn } from './reuse.ts';

interface HandedOver {
	readonly catalogue: Catalogue;
	/** What identifies the text of each file. */
	readonly digests: ReadonlyMap<string, string>;
}

/** A function cannot be handed over: in its place goes its answer for everything that somebody may ask about. */
const answersFor = <T, A>(things: readonly T[], answer: (thing: T) => A): ReadonlyMap<T, A> =>
	new Map(things.map((thing) => [thing, answer(thing)]));

/** What is the same thing in the catalogue is the same thing in what is read of this again. */
function pack({ examplesFor, countFor: _, documentsFor, documentsTouching, relatedTo, ...lists }: Catalogue) {
	const places = [...lists.points, ...lists.municipalities];
	const things = [...places, ...lists.concepts, ...lists.sources, ...lists.examples, ...lists.documents];
	return {
		...lists,
		prints: answersFor<object, string>(things, fingerprint),
		examplesFor: answersFor<Subject, readonly Example[]>([...places, ...lists.concepts], examplesFor),
		documentsFor: answersFor(places, documentsFor),
		documentsTouching: answersFor(lists.examples, documentsTouching),
		// In a row, while what they are compared with lies in the processor's cache: five times as quick as one now and then.
		relatedTo: answersFor(lists.examples, relatedTo),
	};
}

type Packed = ReturnType<typeof pack>;

function unpack({ prints, examplesFor, documentsFor, documentsTouching, relatedTo, ...lists }: Packed): Catalogue {
	learn(prints);
	return {
		...lists,
		examplesFor: (subject) => examplesFor.get(subject) ?? [],
		countFor: (subject) => examplesFor.get(subject)?.length ?? 0,
		documentsFor: (subject) => documentsFor.get(subject) ?? [],
		documentsTouching: (example) => documentsTouching.get(example) ?? [],
		relatedTo: (example) => relatedTo.get(example) ?? [],
	};
}

/** Where rendered bodies are put for the renderer, beside the file that is handed over. */
export const bodiesBeside = (file: string): string => `${file}.bodies`;

/** @returns the message to send to the renderer */
export function handOver({ catalogue, digests }: HandedOver, file: string): string {
	rmSync(bodiesBeside(file), { force: true });
	writeFileSync(file, serialize([pack(catalogue), digests]));
	return file;
}

interface Received {
	/** Whether no page stands from an earlier build, so that nearly every body will be shown. */
	readonly fromNothing: boolean;
	/** Comes when the content is in order. */
	readonly content: Promise<HandedOver>;
	/** Ends the conversation, and spares the build the bodies that have been rendered: so many, from the first one. */
	goOn(bodies: number): void;
	/** The rendered bodies that have come since last time, by content file, as JSON. */
	bodies(): Iterable<{ readonly name: string; readonly bytes: Buffer }>;
}

/** @returns undefined when nobody hands anything over, as in `astro dev` or when Astro is started by something else than the build */
export function receive(): Received | undefined {
	const memory = process.env['TIOPUNKTEN_MEMORY'];
	if (!process.send || !memory) return undefined;
	const message = new Promise<string>((resolve, reject) => {
		process.once('message', (file) => resolve(String(file)));
		process.once('disconnect', () => reject(new Error('The build that started this one has stopped.')));
	});
	let bodies: Received['bodies'] = () => [];
	return {
		fromNothing: !existsSync(memory),
		content: message.then((file) => {
			bodies = emptyParcel(bodiesBeside(file));
			const [packed, digests] = deserialize(readFileSync(file)) as [Packed, HandedOver['digests']];
			return { catalogue: unpack(packed), digests };
		}),
		goOn: (rendered) =>
			process.send?.(rendered, undefined, undefined, () => process.connected && process.disconnect?.()),
		bodies: () => bodies(),
	};
}
