/**
 * Astro's own page renderer, which leaves out the pages that would come out as they are in the published site, and hands
 * the others to the build (src/tools/build.ts). Does nothing unless the build says where its memory lies.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { AstroIntegration, AstroPrerenderer } from 'astro';
import { fillParcel } from './parcel.ts';
import { type BuildRecord, noting, type PageRecord, rendered } from './reuse.ts';

const trim = (path: string) => path.replace(/^\/+|\/+$/g, '');
/** Astro names the error pages in its own way. */
const ERROR_PAGE = /^(?:404|500)$/;
const NOTHING: BuildRecord = { pages: {}, answers: [], kept: [] };

type Route = Parameters<AstroPrerenderer['render']>[1]['routeData'];

/**
 * @param memory the file that holds the last build's record; this build's goes beside it, with `.next` added, and its
 * pages with `.pages`
 * @param home the address of the start page
 */
export function reusePages(memory: string | undefined, home: string): AstroIntegration {
	const pages: Record<string, PageRecord> = {};
	const kept: string[] = [];
	/** Every question that has been asked, and its place. */
	const places = new Map<string, number>();
	const placeOf = (question: string) => {
		let place = places.get(question);
		if (place === undefined) places.set(question, (place = places.size));
		return place;
	};

	/** Renders a page, and notes what it asks. */
	async function render(standard: AstroPrerenderer, path: string, routeData: Route, questions: Set<string>) {
		return noting(questions, async () => {
			const result = await standard.render(new Request(`${home}${path && `${path}/`}`), { routeData });
			const response = result instanceof Response ? result : result.response;
			if (response.status !== 200) throw new Error(`/${path} svarar ${response.status}.`);
			// Read here, so that what is asked while the page streams is noted too.
			return Buffer.from(await response.arrayBuffer());
		});
	}

	return {
		name: 'tiopunkten-reuse-pages',
		hooks: {
			'astro:build:start': ({ setPrerenderer }) => {
				if (!memory) return;
				const before = existsSync(memory) ? (JSON.parse(readFileSync(memory, 'utf8')) as BuildRecord) : NOTHING;
				setPrerenderer((standard) => ({
					...standard,
					name: 'tiopunkten-reuse-pages',
					/** Pages are rendered here: for each that Astro renders itself, it makes ready to write a file. */
					async getStaticPaths() {
						const parcel = fillParcel(`${memory}.pages`);
						const all = await standard.getStaticPaths();
						const stands = before.answers.map(([question, answer]) => rendered.watched?.answer(question) === answer);
						const left = [];
						for (const page of all) {
							const { pathname, route, cacheKey: key } = page;
							const path = trim(pathname);
							const earlier = before.pages[path];
							if (key !== undefined && earlier?.key === key && earlier.asked.every((place) => stands[place])) {
								kept.push(path);
								const asked = earlier.asked.map((place) => placeOf(before.answers[place]?.[0] as string));
								pages[path] = { ...earlier, asked };
							} else if (route.type === 'page' && !ERROR_PAGE.test(path)) {
								const questions = new Set<string>();
								parcel.put(path, await render(standard, path, route, questions));
								pages[path] = { key, asked: [...questions].map(placeOf) };
							} else left.push(page);
						}
						return left;
					},
				}));
			},
			'astro:build:done': () => {
				if (!memory) return;
				const answers = [...places.keys()].map(
					(question) => [question, rendered.watched?.answer(question) ?? ''] as const,
				);
				writeFileSync(`${memory}.next`, JSON.stringify({ pages, answers, kept } satisfies BuildRecord));
			},
		},
	};
}
