/**
 * The site behind a real nginx with the generated headers: everything a reader does works under the policy, nothing
 * breaks it, nobody else is asked for anything and nothing is stored that the reader has not asked for.
 */
import { expect, type Page, test } from '@playwright/test';
import { serveWithNginx } from '../support/nginx.ts';
import { PAGE_TYPES } from '../support/site.ts';
import { watch } from '../support/watch.ts';

let nginx: Awaited<ReturnType<typeof serveWithNginx>>;
test.beforeAll(async () => {
	nginx = await serveWithNginx('.');
});
test.afterAll(() => nginx.stop());

test.use({ permissions: ['clipboard-read', 'clipboard-write'], viewport: { width: 1440, height: 900 } });

const EXAMPLE = '/exempel/botkyrka-antiryktesnatverk/';

const stored = (page: Page) => page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]);

test('reading, printing, searching, filtering and copying break no policy, ask nobody else and store nothing', async ({
	page,
	context,
}) => {
	const seen = await watch(page, nginx.origin);
	for (const path of PAGE_TYPES.filter((type) => type !== '/404.html'))
		await page.goto(nginx.origin + path, { waitUntil: 'networkidle' });
	await page.goto(`${nginx.origin}/finns-inte/`, { waitUntil: 'networkidle' });

	await page.goto(`${nginx.origin}/sok/`);
	await page.getByRole('searchbox').fill('rykten');
	await expect(page.locator('#traffar')).toHaveAttribute('data-q', 'rykten', { timeout: 20_000 });
	await page.getByRole('checkbox', { name: /^1 Involvera/ }).check();
	await expect(page).toHaveURL(/punkt=1/);
	await expect(page.locator('a[data-traff]').first()).toBeVisible();

	await page.goto(`${nginx.origin}/exempel/`);
	await page.getByRole('button', { name: 'Filtrera listan' }).click();
	await page.getByRole('checkbox', { name: /^7 Boende/ }).check();
	await expect(page.getByRole('status')).toHaveText(/^\d+ exempel med valda filter/);

	await page.goto(`${nginx.origin}/om/`);
	await page.locator('#q').fill('rykten');
	await expect(page.getByRole('option', { name: /Exempel$/ }).first()).toBeVisible({ timeout: 20_000 });

	await page.goto(nginx.origin + EXAMPLE);
	const block = await page.locator('script[type="application/ld+json"]').textContent();
	expect(JSON.parse(block ?? '')['@graph'].length).toBe(2);
	await page.getByRole('button', { name: 'Kopiera löpande text' }).click();
	await expect(page.locator('.told')).toHaveText('Kopierat. Klistra in i ditt dokument.');
	await page.evaluate(() => (globalThis.print = () => document.body.classList.add('printed')));
	await page.getByRole('button', { name: 'Skriv ut' }).first().click();
	await expect(page.locator('body')).toHaveClass(/printed/);

	await page.goto(`${nginx.origin}/gammal-adress/`);
	await page.getByLabel('Klistra in den gamla adressen').fill('boendeexempel.1823.html');
	await expect(page.locator('old-address [role=status]').getByRole('link')).toHaveText(/^Punkt 7/);

	expect(await stored(page)).toEqual([]);
	expect(await context.cookies()).toEqual([]);
	expect(seen).toEqual([]);
});

test('Min samling stores itself only when asked, and copies, exports and prints under the policy', async ({ page }) => {
	const seen = await watch(page, nginx.origin);
	await page.goto(nginx.origin + EXAMPLE);
	await page.locator('.acts button.add').click();
	await expect(page.locator('.told')).toContainText('Tillagt i Min samling.');
	expect(await stored(page)).toEqual(['samling']);
	await page.goto(`${nginx.origin}/samling/`);
	await page.getByRole('button', { name: 'Kopiera', exact: true }).click();
	await expect(page.locator('#svar')).toHaveText(/^Kopierat/);
	for (const name of ['Hämta för Word', 'Hämta Markdown', 'Hämta RIS']) {
		const download = page.waitForEvent('download');
		await page.getByRole('button', { name }).click();
		expect((await (await download).path()).length).toBeGreaterThan(0);
	}
	await page.getByRole('button', { name: 'Dela länk' }).click();
	await expect(page.locator('#svar')).not.toBeEmpty();
	await page.evaluate(() => (globalThis.print = () => document.body.classList.add('printed')));
	await page.getByRole('button', { name: 'Skriv ut bilaga' }).click();
	await expect(page.locator('body')).toHaveClass(/printed/);
	expect(seen).toEqual([]);
});

/** Tries what an attacker would try on an open page. @returns what got through */
const attempts = (page: Page) =>
	page.evaluate(async () => {
		const through: string[] = [];
		try {
			document.body.insertAdjacentHTML('beforeend', '<b id="infogad"></b>');
			through.push('text as markup');
		} catch {
			// Trusted Types stopped it.
		}
		const script = document.createElement('script');
		try {
			script.textContent = 'document.documentElement.dataset.attacked = ""';
			document.body.append(script);
		} catch {
			// Here too.
		}
		if ('attacked' in document.documentElement.dataset) through.push('a script');
		await fetch('https://tiopunkten.example/', { mode: 'no-cors' }).then(
			() => through.push('a request to another site'),
			() => undefined,
		);
		// The shortest valid module.
		await WebAssembly.compile(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)).then(
			() => through.push('WebAssembly'),
			() => undefined,
		);
		return through;
	});

test('the policy bites: markup, scripts and other sites are stopped, and WebAssembly but where the search runs', async ({
	page,
}) => {
	await page.goto(`${nginx.origin}/om/`);
	expect(await attempts(page)).toEqual([]);
	await page.goto(`${nginx.origin}/sok/`);
	expect(await attempts(page)).toEqual(['WebAssembly']);
});

test('a host without headers of its own is covered by the pages themselves', async ({ page, baseURL }) => {
	const seen = await watch(page, baseURL as string);
	await page.goto('/om/');
	await page.locator('#q').fill('rykten');
	await expect(page.getByRole('option', { name: /Exempel$/ }).first()).toBeVisible({ timeout: 20_000 });
	await page.goto('/sok/?q=rykten');
	await expect(page.locator('#traffar')).toHaveAttribute('data-q', 'rykten', { timeout: 20_000 });
	expect(seen).toEqual([]);
	await page.goto('/om/');
	expect(await attempts(page)).toEqual([]);
});
