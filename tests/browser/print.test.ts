/** What comes out of the printer: the PDF that Chromium makes, read back page by page. */
import { expect, type Page, test } from '@playwright/test';
import { extractTextItems, getDocumentProxy } from 'unpdf';
import { pages, textOf } from '../support/site.ts';

interface Line {
	readonly text: string;
	/** From the top of the sheet, in points. */
	readonly y: number;
	/** From the left edge, in points. */
	readonly x: number;
}

const A4 = { width: 595, height: 842 };
const MM = 72 / 25.4;

interface Printed {
	readonly text: string;
	/** Each sheet as the lines of text on it. */
	readonly sheets: Line[][];
}

/** What is printed of the page as it stands. */
async function printed(page: Page): Promise<Printed> {
	const pdf = await page.pdf({ preferCSSPageSize: true });
	const document = await getDocumentProxy(new Uint8Array(pdf));
	const first = await document.getPage(1);
	const { width, height } = first.getViewport({ scale: 1 });
	expect([Math.round(width), Math.round(height)]).toEqual([A4.width, A4.height]);
	const { items } = await extractTextItems(document);
	const sheets = items.map((sheet) =>
		sheet
			.filter(({ str }) => str.trim() !== '')
			.map(({ str, x, y }): Line => ({ text: str.trim(), x, y: A4.height - y })),
	);
	return { sheets, text: sheets.map((sheet) => sheet.map(({ text }) => text).join(' ')).join(' ') };
}
async function print(page: Page, path: string): Promise<Printed> {
	await page.goto(path);
	return printed(page);
}

/** Text as it can be compared: a printed line may be broken anywhere. */
const dense = (text: string) => text.replace(/[\s\u00ad-]/g, '');

const TYPES = [
	['/', undefined],
	['/punkt/1/', 1],
	['/exempel/', undefined],
	['/exempel/botkyrka-antiryktesnatverk/', 1],
	['/exempel/malmo-projekt-bostadsdiskriminering/', 7],
	['/kommun/', undefined],
	['/kommun/goteborg/', undefined],
	['/dokument/', undefined],
	['/dokument/ekero-motionssvar-eccar/', 1],
	['/begrepp/', undefined],
	['/begrepp/natverk/', undefined],
	['/om/', undefined],
	['/gammal-adress/', undefined],
	['/punkt/9/utskrift/', 9],
] as const;

for (const [path, point] of TYPES)
	test(`${path} prints on A4 with its address, review date, page numbers and no chrome`, async ({ page }) => {
		const { sheets, text } = await print(page, path);
		const [first = []] = sheets;
		const address = `tiopunkten.se${path}`.replace(/\/$/, '');
		expect(first.map((line) => line.text).join('')).toContain(address);
		expect(text).toMatch(/Granskad 22\s+november 2026/);

		sheets.forEach((sheet, index) => {
			const footer = sheet.filter(({ y }) => y > A4.height - 20 * MM).map((line) => line.text);
			expect(footer.join(' ')).toContain(`${index + 1} (${sheets.length})`);
			// The margin for punch holes is empty, and the text stays clear of the edge; the tab alone may bleed.
			for (const { x, text: words } of sheet) {
				expect(x, words).toBeGreaterThan(29 * MM);
				if (words !== String(point)) expect(x, words).toBeLessThan(A4.width - 20 * MM);
			}
			const tabs = sheet.filter(({ x, text: words }) => x > A4.width - 16 * MM && words === String(point));
			expect(tabs.length, 'tabs on the sheet').toBe(point === undefined ? 0 : 1);
		});

		for (const chrome of [
			'Meny',
			'Hoppa till innehållet',
			'Som enheten',
			'På sidan',
			'Skriv ut',
			'sammanställning av kommunernas exempel',
		])
			expect(text).not.toContain(chrome);
	});

test('no heading stands last on a sheet without its text', async ({ page }) => {
	test.slow();
	const orphans: string[] = [];
	for (const [path] of TYPES) {
		const headings = new Set(
			(
				pages.find((built) => built.path === path)?.root.querySelectorAll('main h1, main h2, main h3, main h4') ?? []
			).map((heading) => dense(textOf(heading))),
		);
		const { sheets } = await print(page, path);
		sheets.forEach((sheet, index) => {
			const body = sheet.filter(({ y, x }) => y < A4.height - 19 * MM && x < A4.width - 20 * MM);
			const lowest = Math.max(...body.map(({ y }) => y));
			const last = body.filter(({ y }) => y > lowest - 3);
			if (last.every(({ text }) => headings.has(dense(text))))
				orphans.push(`${path} sheet ${index + 1}: ${last[0]?.text}`);
		});
	}
	expect(orphans).toEqual([]);
});

test('an example prints its sources with their whole addresses, and one citation', async ({ page }) => {
	const path = '/exempel/botkyrka-antiryktesnatverk/';
	const { text, sheets } = await print(page, path);
	expect(sheets.length).toBe(2);
	const built = pages.find((one) => one.path === path);
	const urls = built?.root.querySelectorAll('.kalla a').map((link) => link.getAttribute('href') as string) ?? [];
	expect(urls.length).toBeGreaterThan(0);
	for (const url of urls) expect(dense(text)).toContain(dense(url));
	expect(dense(text)).toContain(dense(`https://tiopunkten.se${path}`));
	expect(text).toContain('Tiopunkten, ”Antiryktesnätverk');
	expect(text).not.toContain('Källförteckning');
	expect(text).not.toContain('Liknande exempel');
});

test('a point’s booklet has all its examples, each beginning a sheet, with its sources and its address', async ({
	page,
}) => {
	const examples = [1, 2]
		.flatMap((number) => pages.filter(({ path }) => path === (number === 1 ? '/punkt/9/' : `/punkt/9/sida/${number}/`)))
		.flatMap(({ root }) => root.querySelectorAll('#exempel .ex :is(h3) a'));
	expect(examples.length).toBe(30);
	const { sheets } = await print(page, '/punkt/9/utskrift/');
	for (const link of examples) {
		const title = dense(textOf(link));
		const starts = sheets.filter(
			(sheet, index) => index > 0 && dense(sheet.map((line) => line.text).join('')).includes(title),
		);
		expect(starts.length, textOf(link)).toBeGreaterThanOrEqual(1);
		const own = starts.map((sheet) => dense(sheet.map((line) => line.text).join('')));
		expect(
			own.some((words) => words.includes(dense(`tiopunkten.se${link.getAttribute('href')}`.replace(/\/$/, '')))),
		).toBe(true);
	}
	expect(sheets.length).toBeGreaterThanOrEqual(examples.length + 1);
	const text = dense(
		sheets
			.flat()
			.map((line) => line.text)
			.join(''),
	);
	for (const source of await page.locator('.part .kalla a').all())
		expect(text).toContain(dense((await source.getAttribute('href')) as string));
});

test('a dark theme prints as black on white', async ({ page }) => {
	await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
	await page.goto('/exempel/botkyrka-antiryktesnatverk/');
	const colours = await page.evaluate(() => {
		const style = getComputedStyle(document.body);
		const pixel = (colour: string) => {
			const context = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D;
			context.fillStyle = colour;
			context.fillRect(0, 0, 1, 1);
			return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
		};
		return { ink: pixel(style.color), paper: pixel(getComputedStyle(document.documentElement).backgroundColor) };
	});
	expect(Math.max(...colours.ink)).toBeLessThan(60);
	expect(Math.min(...colours.paper)).toBe(255);
});

test('a grey printer still shows the tab: a line round it and its number', async ({ page }) => {
	await page.emulateMedia({ media: 'print' });
	await page.goto('/punkt/7/');
	const tab = page.locator('.reg [aria-current]');
	expect(await tab.evaluate((node) => getComputedStyle(node).borderTopStyle)).toBe('solid');
	await expect(tab.locator('b')).toHaveText('7');
});

test('the print button prints, and is only there with script', async ({ page, browser, baseURL }) => {
	await page.addInitScript(() => {
		window.print = () => (document.title = 'utskriven');
	});
	await page.goto('/exempel/botkyrka-antiryktesnatverk/');
	await page.getByRole('button', { name: 'Skriv ut' }).click();
	await expect(page).toHaveTitle('utskriven');
	const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL ? { baseURL } : {}) });
	const plain = await context.newPage();
	await plain.goto('/exempel/botkyrka-antiryktesnatverk/');
	await expect(plain.getByRole('button', { name: 'Skriv ut' })).toBeHidden();
	await plain.goto('/punkt/9/');
	await plain.getByRole('link', { name: 'Skriv ut alla exempel' }).click();
	await expect(plain).toHaveURL('/punkt/9/utskrift/');
	await context.close();
});

test('a collection prints as an appendix: numbered references with short addresses, its comments and page numbers', async ({
	page,
}) => {
	const ids = ['botkyrka-antiryktesnatverk', 'goteborg-hbtq-rad', 'huddinge-demokrativecka'];
	await page.goto(`/samling/#rubrik=Bilaga+till+motion&${ids.map((id) => `e=${id}&k=Kommentar`).join('&')}`);
	await expect(page.locator('.qr svg').first()).toBeAttached();
	const { sheets, text } = await printed(page);
	expect(text).toContain('Bilaga till motion');
	for (const [index, id] of ids.entries()) {
		expect(dense(text)).toContain(dense(`tiopunkten.se/exempel/${id}`));
		expect(text).toMatch(new RegExp(`(^|\\s)\\[?${index + 1}[.\\]]?\\s`));
	}
	expect(text).toContain('Kommentar');
	sheets.forEach((sheet, index) =>
		expect(sheet.map((line) => line.text).join(' ')).toContain(`${index + 1} (${sheets.length})`),
	);
	for (const chrome of ['Meny', 'Flytta upp', 'Hämta för Word', 'Dela länk']) expect(text).not.toContain(chrome);
});
