/** Every SKL and SKR address of the ten points, the overview and the network, in every shape that papers have them. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { parse } from 'yaml';
import { findOldAddresses } from '../../src/addresses/old.ts';
import { splitFrontmatter } from '../../src/catalogue/form.ts';

const formOf = (file: string) =>
	parse(splitFrontmatter(readFileSync(file, 'utf8'))?.yaml ?? '') as { legacyUrls: string[] };
const sources = parse(readFileSync('content/kallor.yml', 'utf8')) as { id: string; url: string }[];
const urlOf = (id: string) => sources.find((source) => source.id === id)?.url ?? '';

const KNOWN = [
	...Array.from({ length: 10 }, (_, index) => index + 1).flatMap((number) =>
		formOf(`content/punkter/${number}.mdx`).legacyUrls.map((url) => ({ url, target: `punkt ${number}` })),
	),
	{ url: urlOf('skl-tiopunktsprogram'), target: 'översikten' },
	{ url: urlOf('skl-natverk-2019'), target: 'nätverket' },
];
const find = (text: string) => {
	const { found, certain } = findOldAddresses(text, KNOWN);
	return { targets: found.map(({ target }) => target), certain };
};

const HOSTS = ['skl.se', 'skr.se', 'webbutik.skl.se', 'webbutik.skr.se'];
const STARTS = ['https://', 'http://', ''].flatMap((scheme) =>
	HOSTS.flatMap((host) => [`${scheme}${host}`, `${scheme}www.${host}`]),
);

/** A path in the shapes it has on paper. */
const SHAPES: Record<string, (path: string) => string> = {
	'as it was': (path) => path,
	'without its number': (path) => path.replace(/\.\d+\.html$/, '.html'),
	'without number and ending': (path) => path.replace(/\.\d+\.html$/, ''),
	'with the ending clipped': (path) => path.replace(/\.\d+\.html$/, '.'),
	'in the later structure': (path) => `/skr${path.replace('jamstalldhet', 'jamlikhet')}`,
	'in capitals': (path) => path.toUpperCase(),
	'followed by a full stop': (path) => `${path}.`,
	'with a query': (path) => `${path}?print=1`,
	'broken over lines': (path) => path.replace(/(.{37})/g, '$1\n'),
	'broken with hyphens': (path) => path.replace(/(.{41})/g, '$1-\n   '),
	'with soft hyphens': (path) => path.replace(/(.{9})/g, '$1\u00ad'),
	'with spaces as a scanner sees them': (path) => path.replace(/([/.])/g, '$1 '),
	'with l, I and 1 mixed up': (path) => path.replaceAll('l', '1').replaceAll('i', 'l'),
	'with the marks back': (path) => path.replace('manskliga', 'mänskliga').replace('mataexempel', 'mätaexempel'),
};

describe('an old address', () => {
	for (const { url, target } of KNOWN)
		test(`of ${target} is found on every host, in every shape`, () => {
			const { pathname } = new URL(url);
			for (const start of STARTS)
				for (const [shape, change] of Object.entries(SHAPES)) {
					const text = start + change(pathname);
					assert.deepEqual(find(text), { targets: [target], certain: true }, `${shape}: ${text}`);
				}
		});

	for (const { url, target } of KNOWN)
		test(`of ${target} is found by its last part alone, and by its number alone`, () => {
			const last = url.split('/').at(-1) as string;
			assert.deepEqual(find(last).targets, [target]);
			const number = /\.(\d+)\.html$/.exec(url)?.[1];
			assert.deepEqual(find(`https://skl.se/${number}.html`).targets, [target]);
			assert.deepEqual(find(`skr.se/nagotannat.${number}.html`).targets, [target]);
		});

	test('is found when it is clipped so far that only one can be meant', () => {
		for (const { url, target } of KNOWN.slice(0, 10)) {
			const name = url.split('/').at(-1) as string;
			const others = KNOWN.slice(0, 10).map((other) => other.url.split('/').at(-1) as string);
			const enough = [...name].findIndex(
				(_, length) => others.filter((other) => other.startsWith(name.slice(0, length + 1))).length === 1,
			);
			for (let length = enough + 1; length < name.indexOf('.'); length += 1)
				assert.deepEqual(
					find(url.slice(0, -name.length) + name.slice(0, length)).targets,
					[target],
					name.slice(0, length),
				);
		}
	});

	test('that is clipped earlier gives all it can have been, and says that it is not certain', () => {
		const [involvera = ''] = KNOWN.map(({ url }) => url);
		const at = (end: string) => involvera.slice(0, involvera.indexOf(end) + end.length);
		assert.deepEqual(find(at('tiopunktsprogram/i')), { targets: ['punkt 1', 'punkt 4'], certain: false });
		assert.deepEqual(find(at('exempelmotdiskri')), { targets: ['översikten'], certain: false });
		assert.deepEqual(find(at('rasismdiskriminering/')), { targets: ['översikten', 'nätverket'], certain: false });
		assert.deepEqual(find(`${at('tiopunktsprogram/')}xqzw`), { targets: ['översikten'], certain: false });
	});

	test('is found in running text, also when there are several', () => {
		const text = `Se ${KNOWN[2]?.url} och\n${KNOWN[6]?.url}, hämtade 2019-05-07.`;
		assert.deepEqual(find(text), { targets: ['punkt 3', 'punkt 7'], certain: true });
	});
});

/** As Ekerö's answer printed them: the ten, one on each line. Helsingborg linked to the overview with http. */
test('the addresses that municipal papers have printed all lead on', () => {
	const folder =
		'skl.se/demokratiledningstyrning/manskligarattigheterjamstalldhet/rasismdiskriminering/exempelmotdiskrimineringochrasismtiopunktsprogram';
	const printed = [
		'involveraexempel.1711',
		'mataexempel.1712',
		'stodexempel.1713',
		'informeraexempel.1714',
		'framjaexempel.1716',
		'sakerstallaexempel.1822',
		'boendeexempel.1823',
		'utbildningexempel.1824',
		'kulturexempel.1825',
		'konflikthanteringexempel.1826',
	];
	printed.forEach((name, index) =>
		assert.deepEqual(find(`https://${folder}/${name}.html`).targets, [`punkt ${index + 1}`]),
	);
	assert.deepEqual(find(`http://${folder}.700.html`).targets, ['översikten']);
});

test('other addresses and other texts give nothing', () => {
	for (const text of [
		'',
		'hej',
		'https://skr.se/skr/demokratiledningstyrning/manskligarattigheterjamlikhet/rasismdiskriminering.109.html',
		'https://skl.se/demokratiledningstyrning/manskligarattigheterjamstalldhet/metodstodmangfald.108.html',
		'https://skl.se/',
		'https://tiopunkten.se/punkt/1/',
		'I 1711 års förordning står 700 exempel.',
		'%E0%A4%A',
	])
		assert.deepEqual(find(text), { targets: [], certain: true }, text);
});
