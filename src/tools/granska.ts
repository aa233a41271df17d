/** `npm run granska`: what is wrong with the content, in seconds, without building. Exit code 1 when something is. */
import { CatalogueError } from '../catalogue/problem.ts';
import { reportOn } from './content-report.ts';
import { ROOT } from './run.ts';

const { problems, examples, documents } = reportOn(ROOT);
if (problems.length > 0) {
	console.error(new CatalogueError(problems).message);
	process.exitCode = 1;
} else console.log(`Inga fel. ${examples} exempel och ${documents} dokument är granskade.`);
