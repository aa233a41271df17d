/**
 * The search page: Pagefind's core, results built with DOM methods (no innerHTML, so that Trusted Types can be
 * enforced), state in the address, the count announced without moving focus.
 */
interface PagefindResult {
	data(): Promise<{ url: string; meta: Record<string, string>; excerpt: string }>;
}
interface Pagefind {
	options(options: Record<string, unknown>): Promise<void>;
	search(query: string): Promise<{ results: PagefindResult[] }>;
}

const FIRST = 20;

class SiteSearch extends HTMLElement {
	#pagefind: Promise<Pagefind> | undefined;
	#turn = 0;

	connectedCallback() {
		const input = document.querySelector<HTMLInputElement>('.sok input');
		if (!input) return;
		const query = new URLSearchParams(location.search).get('q') ?? '';
		input.value = query;
		let timer: ReturnType<typeof setTimeout>;
		input.addEventListener('input', () => {
			clearTimeout(timer);
			timer = setTimeout(() => {
				const url = new URL(location.href);
				if (input.value.trim()) url.searchParams.set('q', input.value.trim());
				else url.searchParams.delete('q');
				history.replaceState(null, '', url);
				void this.#search(input.value.trim());
			}, 200);
		});
		void this.#search(query.trim());
	}

	#load(): Promise<Pagefind> {
		this.#pagefind ??= (async () => {
			const pagefind = (await import(/* @vite-ignore */ this.dataset['index'] as string)) as Pagefind;
			await pagefind.options({ noWorker: true, baseUrl: this.dataset['base'] });
			return pagefind;
		})();
		return this.#pagefind;
	}

	async #search(query: string) {
		const turn = ++this.#turn;
		const list = this.querySelector('ol') as HTMLOListElement;
		const started = performance.now();
		if (!query) {
			list.replaceChildren();
			this.#say('Skriv ett ord att söka på.');
			return;
		}
		this.#say('Söker …');
		try {
			const pagefind = await this.#load();
			const { results } = await pagefind.search(query);
			const shown = await Promise.all(results.slice(0, FIRST).map((result) => result.data()));
			if (turn !== this.#turn) return;
			list.replaceChildren(...shown.map(toItem));
			list.dataset['q'] = query;
			list.dataset['ms'] = String(Math.round(performance.now() - started));
			const more = results.length > FIRST ? `, de ${FIRST} första visas` : '';
			this.#say(
				results.length === 0
					? `Inga träffar på ”${query}”. Pröva ett kortare ord eller bläddra nedan.`
					: `${results.length} ${results.length === 1 ? 'träff' : 'träffar'} på ”${query}”${more}`,
			);
		} catch {
			if (turn !== this.#turn) return;
			this.#pagefind = undefined;
			list.replaceChildren();
			this.#say('Sökningen gick inte att ladda. Försök igen eller bläddra bland exemplen.');
		}
	}

	#say(text: string) {
		(this.querySelector('[role=status]') as HTMLElement).textContent = text;
	}
}

function toItem({ url, meta, excerpt }: { url: string; meta: Record<string, string>; excerpt: string }): HTMLLIElement {
	const item = document.createElement('li');
	item.className = 'ex';
	const heading = document.createElement('h2');
	const link = document.createElement('a');
	link.href = url;
	link.dataset['traff'] = '';
	link.textContent = meta['title'] ?? url;
	heading.append(link);
	const text = document.createElement('p');
	text.className = 'ex-s';
	// Pagefind marks hits with <mark>; everything else in an excerpt is escaped text.
	for (const part of excerpt.split(/(<mark>.*?<\/mark>)/)) {
		const marked = /^<mark>(.*)<\/mark>$/.exec(part)?.[1];
		const plain = decode(marked ?? part);
		if (marked === undefined) text.append(plain);
		else text.append(Object.assign(document.createElement('mark'), { textContent: plain }));
	}
	item.append(heading, text);
	return item;
}

const ENTITIES: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"', '&#39;': "'" };
const decode = (text: string) => text.replace(/&(?:lt|gt|amp|quot|#39);/g, (entity) => ENTITIES[entity] as string);

customElements.define('site-search', SiteSearch);

export {};
