/** The reader's own collection in this browser, and the marks that show it on a page. Nothing is stored before it is added to. */
const KEY = 'samling';

/** The collection while the browser refuses to store it. */
let unstored: string | undefined;

export function storedLink(): string {
	if (unstored !== undefined) return unstored;
	try {
		return localStorage.getItem(KEY) ?? '';
	} catch {
		return '';
	}
}

/** @returns whether the browser stored it; if not it lasts as long as this page, and in the menu's link */
export function storeLink(link: string): boolean {
	unstored = undefined;
	try {
		if (link) localStorage.setItem(KEY, link);
		else localStorage.removeItem(KEY);
	} catch {
		unstored = link;
	}
	refresh();
	return unstored === undefined;
}

/** Shows on this page what is in the collection: the number in the menu and the state of the buttons. */
export function refresh() {
	const ids = new Set(new URLSearchParams(storedLink()).getAll('e'));
	const number = document.querySelector('#samling-antal') as HTMLElement;
	number.textContent = ids.size > 0 ? ` (${ids.size})` : '';
	if (unstored !== undefined) (number.parentElement as HTMLAnchorElement).hash = unstored;
	for (const button of document.querySelectorAll<HTMLButtonElement>('button.add')) {
		const link = button.closest('.ex')?.querySelector('a');
		if (link) button.value = link.pathname.split('/').at(-2) as string;
		const added = ids.has(button.value);
		button.classList.toggle('on', added);
		button.textContent = added ? 'Ligger i Min samling' : 'Lägg i Min samling';
		if (link) button.setAttribute('aria-label', `${button.textContent}: ${link.textContent}`);
	}
}
