/** `npm run dev`: the site with live reload for editors. Arguments go on to Astro, as in `npm run dev -- --port 4000`. */
import { installed, run } from './run.ts';

const { code } = await run(installed('astro'), ['dev', ...process.argv.slice(2)], {
	env: { ASTRO_DEV_BACKGROUND: '0' },
});
process.exitCode = code;
