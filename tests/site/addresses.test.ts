/** Every address ever published, asked for through a real nginx with the generated rules. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { SITE } from '../../src/site.ts';
import { addressesIn, openAddresses } from '../../src/tools/addresses.ts';
import { filesIn } from '../../src/tools/folder.ts';
import { serveWithNginx } from '../support/nginx.ts';
import { entries } from '../support/content.ts';
import { DIST, pages } from '../support/site.ts';

/** By what lies in the folder, whatever the build has been told of. */
const addresses = openAddresses();
for (const file of filesIn(DIST))
	addresses.add(file, file.endsWith('.html') ? addressesIn(readFileSync(join(DIST, file))) : undefined);
const { register, problems, unregistered } = addresses.examine(process.cwd(), entries);

describe('the register of addresses', () => {
	test('is kept by the built site', () => assert.deepEqual(problems, []));

	test('is complete: npm run adresser has been run since the last new page', () => assert.deepEqual(unregistered, []));

	test('has the examples, the points, the files to fetch and the fixed sections', () => {
		for (const address of [
			'/',
			'/punkt/7/',
			'/exempel/botkyrka-antiryktesnatverk/',
			'/exempel/botkyrka-antiryktesnatverk/#resultat',
			'/kommun/goteborg/#punkt-for-punkt',
			'/dokument/ekero-motionssvar-eccar/#hanvisa',
			'/ikon.svg',
		])
			assert.ok(register.has(address), address);
	});
});

describe('the host', () => {
	let nginx: Awaited<ReturnType<typeof serveWithNginx>>;
	before(async () => (nginx = await serveWithNginx('.')));
	after(() => nginx.stop());

	test('answers every registered address with 200, 301 or 410 and nothing else', async () => {
		const wrong: string[] = [];
		for (const address of register.keys()) {
			if (address.includes('#')) continue;
			const { status } = await nginx.get(address);
			if (![200, 301, 410].includes(status)) wrong.push(`${status} ${address}`);
		}
		assert.deepEqual(wrong, []);
	});

	test('has one address for a page: without the slash and with index.html it leads to the slash', async () => {
		for (const { path } of pages.filter((page) => page.path.endsWith('/') && page.path !== '/')) {
			const without = await nginx.get(path.slice(0, -1));
			assert.deepEqual([without.status, without.location], [301, path], path);
			const withFile = await nginx.get(`${path}index.html`);
			assert.deepEqual([withFile.status, withFile.location], [301, path], path);
		}
		assert.equal((await nginx.get('/sok/index.html?q=rykten')).location, '/sok/?q=rykten');
	});

	test('answers an unknown address with status 404 and the page that leads on', async () => {
		for (const path of ['/exempel/finns-inte/', '/punkt/11/', '/404.html', '/_redirects', '/_headers']) {
			const { status, body } = await nginx.get(path);
			assert.equal(status, 404, path);
			assert.ok(body.includes('<h1>Sidan finns inte</h1>'), path);
		}
	});
});

describe('the address of every page', () => {
	const addresses = pages.map(({ path }) => path).filter((path) => path !== '/404.html');

	test('has only a–z, 0–9, hyphen and slash, and ends with a slash', () => {
		for (const path of addresses) assert.match(path, /^\/([a-z0-9-]+\/)*$/);
	});

	test('is below 70 characters with a host of 13, and no part is longer than 45', () => {
		assert.equal(SITE.host.length, 13);
		for (const path of addresses) {
			assert.ok(SITE.host.length + path.length < 70, path);
			for (const part of path.split('/')) assert.ok(part.length <= 45, path);
		}
	});
});
