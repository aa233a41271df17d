/** A small catalogue as the text of its files, for tests of what an editor can get wrong. */
import { readFileSync } from 'node:fs';
import type { ContentFiles } from '../../src/catalogue/load.ts';
import { loadCatalogue } from '../../src/catalogue/load.ts';
import { type Place, PLACES } from '../../src/catalogue/places.ts';
import type { Problem } from '../../src/catalogue/problem.ts';
import { TODAY } from './entries.ts';

export const EXAMPLE = `---
title: Ett nätverk mot rykten
municipalities: [lund]
points: [1, 10]
summary: Lund har ett nätverk som bemöter rykten.
period:
  started: 2013
methods: [natverk]
evidence: described
sources:
  - id: kalla
    supports: Alla uppgifter
published: 2026-01-01
reviewed: 2026-02-01
---

## Bakgrund

Kommunen ville möta rykten.

## Vad som gjordes

Ett nätverk bildades.
`;

const POINT = (number: number) => `---
number: ${number}
title: Punkt ${number}
shortTitle: P${number}
titleEn: Point ${number}
purpose: Syftet med punkten.
actions: []
actionsNote: Listan är inte läst.
guidance: []
legacyUrls: []
sources: [kalla]
published: 2026-01-01
reviewed: 2026-01-01
---

## Vad punkten innebär

Text.

## Så kan det mätas

Text.

## Frågor till nämnden

Text.
`;

export const DOCUMENT = `---
title: Motion om ett nätverk
type: motion
municipality: lund
date: 2009-09-15
outcome:
  result: avslag
  stage: beslut
points: [1]
summary: En motion i Lund föreslog ett nätverk.
examples:
  - id: natverk-lund
    tie: namns
sources:
  - id: kalla
    supports: Alla uppgifter
published: 2026-01-01
reviewed: 2026-01-01
---

## Vad dokumentet säger

Motionen föreslog ett nätverk.
`;

/** Every file of the small catalogue. */
export function smallCatalogue(): Record<string, string> {
	return {
		'content/exempel/natverk-lund.mdx': EXAMPLE,
		'content/exempel/alla-punkter.mdx': EXAMPLE.replace('Ett nätverk mot rykten', 'Arbete under alla punkter').replace(
			'[1, 10]',
			'[2, 3, 4, 5, 6, 7, 8, 9]',
		),
		'content/dokument/lund-motion.mdx': DOCUMENT,
		...Object.fromEntries(Array.from({ length: 10 }, (_, i) => [`content/punkter/${i + 1}.mdx`, POINT(i + 1)])),
		'content/kommuner.yml': `- id: lund
  name: Lund
  officialName: Lunds kommun
  code: "1281"
  county: Skåne län
  countyCode: "12"
  network:
    listed: ja
`,
		'content/kallor.yml': `- id: kalla
  title: Om nätverket
  publisher: Lunds kommun
  url: https://exempel.se/natverk
  kind: kommun
  seen: hela
`,
		'content/begrepp/metoder.yml': `- id: natverk
  label: Nätverk
  definition: Flera parter arbetar tillsammans.
`,
		'content/begrepp/dokumenttyper.yml': `- id: motion
  label: Motion
  definition: Ett förslag från en ledamot.
`,
	};
}

/** The small catalogue with the template beside it, as a folder that can be built. */
export const smallProject = (): Record<string, string> => ({
	...smallCatalogue(),
	'content/exempel/_mall.mdx': readFileSync('content/exempel/_mall.mdx', 'utf8'),
});

/** Files in memory as the reader wants them. */
export function inMemory(files: Record<string, string>): ContentFiles {
	return {
		list: (name) => {
			const { path, except }: Place = PLACES[name];
			return Object.keys(files).filter(
				(file) =>
					file === `content/${path}` ||
					(file.startsWith(`content/${path}/`) && (!except || !file.endsWith(`/${except}`))),
			);
		},
		read: (file) => {
			const text = files[file];
			if (text === undefined) throw new Error(`no file ${file}`);
			return text;
		},
	};
}

/** What is said of the small catalogue with some files replaced, or taken away. */
export function problemsIn(changed: Readonly<Record<string, string | undefined>>): Problem[] {
	const files = Object.entries({ ...smallCatalogue(), ...changed }).filter(
		(entry): entry is [string, string] => entry[1] !== undefined,
	);
	return loadCatalogue(inMemory(Object.fromEntries(files)), { today: TODAY }).problems;
}
