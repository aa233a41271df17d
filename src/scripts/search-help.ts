/** What to do when nothing was found: how the query was read, and ways on. Loaded when that happens. */
import type { Understood } from '../search/query.ts';
import { similar } from '../search/spelling.ts';
import { make } from './dom.ts';
import type { Opened } from './open-search.ts';

/**
 * @param to a link to a search
 * @param unfiltered the address of the same search without filters, when there are some
 */
export function nothingFound(
	understood: Understood | undefined,
	{ lexicon }: Opened,
	base: string,
	to: (words: string) => HTMLElement,
	unfiltered: string | undefined,
): HTMLElement {
	const unknown = understood?.units.filter(({ kind, trust }) => kind === 'unknown' || trust < 0.5) ?? [];
	const near = [...new Set(unknown.flatMap(({ typed }) => similar(typed, lexicon)))].slice(0, 5);
	const places = understood?.units.flatMap(({ filter }) => (filter ? [filter] : [])) ?? [];
	return make(
		'ul',
		{},
		unknown.length > 0 &&
			make('li', {}, `Ingen sida handlar om ${unknown.map(({ typed }) => `”${typed}”`).join(', ')}.`),
		near.length > 0 &&
			make('li', {}, 'Ord som liknar: ', ...near.flatMap((word, place) => [place > 0 ? ', ' : '', to(word)]), '.'),
		unfiltered !== undefined &&
			make('li', {}, make('a', { href: unfiltered, 'data-steer': 'ord' }, 'Ta bort filtren'), '.'),
		...places.map(([key, value]) =>
			make('li', {}, 'Läs om ', make('a', { href: `${base}${key}/${value}/` }, lexicon.label(key, value)), '.'),
		),
		make('li', {}, 'Pröva ett kortare eller vanligare ord, till exempel samråd eller enkät.'),
		make(
			'li',
			{},
			'Saknas något? ',
			make('a', { href: `${base}bidra/` }, 'Tipsa oss om vilket exempel du letade efter'),
			'.',
		),
	);
}
