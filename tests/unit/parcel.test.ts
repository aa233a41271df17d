/** Files handed from one process to another while both are at work: none is lost, doubled or taken half. */
import assert from 'node:assert/strict';
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { emptyParcel, fillParcel } from '../../src/parcel.ts';

const folder = mkdtempSync(join(tmpdir(), 'tiopunkten-paket-'));
after(() => rmSync(folder, { recursive: true }));

const taken = (arrived: ReturnType<typeof emptyParcel>) =>
	Array.from(arrived(), ({ name, bytes }) => [name, bytes.toString()] as const);

test('files come out once, in the order they were put in, whenever one asks', () => {
	const file = join(folder, 'sidor');
	const arrived = emptyParcel(file);
	assert.deepEqual(taken(arrived), [], 'nobody has put anything there');
	const parcel = fillParcel(file);
	assert.deepEqual(taken(arrived), []);
	parcel.put('exempel/a', Buffer.from('<p>å ä ö</p>'));
	parcel.put('', Buffer.from('start'));
	parcel.send();
	assert.deepEqual(taken(arrived), [
		['exempel/a', '<p>å ä ö</p>'],
		['', 'start'],
	]);
	parcel.put('kommun/älvkarleby', Buffer.from(''));
	parcel.send();
	assert.deepEqual(taken(arrived), [['kommun/älvkarleby', '']]);
	assert.deepEqual(taken(arrived), []);
});

test('a file that is longer than what is read at a time, and the ones after it, come whole', () => {
	const file = join(folder, 'langa');
	const parcel = fillParcel(file);
	const long = Buffer.alloc(20_000_000, 'x');
	const pages = ['a', 'b', 'c'].map((path, index) => [path, index === 1 ? 'kort' : long.toString()] as const);
	for (const [path, html] of pages) parcel.put(path, Buffer.from(html));
	parcel.send();
	assert.deepEqual(
		taken(emptyParcel(file)).map(([path, html]) => [path, html.length]),
		pages.map(([path, html]) => [path, html.length]),
	);
});

test('half a file is left until the rest has come', () => {
	const whole = join(folder, 'hel');
	const parcel = fillParcel(whole);
	parcel.put('sida', Buffer.from('text'));
	parcel.send();
	const bytes = readFileSync(whole);
	const file = join(folder, 'halv');
	const arrived = emptyParcel(file);
	for (const [index, byte] of bytes.entries()) {
		assert.deepEqual(taken(arrived), [], `${index} bytes`);
		appendFileSync(file, Buffer.from([byte]));
	}
	assert.deepEqual(taken(arrived), [['sida', 'text']]);
});
