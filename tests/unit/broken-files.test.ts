import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { formatProblem } from '../../src/catalogue/problem.ts';
import { BROKEN_FILES } from '../support/broken-files.ts';
import { problemsIn } from '../support/files.ts';

describe('a broken file gets its Swedish message with code, file and line', () => {
	test('and nothing is said of files that are right', () => assert.deepEqual(problemsIn({}), []));
	test('for more than a hundred kinds', () => assert.ok(BROKEN_FILES.length > 100, String(BROKEN_FILES.length)));

	for (const { code, what, file, text, says, with: others } of BROKEN_FILES)
		test(what, () => {
			const problems = problemsIn({ ...others, [file]: text });
			const report = problems.map(formatProblem).join('\n');
			const wanted = says.startsWith('content/') ? says : says.startsWith(' ') ? file + says : `${file}:${says}`;
			assert.ok(report.startsWith(wanted), `expected ${wanted}\n${report}`);
			assert.equal(problems.length, 1, `one fault, one message:\n${report}`);
			assert.equal(problems[0]?.code, code, report);
			assert.doesNotMatch(report, /\b(Required|Invalid|Expected|Unrecognized|must be)\b/);
		});
});
