/** The form for a new example, as someone who knows the field and not git uses it. */
import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { errorsOf, formatProblem } from '../../src/catalogue/problem.ts';
import { examine } from '../support/axe.ts';
import { copyProject } from '../support/copy.ts';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { reportOn } from '../../src/tools/content-report.ts';
import { watch } from '../support/watch.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

const kept = (page: Page) => page.evaluate(() => localStorage.getItem('forslag'));
const summary = (page: Page) => page.locator('#fel');

async function open(page: Page) {
	await page.goto('/bidra/foresla/');
	await expect(page.getByLabel('Rubrik')).toBeVisible();
}

/** Fills in the least that an example needs, with a source that the catalogue has. */
async function fill(page: Page) {
	await page.getByLabel('Rubrik').fill('Samtal om rykten på kommunens bibliotek');
	await page.getByLabel('Kommun 1').fill('Botkyrka');
	await page.getByLabel(/^10\. /).check();
	await page.getByLabel(/^1\. /).check();
	await page.getByLabel('Sammanfattning').fill('Botkyrka ordnade samtal om rykten på sina bibliotek.');
	await page.getByLabel('Beskrivet').check();
	await page.getByLabel('Vad som gjordes').fill('Biblioteken ordnade samtal.\n\n{Alla} fick <komma> & prata.');
	await page.getByLabel('Webbadress').fill('https://www.borgholm.se/medlingsverksamhet');
	await page.getByLabel('Vad källan styrker').fill('Alla uppgifter');
}

test('what is filled in comes out as a file that granska passes unchanged, and the draft is wiped', async ({
	page,
}) => {
	await open(page);
	expect(await kept(page)).toBeNull();
	await fill(page);
	await expect(page.getByText('Källan finns i katalogen: Medlingsverksamhet')).toBeVisible();
	await expect.poll(() => kept(page)).toContain('Samtal om rykten');
	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Hämta filen' }).click();
	const file = await download;
	expect(file.suggestedFilename()).toBe('botkyrka-samtal-rykten-kommunens-bibliotek.mdx');
	await expect(page.locator('#resultat')).toContainText('Utkastet är borttaget ur webbläsaren.');
	expect(await kept(page)).toBeNull();

	const text = readFileSync(await file.path(), 'utf8');
	expect(text).toContain('points: [10, 1]');
	const folder = copyProject();
	writeFileSync(join(folder, 'content/exempel', file.suggestedFilename()), text);
	const problems = errorsOf(reportOn(folder).problems).map(formatProblem);
	rmSync(folder, { recursive: true });
	expect(problems).toEqual([]);
});

test('faults are gathered at the top, take the focus and lead to their fields', async ({ page }) => {
	await open(page);
	await page.getByLabel('Rubrik').fill('Samtal.');
	await page.getByRole('button', { name: 'Hämta filen' }).click();
	await expect(summary(page)).toBeFocused();
	await expect(summary(page)).toContainText('Rubrik: Titeln ska inte sluta med punkt. Ta bort punkten.');
	await expect(summary(page)).toContainText('Kommun: Ange minst en kommun.');
	const title = page.getByLabel('Rubrik');
	await expect(title).toHaveAttribute('aria-invalid', 'true');
	await expect(title).toHaveAccessibleDescription(/Titeln ska inte sluta med punkt/);
	await summary(page)
		.getByRole('link', { name: /^Rubrik/ })
		.press('Enter');
	await expect(title).toBeFocused();
	await expect.poll(() => kept(page)).toContain('Samtal.');
});

test('a draft is there after a reload, with its rows of sources, and goes when the reader says so', async ({
	page,
}) => {
	await open(page);
	await fill(page);
	await page.getByRole('button', { name: 'Lägg till en källa' }).click();
	await expect(page.getByRole('group', { name: 'Källa 2' })).toBeFocused();
	await page.getByRole('group', { name: 'Källa 2' }).getByLabel('Källans titel').fill('Ett <b>protokoll</b>');
	await page.getByRole('group', { name: 'Kostnad' }).getByLabel('Källa 2').check();
	await expect.poll(() => kept(page)).toContain('protokoll');
	await page.reload();
	await expect(page.getByText('Ditt utkast är kvar sedan sist.')).toBeVisible();
	await expect(page.getByRole('group', { name: 'Källa 2' }).getByLabel('Källans titel')).toHaveValue(
		'Ett <b>protokoll</b>',
	);
	await expect(page.getByRole('group', { name: 'Kostnad' }).getByLabel('Källa 2')).toBeChecked();
	await page.getByRole('button', { name: 'Ta bort källa 1' }).click();
	await expect(page.getByRole('group', { name: 'Källa 2' })).toHaveCount(0);
	await expect(page.getByLabel('Källans titel')).toHaveValue('Ett <b>protokoll</b>');
	await page.getByRole('button', { name: 'Töm formuläret' }).click();
	await page.getByRole('button', { name: 'Ja, töm' }).click();
	await expect(page.getByLabel('Rubrik')).toHaveValue('');
	expect(await kept(page)).toBeNull();
});

test('a source that is new comes with its record, and the text is copied whole', async ({ page }) => {
	await open(page);
	await fill(page);
	await page.getByLabel('Webbadress').fill('https://exempel.se/ny-sida');
	await page.getByLabel('Källans titel').fill('En ny sida');
	await page.getByLabel('Utgivare').fill('Botkyrka kommun');
	await page.getByLabel('Vem som står bakom källan').selectOption('Kommunen själv');
	await page.getByRole('button', { name: 'Kopiera texten' }).click();
	await expect(page.locator('#resultat')).toContainText('Texten är kopierad.');
	const text = await page.evaluate(() => navigator.clipboard.readText());
	expect(text).toContain('title: Samtal om rykten på kommunens bibliotek');
	expect(text).toContain('# content/kallor.yml\n- id: botkyrka-kommun-en-ny-sida');
});

test('the repository opens with the file filled in', async ({ page, context }) => {
	await context.route('https://github.com/**', (route) => route.fulfill({ body: 'ok' }));
	await open(page);
	await fill(page);
	const popup = context.waitForEvent('page');
	await page.getByRole('button', { name: 'Öppna i kodförrådet (GitHub)' }).click();
	const { searchParams, pathname } = new URL((await popup).url());
	expect(pathname).toContain('/new/main/content/exempel');
	expect(searchParams.get('filename')).toBe('botkyrka-samtal-rykten-kommunens-bibliotek.mdx');
	expect(searchParams.get('value')).toContain('draft: true');
});

test('the mail opens filled in, and a text too long for it is copied instead', async ({ page }) => {
	const session = await page.context().newCDPSession(page);
	await session.send('Page.enable');
	const mails: URL[] = [];
	session.on('Page.frameRequestedNavigation', ({ url }) => void mails.push(new URL(url)));
	await open(page);
	await fill(page);
	await page.getByRole('button', { name: 'Skicka med e-post' }).click();
	await expect(page.locator('#resultat')).toContainText('öppnat i ditt e-postprogram');
	await expect.poll(() => mails.length).toBe(1);
	expect(mails[0]?.protocol).toBe('mailto:');
	expect(mails[0]?.searchParams.get('subject')).toBe('Förslag: Samtal om rykten på kommunens bibliotek');
	expect(mails[0]?.searchParams.get('body')).toContain('points: [10, 1]');

	await fill(page);
	await page.getByLabel('Bakgrund').fill('Kommunen ville möta rykten i samtal. '.repeat(80));
	await page.getByRole('button', { name: 'Skicka med e-post' }).click();
	await expect(page.locator('#resultat')).toContainText('för långt');
	await expect.poll(() => mails.length).toBe(2);
	expect(mails[1]?.searchParams.get('body')).toBe('Klistra in förslaget här.');
	expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('Kommunen ville möta rykten');
});

test('breaks no policy and asks nothing of other hosts', async ({ page, baseURL }) => {
	const seen = await watch(page, baseURL as string);
	await open(page);
	await fill(page);
	await page.getByRole('button', { name: 'Kopiera texten' }).click();
	await expect(page.locator('#resultat')).toContainText('kopierad');
	expect(seen).toEqual([]);
});

test.describe('seen from outside', () => {
	// axe is put into the page, which the page's own policy would stop.
	test.use({ bypassCSP: true });

	test('axe finds nothing on the form with its faults shown, and nothing scrolls sideways at 320 px', async ({
		page,
	}) => {
		await open(page);
		await page.getByRole('button', { name: 'Hämta filen' }).click();
		await expect(summary(page)).toBeVisible();
		await page.setViewportSize({ width: 320, height: 800 });
		expect(
			await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
		).toBeLessThanOrEqual(0);
		// Last, since it unfolds what it examines.
		expect(await examine(page)).toEqual([]);
	});
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });
	test('the template is there to copy', async ({ page }) => {
		await page.goto('/bidra/foresla/');
		await expect(page.getByText('Utan JavaScript kopierar du mallen')).toBeVisible();
		await expect(page.getByLabel('Mall för ett exempel')).toContainText('municipalities: [lund]');
		await expect(page.getByText('Formuläret laddas')).toBeHidden();
	});
});
