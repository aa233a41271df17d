/** What must not happen on any page, whatever the reader does there. */
import type { Page } from '@playwright/test';

/**
 * Writes down, from now on, what breaks the policy of a page, every error in a script and every question to another host.
 *
 * @param origin the only host that may be asked
 */
export async function watch(page: Page, origin: string): Promise<string[]> {
	const seen: string[] = [];
	await page.exposeBinding('tellOfViolation', (_, what: string) => seen.push(what));
	await page.addInitScript(() =>
		addEventListener('securitypolicyviolation', (event) =>
			(globalThis as unknown as { tellOfViolation(what: string): void }).tellOfViolation(
				`${location.pathname}: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`,
			),
		),
	);
	page.on('request', (request) => {
		const address = request.url();
		if (!/^(blob|data):/.test(address) && !address.startsWith(`${origin}/`)) seen.push(`asked for ${address}`);
	});
	page.on('console', (message) => {
		if (/Content Security|Trusted Type|Permissions policy/i.test(message.text())) seen.push(message.text());
	});
	page.on('pageerror', (error) => seen.push(String(error)));
	return seen;
}
