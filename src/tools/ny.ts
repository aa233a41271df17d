/**
 * `npm run ny`: a new example, asked for on a terminal or given by flags. Writes a draft that the catalogue's own checks
 * accept, with every field explained, and the municipality and the source if they are new. Never writes over a file.
 */
import checkbox from '@inquirer/checkbox';
import { z } from 'zod';
import type { MunicipalityData, SourceData } from '../catalogue/schema.ts';
import { exampleSchema, SOURCE_KINDS, sourceSchema } from '../catalogue/schema.ts';
import { MUNICIPALITY_NAMES } from '../catalogue/municipality-codes.ts';
import { today } from '../clock.ts';
import { draftExample, faultOfSlug, type Shelf, slugFor } from '../editing/draft.ts';
import { recogniseMunicipality } from '../editing/municipalities.ts';
import { municipalityRecord, sourceRecord } from '../editing/records.ts';
import { compareSwedish, formatList } from '../swedish.ts';
import { askChoice, askText, theme } from './ask.ts';
import { RefusedError, runCommand, style, UsageError } from './command.ts';
import { ROOT } from './run.ts';
import { readShelf, recordChanges, refuseFaults, writeChanges } from './workspace.ts';

const SPEC = {
	name: 'ny',
	does: 'Lägger upp ett nytt exempel som utkast. Utan flaggor ställer kommandot frågor; det som anges med flaggor frågar kommandot inte om.',
	flags: {
		titel: { value: 'text', help: 'vad som gjordes, högst 80 tecken' },
		kommun: { value: 'namn', multiple: true, help: 'kommunens namn, id eller kommunkod' },
		punkt: { value: 'nummer', multiple: true, help: 'punktens nummer, den viktigaste först' },
		sammanfattning: { value: 'text', help: 'vad, var, när och för vem, högst 300 tecken' },
		start: { value: 'årtal', help: 'året då arbetet började, om källan säger det' },
		kalla: { value: 'id', multiple: true, help: 'id i content/kallor.yml' },
		styrker: { value: 'text', multiple: true, help: 'vad källan styrker; en för varje --kalla, i samma ordning' },
		lank: { value: 'adress', help: 'webbadress till en källa som inte finns i content/kallor.yml' },
		rubrik: { value: 'text', help: 'den nya källans titel' },
		utgivare: { value: 'text', help: 'vem som har gett ut den nya källan' },
		datum: { value: 'datum', help: 'när den nya källan gavs ut: 2019-05-07, 2019-05 eller 2019' },
		slag: { value: 'ord', help: `den nya källans slag: ${Object.keys(SOURCE_KINDS).join(', ')}` },
		adress: { value: 'ord', help: 'sista delen av sidans adress; annars föreslås en' },
		prov: { help: 'visar filen utan att skriva den' },
	},
	examples: [
		'',
		'--titel "Nätverk mot rykten" --kommun Lund --punkt 1 --kalla skl-punkt-1 --styrker "Start och syfte"',
	],
} as const;

const shape = exampleSchema.shape;
const sourceShape = sourceSchema.shape;

/** A municipality of the catalogue, or a record for it. */
function municipalityFor(text: string, { entries }: Shelf): MunicipalityData {
	const byId = entries.municipalities.find(({ id }) => id === text);
	if (byId) return byId.data;
	const found = recogniseMunicipality(text);
	if (!found) throw new UsageError(`Kommunen ”${text}” finns inte. Skriv namnet som i SCB:s lista.`);
	if (!found.exact)
		throw new UsageError(
			`Kommunen ”${text}” finns inte. Menar du ${formatList(
				[found, ...found.doubts].map(({ name }) => name),
				'eller',
			)}?`,
		);
	return municipalityOf(found.code, entries);
}

const municipalityOf = (code: string, entries: Shelf['entries']) =>
	entries.municipalities.find(({ data }) => data.code === code)?.data ?? municipalityRecord(code);

const YEAR = z.string().regex(/^(19|20)\d\d$/, 'Ange ett årtal med fyra siffror, till exempel 2013.');
/** An address that is free. */
const slugOn = ({ taken }: Shelf) =>
	z.string().superRefine((slug, context) => {
		const fault = faultOfSlug(slug, taken);
		if (fault) context.addIssue({ code: 'custom', message: fault });
	});

/** A choice that ends a row of questions. */
const NO_MORE = { value: undefined, name: '– Ingen fler –', always: true };

await runCommand(SPEC, async ({ flags, rest }) => {
	if (rest.length > 0)
		throw new UsageError(
			`Orden ”${rest.join(' ')}” hör inte till någon flagga. Sätt text med mellanslag inom citattecken.`,
		);
	const points = flags.punkt.flatMap((list) => list.split(',')).map(Number);
	const missing = [
		...(flags.titel ? [] : ['--titel']),
		...(flags.kommun.length > 0 ? [] : ['--kommun']),
		...(points.length > 0 ? [] : ['--punkt']),
		...(flags.kalla.length > 0 || flags.lank ? [] : ['--kalla eller --lank']),
	];
	const person = process.stdin.isTTY && process.stdout.isTTY && !flags.json;
	if (missing.length > 0 && !person)
		throw new UsageError(`Här kan inga frågor ställas. Ange också ${formatList(missing)}.`);
	if (flags.styrker.length > flags.kalla.length + (flags.lank ? 1 : 0))
		throw new UsageError('Det finns fler --styrker än källor. Skriv en för varje källa, i samma ordning.');
	if (flags.lank && !(flags.rubrik && flags.utgivare) && !person)
		throw new UsageError('En ny källa behöver också --rubrik och --utgivare.');
	const year = YEAR.optional().safeParse(flags.start);
	if (!year.success) throw new UsageError(`Flaggan --start: ${year.error.issues[0]?.message}`);
	const ask = missing.length > 0;

	const shelf = readShelf(ROOT);
	const { entries } = shelf;
	const titles = new Map(entries.examples.map(({ data, file }) => [data.title.toLowerCase(), file]));
	if (ask)
		console.log(`Några frågor, sedan finns utkastet. ${style('dim', 'Ctrl C avbryter, och då skrivs inget.')}\n`);

	const title =
		flags.titel ??
		(await askText(
			'Vad gjordes? Bli kort, så som titeln ska stå:',
			shape.title.refine((value) => !titles.has(value.toLowerCase()), 'Titeln finns redan. Gör den tydligare.'),
		)) ??
		'';

	const municipalities = flags.kommun.map((text) => municipalityFor(text, shelf));
	if (municipalities.length === 0) {
		const all = [...MUNICIPALITY_NAMES]
			.map(([value, name]) => ({ value, name }))
			.sort((a, b) => compareSwedish(a.name, b.name));
		municipalities.push(municipalityOf(await askChoice('Vilken kommun? Skriv några bokstäver:', all), entries));
		for (;;) {
			const chosen = new Set(municipalities.map(({ code }) => code));
			const code = await askChoice<string | undefined>('En kommun till?', [
				NO_MORE,
				...all.filter(({ value }) => !chosen.has(value)),
			]);
			if (!code) break;
			municipalities.push(municipalityOf(code, entries));
		}
	}

	if (points.length === 0) {
		const choices = entries.points
			.map(({ data }) => ({ value: data.number, name: `${data.number}. ${data.title}`, description: data.purpose }))
			.sort((a, b) => a.value - b.value);
		const first = await askChoice('Vilken av de tio punkterna hör det främst till?', choices);
		const others = await checkbox({
			message: 'Hör det också till någon annan punkt?',
			theme,
			choices: choices.filter(({ value }) => value !== first),
			shortcuts: { all: null, invert: null },
		});
		points.push(first, ...others);
	}

	const summary =
		flags.sammanfattning ??
		(ask
			? await askText('Sammanfatta: vad, var, när och för vem? Tryck retur för att vänta med det:', shape.summary, {
					optional: true,
				})
			: undefined);

	const sources: { source: SourceData; supports: string | undefined }[] = flags.kalla.map((id, place) => {
		const source = entries.sources.find((one) => one.id === id);
		if (!source)
			throw new UsageError(
				`Källan ”${id}” finns inte i content/kallor.yml. Rätta id:t, eller ange --lank för en ny källa.`,
			);
		return { source: source.data, supports: flags.styrker[place] };
	});
	const askSupport = () =>
		askText(
			'Vad styrker källan? Till exempel ”Start och syfte”. Retur för att vänta:',
			shape.sources.element.shape.supports,
			{
				optional: true,
			},
		);
	const newSource = async () => {
		const ownAddress = sourceShape.url
			.unwrap()
			.refine((value) => sources.every(({ source }) => source.url !== value), 'Källan är redan vald. Ange en annan.');
		const address = flags.lank ?? (await askText('Källans webbadress:', ownAddress));
		const known = entries.sources.find(({ data }) => data.url === address);
		if (known) return known.data;
		const text = async (given: string | undefined, message: string, schema: z.ZodType, optional = false) =>
			given ?? (person ? await askText(message, schema, { optional }) : undefined);
		const heading = await text(flags.rubrik, 'Källans titel:', sourceShape.title);
		const publisher = await text(flags.utgivare, 'Vem har gett ut den?', sourceShape.publisher);
		const published = await text(
			flags.datum,
			'När gavs den ut? 2019-05-07, 2019-05 eller 2019. Retur om det inte framgår:',
			sourceShape.published,
			true,
		);
		const kinds = Object.entries(SOURCE_KINDS).map(([value, name]) => ({ value: value as SourceData['kind'], name }));
		const kind = flags.slag ?? (ask ? await askChoice('Vem står bakom källan?', kinds) : 'kommun');
		return sourceRecord(
			{
				title: heading ?? '',
				publisher: publisher ?? '',
				url: address,
				...(published ? { published } : {}),
				kind: kind as SourceData['kind'],
			},
			[...entries.sources, ...sources.map(({ source }) => source)],
		);
	};
	if (flags.lank) sources.push({ source: await newSource(), supports: flags.styrker[flags.kalla.length] });
	while (ask && flags.kalla.length === 0 && !flags.lank) {
		const chosen = new Set(sources.map(({ source }) => source.id));
		const choices = entries.sources
			.filter(({ id }) => !chosen.has(id))
			.map(({ data }) => ({
				value: data as SourceData | 'new',
				name: `${data.title} (${data.publisher})`,
				description: data.id,
			}))
			.sort((a, b) => compareSwedish(a.name, b.name));
		const source = await askChoice<SourceData | 'new' | undefined>(
			sources.length === 0 ? 'Vilken är källan? Skriv några bokstäver:' : 'En källa till?',
			[...(sources.length === 0 ? [] : [NO_MORE]), { value: 'new', name: '+ En ny källa', always: true }, ...choices],
		);
		if (!source) break;
		sources.push({ source: source === 'new' ? await newSource() : source, supports: await askSupport() });
	}

	const started =
		flags.start ??
		(ask
			? await askText('Vilket år började det? Retur om källan inte säger det:', YEAR, { optional: true })
			: undefined);
	const proposal = slugFor({ title, municipalities }, shelf.taken);
	const slug =
		flags.adress ??
		(ask ? await askText('Sidans adress, som aldrig ändras: /exempel/…', slugOn(shelf), { proposal }) : proposal) ??
		proposal;
	const fault = faultOfSlug(slug, shelf.taken);
	if (fault) throw new RefusedError(`${fault} Inget är skrivet.`);

	const answers = {
		title,
		municipalities,
		points,
		summary,
		sources,
		slug,
		started: started ? Number(started) : undefined,
	};
	const changes = [
		draftExample(answers, shelf.template, today()),
		...recordChanges(
			shelf,
			municipalities,
			sources.map(({ source }) => source),
			ROOT,
		),
	];
	refuseFaults(changes, ROOT);
	const files = changes.map(({ file }) => file);
	if (!flags.prov) writeChanges(changes, ROOT);
	const result = { skrivet: !flags.prov, fil: files[0], adress: `/exempel/${slug}/`, listor: files.slice(1) };
	if (flags.json) return result;
	if (flags.prov) console.log(changes[0]?.text);
	const verb = flags.prov ? 'Skulle skriva' : 'Skrev';
	const lists = files.length > 1 ? ` och lade till i ${formatList(files.slice(1))}` : '';
	console.log(`\n${style('green', `${verb} ${files[0]}${lists}.`)}`);
	if (!flags.prov)
		console.log(
			[
				'Gör så här:',
				'  1. Öppna filen och gör det som står efter ATT GÖRA.',
				'  2. Kör npm run dev och läs sidan.',
				'  3. Ta bort raden draft: true när texten är klar, och kör npm run granska.',
			].join('\n'),
		);
	return result;
});
