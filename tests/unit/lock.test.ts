import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

interface Package {
	version?: string;
	resolved?: string;
	dependencies?: Record<string, string>;
	devDependencies?: Record<string, string>;
	optionalDependencies?: Record<string, string>;
}
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Package> };

test('the lock names every platform, so that npm ci works on all of them', () => {
	const missing = Object.entries(lock.packages).flatMap(([owner, { optionalDependencies = {} }]) =>
		Object.keys(optionalDependencies)
			.filter((name) => !lock.packages[`node_modules/${name}`] && !lock.packages[`${owner}/node_modules/${name}`])
			.map((name) => `${owner} wants ${name}`),
	);
	assert.deepEqual(missing, []);
});

test('dependencies are pinned to exact versions', () => {
	const { dependencies = {}, devDependencies = {} } = lock.packages[''] as Package;
	const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
		([, version]) => !/^\d+\.\d+\.\d+$/.test(version),
	);
	assert.deepEqual(loose, []);
});

test('the lock names no registry but the public one', () => {
	const strange = Object.values(lock.packages)
		.map(({ resolved }) => resolved)
		.filter((url) => url !== undefined && !url.startsWith('https://registry.npmjs.org/'));
	assert.deepEqual(strange, []);
});
