/** The same content with plain templates: a page for each thing, and the lists and booklets that the site has, cut as it cuts them. */
const SIZE = 16;
const BOOKLET_SIZE = 100;

export default function configure(config) {
	config.addGlobalData('punkter', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
	config.addGlobalData('permalink', undefined);
	// Examples and documents are MDX files; what they hold is Markdown.
	config.addTemplateFormats('mdx');
	config.addExtension('mdx', { key: 'md' });
	const all = (api, folder) => api.getFilteredByGlob(`exempel-och-dokument/${folder}/*.mdx`);
	const examples = (api) => (api.tiopunktenExamples ??= all(api, 'exempel'));
	const grouped = (items, keysOf) => {
		const groups = new Map();
		for (const item of items)
			for (const key of keysOf(item)) {
				if (!groups.has(key)) groups.set(key, []);
				groups.get(key).push(item);
			}
		return [...groups];
	};
	const lists = (namn, bas, items, size = SIZE) => {
		const sidor = Math.max(1, Math.ceil(items.length / size));
		return Array.from({ length: sidor }, (_, index) => ({
			namn,
			bas,
			sida: index + 1,
			sidor,
			total: items.length,
			items: items.slice(index * size, (index + 1) * size),
			url: index === 0 ? bas : `${bas}sida/${index + 1}/`,
		}));
	};
	config.addCollection('exempel', examples);
	config.addCollection('kommuner', (api) =>
		grouped(examples(api), ({ data }) => data.municipalities).map(([id]) => id),
	);
	config.addCollection('listor', (api) => [
		...lists('Exempel', '/exempel/', examples(api)),
		...lists('Dokument', '/dokument/', all(api, 'dokument')),
		...grouped(examples(api), ({ data }) => data.points).flatMap(([id, items]) =>
			lists(`Punkt ${id}`, `/punkt/${id}/`, items),
		),
		...grouped(examples(api), ({ data }) => data.municipalities).flatMap(([id, items]) =>
			lists(id, `/kommun/${id}/`, items),
		),
		...grouped(examples(api), ({ data }) => [
			...data.methods,
			...data.audiences,
			...data.grounds,
			...data.racism,
		]).flatMap(([id, items]) => lists(id, `/begrepp/${id}/`, items)),
	]);
	config.addCollection('haften', (api) =>
		grouped(examples(api), ({ data }) => data.points).flatMap(([id, items]) =>
			lists(`Punkt ${id}`, `/punkt/${id}/utskrift/`, items, BOOKLET_SIZE),
		),
	);
	return { dir: { input: '.', includes: '_includes', output: '_site' }, markdownTemplateEngine: false };
}
