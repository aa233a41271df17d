/**
 * `npm run granska`: what is wrong with the content, in seconds, without building. Errors first, then warnings, the worst
 * language last so that it is seen. Exit code 1 when something must be mended.
 */
import { CatalogueError, compareProblems, errorsOf, formatProblem } from '../catalogue/problem.ts';
import { reportOn } from './content-report.ts';
import { ROOT } from './run.ts';

const { problems, examples, documents } = reportOn(ROOT);
const errors = errorsOf(problems);
const warnings = problems.filter(({ warning }) => warning).sort(compareProblems);
if (warnings.length > 0) {
	console.log(`${warnings.length} varningar, som inte stoppar något:`);
	for (const warning of warnings) console.log(`  ${formatProblem(warning)}`);
}
if (errors.length > 0) {
	console.error(new CatalogueError(errors).message);
	process.exitCode = 1;
} else console.log(`Inga fel. ${examples} exempel och ${documents} dokument är granskade.`);
