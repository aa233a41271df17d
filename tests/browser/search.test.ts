/** Searching in a real browser: the search page, the filtered lists and the header's field. */
import { expect, type Page, test } from '@playwright/test';

const hits = '#traffar > li';

/** Waits until the list says that it is done. */
async function answered(page: Page, query: string) {
	await expect(page.locator('#traffar')).toHaveAttribute('data-q', query, { timeout: 20_000 });
}

test.describe('the search page', () => {
	test('finds while typing, says how many, and marks all that matched', async ({ page }) => {
		await page.goto('/sok/');
		await page.getByRole('searchbox').fill('rykten');
		await answered(page, 'rykten');
		await expect(page.locator('a[data-traff]').first()).toHaveAttribute('href', '/exempel/botkyrka-antiryktesnatverk/');
		await expect(page.getByRole('status')).toHaveText(/^\d+ träffar på ”rykten”/);
		await expect(page).toHaveURL(/q=rykten/);
		await expect(page.locator('#traffar mark', { hasText: 'Antiryktesnätverk' }).first()).toBeVisible();
		await expect(page.locator('#traffar mark', { hasText: 'Ryktena' }).first()).toBeVisible();
		expect(Number(await page.locator('#traffar').getAttribute('data-ms'))).toBeGreaterThan(0);
	});

	test('an address with a query and filters shows its hits', async ({ page }) => {
		await page.goto('/sok/?q=diskriminering&punkt=7&kommun=malmo&typ=exempel');
		await answered(page, 'diskriminering');
		for (const link of await page.locator('a[data-traff]').all())
			expect(await link.getAttribute('href')).toMatch(/^\/exempel\/malmo-/);
		await expect(page.getByRole('button', { name: 'Ta bort filter: Malmö' })).toBeVisible();
	});

	test('facets narrow, their counts follow, and back and forward go between the states', async ({ page }) => {
		await page.goto('/sok/?q=utbildning');
		await answered(page, 'utbildning');
		const before = await page.getByRole('status').textContent();
		const facet = page.getByRole('checkbox', { name: /^8 Utbildning \d+/ });
		const number = /\d+$/.exec((await facet.locator('..').textContent()) ?? '')?.[0];
		await facet.check();
		await expect(page).toHaveURL(/punkt=8/);
		await expect(page.getByRole('status')).toHaveText(new RegExp(`^${number} träff`));
		await page.goBack();
		await expect(page.getByRole('status')).toHaveText(before ?? '');
		await expect(facet).not.toBeChecked();
		await page.goForward();
		await expect(facet).toBeChecked();
		await page.getByRole('link', { name: 'Rensa alla' }).click();
		await expect(page.getByRole('status')).toHaveText(before ?? '');
	});

	test('without a word it is the whole catalogue, filtered and sorted', async ({ page }) => {
		await page.goto('/sok/?typ=exempel&kommun=lund&ordning=nyast');
		await answered(page, '');
		await expect(page.getByRole('status')).toHaveText(/^\d+ sidor med valda filter/);
		for (const link of await page.locator('a[data-traff]').all())
			expect(await link.getAttribute('href')).toMatch(/^\/exempel\//);
	});

	test('goes to the second page of hits and back', async ({ page }) => {
		await page.goto('/sok/?q=diskriminering');
		await answered(page, 'diskriminering');
		const first = await page.locator('a[data-traff]').first().textContent();
		await page.getByRole('link', { name: 'Nästa' }).click();
		await expect(page).toHaveURL(/sida=2/);
		await expect(page.locator('a[data-traff]').first()).not.toHaveText(first ?? '');
		await page.goBack();
		await expect(page.locator('a[data-traff]').first()).toHaveText(first ?? '');
	});

	test('says what it searched for when a word was misspelt, and searches for the word as typed', async ({ page }) => {
		await page.goto('/sok/?q=diskriminernig');
		await answered(page, 'diskriminernig');
		await expect(page.getByText('Visar träffar för diskriminering')).toBeVisible();
		await page.getByRole('link', { name: 'diskriminernig' }).click();
		await expect(page).toHaveURL(/exakt/);
		await expect(page.getByRole('status')).toHaveText(/^Inga träffar/);
	});

	test('says so when nothing is found, and leads on', async ({ page }) => {
		await page.goto('/sok/?q=xyzzyq');
		await answered(page, 'xyzzyq');
		await expect(page.getByRole('status')).toHaveText('Inga träffar på ”xyzzyq”');
		await expect(page.locator(hits)).toHaveCount(0);
		await expect(page.getByText('Ingen sida handlar om ”xyzzyq”')).toBeVisible();
		await expect(page.getByRole('link', { name: /Tipsa oss/ })).toBeVisible();
		await expect(page.getByText('Bläddra i stället')).toBeVisible();
	});

	test('a hit in a section leads to the section', async ({ page }) => {
		await page.goto('/sok/?q=medling');
		await answered(page, 'medling');
		const sub = page.locator('#traffar .sub').first();
		const target = (await sub.getAttribute('href')) ?? '';
		expect(target).toMatch(/#[a-z-]+$/);
		await page.goto(target);
		await expect(page.locator(`#${target.split('#')[1]}`)).toBeVisible();
	});

	test('works with the keyboard alone', async ({ page }) => {
		await page.goto('/sok/');
		await page.keyboard.press('/');
		await expect(page.getByRole('searchbox')).toBeFocused();
		await page.keyboard.type('samråd');
		// Before the page has its script, Enter would send the form to a page anew, where nothing has focus.
		await answered(page, 'samråd');
		await page.keyboard.press('Enter');
		await answered(page, 'samråd');
		await page.keyboard.press('ArrowDown');
		await expect(page.locator('a[data-traff]').first()).toBeFocused();
		await page.keyboard.press('ArrowDown');
		await expect(page.locator('a[data-traff]').nth(1)).toBeFocused();
		await page.keyboard.press('Escape');
		await expect(page.getByRole('searchbox')).toBeFocused();
	});

	test('the key can be turned off, and stays off', async ({ page }) => {
		await page.goto('/sok/');
		await page.getByLabel('Tangenten / går till sökfältet').uncheck();
		await page.reload();
		await page.keyboard.press('/');
		await expect(page.getByRole('searchbox')).not.toBeFocused();
	});

	test('fits in 320 pixels, with the filters in a sheet of their own', async ({ page }) => {
		await page.setViewportSize({ width: 320, height: 640 });
		await page.goto('/sok/?q=bostad');
		await answered(page, 'bostad');
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
		await page.getByRole('button', { name: 'Filtrera' }).click();
		await page.getByRole('checkbox', { name: /^7 Boende/ }).check();
		await page.getByRole('button', { name: /^Visa \d+ träff/ }).click();
		await expect(page).toHaveURL(/punkt=7/);
	});

	test('a query that looks like HTML stays text', async ({ page }) => {
		await page.goto(`/sok/?q=${encodeURIComponent('<img src=x onerror=alert(1)>')}`);
		await expect(page.getByRole('status')).toContainText('<img src=x');
		await expect(page.locator('main img')).toHaveCount(0);
	});

	test('says so when the index is missing, and tries again', async ({ page }) => {
		await page.route('**/pagefind/**', (route) => route.abort());
		await page.goto('/sok/?q=rykten');
		await expect(page.getByRole('status')).toHaveText(/^Sökningen gick inte att ladda/);
		await expect(page.getByRole('link', { name: 'Alla exempel' })).toBeVisible();
		await expect(page.getByRole('button', { name: 'Försök igen' })).toBeVisible();
	});

	test('a slow index is waited for, and an older answer never replaces a newer one', async ({ page }) => {
		await page.route('**/*.pf_index', async (route) => {
			await new Promise((resolve) => setTimeout(resolve, 700));
			await route.continue();
		});
		await page.goto('/sok/?q=rykten');
		await expect(page.getByRole('status')).toHaveText('Söker …');
		await page.getByRole('searchbox').fill('snubbelstenar');
		await answered(page, 'snubbelstenar');
		await page.waitForTimeout(1_000);
		await answered(page, 'snubbelstenar');
		await expect(page.locator('a[data-traff]').first()).toHaveAttribute('href', '/exempel/uppsala-snubbelstenar/');
	});
});

test.describe('lists', () => {
	test('the list of examples is filtered on the reader’s demand, and is plain until then', async ({ page }) => {
		const asked: string[] = [];
		page.on('request', (request) => asked.push(request.url()));
		await page.goto('/exempel/');
		await expect(page.locator('.still')).toBeVisible();
		expect(asked.filter((url) => url.includes('pagefind'))).toEqual([]);
		await page.getByRole('button', { name: 'Filtrera listan' }).click();
		await page.getByRole('checkbox', { name: /^7 Boende/ }).check();
		await expect(page).toHaveURL('/exempel/?punkt=7');
		await expect(page.getByRole('status')).toHaveText(/^\d+ exempel med valda filter/);
		await expect(page.locator('.still')).toBeHidden();
		await page.goBack();
		await expect(page.locator('.still')).toBeVisible();
	});

	test('a point’s list is filtered where it stands, on any of its pages, and the address says how', async ({
		page,
	}) => {
		const asked: string[] = [];
		page.on('request', (request) => asked.push(request.url()));
		await page.goto('/punkt/1/');
		await expect(page.locator('#exempel li.ex').first()).toBeVisible();
		expect(asked.filter((url) => /pagefind|search/.test(url))).toEqual([]);
		await page.getByRole('button', { name: 'Filtrera listan' }).focus();
		await page.keyboard.press('Enter');
		await expect(page.locator('#exempel summary').first()).toBeFocused({ timeout: 20_000 });
		await expect(page.getByRole('button', { name: 'Filtrera listan' })).toHaveCount(0);
		const facet = page.getByRole('checkbox', { name: /^Malmö \d+/ });
		const number = Number(/\d+$/.exec((await facet.locator('..').textContent()) ?? '')?.[0]);
		await facet.check();
		await expect(page).toHaveURL('/punkt/1/?kommun=malmo');
		await expect(page.getByRole('status')).toHaveText(`${number} exempel med valda filter`);
		await expect(page.locator('#exempel .live h3')).toHaveCount(Math.min(number, 10));
		await expect(page.locator('.still')).toBeHidden();
		await page.goBack();
		await expect(page.locator('.still')).toBeVisible();
		await page.goForward();
		await expect(page.locator('.still')).toBeHidden();

		await page.goto('/punkt/1/sida/2/?kommun=malmo');
		await expect(page.getByRole('status')).toHaveText(`${number} exempel med valda filter`, { timeout: 20_000 });
	});

	test('a point’s list stays when its facets cannot be loaded, and says so', async ({ page }) => {
		await page.route('**/pagefind/**', (route) => route.abort());
		await page.goto('/punkt/7/');
		await page.getByRole('button', { name: 'Filtrera listan' }).click();
		await expect(page.getByRole('alert')).toHaveText(/^Filtren gick inte att ladda/);
		await expect(page.locator('#exempel li.ex').first()).toBeVisible();
		await expect(page.getByRole('button', { name: 'Försök igen' })).toBeVisible();
	});
});

test.describe('the header’s field', () => {
	test.use({ viewport: { width: 1440, height: 900 } });

	test('leads to the hits', async ({ page }) => {
		await page.goto('/om/');
		await page.getByLabel('Sök i Tiopunkten').fill('samråd');
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL(/\/sok\/\?q=samr/);
		await expect(page.locator(hits).first()).toBeVisible();
	});

	test('suggests words, points, municipalities and examples, and loads nothing before', async ({ page }) => {
		const asked: string[] = [];
		page.on('request', (request) => asked.push(request.url()));
		await page.goto('/om/');
		expect(asked.filter((url) => /pagefind|quick|ord/.test(url))).toEqual([]);
		await page.keyboard.press('/');
		const field = page.getByRole('combobox', { name: 'Sök i Tiopunkten' });
		await expect(field).toBeFocused();
		await page.keyboard.type('lun');
		await expect(field).toHaveAttribute('aria-expanded', 'true');
		await page.keyboard.press('ArrowDown');
		await expect(page.locator('[role=option][aria-selected=true]')).toContainText('Lund');
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL('/kommun/lund/');
	});

	test('Esc closes the suggestions and keeps what was typed', async ({ page }) => {
		await page.goto('/om/');
		await page.locator('#q').focus();
		await page.keyboard.type('rykten');
		await expect(page.getByRole('listbox', { name: 'Förslag' })).toBeVisible();
		await page.keyboard.press('Escape');
		await expect(page.getByRole('listbox', { name: 'Förslag' })).toBeHidden();
		await expect(page.locator('#q')).toHaveValue('rykten');
	});
});

test('without script the form leads to the lists', async ({ browser }) => {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	await page.goto('/sok/?q=rykten');
	await expect(page.getByText('Sökningen kräver JavaScript.')).toBeVisible();
	await expect(page.getByRole('link', { name: 'Alla exempel' })).toBeVisible();
	await expect(page.locator(hits)).toHaveCount(0);
	await context.close();
});
