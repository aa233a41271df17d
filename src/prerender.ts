/**
 * Astro's own page renderer, which leaves out the pages that would come out as they are in the published site, and hands
 * the others to the build (src/tools/build.ts). Does nothing unless the build says where its memory lies.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { AstroIntegration, AstroPrerenderer } from 'astro';
import { fillParcel } from './parcel.ts';
import { type Ledger, openLedger, rendered } from './reuse.ts';

const trim = (path: string) => path.replace(/^\/+|\/+$/g, '');
/** Astro names the error pages in its own way. */
const ERROR_PAGE = /^(?:404|500)$/;
/** Sent in place of a page that stands. */
const AS_IT_WAS = Buffer.alloc(0);

/**
 * @param memory the file that tells what the last build's pages rested on; this build's goes beside it, with `.next`
 * added, and its pages with `.parcel`
 * @param home the address of the start page
 */
export function reusePages(memory: string | undefined, home: string): AstroIntegration {
	/** Pages are rendered here: for each that Astro renders itself, it makes ready to write a file. */
	async function renderPages(standard: AstroPrerenderer, memory: string) {
		const parcel = fillParcel(`${memory}.parcel`);
		const all = await standard.getStaticPaths();
		if (!rendered.watched) throw new Error('No page has opened the catalogue (src/content.ts).');
		const ledger = openLedger(
			rendered.watched,
			existsSync(memory) ? (JSON.parse(readFileSync(memory, 'utf8')) as Ledger) : undefined,
		);
		const left = [];
		for (const page of all) {
			const { pathname, route, cacheKey } = page;
			const path = trim(pathname);
			const address = path === '' || route.type === 'endpoint' ? path : `${path}/`;
			const file = route.type === 'endpoint' ? path : `${address}index.html`;
			const render = async () => {
				const result = await standard.render(new Request(home + address), { routeData: route });
				const response = result instanceof Response ? result : result.response;
				if (response.status !== 200) throw new Error(`/${address} answers ${response.status}.`);
				return Buffer.from(await response.arrayBuffer());
			};
			if (ERROR_PAGE.test(path)) left.push(page);
			else if (cacheKey === undefined) parcel.put(file, await render());
			else if (ledger.stands(file, cacheKey)) parcel.put(file, AS_IT_WAS);
			else parcel.put(file, await ledger.make(file, cacheKey, render));
		}
		parcel.send();
		writeFileSync(`${memory}.next`, JSON.stringify(ledger.close()));
		return left;
	}

	return {
		name: 'tiopunkten-reuse-pages',
		hooks: {
			'astro:build:start': ({ setPrerenderer }) => {
				if (memory)
					setPrerenderer((standard) => ({
						...standard,
						name: 'tiopunkten-reuse-pages',
						getStaticPaths: () => renderPages(standard, memory),
					}));
			},
		},
	};
}
