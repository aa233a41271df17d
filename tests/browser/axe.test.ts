/** axe on every page that is built: light, dark and forced colours, at 320 px, with everything folded out. */
import { expect, type Page, test } from '@playwright/test';
import { EXAMINED, FAULT } from '../../src/tools/axe-report.ts';
import { AXE, examine, openAll } from '../support/axe.ts';
import { PAGE_TYPES, pages } from '../support/site.ts';

/** Small enough for one test, also on a busy machine. */
const CHUNK = 15;

/** Examines each page, and writes down what was examined and found for `npm run matvarden`. */
async function faultsOn(page: Page, paths: readonly string[]): Promise<string[]> {
	test.slow();
	const found: string[] = [];
	for (const path of paths) {
		await page.goto(path);
		await openAll(page);
		found.push(...(await examine(page)).map((line) => `${path} ${line}`));
	}
	const { annotations } = test.info();
	annotations.push(...paths.map((description) => ({ type: EXAMINED, description })));
	annotations.push(...found.map((description) => ({ type: FAULT, description })));
	return found;
}

// axe is put into the page from outside, which the page's own policy would stop.
test.use({ viewport: { width: 320, height: 800 }, bypassCSP: true });

test.beforeEach(({ context }) => context.addInitScript(AXE));

for (let start = 0; start < pages.length; start += CHUNK) {
	const chunk = pages.slice(start, start + CHUNK);
	test(`axe finds nothing and leaves nothing open on ${chunk[0]?.path} and the ${chunk.length - 1} pages after it`, async ({
		page,
	}) => {
		expect(
			await faultsOn(
				page,
				chunk.map(({ path }) => path),
			),
		).toEqual([]);
	});
}

test.describe('on a wide screen', () => {
	test.use({ viewport: { width: 1440, height: 900 }, bypassCSP: true });

	test('axe finds nothing and leaves nothing open on any page type', async ({ page }) => {
		expect(await faultsOn(page, PAGE_TYPES)).toEqual([]);
	});
});
