/** Copying a citation with its formatting, and the link to a section. Loaded when a button for it is reached. */
import { announce, copyToClipboard } from './clipboard.ts';

const COPIED = 'Kopierat. Klistra in i ditt dokument.';
const FAILED = 'Det gick inte att kopiera. Markera texten och kopiera själv.';

/** Copies the text beside a button. The result is shown after the button and announced. */
export async function copyText(place: HTMLElement) {
	const source = place.querySelector<HTMLElement>('.copy');
	if (!source) return;
	const text = source.localName === 'pre' ? source.innerText : source.innerText.replace(/\s+/g, ' ').trim();
	const copied = await copyToClipboard(`<p>${source.innerHTML.trim()}</p>`, text);
	if (!copied) getSelection()?.selectAllChildren(source);
	let told = place.querySelector<HTMLElement>('.told');
	if (!told) {
		told = document.createElement('span');
		told.className = 'told';
		place.append(told);
	}
	told.textContent = copied ? COPIED : FAILED;
	announce(told.textContent);
}

/** Copies the address of a section: as a named link where text can be formatted, else the address alone. */
export async function copySectionLink(link: HTMLAnchorElement) {
	const canonical = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ?? location.href;
	const url = new URL(link.hash, canonical).href;
	const name = document.createElement('a');
	name.href = url;
	name.textContent = `${document.querySelector('h1')?.textContent?.trim()}: ${link.previousElementSibling?.firstChild?.textContent?.trim()}`;
	const copied = await copyToClipboard(name.outerHTML, url);
	const told = copied ? 'Länken är kopierad' : 'Det gick inte att kopiera. Kopiera ur adressfältet.';
	link.textContent = told;
	link.classList.add('on');
	setTimeout(() => {
		link.textContent = '#';
		link.classList.remove('on');
	}, 3000);
	announce(told);
}
