import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Catalogue } from '../../src/catalogue/catalogue.ts';
import { handOver, receive } from '../../src/handover.ts';
import { fingerprint } from '../../src/reuse.ts';
import { catalogue as own } from '../support/content.ts';

describe('what the build hands over to the process that renders', () => {
	const folder = mkdtempSync(join(tmpdir(), 'tiopunkten-handover-'));
	after(() => rmSync(folder, { recursive: true }));
	const digests = new Map([['content/exempel/lund-mr-stad.mdx', 'a']]);
	let theirs: Catalogue;
	let received: ReadonlyMap<string, string>;

	before(async () => {
		process.env['TIOPUNKTEN_MEMORY'] = join(folder, 'pages.json');
		process.send = () => true;
		const renderer = receive();
		process.emit('message', handOver({ catalogue: own, digests }, join(folder, 'content.v8')), undefined);
		const content = await renderer?.content;
		assert.ok(content);
		({ catalogue: theirs, digests: received } = content);
		delete process.send;
		delete process.env['TIOPUNKTEN_MEMORY'];
	});

	test('holds the same things', () => {
		const lists = (catalogue: Catalogue) =>
			Object.fromEntries(Object.entries(catalogue).filter(([, value]) => typeof value !== 'function'));
		assert.deepEqual(lists(theirs), lists(own));
		assert.deepEqual(received, digests);
	});

	test('answers every question about every thing as the catalogue does', () => {
		for (const [key, answer] of Object.entries(own))
			if (typeof answer === 'function')
				for (const list of ['points', 'municipalities', 'concepts', 'examples', 'documents'] as const)
					for (const [place, thing] of own[list].entries()) {
						const ask = (catalogue: Catalogue, about: object) =>
							(catalogue[key as keyof Catalogue] as (about: object) => unknown)(about);
						// Nothing but an example is like another.
						if (key === 'relatedTo' && list !== 'examples') continue;
						assert.deepEqual(ask(theirs, theirs[list][place]!), ask(own, thing), `${key} ${list} ${place}`);
					}
	});

	test('has the fingerprints that the things have', () => {
		for (const list of ['points', 'municipalities', 'concepts', 'sources', 'examples', 'documents'] as const)
			for (const [place, thing] of theirs[list].entries())
				assert.equal(fingerprint(thing), fingerprint(structuredClone(own[list][place])));
	});

	test('is one catalogue: a thing that is met again is the same thing', () => {
		for (const example of theirs.examples) {
			for (const point of example.points) assert.ok(theirs.points.includes(point));
			for (const other of theirs.relatedTo(example)) assert.ok(theirs.examples.includes(other));
		}
	});
});
