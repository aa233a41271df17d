/** An editor's mistakes stop the build, all are told in one run, and the published site stays as it was. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { isWarning } from '../../src/catalogue/problem.ts';
import { BROKEN_FILES } from '../support/broken-files.ts';
import { copyProject } from '../support/copy.ts';
import { smallProject } from '../support/files.ts';

/** Faults in files of their own, so that all can stand in one content folder. */
const together = BROKEN_FILES.filter(
	({ code, file, with: others }) => /(exempel|dokument)\/trasigt-/.test(file) && !others && !isWarning({ code }),
);

describe('a build with every kind of mistake', () => {
	let folder = '';
	let result: ReturnType<typeof spawnSync>;

	before(() => {
		folder = copyProject();
		rmSync(join(folder, 'content'), { recursive: true });
		for (const [file, text] of [
			...Object.entries(smallProject()),
			...together.map(({ file, text }) => [file, text] as const),
		]) {
			mkdirSync(dirname(join(folder, file)), { recursive: true });
			writeFileSync(join(folder, file), text);
		}
		mkdirSync(join(folder, 'dist'));
		writeFileSync(join(folder, 'dist', 'index.html'), 'den publicerade webbplatsen');
		result = spawnSync(process.execPath, ['src/tools/build.ts'], { cwd: folder, encoding: 'utf8' });
	});
	after(() => rmSync(folder, { recursive: true, force: true }));

	test('ends with exit code 1', () => assert.equal(result.status, 1, String(result.stderr)));

	test(`tells of all ${together.length} in one run, each with file and line`, () => {
		const report = String(result.stderr);
		const missing = together.filter(
			({ file, says }) => !report.includes(says.startsWith(' ') ? file + says : `${file}:${says}`),
		);
		assert.deepEqual(
			missing.map(({ what, says }) => `${what}: ${says}`),
			[],
			report,
		);
	});

	test('says how many there are, and shows no stack trace', () => {
		assert.match(String(result.stderr), /^Innehållet har \d+ fel:/m);
		assert.doesNotMatch(String(result.stderr), /^\s+at /m);
	});

	test('leaves the published site untouched', () => {
		assert.deepEqual(readdirSync(join(folder, 'dist')), ['index.html']);
		assert.equal(readFileSync(join(folder, 'dist', 'index.html'), 'utf8'), 'den publicerade webbplatsen');
	});
});
