/** Every example, point, municipality and document can be cited: as text, as files that other programs read, from its head. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { partOf } from '../../src/collection/parts.ts';
import { readCardFiles } from '../support/cards.ts';
import { parseReferences } from '../support/references.ts';
import { DIST, pageAt, pages, textOf } from '../support/site.ts';

const FORMATS = ['bib', 'ris', 'json'] as const;
const citable = pages.filter(({ path }) => /^\/(exempel|dokument|kommun|punkt)\/(?!sida)[^/]+\/$/.test(path));
const metaOf = (path: string, name: string) =>
	pageAt(path).root.querySelector(`meta[name="${name}"]`)?.getAttribute('content');

describe('everything citable', () => {
	test('is all the examples, points, municipalities and documents', () => {
		const kinds = new Map<string, number>();
		for (const { path } of citable) {
			const kind = path.split('/')[1] as string;
			kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
		}
		assert.equal(kinds.get('punkt'), 10);
		assert.ok((kinds.get('exempel') ?? 0) >= 180, String(kinds.get('exempel')));
		assert.ok((kinds.get('dokument') ?? 0) >= 50);
		assert.ok((kinds.get('kommun') ?? 0) >= 70);
	});

	for (const format of FORMATS)
		test(`has a file in ${format} that another program reads: title, organisation, date and address survive`, () => {
			for (const { path, root } of citable) {
				const file = join(DIST, path, `hanvisning.${format}`);
				assert.ok(existsSync(file), file);
				const [read, ...more] = parseReferences(format, readFileSync(file, 'utf8'));
				assert.deepEqual(more, [], path);
				assert.equal(read?.title, metaOf(path, 'citation_title'), path);
				assert.equal(read?.author, 'Tiopunkten', path);
				assert.equal(read?.publisher, 'Tiopunkten', path);
				assert.equal(read?.date.replaceAll('-', '/'), metaOf(path, 'citation_publication_date'), path);
				assert.equal(read?.url, root.querySelector('link[rel=canonical]')?.getAttribute('href'), path);
				const about = metaOf(path, 'DC.coverage');
				if (about) assert.ok(read?.note.includes(about), path);
			}
		});

	test('shows the same on the page as in the files, and leads to them', () => {
		for (const { path, root } of citable)
			for (const format of FORMATS) {
				const shown = root.querySelector(`pre#hanvisning-${format}`)?.text ?? '';
				const file = readFileSync(join(DIST, path, `hanvisning.${format}`), 'utf8')
					.replaceAll('\r', '')
					.trim();
				assert.equal(shown.replaceAll('&quot;', '"').replaceAll('&amp;', '&').replaceAll('&#39;', "'"), file, path);
				assert.ok(root.querySelector(`a[download][href="${path}hanvisning.${format}"]`), path);
			}
	});

	test('has its title, municipality, review date and address in each kind of citation', () => {
		for (const { path, root } of citable) {
			const url = `https://tiopunkten.se${path}`;
			const title = metaOf(path, 'citation_title') ?? '';
			for (const id of ['fotnot', 'kallforteckning']) {
				const text = textOf(root.querySelector(`#hanvisning-${id}`));
				assert.ok(text.includes(title), `${path} ${id}`);
				assert.match(text, /granskad \d+ [a-z]+ 20\d\d/i, `${path} ${id}`);
				assert.ok(text.endsWith(url), `${path} ${id}`);
				assert.ok(text.includes(metaOf(path, 'DC.coverage') ?? ''), `${path} ${id}`);
			}
			assert.ok(textOf(root.querySelector('#hanvisning-lopande-text')).endsWith(`tiopunkten.se${path.slice(0, -1)}).`));
			assert.equal(textOf(root.querySelector('#hanvisning-adress')), url);
		}
	});

	test('says in its head what reference managers look for', () => {
		for (const { path } of citable)
			for (const [one, other] of [
				['citation_title', 'DC.title'],
				['citation_author', 'DC.creator'],
				['citation_publisher', 'DC.publisher'],
				['citation_public_url', 'DC.identifier'],
			] as const) {
				assert.ok(metaOf(path, one), `${path} ${one}`);
				assert.equal(metaOf(path, one), metaOf(path, other), `${path} ${other}`);
			}
	});

	test('has the five wordings that an editor can check by eye', () => {
		const plain = (path: string, id: string) => textOf(pageAt(path).root.querySelector(`#hanvisning-${id}`));
		const date = /granskad \d+ \w+ \d{4}/i;
		const on = (text: string) => text.replace(date, (found) => found.replace(/\d.*/, 'DAG'));
		assert.equal(
			on(plain('/exempel/botkyrka-antiryktesnatverk/', 'fotnot')),
			'Tiopunkten, ”Antiryktesnätverk som bemöter rykten med fakta”, Botkyrka kommun, granskad DAG, https://tiopunkten.se/exempel/botkyrka-antiryktesnatverk/',
		);
		assert.match(
			on(plain('/punkt/1/', 'kallforteckning')),
			/^Tiopunkten \(\d{4}\)\. Punkt 1: .*\. Granskad DAG\. https:\/\/tiopunkten\.se\/punkt\/1\/$/,
		);
		assert.match(
			on(plain('/kommun/goteborg/', 'fotnot')),
			/^Tiopunkten, ”Göteborgs Stad: exempel och dokument”, granskad DAG, /,
		);
	});
});

describe('Min samling', () => {
	const files = readCardFiles();

	test('knows every example by its address, in the file that its id leads to', () => {
		const paths = pages.map(({ path }) => path).filter((path) => /^\/exempel\/(?!sida)[^/]+\/$/.test(path));
		assert.deepEqual(files.flatMap(({ file }) => file.examples.map(({ path }) => path)).sort(), paths.sort());
		for (const [index, { file }] of files.entries())
			for (const { id, path } of file.examples) {
				assert.equal(path, `/exempel/${id}/`);
				assert.equal(partOf(id, files.length), index + 1, id);
			}
	});
	test('reads a small file for an example, whatever the catalogue holds', () => {
		for (const { path } of files) assert.ok(statSync(join(DIST, path)).size < 20_000, path);
	});
	test('can be added to from every example and every list of examples', () => {
		for (const { path, root } of pages) {
			if (/^\/exempel\/(?!sida)[^/]+\/$/.test(path))
				assert.equal(root.querySelector('.acts button.add')?.getAttribute('value'), path.split('/')[2], path);
			for (const item of root.querySelectorAll('.ex'))
				assert.equal(
					item.querySelectorAll('button.add').length,
					item.querySelector('a[href^="/exempel/"]') ? 1 : 0,
					path,
				);
		}
	});
	test('is in the menu of every page', () => {
		for (const { path, root } of pages) assert.ok(root.querySelector('#meny a[href="/samling/"]'), path);
	});
	test('says without JavaScript where citations are found', () =>
		assert.match(
			textOf(pageAt('/samling/').root.querySelector('main')),
			/Utan JavaScript hittar du färdiga hänvisningar på varje exempels egen sida\./,
		));
});
