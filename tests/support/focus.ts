/** Where the keyboard is: whether the reader can see it. */
import { expect, type Locator, type Page } from '@playwright/test';

/** What is wrong with the focus as a reader sees it: no mark, outside the window, or behind something else. */
const focusFault = (page: Page): Promise<string | undefined> => page.evaluate(faultOfFocus);

/** Runs in the browser. */
export function faultOfFocus(): string | undefined {
	const element = document.activeElement;
	if (!element || element === document.body) return undefined;
	const name = element.outerHTML.slice(0, 90);
	const { outlineStyle, outlineWidth } = getComputedStyle(element);
	if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2) return `no mark: ${name}`;
	// A link that breaks over two lines has a box on each; one is enough to see where one is. Of a part that is taller
	// than the window, what is in the window counts.
	const seen = [...element.getClientRects()].some((box) => {
		const left = Math.max(box.left, 0);
		const top = Math.max(box.top, 0);
		const width = Math.min(box.right, innerWidth) - left;
		const height = Math.min(box.bottom, innerHeight) - top;
		if (width <= 0 || height <= 0) return false;
		return [0.5, 0.15, 0.85].some((part) => {
			const front = document.elementFromPoint(left + width * part, top + height / 2);
			return front !== null && (element.contains(front) || front.contains(element));
		});
	});
	return seen ? undefined : `covered or out of sight: ${name}`;
}

/**
 * Goes with Tab until the thing has the focus, as someone without a mouse does. Each stop on the way must be seen.
 *
 * @param most the longest way that is acceptable
 */
export async function tabTo(page: Page, target: Locator, most = 60): Promise<void> {
	for (let stops = 0; stops < most; stops += 1) {
		await page.keyboard.press('Tab');
		expect(await focusFault(page)).toBeUndefined();
		if (await target.evaluate((element) => element === document.activeElement, undefined, { timeout: 2_000 })) return;
	}
	throw new Error(`${most} steg med Tab räckte inte till ${target}`);
}
