/** A tool too heavy for the project's own packages: installed in .cache/ by its own lock, when it is asked for. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @param name the folder in tests/ with its package.json and lock
 * @returns the folder it is installed in
 */
export function installApart(name: string): string {
	const recipe = join('tests', name);
	const folder = join('.cache', name);
	const lock = readFileSync(join(recipe, 'package-lock.json'), 'utf8');
	const installed = join(folder, 'package-lock.json');
	if (existsSync(join(folder, 'node_modules')) && existsSync(installed) && readFileSync(installed, 'utf8') === lock)
		return folder;
	mkdirSync(folder, { recursive: true });
	for (const file of ['package.json', 'package-lock.json']) copyFileSync(join(recipe, file), join(folder, file));
	// Their scripts would build drivers and fetch lists from elsewhere; what is asked of them needs neither.
	const { status, stderr } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
		cwd: folder,
		encoding: 'utf8',
	});
	if (status !== 0) throw new Error(stderr);
	return folder;
}
