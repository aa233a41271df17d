/**
 * `npm run importera <fil eller ->`: a page with examples in SKL's form becomes one draft for each example. Writes all of
 * them or nothing, and never over a file.
 */
import { readFileSync } from 'node:fs';
import { today } from '../clock.ts';
import { draftImport } from '../editing/import/drafts.ts';
import { parsePage } from '../editing/import/page.ts';
import { readPage, UnreadableError } from '../editing/import/text.ts';
import { count, formatDate, formatList } from '../swedish.ts';
import { RefusedError, runCommand, style, UsageError } from './command.ts';
import { ROOT } from './run.ts';
import { readShelf, refuseFaults, writeChanges } from './workspace.ts';

const SPEC = {
	name: 'importera',
	does: [
		'Gör utkast av en sida i den form som SKL:s exempelsidor har: datum, punktens rubrik och sedan exempel under',
		'rubriker som slutar med kommunens namn. Sidan kan vara sparad som text eller HTML, eller vara skannad.',
	].join('\n'),
	takes: '<fil eller - för att klistra in>',
	flags: {
		punkt: { value: 'nummer', help: 'punkten, om sidan inte säger det själv' },
		lank: { value: 'adress', help: 'sidans webbadress, om källan inte finns i katalogen' },
		prov: { help: 'visar vad som skulle skrivas' },
	},
	examples: ['sida.html', '- < sida.txt', 'sida.txt --prov'],
} as const;

function readInput(path: string): Uint8Array {
	try {
		return readFileSync(path === '-' ? 0 : path);
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		const reason =
			{ ENOENT: 'finns inte', EISDIR: 'är en mapp', EACCES: 'får inte läsas' }[code ?? ''] ?? 'går inte att läsa';
		throw new UsageError(`Filen ${path} ${reason}.`);
	}
}

function readPoint(text: string | undefined): number | undefined {
	if (text === undefined) return undefined;
	if (!/^([1-9]|10)$/.test(text)) throw new UsageError('Skriv ett nummer från 1 till 10 efter --punkt.');
	return Number(text);
}

await runCommand(SPEC, async ({ flags, rest }) => {
	const [path, ...more] = rest;
	if (!path || more.length > 0) throw new UsageError('Ange en fil, eller - för att läsa det som klistras in.');
	const given = readPoint(flags.punkt);
	if (flags.lank && !/^https?:\/\/\S+$/.test(flags.lank))
		throw new UsageError('Skriv en hel webbadress efter --lank, med https://.');
	const input = readInput(path);
	// After the input, which somebody may take minutes to paste: the lists may grow meanwhile.
	const shelf = readShelf(ROOT);
	let page;
	let url;
	try {
		const text = readPage(input);
		url = flags.lank ?? text.url;
		page = parsePage(text, {
			points: shelf.entries.points.map(({ data }) => data),
			sources: shelf.entries.sources.map(({ data }) => data),
		});
	} catch (error) {
		if (error instanceof UnreadableError) throw new RefusedError(`${error.message} Inget är skrivet.`);
		throw error;
	}
	if (page.blocks.length === 0)
		throw new RefusedError(
			'Inga exempel hittades. Varje exempel ska stå under en rubrik som slutar med kommunen, till exempel ”Nätverk mot rykten, Lunds kommun”. Inget är skrivet.',
		);
	const point = given ?? page.point;
	if (point === undefined)
		throw new RefusedError(
			'Punktens rubrik hittades inte ovanför det första exemplet. Ange punkten med --punkt. Inget är skrivet.',
		);

	const { drafts, skipped, source, changes } = draftImport({ ...page, point }, url, shelf, today());
	refuseFaults(changes, ROOT);
	if (!flags.prov) writeChanges(changes, ROOT);
	const result = {
		skrivet: !flags.prov && drafts.length > 0,
		punkt: point,
		daterad: page.published ?? null,
		källa: source.id,
		utkast: drafts.map(({ file, title, municipalities, line }) => ({
			fil: file,
			titel: title,
			kommuner: municipalities,
			rad: line,
		})),
		fannsRedan: skipped.map(({ title, file }) => ({ titel: title, fil: file })),
	};
	if (flags.json) return result;
	const dated = page.published ? `, daterad ${formatDate(page.published)}` : ', utan datum';
	console.log(`Punkt ${point}${dated}. Källa: ${source.id}.`);
	for (const { file, title } of drafts) console.log(`  ${style('green', file)}  ${title}`);
	for (const { file, title } of skipped)
		console.log(`  ${style('dim', `hoppar över ”${title}”, som finns i ${file}`)}`);
	const lists = changes.filter(({ isNew }) => !isNew).map(({ file }) => file);
	console.log(
		`${flags.prov ? 'Skulle skriva' : 'Skrev'} ${count(drafts.length, 'utkast', 'utkast')}${lists.length > 0 ? ` och lade till i ${formatList(lists)}` : ''}.`,
	);
	if (drafts.length > 0)
		console.log(
			'Originalets text står i varje utkast. Skriv om den: ett utkast som har den kvar går inte att publicera.',
		);
	return result;
});
