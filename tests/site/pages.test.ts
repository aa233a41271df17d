import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { errorsOf } from '../../src/catalogue/problem.ts';
import { reportOn } from '../../src/tools/content-report.ts';
import { answers, pageAt, pages, PAGE_TYPES, textOf } from '../support/site.ts';

/** Words of English interfaces that must not reach a reader (CONVENTIONS E4.3). */
const ENGLISH =
	/\b(Footnotes?|Back to reference|Section titled|Skip to|Search results|Home|Next|Previous|Loading|Not found|Read more|Undefined|NaN)\b|\[object/;

describe('every page', () => {
	test('there are hundreds of them', () => assert.ok(pages.length > 380, String(pages.length)));

	test('says its language, and has one h1 and one title of its own', () => {
		const titles = new Map<string, string>();
		for (const { path, root } of pages) {
			assert.equal(root.querySelector('html')?.getAttribute('lang'), 'sv', path);
			assert.equal(root.querySelectorAll('h1').length, 1, path);
			const title = textOf(root.querySelector('title'));
			assert.ok(title.includes('Tiopunkten'), path);
			assert.equal(titles.get(title), undefined, `${path} and ${titles.get(title)} are both called ${title}`);
			titles.set(title, path);
		}
	});

	test('describes itself to search engines', () => {
		for (const { path, root } of pages) {
			const description = root.querySelector('meta[name=description]')?.getAttribute('content') ?? '';
			assert.ok(description.length >= 40 && description.length <= 340, `${path}: ${description}`);
		}
	});

	test('skips no heading level', () => {
		for (const { path, root } of pages) {
			let depth = 1;
			for (const heading of root.querySelectorAll('main h1, main h2, main h3, main h4, main h5')) {
				const level = Number(heading.tagName[1]);
				assert.ok(level <= depth + 1, `${path}: ${heading.tagName} ”${textOf(heading)}” after level ${depth}`);
				depth = level;
			}
		}
	});

	test('links only to pages and fragments that exist', () => {
		const ids = new Map(
			pages.map(({ path, root }) => [path, new Set(root.querySelectorAll('[id]').map((node) => node.id))]),
		);
		const broken: string[] = [];
		for (const { path, root } of pages)
			for (const link of root.querySelectorAll('a[href], link[href]')) {
				const href = link.getAttribute('href') as string;
				if (/^(https?:|mailto:)/.test(href)) continue;
				const { pathname, hash } = new URL(href, `https://x${path}`);
				const target = decodeURIComponent(pathname);
				if (!answers(target)) broken.push(`${path} → ${href}`);
				else if (hash && !ids.get(target)?.has(hash.slice(1))) broken.push(`${path} → ${href} (fragment)`);
			}
		assert.deepEqual(broken, []);
	});

	test('has no id twice', () => {
		for (const { path, root } of pages) {
			const ids = root.querySelectorAll('[id]').map((node) => node.id);
			assert.deepEqual([...new Set(ids)], ids, path);
		}
	});

	test('has one canonical address, with a slash at the end', () => {
		for (const { path, root } of pages.filter((page) => page.path !== '/404.html'))
			assert.equal(root.querySelector('link[rel=canonical]')?.getAttribute('href'), `https://tiopunkten.se${path}`);
	});

	test('shows no leftover of an English interface', () => {
		for (const { path, root } of pages) {
			const main = root.querySelector('body') as NonNullable<ReturnType<typeof root.querySelector>>;
			for (const foreign of main.querySelectorAll('[lang=en]')) foreign.remove();
			assert.doesNotMatch(main.structuredText, ENGLISH, path);
		}
	});

	test('asks nothing of other hosts', () => {
		for (const { path, root } of pages)
			for (const node of root.querySelectorAll(
				'script[src], link[rel=stylesheet], link[rel=preload], link[rel=icon], img, iframe',
			))
				assert.doesNotMatch(node.getAttribute('src') ?? node.getAttribute('href') ?? '', /^(https?:)?\/\//, path);
	});

	test('has no style attribute', () => {
		for (const { path, root } of pages) assert.equal(root.querySelectorAll('[style]').length, 0, path);
	});

	test('has one inline script, the remembered theme, one module that waits for the page, and one more for old addresses', () => {
		for (const { path, root } of pages) {
			const scripts = root.querySelectorAll('script:not([type="application/ld+json"])');
			const files = scripts.filter((script) => script.hasAttribute('src'));
			assert.equal(scripts.length - files.length, 1, path);
			assert.equal(files.length, root.querySelector('old-address') ? 2 : 1, path);
			for (const file of files) assert.equal(file.getAttribute('type'), 'module', path);
		}
	});

	test('leads to the accessibility statement', () => {
		for (const { path, root } of pages) assert.ok(root.querySelector('footer a[href="/tillganglighet/"]'), path);
	});
});

describe('the catalogue on the pages', () => {
	test('every example stands on its points’, municipalities’ and concepts’ pages', () => {
		const linking = new Map<string, Set<string>>();
		for (const { path, root } of pages)
			for (const link of root.querySelectorAll('ol.rows a[href^="/exempel/"]')) {
				const subject = path.replace(/sida\/\d+\/$/, '');
				const set = linking.get(subject) ?? new Set();
				linking.set(subject, set.add(link.getAttribute('href') as string));
			}
		const examples = pages.filter(({ path }) => /^\/exempel\/[^/]+\/$/.test(path));
		assert.ok(examples.length >= 180);
		for (const { path, root } of examples) {
			const subjects = [...root.querySelectorAll('.facts a'), ...root.querySelectorAll('.kick a')]
				.map((link) => link.getAttribute('href') as string)
				.filter((href) => /^\/(punkt|kommun|begrepp)\/[^/#]+\/$/.test(href));
			assert.ok(subjects.length >= 2, path);
			for (const subject of subjects) assert.ok(linking.get(subject)?.has(path), `${path} is not on ${subject}`);
		}
	});

	test('each point has at least ten examples', () => {
		for (let number = 1; number <= 10; number += 1)
			assert.ok(
				Number(textOf(pageAt(`/punkt/${number}/`).root.querySelector('#exempel h2 .n'))) >= 10,
				`point ${number}`,
			);
	});

	test('long lists are cut into pages that lead to each other', () => {
		const first = pageAt('/exempel/').root;
		const next = first.querySelector('.pages a[rel=next]')?.getAttribute('href');
		assert.equal(next, '/exempel/sida/2/');
		assert.equal(
			pageAt('/exempel/sida/2/').root.querySelector('.pages a[rel=prev]')?.getAttribute('href'),
			'/exempel/',
		);
		for (const { path, root } of pages) assert.ok(root.querySelectorAll('ol.rows > li').length <= 80, path);
	});

	test('what is not known is said on the example', () => {
		const { root } = pageAt('/exempel/botkyrka-antiryktesnatverk/');
		assert.match(textOf(root.querySelector('#resultat')), /Uppgift saknas/);
		assert.match(textOf(root.querySelector('#vad-ar-kant')), /Kostnad\s+Uppgift saknas/);
	});

	test('fixed sections have fixed ids on every example', () => {
		for (const { path, root } of pages.filter((page) => /^\/exempel\/[^/]+\/$/.test(page.path))) {
			for (const id of ['vad-som-gjordes', 'resultat', 'vad-ar-kant', 'kallor', 'hanvisa'])
				assert.equal(root.querySelectorAll(`section#${id}`).length, 1, `${path} #${id}`);
		}
	});

	test('drafts and templates have no page', () => {
		for (const { path } of pages) assert.doesNotMatch(path, /_mall|utkast/);
	});

	test('no page shows a person’s contact data', () => {
		for (const { path, root } of pages)
			assert.doesNotMatch(textOf(root.querySelector('main')), /\b[a-z]+\.[a-z]+@/, path);
	});

	test('every page type that is promised is there', () => {
		for (const path of PAGE_TYPES) assert.ok(pageAt(path));
		assert.deepEqual(errorsOf(reportOn(process.cwd()).problems), []);
	});
});
