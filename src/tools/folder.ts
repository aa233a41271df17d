import { readdirSync } from 'node:fs';

/**
 * Every file below a folder, as a path from it with `/` between. Node's own recursive reading takes four times as long
 * over many folders.
 */
export function* filesIn(folder: string, below = ''): Generator<string> {
	for (const entry of readdirSync(`${folder}/${below}`, { withFileTypes: true }))
		if (entry.isDirectory()) yield* filesIn(folder, `${below}${entry.name}/`);
		else if (entry.isFile()) yield below + entry.name;
}
