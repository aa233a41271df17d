/** The state of a search is what the address says. Links and choices are changes to it. */
import { make } from './dom.ts';

/** Another address by a change to what this one says. */
export type Change = (address: URLSearchParams) => void;

export const here = () => new URLSearchParams(location.search);

/** The address after a change. What was found is shown from its first page again. */
export function addressAfter(change: Change): string {
	const address = here();
	address.delete('sida');
	change(address);
	const text = address.toString().replace(/=(?=&|$)/g, '');
	return location.pathname + (text && `?${text}`);
}

export const toggled =
	(key: string, value: string): Change =>
	(address) =>
		address[address.has(key, value) ? 'delete' : 'append'](key, value);
export const asking =
	(words: string): Change =>
	(address) => {
		address.delete('exakt');
		if (words) address.set('q', words);
		else address.delete('q');
	};

/** A link that this page answers by itself. */
export const steer = (
	text: string | undefined,
	change: Change,
	attributes?: Readonly<Record<string, string | false>>,
) => make('a', { href: addressAfter(change), 'data-steer': 'ord', ...attributes }, text);
