/** The components that MDX in content/ may use. The table in catalogue/author-components.ts says which and with what. */
import type { AuthorComponent } from '../../catalogue/author-components.ts';
import Contact from './Contact.astro';
import Note from './Note.astro';
import Steps from './Steps.astro';
import TestFaults from './TestFaults.astro';
import TestRun from './TestRun.astro';

export const authorComponents = { Contact, Note, Steps, TestFaults, TestRun } satisfies Record<
	AuthorComponent,
	unknown
>;
