/**
 * The form for a new example. Its fields are the schema's, its messages those of `npm run granska`; what comes out is a
 * file that passes it. Nothing is sent from here: the author hands the text over. Loaded on its own page only.
 */
import './zod-without-eval.ts';
import { SECTIONS, REQUIRED_SECTIONS, SOURCE_KINDS } from '../catalogue/schema.ts';
import { VOCABULARIES } from '../catalogue/collections.ts';
import { MUNICIPALITY_NAMES } from '../catalogue/municipality-codes.ts';
import { checkProposal, type Finding } from '../proposals/check.ts';
import type { Choices } from '../proposals/choices.ts';
import { type Field, FIELDS } from '../proposals/fields.ts';
import { type Draft, type Proposal, rowsOf, toProposal } from '../proposals/proposal.ts';
import { compareSwedish, count } from '../swedish.ts';
import { announce, copyToClipboard } from './clipboard.ts';
import { make } from './dom.ts';

const KEY = 'forslag';
/** Mail programs cut longer addresses; so do servers. */
const MAIL_MAX = 1_800;
const REPOSITORY_MAX = 7_000;

type Writable = { [path: string]: Draft[string] };

const idOf = (path: string) => `f-${path.replace(/[^\p{L}\d]+/gu, '-')}`;
const today = () => new Date().toISOString().slice(0, 10);

/** What an earlier visit left. A store that is closed or holds something strange is empty. */
function stored(): Writable {
	try {
		const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
		return value && typeof value === 'object' && !Array.isArray(value) ? (value as Writable) : {};
	} catch {
		return {};
	}
}

class ProposeExample extends HTMLElement {
	#choices!: Choices;
	#draft: Writable = {};
	#form = make('form', { novalidate: true });
	#timer: ReturnType<typeof setTimeout> | undefined;

	async connectedCallback() {
		try {
			const response = await fetch(this.dataset['choices'] as string);
			this.#choices = (await response.json()) as Choices;
		} catch {
			this.replaceChildren(
				make(
					'p',
					{ class: 'gap ui', role: 'status' },
					'Formuläret gick inte att ladda. Ladda om sidan och försök igen.',
				),
			);
			return;
		}
		this.#draft = stored();
		this.replaceChildren(this.#form);
		this.#form.addEventListener('submit', (event) => event.preventDefault());
		this.#form.addEventListener('input', () => this.#written());
		// The last words before the page is left are kept too.
		addEventListener('pagehide', () => this.#timer !== undefined && this.#store());
		this.#build();
	}

	/* The form */

	#build() {
		const found = Object.keys(this.#draft).length > 0;
		const tall = FIELDS.filter(({ control }) => control.kind === 'rows' || isTall(control));
		tall.sort((a, b) => Number(b.control.kind === 'rows') - Number(a.control.kind === 'rows'));
		this.#form.replaceChildren(
			make('div', { id: 'fel', class: 'faults ui', tabindex: '-1', hidden: true }),
			make(
				'p',
				{ class: 'src', id: 'sparat' },
				found
					? 'Ditt utkast är kvar sedan sist. Det finns bara i den här webbläsaren. '
					: 'Det du skriver sparas bara i den här webbläsaren, från det att du börjar skriva tills du lämnar över det. ',
				this.#button('Töm formuläret', () => this.#askToClear(), 'lnk'),
			),
			this.#section(
				'uppgifter',
				'Uppgifter',
				FIELDS.filter((field) => !tall.includes(field)).map((field) => this.#field(field, field.name)),
			),
			this.#section(
				'texten',
				'Texten',
				Object.keys(SECTIONS.examples).map((title) => this.#bodySection(title)),
			),
			...tall.map((field) =>
				this.#section(field.name, field.label, [this.#field(field, field.name, true)], field.required),
			),
			this.#section('lamna-over', 'Lämna över', this.#handOver()),
			make(
				'datalist',
				{ id: 'kommuner' },
				...[...MUNICIPALITY_NAMES.values()].sort(compareSwedish).map((value) => make('option', { value })),
			),
		);
		this.#claims();
		this.#knownSources();
	}

	#section(id: string, title: string, content: readonly Node[], required = false) {
		return make(
			'section',
			{ class: 'sec', 'aria-labelledby': `${id}-rubrik` },
			make('h2', { id: `${id}-rubrik` }, title, required ? ' *' : ''),
			make('div', {}, ...content),
		);
	}

	#button(text: string, go: () => unknown, className = 'btn') {
		const button = make('button', { type: 'button', class: className }, text);
		button.addEventListener('click', () => void go());
		return button;
	}

	/** A field with its name, its help and the place for its fault. */
	#field(field: Field, path: string, bare = false): HTMLElement {
		const { control, from } = field;
		switch (control.kind) {
			case 'group':
				return this.#fieldset(
					field,
					path,
					// Nothing is required of a group that may be left out.
					control.fields.map((each) =>
						this.#field({ ...each, required: each.required && field.required }, `${path}.${each.name}`),
					),
					bare,
				);
			case 'rows':
				return this.#rows(field, path, control.fields);
			case 'list':
				if (from === 'municipalities') return this.#names(field, path);
				if (!from) return this.#fieldset(field, path, [make('ul', { class: 'opts', 'data-claim': path })]);
				return this.#fieldset(field, path, [this.#options(path, 'checkbox', this.#optionsFrom(from))]);
			case 'choice':
				if (from)
					return this.#fieldset(field, path, [
						this.#options(
							path,
							'radio',
							this.#optionsFrom(from).filter(([value]) => control.values.includes(value)),
						),
					]);
				return this.#labelled(field, path, this.#select(path, control.values));
			case 'flag':
				return this.#fieldset({ ...field, label: '' }, path, [
					this.#options(path, 'checkbox', [['', field.label]], true),
				]);
			default: {
				const attributes = { id: idOf(path), 'data-path': path, autocomplete: 'off' };
				const input = field.long
					? make('textarea', { ...attributes, rows: 4 })
					: make('input', {
							...attributes,
							type: field.name === 'url' ? 'url' : 'text',
							inputmode: control.kind === 'number' ? 'numeric' : undefined,
							class: control.kind === 'number' ? 'year' : undefined,
						});
				const value = this.#draft[path];
				if (typeof value === 'string') input.value = value;
				return this.#labelled(field, path, input);
			}
		}
	}

	/** Name, help, control, fault. */
	#labelled({ label, help, required }: Field, path: string, control: HTMLElement): HTMLElement {
		const id = idOf(path);
		control.setAttribute('aria-describedby', [help && `${id}-hjalp`, `${id}-fel`].filter(Boolean).join(' '));
		if (required) control.setAttribute('aria-required', 'true');
		return make(
			'div',
			{ class: 'field' },
			make('label', { for: id }, label, required ? ' *' : ''),
			help && make('small', { id: `${id}-hjalp` }, help),
			control,
			make('p', { class: 'err', id: `${id}-fel` }),
		);
	}

	#fieldset({ label, help, required }: Field, path: string, content: readonly Node[], bare = false): HTMLElement {
		const id = idOf(path);
		return make(
			'fieldset',
			{
				class: 'field',
				id,
				tabindex: '-1',
				'aria-describedby': [help && `${id}-hjalp`, `${id}-fel`].filter(Boolean).join(' '),
				'aria-labelledby': bare ? `${path}-rubrik` : undefined,
			},
			!bare && label !== '' && make('legend', {}, label, required ? ' *' : ''),
			help && make('small', { id: `${id}-hjalp` }, help),
			...content,
			make('p', { class: 'err', id: `${id}-fel` }),
		);
	}

	/** Boxes or buttons to choose with. `single`: one box that is on or off. */
	#options(path: string, type: 'checkbox' | 'radio', options: readonly (readonly [string, string])[], single = false) {
		const chosen = [this.#draft[path]].flat();
		return make(
			'ul',
			{ class: 'opts' },
			...options.map(([value, label]) => {
				const input = make('input', {
					type,
					value,
					name: idOf(path),
					'data-path': path,
					'data-list': type === 'checkbox' && !single,
				});
				input.checked = single ? this.#draft[path] === true : chosen.includes(value);
				return make('li', {}, make('label', {}, input, make('span', {}, label)));
			}),
		);
	}

	#optionsFrom(from: NonNullable<Field['from']>): (readonly [string, string])[] {
		if (from === 'points')
			return this.#choices.points.map(({ number, title }) => [String(number), `${number}. ${title}`] as const);
		const kind = VOCABULARIES[from as keyof typeof VOCABULARIES];
		return this.#choices.concepts
			.filter((concept) => concept.kind === kind)
			.map(({ id, label }) => [id, label] as const);
	}

	#select(path: string, values: readonly string[]) {
		const select = make(
			'select',
			{ id: idOf(path), 'data-path': path },
			make('option', { value: '' }, 'Välj'),
			...values.map((value) => make('option', { value }, SOURCE_KINDS[value as keyof typeof SOURCE_KINDS] ?? value)),
		);
		select.value = String(this.#draft[path] ?? '');
		return select;
	}

	/** Names of municipalities: as many lines as there are names, and one to begin with. */
	#names(field: Field, path: string) {
		const values = Array.isArray(this.#draft[path]) ? (this.#draft[path] as readonly string[]) : [];
		const line = (value: string, index: number) => {
			const input = make('input', {
				id: idOf(`${path}.${index}`),
				type: 'text',
				list: 'kommuner',
				autocomplete: 'off',
				'data-path': path,
				'data-list': true,
				'aria-label': `${field.label} ${index + 1}`,
				'aria-describedby': `${idOf(path)}-fel`,
			});
			input.value = value;
			return input;
		};
		const lines = make('div', {}, ...(values.length > 0 ? values : ['']).map(line));
		return this.#fieldset(field, path, [
			lines,
			this.#button(
				'Lägg till en kommun',
				() => {
					const input = line('', lines.children.length);
					lines.append(input);
					input.focus();
				},
				'lnk',
			),
		]);
	}

	#rows(field: Field, path: string, fields: readonly Field[]) {
		const number = rowsOf(this.#draft);
		const rows = Array.from({ length: number }, (_, row) =>
			make(
				'fieldset',
				{ class: 'row', id: `rad-${row}`, tabindex: '-1' },
				make('legend', {}, `Källa ${row + 1}`),
				make('p', { class: 'src', role: 'status', 'data-known': row }),
				...fields.map((each) => this.#field(each, `${path}.${row}.${each.name}`)),
				number > 1 && this.#button(`Ta bort källa ${row + 1}`, () => this.#removeRow(row), 'lnk'),
			),
		);
		return this.#fieldset(
			field,
			path,
			[...rows, this.#button('Lägg till en källa', () => this.#addRow(), 'lnk')],
			true,
		);
	}

	#addRow() {
		const row = rowsOf(this.#draft);
		this.#draft[`sources.${row}.url`] = '';
		this.#rebuild(`rad-${row}`);
	}

	/** Takes a row out: those below it move up, and so do the marks of the claims that they support. */
	#removeRow(gone: number) {
		const next: Writable = {};
		for (const [path, value] of Object.entries(this.#draft)) {
			const [, row, name] = /^sources\.(\d+)\.(.+)$/.exec(path) ?? [];
			const up = (index: string) => String(Number(index) - (Number(index) > gone ? 1 : 0));
			if (row !== undefined) {
				if (Number(row) !== gone) next[`sources.${up(row)}.${name}`] = value;
			} else if (/^known\..+\.sources$/.test(path) && Array.isArray(value))
				next[path] = (value as string[]).filter((index) => Number(index) !== gone).map(up);
			else next[path] = value;
		}
		this.#draft = next;
		this.#store();
		this.#rebuild('rad-0');
		announce(`Källa ${gone + 1} är borttagen.`);
	}

	#rebuild(focus: string) {
		this.#build();
		this.querySelector<HTMLElement>(`#${focus}`)?.focus();
	}

	#bodySection(title: string) {
		const path = `sections.${title}`;
		const required = REQUIRED_SECTIONS.examples.includes(title);
		const help = this.#choices.advice[title];
		return this.#field(
			{ name: title, label: title, required, long: true, ...(help ? { help } : {}), control: { kind: 'text' } },
			path,
		);
	}

	/** Which rows support a claim. One row needs no mark. */
	#claims() {
		const rows = rowsOf(this.#draft);
		for (const list of this.querySelectorAll<HTMLElement>('[data-claim]')) {
			const options = Array.from({ length: rows }, (_, row) => [String(row), `Källa ${row + 1}`] as const);
			list.replaceChildren(...this.#options(list.dataset['claim'] as string, 'checkbox', options).children);
			(list.parentElement as HTMLElement).hidden = rows === 1;
		}
	}

	/** Says of each row whether the catalogue has the source already. */
	#knownSources() {
		const proposal = this.#proposal();
		for (const place of this.querySelectorAll<HTMLElement>('[data-known]')) {
			const row = Number(place.dataset['known']);
			const isNew = proposal.sources.some((source) => source.row === row);
			const listed = (proposal.frontmatter['sources'] as { id?: string }[])[proposal.sourceRows.indexOf(row)]?.id;
			const known = isNew ? undefined : this.#choices.sources.find(({ id }) => id === listed);
			const text = known
				? `Källan finns i katalogen: ${known.title} (${known.publisher}). Fyll bara i vad den styrker.`
				: '';
			if (place.textContent !== text) place.textContent = text;
		}
	}

	/* What is written */

	#written() {
		const draft: Writable = {};
		for (const control of this.#form.querySelectorAll<HTMLInputElement>('[data-path]')) {
			const path = control.dataset['path'] as string;
			if (control.type === 'checkbox' && 'list' in control.dataset) {
				// In the order in which they were chosen: the first point is the primary one.
				const before = (this.#draft[path] as readonly string[] | undefined) ?? [];
				const chosen = this.#chosen(path);
				draft[path] = [...before.filter((id) => chosen.includes(id)), ...chosen.filter((id) => !before.includes(id))];
			} else if (control.type === 'checkbox') draft[path] = control.checked;
			else if (control.type === 'radio') draft[path] = control.checked ? control.value : (draft[path] ?? '');
			else if ('list' in control.dataset)
				draft[path] = [...((draft[path] as string[] | undefined) ?? []), control.value];
			else draft[path] = control.value;
		}
		this.#draft = draft;
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => {
			this.#timer = undefined;
			this.#store();
			this.#knownSources();
		}, 300);
	}

	#chosen(path: string): string[] {
		return [...this.#form.querySelectorAll<HTMLInputElement>(`[data-path="${path}"]:checked`)].map(
			({ value }) => value,
		);
	}

	#store() {
		try {
			localStorage.setItem(KEY, JSON.stringify(this.#draft));
		} catch {
			const place = this.querySelector('#sparat');
			if (place?.firstChild)
				place.firstChild.textContent =
					'Webbläsaren tillåter inte att vi sparar utkastet. Det försvinner när du stänger sidan. ';
		}
	}

	#wipe() {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		try {
			localStorage.removeItem(KEY);
		} catch {
			// Then nothing has been stored either.
		}
	}

	/** Emptying cannot be undone, so it takes two presses. */
	#askToClear() {
		const place = this.querySelector('#sparat') as HTMLElement;
		const empty = this.#button('Ja, töm', () => {
			this.#wipe();
			this.#draft = {};
			this.#rebuild('uppgifter-rubrik');
			this.#form.querySelector<HTMLElement>('textarea, input')?.focus();
			announce('Formuläret är tomt.');
		});
		place.replaceChildren(
			'Ta bort allt du har skrivit? ',
			empty,
			' ',
			this.#button('Behåll', () => this.#rebuild('sparat')),
		);
		empty.focus();
	}

	/* Handing over */

	#proposal(): Proposal {
		return toProposal(this.#draft, this.#choices, today());
	}

	#handOver(): Node[] {
		return [
			make(
				'p',
				{ class: 'prose' },
				'Välj ett sätt. Förslaget kontrolleras först, och inget skickas förrän du själv gör det.',
			),
			make(
				'p',
				{ class: 'acts ui' },
				this.#button('Hämta filen', () => this.#give((proposal) => this.#download(proposal)), 'btn p'),
				this.#button('Kopiera texten', () => this.#give((proposal) => this.#copy(proposal))),
				this.#button('Skicka med e-post', () => this.#give((proposal) => this.#mail(proposal))),
				this.#button('Öppna i kodförrådet (GitHub)', () => this.#give((proposal) => this.#openRepository(proposal))),
			),
			make('div', { id: 'resultat', class: 'ui', tabindex: '-1' }),
		];
	}

	/** Checks, and hands over what has no fault. The draft is kept until it has reached somebody or something. */
	async #give(hand: (proposal: Proposal) => Promise<Outcome> | Outcome) {
		this.#written();
		const proposal = this.#proposal();
		const findings = checkProposal(proposal, this.#draft, this.#choices, today());
		const faults = findings.filter(({ warning }) => !warning);
		this.#show(faults);
		const result = this.querySelector('#resultat') as HTMLElement;
		result.replaceChildren();
		if (faults.length > 0) return;
		const { told, handed } = await hand(proposal);
		if (handed) this.#wipe();
		const advice = findings.filter(({ warning }) => warning);
		result.replaceChildren(
			make('p', { class: 'told' }, handed ? `${told} Utkastet är borttaget ur webbläsaren.` : told),
			...(advice.length > 0
				? [
						make('p', {}, 'Råd, som inte hindrar något:'),
						make('ul', {}, ...advice.map(({ message }) => make('li', {}, message))),
					]
				: []),
			...(proposal.records
				? [
						make(
							'p',
							{},
							'Det här är nytt för katalogen och ska med i filerna som står överst. Skickar du med e-post lägger vi in det.',
						),
						make('pre', { class: 'copy', tabindex: '0', 'aria-label': 'Nya poster' }, proposal.records),
					]
				: []),
			make('p', {}, proposal.file),
			make('pre', { class: 'copy', tabindex: '0', 'aria-label': 'Filen' }, proposal.text),
		);
		announce(told);
	}

	/** The faults: a list at the top that takes the focus, and each at its field. */
	#show(faults: readonly Finding[]) {
		for (const place of this.querySelectorAll('.err')) place.textContent = '';
		for (const control of this.querySelectorAll('[aria-invalid]')) control.removeAttribute('aria-invalid');
		const summary = this.querySelector('#fel') as HTMLElement;
		summary.hidden = faults.length === 0;
		if (faults.length === 0) return;
		const items = faults.map(({ path, message }) => {
			const control = this.#controlAt(path);
			const place =
				this.querySelector(`#${CSS.escape(control.id)}-fel`) ??
				control.closest('fieldset')?.querySelector(':scope > .err');
			if (place && !place.textContent?.includes(message))
				place.textContent = [place.textContent, message].filter(Boolean).join(' ');
			control.setAttribute('aria-invalid', 'true');
			const link = make('a', { href: `#${control.id}` }, `${this.#nameOf(control)}: ${message}`);
			link.addEventListener('click', (event) => {
				event.preventDefault();
				control.focus();
				control.scrollIntoView({ block: 'center' });
			});
			return make('li', {}, link);
		});
		summary.replaceChildren(
			make('h2', {}, `${count(faults.length, 'fel', 'fel')} att rätta`),
			make('ul', {}, ...items),
		);
		summary.focus();
		summary.scrollIntoView({ block: 'start' });
	}

	/** The control of a field, or of the nearest one above it. */
	#controlAt(path: string): HTMLElement {
		const steps = path.replace(/^sources\.(\d+)\.id$/, 'sources.$1.url').split('.');
		for (; steps.length > 0; steps.pop()) {
			const control = this.querySelector<HTMLElement>(`#${CSS.escape(idOf(steps.join('.')))}`);
			if (control) return control;
		}
		return this.#form;
	}

	#nameOf(control: HTMLElement): string {
		const name =
			control.getAttribute('aria-label') ??
			(
				control.querySelector(':scope > legend') ??
				this.querySelector(`label[for="${CSS.escape(control.id)}"]`) ??
				control.closest('section')?.querySelector('h2')
			)?.textContent;
		const row = control.parentElement?.closest('fieldset')?.querySelector(':scope > legend')?.textContent;
		return [row, name?.replace(/ \*$/, '')].filter(Boolean).join(', ');
	}

	#download({ slug, text }: Proposal): Outcome {
		const url = URL.createObjectURL(new Blob([text], { type: 'text/markdown' }));
		make('a', { href: url, download: `${slug}.mdx` }).click();
		setTimeout(() => URL.revokeObjectURL(url), 10_000);
		return { told: `Filen ${slug}.mdx är hämtad.`, handed: true };
	}

	async #copy(proposal: Proposal): Promise<Outcome> {
		const handed = await copyToClipboard(undefined, whole(proposal));
		const told = handed ? 'Texten är kopierad.' : 'Det gick inte att kopiera. Markera texten nedan och kopiera själv.';
		return { told, handed };
	}

	/** A text too long for an address of a mail is copied, to be pasted in. */
	async #mail(proposal: Proposal): Promise<Outcome> {
		const mail = (body: string) =>
			`mailto:${this.dataset['contact']}?subject=${encodeURIComponent(`Förslag: ${proposal.frontmatter['title']}`)}&body=${encodeURIComponent(body)}`;
		const full = mail(whole(proposal).replaceAll('\n', '\r\n'));
		const fits = full.length <= MAIL_MAX;
		const handed = fits || (await copyToClipboard(undefined, whole(proposal)));
		location.href = fits ? full : mail('Klistra in förslaget här.');
		const told = fits
			? 'Förslaget är öppnat i ditt e-postprogram.'
			: handed
				? 'Förslaget är för långt för att öppnas i e-postprogrammet. Det är kopierat: klistra in det i brevet.'
				: 'Förslaget är för långt för att öppnas i e-postprogrammet. Kopiera texten nedan och klistra in den i brevet.';
		return { told, handed };
	}

	/** The repository's own page for a new file, filled in. */
	async #openRepository({ slug, text }: Proposal): Promise<Outcome> {
		const address = (value: string) =>
			`${this.dataset['repository']}/new/main/content/exempel?${new URLSearchParams({ filename: `${slug}.mdx`, ...(value ? { value } : {}) })}`;
		const full = address(text);
		const fits = full.length <= REPOSITORY_MAX;
		const handed = fits || (await copyToClipboard(undefined, text));
		open(fits ? full : address(''), '_blank', 'noopener');
		const told = fits
			? 'Kodförrådet är öppnat i en ny flik, med filen ifylld.'
			: handed
				? 'Kodförrådet är öppnat i en ny flik. Filen är kopierad: klistra in den där.'
				: 'Kodförrådet är öppnat i en ny flik. Filen gick inte att kopiera. Kopiera texten nedan och klistra in den där.';
		return { told, handed };
	}
}

/** What came of handing over: what the writer is told, and whether the text has left the form. */
interface Outcome {
	readonly told: string;
	readonly handed: boolean;
}

/** The file, and the records that go with it. */
const whole = ({ file, text, records }: Proposal) => `# ${file}\n${text}${records ? `\n${records}` : ''}`;

/** Whether a group holds groups, and so fills a section of the page. */
const isTall = (control: Field['control']) =>
	control.kind === 'group' && control.fields.some(({ control: inner }) => inner.kind === 'group');

customElements.define('propose-example', ProposeExample);
