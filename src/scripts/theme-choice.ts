/** The reader's choice of light or dark, and the print buttons. The choice kept is set before the page shows (theme.js). */
const { dataset } = document.documentElement;

for (const choice of document.querySelectorAll<HTMLInputElement>('[name=tema]')) {
	if (choice.value === dataset['tema']) choice.checked = true;
	choice.addEventListener('change', () => {
		dataset['tema'] = choice.value;
		try {
			localStorage.setItem('tema', choice.value);
		} catch {
			// Nothing can be kept here; the choice holds for this page.
		}
	});
}

addEventListener('click', (event) => {
	if ((event.target as Element).closest('[data-print]')) print();
});
