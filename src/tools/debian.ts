/** Installs packages with Debian's package manager, as root or through sudo when it asks for no password. */
import { run } from './run.ts';

function asRoot(command: string, args: readonly string[]) {
	return process.getuid?.() === 0
		? run(command, args, { quiet: true })
		: run('sudo', ['-n', command, ...args], { quiet: true });
}

/** Tries to install packages. Where there is no package manager, or no right to use it, nothing happens. */
export async function installPackages(...names: readonly string[]): Promise<void> {
	try {
		await asRoot('apt-get', ['update']);
		// Waits for its turn when something else is installing.
		const patient = ['-o', 'DPkg::Lock::Timeout=180'];
		await asRoot('apt-get', [...patient, 'install', '-y', '--no-install-recommends', ...names]);
	} catch {
		// The caller looks for what it needed and says what is left to do.
	}
}
