/**
 * Astro's own page renderer, which leaves out the pages that would come out as they are in the published site, and writes
 * the others itself: one file at a time straight to the disk takes half as long as Astro's way there. Does nothing unless the build (src/tools/build.ts) says where its memory lies.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { type BuildRecord, noting, type PageRecord, rendered } from './reuse.ts';

const trim = (path: string) => path.replace(/^\/+|\/+$/g, '');
/** What Pagefind reads. */
const INDEXED = /<main[^>]*\sdata-pagefind-body[\s\S]*<\/main>/;

const ERROR_PAGE = /^(?:404|500)$/;
/** An answer without a body leaves Astro nothing to write. */
const DONE = new Response(null);

/** @param memory the file that holds the last build's record; this build's goes beside it, with `.next` added */
export function reusePages(memory: string | undefined, base: string): AstroIntegration {
	const pages: Record<string, PageRecord> = {};
	const kept: string[] = [];
	const keys = new Map<string, string>();
	let folder = '';
	return {
		name: 'tiopunkten-reuse-pages',
		hooks: {
			'astro:config:done': ({ config }) => {
				folder = fileURLToPath(config.outDir);
			},
			'astro:build:start': ({ setPrerenderer }) => {
				if (!memory) return;
				setPrerenderer((standard) => ({
					...standard,
					name: 'tiopunkten-reuse-pages',
					async getStaticPaths() {
						const before = existsSync(memory) ? (JSON.parse(readFileSync(memory, 'utf8')) as BuildRecord).pages : {};
						const all = [...(await standard.getStaticPaths())];
						const { watched } = rendered;
						return all.filter(({ pathname, cacheKey }) => {
							if (cacheKey === undefined || !watched) return true;
							const path = trim(pathname);
							const page = before[path];
							if (page?.key === cacheKey && watched.answer(page.questions) === page.answer) {
								pages[path] = page;
								kept.push(path);
								return false;
							}
							keys.set(path, cacheKey);
							return true;
						});
					},
					async render(request, options) {
						const questions = new Set<string>();
						const { html, status, headers } = await noting(questions, async () => {
							const result = await standard.render(request, options);
							const response = result instanceof Response ? result : result.response;
							// Read here, so that what is asked while the page streams is noted too.
							return {
								html: Buffer.from(await response.arrayBuffer()),
								status: response.status,
								headers: response.headers,
							};
						});
						const path = trim(decodeURI(new URL(request.url).pathname).slice(base.length - 1));
						// Read as bytes: only whether they are the same counts.
						const indexed = INDEXED.exec(html.toString('latin1'))?.[0];
						const asked = [...questions].sort();
						pages[path] = {
							key: keys.get(path),
							questions: asked,
							answer: rendered.watched?.answer(asked) ?? '',
							indexed: indexed && hash('sha1', indexed, 'base64'),
						};
						// Astro names the error pages in its own way.
						if (status !== 200 || !request.url.endsWith('/') || ERROR_PAGE.test(path))
							return new Response(html, { status, headers });
						mkdirSync(`${folder}${path}`, { recursive: true });
						writeFileSync(`${folder}${path}/index.html`, html);
						return DONE;
					},
				}));
			},
			'astro:build:done': () => {
				if (memory) writeFileSync(`${memory}.next`, JSON.stringify({ pages, kept } satisfies BuildRecord));
			},
		},
	};
}
