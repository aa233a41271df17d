/** Putting a finished folder where readers are served from, so that there is always a whole one. */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';

/** The folder that is served, the finished one that shall take its place, and where the old one waits meanwhile. */
export interface Places {
	readonly current: string;
	readonly next: string;
	readonly previous: string;
}

/** Two renames and nothing else, which a full disk cannot stop. */
export function replaceFolder({ current, next, previous }: Places): void {
	rmSync(previous, { recursive: true, force: true });
	mkdirSync(dirname(previous), { recursive: true });
	if (existsSync(current)) renameSync(current, previous);
	renameSync(next, current);
	rmSync(previous, { recursive: true, force: true });
}

/** Puts the old folder back if the machine stopped between the two renames. */
export function restoreFolder({ current, previous }: Places): void {
	if (!existsSync(current) && existsSync(previous)) renameSync(previous, current);
}
