/** Putting formatted and plain text on the clipboard, and telling of it. */

/**
 * Formatted text for Word and plain text for everything else, at once; or plain text alone.
 *
 * @returns whether it worked
 */
export async function copyToClipboard(html: string | undefined, text: string): Promise<boolean> {
	try {
		await navigator.clipboard.write([
			new ClipboardItem({
				...(html === undefined ? {} : { 'text/html': new Blob([html], { type: 'text/html' }) }),
				'text/plain': new Blob([text], { type: 'text/plain' }),
			}),
		]);
		return true;
	} catch {
		return copyByCommand(html, text);
	}
}

/** The way of browsers that lack the above or refuse it on plain http. */
function copyByCommand(html: string | undefined, text: string): boolean {
	let copied = false;
	const fill = (event: ClipboardEvent) => {
		event.preventDefault();
		if (html !== undefined) event.clipboardData?.setData('text/html', html);
		event.clipboardData?.setData('text/plain', text);
		copied = true;
	};
	document.addEventListener('copy', fill, { once: true });
	const allowed = document.execCommand('copy');
	document.removeEventListener('copy', fill);
	return allowed && copied;
}

const region = document.createElement('p');
region.className = 'vh';
region.setAttribute('role', 'status');
document.body.append(region);

/** Says something to a screen reader. A live region must be empty and in place before its text is heard. */
export function announce(text: string) {
	region.textContent = '';
	setTimeout(() => (region.textContent = text), 60);
}
