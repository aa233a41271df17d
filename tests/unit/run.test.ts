/** Programs that the project starts. What they say when they fail reaches the one who started them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { run } from '../../src/tools/run.ts';

test('a program that ends while it is being told something says itself why', async () => {
	const failing = run(process.execPath, ['-e', 'console.error("Inställningen är fel."); process.exit(3)'], {
		quiet: true,
		message: new Promise((resolve) =>
			setTimeout(() => {
				// Too busy to see that it has ended.
				Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000);
				resolve('innehållet');
			}),
		),
	});
	assert.deepEqual(await failing, { code: 3, output: 'Inställningen är fel.\n' });
});
