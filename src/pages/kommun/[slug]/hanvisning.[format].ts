import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { citeMunicipality } from '../../../citations/citable.ts';
import { EXPORT_FORMATS, EXPORTS } from '../../../citations/exports.ts';
import { catalogue } from '../../../content.ts';

export function getStaticPaths() {
	return catalogue.municipalities.flatMap((municipality) =>
		EXPORT_FORMATS.map((format) => ({
			params: { slug: municipality.id, format },
			props: { item: citeMunicipality(municipality, catalogue), format },
		})),
	);
}

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props: { item, format } }) =>
	new Response(EXPORTS[format].write([item]), { headers: { 'Content-Type': EXPORTS[format].mediaType } });
