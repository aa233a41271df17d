/** What a page asks for and how still it stands while it comes, by a real nginx with compressed copies as on a server. */
import { expect, type Page, test } from '@playwright/test';
import { serveWithNginx } from '../support/nginx.ts';
import { PAGE_TYPES } from '../support/site.ts';

/** The page, its styles, the font and one module. */
const MOST = 5;
/** Pages with a tool in them: it comes when the page stands there, and the page's text does not wait for it. */
const TOOLS = ['/exempel/', '/sok/', '/gammal-adress/', '/samling/', '/bidra/foresla/'];
/** The style for paper comes last and only for a printer; the icon is the browser's own and not part of the page. */
const NOT_SEEN = /\/(print\.[^/]+\.css|ikon\.svg)$/;

let nginx: Awaited<ReturnType<typeof serveWithNginx>>;
test.beforeAll(async () => {
	nginx = await serveWithNginx('.');
});
test.afterAll(() => nginx.stop());

const addressOf = (path: string) => nginx.origin + (path === '/404.html' ? '/finns-inte/' : path);

/** Everything that moves by itself from now on, on every page. */
async function watchShifts(page: Page) {
	await page.addInitScript(() => {
		const shifts: string[] = [];
		Object.assign(globalThis, { shifts });
		interface Shift extends PerformanceEntry {
			readonly value: number;
			readonly hadRecentInput: boolean;
			readonly sources: readonly { readonly node: Element | null }[];
		}
		new PerformanceObserver((list) => {
			for (const { value, hadRecentInput, sources } of list.getEntries() as Shift[])
				if (!hadRecentInput)
					shifts.push(`${value.toFixed(4)} ${sources.map(({ node }) => node?.parentElement?.className).join(', ')}`);
		}).observe({ type: 'layout-shift', buffered: true });
	});
}

for (const [width, height] of [
	[390, 844],
	[1440, 900],
] as const)
	test(`at ${width} px no page type asks for more than it should, and nothing on it moves`, async ({ browser }) => {
		const context = await browser.newContext({ viewport: { width, height } });
		const page = await context.newPage();
		// A reader who comes for the first time: nothing is kept from the page before.
		const network = await context.newCDPSession(page);
		await network.send('Network.enable');
		await network.send('Network.setCacheDisabled', { cacheDisabled: true });
		await watchShifts(page);
		let asked: string[] = [];
		page.on('request', (request) => asked.push(new URL(request.url()).pathname));
		const wrong: string[] = [];
		for (const path of PAGE_TYPES) {
			asked = [];
			const isTool = TOOLS.includes(path);
			await page.goto(addressOf(path), { waitUntil: isTool ? 'networkidle' : 'load' });
			// What the page's own script asks for or moves, it does at once.
			await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50))));
			const seen = asked.filter((address) => !NOT_SEEN.test(address));
			if (!isTool && seen.length > MOST) wrong.push(`${path} asks for ${seen.join(' ')}`);
			const shifts = await page.evaluate(() => (globalThis as unknown as { shifts: string[] }).shifts);
			wrong.push(...shifts.map((shift) => `${path} moves: ${shift}`));
		}
		await context.close();
		expect(wrong).toEqual([]);
	});

test('without script every page type asks for four files at most, and a page with a tool for no more', async ({
	browser,
}) => {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	let asked: string[] = [];
	page.on('request', (request) => asked.push(new URL(request.url()).pathname));
	for (const path of PAGE_TYPES) {
		asked = [];
		await page.goto(addressOf(path));
		expect(asked.filter((address) => address.endsWith('.js'))).toEqual([]);
		expect(asked.filter((address) => !NOT_SEEN.test(address)).length, path).toBeLessThanOrEqual(4);
		await expect(page.getByRole('heading', { level: 1 })).toBeAttached();
	}
	await context.close();
});
