/** The cards of the built site, as Min samling reads them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CardFile } from '../../src/collection/card.ts';
import { partName } from '../../src/collection/parts.ts';
import { DIST, pageAt } from './site.ts';

/** Every file of cards, in order; how many there are is what the page says. */
export function readCardFiles(): { readonly path: string; readonly file: CardFile }[] {
	const { cards = '', parts = '' } = pageAt('/samling/').root.querySelector('min-samling')?.attributes ?? {};
	return Array.from({ length: Number(parts) }, (_, index) => {
		const path = `${cards}${partName(index + 1, Number(parts))}.json`;
		return { path, file: JSON.parse(readFileSync(join(DIST, path), 'utf8')) as CardFile };
	});
}
