/**
 * A web of its own on 127.0.0.1: a proxy that answers for every host in a table, so that a program under test asks real
 * addresses by real requests and nothing leaves the machine. https never works here: the connection is no TLS.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';

export type Page = (request: IncomingMessage, response: ServerResponse, url: URL) => void;

export interface Web {
	/** The proxy's address. */
	readonly proxy: string;
	/** Every request that came, as `HEAD http://lund.test/a`, in order. */
	readonly requests: readonly string[];
	/** The most requests that a host had at the same time. */
	readonly crowding: ReadonlyMap<string, number>;
	close(): Promise<void>;
}

/** Starts it. A host that is not in the table has no robots.txt and no pages: it answers 404. */
export async function startWeb(hosts: Readonly<Record<string, Page>>): Promise<Web> {
	const requests: string[] = [];
	const now = new Map<string, number>();
	const crowding = new Map<string, number>();
	const server = createServer((incoming, response) => {
		const url = new URL(incoming.url ?? '', `http://${incoming.headers.host}`);
		requests.push(`${incoming.method} ${url.href}`);
		const number = (now.get(url.host) ?? 0) + 1;
		now.set(url.host, number);
		crowding.set(url.host, Math.max(number, crowding.get(url.host) ?? 0));
		response.on('close', () => now.set(url.host, (now.get(url.host) ?? 1) - 1));
		const page = hosts[url.host];
		if (page) page(incoming, response, url);
		else response.writeHead(404).end();
	});
	// Programs ask a proxy for a tunnel; what comes through it is plain HTTP or, on 443, a greeting nobody understands.
	server.on('connect', (_, socket, head) => {
		const { port } = server.address() as AddressInfo;
		const inner = connect(port, '127.0.0.1', () => {
			socket.write('HTTP/1.1 200 OK\r\n\r\n');
			inner.write(head);
			inner.pipe(socket);
			socket.pipe(inner);
		});
		for (const end of [inner, socket]) end.on('error', () => [inner, socket].forEach((other) => other.destroy()));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		proxy: `http://127.0.0.1:${port}`,
		requests,
		crowding,
		close: () =>
			new Promise((resolve) => {
				server.closeAllConnections();
				server.close(() => resolve());
			}),
	};
}

const HTML = { 'content-type': 'text/html; charset=utf-8' };

/** A page that is there. */
export const fine: Page = (_, response) =>
	response.writeHead(200, HTML).end('<title>Nätverk mot rykten</title><h1>Nätverk mot rykten</h1>');
export const status =
	(code: number, headers: Record<string, string> = {}): Page =>
	(_, response) =>
		response.writeHead(code, headers).end();
export const page =
	(html: string): Page =>
	(_, response) =>
		response.writeHead(200, HTML).end(html);
/** Says it has got the request and then nothing more. */
export const never: Page = () => {};
/** Different pages at different paths; 404 elsewhere. */
export const paths =
	(table: Readonly<Record<string, Page>>): Page =>
	(incoming, response, url) =>
		(table[url.pathname] ?? status(404))(incoming, response, url);
/** As `page`, after a while. */
export const slowly =
	(milliseconds: number, then: Page): Page =>
	(incoming, response, url) =>
		void setTimeout(() => then(incoming, response, url), milliseconds);
