/** The project's own content, read as the build reads it. */
import { loadCatalogue } from '../../src/catalogue/load.ts';
import { listFiles, readText } from '../../src/files.ts';
import { bodiesIn } from '../../src/tools/publish.ts';

const root = process.cwd();
const loaded = loadCatalogue(
	{ list: (name) => listFiles(name, root), read: (file) => readText(root, file) },
	{ today: new Date().toISOString().slice(0, 10) },
);
if (!loaded.catalogue) throw new Error('The content has faults: run npm run granska.');

export const { entries } = loaded;
export const catalogue = loaded.catalogue;
export const bodyOf = bodiesIn(root);
