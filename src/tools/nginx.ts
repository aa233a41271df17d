/** Finds nginx for the tests of the host rules: the one on the machine, else Debian's package. */
import { spawnSync } from 'node:child_process';
import { installPackages } from './debian.ts';

const PLACES = ['nginx', '/usr/sbin/nginx'];
const works = (path: string) => spawnSync(path, ['-v'], { timeout: 20_000 }).status === 0;

/**
 * @returns an nginx that starts
 * @throws Error with one Swedish sentence that says what to do, when none can be had
 */
export async function findNginx(): Promise<string> {
	const present = PLACES.find(works);
	if (present) return present;
	console.log('nginx saknas. Installerar …');
	await installPackages('nginx-light');
	const installed = PLACES.find(works);
	if (installed) return installed;
	throw new Error('Testerna av adresserna behöver nginx: installera det (sudo apt-get install nginx-light).');
}
