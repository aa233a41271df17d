/** Which kind of fault an answer from a schema is. The schemas say what to write; the codes say what sort of thing is wrong. */
import type { z } from 'zod';
import type { Code } from './faults.ts';
import { FORMATS } from './schema.ts';

/**
 * @param value what stood at the issue's path
 */
export function codeOfIssue(issue: z.core.$ZodIssue, value: unknown): Code {
	if (value === undefined && issue.code !== 'custom') return 'TP301';
	switch (issue.code) {
		case 'unrecognized_keys':
			return 'TP303';
		case 'invalid_value':
			return 'TP306';
		case 'invalid_format':
			return FORMATS.find(([pattern]) => String(pattern) === issue['pattern'])?.[1] ?? 'TP302';
		case 'too_big':
			return issue.origin === 'string' ? 'TP304' : 'TP312';
		case 'too_small':
			return issue.origin === 'string' || issue.origin === 'array' ? 'TP305' : 'TP312';
		case 'custom':
			return (issue.params?.['code'] as Code | undefined) ?? 'TP302';
		default:
			return value === null ? 'TP305' : 'TP302';
	}
}
