/**
 * `npm test`: everything, in the order that tells of a fault soonest. `npm run test:browser` runs the last ring alone,
 * on the site that is built.
 */
import { build } from './build.ts';
import { findChromium } from './chromium.ts';
import { findCaddy, findLibreOffice, findNginx } from './debian.ts';
import { installed, run } from './run.ts';

interface Step {
	readonly name: string;
	readonly go: () => Promise<boolean>;
}

const npm = (script: string) => async () => (await run('npm', ['run', '--silent', script])).code === 0;

const browser: Step = {
	name: 'Webbläsare',
	go: async () => {
		const CHROMIUM_PATH = await findChromium();
		return (await run(installed('playwright'), ['test'], { env: { CHROMIUM_PATH } })).code === 0;
	},
};
const all: readonly Step[] = [
	{ name: 'Chromium', go: async () => Boolean(await findChromium()) },
	{ name: 'nginx', go: async () => Boolean(await findNginx()) },
	{ name: 'Caddy', go: async () => Boolean(await findCaddy()) },
	{
		name: 'LibreOffice',
		go: async () => Boolean((await findLibreOffice('text')) && (await findLibreOffice('tables'))),
	},
	{ name: 'Format och typer', go: npm('check') },
	{ name: 'Enheter', go: npm('test:unit') },
	{ name: 'Bygge', go: async () => Boolean(await build()) },
	{ name: 'Webbplats', go: npm('test:site') },
	browser,
];

for (const { name, go } of process.argv[2] === 'browser' ? [browser] : all) {
	console.log(`\n── ${name}`);
	const passed = await go().catch((error: Error) => {
		console.error(error.message);
		return false;
	});
	if (!passed) {
		console.error(`\n${name}: inte godkänt.`);
		process.exit(1);
	}
}
