/**
 * A made-up catalogue of any size in the project's real schema, to measure with. The same number always gives the same
 * bytes, and an example does not depend on how many there are. Points, concepts and text pages are the project's own;
 * examples, documents, sources and municipalities grow with the number.
 */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { COUNTY_NAMES, MUNICIPALITY_NAMES } from '../src/catalogue/municipality-codes.ts';
import { toSlug } from '../src/swedish.ts';
import { ADJECTIVES, FIRST_ELEMENTS, NOUNS, PLACES, VERBS } from './words.ts';

/** A source of numbers from 0 to 1 that always come in the same order. */
function random(seed: number): () => number {
	let state = (seed * 2654435761) >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let t = state;
		t = Math.imul(t ^ (t >>> 15), t | 1);
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
		return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
	};
}

/** Short everyday sentences between the heavy ones, so that a text keeps the limits that `granska` holds. */
const PLAIN = [
	'Det var nytt då.',
	'Alla som ville fick vara med.',
	'Det tog tid att få fart.',
	'Man tog upp frågan igen året efter.',
	'Det har gått bra så här långt.',
	'Fler än man trodde kom dit.',
	'Kommunen stod för hyra och mat.',
	'Till hösten tar man nya steg.',
	'De som var med fick säga sitt.',
	'Det finns mer att göra.',
];

const pad = (n: number) => String(n).padStart(2, '0');
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const quote = (text: string) => JSON.stringify(text);

/** Names of all 290 municipalities; å, ä and ö are folded in ids, and Habo and Håbo must still differ. */
const MUNICIPALITIES = [...MUNICIPALITY_NAMES].map(([code, name]) => ({
	code,
	name,
	id: name === 'Håbo' ? 'haabo' : toSlug(name),
}));

/** What of the project's own content the made-up things refer to. */
interface Vocabulary {
	readonly grounds: readonly string[];
	readonly audiences: readonly string[];
	readonly methods: readonly string[];
	readonly racism: readonly string[];
	readonly documentTypes: readonly string[];
	/** The lines of the search's own word list: each has a word that must stand in a text. */
	readonly searchWords: readonly string[];
}

export interface MadeExample {
	readonly id: string;
	readonly title: string;
	readonly municipality: (typeof MUNICIPALITIES)[number];
	readonly points: readonly number[];
	readonly year: number;
	readonly methods: readonly string[];
	readonly summary: string;
	readonly body: string;
	/** The whole file. */
	readonly text: string;
	readonly sources: readonly string[];
}

/** Sources that several examples share: one for each ten thousand examples' hundred. */
const SHARED_SOURCES = 100;

function make(number: number, vocabulary: Vocabulary, taken: Set<string>): MadeExample {
	const next = random(1_000_003 + number);
	for (let i = 0; i < 8; i += 1) next();
	const int = (below: number) => Math.floor(next() * below);
	const any = <T>(list: readonly T[]): T => list[int(list.length)] as T;
	/** The first are far likelier than the last, as words and municipalities are. */
	const common = <T>(list: readonly T[]): T => list[Math.floor(list.length * next() ** 2.2)] as T;
	const some = <T>(list: readonly T[], most: number): T[] => [
		...new Set(Array.from({ length: int(most + 1) }, () => common(list))),
	];
	const noun = (form: number) => {
		const head = common(NOUNS)[form] as string;
		return next() < 0.45 ? common(FIRST_ELEMENTS) + head : head;
	};
	const verb = (form: number) => common(VERBS)[form] as string;
	const adjective = (form: number) => common(ADJECTIVES)[form] as string;
	const municipality = common(MUNICIPALITIES);
	const year = 2005 + int(20);

	const patterns = [
		() => `${municipality.name} ${verb(2)} ${year} ${noun(3)} för att ${verb(0)} ${noun(1)} i ${any(PLACES)}.`,
		() => `${capital(noun(1))} ${verb(1)} med ${noun(3)} i ${any(PLACES)}.`,
		() => `Det går ut på att ${verb(0)} ${adjective(2)} ${noun(2)} och att ${verb(0)} ${noun(1)}.`,
		() => `Varje ${any(['år', 'termin', 'månad', 'vecka'])} ${verb(1)} ${noun(1)} ${int(90) + 5} ${noun(2)}.`,
		() => `Av ${noun(3)} har ${int(60) + 20} procent fått ${adjective(2)} ${noun(2)}.`,
		() => `En del är ${noun(1)}, där ${noun(3)} kan ${verb(0)} och ${verb(0)} ${noun(2)}.`,
		() => `Sedan ${year + 1} är ${noun(1)} en del av ${noun(1)}.`,
		() => `För att ${verb(0)} ${noun(1)} krävs ${adjective(2)} ${noun(2)}.`,
	];
	const sentence = () => common(patterns)();
	const paragraph = () =>
		[sentence(), any(PLAIN), sentence(), any(PLAIN), ...(next() < 0.5 ? [sentence(), any(PLAIN)] : [])].join(' ');

	let title = `${capital(noun(0))} för ${adjective(2)} ${noun(2)} i ${municipality.name}`.slice(0, 72).trim();
	if (taken.has(title.toLowerCase())) title += ` ${number}`;
	taken.add(title.toLowerCase());
	const id = `${toSlug(title).slice(0, 38).replace(/-$/, '')}-${number}`;
	const first = number < 10 ? number + 1 : 1 + int(10);
	const points = [...new Set([first, ...(next() < 0.5 ? [1 + int(10)] : []), ...(next() < 0.2 ? [1 + int(10)] : [])])];
	const summary = `${sentence()} ${any(PLAIN)}`;

	const parts: string[] = [];
	let words = 0;
	const add = (text: string) => {
		parts.push(text);
		words += text.split(/\s+/).length;
	};
	const target = 150 + int(251);
	for (const [index, heading] of ['Bakgrund', 'Vad som gjordes', 'Resultat', 'Lärdomar'].entries()) {
		if (heading === 'Resultat' && next() < 0.4) continue;
		add(`## ${heading}`);
		do {
			add(paragraph());
			const kind = next();
			if (kind < 0.25)
				add(
					Array.from(
						{ length: 3 + int(3) },
						() => `- ${capital(verb(0))} **${noun(1)}** med ${adjective(2)} ${noun(2)}`,
					).join('\n'),
				);
			else if (kind < 0.32)
				add(
					[
						'| År | Antal |',
						'| --- | ---: |',
						...[0, 1, 2].map((step) => `| ${year + step} | ${int(900) + 10} |`),
					].join('\n'),
				);
			else if (kind < 0.42)
				add(
					`Mer finns i [${noun(1)}](https://exempel.invalid/${number}/${int(9)}) och under [punkten](/punkt/${first}/).`,
				);
		} while (words < (target * (index + 1)) / 4);
	}
	const line = (step: number) => vocabulary.searchWords[(number + step) % vocabulary.searchWords.length] as string;
	add(`Sökord: ${line(0)}, ${line(97)}, ${line(193)}.`);
	if (number % 50 === 0) add(`<Note title="Redaktionens anmärkning">\n\n${any(PLAIN)}\n\n</Note>`);

	const methods = [...new Set([common(vocabulary.methods), ...some(vocabulary.methods, 2)])];
	const followedUp = next() < 0.1;
	const sources = [
		followedUp ? `uppfoljning-${number}` : `kalla-${number}`,
		...(next() < 0.5 ? [`delad-${number % SHARED_SOURCES}`] : []),
	];
	const month = 1 + int(10);
	const published = `2026-${pad(month)}-${pad(1 + int(28))}`;
	const body = `${parts.join('\n\n')}\n`;
	const text = `---
title: ${quote(title)}
municipalities: [${municipality.id}]
points: [${points.join(', ')}]
summary: ${quote(summary)}
period:
  started: ${year}
${next() < 0.4 ? `  ended: ${year + 1 + int(4)}\n` : ''}${next() < 0.3 ? 'organisation: Kommunstyrelsen\n' : ''}grounds: [${some(vocabulary.grounds, 2).join(', ')}]
racism: [${next() < 0.1 ? any(vocabulary.racism) : ''}]
audiences: [${some(vocabulary.audiences, 3).join(', ')}]
methods: [${methods.join(', ')}]
${next() < 0.3 ? `known:\n  cost:\n    text: ${quote(`Det kostade ${int(900) + 100} 000 kronor om året.`)}\n    sources: [${sources[0]}]\n` : ''}evidence: ${followedUp ? 'followed-up' : 'described'}
sources:
${sources.map((source) => `  - id: ${source}\n    supports: ${quote(capital(`${noun(1)} och ${noun(1)}`))}`).join('\n')}
published: ${published}
reviewed: ${published}
---

${body}`;
	return { id, title, municipality, points, year, methods, summary, body, text, sources };
}

function makeDocument(number: number, examples: readonly MadeExample[], vocabulary: Vocabulary) {
	const example = examples[(number * 10) % examples.length] as MadeExample;
	const others = [1, 2].map((step) => examples[(number * 10 + step * 3) % examples.length] as MadeExample);
	const type = vocabulary.documentTypes[number % vocabulary.documentTypes.length] as string;
	const year = Math.min(2025, example.year + 1);
	const title = `Svar ${number} om ${example.title.toLowerCase()}`.slice(0, 78).trim();
	const ties = [example, ...others.slice(0, number % 3)].filter(
		({ id }, i, all) => all.findIndex((x) => x.id === id) === i,
	);
	return {
		id: `svar-${number}-${example.municipality.id}`.slice(0, 45),
		municipality: example.municipality,
		source: `handling-${number}`,
		text: `---
title: ${quote(title)}
type: ${type}
municipality: ${example.municipality.id}
date: ${year}-${pad(1 + (number % 12))}-${pad(1 + (number % 28))}
outcome:
  result: ${number % 2 ? 'bifall' : 'avslag'}
  stage: beslut
points: [${example.points.join(', ')}]
summary: ${quote(`${example.municipality.name} svarade på ett förslag. Det byggde på det som redan görs.`)}
examples:
${ties.map(({ id }) => `  - id: ${id}\n    tie: samma-amne`).join('\n')}
sources:
  - id: handling-${number}
    supports: Hela svaret
published: 2026-01-15
reviewed: 2026-02-01
---

## Vad dokumentet säger

${example.body.split('\n\n')[1]}

## Beslut

${PLAIN[number % PLAIN.length]}
`,
	};
}

interface Item {
	readonly id: string;
	readonly [field: string]: unknown;
}
const readList = (file: string) => (parse(readFileSync(file, 'utf8')) ?? []) as Item[];
/** JSON is YAML: one item a line. */
const writeList = (file: string, items: readonly Item[]) =>
	writeFileSync(
		file,
		items
			.map((item) =>
				Object.entries(item)
					.map(([key, value], index) => `${index === 0 ? '- ' : '  '}${key}: ${JSON.stringify(value)}\n`)
					.join(''),
			)
			.join(''),
	);

export interface Generated {
	readonly examples: readonly MadeExample[];
	readonly documents: number;
	/** Bytes of the examples' files. */
	readonly bytes: number;
}

/** Writes `root`/content with `number` examples, a document for every ten, and what they refer to. */
export function generate(root: string, number: number, own = process.cwd()): Generated {
	const from = (place: string) => join(own, 'content', place);
	const to = (place: string) => join(root, 'content', place);
	rmSync(to(''), { recursive: true, force: true });
	for (const folder of ['exempel', 'dokument']) mkdirSync(to(folder), { recursive: true });
	for (const folder of ['punkter', 'sidor', 'begrepp', 'exempel/_mall.mdx'])
		cpSync(from(folder), to(folder), { recursive: true });

	const ids = (file: string) => readList(from(`begrepp/${file}.yml`)).map(({ id }) => id);
	const vocabulary: Vocabulary = {
		grounds: ids('grunder'),
		audiences: ids('malgrupper'),
		methods: ids('metoder'),
		racism: ids('rasism'),
		documentTypes: ids('dokumenttyper'),
		searchWords: readList(from('begrepp/sokord.yml')).map(({ words }) => (words as string[])[0] as string),
	};

	const taken = new Set<string>();
	const examples = Array.from({ length: number }, (_, index) => make(index, vocabulary, taken));
	const documents = Array.from({ length: Math.max(3, Math.round(number / 10)) }, (_, index) =>
		makeDocument(index, examples, vocabulary),
	);
	for (const { id, text } of examples) writeFileSync(to(`exempel/${id}.mdx`), text);
	for (const { id, text } of documents) writeFileSync(to(`dokument/${id}.mdx`), text);

	const used = new Set([...examples, ...documents].map(({ municipality }) => municipality.id));
	const known = new Map(readList(from('kommuner.yml')).map((item) => [item.id, item]));
	const municipalities = MUNICIPALITIES.filter(({ id }) => used.has(id)).map(
		({ id, code, name }): Item =>
			known.get(id) ?? {
				id,
				name,
				officialName: `${name}s kommun`,
				code,
				county: COUNTY_NAMES[code.slice(0, 2)],
				countyCode: code.slice(0, 2),
				network: { listed: 'nej', source: 'skl-natverk-2019' },
			},
	);
	writeList(to('kommuner.yml'), municipalities);

	const named =
		JSON.stringify(municipalities) +
		readdirSync(to('punkter'))
			.map((file) => readFileSync(to(`punkter/${file}`), 'utf8'))
			.join('');
	const source = (id: string, kind: string, title: string): Item => ({
		id,
		title,
		publisher: 'Kommunen',
		url: `https://exempel.invalid/${id}/`,
		published: '2019-05-07',
		retrieved: '2026-01-10',
		kind,
		seen: 'hela',
	});
	const cited = new Set(examples.flatMap(({ sources }) => sources));
	writeList(to('kallor.yml'), [
		...readList(from('kallor.yml')).filter(({ id }) => new RegExp(`(?<![a-z0-9-])${id}(?![a-z0-9-])`).test(named)),
		...[...cited].map((id) => source(id, id.startsWith('uppfoljning') ? 'uppfoljning' : 'kommun', `Källa ${id}`)),
		...documents.map(({ source: id }) => source(id, 'kommun', `Handling ${id}`)),
	]);
	return {
		examples,
		documents: documents.length,
		bytes: examples.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0),
	};
}

/** Another line in the first example's body: what an editor's small change is. */
export function edit(root: string, example: MadeExample, change: number): void {
	writeFileSync(
		join(root, 'content', 'exempel', `${example.id}.mdx`),
		`${example.text}\nÄndring ${change} står här.\n`,
	);
}
