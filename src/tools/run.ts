/** Starts another program of this project and waits for it. */
import { spawn } from 'node:child_process';
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
}

/**
 * Runs a program to its end.
 *
 * @returns its exit code, and its output when it was kept
 */
export function run(command: string, args: readonly string[], { env = {}, quiet = false }: RunOptions = {}) {
	return new Promise<{ code: number; output: string }>((resolve, reject) => {
		const child = spawn(command, args, {
			cwd: ROOT,
			// The project's own Node first, also when npm did not start us.
			env: { ...process.env, PATH: `${BIN}${delimiter}${process.env['PATH']}`, ASTRO_TELEMETRY_DISABLED: '1', ...env },
			stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
		});
		let output = '';
		child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
		child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
		child.on('error', reject);
		child.on('close', (code) => resolve({ code: code ?? 1, output }));
	});
}
