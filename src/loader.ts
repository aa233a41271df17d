/**
 * Astro's content layer, fed by the catalogue's own reader, so that build, dev server and editors' commands know one
 * truth. The store holds what lists need, never bodies: a page renders its own file (src/content.ts). A file with
 * faults becomes an entry that carries its problems; the door reports them all at once.
 */
import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import { COLLECTIONS, type CollectionName } from './catalogue/collections.ts';
import { errorsOf } from './catalogue/problem.ts';
import { splitFrontmatter } from './catalogue/form.ts';
import { readContentFile } from './catalogue/read.ts';
import { listFiles, readText } from './files.ts';

/** Marks the id of an entry that holds problems instead of data. */
export const BROKEN = '!';

/** Whether a body uses author components and so must go through Astro's MDX route. */
const usesComponents = (text: string) => /<[A-Z]/.test(splitFrontmatter(text)?.body ?? '');

export function contentLoader(name: CollectionName): Loader {
	return {
		name: `tiopunkten-${name}`,
		async load({ store, config, watcher, generateDigest }) {
			const root = fileURLToPath(config.root);

			function loadAll() {
				store.clear();
				for (const file of listFiles(name, root)) {
					const text = readText(root, file);
					const { entries, problems } = readContentFile(name, file, text, { checkBodies: watcher !== undefined });
					const errors = errorsOf(problems);
					// Once a file: a list's file is long and has many entries.
					const digest = generateDigest(text);
					if (errors.length > 0) store.set({ id: BROKEN + file, data: { problems: errors }, filePath: file });
					else
						for (const { id, index, data } of entries)
							store.set({
								// The place in a list is part of the id, so that two items with one id both reach the checks.
								id: index === undefined ? id : `${file}#${index}`,
								data: data as Record<string, unknown>,
								filePath: file,
								digest,
								...(COLLECTIONS[name].form === 'body' && usesComponents(text) ? { deferredRender: true } : {}),
							});
				}
			}

			loadAll();
			const place = `${root}content/${COLLECTIONS[name].path}`;
			watcher?.add(place);
			watcher?.on('all', (_event, path) => {
				if (path.startsWith(place)) loadAll();
			});
		},
	};
}
