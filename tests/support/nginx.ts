/** The built site behind a real nginx with the generated rules. */
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { findNginx } from '../../src/tools/debian.ts';
import { startServer } from './server.ts';

interface Serving {
	/** A certificate and its key: the site is then served on https, and http on the same port leads there. */
	readonly tls?: { readonly certificate: string; readonly key: string };
	/** The folder that is the host's root, when the site lies below it. */
	readonly root?: string;
}

/** Serves `project`/dist by the rules in `project`/deploy. */
export async function serveWithNginx(project: string, { tls, root = resolve(project, 'dist') }: Serving = {}) {
	// As root, nginx would hand its work to a user that may not read a folder of ours.
	const user = process.getuid?.() === 0 ? 'user root;\n' : '';
	const kinds = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
	return startServer({
		program: await findNginx(),
		prepare(folder, port) {
			const config = `${user}daemon off;
pid ${folder}/pid;
error_log ${folder}/error.log;
events {}
http {
	access_log off;
	${kinds.map((kind) => `${kind}_temp_path ${folder};`).join(' ')}
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
			return ['-c', join(folder, 'nginx.conf'), '-e', join(folder, 'error.log')];
		},
	});
}
