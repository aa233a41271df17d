/**
 * `npm run lighthouse`: what Lighthouse says of the built site on a telephone, behind nginx with compressed copies.
 * Performance is printed only, since it tells of this machine too; the rest has to be 100.
 */
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { findChromium } from '../../src/tools/chromium.ts';
import { compress } from '../../src/tools/komprimera.ts';
import { installApart } from '../support/apart.ts';
import { serveWithNginx } from '../support/nginx.ts';

const PAGES = ['/', '/punkt/1/', '/exempel/botkyrka-antiryktesnatverk/', '/sok/'];
const CATEGORIES = {
	performance: 'snabbhet',
	accessibility: 'tillgänglighet',
	'best-practices': 'god sed',
	seo: 'sökmotorer',
};

interface Report {
	readonly runtimeError?: { readonly message: string };
	readonly categories: Readonly<
		Record<
			string,
			{ readonly score: number | null; readonly auditRefs: readonly { readonly id: string; readonly weight: number }[] }
		>
	>;
	readonly audits: Readonly<Record<string, { readonly score: number | null; readonly displayValue?: string }>>;
}

const CHROME_PATH = await findChromium();
const program = join(installApart('lighthouse'), 'node_modules/lighthouse/cli/index.js');
const folder = mkdtempSync(join(tmpdir(), 'tiopunkten-'));
cpSync('dist', join(folder, 'dist'), { recursive: true });
symlinkSync(resolve('deploy'), join(folder, 'deploy'));
await compress(join(folder, 'dist'));
const nginx = await serveWithNginx(folder);
const file = join(folder, 'report.json');

/** Not waited for in one go: nginx is asked by the browser meanwhile. */
function examine(path: string): Promise<Report> {
	const options = [
		'--quiet',
		'--output=json',
		`--output-path=${file}`,
		`--only-categories=${Object.keys(CATEGORIES).join(',')}`,
		'--chrome-flags=--headless=new --no-sandbox',
	];
	return new Promise((done, fail) => {
		const child = spawn(process.execPath, [program, nginx.origin + path, ...options], {
			env: { ...process.env, CHROME_PATH },
			stdio: 'inherit',
		});
		child.once('error', fail);
		child.once('close', (code) =>
			code === 0 ? done(JSON.parse(readFileSync(file, 'utf8')) as Report) : fail(new Error(`Lighthouse: ${code}`)),
		);
	});
}

try {
	for (const path of PAGES) {
		const { categories, audits, runtimeError } = await examine(path);
		if (runtimeError) throw new Error(runtimeError.message);
		const scores = Object.entries(CATEGORIES).map(([id, label]) => {
			const score = Math.round((categories[id]?.score ?? 0) * 100);
			if (score < 100 && id !== 'performance') process.exitCode = 1;
			return `${label} ${score}`;
		});
		console.log(`${path}  ${scores.join(', ')}`);
		for (const { id, weight } of Object.keys(CATEGORIES).flatMap((id) => categories[id]?.auditRefs ?? [])) {
			const { score = null, displayValue = '' } = audits[id] ?? {};
			if (weight > 0 && score !== null && score < 1)
				console.log(`    ${id} ${Math.round(score * 100)} ${displayValue}`);
		}
	}
} finally {
	await nginx.stop();
	rmSync(folder, { recursive: true });
}
