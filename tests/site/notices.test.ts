/** What the site carries of others' work is told, with the licence; held against the imports, not against Vite's own list. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { packagesOf } from '../support/imports.ts';
import { DIST, pageAt } from '../support/site.ts';

const notices = readFileSync(join(DIST, 'licenser.txt'), 'utf8');
const [published = '', tools = ''] = notices.split('VERKTYG SOM BYGGER WEBBPLATSEN');
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
	packages: Record<string, { version: string; dev?: boolean }>;
};
const versioned = (name: string) => `${name} ${packages[`node_modules/${name}`]?.version} (`;

test('every package in the browser’s files is told with its version and its licence', () => {
	const scripts = readdirSync('src/scripts').filter((file) => file.endsWith('.ts'));
	const used = new Set(scripts.flatMap((file) => [...packagesOf(join('src/scripts', file))]));
	assert.ok(used.has('docx') && used.has('uqr'), [...used].join(', '));
	for (const name of [...used, 'pagefind', 'dictionary-sv']) {
		const [, section = ''] = published.split(`\n${versioned(name)}`);
		assert.match(section.slice(0, 3_000), /Permission is hereby granted|LGPL/, name);
	}
});

test('so are the font, and the parts that packages carry', () => {
	const fonts = readdirSync(join(DIST, '_astro')).filter((file) => file.endsWith('.woff2'));
	assert.deepEqual(
		fonts.filter((file) => !file.startsWith('familjen-grotesk-')),
		[],
	);
	assert.match(published, /@fontsource-variable\/familjen-grotesk [\d.]+ \(OFL-1\.1\)[^]*SIL OPEN FONT LICENSE/);
	for (const part of ['Ingår i docx.', 'Copyright Joyent']) assert.ok(published.includes(part), part);
});

test('every package that builds the site stands in the list, and no other', () => {
	const wanted = Object.entries(packages)
		.filter(([place, { dev }]) => place && !dev)
		.map(([place, { version }]) => `${place.replace(/^.*node_modules\//, '')} ${version}`);
	const listed = tools.trim().split('\n');
	assert.deepEqual(listed.map((line) => line.replace(/ \([^)]+.*$/, '')).sort(), [...new Set(wanted)].sort());
});

test('the page about the catalogue leads to it, and Vite’s own list is not published', () => {
	assert.ok(pageAt('/om/').root.querySelector('main a[href="/licenser.txt"]'));
	assert.ok(!readdirSync(DIST).includes('licenses.json'));
});
