/** Elements made with DOM methods only, so that Trusted Types can be enforced. */
type Child = Node | string | false | undefined;

/** An element with attributes (`class` and `data-…` too) and children. Text stays text: nothing a link carries can become markup. */
export function make<K extends keyof HTMLElementTagNameMap>(
	name: K,
	attributes: Readonly<Record<string, string | number | boolean | undefined>> = {},
	...children: readonly Child[]
): HTMLElementTagNameMap[K] {
	const element = document.createElement(name);
	for (const [key, value] of Object.entries(attributes))
		if (value !== undefined && value !== false) element.setAttribute(key, value === true ? '' : `${value}`);
	element.append(...(children.filter(Boolean) as (Node | string)[]));
	return element;
}

/** One of the site's drawings: a line on the 20 × 20 grid. */
export function icon(path: string): SVGSVGElement {
	const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
	svg.setAttribute('viewBox', '0 0 20 20');
	svg.setAttribute('aria-hidden', 'true');
	const line = document.createElementNS('http://www.w3.org/2000/svg', 'path');
	line.setAttribute('d', path);
	svg.append(line);
	return svg;
}

export const CHEVRON = 'm5 7.5 5 5 5-5';
export const CROSS = 'm5 5 10 10M15 5 5 15';
export const FUNNEL = 'M3 5h14M5.5 10h9M8 15h4';
