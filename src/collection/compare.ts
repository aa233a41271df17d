/** Two to six examples side by side: a question to a row, an example to a column. */
import { capitalise } from '../swedish.ts';
import type { Card } from './card.ts';

export const COMPARE_MIN = 2;
export const COMPARE_MAX = 6;

const ROWS: readonly (readonly [string, (card: Card) => string | undefined])[] = [
	['Kommun', ({ about }) => about],
	['Punkter', ({ points }) => points.join(', ')],
	['Tid', ({ period }) => period && capitalise(period)],
	['Målgrupp', ({ audiences }) => audiences.join(', ')],
	['Metod', ({ methods }) => methods.join(', ')],
	['Kunskapsläge', ({ evidence }) => evidence],
	['Effekt', ({ effect }) => effect],
	['Kostnad', ({ cost }) => cost],
	['Svårigheter', ({ difficulties }) => difficulties],
];

export interface Row {
	readonly label: string;
	/** One for each example; undefined where the sources say nothing. */
	readonly cells: readonly (string | undefined)[];
}

export function compare(cards: readonly Card[]): Row[] {
	return ROWS.map(([label, read]) => ({ label, cells: cards.map((card) => read(card) || undefined) }));
}
