/** MDN's HTTP Observatory, run against a site on this machine. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installApart } from './apart.ts';

export interface Scan {
	readonly scan: { readonly grade: string; readonly score: number };
	readonly tests: Readonly<
		Record<string, { readonly pass: boolean; readonly result: string; readonly scoreModifier: number }>
	>;
}

/** @param host with its port; https and http are both asked for there */
export function scanWithObservatory(host: string, certificate: string): Scan {
	const place = join(installApart('observatory'), 'node_modules/@mdn/mdn-http-observatory');
	// The list of preloaded hosts, which we are not on.
	mkdirSync(join(place, 'conf'), { recursive: true });
	writeFileSync(join(place, 'conf/hsts-preload.json'), '{}');
	const program = `import { scan } from './src/index.js'; console.log(JSON.stringify(await scan('${host}')));`;
	const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
		cwd: place,
		encoding: 'utf8',
		env: { ...process.env, NODE_EXTRA_CA_CERTS: certificate },
	});
	if (!stdout) throw new Error(stderr);
	return JSON.parse(stdout) as Scan;
}
