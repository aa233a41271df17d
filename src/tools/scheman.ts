/**
 * `npm run scheman`: JSON Schemas for the editor, with what there is to choose from today. Lists are found through
 * .vscode/settings.json; forms in MDX through the files that the Astro extension reads (docs/beslut/0035).
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { toEditorSchema } from '../catalogue/editor-schema.ts';
import { COLLECTION_NAMES, PLACES } from '../catalogue/places.ts';
import { listFiles, TEMPLATE } from '../files.ts';
import { reportOn } from './content-report.ts';
import { ROOT } from './run.ts';

const LISTS = join(ROOT, '.cache', 'scheman');
const FORMS = join(ROOT, '.astro', 'collections');

const { entries } = reportOn(ROOT);
const json = (value: object) => `${JSON.stringify(value, undefined, '\t')}\n`;
for (const folder of [LISTS, FORMS]) mkdirSync(folder, { recursive: true });

const collections: { name: string; hasSchema: true }[] = [];
/** Each file's address, in lower case as the extension looks for it, and the schema that it keeps to. */
const files: Record<string, string> = {};
for (const name of COLLECTION_NAMES) {
	const { form, path } = PLACES[name];
	const isForm = form === 'body';
	// Astro writes files with the collections' own names; ours have the folders'.
	writeFileSync(
		join(isForm ? FORMS : LISTS, `${isForm ? path : name}.schema.json`),
		json(toEditorSchema(name, entries)),
	);
	if (!isForm) continue;
	collections.push({ name: path, hasSchema: true });
	const template = name === 'examples' ? [`content/${path}/${TEMPLATE}`] : [];
	for (const file of [...template, ...listFiles(name, ROOT)])
		files[decodeURIComponent(pathToFileURL(join(ROOT, file)).href).toLowerCase()] = path;
}
writeFileSync(join(FORMS, 'collections.json'), json({ collections, entries: files }));
console.log('Klart. Redigeraren föreslår kommuner, punkter, begrepp och källor. Öppna om fönstret om det inte syns.');
