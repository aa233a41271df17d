import type { APIRoute } from 'astro';
import { type CardFile, toCardFiles } from '../../../collection/card.ts';
import { partName } from '../../../collection/parts.ts';
import { catalogue } from '../../../content.ts';
import { withKeys } from '../../../reuse.ts';

export const getStaticPaths = () =>
	withKeys(
		toCardFiles(catalogue).map((cards, index, { length }) => ({
			params: { part: partName(index + 1, length) },
			props: { cards },
		})),
	);

export const GET: APIRoute<{ cards: CardFile }> = ({ props }) => Response.json(props.cards);
