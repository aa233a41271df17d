/**
 * Suggestions in the header's field (APG: editable combobox with list autocomplete). Loaded when the field gets focus.
 * An option is a place to go: a word to search for, a point, a municipality or one of the three best examples.
 */
import { make } from './dom.ts';
import type { Asked, Suggestion, Suggested } from './suggest-worker.ts';
import workerUrl from './suggest-worker.ts?worker&url';

const PAUSE = 150;
/** The address of the search's worker is the only script address made here (the policy is named in the site's headers). */
const POLICY = 'sokforslag';

/**
 * Asks the search in its worker. The search runs WebAssembly, which the policy of a reading page does not allow; a worker
 * is bound by the headers of its own file.
 */
function openSuggestions(base: string): (query: string) => Promise<readonly Suggestion[]> {
	const { trustedTypes } = globalThis as { trustedTypes?: { createPolicy(name: string, rules: object): ScriptUrls } };
	const urls: ScriptUrls = trustedTypes?.createPolicy(POLICY, { createScriptURL: () => workerUrl }) ?? {
		createScriptURL: () => workerUrl,
	};
	const worker = new Worker(urls.createScriptURL(workerUrl), { type: 'module' });
	const waiting = new Map<number, (list: readonly Suggestion[]) => void>();
	worker.addEventListener('message', ({ data: { turn, list } }: MessageEvent<Suggested>) => {
		waiting.get(turn)?.(list);
		waiting.delete(turn);
	});
	let turn = 0;
	return (query) =>
		new Promise((answer) => {
			turn += 1;
			waiting.set(turn, answer);
			worker.postMessage({ turn, query, base } satisfies Asked);
		});
}

/** What a Trusted Types policy is to us; the browser's own type is not in TypeScript's library. */
interface ScriptUrls {
	createScriptURL(url: string): string;
}

/** Makes a search field a combobox. */
export function suggestIn(input: HTMLInputElement, base: string): void {
	const box = make('ul', {
		id: 'forslag',
		role: 'listbox',
		class: 'forslag ui',
		'aria-label': 'Förslag',
		hidden: true,
	});
	input.form?.append(box);
	for (const [key, value] of [
		['role', 'combobox'],
		['aria-autocomplete', 'list'],
		['aria-controls', box.id],
		['aria-expanded', 'false'],
	] as const)
		input.setAttribute(key, value);
	const suggestionsFor = openSuggestions(base);
	let at = -1;
	let turn = 0;
	let timer: ReturnType<typeof setTimeout>;

	const options = () => [...box.querySelectorAll<HTMLLIElement>('[role=option]')];
	const close = () => {
		turn += 1;
		box.hidden = true;
		at = -1;
		input.setAttribute('aria-expanded', 'false');
		input.removeAttribute('aria-activedescendant');
	};
	const choose = (place: number) => {
		at = place;
		options().forEach((option, index) => {
			option.setAttribute('aria-selected', String(index === at));
			if (index === at) input.setAttribute('aria-activedescendant', option.id);
		});
		if (at < 0) input.removeAttribute('aria-activedescendant');
	};
	const draw = (list: readonly Suggestion[]) => {
		box.replaceChildren(
			...list.map(({ kind, label, href }, index) => {
				const option = make(
					'li',
					{ role: 'option', id: `forslag-${index}`, 'aria-selected': 'false', 'data-href': href },
					make('span', {}, label),
					' ',
					make('small', {}, kind),
				);
				// The field keeps the focus.
				option.onmousedown = (event) => event.preventDefault();
				option.onclick = () => location.assign(href);
				return option;
			}),
		);
		at = -1;
		box.hidden = list.length === 0;
		input.setAttribute('aria-expanded', String(list.length > 0));
		input.removeAttribute('aria-activedescendant');
	};
	const suggest = async () => {
		const mine = (turn += 1);
		const query = input.value.trim();
		if (query.length < 2) return close();
		const list = await suggestionsFor(query);
		if (mine === turn && document.activeElement === input) draw(list);
	};

	input.addEventListener('input', () => {
		clearTimeout(timer);
		timer = setTimeout(() => void suggest(), PAUSE);
	});
	input.addEventListener('blur', close);
	input.addEventListener('keydown', (event) => {
		const { length } = options();
		if (event.key === 'Escape' && !box.hidden) close();
		else if (event.key === 'Enter' && at >= 0) location.assign(options()[at]?.dataset['href'] ?? base);
		else if (event.key === 'ArrowDown' && box.hidden) void suggest();
		else if (event.key === 'ArrowDown' && length > 0) choose(at + 1 < length ? at + 1 : -1);
		else if (event.key === 'ArrowUp' && !box.hidden) choose(at < 0 ? length - 1 : at - 1);
		else return;
		event.preventDefault();
	});
	if (input.value) void suggest();
}
