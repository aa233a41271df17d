/**
 * The one door to Astro's content: the catalogue, and the rendered body of one of its files.
 * While a file is broken the catalogue is an error with every problem there is; in `astro dev` it shows in the browser
 * and goes away when the file is mended.
 */
import { setImmediate } from 'node:timers/promises';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { getCollection, render } from 'astro:content';
import mdxRenderer from '@astrojs/mdx/server.js';
import { renderPlain, shownBodies } from './bodies.ts';
import { today } from './clock.ts';
import { loadCatalogue } from './catalogue/load.ts';
import { bodyFile, type WithBody } from './catalogue/places.ts';
import { CatalogueError, errorsOf } from './catalogue/problem.ts';
import { bodyIn } from './catalogue/form.ts';
import { authorComponents } from './components/author/index.ts';
import { listFiles, readText } from './files.ts';
import { receive } from './handover.ts';
import { openOverflow } from './overflow.ts';
import { noteBody, rendered, Watched } from './reuse.ts';
import { type Body, splitSections, withSeenDates } from './sections.ts';

const ROOT = process.cwd();
const read = (file: string) => readText(ROOT, file);

const container = await AstroContainer.create();
container.addServerRenderer({ name: 'astro:jsx', renderer: mdxRenderer });

/** Asking Astro for one that it lacks costs a warning each. */
const compiled = new Map((await getCollection('files')).map((entry) => [entry.id, entry]));

/** Bodies stand on their own page and in booklets. In `astro dev` this module is read again when a file has changed. */
const renderings = openOverflow<Body>();

const handover = receive();

/** A body that has been rendered, here or by the build; the first time somebody asks it may have to be done now. */
async function bodyOf(file: string): Promise<Body> {
	const own = renderings.get(file);
	if (own) return own;
	for (const { name, bytes } of handover?.bodies() ?? []) renderings.put(name, bytes);
	return renderings.get(file) ?? (await renderFile(file));
}

async function renderFile(file: string): Promise<Body> {
	const body = (await renderWithComponents(file)) ?? (await renderPlain(bodyIn(read(file))));
	renderings.set(file, body);
	return body;
}

/** @returns undefined when the body has no components */
async function renderWithComponents(file: string): Promise<Body | undefined> {
	const entry = compiled.get(file);
	if (!entry || !('deferredRender' in entry) || !entry.deferredRender) return undefined;
	const { Content } = await render(entry);
	return splitSections(await container.renderToString(Content, { props: { components: authorComponents } }));
}

/** Renders bodies for as long as there is nothing else to do. @returns how many */
async function renderUntil(arrived: Promise<unknown>): Promise<number> {
	let isOver = false;
	void arrived.finally(() => (isOver = true)).catch(() => undefined);
	let rendered = 0;
	for (const file of shownBodies(ROOT)) {
		// Long enough for what has arrived to be seen.
		await setImmediate();
		if (isOver) break;
		// What is wrong with a file is told by the one who examines it.
		await renderFile(file).catch(() => undefined);
		rendered += 1;
	}
	return rendered;
}

/** The catalogue, noting what is asked of it. Only the build asks what has changed since last time. */
async function openCatalogue(): Promise<Watched> {
	if (handover) {
		const rendered = handover.fromNothing ? await renderUntil(handover.content) : 0;
		const { catalogue, digests } = await handover.content;
		handover.goOn(rendered);
		return new Watched(catalogue, digests);
	}
	const { catalogue, problems } = loadCatalogue(
		{ list: (name) => listFiles(name, ROOT), read },
		{ today: today(), drafts: import.meta.env.DEV },
	);
	if (!catalogue) throw new CatalogueError(errorsOf(problems));
	return new Watched(catalogue, new Map());
}

const watched = await openCatalogue();
rendered.watched = watched;

/** Every question to it is noted, so that the build knows what each page rests on. */
export const { catalogue } = watched;

/** The file that authors copy. */
export const exampleTemplate = read('content/exempel/_mall.mdx');

/**
 * A file's body as sections. Plain Markdown is rendered straight from the file; a body with author components goes
 * through Astro's MDX.
 *
 * @param reviewed the day its links were read
 */
export async function renderBody(name: WithBody, id: string, reviewed: string): Promise<Body> {
	const file = bodyFile(name, id);
	noteBody(file);
	const { lead, sections } = await bodyOf(file);
	const dated = (html: string) => withSeenDates(html, reviewed);
	return { lead: dated(lead), sections: sections.map((section) => ({ ...section, html: dated(section.html) })) };
}
