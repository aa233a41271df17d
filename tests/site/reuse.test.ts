/**
 * A build after a change takes what still stands from the last one. A stale page is a wrong page: each change here must
 * give, byte for byte, the site that a build from nothing gives, and leave alone what does not show it.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { copyProject } from '../support/copy.ts';
import { EXAMPLE, smallProject } from '../support/files.ts';

let folder = '';
const at = (file: string) => join(folder, file);
const change = (file: string, from: string | RegExp, to: string) =>
	writeFileSync(at(file), readFileSync(at(file), 'utf8').replace(from, to));
const append = (file: string, toMore: (text: string) => string) => {
	const text = readFileSync(at(file), 'utf8');
	writeFileSync(at(file), text + toMore(text));
};

function build() {
	const { status, stdout, stderr } = spawnSync(process.execPath, ['src/tools/build.ts', '--utan-bilder'], {
		cwd: folder,
		encoding: 'utf8',
	});
	assert.equal(status, 0, stderr);
	return stdout;
}

/** Every file of the site: what is in it, and which file on the disk it is. */
function site() {
	const files = new Map<string, { readonly text: string; readonly disk: number }>();
	for (const entry of readdirSync(at('dist'), { recursive: true, withFileTypes: true })) {
		const file = join(entry.parentPath, entry.name);
		if (entry.isFile())
			files.set(relative(at('dist'), file), { text: readFileSync(file, 'latin1'), disk: statSync(file).ino });
	}
	return files;
}

const CHANGES: readonly (readonly [what: string, make: () => void, untouched: readonly string[]])[] = [
	[
		'a line in a body',
		() => change('content/exempel/rad.mdx', 'Ett nätverk bildades.', 'Ett råd bildades i maj.'),
		['exempel/natverk-lund/', 'exempel/', 'punkt/1/', 'kommun/lund/', 'begrepp/natverk/', 'dokument/lund-motion/'],
	],
	[
		'a title, a component in a body and a document’s summary',
		() => {
			change('content/exempel/rad.mdx', /title: .*/, 'title: Ett annat råd');
			change('content/exempel/rad.mdx', /$/, '\n<Note title="Obs">\n\nText.\n\n</Note>\n');
			change('content/dokument/lund-motion.mdx', /summary: .*/, 'summary: En motion om något annat.');
		},
		['punkt/9/'],
	],
	[
		'an example’s list of changes, and what is known of a municipality',
		() => {
			change(
				'content/exempel/rad.mdx',
				'reviewed: 2026-02-01',
				'$&\nchanges:\n  - date: 2026-02-01\n    note: Rättat startår.',
			);
			change('content/kommuner.yml', 'listed: ja', 'listed: nej');
		},
		[],
	],
	[
		'the order of the sources',
		() => {
			const file = 'content/kallor.yml';
			const sources = readFileSync(at(file), 'utf8').split(/^(?=- )/m);
			assert.ok(sources.length > 1);
			writeFileSync(at(file), sources.reverse().join(''));
		},
		['exempel/rad/', 'exempel/', 'punkt/1/', 'kommun/lund/'],
	],
	[
		'a concept’s name, and an example that is gone',
		() => {
			change('content/begrepp/metoder.yml', /label: .*/, 'label: Nät av människor');
			rmSync(at('content/exempel/massa.mdx'));
		},
		[],
	],
];

describe('after a change of', () => {
	before(() => {
		folder = copyProject();
		rmSync(at('content'), { recursive: true });
		for (const [file, text] of Object.entries({
			...smallProject(),
			'content/exempel/rad.mdx': EXAMPLE.replace('Ett nätverk mot rykten', 'Ett råd').replace(
				'sources:\n',
				'sources:\n  - id: annan\n    supports: Bakgrunden\n',
			),
			'content/exempel/massa.mdx': EXAMPLE.replace('Ett nätverk mot rykten', 'En mässa'),
		})) {
			mkdirSync(dirname(at(file)), { recursive: true });
			writeFileSync(at(file), text);
		}
		append('content/kallor.yml', (text) => text.replace('id: kalla', 'id: annan').replace('/natverk', '/annan'));
		build();
	});
	after(() => rmSync(folder, { recursive: true, force: true }));

	test('nothing, no page is rendered that has others to compare with', () => {
		const earlier = site();
		assert.match(build(), /, [1-9]\d* sidor var oförändrade/);
		const now = site();
		for (const page of ['exempel/rad/', 'exempel/', 'punkt/1/', 'kommun/lund/', 'pagefind/pagefind.js'])
			assert.equal(
				now.get(page)?.disk ?? now.get(`${page}index.html`)?.disk,
				earlier.get(page)?.disk ?? earlier.get(`${page}index.html`)?.disk,
				page,
			);
	});

	for (const [what, make, untouched] of CHANGES)
		test(`${what}, the site is what a build from nothing gives`, () => {
			const earlier = site();
			make();
			build();
			const reused = site();
			for (const page of untouched)
				assert.equal(reused.get(`${page}index.html`)?.disk, earlier.get(`${page}index.html`)?.disk, `${page} rördes`);
			rmSync(at('.cache/reuse.json'));
			build();
			const fresh = site();
			assert.deepEqual([...reused.keys()].sort(), [...fresh.keys()].sort());
			const stale = [...fresh].filter(([file, { text }]) => reused.get(file)?.text !== text).map(([file]) => file);
			assert.deepEqual(stale, []);
		});

	test('an example that is gone, its page is gone', () => assert.ok(!existsSync(at('dist/exempel/massa'))));
});
