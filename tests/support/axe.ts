/** What axe finds on a page as it stands: faults, and what it could not decide however the page was scrolled. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type axe from 'axe-core';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** WCAG 2.2 A and AA, and axe's own advice. */
const EVERYTHING = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What colours can change; the markup is the same in every theme. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

/** The three ways colours are chosen, all as wide as the narrowest screen that WCAG counts on. */
export const THEMES = {
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
	await page.evaluate(SOURCE);
	for (const [theme, media] of Object.entries(THEMES)) {
		await page.emulateMedia(media);
		const lines = await page.evaluate(run, {
			within,
			rules: theme === 'light' ? undefined : COLOURS,
			tags: EVERYTHING,
		});
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
	const lines = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
	for (const { id, nodes } of incomplete)
		for (const { html, target, any } of nodes) {
			// A part that scrolls by itself hides some of its text. Scrolled into view it can be judged.
			const selector = String(target[0]);
			document.querySelector(selector)?.scrollIntoView({ block: 'center', inline: 'center' });
			const again = await engine.run(selector, { ...options, runOnly: { type: 'rule', values: [id] } });
			const own = (results: axe.Result[]) =>
				results.some((result) => result.nodes.some((node) => node.target[0] === selector));
			if (own(again.violations)) lines.push(`${id}: ${html.slice(0, 160)}`);
			else if (own(again.incomplete)) lines.push(`undecided ${id}: ${html.slice(0, 160)} ${any[0]?.message ?? ''}`);
		}
	return lines;
}
