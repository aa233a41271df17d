/**
 * `npm run bench`: builds made-up catalogues of several sizes with the site's own build and, in the same run, with Eleventy
 * on the same content, from nothing and after one edit, and prints a table. With `--sok` the search is measured instead.
 * See bench/README.md.
 */
import { spawnSync } from 'node:child_process';
import {
	cpSync,
	existsSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { isBooklet, weigh } from '../src/tools/weights.ts';
import { edit, type MadeExample } from './generate.ts';
import { option, OWN, prepareSite } from './site.ts';

const HERE = join(OWN, 'bench');

const SIZES = option('n', '100,1000,10000').split(',').map(Number);
const RUNS = Number(option('runs', '2'));

/** Everything is deleted at the end: some disks are slow for minutes after many files have been deleted. */
const WORK = mkdtempSync(join(tmpdir(), 'tiopunkten-bench-'));
process.on('exit', () => rmSync(WORK, { recursive: true, force: true }));

interface Measured {
	readonly wall: number;
	readonly cpu: number;
	/** The largest process, in MiB. */
	readonly memory: number;
}

/** GNU time says what the children used: Node cannot, for a process that has children of its own. */
function measure(folder: string, command: readonly string[]): Measured {
	const times = join(folder, '.time');
	// What the one before has left to be written to the disk is no burden on this one.
	spawnSync('sync');
	const { status, stderr } = spawnSync('/usr/bin/time', ['-f', '%e %U %S %M', '-o', times, ...command], {
		cwd: folder,
		encoding: 'utf8',
		env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
		maxBuffer: 2 ** 28,
		stdio: ['ignore', 'ignore', 'pipe'],
	});
	if (status !== 0) throw new Error(`${command.join(' ')}: ${stderr.slice(-2000)}`);
	const [wall = 0, user = 0, system = 0, memory = 0] = readFileSync(times, 'utf8')
		.trim()
		.split(/\s+/)
		.slice(-4)
		.map(Number);
	return { wall, cpu: user + system, memory: memory / 1024 };
}

function sizeOf(folder: string) {
	let pages = 0;
	let bytes = 0;
	for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
		if (!entry.isFile()) continue;
		bytes += statSync(join(entry.parentPath, entry.name)).size;
		if (entry.name.endsWith('.html')) pages += 1;
	}
	return { pages, megabytes: bytes / 1e6 };
}

/** The most that HTML and CSS of a page may weigh, whatever the number of examples. */
const HEAVIEST = 14_000;
/** Pages of one kind are alike: this many of each are weighed, the fullest first. */
const WEIGHED = 5;

/** The heaviest page but the booklets, of those of each kind that have the most HTML. */
function heaviest(dist: string) {
	const pages = readdirSync(dist, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && entry.name === 'index.html')
		.map((entry) => {
			const file = join(entry.parentPath, entry.name);
			return { file, path: `/${relative(dist, entry.parentPath)}/`, size: statSync(file).size };
		})
		.filter((page) => !isBooklet(page))
		.sort((a, b) => b.size - a.size);
	const kinds = Map.groupBy(pages, ({ path }) => `${path.split('/')[1]} ${path.includes('/sida/')}`);
	const fullest = [...kinds.values()].flatMap((own) => own.slice(0, WEIGHED));
	const weights = weigh(
		fullest.map(({ file, path }) => ({ path, html: readFileSync(file, 'utf8') })),
		dist,
	);
	return weights.reduce((most, page) => (page.bytes > most.bytes ? page : most));
}

/** The same content as two projects beside each other. */
function prepare(size: number) {
	const root = join(WORK, String(size));
	const site = join(root, 'site');
	const eleventy = join(root, 'eleventy');
	const { examples } = prepareSite(site, size);
	cpSync(join(HERE, 'eleventy'), eleventy, { recursive: true });
	symlinkSync(join(HERE, 'node_modules'), join(eleventy, 'node_modules'));
	const content = join(eleventy, 'exempel-och-dokument');
	for (const folder of ['exempel', 'dokument']) {
		cpSync(join(site, 'content', folder), join(content, folder), { recursive: true });
		writeFileSync(
			join(content, folder, `${folder}.11tydata.js`),
			`export default { layout: 'sak.njk', permalink: (data) => \`/${folder}/\${data.page.fileSlug}/\`, eleventyComputed: { kommuner: (data) => data.municipalities ?? [data.municipality] } };\n`,
		);
	}
	return { site, eleventy, first: examples[0] as MadeExample };
}

/** Out of the way, to be deleted at the end, and out of the projects: Eleventy would read its own pages again. */
let aside = 0;
function setAside(folder: string) {
	if (existsSync(folder)) renameSync(folder, join(WORK, `undan-${(aside += 1)}`));
}

/** The middle one, or halfway between the two in the middle. */
function median(values: readonly number[]): number {
	const sorted = values.toSorted((a, b) => a - b);
	const half = (sorted.length - 1) / 2;
	return ((sorted[Math.floor(half)] ?? 0) + (sorted[Math.ceil(half)] ?? 0)) / 2;
}
const middle = (runs: readonly Measured[]): Measured => ({
	wall: median(runs.map(({ wall }) => wall)),
	cpu: median(runs.map(({ cpu }) => cpu)),
	memory: median(runs.map(({ memory }) => memory)),
});

const row = (cells: readonly (string | number)[]) =>
	`| ${cells.map((cell) => (typeof cell === 'number' ? cell.toFixed(cell < 10 ? 2 : 0) : cell)).join(' | ')} |`;
const SITE = [process.execPath, 'src/tools/build.ts', '--utan-bilder', '--utan-sokregister'];
const ELEVENTY = ['node_modules/.bin/eleventy', '--quiet'];
const INDEX = (folder: string) => ['node_modules/.bin/pagefind', '--site', folder, '--quiet'];

function compareBuilds() {
	const number = (value: number) => value.toFixed(2).replace('.', ',');
	console.log(
		`Mätt ${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC, ${availableParallelism()} kärnor, belastning ${number(loadavg()[0] ?? 0)} vid start, i ${tmpdir()}.\n`,
	);
	const heavyPages: string[] = [];
	const measured: { readonly size: number; readonly times: readonly Measured[] }[] = [];
	console.log(row(['N', 'bygge', 'sekunder', 'cpu-sekunder', 'minne MiB', 'sidor', 'sidor/s', 'utdata MB', 'kvot']));
	console.log(row(Array.from({ length: 9 }, () => '---')));
	for (const size of SIZES) {
		const { site, eleventy, first } = prepare(size);
		const clean: Measured[] = [];
		const changed: Measured[] = [];
		const other: Measured[] = [];
		// One after the other and over again, so that a busy moment meets both.
		for (let run = 0; run < RUNS; run += 1) {
			for (const folder of ['dist', '.cache', '.astro']) setAside(join(site, folder));
			clean.push(measure(site, SITE));
			setAside(join(eleventy, '_site'));
			other.push(measure(eleventy, ELEVENTY));
			edit(site, first, run + 1);
			changed.push(measure(site, SITE));
		}
		const [own, after, peer] = [middle(clean), middle(changed), middle(other)];
		const ownSize = sizeOf(join(site, 'dist'));
		const peerSize = sizeOf(join(eleventy, '_site'));
		const line = (
			what: string,
			{ wall, cpu, memory }: Measured,
			{ pages, megabytes }: ReturnType<typeof sizeOf>,
			ratio: string,
		) => console.log(row([String(size), what, wall, cpu, memory, String(pages), pages / wall, megabytes, ratio]));
		measured.push({ size, times: [peer, own, after] });
		line('Eleventy', peer, peerSize, '1');
		line('Tiopunkten, från ingenting', own, ownSize, `${(own.wall / peer.wall).toFixed(2)} av Eleventy`);
		line('Tiopunkten, ett exempel ändrat', after, ownSize, `${(after.wall / own.wall).toFixed(2)} av eget`);
		const heavy = heaviest(join(site, 'dist'));
		heavyPages.push(`${size} exempel: ${heavy.path} väger ${heavy.bytes} byte.`);
		if (heavy.bytes > HEAVIEST) process.exitCode = 1;
		// Pagefind alone, on either output: the site's build runs it only when an indexed text has changed.
		for (const [what, folder, output] of [
			['Pagefind på Tiopunkten', site, 'dist'],
			['Pagefind på Eleventy', eleventy, '_site'],
		] as const) {
			const before = sizeOf(join(folder, output));
			const index = measure(folder, INDEX(output));
			const { megabytes } = sizeOf(join(folder, output));
			line(what, index, { pages: before.pages, megabytes: megabytes - before.megabytes }, '');
		}
	}

	console.log('\nTyngsta sidan, HTML och CSS med brotli (häftena för utskrift undantagna). Högst 14 000 byte:');
	for (const text of heavyPages) console.log(`- ${text}`);

	/** A build that takes twice as long for twice as much has the exponent 1. */
	const exponent = (from: Measured, to: Measured, key: keyof Measured, ratio: number) =>
		number(Math.log(to[key] / from[key]) / Math.log(ratio));
	if (measured.length > 1) console.log('\nTillväxt, som exponent (1 är i takt med antalet):\n');
	for (const [index, { size, times }] of measured.entries()) {
		const before = measured[index - 1];
		if (!before) {
			if (measured.length > 1) {
				console.log(row(['från–till', 'bygge', 'sekunder', 'cpu-sekunder', 'minne']));
				console.log(row(Array.from({ length: 5 }, () => '---')));
			}
			continue;
		}
		for (const [place, what] of [
			'Eleventy',
			'Tiopunkten, från ingenting',
			'Tiopunkten, ett exempel ändrat',
		].entries()) {
			const [from, to] = [before.times[place] as Measured, times[place] as Measured];
			const grows = (key: keyof Measured) => exponent(from, to, key, size / before.size);
			console.log(row([`${before.size}–${size}`, what, grows('wall'), grows('cpu'), grows('memory')]));
		}
	}
}

if (process.argv.includes('--sok')) await import('./search.ts');
else compareBuilds();
