import { defineConfig } from '@playwright/test';

/** Several copies of the project can be tested at once, each on a port of its own. */
const PORT = Number(process.env['TIOPUNKTEN_PORT'] ?? 4399);

export default defineConfig({
	testDir: 'tests/browser',
	testMatch: '*.test.ts',
	workers: 2,
	fullyParallel: true,
	forbidOnly: true,
	retries: 0,
	timeout: 120_000,
	reporter: 'list',
	use: {
		baseURL: `http://localhost:${PORT}`,
		locale: 'sv-SE',
		launchOptions: {
			...(process.env['CHROMIUM_PATH'] ? { executablePath: process.env['CHROMIUM_PATH'] } : {}),
			args: [
				'--no-sandbox',
				'--disable-background-networking',
				'--disable-component-update',
				'--disable-sync',
				'--no-first-run',
			],
		},
	},
	webServer: {
		command: `astro preview --ignore-lock --port ${PORT}`,
		url: `http://localhost:${PORT}/`,
		env: { ASTRO_TELEMETRY_DISABLED: '1' },
		reuseExistingServer: false,
	},
});
