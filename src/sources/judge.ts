/** From an answer to a verdict. One failed check proves nothing: an address is dead when two fail on different days. */
import type { SourceStateData } from '../catalogue/schema.ts';
import type { Answer } from './ask.ts';

/**
 * The source's new state.
 *
 * @param previous what was known before; of no worth when the source has got another address
 * @param today ISO day
 */
export function judge(
	{ id, url }: { readonly id: string; readonly url: string },
	previous: SourceStateData | undefined,
	answer: Answer,
	today: string,
): SourceStateData {
	const known = previous?.url === url ? previous : undefined;
	const archive = known?.archive ? { archive: known.archive } : {};
	const state = { id, url, checked: today, ...archive };
	switch (answer.kind) {
		case 'works':
			return { ...state, state: 'fungerar' };
		case 'moved':
			return { ...state, state: 'flyttad', movedTo: answer.to };
		case 'refused':
			return { ...state, state: 'gick-inte', reason: answer.reason };
		case 'fails': {
			const failingSince = known?.failingSince ?? today;
			return {
				...state,
				state: failingSince < today ? 'svarar-inte' : 'provas-igen',
				reason: answer.reason,
				failingSince,
			};
		}
	}
}
