/**
 * A picture of few colours as a PNG with a palette, a third of the size of one with every colour written out. Lossless
 * up to 256 colours; beyond that the rarest shades, those at the edges of letters, take the nearest that is kept.
 */
import { crc32, deflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const PALETTE = 256;

function chunk(type: string, data: Buffer): Buffer {
	const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	const length = Buffer.alloc(4);
	length.writeUInt32BE(data.length);
	const sum = Buffer.alloc(4);
	sum.writeUInt32BE(crc32(body));
	return Buffer.concat([length, body, sum]);
}

/** @param pixels opaque, four bytes each: red, green, blue, alpha */
export function toPalettePng(pixels: Uint8Array, width: number, height: number): Buffer {
	const counts = new Map<number, number>();
	const colourAt = (index: number) =>
		((pixels[index * 4] as number) << 16) |
		((pixels[index * 4 + 1] as number) << 8) |
		(pixels[index * 4 + 2] as number);
	for (let index = 0; index < width * height; index += 1) {
		const colour = colourAt(index);
		counts.set(colour, (counts.get(colour) ?? 0) + 1);
	}
	const kept = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, PALETTE);
	const place = new Map(kept.map(([colour], index) => [colour, index]));
	const distance = (a: number, b: number) =>
		((a >> 16) - (b >> 16)) ** 2 + (((a >> 8) & 255) - ((b >> 8) & 255)) ** 2 + ((a & 255) - (b & 255)) ** 2;
	const placeOf = (colour: number): number => {
		const known = place.get(colour);
		if (known !== undefined) return known;
		let nearest = 0;
		kept.forEach(([other], index) => {
			if (distance(colour, other) < distance(colour, (kept[nearest] as [number, number])[0])) nearest = index;
		});
		place.set(colour, nearest);
		return nearest;
	};

	const rows = Buffer.alloc((width + 1) * height);
	for (let y = 0; y < height; y += 1)
		for (let x = 0; x < width; x += 1) rows[y * (width + 1) + 1 + x] = placeOf(colourAt(y * width + x));
	const header = Buffer.alloc(13);
	header.writeUInt32BE(width, 0);
	header.writeUInt32BE(height, 4);
	header.set([8, 3, 0, 0, 0], 8);
	const palette = Buffer.from(kept.flatMap(([colour]) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
	return Buffer.concat([
		SIGNATURE,
		chunk('IHDR', header),
		chunk('PLTE', palette),
		chunk('IDAT', deflateSync(rows, { level: 9 })),
		chunk('IEND', Buffer.alloc(0)),
	]);
}
