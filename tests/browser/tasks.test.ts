/**
 * The twelve tasks that readers come for, done with the keyboard alone (docs/tangentbord.md). At every stop on the way
 * the focus is seen. Then the same tasks without JavaScript, as far as they can be done without it.
 */
import { expect, test } from '@playwright/test';
import { tabTo } from '../support/focus.ts';

const EXAMPLE = '/exempel/botkyrka-antiryktesnatverk/';

test.describe('with the keyboard alone', () => {
	test.use({ viewport: { width: 1280, height: 800 }, permissions: ['clipboard-read', 'clipboard-write'] });

	test('1. find an example by its point', async ({ page }) => {
		await page.goto('/');
		await tabTo(page, page.getByRole('link', { name: /Mät och integrera mål/ }));
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL('/punkt/2/');
		await page.keyboard.press('Tab');
		await page.keyboard.press('Enter');
		await tabTo(page, page.getByRole('navigation', { name: 'På sidan' }).getByRole('link', { name: 'Exempel' }));
		await page.keyboard.press('Enter');
		await tabTo(page, page.locator('#exempel h3 a').first());
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL(/\/exempel\/[a-z0-9-]+\/$/);
	});

	test('2. search with one’s own words', async ({ page }) => {
		await page.goto('/');
		await tabTo(page, page.getByRole('searchbox'));
		await page.keyboard.type('rykten');
		await page.keyboard.press('Enter');
		await expect(page.getByRole('status')).toHaveText(/träffar på ”rykten”/, { timeout: 20_000 });
		await tabTo(page, page.locator('a[data-traff]').first(), 90);
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL(EXAMPLE);
	});

	test('3. filter the list of examples', async ({ page }) => {
		await page.goto('/exempel/');
		const button = page.getByRole('button', { name: 'Filtrera listan' });
		await tabTo(page, button);
		await page.keyboard.press('Enter');
		const choice = page.getByRole('checkbox', { name: /^7 Boende/ });
		await expect(choice).toBeVisible({ timeout: 20_000 });
		await tabTo(page, choice);
		await page.keyboard.press('Space');
		await expect(page).toHaveURL('/exempel/?punkt=7');
		await expect(page.getByRole('status')).toHaveText(/^\d+ exempel med valda filter/);
	});

	test('4. read an example, and go straight to a part of it', async ({ page }) => {
		await page.goto(EXAMPLE);
		await page.keyboard.press('Tab');
		await expect(page.getByRole('link', { name: 'Hoppa till innehållet' })).toBeFocused();
		await page.keyboard.press('Enter');
		await tabTo(page, page.getByRole('navigation', { name: 'På sidan' }).getByRole('link', { name: 'Resultat' }));
		await page.keyboard.press('Enter');
		await expect(page.locator('#resultat')).toBeInViewport();
	});

	test('5. see what a claim rests on', async ({ page }) => {
		await page.goto(`${EXAMPLE}#kallor`);
		await tabTo(page, page.locator('#kallor .kalla a').first());
		await expect(page.locator(':focus')).toHaveAttribute('href', /^https?:/);
	});

	test('6. copy a citation', async ({ page }) => {
		await page.goto(EXAMPLE);
		await tabTo(page, page.locator('.acts').getByRole('link', { name: 'Hänvisa' }));
		await page.keyboard.press('Enter');
		await tabTo(page, page.locator('summary', { hasText: 'Fotnot' }));
		await page.keyboard.press('Enter');
		await tabTo(page, page.getByRole('button', { name: 'Kopiera fotnot' }));
		await page.keyboard.press('Enter');
		await expect(page.locator('[role=status]', { hasText: 'Kopierat.' })).toBeAttached();
		expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('tiopunkten.se/exempel/botkyrka');
	});

	test('7. collect examples, order them and take the list', async ({ page }) => {
		for (const path of [EXAMPLE, '/exempel/goteborg-hbtq-rad/']) {
			await page.goto(path);
			await tabTo(page, page.locator('.acts').getByRole('button', { name: 'Lägg i Min samling' }));
			await page.keyboard.press('Enter');
			await expect(page.locator('.acts').getByRole('button', { name: 'Ligger i Min samling' })).toBeFocused();
		}
		await page.goto('/');
		await tabTo(page, page.getByRole('link', { name: 'Min samling (2)' }));
		await page.keyboard.press('Enter');
		await expect(page.locator('#rader > li')).toHaveCount(2);
		await tabTo(page, page.getByRole('button', { name: /^Flytta ned: Antiryktesnätverk/ }));
		await page.keyboard.press('Enter');
		await expect(page.locator('#svar')).toContainText('är nu nummer 2 av 2');
		await tabTo(page, page.getByRole('button', { name: 'Kopiera', exact: true }));
		await page.keyboard.press('Enter');
		await expect(page.locator('#svar')).toContainText('Kopierat');
	});

	test('8. see what a municipality does', async ({ page }) => {
		await page.goto('/kommun/');
		await tabTo(page, page.getByRole('link', { name: /exempel, Botkyrka, punkt 1$/ }), 90);
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL('/kommun/botkyrka/#punkt-1');
		await expect(page.locator('#punkt-1')).toBeInViewport();
	});

	test('9. find a motion or an answer, and the examples it leads to', async ({ page }) => {
		await page.goto('/dokument/ekero-motionssvar-eccar/');
		await tabTo(page, page.locator('#exempel .ex').first().getByRole('heading').getByRole('link'));
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL(/\/exempel\/ekero-/);
	});

	test('10. follow an old link to SKL', async ({ page }) => {
		await page.goto('/gammal-adress/');
		await tabTo(page, page.getByRole('textbox', { name: 'Klistra in den gamla adressen' }));
		await page.keyboard.type('https://skl.se/mataexempel.1712.html');
		await page.keyboard.press('Enter');
		await expect(page.getByRole('status')).toContainText('Punkt 2');
		await tabTo(page, page.getByRole('status').getByRole('link').first());
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL('/punkt/2/');
	});

	test('11. print all examples of a point', async ({ page }) => {
		await page.addInitScript(() => {
			window.print = () => (document.title = 'utskriven');
		});
		await page.goto('/punkt/7/');
		await tabTo(page, page.getByRole('link', { name: 'Skriv ut alla exempel' }));
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL('/punkt/7/utskrift/');
		await tabTo(page, page.getByRole('button', { name: 'Skriv ut' }));
		await page.keyboard.press('Enter');
		await expect(page).toHaveTitle('utskriven');
	});

	test('12. report a fault or an obstacle', async ({ page }) => {
		await page.goto('/tillganglighet/');
		await tabTo(page, page.locator('main').getByRole('link', { name: 'redaktionen@tiopunkten.se' }));
		await expect(page.locator(':focus')).toHaveAttribute('href', 'mailto:redaktionen@tiopunkten.se');
		await tabTo(page, page.getByRole('contentinfo').getByRole('link', { name: 'Rapportera ett fel' }));
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL('/bidra/#rapportera-ett-fel');
		await expect(page.locator('#rapportera-ett-fel')).toBeInViewport();
	});

	test('on a narrow screen the menu opens, closes and gives the focus back', async ({ page }) => {
		await page.setViewportSize({ width: 320, height: 640 });
		await page.goto(EXAMPLE);
		const menu = page.getByRole('button', { name: 'Meny' });
		await tabTo(page, menu);
		await page.keyboard.press('Enter');
		await tabTo(page, page.getByRole('link', { name: 'Dokument', exact: true }));
		await page.keyboard.press('Escape');
		await expect(page.getByRole('link', { name: 'Dokument', exact: true })).toBeHidden();
		await expect(menu).toBeFocused();
	});
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('finding, reading, citing, printing and reporting are whole', async ({ page }) => {
		await page.goto('/');
		await page.getByRole('link', { name: /Mät och integrera mål/ }).click();
		await page.locator('#exempel h3 a').first().click();
		await expect(page.locator('#vad-som-gjordes')).toContainText('Vad som gjordes');
		await page.goto(EXAMPLE);
		await expect(page.locator('#kallor .kalla a').first()).toHaveAttribute('href', /^https?:/);
		await page.getByText('Fotnot', { exact: false }).first().click();
		await expect(page.locator('#hanvisning-fotnot')).toContainText('tiopunkten.se/exempel/botkyrka');
		await page.getByText('Referenshanterare').click();
		await expect(page.getByRole('link', { name: /^Hämta BibTeX/ })).toHaveAttribute('href', /hanvisning\.bib$/);
		await page.goto('/kommun/');
		await page.getByRole('link', { name: /exempel, Botkyrka, punkt 1$/ }).click();
		await expect(page).toHaveURL('/kommun/botkyrka/#punkt-1');
		await page.goto('/dokument/ekero-motionssvar-eccar/');
		await page.locator('#exempel .ex').first().getByRole('heading').getByRole('link').click();
		await expect(page).toHaveURL(/\/exempel\/ekero-/);
		await page.goto('/gammal-adress/');
		await page.getByRole('link', { name: /^Punkt 2: Mät/ }).click();
		await expect(page).toHaveURL('/punkt/2/');
		await page.getByRole('link', { name: 'Skriv ut alla exempel' }).click();
		await expect(page).toHaveURL('/punkt/2/utskrift/');
		await page.getByRole('link', { name: 'Rapportera ett fel' }).click();
		await expect(page.locator('#rapportera-ett-fel')).toBeInViewport();
	});

	test('what needs JavaScript says so, and nothing that does not work is shown', async ({ page }) => {
		await page.goto('/samling/');
		await expect(page.getByText(/Utan JavaScript hittar du färdiga hänvisningar/)).toBeVisible();
		await page.goto(EXAMPLE);
		for (const name of ['Lägg i Min samling', 'Skriv ut', /^Kopiera/])
			for (const button of await page.getByRole('button', { name }).all()) await expect(button).toBeHidden();
		await page.goto('/exempel/');
		await expect(page.getByRole('button', { name: 'Filtrera listan' })).toBeHidden();
		await page.getByRole('link', { name: 'Nästa' }).click();
		await expect(page).toHaveURL('/exempel/sida/2/');
	});
});
