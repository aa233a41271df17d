/**
 * `npm run komprimera`: lays a gzip and a brotli copy beside every text file in dist/, for web servers that send such
 * files as they lie. As small as can be, since it is done once; the same bytes every time.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { filesIn } from './folder.ts';

/** What is text; pictures, fonts and the search index are compressed already. */
const TEXT = /\.(html|css|js|json|jsonld|md|csv|xml|rdf|ttl|txt|svg|webmanifest|bib|ris)$/;
/** Below this the headers weigh more than what is won. In bytes. */
const SMALLEST = 512;
/** How many files are worked on at once: as many as Node has hands for. */
const HANDS = 4;

const toGzip = promisify(gzip);
const toBrotli = promisify(brotliCompress);

/** @returns how many files got their copies */
export async function compress(folder: string): Promise<number> {
	const files = [...filesIn(folder)].filter((file) => TEXT.test(file));
	let done = 0;
	const work = async () => {
		for (let file = files.pop(); file !== undefined; file = files.pop()) {
			const path = join(folder, file);
			const bytes = await readFile(path);
			if (bytes.length < SMALLEST) continue;
			await writeFile(`${path}.gz`, await toGzip(bytes, { level: 9 }));
			const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
			await writeFile(`${path}.br`, await toBrotli(bytes, { params }));
			done += 1;
		}
	};
	await Promise.all(Array.from({ length: HANDS }, work));
	return done;
}

if (import.meta.main) console.log(`${await compress('dist')} filer i dist/ har fått komprimerade kopior.`);
