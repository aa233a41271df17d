/**
 * `<catalogue-search>`: results, facets and pages of results for a query, the whole state in the address. Stands on the
 * search page, and on lists of examples with a fixed scope. What the page holds from the start shows until something is
 * asked for; then this takes over.
 */
import type { Hit, PagefindPage } from '../search/engine.ts';
import { excerpt, mark, type Piece } from '../search/excerpt.ts';
import { FACETS, Facets } from '../search/facets.ts';
import { matcher } from '../search/query.ts';
import { refresh } from './collection-store.ts';
import { FUNNEL, icon, make } from './dom.ts';
import { type FacetForm, facetForm } from './facet-form.ts';
import { openSearch, type Opened } from './open-search.ts';
import { addressAfter, asking, type Change, here, steer, toggled } from './steer.ts';

const PER_PAGE = 10;
const PAUSE = 180;
const NEWEST = 'nyast';
/** From here on the facets stand beside the list; below they lie in a panel that is opened (src/styles/search.css). */
const WIDE = '(min-width: 56em)';

/** @returns what shows the facets of a static list, when a reader asks for them */
export function takeOver(root: HTMLElement): () => Promise<void> {
	/** The search page's own field; a list with a scope has none. */
	const input = document.querySelector<HTMLInputElement>('.sok input');
	/** Choices that the page itself makes: `typ:exempel punkt:7`. */
	const scope = (root.dataset['scope'] ?? '').split(' ').filter(Boolean);
	const base = root.dataset['base'] ?? '/';
	/** Headings follow the section that the list stands in. */
	const heading = root.closest('section') ? 'h3' : 'h2';
	const part = (name: string) => root.querySelector(`[data-part=${name}]`) as HTMLElement;
	const [list, status, side] = ['hits', 'status', 'side'].map(part) as [HTMLElement, HTMLElement, HTMLElement];
	const sort = part('sort') as HTMLSelectElement;
	let facets: Facets | undefined;
	let opened: Opened | undefined;
	let form: FacetForm | undefined;
	let last = 0;
	/** Whether the facets are asked for where the list needs none. */
	let wanted = false;

	if (input) {
		const ask = (push: boolean) => go(asking(input.value), push);
		// Somebody may have begun to type before this came.
		if (input.value) ask(false);
		else input.value = here().get('q') ?? '';
		let timer: ReturnType<typeof setTimeout>;
		input.addEventListener('input', () => {
			clearTimeout(timer);
			timer = setTimeout(() => ask(false), PAUSE);
		});
		input.form?.addEventListener('submit', (event) => {
			event.preventDefault();
			clearTimeout(timer);
			ask(true);
		});
		// Whoever goes to the field is about to search.
		input.addEventListener('focus', () => openSearch(base).catch(() => {}));
		addEventListener('keydown', (event) => onKey(event, input));
	}
	addEventListener('popstate', () => follow());
	root.addEventListener('click', (event) => {
		const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-steer]');
		if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
		event.preventDefault();
		history.pushState(null, '', link.href);
		void follow().then(() => {
			if (link.dataset['steer'] === 'sida') links()[0]?.focus();
		});
	});
	sort.addEventListener('change', () =>
		go((address) => {
			address.delete('ordning');
			if (sort.value) address.set('ordning', sort.value);
		}, true),
	);
	void show();
	return want;

	/** Shows what the address has come to say. */
	function follow() {
		if (input) input.value = here().get('q') ?? '';
		return show();
	}

	function go(change: Change, push: boolean) {
		const address = addressAfter(change);
		if (push) history.pushState(null, '', address);
		else if (address === location.pathname + location.search) return;
		else history.replaceState(history.state, '', address);
		void show();
	}

	/** Arrows go through the hits, Esc goes back to the field. */
	function onKey(event: KeyboardEvent, input: HTMLInputElement) {
		if (event.altKey || event.ctrlKey || event.metaKey) return;
		const stops: HTMLElement[] = [input, ...links()];
		const place = stops.indexOf(document.activeElement as HTMLElement);
		const to = { ArrowDown: Math.min(place + 1, stops.length - 1), ArrowUp: place - 1, Escape: place && 0 }[event.key];
		if (place < 0 || to === undefined || to < 0 || to === place) return;
		stops[to]?.focus();
		event.preventDefault();
	}

	function links() {
		return [...root.querySelectorAll<HTMLAnchorElement>('a[data-traff]')];
	}

	async function show() {
		const turn = ++last;
		form?.forget();
		const started = performance.now();
		const address = here();
		const typed = input ? (address.get('q') ?? '') : '';
		const query = typed.trim();
		const literal = address.has('exakt');
		const order = address.get('ordning') ?? (query ? '' : NEWEST);
		const chosen = new Map<string, ReadonlySet<string>>();
		for (const key of FACETS) if (address.get(key)) chosen.set(key, new Set(address.getAll(key).filter(Boolean)));
		/** Whether nothing is asked for but what the page itself lists. */
		const still = !typed && chosen.size === 0 && !address.has('ordning') && !address.has('sida');
		root.toggleAttribute('data-live', !still);
		delete document.documentElement.dataset['vantar'];
		// Without a query there is nothing to be relevant to: the newest come first.
		(sort.firstElementChild as HTMLElement).hidden = !query;
		sort.value = order;
		if (still) {
			list.replaceChildren();
			list.dataset['q'] = '';
			if (!wanted) return offer();
		} else delete list.dataset['q'];
		const slow = setTimeout(() => turn === last && say('Söker …'), 250);
		try {
			const { search, lexicon } = (opened = await openSearch(base));
			const narrowing = (facets ??= new Facets(search, lexicon));
			const choice = new Map(chosen);
			for (const item of scope) {
				const [key = '', value = ''] = item.split(':');
				choice.set(key, new Set([value]));
			}
			const answer = query ? await search.search(query, { literal }) : undefined;
			const found = await narrowing.narrow(answer?.hits ?? (await search.everything()), choice);
			clearTimeout(slow);
			if (!still) {
				const pages = Math.max(1, Math.ceil(found.length / PER_PAGE));
				const page = Math.min(Math.max(1, Math.trunc(Number(address.get('sida'))) || 1), pages);
				const hits = order
					? await import('../search/order.ts').then((module) =>
							module.inOrder(search, lexicon, found, order, page * PER_PAGE, query ? undefined : choice),
						)
					: found;
				const shown = await Promise.all(hits.slice((page - 1) * PER_PAGE, page * PER_PAGE).map((hit) => hit.data()));
				// How the query was read, what was chosen, and what to do when nothing was found: most searches need none of it.
				const help =
					chosen.size > 0 || literal || found.length === 0 || answer?.understood.corrected
						? await import('./search-help.ts')
						: undefined;
				if (turn !== last) return;
				const matches = answer ? matcher(answer.understood, lexicon) : () => false;
				list.replaceChildren(...shown.map((data) => item(data, matches)));
				refresh();
				drawPages(page, pages);
				const [notes, chips, none] = ['notes', 'chips', 'help'].map(part) as [HTMLElement, HTMLElement, HTMLElement];
				notes.replaceChildren(...(help?.notes(query, literal, found.length > 0 && answer?.understood.corrected) ?? []));
				chips.hidden = chosen.size === 0;
				chips.replaceChildren(...(help?.chips(chosen, label, (key, value) => go(toggled(key, value), true)) ?? []));
				none.hidden = found.length > 0;
				if (help && !none.hidden)
					none.replaceChildren(
						make(heading, {}, 'Inga träffar'),
						help.nothingFound(answer?.understood, lexicon, base, chosen.size > 0),
					);
				part('groups').hidden = !query || found.length < 2 || chosen.has('punkt');
				say(
					`${summary(found.length, query)}${chosen.size > 0 ? ' med valda filter' : ''}${page > 1 ? `, sida ${page}` : ''}`,
				);
				list.dataset['q'] = typed;
				list.dataset['ms'] = String(Math.round(performance.now() - started));
				if (query) await drawGroups(found, narrowing, turn);
			}
			if (turn !== last) return;
			form ??= facetForm(
				side,
				narrowing,
				label,
				FACETS.filter((key) => !scope.some((item) => item.startsWith(`${key}:`))),
				(key, value) => go(toggled(key, value), true),
			);
			await form.draw({ choice, hits: answer?.hits, total: found.length });
		} catch {
			clearTimeout(slow);
			if (turn === last) fail();
		}
	}

	function summary(number: number, query: string): string {
		const [one, many] = query ? ['träff', 'träffar'] : input ? ['sida', 'sidor'] : ['exempel', 'exempel'];
		return `${number || 'Inga'} ${number === 1 ? one : many}${query && ` på ”${query}”`}`;
	}

	function say(text: string) {
		status.textContent = text;
	}

	function item(page: PagefindPage, matches: (word: string) => boolean): HTMLLIElement {
		const of = (key: string) => page.filters[key] ?? [];
		const [kind = ''] = of('typ');
		const { pieces, section } = excerpt(page, matches, (id) => label('avsnitt', id) !== id);
		const place = kind === 'kommun' ? [] : of('kommun').map((value) => label('kommun', value));
		// A list of one kind need not name it.
		const [lead, ...rest] = [input && label('typ', kind), ...place, of('ar')[0]].filter(Boolean);
		const points = kind === 'punkt' ? [] : of('punkt').filter((value) => !scope.includes(`punkt:${value}`));
		return make(
			'li',
			{ class: 'ex' },
			make(
				heading,
				{},
				make(
					'a',
					{ href: page.url, 'data-traff': true },
					kind === 'punkt' && `${of('punkt')[0]}. `,
					marked(mark(page.meta['title'] ?? page.url, matches)),
				),
			),
			make('p', { class: 'ex-m' }, make('b', {}, lead as string), ['', ...rest].join(' ')),
			make(
				'p',
				{ class: 'ex-s' },
				marked(pieces),
				section && [
					' ',
					make('a', { class: 'sub', href: `${page.url}#${section}` }, `Avsnittet ${label('avsnitt', section)}`),
				],
				// Its words and state are set by refresh, as on every other item.
				kind === 'exempel' && [' ', make('button', { class: 'lnk add', type: 'button' })],
			),
			points.length > 0 &&
				make(
					'ul',
					{ class: 'fl', 'aria-label': scope.length > 1 ? 'Även under' : 'Punkter' },
					points.map((value) =>
						make('li', {}, make('a', { href: `${base}punkt/${value}/`, ...asTab(value) }, tab(value))),
					),
				),
		);
	}

	/** A point's number and name, as they stand on its tab. */
	function tab(point: string) {
		return [make('b', {}, point), label('punkt', point).slice(point.length)];
	}

	/** Nothing is loaded until the reader asks for it, or there is time and room to show the facets. */
	function offer() {
		if (side.hasChildNodes()) return;
		const button = make('button', { type: 'button', class: 'btn' }, icon(FUNNEL), ' Filtrera listan');
		button.onclick = () => {
			button.disabled = true;
			void want();
		};
		side.append(button);
		if (input && matchMedia(WIDE).matches)
			setTimeout(() => {
				wanted = true;
				void show();
			});
	}

	/** Shows the facets of a static list and goes to them; where they lie in a panel of their own it opens. */
	async function want() {
		wanted = true;
		await show();
		const [opener, form] = root.querySelectorAll<HTMLElement>('[popovertarget=filter].btn, form.filter');
		// The panel gives the focus back to where it was.
		opener?.focus();
		if (opener?.checkVisibility()) form?.showPopover();
		form?.querySelector('summary')?.focus();
	}

	function label(key: string, value: string): string {
		return opened?.lexicon.label(key, value) ?? value;
	}

	function drawPages(page: number, pages: number) {
		const nav = part('pages');
		nav.hidden = pages === 1;
		const link = (to: number, text: string, attributes?: Readonly<Record<string, string | false>>) =>
			to > 0 &&
			to <= pages &&
			steer(text, (address) => address.set('sida', String(to)), { 'data-steer': 'sida', ...attributes });
		const near = Array.from({ length: pages }, (_, place) => place + 1).filter(
			(to) => to === 1 || to === pages || Math.abs(to - page) < 3,
		);
		nav.replaceChildren(
			link(page - 1, 'Föregående') || '',
			make(
				'ol',
				{},
				near.map((to) =>
					make('li', {}, link(to, String(to), { 'aria-label': `Sida ${to}`, 'aria-current': to === page && 'page' })),
				),
			),
			link(page + 1, 'Nästa') || '',
		);
	}

	/** How the hits fall on the ten points, as ways to narrow. Room is kept for them in the line that they stand on. */
	async function drawGroups(hits: readonly Hit[], facets: Facets, turn: number) {
		const counts = await facets.counts('punkt', new Map(), hits);
		if (turn !== last) return;
		const found = [...counts].filter(([, number]) => number > 0).sort((a, b) => b[1] - a[1]);
		part('groups').replaceChildren(
			...found.slice(0, 5).map(([value, number]) => {
				const link = steer(undefined, toggled('punkt', value), asTab(value));
				link.append(
					...tab(value),
					' ',
					make(
						'span',
						{ class: 'n' },
						String(number),
						make('span', { class: 'vh' }, number === 1 ? ' träff' : ' träffar'),
					),
				);
				return make('li', {}, link);
			}),
		);
	}

	/** The index cannot be read: say so, offer to try again; the static lists are on the page. */
	function fail() {
		const again = make('button', { type: 'button', class: 'btn' }, 'Försök igen');
		again.onclick = () => void show();
		const text = import.meta.env.DEV
			? 'Sökregistret saknas. Kör npm run build en gång, så söker redigeringsläget i den senast byggda webbplatsen.'
			: `${input ? 'Sökningen' : 'Filtren'} gick inte att ladda. Försök igen eller bläddra bland exemplen nedan.`;
		root.toggleAttribute('data-live', Boolean(input));
		if (input) say(text);
		part(input ? 'notes' : 'side').replaceChildren(...(input ? [] : [make('p', { role: 'alert' }, text)]), again);
	}
}

const asTab = (point: string) => ({ class: 'flik', 'data-p': point });
const marked = (pieces: readonly Piece[]) => pieces.map(({ text, hit }) => (hit ? make('mark', {}, text) : text));
