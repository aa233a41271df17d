/**
 * Everything an editor can get wrong in a file, each with the place and the words of the answer. One table for the unit
 * test, which tries them one by one, and for the site test, which puts all of them in one build.
 */
import { DOCUMENT, EXAMPLE, smallCatalogue } from './files.ts';

export interface Broken {
	readonly what: string;
	readonly file: string;
	readonly text: string;
	/** Begins with the line, as in `12 title: Ange en titel`. */
	readonly says: string;
}

const files = smallCatalogue();
const change = (text: string, from: string, to: string): string => {
	if (!text.includes(from)) throw new Error(`”${from}” is not in the text`);
	return text.replace(from, to);
};

let number = 0;
/** An example of its own with one thing changed. The title is made unique so that only the one thing is wrong. */
function inExample(what: string, from: string, to: string, says: string): Broken {
	number += 1;
	const named = EXAMPLE.replace('Ett nätverk mot rykten', `Trasigt exempel ${number}`);
	return { what, file: `content/exempel/trasigt-${number}.mdx`, text: change(named, from, to), says };
}
function inDocument(what: string, from: string, to: string, says: string): Broken {
	number += 1;
	const named = DOCUMENT.replace('Motion om ett nätverk', `Trasigt dokument ${number}`);
	return { what, file: `content/dokument/trasigt-${number}.mdx`, text: change(named, from, to), says };
}

export const BROKEN_FILES: readonly Broken[] = [
	inExample('a title that is a number', 'title: Trasigt exempel 1', 'title: 12', '2:1 title: Ange en titel som text.'),
	inExample('no title', 'title: Trasigt exempel 2\n', '', '2:1 title: Ange en titel som text.'),
	inExample(
		'a title that is too long',
		'title: Trasigt exempel 3',
		`title: ${'lång '.repeat(20)}`,
		'2:1 title: Texten är längre än 80 tecken.',
	),
	inExample(
		'a title with a full stop',
		'Trasigt exempel 4',
		'Trasigt exempel 4.',
		'2:1 title: Titeln ska inte sluta med punkt.',
	),
	inExample(
		'no summary',
		'summary: Lund har ett nätverk som bemöter rykten.\n',
		'',
		'2:1 summary: Ange en sammanfattning som text, högst 300 tecken.',
	),
	inExample(
		'an unknown field',
		'evidence: described',
		'evidence: described\nbudget: 3',
		'10:1 Okänt fält ”budget”. Ta bort det eller välj bland: title',
	),
	inExample(
		'an unknown field inside a field',
		'  started: 2013',
		'  start: 2013',
		'7:3 period: Okänt fält ”start”. Ta bort det eller välj bland: started',
	),
	inExample(
		'a point that does not exist',
		'points: [1, 10]',
		'points: [1, 11]',
		'4:13 points.1: Ange ett punktnummer från 1 till 10.',
	),
	inExample(
		'a point as a word',
		'points: [1, 10]',
		'points: ett',
		'4:1 points: Skriv punkternas nummer inom hakparenteser',
	),
	inExample('no point', 'points: [1, 10]', 'points: []', '4:1 points: Ange minst en punkt.'),
	inExample('the same point twice', 'points: [1, 10]', 'points: [1, 1]', '4:1 points: Samma punkt står två gånger.'),
	inExample('an unknown municipality', '[lund]', '[lunda]', '3:18 municipalities.0: Kommunen ”lunda” finns inte.'),
	inExample(
		'a municipality written as a name',
		'[lund]',
		'[Växjö]',
		'3:18 municipalities.0: Ange kommunens id med bara a–z, 0–9 och bindestreck',
	),
	inExample(
		'an unknown method',
		'[natverk]',
		'[trolleri]',
		'8:11 methods.0: Metoden ”trolleri” finns inte. Välj ett id ur content/begrepp/metoder.yml.',
	),
	inExample(
		'an unknown source',
		'- id: kalla',
		'- id: kallan',
		'11:5 sources.0.id: Källan ”kallan” finns inte. Lägg till den i content/kallor.yml',
	),
	inExample(
		'no sources',
		'sources:\n  - id: kalla\n    supports: Alla uppgifter\n',
		'sources: []\n',
		'10:1 sources: Ange minst en källa.',
	),
	inExample(
		'a year in words',
		'started: 2013',
		'started: förra året',
		'7:3 period.started: Ange ett årtal med fyra siffror, till exempel 2013.',
	),
	inExample(
		'an end before the start',
		'  started: 2013',
		'  started: 2013\n  ended: 2011',
		'8:3 period.ended: Slutåret ligger före startåret.',
	),
	inExample(
		'a date that does not exist',
		'reviewed: 2026-02-01',
		'reviewed: 2026-02-30',
		'14:1 reviewed: Ange ett datum som finns, till exempel 2026-05-01.',
	),
	inExample(
		'a date in the future',
		'reviewed: 2026-02-01',
		'reviewed: 2031-02-01',
		'14:1 reviewed: Datumet 2031-02-01 har inte varit än.',
	),
	inExample(
		'a review before publication',
		'reviewed: 2026-02-01',
		'reviewed: 2025-02-01',
		'14:1 reviewed: Granskningsdagen ligger före publiceringsdagen.',
	),
	inExample(
		'an unknown level of evidence',
		'evidence: described',
		'evidence: bevisat',
		'9:1 evidence: Skriv ett av orden: described, followed-up, evaluated.',
	),
	inExample(
		'evidence without its source',
		'evidence: described',
		'evidence: evaluated',
		'9:1 evidence: Kunskapsläget ”evaluated” kräver en källa',
	),
	inExample(
		'withdrawn without a reason',
		'evidence: described',
		'evidence: described\nstatus: withdrawn',
		'2:1 withdrawn: Fälten status: withdrawn och withdrawn (date och reason) hör ihop.',
	),
	inExample(
		'a form that is not closed',
		'reviewed: 2026-02-01\n---\n',
		'reviewed: 2026-02-01\n',
		'1 Filen saknar formulär.',
	),
	inExample(
		'a field given twice',
		'evidence: described',
		'evidence: described\nevidence: described',
		'10:1 Fältet står två gånger.',
	),
	inExample(
		'a colon in a value',
		'title: Trasigt exempel 27',
		'title: Trasigt: exempel 27',
		'2:8 Värdet innehåller ett kolon eller står på fel nivå.',
	),
	inExample('a bracket that is not closed', '[1, 10]', '[1, 10', '5:1 '),
	inExample('a tab for indentation', '  started: 2013', '\tstarted: 2013', '7:1 '),
	inExample(
		'an alias in the form',
		'summary: Lund har ett nätverk som bemöter rykten.',
		'summary: *lund',
		'2 Tecknen * och & först i ett värde betyder något i YAML.',
	),
	inExample(
		'a heading that is not one of ours',
		'## Bakgrund',
		'## Inledning',
		'17:1 Rubriken ”Inledning” finns inte här. Välj bland: ”Bakgrund”',
	),
	inExample(
		'headings in the wrong order',
		'## Bakgrund',
		'## Lärdomar',
		'21:1 Rubriken ”Vad som gjordes” står på fel plats.',
	),
	inExample('a heading twice', '## Bakgrund', '## Vad som gjordes', '21:1 Rubriken ”Vad som gjordes” står två gånger.'),
	inExample(
		'a required section missing',
		'## Vad som gjordes\n\nEtt nätverk bildades.\n',
		'',
		'16 Avsnitt saknas: ”Vad som gjordes”.',
	),
	inExample('an empty section', 'Kommunen ville möta rykten.\n', '', '17:1 Avsnittet ”Bakgrund” är tomt.'),
	inExample(
		'text before the first heading',
		'## Bakgrund',
		'Inledande text.\n\n## Bakgrund',
		'17:1 Texten ska stå under en rubrik.',
	),
	inExample('a heading of level 1', '## Bakgrund', '# Bakgrund', '17:1 Rubriker börjar med två nummertecken (##).'),
	inExample(
		'a heading level skipped',
		'Kommunen ville',
		'#### Detalj\n\nKommunen ville',
		'19:1 Rubriknivån hoppar. Använd ### här.',
	),
	inExample('MDX that does not hold together', 'Kommunen ville', 'Kommunen <b ville', '19:'),
	inExample('code in braces', 'Kommunen ville', 'Kommunen {1 + 1} ville', '19:10 Klamrar {…} är kod'),
	inExample(
		'an import',
		'## Bakgrund',
		'import x from "y"\n\n## Bakgrund',
		'17:1 Rader med import och export får inte stå i innehållet.',
	),
	inExample(
		'a component that is not ours',
		'Kommunen ville',
		'<Video src="x" />\n\nKommunen ville',
		'19:1 Komponenten ”Video” får inte användas.',
	),
	inExample(
		'an event handler',
		'Kommunen ville',
		'<Steps onclick="x">\n\n1. Ett\n\n</Steps>\n\nKommunen ville',
		'19:1 Komponenten ”Steps” tar bara text i: inga fält.',
	),
	inExample(
		'a link that runs code',
		'Kommunen',
		'[Kommunen](javascript:alert(1))',
		'19:1 Länken ”javascript:alert(1)” går inte att använda.',
	),
	inExample('a footnote without its text', 'möta rykten.', 'möta rykten.[^1]', '19:1 Fotnoten [^1] finns inte.'),
	inExample(
		'a table row with too many cells',
		'Kommunen ville möta rykten.',
		'| A | B |\n| - | - |\n| 1 | 2 | 3 |',
		'21:1 Raden har 3 celler men tabellens rubrikrad har 2.',
	),
	inExample('an image', 'Kommunen ville', '![bild](bild.png) Kommunen ville', '19:1 Bilder används inte i katalogen.'),
	inExample(
		"a person's e-mail address",
		'Kommunen ville',
		'Kontakta anna.svensson@lund.se. Kommunen ville',
		'19:10 E-postadressen ser ut att tillhöra en person.',
	),
	inExample(
		'a telephone number',
		'Kommunen ville',
		'Ring 046-35 50 00. Kommunen ville',
		'19:6 Det ser ut som ett telefonnummer.',
	),
	inDocument('an unknown outcome', 'result: avslag', 'result: nej', '7:3 outcome.result: Skriv ett av orden: bifall'),
	inDocument(
		'an outcome without its stage',
		'  stage: beslut\n',
		'',
		'6:1 outcome.stage: Skriv stage: forslag eller stage: beslut',
	),
	inDocument(
		'a document type that does not exist',
		'type: motion',
		'type: lapp',
		'3:1 type: Dokumenttypen ”lapp” finns inte.',
	),
	inDocument(
		'a tie to an example that does not exist',
		'id: natverk-lund',
		'id: natverk-malmo',
		'12:5 examples.0.id: Exemplet ”natverk-malmo” finns inte.',
	),
	{
		what: 'a name with å',
		file: 'content/exempel/Öppna-nätverk.mdx',
		text: EXAMPLE.replace('Ett nätverk mot', 'Öppna nätverk mot'),
		says: ' Filnamnet blir sidans adress och får bara ha a–z, 0–9 och bindestreck, högst 45 tecken. Byt namn till ”oppna-natverk”.',
	},
	{
		what: 'a title that is taken',
		file: 'content/exempel/zz-dubblett.mdx',
		text: EXAMPLE,
		says: '2:1 title: Titeln finns redan i content/exempel/natverk-lund.mdx.',
	},
	{
		what: 'a list file that is no list',
		file: 'content/begrepp/grunder.yml',
		text: 'id: kon\n',
		says: '1 Filen ska vara en lista där varje post börjar med ”- id:”.',
	},
	{
		what: 'a code outside the 290',
		file: 'content/kommuner.yml',
		text: change(files['content/kommuner.yml'] as string, '1281', '1299'),
		says: '4:3 code: Kommunkoden 1299 finns inte bland de 290 som gäller.',
	},
	{
		what: 'a code without quotation marks',
		file: 'content/kommuner.yml',
		text: change(files['content/kommuner.yml'] as string, '"1281"', '1281'),
		says: '4:3 code: Ange kommunkoden som text inom citattecken',
	},
	{
		what: 'an address that is no address',
		file: 'content/kallor.yml',
		text: change(files['content/kallor.yml'] as string, 'https://exempel.se/natverk', 'exempel.se'),
		says: '4:3 url: Ange en hel webbadress',
	},
	{
		what: 'a source nobody uses',
		file: 'content/kallor.yml',
		text: `${files['content/kallor.yml']}- id: ensam\n  title: Ensam\n  publisher: Ingen\n  url: https://exempel.se/\n  kind: kommun\n  seen: hela\n`,
		says: '7:3 id: Källan ”ensam” används inte.',
	},
	...[
		{
			what: 'a retired address without its slash',
			text: '- id: exempel/gammalt/\n  movedTo: /exempel/natverk-lund/\n',
			says: '1:3 id: Ange adressen utan värdnamn, med snedstreck först och sist',
		},
		{
			what: 'an address that has both moved and gone',
			text: '- id: /exempel/a/\n  movedTo: /exempel/b/\n  gone:\n    date: 2026-01-01\n    reason: Fel.\n',
			says: '2:3 movedTo: Ange antingen movedTo (den nya adressen) eller gone (date och reason).',
		},
		{
			what: 'an address that is gone for no reason',
			text: '- id: /exempel/a/\n  gone:\n    date: 2026-01-01\n',
			says: '2:3 gone.reason: Skriv varför sidan är borta, för läsaren.',
		},
		{
			what: 'an address that is not gone yet',
			text: '- id: /exempel/a/\n  gone:\n    date: 2027-01-01\n    reason: Fel.\n',
			says: '3:5 gone.date: Datumet 2027-01-01 har inte varit än.',
		},
		{
			what: 'an address that is retired twice',
			text: '- id: /exempel/a/\n  movedTo: /exempel/b/\n- id: /exempel/a/\n  movedTo: /exempel/c/\n',
			says: '3:3 id: Id:t ”/exempel/a/” finns redan bland avvecklade adresser',
		},
	].map((broken) => ({ ...broken, file: 'content/adresser.yml' })),
];
