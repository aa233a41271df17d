/** The facets beside a list, with how many pages each choice would leave. */
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

export interface FacetForm {
	/** What is being counted is no longer asked for. */
	forget(): void;
	/** Only numbers and marks change, so that focus and open groups stay. */
	draw(counted: Counted): Promise<void>;
}

/**
 * @param shown the facets to choose by
 * @param choose called with a value that the reader puts a mark at or takes it from
 */
export function facetForm(
	side: HTMLElement,
	facets: Facets,
	label: (key: string, value: string) => string,
	shown: readonly string[],
	choose: (key: string, value: string) => void,
): FacetForm {
	let last: Counted | undefined;
	const close = (attributes: object, ...children: (Node | string)[]) =>
		make(
			'button',
			{ type: 'button', popovertarget: 'filter', popovertargetaction: 'hide', ...attributes },
			...children,
		);
	const show = close({ class: 'btn p' });
	const form = make(
		'form',
		{ id: 'filter', class: 'filter', popover: 'auto', 'aria-label': 'Filtrera' },
		make('p', { class: 'fh only-s' }, make('b', {}, 'Filtrera'), close({ 'aria-label': 'Stäng' }, icon(CROSS))),
		shown.map((key, place) =>
			make(
				'details',
				{ 'data-facet': key, open: place < 2 },
				make('summary', {}, label('urval', key), icon(CHEVRON)),
				make(
					'fieldset',
					{},
					make('legend', { class: 'vh' }, label('urval', key)),
					facets
						.values(key)
						.map((value) =>
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
		make('p', { class: 'fv only-s' }, show),
	);
	form.onsubmit = () => false;
	form.onchange = ({ target }) => {
		const { name, value } = target as HTMLInputElement;
		choose(name, value);
	};
	form.addEventListener(
		'toggle',
		async ({ target }) => {
			if (target instanceof HTMLDetailsElement && target.open) (await count(target))?.();
		},
		true,
	);
	return {
		forget: () => (last = undefined),
		draw: async (counted) => {
			last = counted;
			const isNew = !form.isConnected;
			const draw = [];
			for (const group of form.querySelectorAll('details')) {
				if (isNew && counted.choice.has(group.dataset['facet'] ?? '')) group.open = true;
				draw.push(await count(group));
			}
			if (counted !== last) return;
			// All at once, so that nothing moves more than once.
			for (const group of draw) group?.();
			show.textContent = `Visa ${counted.total} ${counted.total === 1 ? 'träff' : 'träffar'}`;
			if (isNew)
				side.replaceChildren(
					make('button', { class: 'btn only-s', type: 'button', popovertarget: 'filter' }, icon(FUNNEL), ' Filtrera'),
					form,
				);
		},
	};

	/** What draws a group's numbers. Those of a query's hits are counted when the group is opened. */
	async function count(group: HTMLDetailsElement): Promise<(() => void) | undefined> {
		const [counted, key] = [last, group.dataset['facet'] ?? ''];
		if (!counted) return undefined;
		const { choice, hits } = counted;
		const counts = hits && !group.open ? undefined : await facets.counts(key, choice, hits);
		return () => {
			if (counted !== last) return;
			for (const input of group.querySelectorAll('input')) {
				const number = counts?.get(input.value);
				const label = input.parentElement as HTMLElement;
				input.checked = choice.get(key)?.has(input.value) ?? false;
				(label.lastElementChild as HTMLElement).textContent = String(number ?? '');
				label.hidden = number === 0 && !input.checked;
			}
		};
	}
}
