import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseBody } from '../../src/catalogue/body.ts';
import { checkLanguage, measure } from '../../src/catalogue/language.ts';

const inBody = (text: string) =>
	checkLanguage('a.mdx', [], { tree: parseBody(text), firstLine: 10 }).map(({ code, line, message }) => ({
		code,
		line,
		message,
	}));
const messages = (text: string) => inBody(text).map(({ message }) => message);

describe('measure', () => {
	test('counts words per sentence and the share of long words', () => {
		// 8 words, 2 sentences, 2 words longer than six letters: 4 + 25.
		assert.deepEqual(measure('Kommunen frågade sina anställda. De svarade på frågan.'), { words: 8, lix: 4 + 50 });
	});
	test('gives an empty text nothing', () => assert.deepEqual(measure(''), { words: 0, lix: 0 }));
	test('counts a hyphened compound as one word', () => assert.equal(measure('hbtq-personer i Rinkeby-Kista').words, 3));
});

describe('checkLanguage', () => {
	const cases: readonly [string, string, RegExp][] = [
		['straight quotation marks', 'Kommunen kallar det "dialog".', /^Citattecken skrivs/],
		['English quotation marks', 'Kommunen kallar det “dialog”.', /^Citattecken skrivs/],
		['two spaces', 'Kommunen  frågade.', /^Två mellanslag/],
		['best practice', 'Detta är best practice.', /Best practice/],
		['words that judge', 'Ett framgångsrikt arbete.', /^Ordet värderar/],
		['English words', 'Kommunen mötte sina stakeholders.', /^Engelskt ord/],
	];
	for (const [what, text, expected] of cases)
		test(`tells of ${what} with its line`, () => {
			const [problem, ...others] = inBody(`## Rubrik\n\n${text}`);
			assert.match(problem?.message ?? '', expected);
			assert.equal(problem?.line, 12);
			assert.deepEqual(others, []);
		});

	test('tells of a sentence above 35 words', () =>
		assert.match(messages(`${'ord '.repeat(36)}.`)[0] ?? '', /^En mening har 36 ord/));
	test('lets a sentence of 35 words be', () => assert.deepEqual(messages(`${'ord '.repeat(35)}.`), []));

	const heavy = (long: number) => `${'kommunalförvaltning '.repeat(long)}${'och '.repeat(30 - long)}. `;
	test('warns of heavy text and stops the heaviest', () => {
		// One sentence of 30 words: LIX 30 + the share of long words.
		assert.equal(inBody(heavy(6))[0]?.code, 'TP607');
		assert.equal(inBody(heavy(12))[0]?.code, 'TP608');
		assert.deepEqual(inBody(heavy(4)), []);
	});
	test('says nothing of the weight of a short text', () =>
		assert.deepEqual(messages('Kommunfullmäktige fastställde handlingsplanen.'), []));
	test('names the field of a text in the form', () => {
		const [problem] = checkLanguage('a.mdx', [{ text: 'En "plan".', field: 'summary', line: 5 }], undefined);
		assert.deepEqual([problem?.field, problem?.line], ['summary', 5]);
	});
	test('leaves names, Swedish quotation marks and dashes alone', () =>
		assert.deepEqual(messages('Tidningen The Local skrev 2017–2018 om ”vår stad” – och om Unga’s dag.'), []));
});
