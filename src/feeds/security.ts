/** `/.well-known/security.txt` (RFC 9116): where faults in security are told of. */
import { toAbsolute, toHref } from '../paths.ts';
import { SITE } from '../site.ts';

const DAY = 86_400_000;
const addDays = (day: string, days: number) => new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);

/** The standard wants less than a year. Every build begins it anew. */
const LASTS = 360;
/** With fewer days left than this the site is built from a commit that is too old. */
const LEAST = 60;

const securityPath = () => toHref('/.well-known/security.txt');

/** Whether a file from a build of one ISO day runs out soon, seen from another. */
export const isExpiring = (built: string, today: string) => today > addDays(built, LASTS - LEAST);

export const toSecurityText = (built: string): string =>
	[
		`Contact: mailto:${SITE.contact}`,
		`Expires: ${addDays(built, LASTS)}T00:00:00Z`,
		'Preferred-Languages: sv, en',
		`Canonical: ${toAbsolute(securityPath())}`,
		'',
	].join('\n');
