/**
 * The one door to Astro's content: the catalogue, and the rendered body of one of its files.
 * While a file is broken the catalogue is an error with every problem there is; in `astro dev` it shows in the browser
 * and goes away when the file is mended.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { type CollectionEntry, getCollection, getEntry, render } from 'astro:content';
import mdxRenderer from '@astrojs/mdx/server.js';
import { today } from './clock.ts';
import { buildCatalogue, type Catalogue } from './catalogue/catalogue.ts';
import type { CollectionName, Entries, Entry } from './catalogue/collections.ts';
import { COLLECTION_NAMES, placeProblem } from './catalogue/load.ts';
import { CatalogueError, type Problem } from './catalogue/problem.ts';
import { splitFrontmatter } from './catalogue/form.ts';
import { authorComponents } from './components/author/index.ts';
import { BROKEN } from './loader.ts';
import { markdown } from './markdown.ts';
import { noteBody, rendered, Watched } from './reuse.ts';
import { type Body, splitSections, withSeenDates } from './sections.ts';

const read = (file: string) => readFileSync(resolve(file), 'utf8');

async function loadCatalogue(): Promise<Catalogue> {
	const problems: Problem[] = [];
	const entries = {} as Record<CollectionName, Entry[]>;
	for (const name of COLLECTION_NAMES) {
		entries[name] = [];
		for (const { id, data, filePath } of await getCollection(name)) {
			if (id.startsWith(BROKEN)) problems.push(...(data as unknown as { problems: Problem[] }).problems);
			else {
				const index = /#(\d+)$/.exec(id)?.[1];
				entries[name].push({
					id: index === undefined ? id : (data as { id: string }).id,
					file: filePath as string,
					index: index === undefined ? undefined : Number(index),
					data,
				});
			}
		}
	}
	if (problems.length > 0) throw new CatalogueError(problems);
	const built = buildCatalogue(entries as unknown as Entries, {
		today: today(),
		drafts: import.meta.env.DEV,
	});
	if ('problems' in built) throw new CatalogueError(built.problems.map((problem) => placeProblem(problem, read)));
	return built.catalogue;
}

const bodies = new Map<string, string | undefined>();
for (const name of ['examples', 'points', 'documents', 'pages'] as const)
	for (const { id, digest } of await getCollection(name))
		bodies.set(`${name}/${id}`, digest === undefined ? undefined : String(digest));

const watched = new Watched(await loadCatalogue(), (body) => bodies.get(body));
rendered.watched = watched;

/** Every question to it is noted, so that the build knows what each page rests on. */
export const { catalogue } = watched;

/** The file that authors copy. */
export const exampleTemplate = read('content/exempel/_mall.mdx');

const plain = await markdown.createRenderer({ syntaxHighlight: false });
const container = await AstroContainer.create();
container.addServerRenderer({ name: 'astro:jsx', renderer: mdxRenderer });

/**
 * A file's body as sections. Plain Markdown is rendered straight from the file; a body with author components goes
 * through Astro's MDX.
 */
export function renderBody(name: 'examples' | 'points' | 'documents' | 'pages', id: string): Promise<Body> {
	const body = `${name}/${id}`;
	noteBody(body);
	let rendering = renderings.get(body);
	if (!rendering) renderings.set(body, (rendering = renderAnew(name, id)));
	return rendering;
}

/** Bodies stand on their own page and in booklets. In `astro dev` this module is read again when a file has changed. */
const renderings = new Map<string, Promise<Body>>();

async function renderAnew(name: 'examples' | 'points' | 'documents' | 'pages', id: string): Promise<Body> {
	const entry = await getEntry(name, id);
	if (!entry?.filePath) throw new Error(`No entry ${id} in ${name}`);
	return splitSections(withSeenDates(await renderFile(entry, entry.filePath), entry.data.reviewed));
}

async function renderFile(
	entry: CollectionEntry<'examples' | 'points' | 'documents' | 'pages'>,
	file: string,
): Promise<string> {
	if ('deferredRender' in entry && entry.deferredRender) {
		const { Content } = await render(entry);
		return container.renderToString(Content, { props: { components: authorComponents } });
	}
	const body = splitFrontmatter(read(file))?.body ?? '';
	return (await plain.render(body, { frontmatter: {} })).code;
}
