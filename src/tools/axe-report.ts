/** What the browser tests wrote down of axe, read from Playwright's report. */

/** The kinds of notes that tests/browser/axe.test.ts leaves at its tests. */
export const EXAMINED = 'axe-page';
export const FAULT = 'axe-fault';

interface Suite {
	readonly suites?: readonly Suite[];
	readonly specs?: readonly {
		readonly title: string;
		readonly tests: readonly {
			readonly status: string;
			readonly annotations: readonly { readonly type: string; readonly description?: string }[];
		}[];
	}[];
}

/**
 * @param report Playwright's JSON report of tests/browser/axe.test.ts
 * @throws when no page was examined or a test did not come to its end, so that half a run is never told of as a whole one
 */
export function readAxeReport(report: Suite): { pages: number; faults: string[] } {
	const examined = new Set<string>();
	const faults: string[] = [];
	const visit = ({ suites = [], specs = [] }: Suite): void => {
		suites.forEach(visit);
		for (const { title, tests } of specs)
			for (const { annotations } of tests) {
				const of = (kind: string) =>
					annotations.filter(({ type }) => type === kind).map(({ description = '' }) => description);
				if (of(EXAMINED).length === 0) throw new Error(`Provet kom inte till sitt slut: ${title}`);
				of(EXAMINED).forEach((path) => examined.add(path));
				faults.push(...of(FAULT));
			}
	};
	visit(report);
	if (examined.size === 0) throw new Error('Ingen sida är prövad med axe.');
	return { pages: examined.size, faults: faults.sort() };
}
