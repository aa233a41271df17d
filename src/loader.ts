/**
 * Astro's content layer, of which little is used: it compiles the bodies that have author components, and in `astro dev`
 * it tells when a file has changed. Everything else in a file is read by the catalogue's own reader (src/content.ts).
 */
import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import { bodyIn, usesComponents } from './catalogue/form.ts';
import { COLLECTION_NAMES, PLACES } from './catalogue/places.ts';
import { listFiles, readText } from './files.ts';

/** Every content file by its path; in a build only those that Astro must compile. */
export const contentFiles: Loader = {
	name: 'tiopunkten-content-files',
	load({ store, config, watcher, generateDigest }) {
		const root = fileURLToPath(config.root);

		function loadAll() {
			store.clear();
			for (const name of COLLECTION_NAMES)
				for (const file of listFiles(name, root)) {
					const text = readText(root, file);
					const deferredRender = PLACES[name].form === 'body' && usesComponents(bodyIn(text));
					if (deferredRender || watcher)
						store.set({ id: file, data: {}, filePath: file, digest: generateDigest(text), deferredRender });
				}
		}

		loadAll();
		watcher?.add(`${root}content`);
		watcher?.on('all', (_event, path) => {
			if (path.startsWith(`${root}content`)) loadAll();
		});
		return Promise.resolve();
	},
};
