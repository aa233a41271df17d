/** Open data as others take it: over HTTP, with the addresses that the page gives. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';

const ORIGIN = 'https://tiopunkten.se';
const commands = [...readFileSync('content/sidor/data.mdx', 'utf8').matchAll(/^curl .*?(https:\S+)$/gm)].map((match) =>
	(match[1] as string).replace(ORIGIN, ''),
);

for (const path of commands)
	test(`${path} answers with something`, async ({ request }) => {
		const response = await request.get(path);
		expect(response.status()).toBe(200);
		expect((await response.text()).length).toBeGreaterThan(200);
	});

test('the page fits a narrow screen', async ({ page }) => {
	await page.setViewportSize({ width: 320, height: 800 });
	await page.goto('/data/');
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

test('the browser finds nothing wrong with the manifest', async ({ page }) => {
	await page.goto('/');
	const session = await page.context().newCDPSession(page);
	const { url, errors, data } = await session.send('Page.getAppManifest');
	expect(url).toMatch(/manifest\.webmanifest$/);
	expect(errors).toEqual([]);
	expect(JSON.parse(data ?? '').name).toBe('Tiopunkten');
	const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
	// The test's own window is private, which is no fault of the manifest.
	expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
});
