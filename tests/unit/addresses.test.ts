/** The register of addresses and the host's rules, without a site or a host. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readContentFile } from '../../src/catalogue/read.ts';
import { hashOf, toHostHeaders } from '../../src/addresses/headers.ts';
import { toCaddy, toHeaders, toNginxMaps, toNginxServer, toRedirects } from '../../src/addresses/hosts.ts';
import {
	examine,
	extendRegister,
	type Fate,
	formatRegister,
	parseRegister,
	type Register,
} from '../../src/addresses/register.ts';

const registerOf = (...addresses: string[]): Register =>
	new Map(addresses.map((address) => [address.replace('!', ''), address.endsWith('!')]));
const siteOf = (published: string[], fates: Record<string, Fate> = {}) => ({
	published: new Set(published),
	fates: new Map(Object.entries(fates)),
});
const messagesOf = (...input: Parameters<typeof examine>) =>
	examine(...input).problems.map(({ file, message }) => `${file} ${message}`);

describe('the register’s file', () => {
	test('is sorted, one address a line, and reads back the same', () => {
		const text = formatRegister(registerOf('/om/', '/exempel/b/!', '/exempel/a/'));
		assert.deepEqual(text.split('\n').slice(1), ['/exempel/a/', '/exempel/b/ avvecklad', '/om/', '']);
		const { register, problems } = parseRegister(text);
		assert.deepEqual([...register], [...registerOf('/exempel/a/', '/exempel/b/!', '/om/')]);
		assert.deepEqual(problems, []);
	});

	test('tells when a line has been taken out or added by hand', () => {
		const text = formatRegister(registerOf('/om/', '/exempel/a/'));
		for (const changed of [text.replace('/exempel/a/\n', ''), `${text}/zebra/\n`])
			assert.match(parseRegister(changed).problems[0]?.message ?? '', /ändrat för hand.*npm run adresser/);
	});

	test('that is not there yet is no fault, and one that has been emptied is', () => {
		assert.deepEqual(parseRegister(undefined).problems, []);
		assert.equal(parseRegister('').problems[0]?.code, 'TP801');
	});
});

describe('extendRegister', () => {
	test('adds what is new, marks what is retired and takes nothing out', () => {
		const extended = extendRegister(
			registerOf('/exempel/a/', '/exempel/b/', '/exempel/c/!', '/exempel/d/'),
			siteOf(['/exempel/a/', '/exempel/ny/'], { '/exempel/b/': { gone: true } }),
		);
		assert.deepEqual(
			[...extended].sort(),
			[...registerOf('/exempel/a/', '/exempel/b/!', '/exempel/c/!', '/exempel/d/', '/exempel/ny/')].sort(),
		);
	});
});

describe('a registered address that no page answers', () => {
	test('stops the build, names the file and says what to write', () => {
		const [message = '', ...rest] = messagesOf(registerOf('/exempel/a/', '/om/'), siteOf(['/om/']));
		assert.equal(rest.length, 0);
		assert.match(message, /^content\/exempel\/a\.mdx Sidan \/exempel\/a\/ är publicerad/);
		assert.match(message, /content\/adresser\.yml:\n\s+- id: \/exempel\/a\/\n\s+movedTo: \/exempel\/ny-adress\/\n/);
		assert.match(message, /gone:\n\s+date: åååå-mm-dd\n\s+reason:/);
	});

	test('proposes the one new address in the same folder as where it has gone', () => {
		const [message = ''] = messagesOf(registerOf('/exempel/a/'), siteOf(['/exempel/bytt/', '/om/']));
		assert.match(message, /movedTo: \/exempel\/bytt\//);
	});

	for (const [address, file] of [
		['/dokument/a/', 'content/dokument/a.mdx'],
		['/punkt/7/', 'content/punkter/7.mdx'],
		['/kommun/lund/', 'content/kommuner.yml'],
		['/begrepp/dialog/', 'content/begrepp/'],
		['/om/', 'content/sidor/om.mdx'],
		['/flode.xml', 'src/pages/'],
	] as const)
		test(`${address} is looked for in ${file}`, () => {
			assert.ok(messagesOf(registerOf(address), siteOf(['/']))[0]?.startsWith(`${file} `));
		});

	test('may have moved, also in several steps and with what lies below it', () => {
		const { problems, rules } = examine(
			registerOf('/exempel/a/', '/exempel/a/h.bib', '/exempel/a/x.ris', '/exempel/b/'),
			siteOf(['/exempel/c/', '/exempel/c/h.bib'], {
				'/exempel/a/': { movedTo: '/exempel/b/' },
				'/exempel/b/': { movedTo: '/exempel/c/' },
			}),
		);
		assert.deepEqual(problems, []);
		assert.deepEqual(rules.moved, [
			['/exempel/a/', '/exempel/c/'],
			['/exempel/a/h.bib', '/exempel/c/h.bib'],
			['/exempel/a/x.ris', '/exempel/c/'],
			['/exempel/b/', '/exempel/c/'],
		]);
	});

	test('may be gone, with what lies below it', () => {
		const { problems, rules } = examine(
			registerOf('/exempel/a/', '/exempel/a/h.bib', '/exempel/a/#resultat'),
			siteOf(['/om/'], { '/exempel/a/': { gone: true } }),
		);
		assert.deepEqual(problems, []);
		assert.deepEqual(rules, { moved: [], gone: ['/exempel/a/', '/exempel/a/h.bib'] });
	});

	test('may be a page of a list that has grown shorter: the list answers', () => {
		const { problems, rules } = examine(registerOf('/exempel/', '/exempel/sida/9/'), siteOf(['/exempel/']));
		assert.deepEqual(problems, []);
		assert.deepEqual(rules.moved, [['/exempel/sida/9/', '/exempel/']]);
	});

	test('may not lead round in a circle or to nothing', () => {
		const circle = siteOf([], { '/a/': { movedTo: '/b/' }, '/b/': { movedTo: '/a/' } });
		assert.match(messagesOf(registerOf('/a/', '/b/'), circle)[0] ?? '', /cirkel/);
		const nowhere = siteOf(['/'], { '/a/': { movedTo: '/b/' } });
		assert.match(messagesOf(registerOf('/a/'), nowhere)[0] ?? '', /adress som inte finns/);
	});
});

test('a fixed section that is gone from its page stops the build', () => {
	const [message = ''] = messagesOf(registerOf('/exempel/a/', '/exempel/a/#lardomar'), siteOf(['/exempel/a/']));
	assert.match(message, /^content\/exempel\/a\.mdx Avsnittet \/exempel\/a\/#lardomar/);
	const declared = siteOf(['/exempel/a/'], { '/exempel/a/#lardomar': { gone: true } });
	assert.deepEqual(messagesOf(registerOf('/exempel/a/', '/exempel/a/#lardomar'), declared), []);
});

describe('a retired address', () => {
	test('is never used again, with or without its declaration', () => {
		const [declared = ''] = messagesOf(
			registerOf('/exempel/a/'),
			siteOf(['/exempel/a/'], { '/exempel/a/': { gone: true } }),
		);
		assert.match(declared, /återanvänds inte/);
		const [marked = ''] = messagesOf(registerOf('/exempel/a/!'), siteOf(['/exempel/a/']));
		assert.match(marked, /avvecklad och återanvänds inte/);
	});

	test('must have been published: a slip of the pen is told', () => {
		const [message = ''] = messagesOf(registerOf('/om/'), siteOf(['/om/'], { '/exempl/a/': { gone: true } }));
		assert.match(message, /har aldrig publicerats/);
	});
});

describe('the host’s rules', () => {
	const options = {
		rules: { moved: [['/exempel/a/', '/exempel/b/']] as [string, string][], gone: ['/exempel/c/', '/f.xml'] },
		base: '/',
		headers: toHostHeaders({ base: '/', inlineScripts: [hashOf('let a')], unlisted: ['/borttaget/'] }),
	};
	test('nginx gets maps with and without the last slash', () => {
		const maps = toNginxMaps(options);
		for (const line of [
			'/exempel/a/ /exempel/b/;',
			'/exempel/a /exempel/b/;',
			'/exempel/c/ 1;',
			'/exempel/c 1;',
			'/f.xml 1;',
		])
			assert.ok(maps.includes(`\t${line}\n`), line);
		assert.match(toNginxServer(options), /error_page 410 \/borttaget\/index\.html;/);
	});
	test('Caddy gets redirects and errors', () => {
		const text = toCaddy(options);
		assert.match(text, /redir \/exempel\/a \/exempel\/b\/ 301/);
		assert.match(text, /@gone path \/exempel\/c\/ \/exempel\/c \/f\.xml\n\terror @gone 410/);
	});
	test('_redirects has a line for each', () => {
		const lines = toRedirects(options).split('\n');
		assert.ok(lines.includes('/exempel/a/ /exempel/b/ 301'));
		assert.ok(lines.includes('/exempel/c/ /borttaget/ 410'));
	});
	test('_headers keeps unlisted pages out of search engines', () =>
		assert.match(toHeaders(options), /^\/borttaget\/\n {2}X-Robots-Tag: noindex$/m));
	test('_headers never gives a path the same header twice: such hosts would join the values', () => {
		const [general = '', ...special] = toHeaders(options)
			.split(/^(?=\/)/m)
			.slice(1);
		const names = (block: string) => [...block.matchAll(/^ {2}([\w-]+):/gm)].map(([, name]) => name);
		assert.match(
			general,
			/^\/\*\n {2}Content-Security-Policy: default-src 'none'; script-src 'self' 'wasm-unsafe-eval'/,
		);
		for (const block of special)
			assert.deepEqual(
				names(block).filter((name) => names(general).includes(name)),
				[],
				block,
			);
	});
	test('all of them live below the base path', () => {
		const base = '/tio/';
		const below = { ...options, base, headers: toHostHeaders({ base, inlineScripts: [], unlisted: ['/borttaget/'] }) };
		assert.match(toNginxMaps(below), /"~\^\/tio\/\.\*\$" "no-referrer";/);
		assert.doesNotMatch(toNginxMaps(below), /"~\^\/\.\*/);
		assert.match(toHeaders(below), /^\/tio\/borttaget\/$/m);
		assert.match(toNginxMaps(below), /\t\/tio\/exempel\/a\/ \/tio\/exempel\/b\/;/);
		assert.match(toNginxServer(below), /error_page 404 \/tio\/404\.html;/);
		assert.match(toRedirects(below), /^\/tio\/exempel\/c\/ \/tio\/borttaget\/ 410$/m);
		assert.match(toCaddy(below), /redir \/tio\/exempel\/a\/ \/tio\/exempel\/b\/ 301/);
	});
});

test('the file where editors declare it may hold nothing but its instructions', () => {
	const { entries, problems } = readContentFile('retired', 'content/adresser.yml', '# Så här gör du.\n');
	assert.deepEqual([entries, problems], [[], []]);
});

test('each thing that can be wrong with an address has a code of its own', () => {
	const codesOf = (...input: Parameters<typeof examine>) => examine(...input).problems.map(({ code }) => code);
	assert.deepEqual(
		parseRegister('/ändrat/\n').problems.map(({ code }) => code),
		['TP801'],
	);
	const cases = [
		['TP802', registerOf('/exempel/a/'), siteOf(['/exempel/a/'], { '/exempel/a/': { gone: true } })],
		['TP803', registerOf('/om/'), siteOf(['/om/'], { '/exempl/a/': { gone: true } })],
		['TP804', registerOf('/exempel/a/!'), siteOf(['/exempel/a/'])],
		['TP805', registerOf('/a/', '/b/'), siteOf([], { '/a/': { movedTo: '/b/' }, '/b/': { movedTo: '/a/' } })],
		['TP806', registerOf('/a/'), siteOf(['/'], { '/a/': { movedTo: '/b/' } })],
		['TP807', registerOf('/exempel/a/'), siteOf(['/om/'])],
		['TP808', registerOf('/exempel/a/', '/exempel/a/#lardomar'), siteOf(['/exempel/a/'])],
	] as const;
	for (const [code, register, site] of cases) assert.equal(codesOf(register, site)[0], code);
});
