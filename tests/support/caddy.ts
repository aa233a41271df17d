/** The built site behind a real Caddy with the generated rules. */
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { findCaddy } from '../../src/tools/debian.ts';
import { startServer } from './server.ts';

/** Serves `project`/dist by the rules in `project`/deploy. */
export async function serveWithCaddy(project: string) {
	return startServer({
		program: await findCaddy(),
		prepare(folder, port) {
			const config = `{
	admin off
	auto_https off
}
:${port} {
	bind 127.0.0.1
	root * ${resolve(project, 'dist')}
	import ${resolve(project, 'deploy/Caddyfile')}
}
`;
			writeFileSync(join(folder, 'Caddyfile'), config);
			return ['run', '--config', join(folder, 'Caddyfile'), '--adapter', 'caddyfile'];
		},
	});
}
