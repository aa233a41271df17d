/** Citations and links that land on the clipboard, as formatted text and as plain. */
import { expect, type Page, test } from '@playwright/test';

const EXAMPLE = '/exempel/botkyrka-antiryktesnatverk/';
const URL = `https://tiopunkten.se${EXAMPLE}`;

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

/** What another program gets when it pastes. */
const pasted = (page: Page) =>
	page.evaluate(async () => {
		const [item] = await navigator.clipboard.read();
		const read = async (type: string) => (await item?.getType(type))?.text() ?? '';
		return { html: await read('text/html'), text: await read('text/plain') };
	});

test('a footnote is copied with a working link, and as plain text', async ({ page }) => {
	await page.goto(EXAMPLE);
	await page.getByText('Fotnot kort').click();
	await page.getByRole('button', { name: 'Kopiera fotnot' }).click();
	await expect(page.locator('[role=status]', { hasText: 'Kopierat. Klistra in i ditt dokument.' })).toBeAttached();
	await expect(page.locator('.told')).toHaveText('Kopierat. Klistra in i ditt dokument.');
	const { html, text } = await pasted(page);
	expect(text.replaceAll('\u00a0', ' ')).toBe(
		`Tiopunkten, ”Antiryktesnätverk som bemöter rykten med fakta”, Botkyrka kommun, granskad 22 november 2026, ${URL}`,
	);
	expect(html).toContain(`<a href="${URL}">${URL}</a>`);
	expect(html).not.toMatch(/class=|style="[^"]*var|<script/);
});

test('a reference in a list of sources keeps its title in italics', async ({ page }) => {
	await page.goto(EXAMPLE);
	await page.getByText('Källförteckning enligt').click();
	await page.getByRole('button', { name: 'Kopiera källförteckning' }).click();
	await expect(page.locator('.told')).toBeVisible();
	expect((await pasted(page)).html).toContain('<cite>Antiryktesnätverk som bemöter rykten med fakta</cite>');
});

test('pasted into a text that keeps formatting, the citation is text with a link', async ({ page }) => {
	await page.goto(EXAMPLE);
	await page.getByRole('button', { name: 'Kopiera löpande text' }).click();
	await expect(page.locator('.told')).toBeVisible();
	await page.evaluate(() => {
		const paper = document.createElement('div');
		paper.contentEditable = 'true';
		paper.id = 'papper';
		document.body.append(paper);
		paper.focus();
	});
	await page.keyboard.press('Control+V');
	await expect(page.locator('#papper')).toContainText('(Tiopunkten, granskad');
	await expect(page.locator('#papper a')).toHaveAttribute('href', URL);
});

test('the keyboard copies, and the focus stays', async ({ page }) => {
	await page.goto(EXAMPLE);
	await page.getByRole('button', { name: 'Kopiera löpande text' }).focus();
	await page.keyboard.press('Enter');
	await expect(page.locator('.told')).toHaveText(/Kopierat/);
	await expect(page.getByRole('button', { name: 'Kopiera löpande text' })).toBeFocused();
});

test('a browser that refuses says so, and the text is selected to copy by hand', async ({ page }) => {
	await page.addInitScript(() => {
		navigator.clipboard.write = () => Promise.reject(new Error('no'));
		document.execCommand = () => false;
	});
	await page.goto(EXAMPLE);
	await page.getByRole('button', { name: 'Kopiera löpande text' }).click();
	await expect(page.locator('.told')).toHaveText('Det gick inte att kopiera. Markera texten och kopiera själv.');
	expect(await page.evaluate(() => getSelection()?.toString())).toContain('(Tiopunkten, granskad');
});

test('every section of every kind of page has a link that copies its fixed address', async ({ page }) => {
	for (const path of [EXAMPLE, '/punkt/1/', '/kommun/goteborg/', '/dokument/ekero-motionssvar-eccar/', '/om/']) {
		await page.goto(path);
		const sections = await page.locator('main section[id]:has(> h2)').count();
		expect(sections).toBeGreaterThan(1);
		await expect(page.locator('.hl')).toHaveCount(sections);
	}
	await page.goto(EXAMPLE);
	const link = page.getByRole('link', { name: 'Kopiera länk till Resultat' });
	expect(await link.evaluate((node) => getComputedStyle(node).opacity)).toBe('0');
	await page.locator('#resultat h2').hover();
	await expect(link).toHaveCSS('opacity', '1');
	await link.click();
	await expect(page).toHaveURL(`${EXAMPLE}#resultat`);
	await expect(page.locator('[role=status]', { hasText: 'Länken är kopierad' })).toBeAttached();
	const { html, text } = await pasted(page);
	expect(text).toBe(`${URL}#resultat`);
	expect(html).toContain('Antiryktesnätverk som bemöter rykten med fakta: Resultat</a>');
});

test('the link of a section is reached and seen with the keyboard, and is not on paper', async ({ page }) => {
	await page.goto(EXAMPLE);
	const link = page.getByRole('link', { name: 'Kopiera länk till Källor' });
	await page.locator('#kallor').getByRole('link').first().focus();
	await page.keyboard.press('Shift+Tab');
	await page.keyboard.press('Tab');
	await link.focus();
	await page.keyboard.press('Tab');
	await page.keyboard.press('Shift+Tab');
	await expect(link).toBeFocused();
	await expect(link).toHaveCSS('opacity', '1');
	await page.emulateMedia({ media: 'print' });
	await expect(link).toBeHidden();
});

test('nothing is loaded for copying or collecting until someone reaches for it', async ({ page }) => {
	const scripts: string[] = [];
	page.on('request', (request) => request.resourceType() === 'script' && scripts.push(request.url()));
	await page.goto(EXAMPLE, { waitUntil: 'networkidle' });
	// The page's module, and the loader that the bundler gives to modules that load others on use.
	expect(scripts.filter((script) => !script.includes('preload-helper'))).toHaveLength(1);
	const before = scripts.length;
	await page.getByRole('button', { name: 'Kopiera löpande text' }).focus();
	await expect.poll(() => scripts.length).toBeGreaterThan(before);
});

test('the files for reference managers can be fetched', async ({ page }) => {
	await page.goto(EXAMPLE);
	await page.getByText('Referenshanterare').click();
	const download = page.waitForEvent('download');
	await page.getByRole('link', { name: 'Hämta BibTeX' }).click();
	expect((await download).suggestedFilename()).toBe('hanvisning.bib');
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });
	test('the texts and the files are there, the buttons are not', async ({ page }) => {
		await page.goto(EXAMPLE);
		await page.getByText('Referenshanterare').click();
		await expect(page.locator('#hanvisning-bib')).toContainText('author = {{Tiopunkten}}');
		await expect(page.locator('#hanvisning-ris')).toContainText('TY  - ELEC');
		await expect(page.locator('[data-copy] button').first()).toBeHidden();
		await expect(page.locator('button.add').first()).toBeHidden();
		await expect(page.locator('.hl')).toHaveCount(0);
	});
});
