/** A release opened from a disk, without network and without a server. */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { parse } from 'node-html-parser';
import { readOffline, toZip } from '../../src/tools/slapp.ts';
import { unzip } from '../support/zip.ts';

const DAY = '2026-11-22';
const files = readOffline('dist', DAY, '/');

test('every link leads to a file in the release, and no page has script', () => {
	const wrong: string[] = [];
	for (const [name, bytes] of files) {
		if (!name.endsWith('.html')) continue;
		const root = parse(Buffer.from(bytes).toString());
		if (root.querySelector('script:not([type$=json])')) wrong.push(`${name} has script`);
		for (const node of root.querySelectorAll('[href], [src], [action]')) {
			const address = node.getAttribute('href') ?? node.getAttribute('src') ?? node.getAttribute('action') ?? '';
			if (/^([a-z]+:|#)/.test(address)) continue;
			const target = posix.join(posix.dirname(name), address.replace(/[?#].*$/, ''));
			if (!files.has(target)) wrong.push(`${name} leads to ${address}`);
		}
	}
	expect(wrong).toEqual([]);
});

test('the same release is the same ZIP, and its checksums hold', () => {
	const some = new Map([...files].filter(([name]) => /^(index\.html|om\/|LAS-MIG|SHA256SUMS)/.test(name)));
	const zip = toZip(some, 'tiopunkten', DAY);
	expect(Buffer.from(zip).equals(Buffer.from(toZip(some, 'tiopunkten', DAY)))).toBe(true);
	const unpacked = unzip(Buffer.from(zip));
	for (const [, sum, name] of unpacked.get('tiopunkten/SHA256SUMS')?.matchAll(/^(\w+) {2}(.+)$/gm) ?? []) {
		const text = unpacked.get(`tiopunkten/${name}`);
		if (text !== undefined && /\.(html|txt)$/.test(name as string))
			expect(createHash('sha256').update(text).digest('hex'), name).toBe(sum);
	}
	expect(unpacked.size).toBe(some.size);
});

test('it opens from a disk for reading, browsing and citing', async ({ page, context }) => {
	const folder = mkdtempSync(join(tmpdir(), 'tiopunkten-'));
	for (const [name, bytes] of files) {
		mkdirSync(dirname(join(folder, name)), { recursive: true });
		writeFileSync(join(folder, name), bytes);
	}
	await context.setOffline(true);
	const failed: string[] = [];
	page.on('requestfailed', (request) => failed.push(request.url()));
	page.on('console', (message) => message.type() === 'error' && failed.push(message.text()));
	await page.goto(pathToFileURL(join(folder, 'index.html')).href);
	const background = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
	expect(background, 'the style is read').not.toBe('rgba(0, 0, 0, 0)');
	await page.getByRole('link', { name: /Stöd personer som blivit utsatta/ }).click();
	await page.locator('#exempel .ex').first().getByRole('heading').getByRole('link').click();
	await expect(page).toHaveURL(/^file:.*\/exempel\/[a-z0-9-]+\/index\.html$/);
	await expect(page.locator('.cit .copy').first()).toContainText('tiopunkten.se/exempel/');
	await expect(page.getByRole('button', { name: 'Lägg i Min samling' })).toHaveCount(0);
	await page.getByText('Fotnot', { exact: false }).first().click();
	await expect(page.locator('#hanvisning-fotnot')).toBeVisible();
	expect(failed).toEqual([]);
	rmSync(folder, { recursive: true });
});
