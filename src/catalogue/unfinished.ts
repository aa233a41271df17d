/**
 * What an author has left to do. The template and the commands write the mark; a text that still carries it, or that
 * quotes its original at length, is a draft and cannot be published.
 */
import type { Code } from './faults.ts';
import type { Problem } from './problem.ts';

/** With a colon after it, begins every line that says what remains to be done. */
export const TODO = 'ATT GÖRA';
/** The kind of code block in which an imported draft quotes its original. */
export const ORIGINAL = 'original';

const REMAINS: readonly (readonly [Code, RegExp, string])[] = [
	[
		'TP522',
		new RegExp(`${TODO}:`),
		`Något är kvar att göra. Gör det som står efter ”${TODO}” och ta bort raden, eller skriv draft: true.`,
	],
	[
		'TP523',
		new RegExp(`^[ \\t]*(\`{3,}|~{3,})[ \\t]*${ORIGINAL}`, 'm'),
		'Originalets text står kvar. Skriv med egna ord och ta bort citatet, eller skriv draft: true.',
	],
];

/** Every place in a file that is not ready to be published. */
export function findUnfinished(file: string, text: string): Problem[] {
	if (!REMAINS.some(([, pattern]) => pattern.test(text))) return [];
	return text.split('\n').flatMap((line, index) =>
		REMAINS.flatMap(([code, pattern, message]) => {
			const match = pattern.exec(line);
			return match ? [{ code, file, line: index + 1, column: match.index + 1, message }] : [];
		}),
	);
}
