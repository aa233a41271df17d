/** The file of states, written by the machine and read like any other list in content/. */
import { stringify } from 'yaml';
import { type SourceStateData, sourceStateSchema } from '../catalogue/schema.ts';

export const STATE_FILE = 'content/kallkoll.yml';

const HEAD = `# Vad npm run kallkoll fann vid källornas adresser. Skrivs av kommandot, aldrig för hand.
# En källa som inte står här är inte kontrollerad än.
`;

/** By source, and with the fields in the schema's order, so that two rounds differ only where an answer does. */
export function formatStates(states: readonly SourceStateData[]): string {
	const sorted = [...states].sort((a, b) => (a.id < b.id ? -1 : 1)).map((state) => sourceStateSchema.parse(state));
	return HEAD + (sorted.length > 0 ? stringify(sorted, { lineWidth: 0 }) : '');
}
