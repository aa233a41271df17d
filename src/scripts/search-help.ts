/**
 * What is said of a search beside its hits: how the query was read, what was chosen, and ways on when nothing was found.
 * Loaded when there is something to say.
 */
import { type Choice, FACETS } from '../search/facets.ts';
import type { Lexicon } from '../search/lexicon.ts';
import type { Understood } from '../search/query.ts';
import { similar } from '../search/spelling.ts';
import { CROSS, icon, make } from './dom.ts';
import { asking, type Change, steer } from './steer.ts';

const unfiltered: Change = (address) => FACETS.forEach((key) => address.delete(key));

/** @param corrected what was searched for in place of what was typed */
export function notes(query: string, literal: boolean, corrected: string | false | undefined): HTMLElement[] {
	if (literal)
		return [
			make(
				'p',
				{},
				'Söker bara på orden som de är skrivna. ',
				steer('Sök även på närliggande ord', asking(query)),
				'.',
			),
		];
	if (!corrected) return [];
	const asTyped: Change = (address) => address.set('exakt', '');
	return [make('p', {}, 'Visar träffar för ', make('b', {}, corrected), ' i stället för ', steer(query, asTyped), '.')];
}

/** The choices as buttons that take them back. */
export function chips(
	chosen: Choice,
	label: (key: string, value: string) => string,
	remove: (key: string, value: string) => void,
): HTMLElement[] {
	const buttons = [...chosen].flatMap(([key, values]) =>
		[...values].map((value) => {
			const button = make(
				'button',
				{ type: 'button' },
				make('span', { class: 'vh' }, 'Ta bort filter: '),
				label(key, value),
				icon(CROSS),
			);
			button.onclick = () => {
				remove(key, value);
				document.querySelector<HTMLElement>('[data-part=status]')?.focus();
			};
			return button;
		}),
	);
	return [...buttons, steer('Rensa alla', unfiltered)].map((item) => make('li', {}, item));
}

/** @param some whether there are filters to take away */
export function nothingFound(
	understood: Understood | undefined,
	lexicon: Lexicon,
	base: string,
	some: boolean,
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
			make(
				'li',
				{},
				'Ord som liknar: ',
				...near.flatMap((word, place) => [place > 0 ? ', ' : '', steer(word, asking(word))]),
				'.',
			),
		some && make('li', {}, steer('Ta bort filtren', unfiltered), '.'),
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
