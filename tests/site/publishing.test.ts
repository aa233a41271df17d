/** Publishing is all or nothing, and the same every time: a small site is built, broken in the middle, and built again. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import {
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { copyProject } from '../support/copy.ts';
import { smallProject } from '../support/files.ts';

const EPOCH = String(Date.UTC(2026, 10, 22) / 1000);

function copySmallProject(): string {
	const folder = copyProject();
	rmSync(join(folder, 'content'), { recursive: true });
	for (const [file, text] of Object.entries(smallProject())) {
		mkdirSync(dirname(join(folder, file)), { recursive: true });
		writeFileSync(join(folder, file), text);
	}
	return folder;
}

const COMMAND = ['src/tools/build.ts'];
const options = (folder: string) => ({
	cwd: folder,
	encoding: 'utf8' as const,
	env: { ...process.env, SOURCE_DATE_EPOCH: EPOCH },
});
const build = (folder: string) => spawnSync(process.execPath, COMMAND, options(folder));

/** Every file below a folder with what it holds. */
const filesIn = (folder: string): Map<string, string> =>
	new Map(
		readdirSync(folder, { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile())
			.map((entry) => join(entry.parentPath, entry.name))
			.sort()
			.map((file) => [relative(folder, file), readFileSync(file, 'base64')]),
	);

describe('a published site', () => {
	let folder = '';
	let published: Map<string, string>;
	before(() => {
		folder = copySmallProject();
		const { status, stderr } = build(folder);
		assert.equal(status, 0, stderr);
		published = filesIn(join(folder, 'dist'));
		// From now on every build would change a page.
		const example = join(folder, 'content/exempel/natverk-lund.mdx');
		writeFileSync(
			example,
			readFileSync(example, 'utf8').replace('Ett nätverk bildades.', 'Ett annat nätverk bildades.'),
		);
	});
	after(() => rmSync(folder, { recursive: true, force: true }));
	const isUntouched = () => assert.deepEqual(filesIn(join(folder, 'dist')), published);

	test('has its search index', () => assert.ok(published.has('pagefind/pagefind.js')));

	test('is built byte for byte the same in another folder', () => {
		const other = copySmallProject();
		const { status, stderr } = build(other);
		assert.equal(status, 0, stderr);
		const built = filesIn(join(other, 'dist'));
		rmSync(other, { recursive: true, force: true });
		assert.deepEqual([...built.keys()], [...published.keys()]);
		assert.deepEqual(
			[...built].filter(([file, bytes]) => published.get(file) !== bytes).map(([file]) => file),
			[],
		);
	});

	for (const [what, seen] of [
		['when the pages are being written', '.cache/next/_astro'],
		['when the search index is being made', '.cache/next/pagefind'],
	] as const)
		test(`stays whole when the build is killed ${what}`, async () => {
			rmSync(join(folder, '.cache/next'), { recursive: true, force: true });
			const child = spawn(process.execPath, COMMAND, { ...options(folder), detached: true, stdio: 'ignore' });
			const closed = new Promise((done) => child.once('close', done));
			while (child.exitCode === null && !existsSync(join(folder, seen)))
				await new Promise((done) => setTimeout(done, 5));
			assert.equal(child.exitCode, null, 'the build was done before it could be killed');
			process.kill(-(child.pid as number), 'SIGKILL');
			await closed;
			isUntouched();
		});

	test('comes back when the machine stopped in the very moment of publishing', () => {
		renameSync(join(folder, 'dist'), join(folder, '.cache/previous'));
		const broken = join(folder, 'content/exempel/trasigt.mdx');
		writeFileSync(broken, 'inget formulär');
		assert.equal(build(folder).status, 1);
		rmSync(broken);
		isUntouched();
	});

	test('stays whole when the disk is full', () => {
		rmSync(join(folder, '.cache'), { recursive: true, force: true });
		mkdirSync(join(folder, '.cache'));
		const onFullDisk = (...how: string[]) =>
			spawnSync(
				'unshare',
				[
					...how,
					'sh',
					'-c',
					`mount -t tmpfs -o size=1m none .cache && exec "${process.execPath}" ${COMMAND.join(' ')}`,
				],
				options(folder),
			);
		const allowed = [['-m'], ['-U', '-r', '-m']].find((how) => spawnSync('unshare', [...how, 'true']).status === 0);
		// Where no disk of our own can be mounted, the largest file allowed is small instead.
		const { status, stderr } = allowed
			? onFullDisk(...allowed)
			: spawnSync('bash', ['-c', `ulimit -f 20; exec "${process.execPath}" ${COMMAND.join(' ')}`], options(folder));
		assert.notEqual(status, 0);
		if (allowed) assert.match(stderr, /ENOSPC|No space left|Disken är full/);
		isUntouched();
	});

	for (const [what, script] of [
		['fails', 'exit 1'],
		['says that it is done but has written nothing', 'exit 0'],
	] as const)
		test(`stays whole when the making of the search index ${what}`, () => {
			const modules = join(folder, 'node_modules');
			const real = join(process.cwd(), 'node_modules');
			rmSync(modules);
			mkdirSync(join(modules, '.bin'), { recursive: true });
			for (const name of readdirSync(real)) if (name !== '.bin') symlinkSync(join(real, name), join(modules, name));
			for (const name of readdirSync(join(real, '.bin')))
				if (name !== 'pagefind') symlinkSync(join(real, '.bin', name), join(modules, '.bin', name));
			writeFileSync(join(modules, '.bin/pagefind'), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
			const { status, stderr } = build(folder);
			rmSync(modules, { recursive: true });
			symlinkSync(real, modules);
			assert.equal(status, 1);
			assert.match(stderr, /Sökregistret gick inte att bygga\. Den tidigare webbplatsen i dist\/ är orörd\./);
			isUntouched();
		});

	test('is replaced when all goes well', () => {
		const { status, stderr } = build(folder);
		assert.equal(status, 0, stderr);
		assert.match(readFileSync(join(folder, 'dist/exempel/natverk-lund/index.html'), 'utf8'), /Ett annat nätverk/);
	});
});
