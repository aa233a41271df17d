/** Puts the facets around the list of a section, where no room is kept for them. Loaded when a reader asks for them. */
import styles from '../styles/search.css?url';
import { make } from './dom.ts';
import { takeOver } from './search-page.ts';

/** The parts that src/components/CatalogueSearch.astro has from the start. */
function parts(): HTMLElement {
	const part = (
		name: keyof HTMLElementTagNameMap,
		of: string,
		attributes: Readonly<Record<string, string | boolean>> = {},
		...children: readonly Node[]
	) => make(name, { 'data-part': of, ...attributes }, ...children);
	return make(
		'div',
		{ class: 'live' },
		make(
			'div',
			{ class: 'res ui' },
			part('p', 'status', { role: 'status', tabindex: '-1' }),
			make(
				'div',
				{ class: 'sort' },
				make('label', { for: 'ordning' }, 'Ordning'),
				' ',
				part(
					'select',
					'sort',
					{ id: 'ordning' },
					// Without a query none is relevant.
					make('option', { value: '', hidden: true }),
					make('option', { value: 'nyast' }, 'Nyast först'),
					make('option', { value: 'kommun' }, 'Kommun A–Ö'),
				),
			),
		),
		part('div', 'notes', { class: 'ui did' }),
		part('ul', 'chips', { class: 'chips ui', 'aria-label': 'Valda filter', hidden: true }),
		part('ul', 'groups', { class: 'fl ui groups', 'aria-label': 'Träffar per punkt', hidden: true }),
		part('ol', 'hits', { id: 'traffar', class: 'rows' }),
		part('nav', 'pages', { class: 'pages ui', 'aria-label': 'Sidor med träffar', hidden: true }),
		part('div', 'help', { class: 'prose', hidden: true }),
	);
}

/**
 * @param button what the reader asks with; it stands in a paragraph above the list, and its scope is the list's
 * @param wanted whether the reader has asked, or only comes back to what was chosen
 */
export async function filterList(button: HTMLButtonElement, wanted: boolean): Promise<void> {
	button.disabled = true;
	const link = make('link', { rel: 'stylesheet', href: styles });
	await new Promise((done) => {
		link.onload = link.onerror = done;
		document.head.append(link);
	});
	const list = button.closest('section > div') as HTMLElement;
	const search = document.createElement('catalogue-search');
	search.dataset['scope'] = button.dataset['scope'];
	search.dataset['base'] = document.querySelector<HTMLElement>('[data-base]')?.dataset['base'];
	const main = make('div', {}, parts());
	search.append(make('div', { class: 'side' }, make('div', { 'data-part': 'side' })), main);
	list.replaceWith(search);
	list.className = 'still';
	main.append(list);
	const want = takeOver(search);
	if (wanted) await want();
	button.parentElement?.remove();
}
