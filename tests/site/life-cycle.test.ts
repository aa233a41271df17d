/** The life of an address, on a small site that is built, changed and built again: active, withdrawn, moved, gone. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { copyProject } from '../support/copy.ts';
import { EXAMPLE, smallProject } from '../support/files.ts';
import { serveWithNginx } from '../support/nginx.ts';

let folder = '';
const at = (file: string) => join(folder, file);
const write = (file: string, text: string) => {
	mkdirSync(dirname(at(file)), { recursive: true });
	writeFileSync(at(file), text);
};
const run = (command: 'build' | 'adresser') =>
	spawnSync(process.execPath, [`src/tools/${command}.ts`], { cwd: folder, encoding: 'utf8' });
const exampleCalled = (title: string) => EXAMPLE.replace('Ett nätverk mot rykten', title);

describe('an address that is published', () => {
	before(() => {
		folder = copyProject();
		rmSync(at('content'), { recursive: true });
		for (const [file, text] of Object.entries(smallProject())) write(file, text);
		write('content/exempel/dras-tillbaka.mdx', exampleCalled('Ett råd'));
		write('content/exempel/gar-upp.mdx', exampleCalled('En mässa'));
		write('content/exempel/byter-namn.mdx', exampleCalled('En enkät'));
		write('content/exempel/tas-bort.mdx', exampleCalled('En kurs'));
		const first = run('adresser');
		assert.equal(first.status, 0, first.stderr);
	});
	after(() => rmSync(folder, { recursive: true, force: true }));

	test('is in the register', () => {
		const register = readFileSync(at('content/adressregister.txt'), 'utf8');
		for (const address of ['/exempel/byter-namn/', '/exempel/tas-bort/#resultat'])
			assert.ok(register.includes(`\n${address}\n`), address);
	});

	test('stops the build when its file is renamed or deleted, with both told and what to write', () => {
		renameSync(at('content/exempel/byter-namn.mdx'), at('content/exempel/nytt-namn.mdx'));
		rmSync(at('content/exempel/tas-bort.mdx'));
		const { status, stderr } = run('build');
		assert.equal(status, 1);
		assert.match(stderr, /content\/exempel\/byter-namn\.mdx .*byggs inte längre/);
		assert.match(stderr, /- id: \/exempel\/byter-namn\/\n\s+movedTo: \/exempel\/nytt-namn\//);
		assert.match(stderr, /content\/exempel\/tas-bort\.mdx .*byggs inte längre/);
		assert.ok(existsSync(at('dist/exempel/tas-bort/index.html')), 'the published site is untouched');
	});

	describe('and then withdrawn, merged, moved or gone', () => {
		let nginx: Awaited<ReturnType<typeof serveWithNginx>>;
		before(async () => {
			write(
				'content/adresser.yml',
				`- id: /exempel/byter-namn/
  movedTo: /exempel/nytt-namn/
- id: /exempel/tas-bort/
  gone:
    date: 2026-02-01
    reason: Källan gällde en annan kommun.
`,
			);
			write(
				'content/exempel/dras-tillbaka.mdx',
				exampleCalled('Ett råd').replace(
					'---\n\n',
					'status: withdrawn\nwithdrawn:\n  date: 2026-02-01\n  reason: Rådet fanns aldrig.\n---\n\n',
				),
			);
			write(
				'content/exempel/gar-upp.mdx',
				exampleCalled('En mässa').replace('---\n\n', 'status: merged\nmergedInto: natverk-lund\n---\n\n'),
			);
			const { status, stderr } = run('build');
			assert.equal(status, 0, stderr);
			nginx = await serveWithNginx(folder);
		});
		after(() => nginx.stop());

		test('withdrawn: answers with a banner, can be cited, stands in no list and is not searched', async () => {
			const { status, body } = await nginx.get('/exempel/dras-tillbaka/');
			assert.equal(status, 200);
			assert.ok(/Tillbakadraget 1\sfebruari 2026\.<\/b> Rådet fanns aldrig\./.test(body));
			assert.ok(/id="hanvisa"/.test(body));
			assert.ok(!/data-pagefind-body/.test(body));
			assert.ok(/<meta name="robots" content="noindex">/.test(body));
			for (const list of ['/exempel/', '/punkt/1/', '/kommun/lund/', '/begrepp/natverk/', '/'])
				assert.ok(!(await nginx.get(list)).body.includes('/exempel/dras-tillbaka/'), list);
			assert.match(
				readFileSync(at('dist/_headers'), 'utf8'),
				/^\/exempel\/dras-tillbaka\/\n {2}X-Robots-Tag: noindex$/m,
			);
		});

		test('merged or renamed: 301 to the new address, with and without the slash', async () => {
			for (const [from, to] of [
				['/exempel/gar-upp/', '/exempel/natverk-lund/'],
				['/exempel/byter-namn/', '/exempel/nytt-namn/'],
				['/exempel/byter-namn', '/exempel/nytt-namn/'],
			] as const) {
				const { status, location } = await nginx.get(from);
				assert.deepEqual([status, location], [301, to]);
				assert.equal((await nginx.get(to)).status, 200);
			}
		});

		test('gone: 410 with a page that says why, with and without the slash', async () => {
			for (const address of ['/exempel/tas-bort/', '/exempel/tas-bort']) {
				const { status, body } = await nginx.get(address);
				assert.equal(status, 410);
				assert.ok(/<h1>Sidan är borttagen<\/h1>/.test(body));
				assert.ok(/tiopunkten\.se\/exempel\/tas-bort[\s\S]*Källan gällde en annan kommun\./.test(body));
			}
		});
	});
});
