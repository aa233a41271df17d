/**
 * `npm run dev` for an editor: a broken file shows its Swedish error in the browser, and goes away when mended; the
 * search reads the last built index.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { copyProject } from '../support/copy.ts';

const PORT = Number(process.env['TIOPUNKTEN_PORT'] ?? 4399) + 100;
const FILE = 'content/exempel/botkyrka-antiryktesnatverk.mdx';
const PAGE = `http://localhost:${PORT}/exempel/botkyrka-antiryktesnatverk/`;

// One server for all.
test.describe.configure({ mode: 'default' });

let folder = '';
let server: ChildProcess;

test.beforeAll(async () => {
	folder = copyProject();
	server = spawn(process.execPath, ['src/tools/dev.ts', '--port', String(PORT)], {
		cwd: folder,
		stdio: 'pipe',
		detached: true,
	});
	await new Promise<void>((resolve, reject) => {
		server.stdout?.on('data', (chunk: Buffer) => chunk.toString().includes(`localhost:${PORT}`) && resolve());
		server.on('exit', (code) => reject(new Error(`the dev server stopped with ${code}`)));
	});
});

test.afterAll(() => {
	if (server.pid) process.kill(-server.pid);
	rmSync(folder, { recursive: true, force: true });
});

test('a broken file is told of in the browser and the page comes back when it is mended', async ({ page }) => {
	const whole = readFileSync(join(folder, FILE), 'utf8');
	await page.goto(PAGE);
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Antiryktesnätverk');

	// The server has the page loaded again when a file has changed.
	writeFileSync(join(folder, FILE), whole.replace(/^points: .*/m, 'points: [11]'));
	await expect(page.getByText('points.0: Ange ett punktnummer från 1 till 10.').first()).toBeVisible({
		timeout: 30_000,
	});
	await expect(page.getByText(`${FILE}:4:`).first()).toBeVisible();

	writeFileSync(join(folder, FILE), whole.replace(/^title: .*/m, 'title: En ny titel för testet'));
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('En ny titel för testet', { timeout: 30_000 });
});

test('the search says how to get an index when there is none, and searches the last built one when there is', async ({
	page,
}) => {
	const address = `http://localhost:${PORT}/sok/?q=rykten`;
	await page.goto(address);
	await expect(page.getByRole('status')).toHaveText(/^Sökregistret saknas\. Kör npm run build en gång/, {
		timeout: 20_000,
	});
	for (const part of ['pagefind', 'sok']) cpSync(join('dist', part), join(folder, 'dist', part), { recursive: true });
	await page.goto(address);
	await expect(page.locator('a[data-traff]').first()).toHaveAttribute('href', '/exempel/botkyrka-antiryktesnatverk/', {
		timeout: 20_000,
	});
});
