/** Rendered bodies for the process that renders pages, which is the one that everything waits for. */
import { setImmediate } from 'node:timers/promises';
import { renderPlain, shownBodies } from '../bodies.ts';
import { bodyIn, usesComponents } from '../catalogue/form.ts';
import { readText } from '../files.ts';
import { fillParcel } from '../parcel.ts';

/** How many are rendered before the renderer is heard. */
const AT_A_TIME = 50;

/**
 * Renders bodies from the last one on, until it meets those that the renderer has made itself while it waited for the
 * content. It goes through them from the first one.
 *
 * @param file where the bodies are put, by their content file, as JSON
 * @param made how many the renderer has said that it has made
 */
export async function renderAhead(root: string, file: string, made: () => number): Promise<void> {
	const parcel = fillParcel(file);
	const files = shownBodies(root);
	for (let index = files.length - 1; index >= made(); index -= 1) {
		const own = files[index] as string;
		const body = bodyIn(readText(root, own));
		// One that cannot be rendered is left to the renderer, which tells what is wrong with it.
		const rendered = usesComponents(body) ? undefined : await renderPlain(body).catch(() => undefined);
		if (rendered) parcel.put(own, Buffer.from(JSON.stringify(rendered)));
		if (index % AT_A_TIME === 0) await setImmediate();
	}
	parcel.send();
}
