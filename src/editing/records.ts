/** What a new thing in the catalogue is called and known by: ids, addresses, and the record of a municipality. */
import { MUNICIPALITY_NAMES, COUNTY_NAMES } from '../catalogue/municipality-codes.ts';
import type { MunicipalityData, SourceData } from '../catalogue/schema.ts';
import { SLUG_MAX } from '../catalogue/schema.ts';
import { toSlug } from '../swedish.ts';

/** Words that say nothing of what a thing is about. */
const FILLERS = new Set(
	'att av de den det en ett för fran från genom hos i in kring med mot när och om på så som till under ur vid är'.split(
		' ',
	),
);

/** An id of whole words, within the length that an address may have. */
export function shorten(words: readonly string[]): string {
	let id = '';
	for (const word of words.map(toSlug).filter(Boolean)) {
		const longer = id ? `${id}-${word}` : word.slice(0, SLUG_MAX);
		if (longer.length > SLUG_MAX) break;
		id = longer;
	}
	return id;
}

/** An id that is not taken: the proposed one, else with a number at its end. */
export function vacant(id: string, taken: (id: string) => boolean): string {
	for (let number = 1; ; number += 1) {
		const ending = number === 1 ? '' : `-${number}`;
		const proposal = id.slice(0, SLUG_MAX - ending.length).replace(/-$/, '') + ending;
		if (!taken(proposal)) return proposal;
	}
}

/** The address of a new example: its municipality first, then the words of its title that carry meaning. */
export function proposeSlug(
	title: string,
	municipality: { readonly id: string; readonly name: string } | undefined,
): string {
	const own = municipality ? [municipality.name, `${municipality.name}s`].map((name) => name.toLowerCase()) : [];
	const words = title
		.toLowerCase()
		.split(/[^\p{L}\p{N}]+/u)
		.filter((word) => !FILLERS.has(word) && !own.includes(word));
	return shorten([...(municipality ? [municipality.id] : []), ...words]) || 'exempel';
}

/** Official names that do not follow the common rule. */
const OFFICIAL_NAMES: Readonly<Record<string, string>> = {
	Falun: 'Falu kommun',
	Kalmar: 'Kalmar kommun',
	Orust: 'Orust kommun',
};

/** The official name, by the common rule for most: `Lunds kommun`, but `Malmö kommun` and `Tranås kommun`. */
export const officialName = (name: string) =>
	OFFICIAL_NAMES[name] ?? `${name}${/[aeiouyåäösxz]$/i.test(name) ? '' : 's'} kommun`;

/** Two municipalities whose names fold to one id are told apart by the å: `habo` and `haabo`. */
function municipalityId(name: string): string {
	const clash = [...MUNICIPALITY_NAMES.values()].some((other) => other !== name && toSlug(other) === toSlug(name));
	return toSlug(clash ? name.replace(/å/gi, 'aa') : name);
}

/** A municipality that the catalogue has not had before. Nothing is claimed of its memberships. */
export function municipalityRecord(code: string): MunicipalityData {
	const name = MUNICIPALITY_NAMES.get(code);
	if (!name) throw new RangeError(`Kommunkoden ${code} finns inte.`);
	return {
		id: municipalityId(name),
		name,
		officialName: officialName(name),
		code,
		county: COUNTY_NAMES[code.slice(0, 2)] as string,
		countyCode: code.slice(0, 2),
		network: { listed: 'okant' },
	};
}

/** A record for a source, with an id that none of the others has: those of the catalogue and those of the same draft. */
export function sourceRecord(
	fields: Omit<SourceData, 'id' | 'seen'>,
	others: readonly { readonly id: string }[],
): SourceData {
	const taken = new Set(others.map(({ id }) => id));
	const [publisher = ''] = fields.publisher.split(/\s+/);
	const id = vacant(shorten([publisher, ...fields.title.split(/\s+/)]) || 'kalla', (one) => taken.has(one));
	return { id, ...fields, seen: 'utdrag' };
}
