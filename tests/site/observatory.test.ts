/** The score that MDN's HTTP Observatory gives the site behind nginx with the generated rules, on https. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { readFigures } from '../../src/figures.ts';
import { findProgram } from '../../src/tools/debian.ts';
import { serveWithNginx } from '../support/nginx.ts';
import { scanWithObservatory } from '../support/observatory.ts';

let folder = '';
let nginx: Awaited<ReturnType<typeof serveWithNginx>>;
before(async () => {
	folder = mkdtempSync(join(tmpdir(), 'tiopunkten-tls-'));
	const openssl = await findProgram({
		places: () => ['openssl', '/usr/bin/openssl'],
		version: 'version',
		packageName: 'openssl',
		needed: 'Testet av svarshuvudena',
	});
	const files = ['-keyout', join(folder, 'key.pem'), '-out', join(folder, 'certificate.pem')];
	const name = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
	const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
	const { status, stderr } = spawnSync(openssl, ['req', '-x509', ...key, ...files, ...name], { encoding: 'utf8' });
	assert.equal(status, 0, stderr);
	nginx = await serveWithNginx('.', {
		tls: { certificate: join(folder, 'certificate.pem'), key: join(folder, 'key.pem') },
	});
});
after(async () => {
	await nginx.stop();
	rmSync(folder, { recursive: true });
});

test('MDN’s Observatory gives A+, at least 130 points, and every one of its tests is passed', () => {
	const { port } = new URL(nginx.origin);
	const { scan, tests } = scanWithObservatory(`localhost:${port}`, join(folder, 'certificate.pem'));
	const failed = Object.entries(tests).filter(([, { pass }]) => !pass);
	assert.deepEqual(failed, []);
	assert.equal(scan.grade, 'A+');
	assert.ok(scan.score >= 130, `${scan.score}`);
	const told = readFigures().headers;
	assert.ok(told && told.score <= scan.score, 'Sidan om läget lovar mer. Kör npm run matvarden svarshuvuden.');
	console.log(`Observatory: ${scan.grade}, ${scan.score} poäng.`);
});
