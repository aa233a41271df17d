/** The built site behind a real nginx with the generated rules, on a loopback port of its own. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { findNginx } from '../../src/tools/debian.ts';

export interface Answer {
	readonly status: number;
	/** Where a redirect leads, root-relative. */
	readonly location: string | null;
	readonly body: string;
	readonly headers: Headers;
}

function freePort(): Promise<number> {
	return new Promise((done) => {
		const server = createServer().listen(0, '127.0.0.1', () => {
			const { port } = server.address() as { port: number };
			server.close(() => done(port));
		});
	});
}

interface Serving {
	/** A certificate and its key: the site is then served on https, and http on the same port leads there. */
	readonly tls?: { readonly certificate: string; readonly key: string };
	/** The folder that is the host's root, when the site lies below it. */
	readonly root?: string;
}

/**
 * Serves `project`/dist by the rules in `project`/deploy.
 *
 * @returns how to ask for an address without following redirects, and how to stop
 */
export async function serveWithNginx(project: string, { tls, root = resolve(project, 'dist') }: Serving = {}) {
	const nginx = await findNginx();
	const folder = mkdtempSync(join(tmpdir(), 'tiopunkten-nginx-'));
	const port = await freePort();
	const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `${kind}_temp_path ${folder};`);
	// As root, nginx would hand its work to a user that may not read a folder of ours.
	const user = process.getuid?.() === 0 ? 'user root;\n' : '';
	const config = `${user}daemon off;
pid ${folder}/pid;
error_log ${folder}/error.log;
events {}
http {
	access_log off;
	${temporary.join(' ')}
	include ${resolve(project, 'deploy/nginx-map.conf')};
	server {
		listen 127.0.0.1:${port}${tls ? ' ssl' : ''};
		${tls ? `ssl_certificate ${tls.certificate}; ssl_certificate_key ${tls.key};` : ''}
		${tls ? 'error_page 497 =301 https://$http_host$request_uri;' : ''}
		root ${root};
		include ${resolve(project, 'deploy/nginx-server.conf')};
	}
}
`;
	writeFileSync(join(folder, 'nginx.conf'), config);
	const server = spawn(nginx, ['-c', join(folder, 'nginx.conf'), '-e', join(folder, 'error.log')]);
	let output = '';
	server.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));

	const origin = `http://127.0.0.1:${port}`;
	async function get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
		const response = await fetch(origin + path, { redirect: 'manual', headers });
		return {
			status: response.status,
			location: response.headers.get('location'),
			body: await response.text(),
			headers: response.headers,
		};
	}
	for (let attempt = 0; ; attempt += 1) {
		try {
			await get('/');
			break;
		} catch (error) {
			if (attempt === 50 || server.exitCode !== null)
				throw new Error(`nginx does not answer: ${output}`, { cause: error });
			await new Promise((done) => setTimeout(done, 100));
		}
	}
	return {
		origin,
		get,
		async stop() {
			const closed = new Promise((done) => server.once('close', done));
			server.kill('SIGTERM');
			await closed;
			rmSync(folder, { recursive: true, force: true });
		},
	};
}
