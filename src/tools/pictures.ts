/**
 * Pictures made at build: one to share for each example and point, and the site's icon in the sizes that browsers want.
 * Kept in .cache/ by a hash of what they show, so that only what has changed is drawn again.
 */
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import satori, { type Font } from 'satori';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { ICON_SIZES, iconPath } from '../feeds/browser.ts';
import { drawExample, drawPoint, SHARE_SIZE } from '../feeds/share.ts';
import { toHref } from '../paths.ts';
import type { Tell } from './addresses.ts';
import { toPalettePng } from './png.ts';

/** Raise it when the same tree would be drawn in another way: a new font file or library. */
const DRAWING = 'satori 0.63.2, resvg 2.6.2, familjen-grotesk 5.3.0, palette 1';

const fontsIn = (root: string): Font[] =>
	([400, 700] as const).map((weight) => ({
		name: 'Familjen Grotesk',
		data: readFileSync(
			join(root, `node_modules/@fontsource/familjen-grotesk/files/familjen-grotesk-latin-${weight}-normal.woff`),
		),
		weight,
		style: 'normal',
	}));

function toPng(svg: string, size: number): Buffer {
	const image = new Resvg(svg, {
		fitTo: { mode: 'width', value: size },
		font: { loadSystemFonts: false },
		background: '#fcfdfd',
	}).render();
	return toPalettePng(image.pixels, image.width, image.height);
}

/**
 * @param tell told of each file
 * @returns how many pictures there are, and how many had to be drawn
 */
export async function drawPictures(
	catalogue: Catalogue,
	root: string,
	folder: string,
	tell: Tell,
): Promise<{ total: number; drawn: number }> {
	const cache = join(root, '.cache', 'pictures');
	mkdirSync(cache, { recursive: true });
	const used = new Set<string>();
	let drawn = 0;
	const base = toHref('/').length;

	async function place(path: string, content: string, draw: () => Promise<Uint8Array>) {
		const name = `${createHash('sha256').update(`${DRAWING}\n${content}`).digest('hex').slice(0, 32)}.png`;
		const kept = join(cache, name);
		if (!existsSync(kept)) {
			writeFileSync(kept, await draw());
			drawn += 1;
		}
		used.add(name);
		const own = path.slice(base);
		const file = join(folder, own);
		mkdirSync(dirname(file), { recursive: true });
		copyFileSync(kept, file);
		tell(own);
	}

	let fonts: Font[] | undefined;
	for (const { path, tree } of [...catalogue.examples.map(drawExample), ...catalogue.points.map(drawPoint)])
		await place(path, JSON.stringify(tree), async () => {
			fonts ??= fontsIn(root);
			const svg = await satori(tree as unknown as Parameters<typeof satori>[0], { ...SHARE_SIZE, fonts });
			return toPng(svg, SHARE_SIZE.width);
		});
	const icon = readFileSync(join(root, 'public', 'ikon.svg'), 'utf8');
	for (const size of ICON_SIZES)
		await place(iconPath(size), `${size}\n${icon}`, async () => toPng(onPaper(icon), size));

	for (const name of readdirSync(cache)) if (!used.has(name)) rmSync(join(cache, name));
	return { total: used.size, drawn };
}

/** The icon with room round it, for home screens that cut corners; its colours for dark tabs are left out. */
const onPaper = (svg: string) =>
	svg.replace(/viewBox="[^"]*"/, 'viewBox="-4 -4 40 40"').replace(/<style>.*?<\/style>/, '');
