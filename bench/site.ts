/** A copy of the site's own code with a made-up catalogue as its content. */
import { cpSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { generate } from './generate.ts';

export const OWN = process.cwd();
const PARTS = ['src', 'public', 'astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'];

export const option = (name: string, otherwise: string) => {
	const place = process.argv.indexOf(`--${name}`);
	return (place === -1 ? undefined : process.argv[place + 1]) ?? otherwise;
};

export function prepareSite(site: string, size: number) {
	mkdirSync(site, { recursive: true });
	for (const part of PARTS) cpSync(join(OWN, part), join(site, part), { recursive: true });
	symlinkSync(join(OWN, 'node_modules'), join(site, 'node_modules'));
	return generate(site, size, OWN);
}
