/**
 * The picture that others show when someone links to an example or a point: the site's type, the register of ten tabs
 * with those that the thing is filed under, and the address as it is read aloud. A tree for satori.
 */
import type { Example, Point } from '../catalogue/catalogue.ts';
import { examplePath, pointPath, toPrinted } from '../paths.ts';
import { SITE } from '../site.ts';
import { fullNames } from '../wording.ts';
import { sharePath } from './addresses.ts';

export const SHARE_SIZE = { width: 1200, height: 630 } as const;

export interface ShareNode {
	readonly type: 'div';
	readonly props: {
		readonly style: Readonly<Record<string, string | number>>;
		readonly children?: ShareNode[] | string;
	};
}

export interface SharePicture {
	/** Where it lies, root-relative. */
	readonly path: string;
	readonly tree: ShareNode;
}

/** The colours of a point as in tokens.css, in the only form that satori knows. */
const hueOf = (number: number) => 214 + 36 * number;
const INK = oklch(0.22, 0.012, 260);
const tint = (number: number) => oklch(0.957, 0.02, hueOf(number));
const tab = (number: number) => oklch(0.905, 0.045, hueOf(number));
const strong = (number: number) => oklch(0.44, 0.077, hueOf(number));

/** OKLCH to sRGB hex, by Björn Ottosson's matrices. */
function oklch(lightness: number, chroma: number, hue: number): string {
	const angle = (hue * Math.PI) / 180;
	const [a, b] = [chroma * Math.cos(angle), chroma * Math.sin(angle)];
	const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
	const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
	const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
	const linear = [
		4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
		-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
		-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
	];
	const byte = (value: number) => {
		const clipped = Math.min(1, Math.max(0, value));
		const gamma = clipped <= 0.0031308 ? 12.92 * clipped : 1.055 * clipped ** (1 / 2.4) - 0.055;
		return Math.round(gamma * 255)
			.toString(16)
			.padStart(2, '0');
	};
	return `#${linear.map(byte).join('')}`;
}

const box = (style: ShareNode['props']['style'], children: ShareNode[] | string = []): ShareNode => ({
	type: 'div',
	props: { style: { display: 'flex', ...style }, children },
});

interface Picture {
	readonly path: string;
	readonly kicker: string;
	readonly title: string;
	/** The first one colours the paper. */
	readonly points: readonly Pick<Point, 'number'>[];
}

function draw({ path, kicker, title, points }: Picture): SharePicture {
	const filed = points.map(({ number }) => number);
	const first = filed[0] ?? 1;
	const register = Array.from({ length: 10 }, (_, index) => index + 1).map((number) => {
		const on = filed.includes(number);
		return box(
			{
				width: on ? 116 : 76,
				height: 57,
				marginBottom: 6,
				paddingLeft: 22,
				alignItems: 'center',
				fontSize: 30,
				fontWeight: 700,
				color: on ? '#ffffff' : INK,
				backgroundColor: on ? strong(number) : tab(number),
				borderTopRightRadius: 10,
				borderBottomRightRadius: 10,
			},
			String(number),
		);
	});
	const size = title.length > 60 ? 60 : title.length > 36 ? 70 : 82;
	return {
		path: sharePath(path),
		tree: box(
			{
				width: SHARE_SIZE.width,
				height: SHARE_SIZE.height,
				backgroundColor: tint(first),
				color: INK,
				fontFamily: 'Familjen Grotesk',
			},
			[
				box({ flexDirection: 'column', width: 150 }, register),
				box(
					{
						flexDirection: 'column',
						justifyContent: 'space-between',
						flexGrow: 1,
						padding: '52px 64px 48px 26px',
						width: 1050,
					},
					[
						box({ flexDirection: 'column' }, [
							box({ fontSize: 34, color: strong(first), fontWeight: 700, marginBottom: 22 }, kicker),
							box({ fontSize: size, fontWeight: 700, lineHeight: 1.08, letterSpacing: '-0.015em' }, title),
						]),
						box({ flexDirection: 'column' }, [
							box({ fontSize: 40, fontWeight: 700, marginBottom: 6 }, SITE.name),
							box({ fontSize: 26 }, toPrinted(path)),
						]),
					],
				),
			],
		),
	};
}

export const drawExample = (example: Example): SharePicture =>
	draw({
		path: examplePath(example),
		kicker: `Exempel från ${fullNames(example)}`,
		title: example.title,
		points: example.points,
	});

export const drawPoint = (point: Point): SharePicture =>
	draw({ path: pointPath(point), kicker: `Punkt ${point.number} av 10`, title: point.title, points: [point] });
