const made = new WeakMap<object, Map<string, Promise<string>>>();

/** The HTML of a part, by what it is about and the way it looks. */
export function once(of: object, as: string, render: () => Promise<string>): Promise<string> {
	// While editing, a component may change under us.
	if (import.meta.env.DEV) return render();
	let looks = made.get(of);
	if (!looks) made.set(of, (looks = new Map()));
	let html = looks.get(as);
	if (!html) looks.set(as, (html = render()));
	return html;
}
