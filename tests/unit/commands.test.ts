/** The editors' commands as an editor meets them: what they write, what they say, and how they end. */
import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
	appendFileSync,
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { sourceRecord } from '../../src/editing/records.ts';
import { readShelf, recordChanges } from '../../src/tools/workspace.ts';
import { EXAMPLE, smallProject } from '../support/files.ts';
import { PAGE } from '../support/skl-page.ts';

let folder = '';
const at = (file: string) => join(folder, file);
const read = (file: string) => readFileSync(at(file), 'utf8');

/** Runs a command where the small catalogue is all there is. */
function run(command: string, args: readonly string[], input = '') {
	const { status, stdout, stderr } = spawnSync(process.execPath, [at(`src/tools/${command}.ts`), ...args], {
		cwd: folder,
		encoding: 'utf8',
		input,
	});
	assert.doesNotMatch(stdout + stderr, /\n\s+at .*:\d+|\u001b\[/, 'no stack trace and no colours away from a terminal');
	return { status, stdout, stderr };
}

before(() => {
	folder = mkdtempSync(join(tmpdir(), 'tiopunkten-'));
	for (const part of ['src', 'package.json']) cpSync(part, at(part), { recursive: true });
	symlinkSync(join(process.cwd(), 'node_modules'), at('node_modules'));
	for (const [file, text] of Object.entries(smallProject())) {
		mkdirSync(dirname(at(file)), { recursive: true });
		writeFileSync(at(file), text);
	}
});
after(() => rmSync(folder, { recursive: true, force: true }));

const RIGHT = ['--titel', 'Ett råd för unga', '--kommun', 'Vänersborg', '--punkt', '3,1', '--kalla', 'kalla'];

/** A record that somebody else adds while a command is at work. */
const TJORN = [
	'- id: tjorn\n  name: Tjörn\n  officialName: Tjörns kommun\n  code: "1419"\n  county: Västra Götalands län\n',
	'  countyCode: "14"\n  network:\n    listed: okant\n',
].join('');

describe('npm run ny', () => {
	test('writes a draft with every field explained, and the municipality that was missing', () => {
		const { status, stdout } = run('ny', [...RIGHT, '--styrker', 'Start och syfte', '--start', '2019']);
		assert.equal(status, 0);
		assert.match(stdout, /Skrev content\/exempel\/vanersborg-rad-unga\.mdx och lade till i content\/kommuner\.yml\./);
		const draft = read('content/exempel/vanersborg-rad-unga.mdx');
		for (const line of [
			'points: [3, 1]',
			'municipalities: [vanersborg]',
			'draft: true',
			'    supports: Start och syfte',
			'  started: 2019',
		])
			assert.ok(draft.includes(`\n${line}\n`), line);
		assert.match(draft, /# Vad som är känt: effect/);
		assert.match(
			read('content/kommuner.yml'),
			/- id: vanersborg\n  name: Vänersborg\n  officialName: Vänersborgs kommun\n  code: "1487"/,
		);
	});
	test('writes a draft that can be published once what it asks for is done, and not before', () => {
		const file = 'content/exempel/vanersborg-rad-unga.mdx';
		const draft = read(file);
		const done = draft
			.replace(/^draft: true\n/m, '')
			.replace(/summary: .*/, 'summary: Vänersborg har ett råd för unga.')
			.replace(/ATT GÖRA: Vad kommunen gjorde.*/, 'Kommunen bildade ett råd.')
			.replace(/## (Bakgrund|Resultat|Lärdomar)\n\nATT GÖRA: .*\n*/g, '');
		writeFileSync(at(file), draft.replace(/^draft: true\n/m, ''));
		assert.match(run('granska', []).stdout, /vanersborg-rad-unga\.mdx:\d+:\d+ Något är kvar att göra/);
		writeFileSync(at(file), done);
		assert.equal(run('granska', []).status, 0);
		writeFileSync(at(file), draft);
	});
	test('keeps what somebody else adds to the lists while it asks its questions', () => {
		const before = readShelf(folder);
		const kept = read('content/kallor.yml');
		const fields = { title: 'En rapport', publisher: 'Lunds kommun', url: 'https://a.se/', kind: 'kommun' } as const;
		appendFileSync(
			at('content/kallor.yml'),
			'- id: nagon-annans\n  title: A\n  publisher: B\n  url: https://b.se/\n  kind: kommun\n  seen: hela\n',
		);
		const text = recordChanges(before, [], [sourceRecord(fields, [])], folder)[0]?.text ?? '';
		for (const id of ['nagon-annans', 'lunds-en-rapport']) assert.match(text, new RegExp(`^- id: ${id}$`, 'm'));
		assert.throws(
			() => recordChanges(before, [], [{ ...sourceRecord(fields, []), id: 'nagon-annans' }], folder),
			/Någon annan har just lagt till en källa/,
		);
		writeFileSync(at('content/kallor.yml'), kept);
	});
	test('never writes over a file', () => {
		const before = read('content/exempel/vanersborg-rad-unga.mdx');
		const { status, stderr } = run('ny', [...RIGHT, '--titel', 'Ett annat råd', '--adress', 'vanersborg-rad-unga']);
		assert.equal(status, 1);
		assert.match(stderr, /Adressen \/exempel\/vanersborg-rad-unga\/ används redan eller har använts/);
		assert.equal(read('content/exempel/vanersborg-rad-unga.mdx'), before);
	});
	test('adds a new source from its address, title and publisher', () => {
		const { status, stdout } = run('ny', [
			...['--titel', 'En kurs för alla', '--kommun', 'Lund', '--punkt', '8', '--json'],
			...[
				'--lank',
				'https://exempel.se/kurs',
				'--rubrik',
				'Rapport om kursen',
				'--utgivare',
				'Lunds kommun',
				'--datum',
				'2019',
			],
		]);
		assert.equal(status, 0);
		assert.deepEqual(JSON.parse(stdout), {
			skrivet: true,
			fil: 'content/exempel/lund-kurs-alla.mdx',
			adress: '/exempel/lund-kurs-alla/',
			listor: ['content/kallor.yml'],
		});
		assert.match(
			read('content/kallor.yml'),
			/- id: lunds-rapport-om-kursen\n  title: Rapport om kursen\n.*\n  url: https:\/\/exempel\.se\/kurs\n  published: "2019"/,
		);
	});
	for (const [what, args, status, says] of [
		[
			'without a terminal to ask on, says what is missing',
			[],
			2,
			/Ange också --titel, --kommun, --punkt och --kalla eller --lank/,
		],
		['an unknown flag', ['--titl', 'x'], 2, /Flaggan --titl finns inte/],
		['a flag without its text', ['--titel', '--prov'], 2, /Skriv text efter --titel/],
		['a municipality that does not exist', [...RIGHT, '--kommun', 'Atlantis'], 2, /Kommunen ”Atlantis” finns inte/],
		['a municipality misspelt', [...RIGHT, '--kommun', 'Göteborrg'], 2, /Menar du Göteborg\?/],
		['a start that is no year', [...RIGHT, '--titel', 'Nytt', '--start', 'tjugotio'], 2, /--start: Ange ett årtal/],
		[
			'the same source twice',
			[...RIGHT, '--titel', 'Nytt', '--kalla', 'kalla'],
			1,
			/sources: Samma källa står två gånger/,
		],
		['a source that does not exist', [...RIGHT, '--kalla', 'fel'], 2, /Källan ”fel” finns inte i content\/kallor\.yml/],
		['a new source without a title', [...RIGHT, '--lank', 'https://a.se'], 2, /behöver också --rubrik och --utgivare/],
		[
			'a title with a full stop',
			[...RIGHT, '--titel', 'Ett råd.', '--adress', 'x'],
			1,
			/title: Titeln ska inte sluta med punkt/,
		],
		[
			'a title that is taken',
			[...RIGHT, '--titel', 'Ett nätverk mot rykten'],
			1,
			/Titeln finns redan i content\/exempel\/natverk-lund\.mdx/,
		],
		[
			'a point that does not exist',
			[...RIGHT, '--titel', 'Nytt', '--punkt', '11'],
			1,
			/Ange ett punktnummer från 1 till 10/,
		],
		['an address with å', [...RIGHT, '--titel', 'Nytt', '--adress', 'råd'], 1, /Adressen får bara ha a–z/],
		['a summary that is too long', [...RIGHT, '--titel', 'Nytt', '--sammanfattning', 'a '.repeat(400)], 1, /summary: /],
	] as const)
		test(`${what}: nothing is written`, () => {
			const before = read('content/kallor.yml') + read('content/kommuner.yml');
			const result = run('ny', args);
			assert.equal(result.status, status, result.stdout + result.stderr);
			assert.match(result.stderr, says);
			assert.equal(read('content/kallor.yml') + read('content/kommuner.yml'), before);
		});
});

describe('npm run importera', () => {
	test('shows what it would do and writes nothing with --prov', () => {
		const { status, stdout } = run('importera', ['-', '--punkt', '1', '--prov'], PAGE);
		assert.equal(status, 0);
		assert.match(stdout, /Punkt 1, daterad 7\u00a0maj 2019/);
		assert.match(stdout, /Skulle skriva 7\u00a0utkast/);
		assert.ok(!existsSync(at('content/exempel/huddinge-demokrativecka-dialog-mellan.mdx')));
	});
	test('writes seven drafts from what is pasted, and the municipalities and the source', () => {
		const { status, stdout } = run(
			'importera',
			['-', '--punkt', '1', '--lank', 'https://skl.se/involvera', '--json'],
			PAGE,
		);
		assert.equal(status, 0, stdout);
		const { utkast } = JSON.parse(stdout) as { utkast: { fil: string }[] };
		assert.equal(utkast.length, 7);
		for (const { fil } of utkast) assert.match(read(fil), /^draft: true$/m);
		assert.match(read('content/kallor.yml'), /url: https:\/\/skl\.se\/involvera/);
		const checked = run('granska', []);
		assert.equal(checked.status, 0, checked.stdout);
	});
	test('keeps what somebody else adds to the lists while the page is being pasted', async () => {
		const pipe = at('klistrat');
		execFileSync('mkfifo', [pipe]);
		const importing = spawn(process.execPath, [at('src/tools/importera.ts'), pipe, '--punkt', '1'], { cwd: folder });
		const ended = once(importing, 'exit');
		// Opens once the command is waiting for the page.
		const paste = await open(pipe, 'w');
		appendFileSync(at('content/kommuner.yml'), TJORN);
		writeFileSync(
			at('content/exempel/tjorn-rad.mdx'),
			EXAMPLE.replace('[lund]', '[tjorn]').replace(/^title: .*$/m, 'title: Tjörn har ett råd'),
		);
		await paste.writeFile('Ett råd om rykten, Ekerö kommun\n\nEkerö har ett råd.\n');
		await paste.close();
		assert.deepEqual(await ended, [0, null]);
		const list = read('content/kommuner.yml');
		for (const id of ['tjorn', 'ekero']) assert.match(list, new RegExp(`^- id: ${id}$`, 'm'));
	});
	test('skips what it has imported before', () => {
		const { status, stdout } = run('importera', ['-', '--punkt', '1'], PAGE);
		assert.equal(status, 0);
		assert.match(stdout, /hoppar över ”Först i Sverige med hbtq-samråd”/);
		assert.match(stdout, /Skrev 0\u00a0utkast/);
	});
	for (const [what, args, input, status, says] of [
		['no file', [], '', 2, /Ange en fil, eller -/],
		['a file that does not exist', ['finns-inte.txt'], '', 2, /Filen finns-inte\.txt finns inte/],
		['a folder', ['content'], '', 2, /Filen content är en mapp/],
		['a point that is none', ['-', '--punkt', '11'], PAGE, 2, /Skriv ett nummer från 1 till 10/],
		['an empty page', ['-'], '', 1, /Inga exempel hittades/],
		['a pdf', ['-'], '%PDF-1.4', 1, /Filen är en pdf/],
		['a page that does not tell its point', ['-'], PAGE.replace(/^Involvera.*$/m, ''), 1, /Ange punkten med --punkt/],
	] as const)
		test(`${what}: a clear message, and nothing is written`, () => {
			const before = read('content/kallor.yml');
			const result = run('importera', args, input);
			assert.equal(result.status, status, result.stdout + result.stderr);
			assert.match(result.stderr, says);
			assert.equal(read('content/kallor.yml'), before);
		});
});

for (const signal of ['SIGINT', 'SIGTERM'] as const)
	test(`work that ${signal} breaks off leaves every file as it was`, async () => {
		const file = 'content/kallor.yml';
		const before = read(file);
		const changes = [
			{ file, text: 'ändrad', isNew: false },
			{ file: 'content/ny.txt', text: 'ny', isNew: true },
		];
		const working = spawn(process.execPath, [
			'--input-type=module',
			'--eval',
			`import { restoring } from ${JSON.stringify(at('src/tools/workspace.ts'))};
			await restoring(${JSON.stringify(changes)}, ${JSON.stringify(folder)}, () => {
				console.log('igång');
				return new Promise((done) => setTimeout(done, 20_000, 'klart'));
			});`,
		]);
		const ended = once(working, 'exit');
		await once(working.stdout, 'data');
		assert.equal(read(file), 'ändrad');
		working.kill(signal);
		assert.deepEqual(await ended, [signal === 'SIGINT' ? 130 : 143, null]);
		assert.equal(read(file), before);
		assert.ok(!existsSync(at('content/ny.txt')));
	});

test('every command explains itself in Swedish', () => {
	for (const command of ['ny', 'importera']) {
		const { status, stdout } = run(command, ['--hjalp']);
		assert.equal(status, 0);
		assert.match(stdout, new RegExp(`^npm run ${command} -- `));
		assert.match(stdout, /--json\s+skriver svaret som JSON/);
	}
});
