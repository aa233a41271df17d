/**
 * `npm run publicera`: examines the content, asks what has changed in texts that are published already and writes it
 * into them, builds the site, and registers its new addresses. Ready to be put on the host when it has said so; when
 * anything fails, every file is as it was.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { extendRegister, formatRegister, REGISTER_FILE } from '../addresses/register.ts';
import { bodyIn } from '../catalogue/form.ts';
import { errorsOf, formatProblem } from '../catalogue/problem.ts';
import { exampleSchema } from '../catalogue/schema.ts';
import { reviewAge, today } from '../clock.ts';
import type { Change } from '../editing/draft.ts';
import {
	compareTexts,
	formatPublished,
	parsePublished,
	PUBLISHED_FILE,
	stampChange,
	stampPublication,
	type Text,
} from '../editing/publishing.ts';
import { readText, replaceText } from '../files.ts';
import { capitalise, count, formatDate } from '../swedish.ts';
import { askText } from './ask.ts';
import { build } from './build.ts';
import { RefusedError, runCommand, style, UsageError } from './command.ts';
import { reportOn } from './content-report.ts';
import { ROOT } from './run.ts';
import { refuseFaults, restoring } from './workspace.ts';

const SPEC = {
	name: 'publicera',
	does: [
		'Granskar innehållet, skriver in vad som har ändrats i texter som redan är publicerade och dagen i nya texter, bygger',
		'webbplatsen och för in nya adresser i registret. Flödena följer av ändringarna. Går något fel är alla filer som förut.',
	].join('\n'),
	flags: {
		notering: { value: 'text', help: 'vad som har ändrats; gäller alla ändrade texter som inte säger det själva' },
		'utan-notering': { help: 'rättelser som läsarna inte behöver få veta, till exempel stavfel' },
		prov: { help: 'visar vad som skulle hända, utan att ändra något' },
	},
	examples: ['--prov', '--notering "Ny uppföljning från 2026"'],
} as const;

const NOTE = exampleSchema.shape.changes.unwrap().element.shape.note;
const titleOf = ({ data, file }: Text) => `${data.title} (${file})`;

/** What is to be told of each text that does not say itself what has changed. */
async function notesFor(
	silent: readonly Text[],
	flags: {
		readonly notering: string | undefined;
		readonly 'utan-notering': boolean;
		readonly json: boolean;
		readonly prov: boolean;
	},
): Promise<Map<string, string>> {
	if (silent.length === 0 || flags['utan-notering']) return new Map();
	if (flags.notering !== undefined) {
		const checked = NOTE.safeParse(flags.notering);
		if (!checked.success) throw new UsageError(checked.error.issues[0]?.message ?? 'Noteringen går inte att använda.');
		return new Map(silent.map(({ file }) => [file, checked.data]));
	}
	if (flags.prov) return new Map();
	if (!process.stdin.isTTY || !process.stdout.isTTY || flags.json)
		throw new UsageError(
			[
				'De här texterna har ändrats utan att säga hur. Ange --notering "…", --utan-notering, eller skriv en rad i changes:',
				...silent.map((text) => `  ${titleOf(text)}`),
			].join('\n'),
		);
	const notes = new Map<string, string>();
	for (const text of silent) {
		const note = await askText(`Vad har ändrats i ${titleOf(text)}? Retur om läsarna inte behöver veta det:`, NOTE, {
			optional: true,
		});
		if (note) notes.set(text.file, note);
	}
	return notes;
}

await runCommand(SPEC, async ({ flags, rest }) => {
	if (rest.length > 0) throw new UsageError('Kommandot tar bara flaggor. Sätt noteringen inom citattecken.');
	if (flags.notering !== undefined && flags['utan-notering'])
		throw new UsageError('Flaggorna --notering och --utan-notering säger emot varandra. Välj en.');
	const say = flags.json ? () => {} : console.log;
	const { problems, entries } = reportOn(ROOT);
	const errors = errorsOf(problems);
	if (errors.length > 0)
		throw new RefusedError(
			`Innehållet har ${count(errors.length, 'fel', 'fel')}. Inget är ändrat.\n${errors.map((problem) => `  ${formatProblem(problem)}`).join('\n')}`,
		);

	const texts = [...entries.examples, ...entries.documents];
	const body = (file: string) => bodyIn(readText(ROOT, file));
	const remembered = existsSync(join(ROOT, PUBLISHED_FILE)) ? readText(ROOT, PUBLISHED_FILE) : '';
	const { added, changed, silent, merged, now } = compareTexts(texts, body, parsePublished(remembered));
	const notes = await notesFor(silent, flags);
	// Nobody needs to be asked what happened to these; the line gives the feeds the day.
	for (const { file, data } of merged) {
		const into = entries.examples.find(({ id }) => 'mergedInto' in data && id === data.mergedInto);
		notes.set(file, `Gick upp i exemplet ”${into?.data.title}”`);
	}
	const stamps = [...notes].map(([file, note]): Change => {
		const text = stampChange(file, readText(ROOT, file), { date: today(), note });
		if (!text)
			throw new RefusedError(
				`Raden går inte att lägga till i ${file}. Skriv den själv i fältet changes. Inget är ändrat.`,
			);
		return { file, text, isNew: false };
	});
	// A draft carries the day it was begun. The first time nothing is known of what was published before.
	const debuts = added
		.filter(({ data }) => remembered !== '' && data.published < today())
		.map(({ file }): Change => ({ file, text: stampPublication(readText(ROOT, file), today()), isNew: false }));
	const changes = [...stamps, ...debuts];
	if (changes.length > 0) refuseFaults(changes, ROOT);
	const after = new Map(now);
	for (const { file } of stamps)
		after.set(file, { print: now.get(file)?.print ?? '', changes: (now.get(file)?.changes ?? 0) + 1 });
	const state: Change = { file: PUBLISHED_FILE, text: formatPublished(after), isNew: remembered === '' };

	say('Bygger webbplatsen …');
	const built = await restoring(flags.prov ? [] : [...changes, state], ROOT, () =>
		build({ place: !flags.prov, say: () => {} }),
	);
	if (!built) throw new RefusedError('Bygget stannade. Rätta det som står ovan. Inget är ändrat.');
	if (!flags.prov) replaceText(ROOT, REGISTER_FILE, formatRegister(extendRegister(built.register, built.site)));

	const due = [...texts, ...entries.points, ...entries.pages]
		.filter(({ data }) => !data.draft && reviewAge(data.reviewed, today()) !== undefined)
		.sort((a, b) => (a.data.reviewed < b.data.reviewed ? -1 : 1));
	const drafts = texts.filter(({ data }) => data.draft);
	const files = (list: readonly Text[]) => list.map(({ file }) => file);
	const result = {
		ändrat: !flags.prov,
		nya: files(added),
		ändrade: changed.map(({ file }) => ({ fil: file, notering: notes.get(file) ?? null })),
		utanNotering: files(silent.filter(({ file }) => !notes.has(file))),
		adresser: built.unregistered,
		utkast: files(drafts),
		attGranska: due.map(({ file, data }) => ({ fil: file, granskad: data.reviewed })),
	};
	if (flags.json) return result;
	const list = (heading: string, lines: readonly string[]) => {
		if (lines.length === 0) return;
		say(`\n${heading}`);
		for (const line of lines.slice(0, 10)) say(`  ${line}`);
		if (lines.length > 10) say(`  … och ${lines.length - 10} till`);
	};
	const will = flags.prov ? 'skulle ' : '';
	list(`${count(added.length, 'ny text', 'nya texter')}:`, added.map(titleOf));
	list(
		`${count(changed.length, 'ändrad text', 'ändrade texter')}:`,
		changed.map(
			(text) =>
				`${titleOf(text)}${notes.has(text.file) ? `: ${notes.get(text.file)}` : silent.includes(text) ? ' – utan notering' : ''}`,
		),
	);
	list(
		`${capitalise(count(built.unregistered.length, 'ny adress', 'nya adresser'))} ${will}${flags.prov ? 'föras in' : built.unregistered.length === 1 ? 'är införd' : 'är införda'} i registret:`,
		built.unregistered,
	);
	list(`${count(drafts.length, 'utkast', 'utkast')}, som inte publiceras:`, files(drafts));
	list(
		`${count(due.length, 'text', 'texter')} som ingen har granskat på två år. Läs om dem mot källorna, den äldsta först:`,
		due.map(({ file, data }) => `${file}, granskad ${formatDate(data.reviewed)}`),
	);
	say(
		flags.prov
			? '\nDet här var ett prov. Inget är ändrat.'
			: style('green', '\nKlart. Checka in content/ och lägg ut dist/ med reglerna i deploy/.'),
	);
	return result;
});
