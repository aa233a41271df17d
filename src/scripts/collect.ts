/** Adding an example to Min samling from its page or from a list, and taking it out. Loaded when a button is reached. */
import { type Collection, MAX_ITEMS, readLink, withExample, withoutExample, writeLink } from '../collection/link.ts';
import { announce } from './clipboard.ts';
import { storedLink, storeLink } from './collection-store.ts';

const BLOCKED =
	'Webbläsaren tillåter inte att vi sparar samlingen. Den finns bara kvar på den här sidan. Öppna Min samling i menyn för att ta med den.';

export function toggle(button: HTMLButtonElement) {
	const before = readLink(storedLink()).collection;
	const id = button.value;
	if (before.items.some((item) => item.id === id))
		change(button, before, withoutExample(before, id), 'Borttaget ur Min samling.');
	else if (before.items.length >= MAX_ITEMS) tell(button, `Samlingen rymmer högst ${MAX_ITEMS} exempel.`);
	else change(button, before, withExample(before, id), 'Tillagt i Min samling.');
}

function change(button: HTMLButtonElement, before: Collection, after: Collection, done: string) {
	const stored = storeLink(writeLink(after));
	const undo = document.createElement('button');
	undo.type = 'button';
	undo.className = 'lnk';
	undo.textContent = 'Ångra';
	undo.addEventListener('click', () => {
		storeLink(writeLink(before));
		button.focus();
		tell(button, 'Ångrat.');
	});
	tell(button, stored ? done : `${done} ${BLOCKED}`, undo);
}

/** Shows the result after the button, one on the page at a time, and announces it. */
function tell(button: HTMLButtonElement, text: string, ...controls: HTMLElement[]) {
	document.querySelector('.told')?.remove();
	const told = document.createElement('span');
	told.className = 'told';
	told.append(text, ' ', ...controls);
	button.after(told);
	announce(text);
}
