// @ts-check
import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import mdx from '@astrojs/mdx';
import { defineConfig, logHandlers } from 'astro/config';
import { markdown } from './src/markdown.ts';
import { reusePages } from './src/prerender.ts';
import { SITE } from './src/site.ts';

/**
 * In `astro dev` the search reads the last built index; without one the search page says how to get it.
 * @type {import('astro').AstroIntegration}
 */
const searchInDev = {
	name: 'tiopunkten-search-in-dev',
	hooks: {
		'astro:server:setup': ({ server }) => {
			server.middlewares.use((request, response, next) => {
				const path = /\/(pagefind\/[\w./-]+|sok\/ord[\w.-]*\.json)(?:\?|$)/.exec(request.url ?? '')?.[1];
				const file = path && !path.includes('..') && join('dist', path);
				if (!file || !existsSync(file)) return next();
				response.setHeader('content-type', file.endsWith('.js') ? 'text/javascript' : 'application/octet-stream');
				createReadStream(file).pipe(response);
			});
		},
	},
};

/**
 * Vite's helper for `import()` weighs as much as all the script that a reading page needs, and does nothing for modules
 * without styles of their own but to ask for their parts a moment earlier. Nor is it told which those are.
 * @type {import('vite').Plugin}
 */
const plainImports = {
	name: 'tiopunkten-plain-imports',
	enforce: 'pre',
	configEnvironment: () => ({ build: { modulePreload: false } }),
	load: (id) => (id.endsWith('vite/preload-helper.js') ? 'export const __vitePreload = (load) => load()' : undefined),
};

const base = (process.env['TIOPUNKTEN_BASE'] ?? '/').replace(/\/?$/, '/');

export default defineConfig({
	site: SITE.origin,
	// Where the build goes before it is whole, and the folder it will be served below (src/tools/build.ts).
	outDir: process.env['TIOPUNKTEN_OUT'] ?? './dist',
	// Of its own for each copy of the project; the copies that tests build share node_modules.
	cacheDir: './.cache/astro',
	base,
	trailingSlash: 'always',
	integrations: [mdx(), searchInDev, reusePages(process.env['TIOPUNKTEN_MEMORY'], SITE.origin + base)],
	markdown: { processor: markdown, syntaxHighlight: false },
	// The default ('jsx') drops the space at a line break between two inline elements.
	compressHTML: true,
	devToolbar: { enabled: false },
	// Two lines for each page take time, and the build shows nothing of them unless it fails.
	...(process.env['TIOPUNKTEN_MEMORY'] && { logger: logHandlers.node({ level: 'warn' }) }),
	build: { inlineStylesheets: 'never', concurrency: 16 },
	vite: {
		worker: { format: 'es' },
		// Astro's own name for the script stands on every page and is as long as a line.
		environments: {
			client: { build: { rolldownOptions: { output: { entryFileNames: '_astro/[hash].js' } } } },
		},
		plugins: [plainImports],
		build: {
			assetsInlineLimit: 0,
			// The packages in the browser's files; the build takes it away and writes the notices (src/tools/notices.ts).
			license: { fileName: 'licenses.json' },
			// The build starts with an empty folder and writes other files there at the same time.
			emptyOutDir: !process.env['TIOPUNKTEN_OUT'],
			// Every browser with light-dark() and nothing older, so that colours are not rewritten.
			cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
			rolldownOptions: {
				onwarn(warning, warn) {
					// Astro's own marker in MDX modules; harmless, one for every file.
					if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
				},
			},
		},
	},
});
