/**
 * The field on /gammal-adress/: paste an old address, get the page that replaces it. The table below is all it knows, so
 * what it answers and what a reader without script sees cannot part. The address stays in the browser.
 */
import { findOldAddresses } from '../addresses/old.ts';

interface Row {
	readonly url: string;
	readonly link: HTMLAnchorElement;
}

class OldAddressFinder extends HTMLElement {
	connectedCallback() {
		const form = this.querySelector('form');
		const input = this.querySelector('input');
		if (!form || !input) return;
		const rows = [...document.querySelectorAll<HTMLElement>('[data-gammal]')].map((row): Row => ({
			url: row.dataset['gammal'] as string,
			link: row.querySelector('a') as HTMLAnchorElement,
		}));
		form.addEventListener('submit', (event) => {
			event.preventDefault();
			this.#answer(input.value, rows);
		});
		input.addEventListener('input', () => this.#answer(input.value, rows));
		input.value = new URLSearchParams(location.search).get('adress') ?? input.value;
		this.#answer(input.value, rows);
	}

	#answer(text: string, rows: readonly Row[]) {
		const answer = this.querySelector('[role=status]') as HTMLElement;
		answer.replaceChildren();
		if (text.trim() === '') return;
		const { found, certain } = findOldAddresses(text, rows);
		const say = (sentence: string) => {
			answer.append(Object.assign(document.createElement('p'), { textContent: sentence }));
		};
		if (found.length === 0) {
			say(
				'Adressen hör inte till SKL:s sidor om tiopunktsprogrammet. Jämför med tabellen nedan eller sök i katalogen.',
			);
			return;
		}
		if (certain) say(found.length === 1 ? 'Sidan ersätts av:' : 'Sidorna ersätts av:');
		else say(found.length === 1 ? 'Adressen är avklippt. Närmast är:' : 'Adressen är avklippt. Den kan ha lett till:');
		const list = document.createElement('ul');
		list.append(
			...found.map(({ link }) => {
				const item = document.createElement('li');
				item.append(link.cloneNode(true));
				return item;
			}),
		);
		answer.append(list);
	}
}

customElements.define('old-address', OldAddressFinder);
