/** What other tools read about the project says what the project says. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { parse } from 'yaml';
import { SITE } from '../../src/site.ts';

const read = (file: string) => readFileSync(file, 'utf8');
const manifest = JSON.parse(read('package.json')) as {
	version: string;
	license: string;
	scripts: Record<string, string>;
};
const code = parse(read('publiccode.yml')) as Record<string, any>;

describe('publiccode.yml', () => {
	test('has every key that the standard demands', () => {
		for (const key of [
			'publiccodeYmlVersion',
			'name',
			'url',
			'platforms',
			'categories',
			'developmentStatus',
			'softwareType',
			'description',
			'legal',
			'maintenance',
			'localisation',
		])
			assert.ok(code[key], key);
		for (const [language, text] of Object.entries(code['description'] as Record<string, any>)) {
			assert.ok(text.shortDescription.length <= 150, language);
			assert.ok(text.longDescription.length >= 150 && text.longDescription.length <= 10_000, language);
			assert.ok(text.features.length > 0, language);
		}
		assert.ok(['concept', 'development', 'beta', 'stable', 'obsolete'].includes(code['developmentStatus']));
		assert.ok(code['maintenance'].contacts[0].name);
		assert.equal(code['localisation'].availableLanguages[0], 'sv');
	});
	test('agrees with the package and the settings', () => {
		assert.equal(code['softwareVersion'], manifest.version);
		assert.equal(code['legal'].license, manifest.license);
		assert.equal(code['url'], SITE.repository);
		assert.equal(code['landingURL'], `${SITE.origin}/`);
		assert.equal(code['maintenance'].contacts[0].email, SITE.contact);
	});
});

test('SECURITY.md names the mailbox of the settings', () => assert.ok(read('SECURITY.md').includes(SITE.contact)));

test('the README and .ci/run call the same test command', () => {
	assert.ok(read('README.md').includes('npm ci && npm test'));
	assert.match(read('.ci/run'), /^npm ci && npm test$/m);
});

test('every npm script that the README names is there', () => {
	for (const [, script = ''] of read('README.md').matchAll(/`npm run ([a-z:]+)`/g))
		assert.ok(manifest.scripts[script], script);
});

test('the host fits in a printed address and is the origin without its scheme', () => {
	assert.equal(SITE.origin, `https://${SITE.host}`);
	assert.ok(SITE.host.length <= 13);
});
