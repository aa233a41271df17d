/**
 * Suggestions in the header's field (APG: editable combobox with list autocomplete). Loaded when the field gets focus.
 * An option is a place to go: a word to search for, a point, a municipality or one of the three best examples.
 */
import { fold, wordsOf } from '../search/swedish.ts';
import { make } from './dom.ts';
import { openSearch } from './open-search.ts';

const PAUSE = 150;

interface Suggestion {
	readonly kind: string;
	readonly label: string;
	readonly href: string;
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
		const list = await suggestionsFor(query, base).catch(() => []);
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

async function suggestionsFor(query: string, base: string): Promise<Suggestion[]> {
	const { search, lexicon } = await openSearch(base);
	const start = fold(query);
	const named = (key: string, kind: string) =>
		[...lexicon.labels]
			.filter(([id, name]) => id.startsWith(`${key}:`) && fold(name).startsWith(start))
			.slice(0, 2)
			.map(([id]): Suggestion => {
				const value = id.slice(key.length + 1);
				return { kind, label: lexicon.label(key, value), href: `${base}${key}/${value}/` };
			});
	const last = wordsOf(query).at(-1) ?? '';
	const words = lexicon.words
		.filter(({ text }) => text.length > 3 && fold(text).startsWith(fold(last)) && text !== last)
		.sort((a, b) => b.common - a.common || a.text.length - b.text.length)
		.slice(0, 3)
		.map(({ text }): Suggestion => {
			const whole = query.slice(0, query.length - last.length) + text;
			return { kind: 'Sök', label: whole, href: `${base}sok/?q=${encodeURIComponent(whole)}` };
		});
	const { hits } = await search.search(query);
	const examples = await search.list(['typ', 'exempel']);
	const best = await Promise.all(
		hits
			.filter(({ id }) => examples.has(id))
			.slice(0, 3)
			.map((hit) => hit.data()),
	);
	return [
		...named('punkt', 'Punkt'),
		...named('kommun', 'Kommun'),
		...words,
		...best.map(({ url, meta }): Suggestion => ({ kind: 'Exempel', label: meta['title'] ?? url, href: url })),
	];
}
