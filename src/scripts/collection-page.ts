/**
 * Min samling. The address holds the collection, so it can be shared, reloaded and stepped back through; the browser's
 * own store holds the reader's copy of it. A page opened by someone else's link is shown without touching that copy.
 * Everything is built with DOM methods: titles, comments and links are text wherever they come from.
 */
import { toBibtex, toRis } from '../citations/exports.ts';
import type { Run } from '../citations/texts.ts';
import type { Card, CardFile } from '../collection/card.ts';
import { Cards } from '../collection/cards.ts';
import { compare, COMPARE_MAX, COMPARE_MIN } from '../collection/compare.ts';
import {
	type Collection,
	type Form,
	type Item,
	MAX_COMMENT,
	MAX_ITEMS,
	MAX_TITLE,
	type ReadLink,
	readLink,
	withMoved,
	withoutExample,
	withPresentIds,
	writeLink,
} from '../collection/link.ts';
import { compose, DEFAULT_TITLE, type Picked, sourceLine, toHtml, toMarkdown, toText } from '../collection/output.ts';
import { collectionPath, examplePath, toAbsolute, toPrinted } from '../paths.ts';
import { count, formatDate, formatNumber, toSlug } from '../swedish.ts';
import { copyToClipboard } from './clipboard.ts';
import { storedLink, storeLink } from './collection-store.ts';
import { make } from './dom.ts';

const BLOCKED = 'Webbläsaren tillåter inte att vi sparar samlingen. Den finns kvar tills du stänger fliken.';
const COPIED = 'Kopierat. Klistra in i ditt dokument.';
const NOT_COPIED = 'Det gick inte att kopiera. Markera texten och kopiera själv.';
const MISSING = 'Uppgift saknas';

/** The most characters in a QR code that a phone reads from paper. */
const QR_MAX = 800;

/** What the list shows of an example. */
type Listed = Pick<Card, 'id' | 'title' | 'path' | 'about' | 'period' | 'withdrawn'>;

/** What the address says of a collection: nothing when it names a place on the page, as the skip link does. */
const addressed = () => (location.hash.includes('=') ? location.hash.slice(1) : '');

/** A text's stretches as links, titles of works and plain text. */
const runNodes = (runs: readonly Run[]): (Node | string)[] =>
	runs.map(({ text, href, work }) => (href ? make('a', { href }, text) : work ? make('cite', {}, text) : text));

class MinSamling extends HTMLElement {
	readonly #points = JSON.parse(this.dataset['points'] as string) as readonly string[];
	readonly #cards = new Cards(Number(this.dataset['parts']), async (name) => {
		const response = await fetch(`${this.dataset['cards']}${name}.json`);
		if (!response.ok) throw new Error(`${response.status}`);
		return (await response.json()) as CardFile;
	});
	/** Goes up with everything that is asked for or done, so that cards which come too late change nothing. */
	#turn = 0;
	#collection: Collection = readLink('').collection;
	/** Whether what is shown is the reader's own, which changes are stored to. */
	#own = true;
	/** The examples to compare, by id. */
	#compared: readonly string[] = [];
	#timer: ReturnType<typeof setTimeout> | undefined;

	connectedCallback() {
		this.#listen();
		void this.#open();
	}

	#get<T extends HTMLElement>(id: string): T {
		return this.querySelector<T>(`#${id}`) as T;
	}

	/** Shows what the address says, or the reader's own when it says nothing. */
	async #open() {
		const address = addressed();
		const stored = storedLink();
		const marked = (history.state as { own?: boolean } | null)?.own === true;
		// The reader's own may have grown on other pages since this address was left.
		const own = marked || address === '' || address === stored;
		const read = readLink(own && stored ? stored : address);
		if (!(await this.#reach(read))) return;
		this.#own = own;
		const whole = this.#show(read);
		// The skip link may have been used meanwhile.
		if (own || addressed() !== address) this.#write('replace');
		// What cannot be shown today stays in the store until the reader changes something.
		if (own && whole && (storedLink() !== '' || this.#collection.items.length > 0)) this.#store();
	}

	/**
	 * Gets the cards of the examples in what was read.
	 *
	 * @returns whether nothing else has been asked for or done meanwhile
	 */
	async #reach({ collection }: ReadLink): Promise<boolean> {
		const turn = (this.#turn += 1);
		await this.#cards.ask(collection.items.map(({ id }) => id));
		return turn === this.#turn;
	}

	/** What the catalogue has of what was read, and how many examples it does not have. */
	#resolve(read: ReadLink) {
		const { collection, ...rest } = withPresentIds(read, this.#cards.formerIds);
		const items = collection.items.filter(({ id }) => !this.#cards.lacks(id));
		const gone = collection.items.length - items.length + read.strange;
		return { ...rest, collection: { ...collection, items }, gone };
	}

	/**
	 * Takes over what was read, and tells what could not be kept.
	 *
	 * @returns whether all of it was
	 */
	#show(read: ReadLink): boolean {
		const { collection, gone, surplus, clipped } = this.#resolve(read);
		this.#collection = collection;
		const told = [
			gone > 0 &&
				`${count(gone, 'exempel', 'exempel')} i ${this.#own ? 'samlingen' : 'länken'} finns inte i katalogen och är inte med.${this.#own ? '' : ' Länken kan ha klippts av eller ändrats.'}`,
			surplus > 0 &&
				`Länken har fler exempel än en samling rymmer. De första ${MAX_ITEMS} är kvar, ${formatNumber(surplus)} är inte med.`,
			clipped && 'En rubrik eller kommentar var för lång och är avkortad.',
		].filter((line) => line !== false);
		this.#message(...told);
		this.#compared = this.#picked()
			.slice(0, COMPARE_MAX)
			.map(({ card }) => card.id);
		this.#render();
		return told.length === 0;
	}

	#listen() {
		addEventListener('popstate', async () => {
			if (location.hash && !addressed()) return this.#write('replace');
			const marked = (history.state as { own?: boolean } | null)?.own === true;
			const own = marked || addressed() === storedLink();
			clearTimeout(this.#timer);
			this.#timer = undefined;
			const read = readLink(addressed());
			if (!(await this.#reach(read))) return;
			this.#own = own;
			this.#show(read);
			this.#get('svar').textContent = '';
			if (marked) this.#store();
		});
		addEventListener('pagehide', () => this.#timer && this.#settle());
		addEventListener('pageshow', ({ persisted }) => persisted && void this.#open());
		addEventListener('storage', () => this.#own && void this.#open());

		this.#get<HTMLInputElement>('rubrik').addEventListener('input', ({ target }) =>
			this.#typed({ ...this.#collection, title: (target as HTMLInputElement).value }),
		);
		for (const radio of this.querySelectorAll<HTMLInputElement>('[name=form]'))
			radio.addEventListener('change', () => this.#change({ ...this.#collection, form: radio.value as Form }));
		const grouped = this.#get<HTMLInputElement>('punkter');
		grouped.addEventListener('change', () => this.#change({ ...this.#collection, grouped: grouped.checked }));

		const on = (id: string, go: () => unknown) => this.#get(id).addEventListener('click', () => void go());
		on('kopiera', async () => this.#tellCopied(await copyToClipboard(toHtml(this.#blocks()), toText(this.#blocks()))));
		on('kopiera-text', async () => this.#tellCopied(await copyToClipboard(undefined, toText(this.#blocks()))));
		on('dela', async () => {
			const url = this.#shareLink();
			const link = make('a', { href: url }, this.#collection.title || DEFAULT_TITLE);
			const copied = await copyToClipboard(link.outerHTML, url);
			this.#tell(copied ? 'Länken är kopierad. Den innehåller själva listan.' : 'Kopiera länken ur adressfältet.');
		});
		on('word', () => this.#downloadWord());
		on('skriv-ut', async () => {
			await this.#renderAppendix();
			print();
		});
		for (const button of this.querySelectorAll<HTMLButtonElement>('.out .lnk'))
			button.addEventListener('click', () => this.#download(button.value as 'md' | 'bib' | 'ris'));
		on('tom', () => {
			this.#get('fraga-text').textContent =
				`Ta bort ${this.#collection.items.length === 1 ? 'exemplet' : `alla ${count(this.#collection.items.length, 'exempel', 'exempel')}`} ur samlingen?`;
			this.#get<HTMLDialogElement>('fraga').showModal();
		});
		const question = this.#get<HTMLDialogElement>('fraga');
		question.addEventListener('close', () => {
			if (question.returnValue !== 'ja') return;
			question.returnValue = '';
			this.#change({ ...this.#collection, title: '', items: [] });
			this.#heading.focus();
		});
		on('spara', () => {
			this.#takeOver(this.#collection);
			this.#tell('Samlingen är sparad som din.');
		});
		on('foga', async () => {
			const stored = readLink(storedLink());
			if (!(await this.#reach(stored))) return;
			const mine = this.#resolve(stored).collection;
			const others = this.#collection.items.filter(({ id }) => mine.items.every((item) => item.id !== id));
			const added = others.slice(0, MAX_ITEMS - mine.items.length);
			this.#takeOver({ ...mine, items: [...mine.items, ...added] });
			const full = added.length < others.length ? ` Samlingen rymmer högst ${MAX_ITEMS}.` : '';
			this.#tell(`${count(added.length, 'exempel', 'exempel')} har lagts till i din samling.${full}`);
		});
		on('hamta-igen', async () => {
			if (this.#timer) this.#settle();
			await this.#open();
			if (this.#get('ohamtat').hidden) this.#heading.focus();
		});
	}

	get #heading(): HTMLElement {
		const heading = this.querySelector('h1') as HTMLElement;
		heading.tabIndex = -1;
		return heading;
	}

	/** Makes a collection the reader's own. */
	#takeOver(collection: Collection) {
		if (this.#timer) this.#settle();
		this.#own = true;
		this.#change(collection);
		this.#heading.focus();
	}

	/** A change worth a step back: of what is in the collection, its order or its form. */
	#change(collection: Collection) {
		if (this.#timer) this.#settle();
		this.#turn += 1;
		this.#collection = collection;
		this.#compared = this.#compared.filter((id) => collection.items.some((item) => item.id === id));
		this.#write('push');
		if (this.#own) this.#store();
		this.#render();
	}

	/** Typing: shown at once, written to the address when the reader pauses. */
	#typed(collection: Collection) {
		this.#turn += 1;
		this.#collection = readLink(writeLink(collection)).collection;
		this.#renderSheet();
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => this.#settle(), 300);
	}

	/** Writes what has been typed; called before anything that leaves this address. */
	#settle() {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		this.#write('replace');
		if (this.#own) this.#store();
		void this.#renderAppendix();
	}

	#write(how: 'push' | 'replace') {
		const link = writeLink(this.#collection);
		const url = location.pathname + (this.#collection.items.length > 0 ? `#${link}` : '');
		const state = { own: this.#own };
		if (how === 'push' && location.hash.slice(1) !== link) history.pushState(state, '', url);
		else history.replaceState(state, '', url);
	}

	#store() {
		if (!storeLink(writeLink(this.#collection))) this.#message(BLOCKED);
	}

	/** Without the examples whose cards could not be had, which are in the collection and nowhere else. */
	#picked(): Picked[] {
		return this.#collection.items.flatMap(({ id, comment }) => {
			const card = this.#cards.get(id);
			return card ? [{ card, comment }] : [];
		});
	}

	#blocks() {
		return compose(this.#collection, this.#picked(), this.#points);
	}

	#shareLink(collection = this.#collection) {
		return `${toAbsolute(collectionPath())}#${writeLink(collection)}`;
	}

	/** Says what happened, where it can be seen: beside the output, or at the top when there is no output. */
	#tell(text: string, ...controls: HTMLElement[]) {
		if (this.#picked().length === 0) this.#message(make('p', {}, `${text} `, ...controls));
		const status = this.#get('svar');
		status.textContent = '';
		setTimeout(() => status.replaceChildren(`${text} `, ...controls), 60);
	}

	#tellCopied(copied: boolean) {
		if (!copied) getSelection()?.selectAllChildren(this.#get('ark'));
		this.#tell(copied ? COPIED : NOT_COPIED);
	}

	#message(...lines: (string | HTMLElement)[]) {
		const message = this.#get('meddelande');
		message.hidden = lines.length === 0;
		message.replaceChildren(...lines.map((line) => (typeof line === 'string' ? make('p', {}, line) : line)));
	}

	#render() {
		const { items, title, form, grouped } = this.#collection;
		const filled = items.length > 0;
		for (const part of this.querySelectorAll<HTMLElement>('.filled')) part.hidden = !filled;
		for (const part of this.querySelectorAll<HTMLElement>('.empty')) part.hidden = filled;
		this.#get('antal').textContent = count(items.length, 'exempel', 'exempel');
		this.#get('delad').hidden = this.#own || !filled;
		this.#get('foga').hidden = readLink(storedLink()).collection.items.length === 0;
		this.#get('eget').hidden = !this.#own;
		const field = this.#get<HTMLInputElement>('rubrik');
		field.maxLength = MAX_TITLE;
		field.value = title;
		for (const radio of this.querySelectorAll<HTMLInputElement>('[name=form]')) radio.checked = radio.value === form;
		this.#get<HTMLInputElement>('punkter').checked = grouped;
		this.#get('rader').replaceChildren(...items.map((item, index) => this.#row(item, index)));
		this.#renderUnread();
		this.#renderSheet();
		this.#renderComparison();
		void this.#renderAppendix();
	}

	/** What is said of examples whose cards could not be had, and what is left when that is all of them. */
	#renderUnread() {
		const { items } = this.#collection;
		const unread = items.length - this.#picked().length;
		const said = `${count(unread, 'exempel', 'exempel')} gick inte att hämta. ${unread === 1 ? 'Det' : 'De'} ligger kvar i samlingen, men är inte med i det du kopierar, hämtar eller skriver ut.`;
		const text = this.#get('ohamtat-text');
		// Said once, not with every change.
		if (text.textContent !== said) text.textContent = said;
		this.#get('ohamtat').hidden = unread === 0;
		(this.querySelector('.out') as HTMLElement).hidden = unread === items.length;
		this.#get('jamfor').hidden = unread === items.length;
	}

	#row({ id, comment }: Item, index: number): HTMLElement {
		const card: Listed = this.#cards.get(id) ?? {
			id,
			title: id,
			path: examplePath({ id }),
			about: 'Gick inte att hämta',
		};
		const row = (this.#get<HTMLTemplateElement>('rad').content.cloneNode(true) as DocumentFragment)
			.firstElementChild as HTMLElement;
		const link = row.querySelector('a') as HTMLAnchorElement;
		link.href = card.path;
		link.textContent = card.title;
		(row.querySelector('b') as HTMLElement).textContent = card.about ?? '';
		(row.querySelector('.ex-m span') as HTMLElement).textContent = [card.period, card.withdrawn && 'Tillbakadraget']
			.filter(Boolean)
			.join('. ');
		const field = row.querySelector('textarea') as HTMLTextAreaElement;
		field.maxLength = MAX_COMMENT;
		field.value = comment;
		field.addEventListener('input', () =>
			this.#typed({
				...this.#collection,
				items: this.#collection.items.map((item) => (item.id === card.id ? { ...item, comment: field.value } : item)),
			}),
		);
		field.setAttribute('aria-label', `Egen kommentar: ${card.title}`);
		const labels = { up: 'Flytta upp', down: 'Flytta ned', remove: 'Ta bort' } as const;
		for (const button of row.querySelectorAll('button')) {
			const act = button.value as keyof typeof labels;
			button.setAttribute('aria-label', `${labels[act]}: ${card.title}`);
			button.disabled =
				(act === 'up' && index === 0) || (act === 'down' && index === this.#collection.items.length - 1);
			button.addEventListener('click', () =>
				act === 'remove' ? this.#remove(card, index) : this.#move(card.title, index, act),
			);
		}
		return row;
	}

	#move(title: string, from: number, act: 'up' | 'down') {
		const to = from + (act === 'up' ? -1 : 1);
		this.#change(withMoved(this.#collection, from, to));
		// The keyboard stays on the example that moved, on the other button where this one has come to its end.
		const row = this.#get('rader').children[to] as HTMLElement;
		const buttons = [...row.querySelectorAll<HTMLButtonElement>('.ord button')];
		(
			buttons.find((button) => button.value === act && !button.disabled) ?? buttons.find(({ disabled }) => !disabled)
		)?.focus();
		this.#tell(`${title} är nu nummer ${to + 1} av ${this.#collection.items.length}.`);
	}

	#remove({ id, title }: Listed, index: number) {
		this.#change(withoutExample(this.#collection, id));
		const rows = this.#get('rader').children;
		const next = rows[Math.min(index, rows.length - 1)]?.querySelector<HTMLElement>('[value=remove]');
		(next ?? this.#heading).focus();
		const undo = make('button', { type: 'button', class: 'lnk' }, 'Ångra');
		undo.addEventListener('click', () => {
			this.#heading.focus();
			history.back();
		});
		this.#tell(`Borttaget ur Min samling: ${title}.`, undo);
	}

	#renderSheet() {
		const sheet = this.#get('ark');
		sheet.replaceChildren(
			...this.#blocks().map((block): HTMLElement => {
				switch (block.kind) {
					case 'heading':
						return make(block.level === 1 ? 'h3' : 'h4', {}, block.text);
					case 'list':
						return make('ol', { start: block.start }, ...block.items.map((runs) => make('li', {}, ...runNodes(runs))));
					case 'paragraph':
						return make('p', {}, ...runNodes(block.runs), ...(block.note ? [make('sup', {}, String(block.note))] : []));
					case 'notes':
						return make('ol', { class: 'notes' }, ...block.items.map((runs) => make('li', {}, ...runNodes(runs))));
				}
			}),
		);
	}

	#renderComparison() {
		const choices = this.#picked().map(({ card }) => {
			const box = make('input', { type: 'checkbox', checked: this.#compared.includes(card.id) });
			box.disabled = !box.checked && this.#compared.length >= COMPARE_MAX;
			box.addEventListener('change', () => {
				this.#compared = this.#collection.items
					.map(({ id }) => id)
					.filter((id) => (id === card.id ? box.checked : this.#compared.includes(id)));
				const place = choices.findIndex((label) => label.contains(box));
				this.#renderComparison();
				this.#get('urval-att-jamfora').querySelectorAll('input')[place]?.focus();
			});
			return make('label', { class: 'check' }, box, ` ${card.title}`);
		});
		this.#get('urval-att-jamfora').replaceChildren(...choices);
		const table = this.#comparison();
		this.#get('tabell').replaceChildren(
			table ?? make('p', {}, `Välj minst ${COMPARE_MIN === 2 ? 'två' : COMPARE_MIN} exempel.`),
		);
	}

	#comparison(): HTMLTableElement | undefined {
		const cards = this.#compared.map((id) => this.#cards.get(id) as Card);
		if (cards.length < COMPARE_MIN) return undefined;
		const head = make(
			'tr',
			{},
			make('td'),
			...cards.map(({ title, path }) => make('th', { scope: 'col' }, make('a', { href: path }, title))),
		);
		const rows = compare(cards).map(({ label, cells }) =>
			make(
				'tr',
				{},
				make('th', { scope: 'row' }, label),
				...cells.map((text) => make('td', { class: text ? undefined : 'z' }, text ?? MISSING)),
			),
		);
		return make(
			'table',
			{},
			make('caption', { class: 'vh' }, 'Exemplen sida vid sida'),
			make('thead', {}, head),
			make('tbody', {}, ...rows),
		);
	}

	/** The sheet that is printed: numbered references with short addresses, the comparison and a way back here. */
	async #renderAppendix() {
		const picked = this.#picked();
		const appendix = this.#get('bilaga');
		if (picked.length === 0) return appendix.replaceChildren();
		const references = picked.map(({ card, comment }) =>
			make(
				'li',
				{},
				make('b', {}, card.title),
				`. ${[card.about, card.period].filter(Boolean).join(', ')}. ${card.summary} ${comment} `,
				make('span', {}, `Granskad ${formatDate(card.reviewed)}. `),
				make('span', { class: 'url' }, toPrinted(card.path)),
			),
		);
		const table = this.#comparison();
		// Without its comments the list is shorter, and they stand on the paper already.
		const bare = { ...this.#collection, items: this.#collection.items.map(({ id }) => ({ id, comment: '' })) };
		const link = [this.#shareLink(), this.#shareLink(bare)].find(({ length }) => length <= QR_MAX);
		const head = make(
			'div',
			{},
			make('p', { class: 'kick' }, 'Bilaga'),
			make('p', { class: 'title' }, this.#collection.title || DEFAULT_TITLE),
		);
		const top = make('div', { class: 'qr' }, head);
		if (link) {
			const { drawCode } = await import('./qr.ts');
			top.append(drawCode(link, 'QR-kod till samlingen'));
			head.append(make('p', {}, 'Koden leder till listan på webben. Läs den med mobilens kamera.'));
		}
		appendix.replaceChildren(
			top,
			make('ol', {}, ...references),
			make('p', {}, sourceLine(picked)),
			...(table ? [table] : []),
		);
	}

	async #downloadWord() {
		this.#tell('Gör Word-filen …');
		try {
			const { packWord } = await import('../collection/word.ts');
			const { title } = this.#collection;
			this.#saveFile(await packWord(this.#blocks(), title || DEFAULT_TITLE), 'docx');
		} catch {
			this.#tell('Det gick inte att göra Word-filen. Använd Kopiera i stället.');
		}
	}

	#download(format: 'md' | 'bib' | 'ris') {
		const cards = this.#picked().map(({ card }) => card);
		const text = { md: () => toMarkdown(this.#blocks()), bib: () => toBibtex(cards), ris: () => toRis(cards) }[
			format
		]();
		this.#saveFile(new Blob([text], { type: 'text/plain;charset=utf-8' }), format);
	}

	#saveFile(file: Blob, ending: string) {
		const url = URL.createObjectURL(file);
		const name = `${toSlug(this.#collection.title || 'Min samling')}.${ending}`;
		make('a', { href: url, download: name }).click();
		setTimeout(() => URL.revokeObjectURL(url), 10_000);
		this.#tell(`${name} är hämtad.`);
	}
}

customElements.define('min-samling', MinSamling);
