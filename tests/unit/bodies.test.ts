/** The build renders bodies for the renderer: from the last one, as far as those that the renderer has made itself. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { renderPlain, shownBodies } from '../../src/bodies.ts';
import { bodyIn, usesComponents } from '../../src/catalogue/form.ts';
import { readText } from '../../src/files.ts';
import { emptyParcel } from '../../src/parcel.ts';
import { renderAhead } from '../../src/tools/bodies.ts';

const ROOT = process.cwd();
const folder = mkdtempSync(join(tmpdir(), 'tiopunkten-bodies-'));
after(() => rmSync(folder, { recursive: true }));

const files = shownBodies(ROOT);
const bodyOf = (file: string) => bodyIn(readText(ROOT, file));
const plain = files.filter((file) => !usesComponents(bodyOf(file)));

/** What the renderer finds when it has made the first bodies itself. */
async function aheadOf(made: () => number): Promise<Map<string, unknown>> {
	const file = join(folder, String(Math.random()));
	await renderAhead(ROOT, file, made);
	return new Map(
		[...emptyParcel(file)()].map(({ name, bytes }) => [name, JSON.parse(bytes.toString('utf8')) as unknown]),
	);
}

describe('bodies rendered ahead', () => {
	test('are those of every example and document without author components, as their pages show them', async () => {
		const rendered = await aheadOf(() => 0);
		assert.deepEqual([...rendered.keys()].sort(), [...plain].sort());
		for (const file of plain) assert.deepEqual(rendered.get(file), await renderPlain(bodyOf(file)), file);
	});
	test('leave out those that the renderer has made', async () => {
		const rendered = await aheadOf(() => files.length - 5);
		assert.deepEqual(
			[...rendered.keys()].sort(),
			plain.filter((file) => files.indexOf(file) >= files.length - 5).sort(),
		);
	});
	test('stop when the renderer says how many it has made', async () => {
		let asked = 0;
		const rendered = await aheadOf(() => ((asked += 1) > 10 ? files.length : 0));
		assert.ok(rendered.size <= 10, String(rendered.size));
	});
});
