/** `npm run slapp` from beginning to end, on a small site: what a release holds, and that it can be checked. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { listComponents } from '../../src/tools/slapp.ts';
import { copyProject } from '../support/copy.ts';
import { smallProject } from '../support/files.ts';
import { unzip } from '../support/zip.ts';

const NAME = 'tiopunkten-2026-11-22';
let folder = '';
const at = (file: string) => join(folder, 'slapp', file);
const filesOfRelease = () => readdirSync(join(folder, 'slapp')).sort();

interface ComponentList {
	readonly components: readonly { readonly name: string; readonly version: string; readonly licenses?: unknown[] }[];
	readonly metadata: { readonly component: { readonly name: string; readonly type: string } };
}
const readComponents = () => JSON.parse(readFileSync(at(`${NAME}.cdx.json`), 'utf8')) as ComponentList;

/** CycloneDX's own schema, with the two that it refers to. */
function componentListChecker() {
	const place = dirname(createRequire(import.meta.url).resolve('@cyclonedx/cyclonedx-library/package.json'));
	const read = (name: string) =>
		JSON.parse(readFileSync(join(place, 'res/schema', `${name}.SNAPSHOT.schema.json`), 'utf8')) as object;
	const ajv = new Ajv({ strict: false, allErrors: true, formats: { 'iri-reference': true, 'idn-email': true } });
	addFormats.default(ajv);
	for (const name of ['spdx', 'jsf-0.82'])
		ajv.addSchema(read(name), `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json`);
	return ajv.compile(read('bom-1.5'));
}

describe('a release', () => {
	before(() => {
		folder = copyProject();
		rmSync(join(folder, 'content'), { recursive: true });
		for (const [file, text] of Object.entries(smallProject())) {
			mkdirSync(dirname(join(folder, file)), { recursive: true });
			writeFileSync(join(folder, file), text);
		}
		const { status, stderr } = spawnSync(process.execPath, ['src/tools/slapp.ts'], {
			cwd: folder,
			encoding: 'utf8',
			env: { ...process.env, SOURCE_DATE_EPOCH: String(Date.UTC(2026, 10, 22) / 1000) },
		});
		assert.equal(status, 0, stderr);
	});
	after(() => rmSync(folder, { recursive: true, force: true }));

	test('is a ZIP, a list of components and checksums that hold', () => {
		assert.deepEqual(filesOfRelease(), ['SHA256SUMS', `${NAME}.cdx.json`, `${NAME}.zip`]);
		const sums = readFileSync(at('SHA256SUMS'), 'utf8');
		for (const file of [`${NAME}.cdx.json`, `${NAME}.zip`]) assert.ok(sums.includes(`  ${file}\n`), file);
		const { status, stderr } = spawnSync('sha256sum', ['--check', '--strict', 'SHA256SUMS'], {
			cwd: join(folder, 'slapp'),
			encoding: 'utf8',
		});
		assert.equal(status, 0, stderr);
	});

	test('has the pages and others’ licences in its ZIP', () => {
		const zip = unzip(readFileSync(at(`${NAME}.zip`)));
		for (const file of ['index.html', 'exempel/natverk-lund/index.html', 'licenser.txt', 'LAS-MIG.txt', 'SHA256SUMS'])
			assert.ok(zip.has(`${NAME}/${file}`), file);
	});

	test('lists its components as CycloneDX wants it', () => {
		const isValid = componentListChecker();
		const list = readComponents();
		assert.ok(isValid(list), JSON.stringify(isValid.errors?.slice(0, 3)));
		assert.ok(!isValid({ ...list, specVersion: 1.5 }), 'the schema can say no');
	});

	test('names itself and what it is built with, and not what only tests it', () => {
		const { metadata, components } = readComponents();
		assert.deepEqual([metadata.component.name, metadata.component.type], ['tiopunkten', 'application']);
		const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
			packages: Record<string, { version: string; dev?: boolean }>;
		};
		const needed = Object.entries(packages)
			.filter(([place, { dev }]) => place && !dev)
			.map(([place, { version }]) => `${place.replace(/^.*node_modules\//, '')} ${version}`);
		const listed = components.map(({ name, version }) => `${name} ${version}`);
		assert.deepEqual([...new Set(listed)].sort(), [...new Set(needed)].sort());
		assert.ok(listed.some((one) => one.startsWith('yaml ')) && !listed.some((one) => one.startsWith('axe-core ')));
	});

	test('lists the same components, byte for byte, wherever and whenever it is made', async () => {
		assert.equal(readFileSync(at(`${NAME}.cdx.json`), 'utf8'), await listComponents('2026-11-22'));
	});
});
