/** Building elements. Text stays text, so nothing a reader types or a link carries can become markup. */
import type { Run } from '../citations/texts.ts';

export function element<K extends keyof HTMLElementTagNameMap>(
	name: K,
	properties: Partial<HTMLElementTagNameMap[K]> = {},
	...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
	const node = Object.assign(document.createElement(name), properties);
	node.append(...children);
	return node;
}

export const runNodes = (runs: readonly Run[]): (Node | string)[] =>
	runs.map(({ text, href, work }) =>
		href ? element('a', { href, textContent: text }) : work ? element('cite', { textContent: text }) : text,
	);
