/** What axe finds on a page as it stands: faults, and what it could not decide however the page was scrolled. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type axe from 'axe-core';

/** axe itself, for pages that are to have it from the start: a script of theirs is compiled once, not on every page. */
export const AXE = { path: createRequire(import.meta.url).resolve('axe-core/axe.min.js') };

/** WCAG 2.2 A and AA, and axe's own advice. */
const EVERYTHING = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What colours can change; the markup is the same in every theme. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

/** The three ways colours are chosen, all as wide as the narrowest screen that WCAG counts on. */
const THEMES = {
	light: { colorScheme: 'light', forcedColors: 'none' },
	dark: { colorScheme: 'dark', forcedColors: 'none' },
	'forced colours': { colorScheme: 'light', forcedColors: 'active' },
} as const;

/** Questions that axe leaves open and people have answered: rule → what it is about → the answer. */
const ANSWERED: readonly { readonly rule: string; readonly about: RegExp; readonly answer: string }[] = [
	{
		rule: 'label-content-name-mismatch',
		about: /data-footnote-backref/,
		answer: 'The arrow is a picture, not a word that a voice user would say; the label says where it leads.',
	},
];
const ROOMY = { width: 2560, height: 900 };
const isUndecided = (line: string) => line.startsWith('undecided ');
const isAnswered = (line: string) =>
	ANSWERED.some(({ rule, about }) => line.startsWith(`undecided ${rule}:`) && about.test(line));

/** Opens everything that can be folded out, also where only one part may be open at a time. */
export async function openAll(page: Page): Promise<void> {
	await page.evaluate(() => {
		for (const details of document.querySelectorAll('details')) {
			details.removeAttribute('name');
			details.open = true;
		}
	});
}

/**
 * Examines the page in light, dark and forced colours: all rules in light, the rules about colour in the others.
 *
 * @param within examines this part alone
 * @returns one line for each fault and each question that axe leaves open; none when all is well
 */
export async function examine(page: Page, within = 'html'): Promise<string[]> {
	const found: string[] = [];
	if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(readFileSync(AXE.path, 'utf8'));
	for (const [theme, media] of Object.entries(THEMES)) {
		await page.emulateMedia(media);
		const ask = () => page.evaluate(run, { within, rules: theme === 'light' ? undefined : COLOURS, tags: EVERYTHING });
		let lines = await ask();
		const narrow = page.viewportSize();
		if (narrow && narrow.width < ROOMY.width && lines.some(isUndecided)) {
			// A table wider than the window reaches outside it. What it leaves open is asked again where there is room.
			await page.setViewportSize(ROOMY);
			const roomy = new Set(await ask());
			lines = lines.filter((line) => !isUndecided(line) || roomy.has(line));
			await page.setViewportSize(narrow);
		}
		found.push(...lines.filter((line) => !isAnswered(line)).map((line) => `${theme}: ${line}`));
	}
	await page.emulateMedia(THEMES.light);
	return found;
}

/** Runs in the browser. */
async function run({ within, rules, tags }: { within: string; rules: string[] | undefined; tags: string[] }) {
	const engine = (globalThis as unknown as { axe: typeof axe }).axe;
	const options: axe.RunOptions = {
		runOnly: rules ? { type: 'rule', values: rules } : { type: 'tag', values: tags },
		resultTypes: ['violations', 'incomplete'],
		iframes: false,
		preload: false,
	};
	const { violations, incomplete } = await engine.run(within, options);
	const line = (id: string, html: string) => `${id}: ${html.slice(0, 160)}`;
	const lines = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => line(id, html)));
	const open = incomplete.flatMap(({ id, nodes }) => nodes.map(({ target }) => ({ id, selector: String(target[0]) })));
	if (open.length === 0) return lines;

	// A part that scrolls by itself hides some of its text. Unrolled it can be judged: those questions are asked again.
	for (const part of document.querySelectorAll<HTMLElement>('body *'))
		if (/auto|scroll/.test(getComputedStyle(part).overflow))
			Object.assign(part.style, { overflow: 'visible', maxBlockSize: 'none' });
	const again = await engine.run(
		{ include: open.map(({ selector }) => [selector]) },
		{ ...options, runOnly: { type: 'rule', values: [...new Set(open.map(({ id }) => id))] } },
	);
	const asked = (id: string, selector: string) => open.some((one) => one.id === id && one.selector === selector);
	for (const [results, word] of [
		[again.violations, ''],
		[again.incomplete, 'undecided '],
	] as const)
		for (const { id, nodes } of results)
			for (const { html, target } of nodes) if (asked(id, String(target[0]))) lines.push(word + line(id, html));
	return lines;
}
