/** Searching with Pagefind in a real browser. */
import { expect, test } from '@playwright/test';

const hits = '#traffar > li';

test('finds by word while typing and says how many', async ({ page }) => {
	await page.goto('/sok/');
	await page.getByRole('searchbox').fill('rykten');
	await expect(page.locator(hits).first()).toContainText('ykte');
	await expect(page.getByRole('status')).toHaveText(/^\d+ träffar på ”rykten”/);
	await expect(page).toHaveURL(/q=rykten/);
	await expect(page.locator('#traffar mark').first()).toBeVisible();
});

test('finds with and without the dots over å ä ö', async ({ page }) => {
	const count = async (query: string) => {
		await page.goto(`/sok/?q=${query}`);
		await expect(page.locator('#traffar')).toHaveAttribute('data-q', query);
		return page.locator(hits).count();
	};
	expect(await count('ungdomsråd')).toBe(await count('ungdomsrad'));
});

test('an address with a query shows its hits, and a hit leads to the page', async ({ page }) => {
	await page.goto('/sok/?q=antiryktesnätverk');
	await page.locator('a[data-traff]').first().click();
	await expect(page).toHaveURL('/exempel/botkyrka-antiryktesnatverk/');
});

test('says so when nothing is found, and leads on', async ({ page }) => {
	await page.goto('/sok/?q=xyzzyq');
	await expect(page.getByRole('status')).toHaveText(/^Inga träffar på ”xyzzyq”/);
	await expect(page.locator(hits)).toHaveCount(0);
	await expect(page.getByText('Bläddra i stället')).toBeVisible();
});

test('says so when the index is missing, and breaks nothing', async ({ page }) => {
	await page.route('**/pagefind/**', (route) => route.abort());
	await page.goto('/sok/?q=rykten');
	await expect(page.getByRole('status')).toHaveText(/^Sökningen gick inte att ladda/);
	await expect(page.getByRole('link', { name: 'Alla exempel' })).toBeVisible();
});

test('the field in the header leads to the hits', async ({ page }) => {
	await page.setViewportSize({ width: 1440, height: 900 });
	await page.goto('/om/');
	await page.getByLabel('Sök i Tiopunkten').fill('samråd');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/sok\/\?q=samr/);
	await expect(page.locator(hits).first()).toBeVisible();
});

test('a query that looks like HTML stays text', async ({ page }) => {
	await page.goto(`/sok/?q=${encodeURIComponent('<img src=x onerror=alert(1)>')}`);
	await expect(page.getByRole('status')).toContainText('<img src=x');
	await expect(page.locator('main img')).toHaveCount(0);
});
