/** Writes down the shape of the published JSON as the promise of its version. Run when the version has been raised. */
import { writeFileSync } from 'node:fs';
import { catalogueFile, recordFile, toJsonSchema, VERSION } from '../../src/feeds/contract.ts';
import { shapeOf } from './shape.ts';

const contract = {
	version: VERSION,
	catalogue: shapeOf(toJsonSchema(catalogueFile, '', '')),
	record: shapeOf(toJsonSchema(recordFile, '', '')),
};
writeFileSync('tests/support/contract.json', `${JSON.stringify(contract, null, '\t')}\n`);
