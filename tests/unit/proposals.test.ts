/** What the form makes of what an author writes, held against the command that checks the files. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import type { Catalogue } from '../../src/catalogue/catalogue.ts';
import { loadCatalogue } from '../../src/catalogue/load.ts';
import { errorsOf } from '../../src/catalogue/problem.ts';
import { exampleSchema, FORM } from '../../src/catalogue/schema.ts';
import { checkProposal, type Finding } from '../../src/proposals/check.ts';
import { adviceIn, toChoices } from '../../src/proposals/choices.ts';
import { FIELDS } from '../../src/proposals/fields.ts';
import { type Draft, type Proposal, toProposal } from '../../src/proposals/proposal.ts';
import { toYaml } from '../../src/proposals/yaml.ts';
import { parse } from 'yaml';
import { TODAY } from '../support/entries.ts';
import { inMemory, smallCatalogue } from '../support/files.ts';

const small = smallCatalogue();
const catalogue = loadCatalogue(inMemory(small), { today: TODAY }).catalogue as Catalogue;
const choices = toChoices(catalogue, {});

/** A form filled in without fault. */
const FILLED: Draft = {
	title: 'Samtal om rykten på bibliotek',
	municipalities: ['Lund'],
	points: ['1', '10'],
	summary: 'Lund ordnade samtal om rykten på sina bibliotek.',
	'period.started': '2013',
	methods: ['natverk'],
	evidence: 'described',
	'sources.0.url': 'http://www.exempel.se/natverk/',
	'sources.0.supports': 'Alla uppgifter',
	'sections.Vad som gjordes': 'Biblioteken ordnade samtal.\n\nVem som helst fick komma.',
};
const NEW_SOURCE: Draft = {
	...FILLED,
	'sources.0.url': 'https://annan.se/sida',
	'sources.0.title': 'Rapport: samtal',
	'sources.0.publisher': 'Lunds kommun',
	'sources.0.kind': 'kommun',
};
const with_ = (fields: Draft, base: Draft = FILLED): Draft => ({ ...base, ...fields });

/** What the command says of the proposal's file and of the records that go with it, in the small catalogue. */
function granska(proposal: Proposal): string[] {
	const lists: Record<string, string> = {};
	for (const [name, records] of [
		['content/kallor.yml', proposal.sources.map(({ data }) => data)],
		['content/kommuner.yml', proposal.municipalities],
	] as const)
		if (records.length > 0) lists[name] = small[name] + toYaml(records);
	const files = { ...small, ...lists, [proposal.file]: proposal.text };
	return errorsOf(loadCatalogue(inMemory(files), { today: TODAY }).problems).map(({ message }) => message);
}
const found = (draft: Draft): { proposal: Proposal; findings: Finding[] } => {
	const proposal = toProposal(draft, choices, TODAY);
	return { proposal, findings: checkProposal(proposal, draft, choices, TODAY).filter(({ warning }) => !warning) };
};

describe('a form without fault', () => {
	for (const [what, draft] of [
		['with a source that the catalogue has, by its address', FILLED],
		[
			'with a source that the catalogue has, by its title',
			with_({ 'sources.0.url': '', 'sources.0.title': 'om nätverket' }),
		],
		['with a source that is new', NEW_SOURCE],
		['with a source without an address', with_({ 'sources.0.url': '' }, NEW_SOURCE)],
		['with a municipality that is new', with_({ municipalities: ['Lund', 'Håbo'] })],
		['with what is known', with_({ 'known.cost.text': 'Kostnaden var 200 000 kronor.' })],
		['with every optional field empty', with_({ 'period.started': '', methods: [], 'sections.Bakgrund': '  ' })],
		['with a title that YAML could take for something else', with_({ title: 'Nej: ”ja” # 12 & {mer}' })],
	] as const)
		test(`${what} passes granska unchanged`, () => {
			const { proposal, findings } = found(draft);
			assert.deepEqual(findings, []);
			assert.deepEqual(granska(proposal), [], proposal.text + proposal.records);
		});

	test('gives the source’s own id, not a copy of it', () =>
		assert.deepEqual(found(FILLED).proposal.frontmatter['sources'], [{ id: 'kalla', supports: 'Alla uppgifter' }]));
	test('is a draft, so that nothing is published by itself', () =>
		assert.match(found(FILLED).proposal.text, /\ndraft: true\n/));
	test('is named after its municipality and title', () =>
		assert.equal(found(FILLED).proposal.slug, 'lund-samtal-rykten-bibliotek'));
	test('keeps the order in which the points were chosen', () =>
		assert.deepEqual(found(with_({ points: ['10', '1'] })).proposal.frontmatter['points'], [10, 1]));
});

describe('text in the form is text in the file', () => {
	for (const text of [
		'Se <b>här</b> och {1 + 1} samt import x.',
		'# Inte en rubrik',
		'## Bakgrund',
		'- ett\n- två',
		'1. ett',
		'1) ett',
		'> citat',
		'=== och ---',
		'[länk](javascript:alert(1)) ![bild](x.png)',
		'| a | b |\n| - | - |\n| 1 | 2 | 3 |',
		'En [^1] fotnot och `kod` och ~~struket~~ och *stjärna* och _streck_.',
		'Läs https://exempel.se/a_b_c?d=1&e=2 för mer.',
		'Bakåtstreck \\ och &lt; tecken',
		'    fyra mellanslag',
		'export default 1',
	])
		test(JSON.stringify(text), () => {
			const { proposal } = found(with_({ 'sections.Vad som gjordes': text }));
			assert.deepEqual(granska(proposal), [], proposal.text);
		});
});

test('web addresses stand whole in the file, with https or www first', () => {
	const text = 'Läs www.lund.se/min_sida och https://lund.se/a_b_c?d=1&e=2, men inte _det_ i awww.lund.se_a.';
	assert.match(
		found(with_({ 'sections.Vad som gjordes': text })).proposal.text,
		/^Läs www\.lund\.se\/min_sida och https:\/\/lund\.se\/a_b_c\?d=1&e=2, men inte \\_det\\_ i awww\.lund\.se\\_a\.$/m,
	);
});

describe('a broken form gets the messages of granska, at the field', () => {
	const long = 'ord '.repeat(100);
	const cases: readonly (readonly [string, Draft, string])[] = [
		['no title', with_({ title: '' }), 'title'],
		['a title that is too long', with_({ title: long }), 'title'],
		['a title with a full stop', with_({ title: 'Samtal.' }), 'title'],
		['a title that is taken', with_({ title: 'Ett nätverk mot rykten' }), 'title'],
		['no municipality', with_({ municipalities: [''] }), 'municipalities'],
		['a municipality that does not exist', with_({ municipalities: ['Lunda'] }), 'municipalities.0'],
		['the same municipality twice', with_({ municipalities: ['Lund', 'lund'] }), 'municipalities'],
		['no point', with_({ points: [] }), 'points'],
		['no summary', with_({ summary: '' }), 'summary'],
		['a summary that is too long', with_({ summary: long }), 'summary'],
		['straight quotation marks', with_({ summary: 'Lund har ett "nätverk".' }), 'summary'],
		['a year in words', with_({ 'period.started': 'förra året' }), 'period.started'],
		['a year before our time', with_({ 'period.started': '1066' }), 'period.started'],
		['an end before the start', with_({ 'period.ended': '2011' }), 'period.ended'],
		['an end of what goes on', with_({ 'period.ended': '2015', 'period.ongoing': true }), 'period.ongoing'],
		['no level of evidence', with_({ evidence: '' }), 'evidence'],
		['evidence without its source', with_({ evidence: 'evaluated' }), 'evidence'],
		['no source', with_({ 'sources.0.url': '', 'sources.0.supports': '' }), 'sources'],
		['a source without what it supports', with_({ 'sources.0.supports': '' }), 'sources.0.supports'],
		['an address that is no address', with_({ 'sources.0.url': 'exempel' }, NEW_SOURCE), 'sources.0.url'],
		['a new source without a publisher', with_({ 'sources.0.publisher': '' }, NEW_SOURCE), 'sources.0.publisher'],
		['a new source of no kind', with_({ 'sources.0.kind': '' }, NEW_SOURCE), 'sources.0.kind'],
		['a date that does not exist', with_({ 'sources.0.published': '2019-02-30' }, NEW_SOURCE), 'sources.0.published'],
		['no text of what was done', with_({ 'sections.Vad som gjordes': '' }), 'sections.Vad som gjordes'],
		[
			"a person's address",
			with_({ 'sections.Vad som gjordes': 'Fråga anna.svensson@lund.se om det.' }),
			'sections.Vad som gjordes',
		],
		['a telephone number', with_({ summary: 'Ring 046-35 50 00.' }), 'summary'],
		['a sentence that never ends', with_({ 'sections.Bakgrund': `${'ord '.repeat(40)}.` }), 'sections.Bakgrund'],
	];
	for (const [what, draft, path] of cases)
		test(what, () => {
			const { proposal, findings } = found(draft);
			const told = granska(proposal);
			assert.ok(
				findings.some((finding) => finding.path === path),
				`${path} is not among\n${findings.map((finding) => `${finding.path}: ${finding.message}`).join('\n')}`,
			);
			assert.deepEqual(
				[...new Set(findings.map(({ message }) => message))].sort(),
				[...new Set(told.filter((message) => !/används inte/.test(message)))].sort(),
			);
		});
});

describe('with the first row of sources left empty', () => {
	const second = Object.fromEntries(
		Object.entries(NEW_SOURCE).map(([path, value]) => [path.replace('sources.0', 'sources.1'), value]),
	);
	test('a fault is told at the row that has it', () => {
		const { findings } = found({ ...second, 'sources.0.url': '', 'sources.1.supports': '' });
		assert.deepEqual(
			findings.map(({ path }) => path),
			['sources.1.supports'],
		);
	});
	test('each source in the file is known by its row', () => {
		const known = { ...second, 'sources.1.url': 'https://exempel.se/natverk', 'sources.0.url': '' };
		const { proposal } = found(known);
		assert.deepEqual(proposal.frontmatter['sources'], [{ id: 'kalla', supports: 'Alla uppgifter' }]);
		assert.deepEqual(proposal.sourceRows, [1]);
	});
});

describe('the fields of the form', () => {
	/** What the editors fill in, or the commands. */
	const EDITORIAL = ['status', 'withdrawn', 'mergedInto', 'published', 'reviewed', 'changes', 'draft'];
	test('are those of the schema: a new one carries its label there, or is the editors’', () =>
		assert.deepEqual(
			Object.entries(exampleSchema.shape)
				.filter(([name, schema]) => !FORM.has(schema) && !EDITORIAL.includes(name))
				.map(([name]) => name),
			[],
		));
	test('have controls that the schema decides', () => {
		const kinds = Object.fromEntries(FIELDS.map(({ name, control }) => [name, control.kind]));
		assert.deepEqual(kinds, {
			title: 'text',
			municipalities: 'list',
			points: 'list',
			summary: 'text',
			period: 'group',
			organisation: 'text',
			grounds: 'list',
			racism: 'list',
			audiences: 'list',
			methods: 'list',
			known: 'group',
			evidence: 'choice',
			sources: 'rows',
		});
		assert.deepEqual(
			FIELDS.filter(({ required }) => required).map(({ name }) => name),
			['title', 'municipalities', 'points', 'summary', 'evidence', 'sources'],
		);
	});
	test('the advice for each section is the template’s', () =>
		assert.match(
			adviceIn(readFileSync('content/exempel/_mall.mdx', 'utf8'))['Vad som gjordes'] ?? '',
			/^Vad kommunen gjorde/,
		));
});

test('texts come back from YAML as they were', () => {
	const texts = [
		'Nej',
		'no',
		'null',
		'12',
		'1e3',
		'2013-01-01',
		'~',
		' x',
		'a: b',
		'a #b',
		'”å”',
		'"',
		"'",
		'{a}',
		'[b]',
		'*a',
		'&a',
		'!a',
		'| a',
		'> a',
		'%a',
		'@a',
		'`a',
		'a,',
		'',
		'-',
		'- a',
		'?',
		'rad\nrad',
		'\u2028',
		'Lund, Malmö',
	];
	assert.deepEqual(parse(toYaml({ texts: texts.map((text) => ({ text })), list: texts })), {
		texts: texts.map((text) => ({ text })),
		list: texts,
	});
});
