/** Starts another program of this project and waits for it. */
import { spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** The repository's root: npm runs every script from there. */
export const ROOT = process.cwd();

const BIN = join(ROOT, 'node_modules', '.bin');

/** A program that npm has installed. */
export const installed = (name: string) => join(BIN, name);

interface RunOptions {
	readonly env?: Record<string, string>;
	/** Keep the output and show it only when the program fails. */
	readonly quiet?: boolean;
	/** Sent to the program when it is there; the program is stopped when it cannot be had. */
	readonly message?: Promise<string>;
	/** Told what the program answers. */
	readonly answer?: (message: unknown) => void;
}

/** The output goes to a file: a pipe would stop the program whenever we are too busy to empty it. */
function openLog() {
	const folder = mkdtempSync(join(tmpdir(), 'tiopunkten-'));
	const file = join(folder, 'output');
	return { folder, file, open: openSync(file, 'w') };
}

/**
 * Runs a program to its end.
 *
 * @returns its exit code, and its output when it was kept
 */
export function run(
	command: string,
	args: readonly string[],
	{ env = {}, quiet = false, message, answer }: RunOptions = {},
) {
	return new Promise<{ code: number; output: string }>((resolve, reject) => {
		const log = quiet ? openLog() : undefined;
		const child = spawn(command, args, {
			cwd: ROOT,
			// The project's own Node first, also when npm did not start us.
			env: { ...process.env, PATH: `${BIN}${delimiter}${process.env['PATH']}`, ASTRO_TELEMETRY_DISABLED: '1', ...env },
			stdio: [
				...(log ? (['ignore', log.open, log.open] as const) : (['inherit', 'inherit', 'inherit'] as const)),
				...(message ? (['ipc'] as const) : []),
			],
		});
		message?.then(
			// A program that ends meanwhile says itself what is wrong.
			(text) => child.connected && child.send(text, () => undefined),
			() => child.kill(),
		);
		child.on('error', reject);
		if (answer) child.on('message', answer);
		child.on('close', (code) => {
			const output = log ? readFileSync(log.file, 'utf8') : '';
			if (log) closeSync(log.open);
			if (log) rmSync(log.folder, { recursive: true });
			resolve({ code: code ?? 1, output });
		});
	});
}
