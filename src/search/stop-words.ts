/** Words that ask without saying what for. Sent with the lexicon, folded, so that "for" counts as "för". */
import { fold } from './swedish.ts';

export const STOP_WORDS: readonly string[] = [
	...new Set(
		fold(
			`alla allt andra annan annat att av bara blev bli blir blivit borde båda bör da de dem den denna deras dess dessa det detta dig din dina ditt du där då efter ej eller en enligt er era ert ett finns fick fram från få får för före ge ger genom gjort gå går gör göra ha hade han hans har hela hennes hon honom hos hur här i icke in inför ingen inget inom inte ju jag kan kanske kom kommer kring kunna kunde lite man med mellan men mer mest mig min mina mitt mot mycket måste ni nog nu nya någon något några när nära och olika om oss på redan ryms samt sedan ser sig sin sina sitt ska skall skriva skulle som ställe stället så sådan sådana säger säga sätt ta tar till tills under ut utan vad var vara varför varit varje vart vem vems vi vid vilka vilken vilket vill vår våra vårt än ännu är åt över även exempel kommun kommuner kommunen kommunens kommunerna kommunernas kommunal kommunala kommunalt arbetar arbete arbetet jobba jobbar vänder vända vänt hjälper når nås nå saker sak gäller handlar undvika hindra slippa bästa bra sagt andras anses inget kräver åstadkomma the of and for in on to a an how what do does is are with by from against`,
		).split(/\s+/),
	),
];
