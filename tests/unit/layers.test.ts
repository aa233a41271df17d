/** Imports point one way. The table is HOUSE's; an import that is not in it fails with the file and what it reached for. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { test } from 'node:test';

/** Layer → the layers it may import from beside itself. Files directly in src/ are layers of their own. */
const MAY: Record<string, readonly string[]> = {
	'swedish.ts': [],
	'site.ts': [],
	'sections.ts': [],
	'clock.ts': [],
	'escape.ts': [],
	catalogue: ['swedish.ts'],
	addresses: ['catalogue'],
	editing: ['catalogue', 'swedish.ts'],
	sources: ['catalogue', 'swedish.ts'],
	proposals: ['catalogue', 'editing', 'escape.ts', 'swedish.ts'],
	search: [],
	'facets.ts': ['catalogue'],
	'figures.ts': ['catalogue'],
	'files.ts': ['catalogue'],
	'overflow.ts': [],
	'pieces.ts': [],
	'parcel.ts': ['pieces.ts'],
	'reuse.ts': ['catalogue'],
	'prerender.ts': ['parcel.ts', 'reuse.ts'],
	'paths.ts': ['catalogue', 'site.ts'],
	'lists.ts': ['site.ts'],
	'wording.ts': ['catalogue', 'swedish.ts'],
	'status.ts': ['catalogue', 'figures.ts', 'paths.ts', 'sources', 'swedish.ts', 'wording.ts'],
	citations: ['catalogue', 'paths.ts', 'site.ts', 'swedish.ts', 'wording.ts'],
	collection: ['catalogue', 'citations', 'escape.ts', 'paths.ts', 'site.ts', 'swedish.ts', 'wording.ts'],
	'markdown.ts': ['catalogue', 'paths.ts', 'sections.ts', 'swedish.ts'],
	'bodies.ts': ['files.ts', 'markdown.ts', 'sections.ts'],
	'loader.ts': ['catalogue', 'files.ts'],
	'content.config.ts': ['loader.ts'],
	'handover.ts': ['catalogue', 'parcel.ts', 'reuse.ts'],
	'content.ts': [
		'bodies.ts',
		'catalogue',
		'clock.ts',
		'components',
		'files.ts',
		'handover.ts',
		'overflow.ts',
		'reuse.ts',
		'sections.ts',
	],
	feeds: [
		'catalogue',
		'citations',
		'figures.ts',
		'lists.ts',
		'paths.ts',
		'site.ts',
		'sources',
		'status.ts',
		'swedish.ts',
		'wording.ts',
	],
	components: [
		'lists.ts',
		'catalogue',
		'clock.ts',
		'feeds',
		'figures.ts',
		'paths.ts',
		'site.ts',
		'status.ts',
		'swedish.ts',
		'wording.ts',
		'citations',
		'scripts',
		'styles',
	],
	layouts: ['addresses', 'catalogue', 'components', 'feeds', 'paths.ts', 'site.ts', 'scripts', 'styles'],
	pages: [
		'catalogue',
		'clock.ts',
		'components',
		'content.ts',
		'facets.ts',
		'feeds',
		'figures.ts',
		'layouts',
		'lists.ts',
		'paths.ts',
		'reuse.ts',
		'sections.ts',
		'site.ts',
		'status.ts',
		'swedish.ts',
		'wording.ts',
		'citations',
		'collection',
		'sources',
		'proposals',
		'styles',
		'scripts',
	],
	scripts: [
		'addresses',
		'catalogue',
		'citations',
		'collection',
		'paths.ts',
		'proposals',
		'search',
		'site.ts',
		'swedish.ts',
		'styles',
	],
	styles: [],
	tools: [
		'bodies.ts',
		'reuse.ts',
		'addresses',
		'catalogue',
		'clock.ts',
		'editing',
		'facets.ts',
		'feeds',
		'search',
		'sources',
		'figures.ts',
		'files.ts',
		'handover.ts',
		'parcel.ts',
		'paths.ts',
		'pieces.ts',
		'site.ts',
		'swedish.ts',
	],
};

/** Packages that only these layers may know. */
const ASTRO_ONLY = ['content.ts', 'content.config.ts', 'loader.ts', 'markdown.ts', 'prerender.ts'];

const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
	/\.(ts|astro|js|css)$/.test(file),
);
const layerOf = (file: string) => file.split('/')[0] as string;
const importsOf = (file: string) =>
	[
		...readFileSync(join('src', file), 'utf8').matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*|@import\s*)['"]([^'"]+)['"]/g),
	].map((match) => match[1] as string);

test('imports point one way', () => {
	const wrong = files.flatMap((file) =>
		importsOf(file)
			.filter((target) => target.startsWith('.'))
			.map((target) => normalize(join(file, '..', target.replace(/\?.*$/, ''))))
			.filter((target) => layerOf(target) !== layerOf(file) && !MAY[layerOf(file)]?.includes(layerOf(target)))
			.map((target) => `${file} → ${target}`),
	);
	assert.deepEqual(wrong, []);
});

test('every layer is in the table, and no page imports a page', () => {
	assert.deepEqual(
		[...new Set(files.map(layerOf))].filter((layer) => !(layer in MAY)),
		[],
	);
	const pages = files.filter((file) => layerOf(file) === 'pages');
	for (const page of pages)
		assert.ok(
			!importsOf(page).some(
				(target) => target.endsWith('.astro') && normalize(join(page, '..', target)).startsWith('pages/'),
			),
		);
});

test('the catalogue knows nothing of Astro, files or addresses', () => {
	const wrong = files
		.filter((file) => layerOf(file) === 'catalogue')
		.flatMap((file) =>
			importsOf(file)
				.filter((target) => /^(astro|node:)/.test(target))
				.map((target) => `${file} → ${target}`),
		);
	assert.deepEqual(wrong, []);
});

test("only the doors know Astro's content layer", () => {
	const wrong = files
		.filter((file) => !ASTRO_ONLY.includes(file))
		.filter((file) => importsOf(file).some((target) => target === 'astro:content' || target.startsWith('astro/')));
	assert.deepEqual(wrong, []);
});

test('nothing imports itself in a circle', () => {
	const graph = new Map(
		files.map((file) => [
			file,
			importsOf(file)
				.filter((t) => t.startsWith('.'))
				.map((t) => normalize(join(file, '..', t.replace(/\?.*$/, '')))),
		]),
	);
	const state = new Map<string, 'open' | 'done'>();
	const visit = (file: string, trail: string[]): void => {
		if (state.get(file) === 'done' || !graph.has(file)) return;
		assert.notEqual(state.get(file), 'open', [...trail, file].join(' → '));
		state.set(file, 'open');
		for (const next of graph.get(file) ?? []) visit(next, [...trail, file]);
		state.set(file, 'done');
	};
	for (const file of files) visit(file, []);
});
