/** How well the built search answers: floors by kind of query, rules that hold for any word, and what it weighs. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { Search } from '../../src/search/engine.ts';
import { Lexicon } from '../../src/search/lexicon.ts';
import { fold } from '../../src/search/swedish.ts';
import { readIndex } from '../../src/tools/lexicon.ts';
import { loaded, openPagefind, readLexicon } from '../../src/tools/pagefind.ts';
import { QUESTIONS, readQuestions, run, slugOf } from '../../src/tools/sokprov.ts';
import { DIST } from '../support/site.ts';

/** Least nDCG@10 for each kind of query: a little below what it was when the floor was set. */
const FLOORS: Readonly<Record<string, number>> = {
	exact: 0.9,
	inflected: 0.85,
	'no-diacritics': 0.82,
	'compound-part': 0.82,
	'reversed-compound': 0.82,
	synonym: 0.74,
	abbreviation: 0.88,
	typo: 0.86,
	multi: 0.82,
	'municipality-topic': 0.92,
	municipality: 0.9,
	point: 0.86,
	english: 0.85,
	question: 0.63,
	officialese: 0.82,
	everyday: 0.6,
};

const questions = readQuestions(QUESTIONS);
let lexicon: Lexicon;
let search: Search;

before(async () => {
	lexicon = new Lexicon(readLexicon(DIST));
	search = new Search(await openPagefind(DIST), lexicon);
});

const slugs = async (query: string, most = 10) => {
	const { hits } = await search.search(query);
	return Promise.all(hits.slice(0, most).map(async (hit) => slugOf((await hit.data()).url)));
};

/** The same numbers every run. */
function randomFrom(seed: number) {
	let state = seed;
	return (below: number) => {
		state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
		return Math.floor((state / 2_147_483_648) * below);
	};
}

describe('judged queries', () => {
	test('every kind of query is answered as well as its floor says, and the whole reaches the goals', async () => {
		const { table } = await run((query) => slugs(query), questions);
		const low = Object.entries(FLOORS)
			.map(([category, floor]) => ({ category, floor, is: table.categories[category]?.ndcg ?? 0 }))
			.filter(({ floor, is }) => is < floor);
		assert.deepEqual(low, []);
		assert.ok(table.all.ndcg >= 0.85, `nDCG@10 ${table.all.ndcg}`);
		assert.ok(table.all.first >= 0.9, `success@1 ${table.all.first}`);
		assert.ok(table.all.three >= 0.96, `success@3 ${table.all.three}`);
		assert.ok(table.all.recall >= 0.84, `recall@10 ${table.all.recall}`);
		assert.ok(table.all.empty <= 0.01, `empty ${table.all.empty}`);
		assert.ok((table.silent ?? 0) >= 0.7, `silent off topic ${table.silent}`);
	});

	test('the same ten pages are found with and without å ä ö, for nearly every query', async () => {
		const marked = questions.map(({ q }) => q).filter((q) => fold(q) !== q.toLowerCase());
		const different: string[] = [];
		for (const query of marked)
			if (String((await slugs(query)).sort()) !== String((await slugs(fold(query))).sort())) different.push(query);
		assert.ok(
			different.length <= marked.length * 0.03,
			`${different.length} of ${marked.length}: ${different.join(' | ')}`,
		);
	});
});

describe('rules for any word', () => {
	const titles = () =>
		readIndex(DIST)
			.filter(({ url }) => url.startsWith('/exempel/'))
			.map(({ url, title }) => ({ url, words: (title.match(/\p{L}{6,}/gu) ?? []).map((word) => word.toLowerCase()) }))
			.filter(({ words }) => words.length > 0);

	test('a word of a title with one letter wrong leads to what the right word leads to', async () => {
		const random = randomFrom(7);
		const misses: string[] = [];
		let asked = 0;
		for (const { words } of titles().slice(0, 120)) {
			const word = words[random(words.length)] as string;
			const at = 1 + random(word.length - 2);
			const wrong = [
				word.slice(0, at) + word.slice(at + 1),
				word.slice(0, at) + word[at] + word.slice(at),
				word.slice(0, at - 1) + word[at] + word[at - 1] + word.slice(at + 1),
				word.slice(0, at) + 'aeinrst'[random(7)] + word.slice(at + 1),
			][random(4)] as string;
			if (wrong === word || lexicon.word(wrong)) continue;
			asked += 1;
			const right = new Set(await slugs(word));
			if (!(await slugs(wrong, 3)).some((slug) => right.has(slug))) misses.push(`${word} → ${wrong}`);
		}
		assert.ok(misses.length <= asked * 0.08, `${misses.length} of ${asked}: ${misses.join(', ')}`);
	});

	test('foreign words and other errands are met with silence', async () => {
		const foreign =
			'chandelier butterfly thunderstorm wheelbarrow Schmetterling Kühlschrank Regenschirm grenouille papillon ordinateur parapluie cuchara zapatos ventana murciélago biblioteczka szafa krzesło kahvikuppi jääkaappi polkupyörä hyönteinen mushroom lawnmower screwdriver windshield octopus giraffe volcano asteroid xylophone quinoa zeppelin kaleidoscope rhubarb pumpkin cinnamon sailboat blacksmith carburetor'.split(
				' ',
			);
		const answered: string[] = [];
		for (const word of foreign) if ((await slugs(word)).length > 0) answered.push(word);
		assert.ok(
			answered.length <= foreign.length * 0.1,
			`${answered.length} of ${foreign.length}: ${answered.join(', ')}`,
		);
	});

	test('samhälle does not lead with samer', async () => {
		for (const slug of await slugs('samhälle', 3)) assert.doesNotMatch(slug, /same|samisk/);
	});

	test('words that differ only in å ä ö are told apart when they are typed with their dots', async () => {
		const asks = (query: string) =>
			search
				.search(query)
				.then(({ understood }) =>
					understood.units.flatMap(({ alternatives }) => alternatives.map(({ ask }) => String(ask))),
				);
		assert.ok(!(await asks('mål')).includes('mal'));
		assert.ok(!(await asks('län')).includes('lån'));
		assert.ok(!(await asks('lån')).includes('län'));
	});

	test('points are recognised however they are written, and lead', async () => {
		for (const query of ['punkt 7', 'punkt7', 'p 7', 'punkt sju', 'sjunde punkten', 'programpunkt 7', 'punkt nr 7'])
			assert.equal((await slugs(query, 1))[0], '7', query);
	});

	test('a municipality leads, in any form of its name', async () => {
		for (const query of ['Göteborg', 'goteborg', 'Göteborgs stad', 'göteborgs kommun'])
			assert.equal((await slugs(query, 1))[0], 'goteborg', query);
	});

	test('every example, document, point and municipality is found by its own title', async () => {
		const missed: string[] = [];
		for (const { url, title } of readIndex(DIST))
			if (!(await slugs(title, 10)).includes(slugOf(url)) && !url.startsWith('/begrepp/')) missed.push(url);
		assert.ok(missed.length <= 4, missed.join(' '));
	});
});

describe('what it weighs', () => {
	const zipped = (file: string) => gzipSync(readFileSync(file), { level: 9 }).byteLength;

	test('the words are at most 25 kB', () => {
		const file = readdirSync(join(DIST, 'sok')).find((name) => /^ord-.*\.json$/.test(name)) as string;
		const bytes = zipped(join(DIST, 'sok', file));
		assert.ok(bytes <= 25_000, String(bytes));
	});

	test('a first search on the search page loads at most 190 kB of engine and index', async () => {
		const before = loaded.bytes;
		const first = new Search(await openPagefind(DIST), lexicon);
		const { hits } = await first.search('rykten');
		await Promise.all(hits.slice(0, 10).map((hit) => hit.data()));
		const bytes = loaded.bytes - before + zipped(join(DIST, 'pagefind', 'pagefind.js'));
		assert.ok(bytes <= 190_000, String(bytes));
	});
});
