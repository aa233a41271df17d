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

/** The package that `owner` gets when it asks for `name`: its own, or that of the nearest folder above. */
function resolve(owner: string, name: string): Package | undefined {
	for (let folder = owner; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
		const found = lock.packages[`${folder ? `${folder}/` : ''}node_modules/${name}`];
		if (found || !folder) return found;
	}
}

test('the lock names every platform in the right version, so that npm ci works on all of them', () => {
	const missing = Object.entries(lock.packages).flatMap(([owner, { optionalDependencies = {} }]) =>
		Object.entries(optionalDependencies)
			.filter(([name, wanted]) => {
				const version = resolve(owner, name)?.version;
				return !version || (/^\d/.test(wanted) && version !== wanted);
			})
			.map(([name, wanted]) => `${owner} wants ${name} ${wanted}`),
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
