/**
 * What MDX in content/ may use beside Markdown: component → the attributes it takes. The components themselves live in
 * src/components/author/; content files import nothing.
 */
export const AUTHOR_COMPONENTS = {
	/** Numbered steps with large figures, round an ordinary numbered list. */
	Steps: [],
	/** The editors' function mailbox, from the site's settings. */
	Contact: [],
	/** When and how the site was last examined for accessibility, from the measured figures. */
	TestRun: [],
	/** What that examination found. */
	TestFaults: [],
	/** A framed remark from the editors. */
	Note: ['title'],
} as const satisfies Record<string, readonly string[]>;

export type AuthorComponent = keyof typeof AUTHOR_COMPONENTS;
