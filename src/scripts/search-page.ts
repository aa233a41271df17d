/**
 * `<catalogue-search>`: results, facets and pages of results for a query, the whole state in the address. Stands on the
 * search page, and on lists of examples with a fixed scope, where it takes over once something is chosen.
 */
import type { PagefindPage } from '../search/engine.ts';
import { excerpt, mark, type Piece, SECTION_NAMES } from '../search/excerpt.ts';
import { FACETS, Facets, KINDS, labelOf } from '../search/facets.ts';
import { matcher, type Understood } from '../search/query.ts';
import { refresh } from './collection-store.ts';
import { CROSS, FUNNEL, icon, make } from './dom.ts';
import type { FacetForm } from './facet-form.ts';
import { openSearch, type Opened } from './open-search.ts';

const PER_PAGE = 10;
const PAUSE = 180;
const NEWEST = ['nyast', 'Nyast först'];

interface State {
	readonly query: string;
	readonly choice: Map<string, Set<string>>;
	readonly order: string;
	readonly page: number;
	readonly literal: boolean;
}

const count = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`;

export class CatalogueSearch extends HTMLElement {
	readonly #input = document.querySelector<HTMLInputElement>('.sok input');
	#facets: Facets | undefined;
	#opened: Opened | undefined;
	#form: FacetForm | undefined;
	#turn = 0;
	#shownAt = '';

	/** Choices that the page itself makes: `typ:exempel punkt:7`. */
	get #scope(): string[] {
		return (this.dataset['scope'] ?? '').split(' ').filter(Boolean);
	}

	get #sort() {
		return this.#part<HTMLSelectElement>('sort');
	}

	/** Headings follow the section that the list stands in. */
	get #heading() {
		return this.closest('section') ? 'h3' : 'h2';
	}

	get #base(): string {
		return this.dataset['base'] ?? '/';
	}

	#part<T extends HTMLElement = HTMLElement>(name: string): T {
		return this.querySelector(`[data-part=${name}]`) as T;
	}

	connectedCallback() {
		const input = this.#input;
		const form = input?.form;
		if (input && form && this.#scope.length === 0) {
			// Somebody may have begun to type before this came.
			if (input.value) this.#go({ query: input.value, page: 1 }, 'replace');
			else input.value = this.#read().query;
			let timer: ReturnType<typeof setTimeout>;
			input.addEventListener('input', () => {
				clearTimeout(timer);
				timer = setTimeout(() => this.#go({ query: input.value, page: 1, literal: false }, 'replace'), PAUSE);
			});
			form.addEventListener('submit', (event) => {
				event.preventDefault();
				clearTimeout(timer);
				this.#go({ query: input.value, page: 1, literal: false }, 'push');
			});
		}
		addEventListener('popstate', () => {
			if (input) input.value = this.#read().query;
			void this.#show();
		});
		addEventListener('keydown', (event) => this.#onKey(event));
		this.addEventListener('click', (event) => this.#onClick(event));
		this.#sort.addEventListener('change', () => this.#go({ order: this.#sort.value, page: 1 }, 'push'));
		void this.#show();
	}

	/** The state is what the address says. */
	#read(): State {
		const address = new URLSearchParams(location.search);
		const choice = new Map<string, Set<string>>();
		for (const [key] of FACETS) {
			const values = address.getAll(key).filter(Boolean);
			if (values.length > 0) choice.set(key, new Set(values));
		}
		return {
			query: this.#scope.length > 0 ? '' : (address.get('q') ?? ''),
			choice,
			order: address.get('ordning') ?? '',
			page: Math.max(1, Number.parseInt(address.get('sida') ?? '1', 10) || 1),
			literal: address.has('exakt'),
		};
	}

	#addressOf(change: Partial<State>): string {
		const { query, choice, order, page, literal } = { ...this.#read(), ...change };
		const address = new URLSearchParams();
		if (query) address.set('q', query);
		for (const [key] of FACETS) for (const value of choice.get(key) ?? []) address.append(key, value);
		if (order) address.set('ordning', order);
		if (page > 1) address.set('sida', String(page));
		if (literal) address.set('exakt', '');
		const text = address.toString().replace(/=(?=&|$)/g, '');
		return location.pathname + (text ? `?${text}` : '');
	}

	#go(change: Partial<State>, how: 'push' | 'replace') {
		const address = this.#addressOf(change);
		if (address === location.pathname + location.search && how === 'replace') return;
		if (how === 'push') history.pushState(null, '', address);
		else history.replaceState(history.state, '', address);
		void this.#show();
	}

	#toggled(key: string, value: string): Map<string, Set<string>> {
		const choice = new Map(this.#read().choice);
		const values = new Set(choice.get(key));
		if (!values.delete(value)) values.add(value);
		choice.set(key, values);
		return choice;
	}

	#onClick(event: MouseEvent) {
		const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-steer]');
		if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
		event.preventDefault();
		history.pushState(null, '', link.href);
		if (this.#input && this.#scope.length === 0) this.#input.value = this.#read().query;
		void this.#show().then(() => {
			if (link.dataset['steer'] === 'sida') this.#links()[0]?.focus();
		});
	}

	/** Arrows go through the hits, Esc goes back to the field. */
	#onKey(event: KeyboardEvent) {
		if (event.altKey || event.ctrlKey || event.metaKey || this.#scope.length > 0) return;
		const links = this.#links();
		const place = links.indexOf(document.activeElement as HTMLAnchorElement);
		const inField = document.activeElement === this.#input;
		if (event.key === 'ArrowDown' && (inField || place >= 0)) links[Math.min(place + 1, links.length - 1)]?.focus();
		else if (event.key === 'ArrowUp' && place >= 0) (place === 0 ? this.#input : links[place - 1])?.focus();
		else if (event.key === 'Escape' && place >= 0) this.#input?.focus();
		else return;
		event.preventDefault();
	}

	#links() {
		return [...this.querySelectorAll<HTMLAnchorElement>('a[data-traff]')];
	}

	async #show() {
		const turn = ++this.#turn;
		this.#form?.forget();
		const state = this.#read();
		const list = this.#part('hits');
		const idle = this.#scope.length > 0 && state.choice.size === 0 && !state.order && state.page === 1;
		this.toggleAttribute('data-live', !idle);
		const started = performance.now();
		if (idle && !('wanted' in this.dataset)) return this.#offer();
		delete list.dataset['q'];
		this.#drawSort(state);
		const slow = setTimeout(() => turn === this.#turn && this.#say('Söker …'), 250);
		try {
			const opened = (this.#opened = await openSearch(this.#base));
			const facets = (this.#facets ??= new Facets(opened.search, opened.lexicon));
			const choice = new Map(state.choice);
			for (const item of this.#scope) {
				const [key = '', value = ''] = item.split(':');
				choice.set(key, new Set([value]));
			}
			const query = state.query.trim();
			const answer = query ? await opened.search.search(query, { literal: state.literal }) : undefined;
			const narrowed = await facets.narrow(answer?.hits ?? (await opened.search.everything()), choice);
			const pages = Math.max(1, Math.ceil(narrowed.length / PER_PAGE));
			const page = Math.min(state.page, pages);
			const order = state.order || (query ? '' : 'nyast');
			const hits = order ? await facets.sort(narrowed, order, page * PER_PAGE, query ? undefined : choice) : narrowed;
			const [shown, points] = await Promise.all([
				Promise.all(hits.slice((page - 1) * PER_PAGE, page * PER_PAGE).map((hit) => hit.data())),
				query ? facets.counts('punkt', new Map(), hits) : undefined,
			]);
			if (turn !== this.#turn) return;
			clearTimeout(slow);
			const matches = answer ? matcher(answer.understood, opened.lexicon) : () => false;
			if (!idle) {
				list.replaceChildren(...shown.map((data) => this.#item(data, matches)));
				refresh();
				this.#drawPages(page, pages);
				void this.#drawNotes(state, answer?.understood, hits.length, opened);
				this.#drawChips(state);
				this.#drawGroups(points, state);
				this.#say(this.#summary(hits.length, state, page));
			}
			list.dataset['q'] = state.query;
			list.dataset['ms'] = String(Math.round(performance.now() - started));
			if (page !== Number(this.#shownAt) && this.#shownAt) list.scrollIntoView({ block: 'nearest' });
			this.#shownAt = String(page);
			const { FacetForm } = await import('./facet-form.ts');
			if (turn !== this.#turn) return;
			this.#form ??= new FacetForm(
				this.#part('side'),
				facets,
				(key, value) => this.#label(key, value),
				FACETS.filter(([key]) => !this.#scope.some((item) => item.startsWith(`${key}:`))),
				(key, value) => this.#go({ choice: this.#toggled(key, value), page: 1 }, 'push'),
			);
			await this.#form.draw({ choice, hits: answer?.hits, total: hits.length });
		} catch {
			clearTimeout(slow);
			if (turn === this.#turn) this.#fail();
		}
	}

	#summary(number: number, { query, choice }: State, page: number): string {
		const narrowed = [...choice.values()].some((values) => values.size > 0);
		const what = query.trim()
			? `${number === 0 ? 'Inga träffar' : count(number, 'träff', 'träffar')} på ”${query.trim()}”`
			: number === 0
				? 'Inga sidor'
				: this.#scope.length > 0
					? count(number, 'exempel', 'exempel')
					: count(number, 'sida', 'sidor');
		return `${what}${narrowed ? ' med valda filter' : ''}${page > 1 ? `, sida ${page}` : ''}`;
	}

	#say(text: string) {
		this.#part('status').textContent = text;
	}

	#item(page: PagefindPage, matches: (word: string) => boolean): HTMLLIElement {
		const of = (key: string) => page.filters[key] ?? [];
		const kind = of('typ')[0] ?? 'sida';
		const { pieces, section } = excerpt(page, matches);
		const number = kind === 'punkt' ? `${of('punkt')[0]}. ` : '';
		const title = page.meta['title'] ?? page.url;
		const place = kind === 'kommun' ? [] : of('kommun').map((value) => this.#label('kommun', value));
		// A list of one kind need not name it.
		const [lead, ...rest] = [...(this.#scope.length > 0 ? [] : [KINDS[kind]]), ...place, of('ar')[0]].filter(Boolean);
		const points =
			kind === 'exempel' || kind === 'dokument'
				? of('punkt').filter((value) => !this.#scope.includes(`punkt:${value}`))
				: [];
		return make(
			'li',
			{ class: 'ex' },
			make(
				this.#heading,
				{},
				make('a', { href: page.url, 'data-traff': true }, number, ...marked(mark(title, matches))),
			),
			make('p', { class: 'ex-m' }, make('b', {}, lead), ['', ...rest].join(' ')),
			make(
				'p',
				{ class: 'ex-s' },
				...marked(pieces),
				section !== undefined && ' ',
				section !== undefined &&
					make('a', { class: 'sub', href: `${page.url}#${section}` }, `Avsnittet ${SECTION_NAMES[section]}`),
				kind === 'exempel' && ' ',
				// Its words and state are set by refresh, as on every other item.
				kind === 'exempel' && make('button', { class: 'lnk add', type: 'button' }, 'Lägg i Min samling'),
			),
			points.length > 0 &&
				make(
					'ul',
					{ class: 'fl', 'aria-label': this.#scope.length > 1 ? 'Även under' : 'Punkter' },
					...points.map((value) => {
						const label = this.#label('punkt', value).replace(/^\d+ /, '');
						return make(
							'li',
							{},
							make(
								'a',
								{ class: 'flik', 'data-p': value, href: `${this.#base}punkt/${value}/` },
								make('b', {}, value),
								` ${label}`,
							),
						);
					}),
				),
		);
	}

	/** On a static list nothing is loaded until the reader asks for it. */
	#offer() {
		const side = this.#part('side');
		if (side.hasChildNodes()) return;
		const button = make('button', { type: 'button', class: 'btn offer' }, icon(FUNNEL), ' Filtrera listan');
		button.onclick = () => {
			button.disabled = true;
			void this.want();
		};
		side.append(button);
	}

	/** Shows the facets of a static list and goes to them; where they lie in a panel of their own it opens. */
	async want() {
		this.dataset['wanted'] = '';
		await this.#show();
		const [opener, form] = this.querySelectorAll<HTMLElement>('[popovertarget=filter].btn, form.filter');
		// The panel gives the focus back to where it was.
		opener?.focus();
		if (opener?.checkVisibility()) form?.showPopover();
		form?.querySelector('summary')?.focus();
	}

	#label(key: string, value: string): string {
		return this.#opened ? labelOf(this.#opened.lexicon, key, value) : value;
	}

	/** Without a query there is nothing to be relevant to: the newest come first. */
	#drawSort({ query, order }: State) {
		const orders = query.trim() ? [['', 'Mest relevant'], NEWEST] : [['', NEWEST[1]]];
		this.#sort.replaceChildren(
			...[...orders, ['kommun', 'Kommun A–Ö']].map(([value, label]) =>
				make('option', { value, selected: value === order }, label),
			),
		);
	}

	#drawPages(page: number, pages: number) {
		const nav = this.#part('pages');
		nav.hidden = pages === 1;
		const link = (number: number, text: string, current = false) =>
			make(
				'a',
				{ href: this.#addressOf({ page: number }), 'data-steer': 'sida', 'aria-current': current ? 'page' : undefined },
				text,
			);
		const near = Array.from({ length: pages }, (_, place) => place + 1).filter(
			(number) => number === 1 || number === pages || Math.abs(number - page) < 3,
		);
		nav.replaceChildren(
			...(page > 1 ? [link(page - 1, 'Föregående')] : []),
			make(
				'ol',
				{},
				...near.map((number) => {
					const item = link(number, '', number === page);
					item.append(make('span', { class: 'vh' }, 'Sida '), String(number));
					return make('li', {}, item);
				}),
			),
			...(page < pages ? [link(page + 1, 'Nästa')] : []),
		);
	}

	/** How the query was read, and what to do when nothing was found. */
	async #drawNotes(state: State, understood: Understood | undefined, number: number, opened: Opened) {
		const query = state.query.trim();
		const corrected = understood?.corrected;
		const to = (text: string, words = text) =>
			make('a', { href: this.#addressOf({ query: words, page: 1, literal: false }), 'data-steer': 'ord' }, text);
		const notes: HTMLElement[] = [];
		if (corrected && number > 0)
			notes.push(
				make(
					'p',
					{},
					'Visar träffar för ',
					make('b', {}, corrected),
					' i stället för ',
					make('a', { href: this.#addressOf({ literal: true, page: 1 }), 'data-steer': 'ord' }, query),
					'.',
				),
			);
		if (state.literal)
			notes.push(
				make('p', {}, 'Söker bara på orden som de är skrivna. ', to('Sök även på närliggande ord', query), '.'),
			);
		this.#part('notes').replaceChildren(...notes);

		const help = this.#part('help');
		help.hidden = number > 0;
		if (number > 0) return;
		const { nothingFound } = await import('./search-help.ts');
		help.replaceChildren(
			make(this.#heading, {}, 'Inga träffar'),
			nothingFound(
				understood,
				opened,
				this.#base,
				to,
				[...state.choice.values()].some((values) => values.size > 0)
					? this.#addressOf({ choice: new Map(), page: 1 })
					: undefined,
			),
		);
	}

	#drawChips({ choice }: State) {
		const chips = this.#part('chips');
		const chosen = [...choice].flatMap(([key, values]) => [...values].map((value) => [key, value] as const));
		chips.hidden = chosen.length === 0;
		chips.replaceChildren(
			...chosen.map(([key, value]) => {
				const button = make(
					'button',
					{ type: 'button' },
					make('span', { class: 'vh' }, 'Ta bort filter: '),
					this.#label(key, value),
					icon(CROSS),
				);
				button.onclick = () => {
					this.#go({ choice: this.#toggled(key, value), page: 1 }, 'push');
					this.#part('status').focus();
				};
				return make('li', {}, button);
			}),
			make(
				'li',
				{},
				make('a', { href: this.#addressOf({ choice: new Map(), page: 1 }), 'data-steer': 'ord' }, 'Rensa alla'),
			),
		);
	}

	/** How the hits fall on the ten points, as ways to narrow. */
	#drawGroups(counts: ReadonlyMap<string, number> | undefined, { choice }: State) {
		const groups = this.#part('groups');
		const found = [...(counts ?? [])].filter(([, number]) => number > 0);
		groups.hidden = found.length < 2 || (choice.get('punkt')?.size ?? 0) > 0;
		groups.replaceChildren(
			...found
				.sort((a, b) => b[1] - a[1])
				.slice(0, 5)
				.map(([value, number]) =>
					make(
						'li',
						{},
						make(
							'a',
							{
								class: 'flik',
								'data-p': value,
								'data-steer': 'ord',
								href: this.#addressOf({ choice: this.#toggled('punkt', value), page: 1 }),
							},
							make('b', {}, value),
							` ${this.#label('punkt', value).replace(/^\d+ /, '')} `,
							make(
								'span',
								{ class: 'n' },
								String(number),
								make('span', { class: 'vh' }, number === 1 ? ' träff' : ' träffar'),
							),
						),
					),
				),
		);
	}

	/** The index cannot be read: say so, offer to try again; the static lists are on the page. */
	#fail() {
		const again = make('button', { type: 'button', class: 'btn' }, 'Försök igen');
		again.onclick = () => void this.#show();
		const scoped = this.#scope.length > 0;
		const text = import.meta.env.DEV
			? 'Sökregistret saknas. Kör npm run build en gång, så söker redigeringsläget i den senast byggda webbplatsen.'
			: `${scoped ? 'Filtren' : 'Sökningen'} gick inte att ladda. Försök igen eller bläddra bland exemplen nedan.`;
		this.#part('hits').replaceChildren();
		this.toggleAttribute('data-live', !scoped);
		this.#part('side').replaceChildren(...(scoped ? [make('p', { role: 'alert' }, text), again] : []));
		if (scoped) return;
		this.#say(text);
		this.#part('notes').replaceChildren(make('p', {}, again));
	}
}

const marked = (pieces: readonly Piece[]) => pieces.map(({ text, hit }) => (hit ? make('mark', {}, text) : text));

customElements.define('catalogue-search', CatalogueSearch);
