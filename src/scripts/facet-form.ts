/** The facets beside a list, with how many pages each choice would leave. Loaded when the first hits are shown. */
import type { Hit } from '../search/engine.ts';
import type { Choice, Facets } from '../search/facets.ts';
import { CHEVRON, CROSS, FUNNEL, icon, make } from './dom.ts';

/** What the numbers are counted for. */
interface Counted {
	readonly choice: Choice;
	/** What was found for a query; none where it is the whole catalogue. */
	readonly hits: readonly Hit[] | undefined;
	/** How many pages are left. */
	readonly total: number;
}

export class FacetForm {
	readonly #side: HTMLElement;
	readonly #facets: Facets;
	readonly #form: HTMLFormElement;
	readonly #show: HTMLButtonElement;
	#counted: Counted | undefined;

	/**
	 * @param shown the facets to choose by
	 * @param choose called with a value that the reader puts a mark at or takes it from
	 */
	constructor(
		side: HTMLElement,
		facets: Facets,
		label: (key: string, value: string) => string,
		shown: readonly (readonly [key: string, label: string])[],
		choose: (key: string, value: string) => void,
	) {
		this.#side = side;
		this.#facets = facets;
		const close = (...children: (Node | string)[]) =>
			make('button', { type: 'button', popovertarget: 'filter', popovertargetaction: 'hide' }, ...children);
		const cross = close(icon(CROSS));
		cross.setAttribute('aria-label', 'Stäng');
		this.#show = close();
		this.#show.className = 'btn p';
		this.#form = make(
			'form',
			{ id: 'filter', class: 'filter', popover: 'auto', 'aria-label': 'Filtrera' },
			make('p', { class: 'fh only-s' }, make('b', {}, 'Filtrera'), cross),
			...shown.map(([key, name], place) =>
				make(
					'details',
					{ 'data-facet': key, open: place < 2 },
					make('summary', {}, name, icon(CHEVRON)),
					make(
						'fieldset',
						{},
						make('legend', { class: 'vh' }, name),
						...(facets.values.get(key) ?? []).map((value) =>
							make(
								'label',
								{},
								make('input', { type: 'checkbox', name: key, value }),
								make('span', {}, label(key, value)),
								make('span', { class: 'n' }),
							),
						),
					),
				),
			),
			make('p', { class: 'fv only-s' }, this.#show),
		);
		this.#form.addEventListener('submit', (event) => event.preventDefault());
		this.#form.addEventListener('change', (event) => {
			const { name, value } = event.target as HTMLInputElement;
			choose(name, value);
		});
		this.#form.addEventListener(
			'toggle',
			({ target }) => {
				if (target instanceof HTMLDetailsElement && target.open) void this.#count(target).then((draw) => draw());
			},
			{ capture: true },
		);
	}

	/** What is being counted is no longer asked for. */
	forget(): void {
		this.#counted = undefined;
	}

	/**
	 * Only numbers and marks change, so that focus and open groups stay, and all at once, so that nothing moves more than
	 * once.
	 */
	async draw(counted: Counted): Promise<void> {
		this.#counted = counted;
		const isNew = !this.#side.contains(this.#form);
		const draw: (() => void)[] = [];
		for (const group of this.#form.querySelectorAll('details')) {
			if (isNew && counted.choice.has(group.dataset['facet'] ?? '')) group.open = true;
			draw.push(await this.#count(group));
		}
		if (counted !== this.#counted) return;
		for (const group of draw) group();
		this.#show.textContent = `Visa ${counted.total} ${counted.total === 1 ? 'träff' : 'träffar'}`;
		if (isNew)
			this.#side.replaceChildren(
				make('button', { class: 'btn only-s', type: 'button', popovertarget: 'filter' }, icon(FUNNEL), ' Filtrera'),
				this.#form,
			);
	}

	/** What draws a group's numbers. Those of a query's hits are counted when the group is opened. */
	async #count(group: HTMLDetailsElement): Promise<() => void> {
		const [counted, key] = [this.#counted, group.dataset['facet'] ?? ''];
		if (!counted) return () => {};
		const { choice, hits } = counted;
		const chosen = choice.get(key);
		const counts = hits && !group.open ? undefined : await this.#facets.counts(key, choice, hits);
		const some = counts
			? [...counts.values()].some((number) => number > 0)
			: await this.#facets.isOpen(key, choice, hits ?? []);
		return () => {
			if (counted !== this.#counted) return;
			for (const input of group.querySelectorAll('input')) {
				input.checked = chosen?.has(input.value) ?? false;
				const number = counts?.get(input.value);
				const label = input.parentElement as HTMLElement;
				(label.lastElementChild as HTMLElement).textContent = String(number ?? '');
				label.hidden = number === 0 && !input.checked;
			}
			group.hidden = !some && !chosen?.size;
		};
	}
}
