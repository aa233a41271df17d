/** `npm run granska` as an editor or a program meets it: what it prints, what it mends, and its exit codes. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { after, beforeEach, describe, test } from 'node:test';
import { formatRegister } from '../../src/addresses/register.ts';
import { reportOn } from '../../src/tools/content-report.ts';
import { EXAMPLE, smallCatalogue } from '../support/files.ts';

const COMMAND = resolve('src/tools/granska.ts');
const root = mkdtempSync(join(tmpdir(), 'granska-'));
after(() => rmSync(root, { recursive: true }));

const write = (file: string, text: string) => {
	mkdirSync(dirname(join(root, file)), { recursive: true });
	writeFileSync(join(root, file), text);
};
beforeEach(() => {
	rmSync(join(root, 'content'), { recursive: true, force: true });
	for (const [file, text] of Object.entries(smallCatalogue())) write(file, text);
});

function granska(...args: string[]) {
	const env = { ...process.env, INIT_CWD: root, NO_COLOR: undefined, FORCE_COLOR: undefined };
	const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...args], {
		cwd: root,
		env,
		encoding: 'utf8',
	});
	assert.doesNotMatch(stdout + stderr, /^\s+at .*:\d+/m, 'a stack trace');
	assert.doesNotMatch(stdout + stderr, /\u001B\[/, 'colours where nobody sees them');
	return { status, stdout, stderr };
}
const broken = EXAMPLE.replace('Ett nätverk mot rykten', 'Ett annat').replace('[1, 10]', '[1, 11]');
const heavy = EXAMPLE.replace('Ett nätverk mot rykten', 'Ett tredje').replace('möta rykten', 'möta "rykten"  nu');

describe('what only shows on disk', () => {
	const findings = () => reportOn(root).problems.map(({ code, file }) => `${code} ${file}`);

	test('a file that no collection reads', () => {
		write('content/exempel/lund.md', EXAMPLE);
		assert.deepEqual(findings(), ['TP102 content/exempel/lund.md']);
	});
	test('a file that is a shortcut to another', () => {
		write('utanfor.mdx', EXAMPLE.replace('Ett nätverk mot rykten', 'Utanför'));
		symlinkSync(join(root, 'utanfor.mdx'), join(root, 'content/exempel/genvag.mdx'));
		assert.deepEqual(findings(), ['TP107 content/exempel/genvag.mdx']);
	});
	test('a folder where a file should be', () => {
		mkdirSync(join(root, 'content/exempel/mapp.mdx'));
		assert.deepEqual(findings(), ['TP108 content/exempel/mapp.mdx']);
	});
	test('a link to a page that has never been published', () => {
		const linked = (address: string) =>
			write(
				'content/exempel/lank.mdx',
				EXAMPLE.replace('Ett nätverk mot rykten', 'En länk').replace('möta rykten', `[möta](${address}) rykten`),
			);
		write('content/adressregister.txt', formatRegister(new Map([['/om/', false]])));
		linked('/om/#syfte');
		assert.deepEqual(findings(), []);
		linked('/omm/');
		assert.deepEqual(findings(), ['TP404 content/exempel/lank.mdx']);
	});
	test('search words that stand on no page', () => {
		write('content/begrepp/sokord.yml', '- id: skvaller\n  words: [skvaller, struntprat]\n');
		assert.deepEqual(findings(), ['TP415 content/begrepp/sokord.yml']);
	});
});

describe('the command', () => {
	test('says that nothing is wrong, and ends with 0', () => {
		const { status, stdout } = granska();
		assert.equal(stdout, 'Inga fel. 2 exempel och 1 dokument är granskade.\n');
		assert.equal(status, 0);
	});

	test('tells of what is wrong with file, line and code, and ends with 1', () => {
		write('content/exempel/annat.mdx', broken);
		const { status, stdout } = granska();
		assert.match(
			stdout,
			/^Innehållet har 1 fel:\n {2}content\/exempel\/annat\.mdx:4:13 points\.1: Ange .* \(TP312\)$/m,
		);
		assert.match(stdout, /^Mer om en kod: https:\/\/tiopunkten\.se\/bidra\/fel\/tp312\/$/m);
		assert.equal(status, 1);
	});

	test('shows only what is in the files that it was given, and holds them against the rest', () => {
		write('content/exempel/annat.mdx', broken);
		write(
			'content/exempel/tredje.mdx',
			EXAMPLE.replace('Ett nätverk mot rykten', 'Ett tredje').replace('[lund]', '[malmo]'),
		);
		const { status, stdout } = granska('content/exempel/tredje.mdx');
		assert.match(stdout, /tredje\.mdx:3:18 municipalities\.0: Kommunen ”malmo” finns inte/);
		assert.doesNotMatch(stdout, /annat/);
		assert.equal(status, 1);
		assert.equal(granska('content/dokument').status, 0);
	});

	test('speaks JSON to programs', () => {
		write('content/exempel/annat.mdx', broken);
		const { status, stdout } = granska('--json');
		const { version, errors, warnings, problems } = JSON.parse(stdout);
		assert.deepEqual([version, errors, warnings, status], [1, 1, 0, 1]);
		assert.deepEqual(problems, [
			{
				code: 'TP312',
				severity: 'error',
				file: 'content/exempel/annat.mdx',
				line: 4,
				column: 13,
				field: 'points.1',
				message: 'Ange ett punktnummer från 1 till 10.',
				help: 'https://tiopunkten.se/bidra/fel/tp312/',
			},
		]);
	});

	test('speaks to GitHub in its workflow commands', () => {
		write('content/exempel/annat.mdx', broken);
		assert.equal(
			granska('--format', 'github').stdout,
			'::error file=content/exempel/annat.mdx,line=4,col=13,title=TP312 Talet är för stort eller för litet::points.1: Ange ett punktnummer från 1 till 10.\n',
		);
	});

	test('mends what is mechanical, only in the files that it was given', () => {
		write('content/exempel/tredje.mdx', heavy);
		write('content/exempel/annat.mdx', heavy.replace('Ett tredje', 'Ett "annat"'));
		const { status, stdout } = granska('--fix', 'content/exempel/tredje.mdx');
		assert.match(stdout, /^Rättade content\/exempel\/tredje\.mdx\.$/m);
		assert.equal(status, 0);
		assert.match(readFileSync(join(root, 'content/exempel/tredje.mdx'), 'utf8'), /möta ”rykten” nu\./);
		assert.match(readFileSync(join(root, 'content/exempel/annat.mdx'), 'utf8'), /Ett "annat"/);
	});

	test('shows how it is used', () => {
		const { status, stdout } = granska('--hjalp');
		assert.match(stdout, /^Användning: npm run granska/);
		assert.equal(status, 0);
	});

	for (const [what, args, says] of [
		['a flag that does not exist', ['--fixa'], 'Flaggan --fixa finns inte.'],
		['a format that does not exist', ['--format', 'xml'], 'Formatet ”xml” finns inte.'],
		[
			'a file that does not exist',
			['content/exempel/finns-inte.mdx'],
			'Filen ”content/exempel/finns-inte.mdx” finns inte.',
		],
		['a file outside the content', ['..'], '”..” ligger inte i content'],
	] as const)
		test(`ends with 2 when given ${what}`, () => {
			const { status, stdout, stderr } = granska(...args);
			assert.ok(stderr.startsWith(says), stderr);
			assert.deepEqual([status, stdout], [2, '']);
		});
});
