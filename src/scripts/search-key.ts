/**
 * What every page has of the search: suggestions are loaded when the header's field is used, and the key / goes to the
 * nearest field. A reader can turn the key off on the search page (WCAG 2.1.4).
 */
const field = document.querySelector<HTMLInputElement>('.find input');
const base = document.querySelector<HTMLElement>('[data-base]')?.dataset['base'] ?? '/';

field?.addEventListener(
	'focus',
	async () => {
		const { suggestIn } = await import('./quick-search.ts');
		suggestIn(field, base);
	},
	{ once: true },
);

const isOff = () => {
	try {
		return localStorage.getItem('snabbtangent') === 'av';
	} catch {
		return false;
	}
};

addEventListener('keydown', (event) => {
	if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isOff()) return;
	if ((event.target as Element).closest('input, textarea, select, [contenteditable]')) return;
	event.preventDefault();
	const target = document.querySelector<HTMLInputElement>('.sok input') ?? field;
	if (target?.checkVisibility()) target.focus();
	else location.assign(`${base}sok/`);
});

const choice = document.querySelector<HTMLInputElement>('#snabbtangent');
if (choice) {
	choice.checked = !isOff();
	choice.addEventListener('change', () => {
		try {
			localStorage.setItem('snabbtangent', choice.checked ? 'på' : 'av');
		} catch {
			// Nothing can be kept here; the key stays as it was.
		}
	});
}
