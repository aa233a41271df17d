/** Which packages a file of the project reaches for, itself and through the project's other files. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** With `from`, at once or when needed; what is only a type leaves no code behind. */
const IMPORT = /^(?:import|export)\s+(?!type\b)[^;]*?from\s+'([^']+)'|\bimport\('([^']+)'\)/gm;

export function packagesOf(file: string, seen = new Set<string>()): Set<string> {
	const found = new Set<string>();
	if (seen.has(file)) return found;
	seen.add(file);
	for (const [, still, moving] of readFileSync(file, 'utf8').matchAll(IMPORT)) {
		const target = (still ?? moving ?? '').replace(/\?.*$/, '');
		if (target.startsWith('.')) packagesOf(join(dirname(file), target), seen).forEach((name) => found.add(name));
		else if (!target.startsWith('node:')) found.add(/^(@[^/]+\/)?[^/]+/.exec(target)?.[0] ?? target);
	}
	return found;
}
