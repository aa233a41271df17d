/** Min samling as an official uses it: pick, order, comment, hand in, share; and what a tampered link can do. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import mammoth from 'mammoth';
import { partName, partOf } from '../../src/collection/parts.ts';
import { examine } from '../support/axe.ts';
import { parseReferences } from '../support/references.ts';
import { watch } from '../support/watch.ts';

const A = 'botkyrka-antiryktesnatverk';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

const rows = (page: Page) => page.locator('#rader > li');
const titles = async (page: Page) => rows(page).locator('h2').allInnerTexts();
const stored = (page: Page) => page.evaluate(() => localStorage.getItem('samling'));
const pasted = (page: Page) =>
	page.evaluate(async () => {
		const [item] = await navigator.clipboard.read();
		const read = async (type: string) => (await item?.getType(type))?.text() ?? '';
		return { html: await read('text/html'), text: (await read('text/plain')).replaceAll('\u00a0', ' ') };
	});
/** The examples that have a page. */
const IDS = readdirSync('dist/exempel').filter((id) => existsSync(`dist/exempel/${id}/data.json`));
/** How many files their cards lie in, and the one that an id leads to. */
const PARTS = readdirSync('dist/samling/kort').filter((file) => file.endsWith('.json')).length;
const cardsOf = (id: string) => `/samling/kort/${partName(partOf(id, PARTS), PARTS)}.json`;
/** An example whose card lies in another file than that of the first. */
const B = IDS.find((id) => cardsOf(id) !== cardsOf(A)) as string;
const link = (list: readonly string[]) => list.map((id) => `e=${id}`).join('&');
const status = (page: Page) => page.locator('#svar');

test('is filled from an example’s page and from a list, and nothing is stored before', async ({ page }) => {
	await page.setViewportSize({ width: 1440, height: 900 });
	await page.goto(`/exempel/${A}/`);
	expect(await stored(page)).toBeNull();
	await page.locator('.acts').getByRole('button', { name: 'Lägg i Min samling' }).click();
	await expect(page.locator('.told')).toContainText('Tillagt i Min samling.');
	await expect(page.locator('[role=status]', { hasText: 'Tillagt i Min samling.' })).toBeAttached();
	await expect(page.locator('.acts').getByRole('button', { name: 'Ligger i Min samling' })).toBeVisible();
	await page.goto('/punkt/2/');
	await page.locator('#exempel .add').first().click();
	await expect(page.getByRole('link', { name: 'Min samling (2)' })).toBeVisible();
	await page.getByRole('link', { name: 'Min samling (2)' }).click();
	await expect(rows(page)).toHaveCount(2);
	await expect(rows(page).first()).toContainText('Botkyrka kommun');
	await expect(page).toHaveURL(/#e=botkyrka-antiryktesnatverk&e=/);
});

test('an addition is undone, and a second press takes the example out', async ({ page }) => {
	await page.goto(`/exempel/${A}/`);
	const button = page.locator('.acts button.add');
	await button.click();
	await page.getByRole('button', { name: 'Ångra' }).click();
	await expect(button).toHaveText('Lägg i Min samling');
	expect(await stored(page)).toBeNull();
	await button.click();
	await expect(button).toHaveText('Ligger i Min samling');
	await button.click();
	await expect(page.locator('.told')).toContainText('Borttaget ur Min samling.');
	expect(await stored(page)).toBeNull();
});

test('a double-click adds the example once, also before the script is there', async ({ page }) => {
	await page.goto(`/exempel/${A}/`);
	await page.locator('.acts button.add').dblclick();
	await expect(page.locator('.told')).toContainText('Tillagt i Min samling.');
	await expect(page.locator('.acts button.add')).toHaveText('Ligger i Min samling');
	expect(await stored(page)).toContain(A);
});

test('is ordered with buttons from the keyboard, each move is told and the focus follows', async ({ page }) => {
	const three = IDS.slice(0, 3);
	await page.goto(`/samling/#${link(three)}`);
	await page.getByRole('button', { name: 'Spara som min' }).click();
	const [first, second, third] = await titles(page);
	await page.getByRole('button', { name: `Flytta ned: ${first}` }).focus();
	await page.keyboard.press('Enter');
	expect(await titles(page)).toEqual([second, first, third]);
	await expect(status(page)).toHaveText(`${first} är nu nummer 2 av 3.`);
	await expect(page.getByRole('button', { name: `Flytta ned: ${first}` })).toBeFocused();
	await page.keyboard.press('Enter');
	expect(await titles(page)).toEqual([second, third, first]);
	await expect(page.getByRole('button', { name: `Flytta ned: ${first}` })).toBeDisabled();
	await expect(page.getByRole('button', { name: `Flytta upp: ${first}` })).toBeFocused();
	await page.getByRole('button', { name: `Ta bort: ${third}` }).click();
	expect(await titles(page)).toEqual([second, first]);
	await expect(status(page)).toContainText(`Borttaget ur Min samling: ${third}.`);
	await page.getByRole('button', { name: 'Ångra' }).click();
	await expect(rows(page)).toHaveCount(3);
	expect(await titles(page)).toEqual([second, third, first]);
	await page.goBack();
	expect(await titles(page)).toEqual([second, first, third]);
	await page.goForward();
	expect(await titles(page)).toEqual([second, third, first]);
	expect(await stored(page)).toBe(link([three[1]!, three[2]!, three[0]!]));
});

test('heading, comments and form survive a reload, and live in the address', async ({ page }) => {
	await page.goto(`/exempel/${A}/`);
	await page.locator('.acts button.add').click();
	await expect(page.locator('.acts button.add')).toHaveText('Ligger i Min samling');
	await page.goto('/samling/');
	await page.getByLabel('Rubrik').fill('Underlag om rykten');
	await page.getByLabel('Egen kommentar').fill('Visar hur forskning kan användas & vägas.');
	await expect(page).toHaveURL(/rubrik=Underlag\+om\+rykten.*k=Visar/);
	await page.getByRole('radio', { name: 'Fotnoter' }).check();
	await page.reload();
	await expect(page.getByLabel('Rubrik')).toHaveValue('Underlag om rykten');
	await expect(page.getByLabel('Egen kommentar')).toHaveValue('Visar hur forskning kan användas & vägas.');
	await expect(page.getByRole('radio', { name: 'Fotnoter' })).toBeChecked();
	await expect(page.locator('#ark')).toContainText('Visar hur forskning kan användas & vägas.');
});

test('what was added elsewhere is there when the reader steps back to the collection', async ({ page }) => {
	await page.goto(`/exempel/${A}/`);
	await page.locator('.acts button.add').click();
	await expect(page.locator('.acts button.add')).toHaveText('Ligger i Min samling');
	await page.goto('/samling/');
	await expect(rows(page)).toHaveCount(1);
	await page.goto('/punkt/2/');
	await page.locator('#exempel .add').first().click();
	await expect(page.locator('.told')).toBeVisible();
	await page.goBack();
	await expect(rows(page)).toHaveCount(2);
});

test('the skip link moves the focus and leaves the collection as it is', async ({ page }) => {
	await page.goto(`/samling/#${link([A])}`);
	await expect(rows(page)).toHaveCount(1);
	await expect(page.locator('.hl')).toHaveCount(0);
	await page.getByRole('link', { name: 'Hoppa till innehållet' }).focus();
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(`/samling/#${link([A])}`);
	await expect(rows(page)).toHaveCount(1);
});

test('is copied as a list, as running text and as footnotes, formatted and plain', async ({ page }) => {
	await page.goto(`/samling/#rubrik=Underlag&${link([A])}&k=Bra`);
	await page.getByRole('button', { name: 'Kopiera', exact: true }).click();
	await expect(status(page)).toHaveText('Kopierat. Klistra in i ditt dokument.');
	const list = await pasted(page);
	expect(list.text).toContain('1. Antiryktesnätverk som bemöter rykten med fakta. Botkyrka kommun, från 2013. Bra.');
	expect(list.html).toMatch(/<h1>Underlag<\/h1><ol[^>]*><li>/);
	expect(list.html).toContain(`<a href="https://tiopunkten.se/exempel/${A}/">`);
	await page.getByRole('radio', { name: 'Löpande text' }).check();
	await page.getByRole('button', { name: 'Kopiera som text' }).click();
	await expect(status(page)).toHaveText('Kopierat. Klistra in i ditt dokument.');
	await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('(Tiopunkten, granskad');
	expect(await page.evaluate(async () => (await navigator.clipboard.read())[0]?.types)).toEqual(['text/plain']);
	await page.getByRole('radio', { name: 'Fotnoter' }).check();
	await page.getByLabel('Ordna efter punkt').check();
	await page.getByRole('button', { name: 'Kopiera', exact: true }).click();
	// Until the new copy lands, the clipboard holds the plain text of before, which has no HTML to read.
	await expect
		.poll(async () => (await pasted(page).catch(() => undefined))?.text ?? '')
		.toMatch(/Punkt 1: [\s\S]*\[1\] Tiopunkten, ”/);
});

test('becomes a Word file that another program reads, loaded only when asked for', async ({ page }) => {
	const requests: string[] = [];
	page.on('request', (request) => requests.push(request.url()));
	const list = IDS.slice(0, 3);
	await page.goto(`/samling/#rubrik=Underlag&${link(list)}&punkter=1`, { waitUntil: 'networkidle' });
	expect(requests.filter((url) => /\/word\./.test(url))).toEqual([]);
	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Hämta för Word' }).click();
	const file = await download;
	expect(file.suggestedFilename()).toBe('underlag.docx');
	const { value: html } = await mammoth.convertToHtml({ path: await file.path() });
	expect(html).toContain('<h1>Underlag</h1>');
	expect(html).toMatch(/<h2>Punkt \d+: /);
	for (const id of list) expect(html).toContain(`href="https://tiopunkten.se/exempel/${id}/"`);
});

test('becomes Markdown, BibTeX and RIS', async ({ page }) => {
	const list = IDS.slice(0, 3);
	await page.goto(`/samling/#${link(list)}`);
	for (const [name, ending] of [
		['Hämta Markdown', 'md'],
		['Hämta BibTeX', 'bib'],
		['Hämta RIS', 'ris'],
	] as const) {
		const download = page.waitForEvent('download');
		await page.getByRole('button', { name }).click();
		const file = await download;
		expect(file.suggestedFilename()).toBe(`min-samling.${ending}`);
		const text = readFileSync(await file.path(), 'utf8');
		if (ending === 'md') expect(text).toMatch(/^# Underlag om arbete mot rasism och diskriminering\n\n1\. \*/);
		else expect(parseReferences(ending, text).map(({ url }) => url.split('/').at(-2))).toEqual(list);
	}
});

test('a shared link shows the list without touching the reader’s own, which can take it over', async ({
	page,
	context,
}) => {
	const [mine, ...theirs] = IDS.slice(0, 3) as [string, ...string[]];
	await page.goto(`/samling/#${link(theirs)}`);
	await page.getByRole('button', { name: 'Dela länk' }).click();
	await expect(status(page)).toHaveText('Länken är kopierad. Den innehåller själva listan.');
	const shared = (await pasted(page)).text;
	expect(shared).toBe(`https://tiopunkten.se/samling/#${link(theirs)}`);
	expect(await stored(page)).toBeNull();

	const other = await context.newPage();
	await other.goto(`/exempel/${mine}/`);
	await other.locator('.acts button.add').click();
	await expect(other.locator('.acts button.add')).toHaveText('Ligger i Min samling');
	await other.goto(new URL(shared).pathname + new URL(shared).hash);
	await expect(other.getByText('Du tittar på en delad samling.')).toBeVisible();
	await expect(rows(other)).toHaveCount(2);
	expect(await stored(other)).toBe(link([mine]));
	await other.getByRole('button', { name: 'Lägg till i min' }).click();
	await expect(rows(other)).toHaveCount(3);
	await expect(other.getByText('Du tittar på en delad samling.')).toBeHidden();
	expect(await stored(other)).toBe(link([mine, ...theirs]));
});

test('an example that the catalogue lacks today stays in the reader’s own until the reader changes it', async ({
	page,
}) => {
	const whole = `e=${A}&e=finns-inte&k=Min+kommentar`;
	await page.goto('/samling/');
	await page.evaluate((text) => localStorage.setItem('samling', text), whole);
	await page.reload();
	await expect(page.locator('#meddelande')).toContainText('finns inte i katalogen');
	await expect(rows(page)).toHaveCount(1);
	expect(await stored(page)).toBe(whole);
	await page.reload();
	await expect(rows(page)).toHaveCount(1);
	expect(await stored(page)).toBe(whole);
});

test('an example that has gone into another is shown as the other, in a shared link and in the reader’s own', async ({
	page,
}) => {
	await page.route(`**${cardsOf('gammalt-id')}`, async (route) => {
		const response = await route.fetch();
		await route.fulfill({ response, json: { ...(await response.json()), formerIds: { 'gammalt-id': A } } });
	});
	await page.goto('/samling/#e=gammalt-id&k=Viktig');
	await expect(rows(page).first()).toContainText('Botkyrka kommun');
	await expect(rows(page).first().getByRole('textbox')).toHaveValue('Viktig');
	await page.getByRole('button', { name: 'Spara som min' }).click();
	await expect.poll(() => stored(page)).toBe(`e=${A}&k=Viktig`);
});

test('is emptied only after a question', async ({ page }) => {
	const list = IDS.slice(0, 4);
	await page.goto(`/samling/#${link(list)}`);
	await page.getByRole('button', { name: 'Spara som min' }).click();
	await page.getByRole('button', { name: 'Töm samlingen' }).click();
	await expect(page.locator('dialog')).toContainText('Ta bort alla 4 exempel ur samlingen?');
	await page.getByRole('button', { name: 'Behåll' }).click();
	await expect(rows(page)).toHaveCount(4);
	await page.getByRole('button', { name: 'Töm samlingen' }).click();
	await page.getByRole('button', { name: 'Ta bort', exact: true }).click();
	await expect(page.getByText('Här samlar du exempel')).toBeVisible();
	expect(await stored(page)).toBeNull();
	await page.goBack();
	await expect(rows(page)).toHaveCount(4);
});

test('compares two to six examples side by side', async ({ page }) => {
	const list = IDS.slice(0, 8);
	await page.goto(`/samling/#${link(list)}`);
	const columns = page.locator('#tabell thead th');
	await expect(columns).toHaveCount(6);
	await expect(page.locator('#tabell tbody th')).toHaveText([
		'Kommun',
		'Punkter',
		'Tid',
		'Målgrupp',
		'Metod',
		'Kunskapsläge',
		'Effekt',
		'Kostnad',
		'Svårigheter',
	]);
	const boxes = page.locator('#urval-att-jamfora input');
	await expect(boxes.nth(7)).toBeDisabled();
	await boxes.nth(0).focus();
	await page.keyboard.press('Space');
	await expect(boxes.nth(0)).toBeFocused();
	await expect(columns).toHaveCount(5);
	await expect(boxes.nth(7)).toBeEnabled();
	for (const place of [1, 2, 3, 4]) await boxes.nth(place).uncheck();
	await expect(page.locator('#tabell')).toHaveText('Välj minst två exempel.');
});

test('prints an appendix with numbered references, short addresses and a QR code', async ({ page }) => {
	await page.goto(`/samling/#rubrik=Underlag&${link([A])}`);
	await expect(page.locator('#bilaga svg path')).toHaveAttribute('d', /^M/);
	await page.emulateMedia({ media: 'print' });
	const appendix = page.locator('#bilaga');
	await expect(appendix).toContainText('Bilaga');
	await expect(appendix.locator('ol > li')).toContainText(`tiopunkten.se/exempel/${A}`);
	await expect(appendix.getByRole('img', { name: 'QR-kod till samlingen' })).toBeVisible();
	await expect(page.locator('.sam')).toBeHidden();
});

test.describe('a link that someone has tampered with', () => {
	test('unknown examples are told of and the others kept', async ({ page }) => {
		await page.goto(`/samling/#e=finns-inte&e=${A}&e=..%2Fadmin`);
		await expect(page.locator('#meddelande')).toContainText('2\u00a0exempel i länken finns inte i katalogen');
		await expect(rows(page)).toHaveCount(1);
	});
	test('of five hundred examples the first hundred are kept', async ({ page }) => {
		const many = Array.from({ length: 500 }, (_, index) => IDS[index] ?? `pahittat-${index}`);
		await page.goto(`/samling/#${link(many)}`);
		await expect(page.locator('#meddelande')).toContainText('De första 100 är kvar, 400 är inte med.');
		await expect(rows(page)).toHaveCount(100);
	});
	test('script in the heading or the comment is text, on the page and on the clipboard', async ({ page }) => {
		const dialogs: string[] = [];
		page.on('dialog', (dialog) => {
			dialogs.push(dialog.message());
			void dialog.dismiss();
		});
		const evil = '<img src=x onerror=alert(1)><script>alert(2)</script>';
		await page.goto(
			`/samling/#rubrik=${encodeURIComponent(evil)}&e=${A}&k=${encodeURIComponent(`javascript:alert(3) ${evil}`)}`,
		);
		await expect(page.locator('#ark')).toContainText(evil);
		await expect(page.locator('min-samling img, min-samling script')).toHaveCount(0);
		await page.getByRole('button', { name: 'Kopiera', exact: true }).click();
		await expect(status(page)).toHaveText(/Kopierat/);
		expect((await pasted(page)).html).not.toMatch(/<(img|script)/);
		expect(dialogs).toEqual([]);
	});
	test('nonsense is an empty collection', async ({ page }) => {
		const errors: string[] = [];
		page.on('pageerror', (error) => errors.push(error.message));
		for (const nonsense of ['#%', '#e=', '#=&&&==', '#__proto__=1', `#${'x'.repeat(20_000)}`]) {
			await page.goto('/om/');
			await page.goto(`/samling/${nonsense}`);
			await expect(page.getByText('Här samlar du exempel')).toBeVisible();
		}
		expect(errors).toEqual([]);
	});
});

test('a browser that stores nothing still collects, and says so', async ({ page }) => {
	await page.addInitScript(() => {
		Storage.prototype.setItem = () => {
			throw new Error('no');
		};
	});
	await page.setViewportSize({ width: 1440, height: 900 });
	await page.goto(`/exempel/${A}/`);
	await page.locator('.acts button.add').click();
	await expect(page.locator('.acts button.add')).toHaveText('Ligger i Min samling');
	await expect(page.locator('.told')).toContainText('Webbläsaren tillåter inte att vi sparar samlingen.');
	await page.getByRole('link', { name: 'Min samling (1)' }).click();
	await expect(rows(page)).toHaveCount(1);
});

test('a link to two examples is opened with two small files, and an empty collection with none', async ({ page }) => {
	const asked: string[] = [];
	page.on('request', (request) => asked.push(new URL(request.url()).pathname));
	await page.goto(`/samling/#${link([A, B])}`, { waitUntil: 'networkidle' });
	await expect(rows(page)).toHaveCount(2);
	expect(asked.filter((path) => path.endsWith('.json')).sort()).toEqual([cardsOf(A), cardsOf(B)].sort());
	asked.length = 0;
	await page.goto('/om/');
	await page.goto('/samling/', { waitUntil: 'networkidle' });
	expect(asked.filter((path) => path.endsWith('.json'))).toEqual([]);
});

test('an example that cannot be fetched is told of and kept, through changes and until it can be', async ({ page }) => {
	await page.route(`**${cardsOf(B)}`, (route) => route.abort());
	await page.goto('/samling/');
	await page.evaluate((text) => localStorage.setItem('samling', text), `e=${B}&k=Viktig&e=${A}`);
	await page.reload();
	const told = page.locator('#ohamtat');
	await expect(told).toContainText('1\u00a0exempel gick inte att hämta. Det ligger kvar i samlingen');
	expect(await titles(page)).toEqual([B, expect.stringContaining('Antiryktesnätverk')]);
	await expect(page.locator('#ark li')).toHaveCount(1);
	await page.getByRole('button', { name: `Flytta ned: ${B}` }).click();
	await expect.poll(() => stored(page)).toBe(`e=${A}&e=${B}&k=Viktig`);
	const again = page.getByRole('button', { name: 'Försök igen' });
	await Promise.all([page.waitForEvent('requestfailed'), again.click()]);
	await expect(told).toBeVisible();
	await page.unroute(`**${cardsOf(B)}`);
	await again.click();
	await expect(told).toBeHidden();
	await expect(page.locator('h1')).toBeFocused();
	await expect(page.locator('#ark li')).toHaveCount(2);
	await expect(rows(page).nth(1).getByRole('textbox')).toHaveValue('Viktig');
	expect(await stored(page)).toBe(`e=${A}&e=${B}&k=Viktig`);
});

test('when nothing can be fetched the list stands there, with nothing to copy', async ({ page }) => {
	await page.route('**/samling/kort/*', (route) => route.fulfill({ status: 404, body: '<!doctype html>' }));
	await page.goto(`/samling/#${link([A, B])}`);
	await expect(page.locator('#ohamtat')).toContainText('2\u00a0exempel gick inte att hämta. De ligger kvar');
	expect(await titles(page)).toEqual([A, B]);
	await expect(page.getByRole('button', { name: 'Kopiera', exact: true })).toBeHidden();
	await page.getByRole('button', { name: `Ta bort: ${A}` }).click();
	await expect(page.locator('#meddelande')).toContainText(`Borttaget ur Min samling: ${A}.`);
	await expect(page).toHaveURL(`/samling/#${link([B])}`);
});

test('cards that come late change nothing that has happened since', async ({ page }) => {
	let open = () => {};
	await page.route(`**${cardsOf(B)}`, async (route) => {
		await new Promise<void>((done) => (open = done));
		await route.fulfill({ response: await route.fetch() });
	});
	const arrive = async () => {
		const arrived = page.waitForEvent('requestfinished', (request) => request.url().endsWith(cardsOf(B)));
		open();
		await arrived;
		await page.evaluate(() => new Promise((done) => setTimeout(done, 50)));
	};
	const follow = (list: readonly string[]) => page.evaluate((hash) => void (location.hash = hash), link(list));
	const isA = [expect.stringContaining('Antiryktesnätverk')];

	await page.goto(`/samling/#${link([A])}`);
	await expect(rows(page)).toHaveCount(1);
	await Promise.all([page.waitForRequest(`**${cardsOf(B)}`), follow([B])]);
	await page.goBack();
	await arrive();
	expect(await titles(page)).toEqual(isA);
	await expect(page).toHaveURL(`/samling/#${link([A])}`);

	await page.reload();
	await expect(rows(page)).toHaveCount(1);
	await Promise.all([page.waitForRequest(`**${cardsOf(B)}`), follow([B])]);
	await page.getByLabel('Rubrik').fill('Skrivs nu');
	await arrive();
	expect(await titles(page)).toEqual(isA);
	await expect(page).toHaveURL(`/samling/#rubrik=Skrivs+nu&${link([A])}`);
	expect(await stored(page)).toBeNull();
});

test('the skip link takes nothing from a collection that is on its way', async ({ page }) => {
	let open = () => {};
	const gate = new Promise<void>((done) => (open = done));
	await page.route(`**${cardsOf(A)}`, async (route) => {
		await gate;
		await route.continue();
	});
	// The script has read the address when it asks for the examples.
	await Promise.all([page.waitForRequest(`**${cardsOf(A)}`), page.goto(`/samling/#${link([A])}`)]);
	await page.getByRole('link', { name: 'Hoppa till innehållet' }).focus();
	await page.keyboard.press('Enter');
	open();
	await expect(rows(page)).toHaveCount(1);
	await expect(page).toHaveURL(`/samling/#${link([A])}`);
	await expect(page.getByText('Du tittar på en delad samling.')).toBeVisible();
});

test('breaks no policy and asks nothing of other hosts', async ({ page, baseURL }) => {
	const seen = await watch(page, baseURL as string);
	await page.goto(`/samling/#${link([A])}`);
	await page.getByRole('button', { name: 'Kopiera', exact: true }).click();
	await expect(status(page)).toHaveText(/Kopierat/);
	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Hämta för Word' }).click();
	await download;
	expect(seen).toEqual([]);
});

test.describe('seen from outside', () => {
	// axe is put into the page, which the page's own policy would stop.
	test.use({ bypassCSP: true });

	test('axe finds nothing on a full and an empty collection, and nothing scrolls sideways at 320 px', async ({
		page,
	}) => {
		const list = IDS.slice(0, 8);
		for (const address of ['/samling/', `/samling/#e=finns-inte&${link(list)}&form=fotnoter&punkter=1`]) {
			await page.goto('/om/');
			await page.setViewportSize({ width: 1280, height: 900 });
			await page.goto(address, { waitUntil: 'networkidle' });
			await page.setViewportSize({ width: 320, height: 800 });
			expect(
				await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
			).toBeLessThanOrEqual(0);
			const small = await page.evaluate(() =>
				[...document.querySelectorAll('min-samling button')]
					.map((node) => ({ node, box: node.getBoundingClientRect() }))
					.filter(({ box }) => box.width > 0 && (box.width < 24 || box.height < 24))
					.map(({ node }) => node.outerHTML),
			);
			expect(small).toEqual([]);
			// Last, since it unfolds what it examines.
			expect(await examine(page)).toEqual([]);
		}
	});
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });
	test('says where citations are found', async ({ page }) => {
		await page.goto('/samling/');
		await expect(
			page.getByText('Utan JavaScript hittar du färdiga hänvisningar på varje exempels egen sida.'),
		).toBeVisible();
		await expect(page.getByRole('button', { name: 'Hämta för Word' })).toBeHidden();
	});
});
