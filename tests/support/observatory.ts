/** MDN's HTTP Observatory, run against a site on this machine. Installed apart from the project, in .cache/. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Scan {
	readonly scan: { readonly grade: string; readonly score: number };
	readonly tests: Readonly<
		Record<string, { readonly pass: boolean; readonly result: string; readonly scoreModifier: number }>
	>;
}

const RECIPE = 'tests/observatory';
const FOLDER = '.cache/observatory';
const PACKAGE = join(FOLDER, 'node_modules/@mdn/mdn-http-observatory');

function install(): void {
	const lock = readFileSync(join(RECIPE, 'package-lock.json'), 'utf8');
	const installed = join(FOLDER, 'package-lock.json');
	if (existsSync(PACKAGE) && existsSync(installed) && readFileSync(installed, 'utf8') === lock) return;
	mkdirSync(FOLDER, { recursive: true });
	for (const file of ['package.json', 'package-lock.json']) copyFileSync(join(RECIPE, file), join(FOLDER, file));
	// Its scripts would build a database driver and fetch lists from elsewhere; the scoring needs neither.
	const { status, stderr } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
		cwd: FOLDER,
		encoding: 'utf8',
	});
	if (status !== 0) throw new Error(stderr);
	// The list of preloaded hosts, which we are not on.
	mkdirSync(join(PACKAGE, 'conf'), { recursive: true });
	writeFileSync(join(PACKAGE, 'conf/hsts-preload.json'), '{}');
}

/** @param host with its port; https and http are both asked for there */
export function scanWithObservatory(host: string, certificate: string): Scan {
	install();
	const program = `import { scan } from './src/index.js'; console.log(JSON.stringify(await scan('${host}')));`;
	const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
		cwd: PACKAGE,
		encoding: 'utf8',
		env: { ...process.env, NODE_EXTRA_CA_CERTS: certificate },
	});
	if (!stdout) throw new Error(stderr);
	return JSON.parse(stdout) as Scan;
}
