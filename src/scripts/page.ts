/**
 * What every page does with script: a link to copy at each section's heading, the number of examples in Min samling,
 * the key to the search, and loading the rest when someone reaches for it. Kept below 2.4 kB; a page is whole without it.
 */
import { refresh } from './collection-store.ts';
import './search-key.ts';
import './theme-choice.ts';

const COPY = '[data-copy] button';
const SECTION_LINK = '.hl';
const COLLECT = 'button.add';

const loadCopy = () => import('./copy.ts');
const loadCollect = () => import('./collect.ts');

// In Min samling the part of the address after # is the collection itself.
for (const heading of document.querySelectorAll<HTMLElement>('main section[id]:not(min-samling *) > h2')) {
	const link = document.createElement('a');
	link.className = 'hl';
	link.href = `#${heading.parentElement?.id}`;
	link.textContent = '#';
	link.setAttribute('aria-label', `Kopiera länk till ${heading.firstChild?.textContent?.trim()}`);
	heading.after(link);
}

/** The nearest control of a kind that an event happened on. */
const at = <T extends Element>(event: Event, selector: string) => (event.target as Element).closest<T>(selector);

for (const type of ['pointerover', 'focusin'])
	document.addEventListener(type, (event) => {
		if (at(event, `${COPY},${SECTION_LINK}`)) void loadCopy();
		else if (at(event, COLLECT)) void loadCollect();
	});

document.addEventListener('click', (event) => {
	const copy = at(event, COPY)?.closest<HTMLElement>('[data-copy]');
	const link = at<HTMLAnchorElement>(event, SECTION_LINK);
	const collect = at<HTMLButtonElement>(event, COLLECT);
	if (copy) void loadCopy().then(({ copyText }) => copyText(copy));
	else if (link) void loadCopy().then(({ copySectionLink }) => copySectionLink(link));
	// The second click of a double-click is the same wish, not the opposite one.
	else if (collect && event.detail < 2) void loadCollect().then(({ toggle }) => toggle(collect));
});

refresh();
// Another tab may have changed the collection, or this page comes back from the browser's memory.
addEventListener('storage', refresh);
addEventListener('pageshow', refresh);

const list = document.querySelector<HTMLElement>('catalogue-search');
if (list) void import('./search-page.ts').then(({ takeOver }) => takeOver(list));
// A point's list is filtered where it stands when somebody asks for it, or comes back to what was chosen.
const filter = document.querySelector<HTMLButtonElement>('button[data-scope]');
if (filter) {
	const filterList = async (wanted: boolean) => (await import('./filter-list.ts')).filterList(filter, wanted);
	if (location.search) void filterList(false);
	else filter.onclick = () => void filterList(true);
}
if (document.querySelector('min-samling')) void import('./collection-page.ts');
if (document.querySelector('propose-example')) void import('./propose-page.ts');
