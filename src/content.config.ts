/** Binds each collection to its loader and schema. */
import { defineCollection } from 'astro:content';
import { COLLECTIONS } from './catalogue/collections.ts';
import { contentLoader } from './loader.ts';

export const collections = {
	examples: defineCollection({ loader: contentLoader('examples'), schema: COLLECTIONS.examples.schema }),
	points: defineCollection({ loader: contentLoader('points'), schema: COLLECTIONS.points.schema }),
	documents: defineCollection({ loader: contentLoader('documents'), schema: COLLECTIONS.documents.schema }),
	pages: defineCollection({ loader: contentLoader('pages'), schema: COLLECTIONS.pages.schema }),
	municipalities: defineCollection({
		loader: contentLoader('municipalities'),
		schema: COLLECTIONS.municipalities.schema,
	}),
	sources: defineCollection({ loader: contentLoader('sources'), schema: COLLECTIONS.sources.schema }),
	sourceStates: defineCollection({ loader: contentLoader('sourceStates'), schema: COLLECTIONS.sourceStates.schema }),
	retired: defineCollection({ loader: contentLoader('retired'), schema: COLLECTIONS.retired.schema }),
	searchWords: defineCollection({ loader: contentLoader('searchWords'), schema: COLLECTIONS.searchWords.schema }),
	concepts: defineCollection({ loader: contentLoader('concepts'), schema: COLLECTIONS.concepts.schema }),
};
