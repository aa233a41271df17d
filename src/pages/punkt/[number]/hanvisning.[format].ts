import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { citePoint } from '../../../citations/citable.ts';
import { EXPORT_FORMATS, EXPORTS } from '../../../citations/exports.ts';
import { catalogue } from '../../../content.ts';

export function getStaticPaths() {
	return catalogue.points.flatMap((point) =>
		EXPORT_FORMATS.map((format) => ({
			params: { number: String(point.number), format },
			props: { item: citePoint(point), format },
		})),
	);
}

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props: { item, format } }) =>
	new Response(EXPORTS[format].write([item]), { headers: { 'Content-Type': EXPORTS[format].mediaType } });
