/** What the form lets an author choose among, and what it must know of the rest of the catalogue to check a proposal. */
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { ConceptKind } from '../catalogue/collections.ts';
import { TODO } from '../catalogue/unfinished.ts';

export interface Choices {
	readonly points: readonly { readonly number: number; readonly title: string }[];
	readonly municipalities: readonly { readonly id: string; readonly name: string }[];
	readonly concepts: readonly { readonly id: string; readonly label: string; readonly kind: ConceptKind }[];
	readonly sources: readonly {
		readonly id: string;
		readonly title: string;
		readonly publisher: string;
		readonly kind: string;
		readonly url?: string | undefined;
	}[];
	/** Titles that are taken, with the file that has them. */
	readonly titles: readonly (readonly [string, string])[];
	/** What to write in each section. */
	readonly advice: Readonly<Record<string, string>>;
}

/** @param advice what the template says below each heading */
export function toChoices(catalogue: Catalogue, advice: Readonly<Record<string, string>>): Choices {
	return {
		points: catalogue.points.map(({ number, title }) => ({ number, title })),
		municipalities: catalogue.municipalities.map(({ id, name }) => ({ id, name })),
		concepts: catalogue.concepts.map(({ id, label, kind }) => ({ id, label, kind })),
		sources: catalogue.sources.map(({ id, title, publisher, kind, url }) => ({ id, title, publisher, kind, url })),
		titles: [
			...catalogue.examples.map(({ id, title }) => [title, `content/exempel/${id}.mdx`] as const),
			...catalogue.documents.map(({ id, title }) => [title, `content/dokument/${id}.mdx`] as const),
			...catalogue.pages.map(({ id, title }) => [title, `content/sidor/${id}.mdx`] as const),
		],
		advice,
	};
}

/** What the template says below each heading. */
export function adviceIn(template: string): Record<string, string> {
	return Object.fromEntries(
		template
			.split(/^## /m)
			.slice(1)
			.map((part) => {
				const [title = '', ...lines] = part.split('\n');
				return [title.trim(), lines.join(' ').trim().replace(`${TODO}: `, '')];
			}),
	);
}
