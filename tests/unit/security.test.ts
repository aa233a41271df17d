import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isExpiring, toSecurityText } from '../../src/feeds/security.ts';

test('security.txt says where to write, and holds for less than a year from the build', () =>
	assert.equal(
		toSecurityText('2026-11-22'),
		`Contact: mailto:redaktionen@tiopunkten.se
Expires: 2027-11-17T00:00:00Z
Preferred-Languages: sv, en
Canonical: https://tiopunkten.se/.well-known/security.txt
`,
	));

test('a build from an old commit warns when sixty days are left', () => {
	assert.equal(isExpiring('2026-11-22', '2027-09-18'), false);
	assert.equal(isExpiring('2026-11-22', '2027-09-19'), true);
});
