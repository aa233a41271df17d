/** Our own drawings on a 20 × 20 grid, 1.6 line, square ends. Always beside text or on a labelled control. */
export const ICONS = {
	link: '<path d="M8.5 11.5a3 3 0 0 0 4.3 0l3-3a3 3 0 0 0-4.3-4.3L10.4 5.3M11.5 8.5a3 3 0 0 0-4.3 0l-3 3a3 3 0 0 0 4.3 4.3l1.1-1.1"/>',
	ext: '<path d="M8 4H4v12h12v-4M11 3.5h5.5V9M16 4l-7 7"/>',
	search: '<circle cx="8.5" cy="8.5" r="5.5"/><path d="m12.5 12.5 4.5 4.5"/>',
	sun: '<circle cx="10" cy="10" r="3.5"/><path d="M10 1.5v2.5M10 16v2.5M1.5 10H4M16 10h2.5M4 4l1.7 1.7M14.3 14.3 16 16M4 16l1.7-1.7M14.3 5.7 16 4"/>',
	moon: '<path d="M16.5 12A7 7 0 0 1 8 3.5 7 7 0 1 0 16.5 12z"/>',
	auto: '<circle cx="10" cy="10" r="6.5"/><path d="M10 3.5v13a6.5 6.5 0 0 0 0-13z" fill="currentColor" stroke="none"/>',
	menu: '<path d="M3 5.5h14M3 10h14M3 14.5h14"/>',
	print: '<path d="M6 7.5V3h8v4.5M6 13H3V7.5h14V13h-3M6 11h8v6H6z"/>',
	quote:
		'<path fill="currentColor" stroke="none" d="M3.5 5h5.2v4.6c0 3.2-1.5 5.2-4.4 5.9l-.6-1.5c1.5-.5 2.3-1.6 2.4-3.5H3.5zm7.8 0h5.2v4.6c0 3.2-1.5 5.2-4.4 5.9l-.6-1.5c1.5-.5 2.3-1.6 2.4-3.5h-2.6z"/>',
	archive: '<path d="M3 3.5h14V7H3zM4.5 7v9.5h11V7M8 10.5h4"/>',
	check: '<path d="m3.5 10.5 4 4 9-9.5"/>',
	cut: '<circle cx="10" cy="10" r="6.5"/><path d="m5.5 14.5 9-9"/>',
	copy: '<path d="M7 6.5V3h10v10h-3.5M3 7h10v10H3z"/>',
	close: '<path d="m5 5 10 10M15 5 5 15"/>',
	up: '<path d="M10 16.5v-13M4.5 9 10 3.5 15.5 9"/>',
	down: '<path d="M10 3.5v13M4.5 11l5.5 5.5 5.5-5.5"/>',
	dl: '<path d="M10 3v9.5M5.5 8.5l4.5 4.5 4.5-4.5M3.5 17h13"/>',
	next: '<path d="M3 10h13.5M11 4.5l5.5 5.5-5.5 5.5"/>',
	prev: '<path d="M17 10H3.5M9 4.5 3.5 10 9 15.5"/>',
	chev: '<path d="m5 7.5 5 5 5-5"/>',
} as const;
export type IconName = keyof typeof ICONS;
