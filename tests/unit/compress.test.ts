import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { compress } from '../../src/tools/komprimera.ts';

test('text gets a gzip and a brotli copy with the same bytes every time; small files and pictures get none', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'tiopunkten-'));
	const at = (file: string) => join(folder, file);
	const text = '<p>Kommunen möter rykten.</p>\n'.repeat(100);
	writeFileSync(at('index.html'), text);
	writeFileSync(at('liten.css'), 'p{}');
	writeFileSync(at('bild.png'), text);
	assert.equal(await compress(folder), 1);
	assert.deepEqual(readdirSync(folder).sort(), [
		'bild.png',
		'index.html',
		'index.html.br',
		'index.html.gz',
		'liten.css',
	]);
	const first = ['.gz', '.br'].map((ending) => readFileSync(at(`index.html${ending}`)));
	assert.equal(gunzipSync(first[0] as Buffer).toString(), text);
	assert.equal(brotliDecompressSync(first[1] as Buffer).toString(), text);
	await compress(folder);
	assert.deepEqual(
		['.gz', '.br'].map((ending) => readFileSync(at(`index.html${ending}`))),
		first,
	);
	rmSync(folder, { recursive: true });
});
