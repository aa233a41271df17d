import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { citeExample } from '../../../citations/citable.ts';
import { EXPORT_FORMATS, EXPORTS } from '../../../citations/exports.ts';
import { catalogue } from '../../../content.ts';

export function getStaticPaths() {
	return catalogue.examples.flatMap((example) =>
		EXPORT_FORMATS.map((format) => ({
			params: { slug: example.id, format },
			props: { item: citeExample(example), format },
		})),
	);
}

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props: { item, format } }) =>
	new Response(EXPORTS[format].write([item]), { headers: { 'Content-Type': EXPORTS[format].mediaType } });
