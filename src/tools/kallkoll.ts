/**
 * `npm run kallkoll`: asks every source's address whether it answers, looks up archived copies, and writes what it
 * found to content/kallkoll.yml. Never touches a source, never takes a state out.
 *
 * Exit code 0: all asked, none is dead. 1: an address does not answer, or content/kallor.yml has faults. 2: wrong use.
 * 3: no network, nothing is changed.
 */
import { setGlobalProxyFromEnv } from 'node:http';
import { parseArgs } from 'node:util';
import type { Entry } from '../catalogue/collections.ts';
import type { CollectionName } from '../catalogue/places.ts';
import { CatalogueError, errorsOf } from '../catalogue/problem.ts';
import { readContentFile } from '../catalogue/read.ts';
import { LINK_STATES, type LinkState } from '../catalogue/schema.ts';
import { listFiles, readText, replaceText } from '../files.ts';
import { SITE } from '../site.ts';
import { ARCHIVE_API } from '../sources/archive.ts';
import { politeNet } from '../sources/net.ts';
import { checkSources, type Progress } from '../sources/round.ts';
import { formatStates, STATE_FILE } from '../sources/state-file.ts';
import { count } from '../swedish.ts';
import { ROOT } from './run.ts';

const HELP = `npm run kallkoll -- [källans id …] [flaggor]

Frågar källornas adresser om de svarar och skriver svaret i ${STATE_FILE}. Utan id frågas alla.

  --proxy <adress>   gå genom en mellanserver, till exempel http://127.0.0.1:8080
  --arkiv <adress>   arkivets gränssnitt, om det inte är Wayback Machine
  --utan-arkiv       leta inte efter arkiverade kopior
  --paus <ms>        väntetid mellan två frågor till samma värd (1000)
  --tid <ms>         längsta väntan på ett svar (15000)
  --json             skriv resultatet som JSON
  --hjalp            visa den här texten

Slutkod 0: alla svarar. 1: någon adress svarar inte. 2: fel i kommandot. 3: inget nätverk, inget är ändrat.`;

const EXIT = { dead: 1, use: 2, offline: 3 } as const;

class Misuse extends Error {}

function readSettings() {
	try {
		const { values, positionals } = parseArgs({
			allowPositionals: true,
			options: {
				proxy: { type: 'string' },
				arkiv: { type: 'string', default: ARCHIVE_API },
				'utan-arkiv': { type: 'boolean', default: false },
				paus: { type: 'string', default: '1000' },
				tid: { type: 'string', default: '15000' },
				json: { type: 'boolean', default: false },
				hjalp: { type: 'boolean', default: false },
			},
		});
		for (const flag of ['proxy', 'arkiv'] as const)
			if (values[flag] !== undefined && !/^https?:$/.test(URL.parse(values[flag])?.protocol ?? ''))
				throw new Misuse(`Ange en hel adress efter --${flag}, till exempel http://127.0.0.1:8080.`);
		for (const flag of ['paus', 'tid'] as const)
			if (!/^\d{1,6}$/.test(values[flag])) throw new Misuse(`Ange ett antal millisekunder efter --${flag}.`);
		return { ...values, ids: positionals };
	} catch (error) {
		if (error instanceof Misuse) throw error;
		throw new Misuse('Kommandot känner inte igen en flagga.');
	}
}

/** Every item of a list collection, or the problems in it. */
function readList<N extends CollectionName>(name: N): Entry<N>['data'][] {
	const read = listFiles(name, ROOT).map((file) => readContentFile(name, file, readText(ROOT, file)));
	const errors = errorsOf(read.flatMap(({ problems }) => problems));
	if (errors.length > 0) throw new CatalogueError(errors);
	return read.flatMap(({ entries }) => entries.map(({ data }) => data));
}

/** One line that is rewritten on a terminal; elsewhere a line now and then. */
function progressLine() {
	const start = Date.now();
	const terminal = process.stderr.isTTY;
	return ({ done, total, state }: Progress) => {
		const left = ((Date.now() - start) / done) * (total - done);
		const time = left > 90_000 ? `${Math.round(left / 60_000)} minuter` : `${Math.ceil(left / 1000)} sekunder`;
		const line = `${done} av ${total}, ungefär ${time} kvar. ${new URL(state.url).host}: ${LINK_STATES[state.state]}`;
		if (terminal) process.stderr.write(`\r\x1b[K${line.slice(0, (process.stderr.columns || 80) - 1)}`);
		else if (done % 25 === 0 || done === total) process.stderr.write(`${line}\n`);
		if (terminal && done === total) process.stderr.write('\n');
	};
}

async function main(): Promise<number> {
	const settings = readSettings();
	if (settings.hjalp) {
		console.log(HELP);
		return 0;
	}
	const all = readList('sources');
	const known = new Map(readList('sourceStates').map((state) => [state.id, state]));
	const strange = settings.ids.filter((id) => !all.some((source) => source.id === id));
	if (strange.length > 0) throw new Misuse(`Källan finns inte i content/kallor.yml: ${strange.join(', ')}.`);
	const sources = settings.ids.length > 0 ? all.filter(({ id }) => settings.ids.includes(id)) : all;
	if (settings.proxy) setGlobalProxyFromEnv({ http_proxy: settings.proxy, https_proxy: settings.proxy });

	let stopped = false;
	process.once('SIGINT', () => (stopped = true));
	const { states, offline, archiveSilent } = await checkSources(sources, known, {
		net: politeNet({
			pause: Number(settings.paus),
			timeout: Number(settings.tid),
			about: `${SITE.origin}/om/kallor/`,
		}),
		today: new Date().toISOString().slice(0, 10),
		archive: settings['utan-arkiv'] ? undefined : settings.arkiv,
		stopped: () => stopped,
		onDone: progressLine(),
	});
	if (offline) {
		console.error('Inget nätverk: ingen svarade, inte heller arkivet. Inget är ändrat. Pröva igen när du är ansluten.');
		return EXIT.offline;
	}
	for (const state of states) known.set(state.id, state);
	replaceText(ROOT, STATE_FILE, formatStates([...known.values()]));

	if (settings.json) console.log(JSON.stringify({ states }, undefined, '\t'));
	else {
		console.log(
			`${stopped ? 'Avbruten. ' : ''}${count(states.length, 'adress kontrollerad', 'adresser kontrollerade')}, av ${count(sources.length, 'källa', 'källor')}:`,
		);
		for (const [state, label] of Object.entries(LINK_STATES)) {
			const found = states.filter((item) => item.state === (state as LinkState));
			if (found.length > 0) console.log(`  ${label}: ${found.length}`);
			if (state !== 'fungerar')
				for (const { id, reason, movedTo } of found) console.log(`    ${id}: ${reason ?? movedTo ?? ''}`);
		}
		if (archiveSilent) console.log('Arkivet slutade svara. Kopior som inte hittades söks nästa gång.');
		console.log(`Skrivet i ${STATE_FILE}. Checka in filen.`);
	}
	return states.some(({ state }) => state === 'svarar-inte') ? EXIT.dead : 0;
}

try {
	process.exitCode = await main();
} catch (error) {
	if (error instanceof Misuse) {
		console.error(`${error.message}\n\n${HELP}`);
		process.exitCode = EXIT.use;
	} else if (error instanceof CatalogueError) {
		console.error(error.message);
		process.exitCode = EXIT.dead;
	} else throw error;
}
