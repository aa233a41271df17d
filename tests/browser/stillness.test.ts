/** Nothing that a reader sees moves while the page fills in what the address asks for. */
import { expect, type Page, test } from '@playwright/test';

test.use({ viewport: { width: 390, height: 844 } });

interface Shift extends PerformanceEntry {
	readonly value: number;
}

/** How much has moved in a page when its list is done and drawn: the sum of the browser's own scores. */
async function moved(page: Page, path: string): Promise<number> {
	await page.addInitScript(() => {
		const sums = { moved: 0 };
		Object.assign(window, { sums });
		new PerformanceObserver((list) => {
			for (const entry of list.getEntries()) sums.moved += (entry as Shift).value;
		}).observe({ type: 'layout-shift', buffered: true });
	});
	await page.goto(path);
	await page.locator('#traffar[data-ms]').waitFor({ state: 'attached' });
	await expect(page.locator('form.filter')).toBeAttached();
	await page.waitForTimeout(300);
	return page.evaluate(() => (window as unknown as { sums: { moved: number } }).sums.moved);
}

for (const path of ['/sok/?q=rykten', '/sok/?q=diskriminernig', '/exempel/?punkt=7', '/punkt/7/?kommun=malmo'])
	test(`${path} stands still`, async ({ page }) => {
		expect(await moved(page, path)).toBeLessThanOrEqual(0.01);
	});
