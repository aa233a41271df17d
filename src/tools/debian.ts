/** Programs that tests need: the one on the machine, else Debian's package, as root or through sudo without password. */
import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
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

interface Program {
	/** Where it may be, the first that starts is taken. */
	readonly places: () => readonly string[];
	/** What makes it print its version and stop. */
	readonly version: string;
	readonly packageName: string;
	/** What needs it, as the beginning of a Swedish sentence: `Testerna av adresserna`. */
	readonly needed: string;
}

/**
 * @returns the path of a program that starts
 * @throws Error with one Swedish sentence that says what to do, when none can be had
 */
export async function findProgram({ places, version, packageName, needed }: Program): Promise<string> {
	const find = () => places().find((path) => spawnSync(path, [version], { timeout: 60_000 }).status === 0);
	const present = find();
	if (present) return present;
	console.log(`${packageName} saknas. Installerar …`);
	await installPackages(packageName);
	const installed = find();
	if (installed) return installed;
	throw new Error(`${needed} behöver ${packageName}: installera det (sudo apt-get install ${packageName}).`);
}

/** Serves the built site in the tests of the host's rules. */
export const findNginx = () =>
	findProgram({
		places: () => ['nginx', '/usr/sbin/nginx'],
		version: '-v',
		packageName: 'nginx-light',
		needed: 'Testerna av adresserna',
	});

/** The other server that the rules are written for. */
export const findCaddy = () =>
	findProgram({
		places: () => ['caddy', '/usr/bin/caddy'],
		version: 'version',
		packageName: 'caddy',
		needed: 'Testerna av reglerna för Caddy',
	});

/** LibreOffice comes in parts: the program starts without the one for text or the one for tables. */
const LIBREOFFICE_PARTS = {
	text: { packageName: 'libreoffice-writer-nogui', library: 'libswlo.so', needed: 'Testet av Word-filen' },
	tables: { packageName: 'libreoffice-calc-nogui', library: 'libsclo.so', needed: 'Testet av tabellerna' },
} as const;

/** Opens the Word file and the tables in the tests. */
export function findLibreOffice(part: keyof typeof LIBREOFFICE_PARTS): Promise<string> {
	const { packageName, library, needed } = LIBREOFFICE_PARTS[part];
	const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/bin'];
	const isWhole = (path: string) => existsSync(path) && existsSync(join(dirname(realpathSync(path)), library));
	return findProgram({
		places: () => folders.map((folder) => join(folder, 'soffice')).filter(isWhole),
		version: '--version',
		packageName,
		needed,
	});
}
