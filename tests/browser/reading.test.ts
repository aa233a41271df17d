/** Reading, browsing and finding, as an official does it. */
import { expect, test } from '@playwright/test';
import { PAGE_TYPES } from '../support/site.ts';

test('no page type asks for anything outside the site, stores anything or logs an error', async ({
	page,
	context,
	baseURL,
}) => {
	const outside: string[] = [];
	const errors: string[] = [];
	page.on('request', (request) => !request.url().startsWith(baseURL as string) && outside.push(request.url()));
	page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
	page.on('pageerror', (error) => errors.push(error.message));
	for (const path of PAGE_TYPES.filter((type) => type !== '/404.html'))
		await page.goto(path, { waitUntil: 'networkidle' });
	expect(outside).toEqual([]);
	expect(errors).toEqual([]);
	expect(await context.cookies()).toEqual([]);
	expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
});

test('from the start page to an example by its point, and on to its municipality', async ({ page }) => {
	await page.goto('/');
	await page.getByRole('link', { name: /Stöd personer som blivit utsatta/ }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Stöd personer/);
	await page.locator('#exempel .ex').first().getByRole('heading').getByRole('link').click();
	await expect(page).toHaveURL(/\/exempel\/[a-z0-9-]+\/$/);
	await expect(page.getByText('Vad som gjordes').first()).toBeVisible();
	await page.locator('.kick a').first().click();
	await expect(page).toHaveURL(/\/kommun\/[a-z0-9-]+\/$/);
});

test('a link to a fixed section opens the page at it', async ({ page }) => {
	await page.goto('/exempel/botkyrka-antiryktesnatverk/#resultat');
	await expect(page.locator('#resultat')).toBeInViewport();
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('every page type shows its content, the menu opens and citations can be read', async ({ page }) => {
		for (const path of PAGE_TYPES) {
			await page.goto(path);
			await expect(page.getByRole('heading', { level: 1 })).toBeAttached();
			expect((await page.locator('main').innerText()).length).toBeGreaterThan(60);
		}
		await page.setViewportSize({ width: 390, height: 800 });
		await page.goto('/exempel/botkyrka-antiryktesnatverk/');
		await page.getByRole('button', { name: 'Meny' }).click();
		await expect(page.getByRole('link', { name: 'Kommuner', exact: true })).toBeVisible();
		await page.keyboard.press('Escape');
		await page.getByText('Fotnot', { exact: false }).first().click();
		await expect(page.locator('#hanvisning-fotnot')).toContainText('granskad 22 november 2026');
	});

	test('the search page says so and leads on', async ({ page }) => {
		await page.goto('/sok/?q=rykten');
		await expect(page.getByText('Sökningen kräver JavaScript.')).toBeVisible();
		await expect(page.getByText('Nyast i katalogen')).toBeVisible();
		await page
			.locator('.browse-instead')
			.getByRole('link', { name: /7 Boende/ })
			.click();
		await expect(page).toHaveURL('/punkt/7/');
	});
});

test('the chosen theme is kept from page to page, and nothing is kept before', async ({ page }) => {
	await page.goto('/');
	expect(await page.evaluate(() => localStorage.length)).toBe(0);
	await page.locator('.tema label[title=Mörkt]').click();
	const dark = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
	await page.goto('/om/');
	expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(dark);
	await expect(page.locator('.tema input[value=morkt]')).toBeChecked();
});

test('an address that is not there is answered by a page that leads on', async ({ page }) => {
	const response = await page.goto('/exempel/finns-inte/');
	expect(response?.status()).toBe(404);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sidan finns inte');
	await expect(page.locator('main .flik')).toHaveCount(10);
});

test('paper gets the text, the tab and the whole addresses of the sources, not the navigation', async ({ page }) => {
	await page.goto('/exempel/botkyrka-antiryktesnatverk/');
	await page.emulateMedia({ media: 'print' });
	await expect(page.locator('.top .url')).toBeVisible();
	await expect(page.locator('.top .url')).toHaveText('tiopunkten.se/exempel/botkyrka-antiryktesnatverk');
	for (const hidden of ['#meny', '.foot', '.acts', '.crumbs', '.reg li:not(:has([aria-current]))'])
		await expect(page.locator(hidden).first()).toBeHidden();
	await expect(page.locator('.reg [aria-current]')).toBeVisible();
	expect(
		await page
			.locator('.kalla a')
			.first()
			.evaluate((node) => getComputedStyle(node, '::after').content),
	).toContain('https://skl.se/');
	expect((await page.pdf()).length).toBeGreaterThan(10_000);
});
