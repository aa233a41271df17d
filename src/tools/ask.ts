/** Questions on a terminal, with every word in Swedish. */
import input from '@inquirer/input';
import search from '@inquirer/search';
import type { z } from 'zod';
import { style } from './command.ts';

/** What the library says in English, in Swedish. */
const KEYS: Readonly<Record<string, string>> = { '↑↓': '↑↓ flyttar', space: 'blanksteg väljer', '⏎': '⏎ klart' };
export const theme = {
	style: {
		keysHelpTip: (keys: [key: string, action: string][]) => keys.flatMap(([key]) => KEYS[key] ?? []).join('  '),
		error: (text: string) =>
			style('red', text === 'No results found' ? '> Ingen träff. Ändra det du har skrivit.' : `> ${text}`),
	},
};

/** Asks until the schema is content; an empty answer is undefined. */
export async function askText(
	message: string,
	schema: z.ZodType,
	{ optional = false, proposal = '' } = {},
): Promise<string | undefined> {
	const answer = await input({
		message,
		theme,
		...(proposal ? { default: proposal, prefill: 'editable' as const } : {}),
		validate: (value) => {
			if (value.trim() === '' && optional) return true;
			const result = schema.safeParse(value.trim());
			return result.success || (result.error.issues[0]?.message ?? 'Svaret går inte att använda.');
		},
	});
	return answer.trim() || undefined;
}

/** One of many to choose from. */
interface Choice<T> {
	readonly value: T;
	readonly name: string;
	readonly description?: string;
	/** Shown whatever has been typed. */
	readonly always?: boolean;
}

/** Asks for one of many by a few letters. */
export function askChoice<T>(message: string, choices: readonly Choice<T>[]): Promise<T> {
	return search<T>({
		message,
		theme,
		pageSize: 9,
		source: (term) => {
			const words = (term ?? '').toLowerCase().split(/\s+/).filter(Boolean);
			if (words.length === 0) return choices;
			const found = choices.filter(
				({ name, description = '', always = false }) =>
					!always && words.every((word) => `${name} ${description}`.toLowerCase().includes(word)),
			);
			// Last, so that the return key takes what was looked for.
			return [...found, ...choices.filter(({ always }) => always)];
		},
	});
}
