/**
 * The one door to Astro's content: the catalogue, and the rendered body of one of its files.
 * While a file is broken the catalogue is an error with every problem there is; in `astro dev` it shows in the browser
 * and goes away when the file is mended.
 */
import { hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { getCollection, render } from 'astro:content';
import mdxRenderer from '@astrojs/mdx/server.js';
import { today } from './clock.ts';
import { buildCatalogue, type Catalogue } from './catalogue/catalogue.ts';
import { COLLECTIONS } from './catalogue/collections.ts';
import { loadCatalogue, placeProblem } from './catalogue/load.ts';
import { CatalogueError, errorsOf } from './catalogue/problem.ts';
import { splitFrontmatter } from './catalogue/form.ts';
import { authorComponents } from './components/author/index.ts';
import { listFiles, readText } from './files.ts';
import { receive } from './handover.ts';
import { markdown, renderQuickly } from './markdown.ts';
import { openOverflow } from './overflow.ts';
import { noteBody, rendered, Watched } from './reuse.ts';
import { type Body, splitSections, withSeenDates } from './sections.ts';

const ROOT = process.cwd();
const read = (file: string) => readText(ROOT, file);
const options = { today: today(), drafts: import.meta.env.DEV };

async function openCatalogue(): Promise<Catalogue> {
	const entries = await receive();
	if (entries) {
		const built = buildCatalogue(entries, options);
		if ('problems' in built) throw new CatalogueError(built.problems.map((problem) => placeProblem(problem, read)));
		return built.catalogue;
	}
	const { catalogue, problems } = loadCatalogue({ list: (name) => listFiles(name, ROOT), read }, options);
	if (!catalogue) throw new CatalogueError(errorsOf(problems));
	return catalogue;
}

type WithBody = 'examples' | 'points' | 'documents' | 'pages';
const fileOf = (name: WithBody, id: string) => `content/${COLLECTIONS[name].path}/${id}.mdx`;

/** What identifies the text of the files that have been rendered, so that none is read again for it. */
const digests = new Map<string, string>();

const watched = new Watched(await openCatalogue(), (body) => {
	const [name, id] = body.split('/') as [WithBody, string];
	const file = fileOf(name, id);
	return digests.get(file) ?? (existsSync(file) ? hash('sha1', read(file)) : undefined);
});
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
 *
 * @param reviewed the day its links were read
 */
export async function renderBody(name: WithBody, id: string, reviewed: string): Promise<Body> {
	const body = `${name}/${id}`;
	noteBody(body);
	let rendering = renderings.get(body);
	if (!rendering) renderings.set(body, (rendering = await renderFile(fileOf(name, id), reviewed)));
	return rendering;
}

/** Bodies stand on their own page and in booklets. In `astro dev` this module is read again when a file has changed. */
const renderings = openOverflow<Body>();

async function renderFile(file: string, reviewed: string): Promise<Body> {
	return splitSections(withSeenDates((await renderWithComponents(file)) ?? (await renderPlain(file)), reviewed));
}

async function renderPlain(file: string): Promise<string> {
	const text = read(file);
	digests.set(file, hash('sha1', text));
	const body = splitFrontmatter(text)?.body ?? '';
	return renderQuickly(body) ?? (await plain.render(body, { frontmatter: {} })).code;
}

/** Asking Astro for one that it lacks costs a warning each. */
const compiled = new Map((await getCollection('files')).map((entry) => [entry.id, entry]));

/** @returns undefined when the body has no components */
async function renderWithComponents(file: string): Promise<string | undefined> {
	const entry = compiled.get(file);
	if (!entry || !('deferredRender' in entry) || !entry.deferredRender) return undefined;
	const { Content } = await render(entry);
	return container.renderToString(Content, { props: { components: authorComponents } });
}
