/**
 * Zod writes code at run time where it may; the site's policy says that it may not, and even trying is a violation.
 * Imported before the schemas, because they ask when they are made.
 */
import { config } from 'zod';

config({ jitless: true });
