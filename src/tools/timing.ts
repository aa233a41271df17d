/** What a search takes and weighs on the built search page in a real browser. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser } from '@playwright/test';
import { findChromium } from './chromium.ts';

const TYPES: Readonly<Record<string, string>> = {
	'.html': 'text/html; charset=utf-8',
	'.css': 'text/css',
	'.js': 'text/javascript',
	'.json': 'application/json',
	'.woff2': 'font/woff2',
};

/** Serves a built site as nginx does with the site's rules: text with gzip, the index as it lies. */
async function withBrowser<T>(dist: string, use: (browser: Browser, origin: string) => Promise<T>): Promise<T> {
	const server = createServer((request, response) => {
		const path = join(dist, decodeURIComponent((request.url ?? '/').replace(/\?.*$/, '')));
		const file = existsSync(path) && statSync(path).isDirectory() ? join(path, 'index.html') : path;
		if (!existsSync(file)) return response.writeHead(404).end();
		const type = TYPES[extname(file)];
		response.setHeader('content-type', type ?? 'application/octet-stream');
		if (!type || type === 'font/woff2') return response.end(readFileSync(file));
		response.setHeader('content-encoding', 'gzip');
		return response.end(gzipSync(readFileSync(file), { level: 9 }));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { chromium } = await import('@playwright/test');
	const browser = await chromium.launch({ executablePath: await findChromium(), args: ['--no-sandbox'] });
	try {
		return await use(browser, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
	} finally {
		await browser.close();
		server.close();
	}
}

/**
 * Types every query into the page, twice; the first time warms it up.
 *
 * @returns milliseconds from the query to its complete results, as the page itself counts them, in order of length
 */
export const timeQueries = (dist: string, queries: readonly string[]): Promise<readonly number[]> =>
	withBrowser(dist, async (browser, origin) => {
		const page = await browser.newPage();
		await page.goto(`${origin}/sok/`);
		const ask = async (query: string) => {
			await page.locator('.sok input').fill(query);
			await page.locator(`#traffar[data-q=${JSON.stringify(query)}]`).waitFor({ state: 'attached' });
			return Number(await page.locator('#traffar').getAttribute('data-ms'));
		};
		for (const query of queries) await ask(query);
		const times: number[] = [];
		for (const query of queries) times.push(await ask(query));
		return times.sort((a, b) => a - b);
	});

/** What a first search downloads, in bytes as they are sent, headers too. */
export interface FirstSearch {
	/** Pagefind's code, index and hits. */
	readonly engine: number;
	readonly lexicon: number;
	/** Our scripts. */
	readonly own: number;
}

/** Opens the address of each query in a browser that has nothing from before. */
export const weighFirstSearches = (dist: string, queries: readonly string[]): Promise<readonly FirstSearch[]> =>
	withBrowser(dist, async (browser, origin) => {
		const all: FirstSearch[] = [];
		for (const query of queries) {
			const context = await browser.newContext();
			const page = await context.newPage();
			const network = await context.newCDPSession(page);
			await network.send('Network.enable');
			const files = new Map<string, string>();
			const sum = { engine: 0, lexicon: 0, own: 0 };
			network.on('Network.requestWillBeSent', ({ requestId, request }) => files.set(requestId, request.url));
			network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
				const path = (files.get(requestId) ?? '').slice(origin.length);
				if (path.startsWith('/pagefind/')) sum.engine += encodedDataLength;
				else if (path.startsWith('/sok/ord')) sum.lexicon += encodedDataLength;
				else if (path.endsWith('.js')) sum.own += encodedDataLength;
			});
			await page.goto(`${origin}/sok/?q=${encodeURIComponent(query)}`);
			await page.locator(`#traffar[data-q=${JSON.stringify(query)}]`).waitFor({ state: 'attached' });
			all.push({ ...sum });
			await context.close();
		}
		return all;
	});
