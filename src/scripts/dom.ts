/** Elements made with DOM methods only, so that Trusted Types can be enforced. */
type Child = Node | string | false | undefined;
type Children = readonly (Child | readonly Child[])[];

/** An element with attributes (`class` and `data-…` too) and children. Text stays text: nothing a link carries can become markup. */
export function make<K extends keyof HTMLElementTagNameMap>(
	name: K,
	attributes: Readonly<Record<string, string | number | boolean | undefined>> = {},
	...children: Children
): HTMLElementTagNameMap[K] {
	const element = document.createElement(name);
	for (const [key, value] of Object.entries(attributes))
		if (value !== undefined && value !== false) element.setAttribute(key, value === true ? '' : `${value}`);
	element.append(...(children.flat().filter(Boolean) as (Node | string)[]));
	return element;
}

/** One of the site's drawings: a line on the 20 × 20 grid. */
export function icon(path: string): SVGElement {
	const draw = (name: string, attributes: Readonly<Record<string, string>>, ...children: readonly Node[]) => {
		const element = document.createElementNS('http://www.w3.org/2000/svg', name);
		for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
		element.append(...children);
		return element;
	};
	return draw('svg', { viewBox: '0 0 20 20', 'aria-hidden': 'true' }, draw('path', { d: path }));
}

export const CHEVRON = 'm5 7.5 5 5 5-5';
export const CROSS = 'm5 5 10 10M15 5 5 15';
export const FUNNEL = 'M3 5h14M5.5 10h9M8 15h4';
