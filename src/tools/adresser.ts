/** `npm run adresser`: builds the site and writes its new addresses into the register. Never takes one out. */
import { extendRegister, formatRegister, REGISTER_FILE } from '../addresses/register.ts';
import { replaceText } from '../files.ts';
import { build } from './build.ts';
import { ROOT } from './run.ts';

const built = await build();
if (!built) process.exit(1);
const { register, site, unregistered } = built;
const extended = extendRegister(register, site);
replaceText(ROOT, REGISTER_FILE, formatRegister(extended));
console.log(`Registret har ${extended.size} adresser, ${unregistered.length} nya. Checka in ${REGISTER_FILE}.`);
