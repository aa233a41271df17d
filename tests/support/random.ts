/** Numbers that look random and are the same every run. */

/** @returns what gives a whole number from 0 and below a limit */
export function randomFrom(seed: number) {
	let state = seed;
	return (below: number) => {
		state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
		return Math.floor((state / 2_147_483_648) * below);
	};
}
