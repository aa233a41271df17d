/** How long a query takes on the built search page in a real browser, once everything is loaded. */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { findChromium } from './chromium.ts';

const TYPES: Readonly<Record<string, string>> = {
	'.html': 'text/html; charset=utf-8',
	'.css': 'text/css',
	'.js': 'text/javascript',
	'.json': 'application/json',
	'.woff2': 'font/woff2',
};

/**
 * Types every query into the page, twice; the first time warms it up.
 *
 * @returns milliseconds from the query to its complete results, as the page itself counts them, in order of length
 */
export async function timeQueries(dist: string, queries: readonly string[]): Promise<readonly number[]> {
	const server = createServer((request, response) => {
		const path = join(dist, decodeURIComponent((request.url ?? '/').replace(/\?.*$/, '')));
		const file = existsSync(path) && statSync(path).isDirectory() ? join(path, 'index.html') : path;
		if (!existsSync(file)) return response.writeHead(404).end();
		response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream');
		return createReadStream(file).pipe(response);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { chromium } = await import('@playwright/test');
	const browser = await chromium.launch({ executablePath: await findChromium(), args: ['--no-sandbox'] });
	try {
		const page = await browser.newPage();
		await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/sok/`);
		const ask = async (query: string) => {
			await page.locator('.sok input').fill(query);
			await page.locator(`#traffar[data-q=${JSON.stringify(query)}]`).waitFor({ state: 'attached' });
			return Number(await page.locator('#traffar').getAttribute('data-ms'));
		};
		for (const query of queries) await ask(query);
		const times: number[] = [];
		for (const query of queries) times.push(await ask(query));
		return times.sort((a, b) => a - b);
	} finally {
		await browser.close();
		server.close();
	}
}
