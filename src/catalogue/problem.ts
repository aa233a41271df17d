/**
 * A mistake in the content, told to an editor: where it stands, what is wrong, what to write (HOUSE §7, pattern 14).
 */
import { type Code, FAULTS } from './faults.ts';

export interface Problem {
	/** What kind of fault it is. The table says whether it stops a build. */
	readonly code: Code;
	/** Path from the repository's root. */
	readonly file: string;
	/** 1-based; absent when the whole file is meant. */
	readonly line?: number | undefined;
	readonly column?: number | undefined;
	/** The field as an editor would say it: `sources.1.id`. */
	readonly field?: string | undefined;
	readonly message: string;
}

/** A warning is shown but stops nothing. */
export const isWarning = ({ code }: Pick<Problem, 'code'>): boolean => FAULTS[code].warning === true;

/** `content/exempel/lund.mdx:12:3 points: Ange minst en punkt. (TP305)` */
export function formatProblem({ code, file, line, column, field, message }: Problem): string {
	const place = [file, line, line && column].filter(Boolean).join(':');
	return `${place} ${field ? `${field}: ` : ''}${message} (${code})`;
}

/** The problems that stop a build. */
export const errorsOf = (problems: readonly Problem[]): Problem[] => problems.filter((problem) => !isWarning(problem));

/** Order of a report: by file, then by line. */
export function compareProblems(a: Problem, b: Problem): number {
	if (a.file !== b.file) return a.file < b.file ? -1 : 1;
	return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}

/** Thrown once with every problem there is, so that an editor mends all of them in one round. */
export class CatalogueError extends Error {
	readonly problems: readonly Problem[];

	constructor(problems: readonly Problem[]) {
		const sorted = [...problems].sort(compareProblems);
		const noun = sorted.length === 1 ? '1 fel' : `${sorted.length} fel`;
		super(`Innehållet har ${noun}:\n${sorted.map((problem) => `  ${formatProblem(problem)}`).join('\n')}`);
		this.name = 'Innehållsfel';
		this.problems = sorted;
	}
}
