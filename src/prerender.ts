/**
 * Astro's own page renderer, which leaves out the pages that would come out as they are in the published site, and hands
 * the others to the build (src/tools/build.ts). Does nothing unless the build says where its memory lies.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { AstroIntegration } from 'astro';
import { fillParcel } from './parcel.ts';
import { type BuildRecord, noting, type PageRecord, rendered } from './reuse.ts';

const trim = (path: string) => path.replace(/^\/+|\/+$/g, '');
const ERROR_PAGE = /^(?:404|500)$/;
/** An answer without a body leaves Astro nothing to write. */
const DONE = new Response(null);

/**
 * @param memory the file that holds the last build's record; this build's goes beside it, with `.next` added, and its
 * pages with `.pages`
 */
export function reusePages(memory: string | undefined, base: string): AstroIntegration {
	const pages: Record<string, PageRecord> = {};
	const kept: string[] = [];
	const keys = new Map<string, string>();
	return {
		name: 'tiopunkten-reuse-pages',
		hooks: {
			'astro:build:start': ({ setPrerenderer }) => {
				if (!memory) return;
				const parcel = fillParcel(`${memory}.pages`);
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
						const asked = [...questions].sort();
						pages[path] = {
							key: keys.get(path),
							questions: asked,
							answer: rendered.watched?.answer(asked) ?? '',
						};
						// Astro names the error pages in its own way.
						if (status !== 200 || !request.url.endsWith('/') || ERROR_PAGE.test(path))
							return new Response(html, { status, headers });
						parcel.put(path, html);
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
