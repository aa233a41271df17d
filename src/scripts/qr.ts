/** A QR code as drawn squares. Loaded by the collection page alone. */
import { encode } from 'uqr';

const SVG = 'http://www.w3.org/2000/svg';

export function drawCode(text: string, label: string): SVGSVGElement {
	const { data, size } = encode(text, { ecc: 'L', border: 2 });
	const svg = document.createElementNS(SVG, 'svg');
	svg.setAttribute('viewBox', `0 0 ${size} ${size}`);
	svg.setAttribute('role', 'img');
	svg.setAttribute('aria-label', label);
	const path = document.createElementNS(SVG, 'path');
	path.setAttribute('d', data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join(''));
	svg.append(path);
	return svg;
}
