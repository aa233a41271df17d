/** A site of one page with its compressed copies, under the real host rules. */
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { compress } from '../../src/tools/komprimera.ts';

/** @returns the folder that a server is to serve; whoever asks takes it away */
export async function compressedSite(): Promise<string> {
	const folder = mkdtempSync(join(tmpdir(), 'tiopunkten-'));
	symlinkSync(resolve('deploy'), join(folder, 'deploy'));
	mkdirSync(join(folder, 'dist'));
	writeFileSync(join(folder, 'dist/index.html'), '<p>Kommunen möter rykten.</p>'.repeat(100));
	await compress(join(folder, 'dist'));
	return folder;
}
