import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { citeDocument } from '../../../citations/citable.ts';
import { EXPORT_FORMATS, EXPORTS } from '../../../citations/exports.ts';
import { catalogue } from '../../../content.ts';

export function getStaticPaths() {
	return catalogue.documents.flatMap((document) =>
		EXPORT_FORMATS.map((format) => ({
			params: { slug: document.id, format },
			props: { item: citeDocument(document), format },
		})),
	);
}

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props: { item, format } }) =>
	new Response(EXPORTS[format].write([item]), { headers: { 'Content-Type': EXPORTS[format].mediaType } });
