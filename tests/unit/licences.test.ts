/** What the project is built with, and on what terms. The licences stand in the lock, as each package has stated them. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { packagesOf } from '../support/imports.ts';

interface Package {
	readonly license?: string;
	readonly dev?: boolean;
	readonly optional?: boolean;
	readonly integrity?: string;
}
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Package> };
const all = Object.entries(packages).filter(([place]) => place !== '');

/** Free licences that ask for no more than the notice, and those for fonts, data and whole files. */
const FREE = /\b(MIT|ISC|Apache-2\.0|BSD(-[23]-Clause)?|0BSD|BlueOak-1\.0\.0|CC0-1\.0|Unlicense|Zlib|Python-2\.0)\b/;
const WEAK = /\b(OFL-1\.1|MPL-2\.0|CC-BY-[34]\.0|LGPL-3\.0(-or-later|-only)?|CC-BY-SA-4\.0)\b/;
const isFree = ({ license = '' }: Package) => FREE.test(license) || WEAK.test(license);

test('everything that is used is free', () =>
	assert.deepEqual(
		all.filter(([, one]) => one.license !== undefined && !isFree(one)).map(([place, one]) => `${place} ${one.license}`),
		[],
	));

/** Two that state it elsewhere or have nothing to license. */
const UNSTATED = [
	// MIT, in its Readme.
	'node_modules/format',
	// An empty package that another names by mistake.
	'node_modules/package-lock.json',
];

test('everything that is installed everywhere states its licence', () =>
	assert.deepEqual(
		all.filter(([, one]) => !one.optional && one.license === undefined).map(([place]) => place),
		UNSTATED,
	));

test('what the build needs is not among the packages that are for the tests only', () => {
	const needed = packagesOf('src/tools/build.ts');
	assert.ok(needed.has('dictionary-sv') && needed.has('zod'), [...needed].join(', '));
	const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
		devDependencies: Record<string, string>;
	};
	assert.deepEqual(
		[...needed].filter((name) => name in devDependencies),
		[],
	);
});
