/** What is known of the sources' addresses, counted for readers. */
import type { Source } from '../catalogue/catalogue.ts';
import { LINK_STATES, type LinkState } from '../catalogue/schema.ts';
import { formatNumber } from '../swedish.ts';

export interface SourceTotals {
	readonly sources: number;
	/** Sources that have an address to ask. */
	readonly addressed: number;
	/** Addresses that have been asked. */
	readonly checked: number;
	readonly archived: number;
	/** Every state, in the table's order, with how many addresses are in it. */
	readonly states: readonly { readonly state: LinkState; readonly number: number }[];
	/** The latest day that any address was asked. */
	readonly latest: string | undefined;
}

export function countSources(sources: readonly Source[]): SourceTotals {
	const links = sources.flatMap(({ link }) => (link ? [link] : []));
	return {
		sources: sources.length,
		addressed: sources.filter(({ url }) => url).length,
		checked: links.length,
		archived: sources.filter(({ archivedUrl }) => archivedUrl).length,
		states: (Object.keys(LINK_STATES) as LinkState[]).map((state) => ({
			state,
			number: links.filter((link) => link.state === state).length,
		})),
		latest: links
			.map(({ checked }) => checked)
			.sort()
			.at(-1),
	};
}

/** What the catalogue does about its sources, in the words of the page's lead. */
export const sourcesSummary = ({ sources }: SourceTotals) =>
	`Katalogen bygger på ${formatNumber(sources)} källor. Sidor på webben flyttar och försvinner. Därför kontrollerar vi adresserna och visar vid varje källa vad vi fann.`;

/** The rows of the table: every source in one of them. */
export function sourceCounts({ sources, addressed, checked, states }: SourceTotals): (readonly [string, number])[] {
	return [
		...states.map(({ state, number }) => [LINK_STATES[state], number] as const),
		['Inte kontrollerad än', addressed - checked] as const,
		['Återges utan adress', sources - addressed] as const,
	].filter(([, number]) => number > 0);
}
