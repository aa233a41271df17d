/** The cards of the built site, as Min samling reads them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CardFile } from '../../src/collection/card.ts';
import { partName } from '../../src/collection/parts.ts';
import { DIST, pageAt } from './site.ts';

/** Every file of cards, in order; how many there are is what the page says. */
export function readCardFiles(): { readonly path: string; readonly file: CardFile }[] {
	const page = pageAt('/samling/').root.querySelector('min-samling');
	const [folder, parts] = [page?.getAttribute('data-cards'), Number(page?.getAttribute('data-parts'))];
	return Array.from({ length: parts }, (_, index) => {
		const path = `${folder}${partName(index + 1, parts)}.json`;
		return { path, file: JSON.parse(readFileSync(join(DIST, path), 'utf8')) as CardFile };
	});
}
