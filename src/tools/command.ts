/**
 * What the editors' commands have in common: flags with Swedish messages, help, colours only on a terminal, and exit
 * codes. 0: done. 1: something in the content or the material must be mended first. 2: wrong use, or the program could
 * not do its work. Nobody gets to see a stack trace.
 */
import { parseArgs, styleText } from 'node:util';

/** Wrong use of a command, told in Swedish. */
export class UsageError extends Error {}
/** The content or the material does not allow it; nothing has been written. */
export class RefusedError extends Error {}

interface Flag {
	readonly help: string;
	/** What stands after the flag; a flag without it is on or off. */
	readonly value?: string;
	readonly multiple?: boolean;
}

export interface CommandSpec<F extends Readonly<Record<string, Flag>>> {
	readonly name: string;
	readonly does: string;
	/** What may follow the flags, as it is written in the help. */
	readonly takes?: string;
	readonly flags: F;
	readonly examples?: readonly string[];
}

type Values<F> = {
	readonly [K in keyof F]: F[K] extends { value: string; multiple: true }
		? readonly string[]
		: F[K] extends { value: string }
			? string | undefined
			: boolean;
};

const COMMON = {
	json: { help: 'skriver svaret som JSON, för andra program' },
	hjalp: { help: 'visar den här texten' },
} as const satisfies Record<string, Flag>;

/** Text for a person, coloured when a person reads it (NO_COLOR and pipes are respected). */
export const style = (
	format: Parameters<typeof styleText>[0],
	text: string,
	stream: NodeJS.WriteStream = process.stdout,
) => styleText(format, text, { stream });

function helpOf({ name, does, takes, flags, examples = [] }: CommandSpec<Record<string, Flag>>): string {
	const all: [string, Flag][] = Object.entries({ ...flags, ...COMMON });
	const write = ([flag, { value }]: [string, Flag]) => `--${flag}${value ? ` ${value}` : ''}`;
	const width = Math.max(...all.map((item) => write(item).length));
	return [
		`npm run ${name} -- ${takes ? `${takes} ` : ''}[flaggor]`,
		'',
		does,
		'',
		...all.map((item) => `  ${write(item).padEnd(width)}  ${item[1].help}${item[1].multiple ? ' (kan upprepas)' : ''}`),
		...(examples.length > 0 ? ['', 'Exempel:', ...examples.map((line) => `  npm run ${name} -- ${line}`)] : []),
	].join('\n');
}

/** The flags and the rest of a command line, checked. */
function read<F extends Readonly<Record<string, Flag>>>(spec: CommandSpec<F>, args: readonly string[]) {
	const flags: Record<string, Flag> = { ...spec.flags, ...COMMON };
	const { tokens } = parseArgs({
		args: [...args],
		strict: false,
		allowPositionals: true,
		tokens: true,
		options: Object.fromEntries(
			Object.entries(flags).map(([name, { value }]) => [name, { type: value ? 'string' : 'boolean' }]),
		),
	});
	const values: Record<string, string[] | string | boolean | undefined> = {};
	for (const [name, { value, multiple }] of Object.entries(flags))
		values[name] = multiple ? [] : value ? undefined : false;
	const rest: string[] = [];
	for (const token of tokens) {
		if (token.kind === 'positional') rest.push(token.value);
		if (token.kind !== 'option') continue;
		const flag = Object.hasOwn(flags, token.name) ? flags[token.name] : undefined;
		if (!flag) throw new UsageError(`Flaggan ${token.rawName} finns inte.`);
		const missing = !token.value || (!token.inlineValue && token.value.startsWith('--'));
		if (flag.value && missing) throw new UsageError(`Skriv ${flag.value} efter ${token.rawName}.`);
		if (!flag.value && token.value !== undefined) throw new UsageError(`Flaggan ${token.rawName} tar inget värde.`);
		if (flag.multiple) (values[token.name] as string[]).push(token.value as string);
		else values[token.name] = token.value ?? true;
	}
	return { flags: values as Values<F & typeof COMMON>, rest };
}

/**
 * Runs a command to its end and sets the exit code.
 *
 * @param work does the work; what it returns is printed when `--json` was asked for, and is then all that is printed
 */
export async function runCommand<F extends Readonly<Record<string, Flag>>>(
	spec: CommandSpec<F>,
	work: (input: { flags: Values<F & typeof COMMON>; rest: readonly string[] }) => Promise<object>,
): Promise<void> {
	const args = process.argv.slice(2);
	const json = args.includes('--json');
	const fail = (code: 1 | 2, message: string, advice?: string) => {
		process.exitCode = code;
		if (json) console.log(JSON.stringify({ fel: message }, null, 2));
		else console.error(style('red', message, process.stderr) + (advice ? `\n${advice}` : ''));
	};
	try {
		const input = read(spec, args);
		if (input.flags.hjalp) return console.log(helpOf(spec));
		const result = await work(input);
		if (json) console.log(JSON.stringify(result, null, 2));
	} catch (error) {
		const { name, message } = error as Error;
		if (error instanceof RefusedError) fail(1, message);
		else if (error instanceof UsageError)
			fail(2, message, `Skriv npm run ${spec.name} -- --hjalp för att se hur kommandot används.`);
		// What the prompts throw when somebody presses Ctrl C.
		else if (name === 'ExitPromptError') fail(1, 'Avbrutet. Inget är skrivet.');
		else
			fail(
				2,
				`Det gick inte: ${message}`,
				'Har du kört npm ci? Är felet kvar, beskriv det i ett ärende i kodförrådet.',
			);
	}
}
