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
type Packages = Readonly<Record<string, Package>>;

/** The site's own packages, and those that the benchmark compares with. */
const LOCKS = ['package-lock.json', 'bench/package-lock.json'].map(
	(file) => [file, (JSON.parse(readFileSync(file, 'utf8')) as { packages: Packages }).packages] as const,
);

/** The package that `owner` gets when it asks for `name`: its own, or that of the nearest folder above. */
function resolve(packages: Packages, owner: string, name: string): Package | undefined {
	for (let folder = owner; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
		const found = packages[`${folder ? `${folder}/` : ''}node_modules/${name}`];
		if (found || !folder) return found;
	}
}

for (const [file, packages] of LOCKS) {
	test(`${file} names every platform in the right version, so that npm ci works on all of them`, () => {
		const missing = Object.entries(packages).flatMap(([owner, { optionalDependencies = {} }]) =>
			Object.entries(optionalDependencies)
				.filter(([name, wanted]) => {
					const version = resolve(packages, owner, name)?.version;
					return !version || (/^\d/.test(wanted) && version !== wanted);
				})
				.map(([name, wanted]) => `${owner} wants ${name} ${wanted}`),
		);
		assert.deepEqual(missing, []);
	});

	test(`the dependencies of ${file} are pinned to exact versions`, () => {
		const { dependencies = {}, devDependencies = {} } = packages[''] as Package;
		const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
			([, version]) => !/^\d+\.\d+\.\d+$/.test(version),
		);
		assert.deepEqual(loose, []);
	});

	test(`${file} names no registry but the public one`, () => {
		const strange = Object.values(packages)
			.map(({ resolved }) => resolved)
			.filter((url) => url !== undefined && !url.startsWith('https://registry.npmjs.org/'));
		assert.deepEqual(strange, []);
	});
}
