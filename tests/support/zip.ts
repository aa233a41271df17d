/** The text files of a zip archive, read by its central directory. Enough for the Office files that tests look into. */
import { inflateRawSync } from 'node:zlib';

export function unzip(archive: Buffer): Map<string, string> {
	const files = new Map<string, string>();
	const end = archive.lastIndexOf(Buffer.from('PK\x05\x06'));
	let at = archive.readUInt32LE(end + 16);
	for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
		const method = archive.readUInt16LE(at + 10);
		const size = archive.readUInt32LE(at + 20);
		const [name, extra, comment] = [28, 30, 32].map((offset) => archive.readUInt16LE(at + offset)) as [
			number,
			number,
			number,
		];
		const path = archive.toString('utf8', at + 46, at + 46 + name);
		const local = archive.readUInt32LE(at + 42);
		const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
		const bytes = archive.subarray(start, start + size);
		files.set(path, (method === 8 ? inflateRawSync(bytes) : bytes).toString('utf8'));
		at += 46 + name + extra + comment;
	}
	return files;
}
