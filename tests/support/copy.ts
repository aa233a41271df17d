/** A copy of the project to break: its own content and source, the same installed packages. */
import { cpSync, mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PARTS = ['src', 'content', 'public', 'astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'];

/** @returns the folder of the copy; the caller removes it */
export function copyProject(): string {
	const folder = mkdtempSync(join(tmpdir(), 'tiopunkten-'));
	for (const part of PARTS) cpSync(part, join(folder, part), { recursive: true });
	symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'));
	return folder;
}
