/**
 * `/licenser.txt`: what the published site carries of others' work, with the text that their licences want beside it, and
 * what it is built with. Which packages the browser's files hold is for Vite to say, who put them there.
 */
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SITE } from '../site.ts';

/** Vite's list of the packages in the browser's files (astro.config.mjs); not for publishing. */
const BUNDLED = 'licenses.json';
const NOTICES = 'licenser.txt';

/** What is published without being bundled, and what it does there. */
const BESIDE = {
	'@fontsource-variable/familjen-grotesk': 'Typsnittet på sidorna.',
	'dictionary-sv': 'Säger var sammansatta ord delas i sökningens ordlista. Ordlistan själv publiceras inte.',
	pagefind: 'Sökningen, med sökregistrets format.',
	vite: 'Hämtar skript vid behov. Bara dess egna rader publiceras, inte de paket som ingår i verktyget.',
};

interface Manifest {
	readonly name: string;
	readonly version: string;
	readonly license?: string;
	readonly dependencies?: Readonly<Record<string, string>>;
}
interface Lock {
	readonly packages: Readonly<Record<string, { version?: string; license?: string; dev?: boolean }>>;
}
/** A package that states its licence in its Readme only. */
const IN_README: Readonly<Record<string, string>> = { format: 'MIT' };

/** Notices for parts that a package has taken in from others; the minifier drops them from its code. */
function noticesWithin(name: string): string[] {
	const code = readFileSync(fileURLToPath(import.meta.resolve(name)), 'utf8');
	return (code.match(/\/\*(?:(?!\*\/)[^])*@license[^]*?\*\//g) ?? []).map((comment) =>
		comment.replace(/^\/\*[*!]?\s*|\s*\*\/$|^[ \t]*\* ?/gm, '').trim(),
	);
}

/** The licence as the package gives it: a file, or a folder of them. */
function readLicence(place: string): string {
	const name = readdirSync(place).find((entry) => /^licen[cs]e(\.(md|txt))?$/i.test(entry));
	if (!name) throw new Error(`${place} har ingen licenstext.`);
	const path = join(place, name);
	const files = statSync(path).isDirectory() ? readdirSync(path).map((file) => join(path, file)) : [path];
	return files
		.sort()
		.map((file) => readFileSync(file, 'utf8').replaceAll('\r', '').trim())
		.join('\n\n');
}

/** @throws Error when a package has no licence text to show */
function describePackage(place: string, what?: string, within: readonly string[] = []): string {
	const { name, version, license } = JSON.parse(readFileSync(join(place, 'package.json'), 'utf8')) as Manifest;
	// Vite's own file goes on with the packages within the tool, which are not published.
	const text = readLicence(place).replace(/\n# Licenses of bundled dependencies\n[^]*/, '');
	return [`${name} ${version} (${license ?? 'se nedan'})`, what, text, ...within]
		.filter((part) => part !== undefined)
		.join('\n\n');
}

/** Where npm has put a package that another asks for. */
function placeOf(lock: Lock, asker: string, name: string): string {
	const own = `${asker}/node_modules/${name}`;
	return own in lock.packages ? own : `node_modules/${name}`;
}

/**
 * Writes the notices in a folder where Vite has just written its files, and takes away its list.
 *
 * @returns the file
 */
export function writeNotices(root: string, folder: string): string {
	const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock;
	const bundled = JSON.parse(readFileSync(join(folder, BUNDLED), 'utf8')) as readonly Manifest[];
	rmSync(join(folder, BUNDLED));
	const sections = new Map<string, string>();
	const add = (place: string, what?: string, within?: readonly string[]) =>
		sections.set(place, describePackage(join(root, place), what, within));
	for (const [name, what] of Object.entries(BESIDE)) add(`node_modules/${name}`, what);
	for (const { name } of bundled) {
		const place = `node_modules/${name}`;
		add(place, undefined, noticesWithin(name));
		const { dependencies = {} } = JSON.parse(readFileSync(join(root, place, 'package.json'), 'utf8')) as Manifest;
		for (const inner of Object.keys(dependencies).filter((inner) => !inner.startsWith('@types/')))
			add(placeOf(lock, place, inner), `Ingår i ${name}.`);
	}
	const built = Object.entries(lock.packages)
		.filter(([place, { dev }]) => place !== '' && !dev)
		.map(([place, { version, license }]) => {
			const name = place.replace(/^.*node_modules\//, '');
			return `${name} ${version} (${license ?? IN_README[name] ?? 'ingen kod'})`;
		});
	const text = [
		`${SITE.name}: licenser`,
		`Texterna: ${SITE.licence.name}, ${SITE.licence.url}\nKoden: MIT, ${SITE.repository}`,
		'PUBLICERAT MED WEBBPLATSEN',
		[...sections.keys()]
			.sort()
			.map((place) => sections.get(place))
			.join(`\n\n${'-'.repeat(60)}\n\n`),
		'VERKTYG SOM BYGGER WEBBPLATSEN',
		[...new Set(built)].sort().join('\n'),
	];
	writeFileSync(join(folder, NOTICES), `${text.join('\n\n')}\n`);
	return NOTICES;
}
