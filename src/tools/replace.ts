/** Putting a finished folder where readers are served from, so that there is always a whole one. */
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { run } from './run.ts';

/** The folder that is served, the finished one that shall take its place, and where the old one waits meanwhile. */
export interface Places {
	readonly current: string;
	readonly next: string;
	readonly previous: string;
}

/** Renames and nothing else, which a full disk cannot stop. The old folder is left to the next build's {@link clearAway}. */
export function replaceFolder({ current, next, previous }: Places): void {
	mkdirSync(dirname(previous), { recursive: true });
	if (existsSync(current)) renameSync(current, previous);
	renameSync(next, current);
	if (existsSync(previous)) renameSync(previous, `${previous}.${randomUUID()}`);
}

/** Puts the old folder back if the machine stopped between the renames. */
export function restoreFolder({ current, previous }: Places): void {
	if (!existsSync(current) && existsSync(previous)) renameSync(previous, current);
}

/**
 * Deletes the folders that earlier builds have replaced. It takes as long as to examine the content, so it is done by a
 * process of its own while the next build goes on.
 */
export async function clearAway(places: readonly Places[]): Promise<void> {
	const left = places.flatMap(({ previous }) => {
		const place = dirname(previous);
		const names = existsSync(place) ? readdirSync(place) : [];
		const own = basename(previous);
		return names.filter((name) => name === own || name.startsWith(`${own}.`)).map((name) => join(place, name));
	});
	const script = 'for (const folder of process.argv.slice(1)) fs.rmSync(folder, { recursive: true, force: true })';
	if (left.length > 0) await run(process.execPath, ['--eval', script, ...left], { quiet: true });
}
