/** An official with an old paper pastes its link. */
import { expect, test } from '@playwright/test';

const OLD = [
	'http://www.skl.se/demokratiledningstyrning/manskligarattigheterjamstalldhet/rasismdiskriminering/',
	'exempelmotdiskrimineringochrasismtiopunktsprogram/stodexempel.1713.html',
];

test('a pasted address, broken over lines, gives its point at once, said aloud, and leads there', async ({ page }) => {
	await page.goto('/gammal-adress/');
	await page.getByLabel('Klistra in den gamla adressen').fill(OLD.join(' \u00ad'));
	const answer = page.locator('old-address [role=status]');
	await expect(answer).toContainText('Sidan ersätts av:');
	await answer.getByRole('link', { name: /^Punkt 3: Stöd personer/ }).click();
	await expect(page).toHaveURL('/punkt/3/');
});

test('a clipped address gives what it can have been, another one a calm answer', async ({ page }) => {
	await page.goto('/gammal-adress/');
	const field = page.getByLabel('Klistra in den gamla adressen');
	const answer = page.locator('old-address [role=status]');
	await field.fill('skl.se/x/rasismdiskriminering/exempelmotdiskrimineringochrasismtiopunktsprogram/i');
	await expect(answer).toContainText('Adressen är avklippt. Den kan ha lett till:');
	await expect(answer.getByRole('link')).toHaveCount(2);
	await field.fill('https://exempel.se/<b>hej</b>');
	await expect(answer).toContainText('Adressen hör inte till');
	await field.fill('');
	await expect(answer).toBeEmpty();
});

test('an address in the link itself is answered, and Enter does not leave the page', async ({ page }) => {
	await page.goto('/gammal-adress/?adress=boendeexempel.1823.html');
	await expect(page.locator('old-address [role=status]').getByRole('link')).toHaveText(/^Punkt 7/);
	await page.getByLabel('Klistra in den gamla adressen').press('Enter');
	await expect(page).toHaveURL('/gammal-adress/?adress=boendeexempel.1823.html');
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });
	test('the field is not shown and the table leads on', async ({ page }) => {
		await page.goto('/finns-inte/');
		await page.getByRole('link', { name: 'Hitta sidan som ersätter en gammal länk' }).click();
		await expect(page.getByLabel('Klistra in den gamla adressen')).toBeHidden();
		await page
			.getByRole('row', { name: /boendeexempel/ })
			.getByRole('link')
			.click();
		await expect(page).toHaveURL('/punkt/7/');
	});
});
