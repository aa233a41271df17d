/** A web server of its own for a test: started on a free loopback port, asked without following redirects, stopped. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

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

interface Start {
	readonly program: string;
	/** Writes what the server needs in a folder of its own. @returns the arguments that start it */
	readonly prepare: (folder: string, port: number) => readonly string[];
}

/** @returns how to ask for an address without following redirects, and how to stop */
export async function startServer({ program, prepare }: Start) {
	const folder = mkdtempSync(join(tmpdir(), 'tiopunkten-server-'));
	const port = await freePort();
	const server = spawn(program, prepare(folder, port), {
		env: { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
	});
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
				throw new Error(`${program} does not answer: ${output}`, { cause: error });
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
