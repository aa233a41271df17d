/** axe on every built page, light and dark, and what axe cannot see: narrow screens, zoomed text, targets, keyboard. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page, test } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';
import { PAGE_TYPES, pages } from '../support/site.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const EVERYTHING: RunOptions = {
	runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
	resultTypes: ['violations'],
};
/** What another theme can change: the markup is the same. */
const COLOURS: RunOptions = {
	runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
	resultTypes: ['violations'],
};
const CHUNK = 30;

// axe and the larger text are put into the page from outside, which its own policy would stop.
test.use({ bypassCSP: true });

/** Violations on the page as it stands, one line each. */
async function violations(page: Page, options: RunOptions): Promise<string[]> {
	const results = await page.evaluate(
		(chosen) =>
			(globalThis as unknown as { axe: { run: (node: Document, options: RunOptions) => Promise<AxeResults> } }).axe.run(
				document,
				chosen,
			),
		options,
	);
	return results.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

for (let start = 0; start < pages.length; start += CHUNK) {
	const chunk = pages.slice(start, start + CHUNK);
	test(`axe finds nothing on ${chunk[0]?.path} and the ${chunk.length - 1} pages after it, light and dark`, async ({
		page,
	}) => {
		const found: string[] = [];
		for (const { path } of chunk) {
			await page.emulateMedia({ colorScheme: 'light' });
			await page.goto(path);
			await page.evaluate(AXE);
			found.push(...(await violations(page, EVERYTHING)).map((line) => `${path} ${line}`));
			await page.emulateMedia({ colorScheme: 'dark' });
			found.push(...(await violations(page, COLOURS)).map((line) => `${path} dark ${line}`));
		}
		expect(found).toEqual([]);
	});
}

test('no page type scrolls sideways at 320 px, nor with text at 200 %', async ({ page }) => {
	const wide: string[] = [];
	for (const path of PAGE_TYPES) {
		await page.setViewportSize({ width: 320, height: 800 });
		await page.goto(path);
		const overflow = () =>
			page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
		if ((await overflow()) > 0) wide.push(`${path} at 320 px`);
		await page.setViewportSize({ width: 720, height: 900 });
		await page.addStyleTag({ content: 'html { font-size: 200% }' });
		if ((await overflow()) > 0) wide.push(`${path} with text at 200 %`);
	}
	expect(wide).toEqual([]);
});

test('buttons and navigation are at least 24 px to hit', async ({ page }) => {
	const small: string[] = [];
	for (const width of [390, 1440]) {
		await page.setViewportSize({ width, height: 900 });
		for (const path of PAGE_TYPES) {
			await page.goto(path);
			small.push(
				...(await page.evaluate(
					([at]) =>
						[...document.querySelectorAll('button, summary, .reg a, .btn, .top a, .pages a, .tema label')]
							.map((node) => ({ node, box: node.getBoundingClientRect() }))
							.filter(({ box }) => box.width > 0 && (box.width < 24 || box.height < 24))
							.map(({ node, box }) => `${at} ${node.outerHTML.slice(0, 60)} ${box.width}×${box.height}`),
					[`${path} ${width}`],
				)),
			);
		}
	}
	expect(small).toEqual([]);
});

test('the keyboard reaches the content past the navigation, and focus is seen', async ({ page }) => {
	await page.goto('/exempel/botkyrka-antiryktesnatverk/');
	await page.keyboard.press('Tab');
	const skip = page.getByRole('link', { name: 'Hoppa till innehållet' });
	await expect(skip).toBeFocused();
	await expect(skip).toBeInViewport();
	await page.keyboard.press('Enter');
	await page.keyboard.press('Tab');
	const focused = page.locator(':focus');
	expect(await focused.evaluate((node) => node.closest('main') !== null)).toBe(true);
	expect(await focused.evaluate((node) => getComputedStyle(node).outlineStyle)).toBe('solid');
});

test('forced colours keep the tabs and the numeral', async ({ page }) => {
	await page.emulateMedia({ forcedColors: 'active' });
	await page.goto('/punkt/7/');
	expect(
		await page
			.locator('.reg a')
			.first()
			.evaluate((node) => getComputedStyle(node).borderTopStyle),
	).toBe('solid');
	await expect(page.locator('.big')).toBeVisible();
});
