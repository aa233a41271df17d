import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { BROKEN_FILES } from '../support/broken-files.ts';
import { reportOf } from '../support/files.ts';

describe('a broken file gets its Swedish message with file and line', () => {
	test('and nothing is said of files that are right', () => assert.deepEqual(reportOf({}), []));
	test('for at least thirty kinds', () => assert.ok(BROKEN_FILES.length >= 30));

	for (const { what, file, text, says } of BROKEN_FILES)
		test(what, () => {
			const report = reportOf({ [file]: text });
			const wanted = says.startsWith(' ') ? file + says : `${file}:${says}`;
			assert.ok(
				report.some((line) => line.startsWith(wanted)),
				`expected ${wanted}\n${report.join('\n')}`,
			);
			assert.equal(report.length, 1, `one fault, one message:\n${report.join('\n')}`);
			assert.doesNotMatch(report.join('\n'), /\b(Required|Invalid|Expected|Unrecognized|must be)\b/);
		});
});
