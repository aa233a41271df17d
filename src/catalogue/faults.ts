/**
 * Every kind of fault that content can have, by its code. A code never changes meaning and is never used again: it has a
 * page of its own (/bidra/fel/tp301/) that messages lead to. What is wrong in a given place, and what to write there,
 * stands in the message; this table says what kind of fault it is and shows one.
 *
 * The first figure is the area: 1 the file, 2 the form's YAML, 3 the fields, 4 references between files, 5 the body,
 * 6 the language, 7 personal data, 8 published addresses.
 */

export interface Fault {
	readonly title: string;
	/** Why it matters, and what to think of. */
	readonly why: string;
	readonly wrong: string;
	readonly right: string;
	/** Shown, but stops nothing. */
	readonly warning?: true;
	/** `npm run granska -- --fix` can mend it. */
	readonly mechanical?: true;
}

export const AREAS: Readonly<Record<string, string>> = {
	1: 'Filen',
	2: 'Formulärets skrivsätt',
	3: 'Fälten',
	4: 'Hänvisningar mellan filer',
	5: 'Texten',
	6: 'Språket',
	7: 'Personuppgifter',
	8: 'Publicerade adresser',
};

const FAULTS_BY_CODE = {
	TP101: {
		title: 'Filnamnet duger inte som adress',
		why: 'Filens namn blir sidans adress, som ska gå att läsa upp och aldrig ändras. Den får ha a–z, 0–9 och bindestreck, högst 45 tecken. Skriv å och ä som a, och ö som o.',
		wrong: 'content/exempel/Öppna nätverk.mdx',
		right: 'content/exempel/oppna-natverk.mdx',
	},
	TP102: {
		title: 'Filen hör inte till katalogen',
		why: 'Filer i content läses efter mapp och ändelse. En fil med fel ändelse eller i fel mapp blir ingen sida, och då är det lätt att tro att den är publicerad.',
		wrong: 'content/exempel/lund-natverk.md',
		right: 'content/exempel/lund-natverk.mdx',
	},
	TP103: {
		title: 'Filen saknar formulär',
		why: 'En fil börjar med fälten mellan två rader med tre bindestreck. Efter den andra raden kommer texten.',
		wrong: 'title: Nätverk mot rykten\n\n## Vad som gjordes',
		right: '---\ntitle: Nätverk mot rykten\n---\n\n## Vad som gjordes',
	},
	TP104: {
		title: 'Filen är för stor',
		why: 'Ett exempel är ett par sidor text. En fil som är många gånger större innehåller något som inte hör hit, och den gör bygget långsamt för alla.',
		wrong: 'Hela utredningen inklistrad i ett exempel.',
		right: 'En sammanfattning med egna ord och utredningen som källa.',
	},
	TP105: {
		title: 'Tecknen går inte att läsa',
		why: 'Filen är sparad med en annan teckenkodning än UTF-8, eller har gått genom ett program som läst den fel. Då blir å, ä och ö obegripliga.',
		wrong: 'NÃ¤tverk mot rykten',
		right: 'Nätverk mot rykten',
	},
	TP106: {
		title: 'Ett osynligt tecken',
		why: 'Tecken som inte syns kan vända på texten, gömma ord eller göra att sökningen missar dem. De följer ofta med när text klistras in.',
		wrong: 'Lund\u2423s nätverk, där \u2423 står för ett tecken som inte syns',
		right: 'Lunds nätverk',
	},
	TP107: {
		title: 'Filen är en genväg',
		why: 'En symbolisk länk kan peka på en fil utanför katalogen. Innehållet ska ligga i content.',
		wrong: 'content/exempel/lund.mdx → /home/jag/lund.mdx',
		right: 'content/exempel/lund.mdx som en vanlig fil',
	},
	TP108: {
		title: 'Filen går inte att granska',
		why: 'Filen kunde inte öppnas, eller är så ovanlig att granskningen inte tog sig igenom den. Felet kan ligga i granskningen. Kontrollera att det är en vanlig textfil, och dela den på mitten för att hitta stället.',
		wrong: 'En mapp som heter lund.mdx',
		right: 'En fil som heter lund.mdx',
	},
	TP109: {
		title: 'Mellanslag sist på raden',
		why: 'Mellanslag sist på en rad syns inte men ställer till det när filer jämförs, och två i följd blir en radbrytning på sidan.',
		wrong: 'Kommunen bildade ett nätverk.··',
		right: 'Kommunen bildade ett nätverk.',
		warning: true,
		mechanical: true,
	},
	TP110: {
		title: 'Hårt mellanslag',
		why: 'Ett hårt mellanslag ser ut som ett vanligt men är ett annat tecken. Sökning och jämförelser missar det. Webbplatsen håller själv ihop datum och tal.',
		wrong: '7\u2423maj 2019, där \u2423 står för ett hårt mellanslag',
		right: '7 maj 2019',
		warning: true,
		mechanical: true,
	},

	TP201: {
		title: 'Formuläret går inte att läsa',
		why: 'Formuläret är skrivet i YAML: ett fält per rad, kolon, mellanslag, värde. Något på raden bryter mönstret.',
		wrong: 'title Nätverk mot rykten',
		right: 'title: Nätverk mot rykten',
	},
	TP202: {
		title: 'Värdet börjar med & eller *',
		why: 'Tecknen & och * först i ett värde betyder ankare och hänvisning i YAML. Sådana används inte här, eftersom en liten fil då kan bli hur stor som helst.',
		wrong: 'organisation: *Kommunstyrelsen',
		right: 'organisation: "*Kommunstyrelsen"',
	},
	TP203: {
		title: 'Indraget stämmer inte',
		why: 'Indraget visar vad som hör ihop. Fält på samma nivå ska ha lika många mellanslag framför sig.',
		wrong: 'period:\n  started: 2013\n   ended: 2015',
		right: 'period:\n  started: 2013\n  ended: 2015',
	},
	TP204: {
		title: 'Värdet börjar med ett tecken som är kod',
		why: 'Vissa tecken betyder något särskilt först i ett värde: @, `, %. Med citattecken runt värdet läses de som text.',
		wrong: 'organisation: @lund',
		right: 'organisation: "@lund"',
	},
	TP205: {
		title: 'Ett kolon i värdet',
		why: 'Kolon följt av mellanslag börjar ett nytt fält. Sätt värdet inom raka citattecken om det innehåller ett kolon.',
		wrong: 'title: Lund: ett nätverk',
		right: 'title: "Lund: ett nätverk"',
	},
	TP206: {
		title: 'Fältet står två gånger',
		why: 'Med två värden går det inte att veta vilket som gäller.',
		wrong: 'evidence: described\nevidence: evaluated',
		right: 'evidence: described',
	},
	TP207: {
		title: 'Ett tecken saknas',
		why: 'Hakparenteser, klamrar och citattecken kommer i par.',
		wrong: 'points: [1, 10',
		right: 'points: [1, 10]',
	},
	TP208: {
		title: 'Tabb som indrag',
		why: 'YAML tillåter bara mellanslag som indrag, eftersom en tabb är olika bred i olika program.',
		wrong: 'period:\n⇥started: 2013',
		right: 'period:\n  started: 2013',
	},
	TP209: {
		title: 'En typmärkning i formuläret',
		why: 'Utropstecken först i ett värde säger åt YAML att göra om det till något annat. Här är värden bara text, tal och listor.',
		wrong: 'title: !!binary TmF0dmVyaw==',
		right: 'title: Nätverk',
	},
	TP210: {
		title: 'För många nivåer',
		why: 'Formuläret och texten är grunda. Något som ligger tiotals nivåer in har hamnat där av misstag.',
		wrong: 'points: [[[[[[[[[[[1]]]]]]]]]]]',
		right: 'points: [1]',
	},
	TP211: {
		title: 'Filen är ingen lista',
		why: 'Källor, kommuner och begrepp står i listor, där varje post börjar med bindestreck och id.',
		wrong: 'id: natverk\nlabel: Nätverk',
		right: '- id: natverk\n  label: Nätverk',
	},

	TP301: {
		title: 'Fältet saknas',
		why: 'Utan fältet går sidan inte att visa eller hitta. Mallen content/exempel/_mall.mdx visar alla fält.',
		wrong: 'municipalities: [lund]',
		right: 'title: Nätverk mot rykten\nmunicipalities: [lund]',
	},
	TP302: {
		title: 'Fel slag av värde',
		why: 'Fältet ska ha text, tal, lista eller true/false, och har något annat. Siffror som är text, som kommunkoder, behöver citattecken.',
		wrong: 'points: ett\ncode: 1281',
		right: 'points: [1]\ncode: "1281"',
	},
	TP303: {
		title: 'Okänt fält',
		why: 'Fältet finns inte. Oftast är det felstavat eller står på fel nivå.',
		wrong: 'titel: Nätverk mot rykten',
		right: 'title: Nätverk mot rykten',
	},
	TP304: {
		title: 'Texten är för lång',
		why: 'Längden är satt efter vad som ryms i listor, sökträffar och hänvisningar.',
		wrong: 'title: Ett mycket brett nätverk mellan kommunen och många föreningar som tillsammans bemöter rykten',
		right: 'title: Nätverk som möter rykten med fakta',
	},
	TP305: {
		title: 'Fältet är tomt',
		why: 'Ett tomt fält säger varken att uppgiften finns eller att den saknas. Utelämna fältet om det får utelämnas.',
		wrong: 'points: []',
		right: 'points: [1]',
	},
	TP306: {
		title: 'Ordet finns inte bland valen',
		why: 'Fältet har fasta val, skrivna som id:n på små bokstäver.',
		wrong: 'evidence: bevisat',
		right: 'evidence: evaluated',
	},
	TP307: {
		title: 'Id:t är felskrivet',
		why: 'Ett id har bara a–z, 0–9 och bindestreck. Det är inte namnet: Växjö har id:t vaxjo.',
		wrong: 'municipalities: [Växjö]',
		right: 'municipalities: [vaxjo]',
	},
	TP308: {
		title: 'Datumet är fel skrivet eller finns inte',
		why: 'Datum skrivs år-månad-dag, så att de går att sortera och inte missförstås.',
		wrong: 'reviewed: 7 maj 2026',
		right: 'reviewed: 2026-05-07',
		mechanical: true,
	},
	TP309: {
		title: 'Webbadressen är inte hel',
		why: 'En källa ska gå att följa. Adressen börjar med https:// eller http:// och har inga mellanslag.',
		wrong: 'url: www.lund.se/natverk',
		right: 'url: https://www.lund.se/natverk',
	},
	TP310: {
		title: 'Koden har fel antal siffror',
		why: 'En kommunkod har fyra siffror och en länskod två, inom citattecken så att en nolla först inte försvinner.',
		wrong: 'code: "126"',
		right: 'code: "0126"',
	},
	TP311: {
		title: 'Adressen är inte skriven som här',
		why: 'Webbplatsens egna adresser skrivs utan värdnamn, med snedstreck först och sist.',
		wrong: '- id: exempel/gammalt-namn',
		right: '- id: /exempel/gammalt-namn/',
	},
	TP312: {
		title: 'Talet är för stort eller för litet',
		why: 'Punkterna är tio, och årtal ligger mellan 1900 och 2100.',
		wrong: 'points: [1, 11]',
		right: 'points: [1, 10]',
	},
	TP313: {
		title: 'Samma sak två gånger i en lista',
		why: 'En dubblett gör att exemplet räknas eller visas två gånger.',
		wrong: 'points: [1, 1]',
		right: 'points: [1]',
	},
	TP314: {
		title: 'Fält som hör ihop',
		why: 'Vissa fält betyder något bara tillsammans, eller utesluter varandra.',
		wrong: 'status: withdrawn',
		right: 'status: withdrawn\nwithdrawn:\n  date: 2026-05-07\n  reason: Källan gällde en annan kommun.',
	},
	TP315: {
		title: 'Tiden går baklänges',
		why: 'Något slutar innan det börjar, eller granskas innan det publiceras. Ett av datumen är fel.',
		wrong: 'started: 2015\nended: 2013',
		right: 'started: 2013\nended: 2015',
	},
	TP316: {
		title: 'Titeln slutar med punkt',
		why: 'Titeln står i listor och hänvisningar, där punkten hamnar mitt i en mening.',
		wrong: 'title: Nätverk mot rykten.',
		right: 'title: Nätverk mot rykten',
	},
	TP317: {
		title: 'Sökord med stora bokstäver',
		why: 'Sökningen jämför med små bokstäver.',
		wrong: 'words: [HBTQ, regnbåge]',
		right: 'words: [hbtq, regnbåge]',
	},
	TP318: {
		title: 'Fälten står i en annan ordning',
		why: 'Med samma ordning i alla filer hittar nästa redaktör rätt, och ändringar går att jämföra.',
		wrong: 'summary: Lund har ett nätverk.\ntitle: Nätverk mot rykten',
		right: 'title: Nätverk mot rykten\nsummary: Lund har ett nätverk.',
		warning: true,
		mechanical: true,
	},

	TP401: {
		title: 'Id:t finns redan',
		why: 'Ett id pekar ut en enda sak. Två med samma id går inte att skilja åt.',
		wrong: '- id: natverk\n- id: natverk',
		right: '- id: natverk\n- id: natverk-for-chefer',
	},
	TP402: {
		title: 'Källan finns inte',
		why: 'Varje källa står en gång i content/kallor.yml och används med sitt id.',
		wrong: 'sources:\n  - id: lund-hemsida',
		right: 'sources:\n  - id: lunds-manskliga-rattigheter',
	},
	TP403: {
		title: 'Kommunen finns inte',
		why: 'Kommuner står i content/kommuner.yml. Är kommunen ny i katalogen läggs den till där, med kod och län.',
		wrong: 'municipalities: [lunds-kommun]',
		right: 'municipalities: [lund]',
	},
	TP404: {
		title: 'Länken leder till en sida som inte finns',
		why: 'En länk inom webbplatsen ska leda någonstans. Adressen är filens namn, inte titeln.',
		wrong: '[MR-staden Lund](/exempel/lund/)',
		right: '[MR-staden Lund](/exempel/lund-mr-stad/)',
	},
	TP405: {
		title: 'Exemplet finns inte',
		why: 'Ett exempels id är filens namn utan ändelse.',
		wrong: 'examples:\n  - id: lund-mr-stad.mdx',
		right: 'examples:\n  - id: lund-mr-stad',
	},
	TP406: {
		title: 'Exemplet gäller inte längre',
		why: 'Exemplet är tillbakadraget eller har gått upp i ett annat. Läsaren ska komma till det som gäller.',
		wrong: 'mergedInto: ett-tillbakadraget-exempel',
		right: 'mergedInto: exemplet-som-galler',
	},
	TP407: {
		title: 'Begreppet finns inte i vokabulären',
		why: 'Exempel märks med id:n ur content/begrepp, aldrig med fria ord. Då hittar läsaren allt av samma slag.',
		wrong: 'methods: [natverkande]',
		right: 'methods: [natverk]',
	},
	TP408: {
		title: 'Posten används inte',
		why: 'En källa eller kommun som inget hänvisar till är oftast kvar efter en ändring, eller så är id:t felskrivet på andra stället.',
		wrong: '- id: en-kalla-som-inget-namner',
		right: 'Posten borttagen, eller nämnd i ett exempel.',
	},
	TP409: {
		title: 'Punkten har inget exempel',
		why: 'Varje punkt ska ha minst ett publicerat exempel, så att ingen punktsida är tom.',
		wrong: 'Inget exempel har points: [7].',
		right: 'Ett exempel har points: [7].',
	},
	TP410: {
		title: 'Programmets tio punkter är inte hela',
		why: 'Punkterna är tio och ligger i 1.mdx till 10.mdx. Filens namn ska vara punktens nummer.',
		wrong: 'content/punkter/sju.mdx med number: 7',
		right: 'content/punkter/7.mdx med number: 7',
	},
	TP411: {
		title: 'Det vidare begreppet finns inte',
		why: 'Fältet broader pekar på ett annat begrepp i samma fil.',
		wrong: 'broader: natverken',
		right: 'broader: natverk',
	},
	TP412: {
		title: 'Ordet står under två begrepp',
		why: 'Ett ord leder till ett begrepp. Annars vet varken läsaren eller sökningen vilket.',
		wrong: '- id: natverk\n  synonyms: [forum]\n- id: rad\n  synonyms: [forum]',
		right: '- id: natverk\n- id: rad\n  synonyms: [forum]',
	},
	TP413: {
		title: 'Filen är ingen vokabulär',
		why: 'Filens namn i content/begrepp säger vad begreppen är.',
		wrong: 'content/begrepp/metod.yml',
		right: 'content/begrepp/metoder.yml',
	},
	TP414: {
		title: 'Sökordet står på för många rader',
		why: 'Ett ord som leder överallt hjälper ingen. Högst tre rader får ha samma ord.',
		wrong: 'Ordet dialog på fyra rader i sokord.yml.',
		right: 'Ordet dialog på raden där det hör hemma bäst.',
	},
	TP415: {
		title: 'Sökorden leder ingenstans',
		why: 'Minst ett av orden på raden ska stå på en sida. Annars får läsaren ändå inga träffar.',
		wrong: 'words: [ryktesspridare, skvaller]',
		right: 'words: [rykten, skvaller]',
	},
	TP416: {
		title: 'Kommunkoden stämmer inte',
		why: 'Kod, namn och län hålls mot SCB:s lista över de 290 kommunerna.',
		wrong: 'name: Lund\ncode: "1280"',
		right: 'name: Lund\ncode: "1281"',
	},
	TP417: {
		title: 'Kommunens id liknar inte namnet',
		why: 'Id:t blir adress och ska gå att känna igen.',
		wrong: '- id: staden\n  name: Lund',
		right: '- id: lund\n  name: Lund',
	},
	TP418: {
		title: 'Källan står inte bland exemplets källor',
		why: 'Det som sägs vara känt ska stödjas av en källa som läsaren hittar längst ned på sidan.',
		wrong: 'known:\n  cost:\n    sources: [en-annan-kalla]',
		right: 'known:\n  cost:\n    sources: [kallan-under-sources]',
	},
	TP419: {
		title: 'Kunskapsläget saknar stöd',
		why: 'Uppföljt kräver en uppföljning eller utvärdering bland källorna, och utvärderat en utvärdering.',
		wrong: 'evidence: evaluated utan en källa av slaget utvardering',
		right: 'evidence: described',
	},
	TP420: {
		title: 'Datumet har inte varit än',
		why: 'Katalogen säger vad som har hänt. Ett datum i framtiden är ett skrivfel.',
		wrong: 'reviewed: 2062-05-07',
		right: 'reviewed: 2026-05-07',
	},
	TP421: {
		title: 'Titeln är tagen',
		why: 'Två sidor med samma titel går inte att skilja åt i listor, sökträffar och hänvisningar.',
		wrong: 'title: Mångfaldspolicy i två filer',
		right: 'title: Mångfaldspolicy för bostadsbolaget',
	},

	TP501: {
		title: 'Texten går inte att läsa',
		why: 'I MDX betyder < och { kod. Som tecken i text skrivs de &lt; och \\{.',
		wrong: 'Andelen var <10 procent.',
		right: 'Andelen var under 10 procent.',
	},
	TP502: {
		title: 'Kod med import eller export',
		why: 'Innehåll är text. Rader som börjar med import eller export är program och körs aldrig.',
		wrong: 'export const antal = 3',
		right: 'Raden borttagen.',
	},
	TP503: {
		title: 'Klamrar är kod',
		why: 'Det som står mellan klamrar är program i MDX. Det gäller också kommentarer.',
		wrong: 'Mötet hölls {datum}.',
		right: 'Mötet hölls 7 maj 2019.',
	},
	TP504: {
		title: 'Komponenten får inte användas',
		why: 'Bara katalogens egna komponenter får stå i texten. HTML-taggar får inte användas alls.',
		wrong: '<script src="…"></script>',
		right: '<Note title="Att tänka på">Text.</Note>',
	},
	TP505: {
		title: 'Komponenten får något den inte tar emot',
		why: 'Varje komponent har sina fält, och de är text.',
		wrong: '<Note onclick="…">',
		right: '<Note title="Att tänka på">',
	},
	TP506: {
		title: 'Rubrik på högsta nivån',
		why: 'Sidans egen rubrik är titeln. Avsnitten börjar en nivå under.',
		wrong: '# Bakgrund',
		right: '## Bakgrund',
	},
	TP507: {
		title: 'Rubrik inne i något annat',
		why: 'En rubrik i en lista, ett citat eller en komponent delar inte in sidan.',
		wrong: '- ## Bakgrund',
		right: '## Bakgrund',
	},
	TP508: {
		title: 'Tom rubrik',
		why: 'En rubrik utan text ger ett tomt steg i innehållsförteckningen.',
		wrong: '##',
		right: '## Bakgrund',
	},
	TP509: {
		title: 'Länken går inte att använda',
		why: 'Länkar börjar med https://, http://, mailto:, / eller #. Annat kan vara kod eller leda fel.',
		wrong: '[Läs mer](javascript:alert(1))',
		right: '[Lunds program](https://lund.se/program)',
	},
	TP510: {
		title: 'Länken saknar text',
		why: 'Länkens text säger vart den leder. Utan text finns inget att trycka på eller läsa upp.',
		wrong: '[](https://lund.se/program)',
		right: '[Lunds program](https://lund.se/program)',
	},
	TP511: {
		title: 'Bild i texten',
		why: 'Katalogen är text. Det en bild visar ska stå i ord.',
		wrong: '![Affisch](affisch.png)',
		right: 'Affischen visar tio personer från kommunen.',
	},
	TP512: {
		title: 'Tabellraden har fel antal celler',
		why: 'Alla rader ska ha lika många celler som rubrikraden, annars hamnar värden i fel kolumn eller försvinner.',
		wrong: '| År | Antal |\n| -- | -- |\n| 2019 | 7 | 8 |',
		right: '| År | Antal |\n| -- | -- |\n| 2019 | 7 |',
	},
	TP513: {
		title: 'Fotnoten finns inte',
		why: 'En hänvisning till en fotnot behöver sin text längst ned i filen.',
		wrong: 'Kommunen antog en plan.[^1]',
		right: 'Kommunen antog en plan.[^1]\n\n[^1]: Beslut 7 maj 2019.',
	},
	TP514: {
		title: 'Text före första rubriken',
		why: 'Avsnitten är desamma i alla exempel, så att läsaren hittar. Text före dem hör inte hemma någonstans.',
		wrong: 'Kommunen ville möta rykten.\n\n## Vad som gjordes',
		right: '## Bakgrund\n\nKommunen ville möta rykten.\n\n## Vad som gjordes',
	},
	TP515: {
		title: 'Rubriknivån hoppar',
		why: 'Rubrikerna är sidans innehållsförteckning. En nivå får inte hoppas över.',
		wrong: '## Bakgrund\n\n#### Detalj',
		right: '## Bakgrund\n\n### Detalj',
	},
	TP516: {
		title: 'Rubriken är inte en av de fasta',
		why: 'Avsnitten är desamma i alla filer av samma slag, och deras adresser är fasta.',
		wrong: '## Inledning',
		right: '## Bakgrund',
	},
	TP517: {
		title: 'Rubriken står två gånger',
		why: 'Två avsnitt kan inte ha samma adress.',
		wrong: '## Resultat\n\n## Resultat',
		right: '## Resultat',
	},
	TP518: {
		title: 'Rubriken står på fel plats',
		why: 'Avsnitten kommer i samma ordning överallt.',
		wrong: '## Resultat\n\n## Vad som gjordes',
		right: '## Vad som gjordes\n\n## Resultat',
	},
	TP519: {
		title: 'Tomt avsnitt',
		why: 'Ett avsnitt utan text ska inte finnas. Webbplatsen skriver själv Uppgift saknas där det behövs.',
		wrong: '## Resultat\n\n## Lärdomar',
		right: '## Lärdomar\n\nText.',
	},
	TP520: {
		title: 'Ett avsnitt saknas',
		why: 'Några avsnitt måste finnas. I ett exempel är det Vad som gjordes.',
		wrong: '## Bakgrund\n\nText.',
		right: '## Vad som gjordes\n\nText.',
	},
	TP521: {
		title: 'Ett kodblock för långt in',
		why: 'Ett kodblock med stort indrag läses på olika sätt av olika program. Då kan det som skulle visas som kod bli något annat.',
		wrong: '      ```\n      npm run granska\n      ```',
		right: '```\nnpm run granska\n```',
	},
	TP522: {
		title: 'Något är kvar att göra',
		why: 'Mallen och kommandona märker det som du ska fylla i. Så länge märket står kvar är texten ett utkast.',
		wrong: 'organisation: (märket, och vad som ska stå här)',
		right: 'organisation: Kommunstyrelsen',
	},
	TP523: {
		title: 'Originalets text står kvar',
		why: 'Ett importerat utkast visar originalet som underlag. Texten i katalogen ska vara skriven med egna ord.',
		wrong: '```original\nTexten som den stod hos källan.\n```',
		right: 'Det kommunen gjorde, med egna ord.',
	},

	TP601: {
		title: 'Fel citattecken',
		why: 'Svenska citattecken är likadana före och efter.',
		wrong: 'Kommunen kallar det "dialog".',
		right: 'Kommunen kallar det ”dialog”.',
		mechanical: true,
	},
	TP602: {
		title: 'Fel apostrof',
		why: 'Apostrofen skrivs som en liten nia.',
		wrong: "Rock'n'roll för unga",
		right: 'Rock’n’roll för unga',
		mechanical: true,
	},
	TP603: {
		title: 'Två mellanslag i följd',
		why: 'Ett mellanslag räcker.',
		wrong: 'Kommunen  frågade.',
		right: 'Kommunen frågade.',
		mechanical: true,
	},
	TP604: {
		title: 'Ordet värderar',
		why: 'Katalogen beskriver och tar inte ställning. Berätta vad som hände, och vem som säger att det var bra.',
		wrong: 'Ett framgångsrikt nätverk.',
		right: 'Antalet anmälningar minskade enligt uppföljningen.',
	},
	TP605: {
		title: 'Engelskt ord',
		why: 'Texten ska vara vårdad, enkel och begriplig, så som språklagen kräver av offentlig verksamhet. De flesta engelska facktermer har ett svenskt ord.',
		wrong: 'Kommunen mötte sina stakeholders.',
		right: 'Kommunen mötte dem som berörs.',
	},
	TP606: {
		title: 'Lång mening',
		why: 'En mening med fler än 35 ord är svår att hålla i minnet. En tanke per mening.',
		wrong: 'En mening på fyrtio ord med flera bisatser.',
		right: 'Två meningar på tjugo ord.',
	},
	TP607: {
		title: 'Tung text',
		why: 'LIX över 45 är tungt för den som har bråttom. Kortare meningar hjälper, och verb i stället för substantiv.',
		wrong: 'Genomförandet av implementeringen av handlingsplanen',
		right: 'Kommunen genomförde planen.',
		warning: true,
	},
	TP608: {
		title: 'För tung text',
		why: 'LIX över 60 läser få. Texten måste skrivas om med kortare meningar och ord.',
		wrong: 'En text med bara långa meningar och långa ord.',
		right: 'En text med en tanke per mening.',
	},

	TP701: {
		title: 'En persons e-postadress',
		why: 'Katalogen ligger öppet länge. Personer byter arbete och har rätt att slippa stå kvar. Funktionsbrevlådor får nämnas.',
		wrong: 'Kontakta handläggaren, med namn och egen e-postadress.',
		right: 'Kontakta kommun@kommunen.se.',
	},
	TP702: {
		title: 'Ett telefonnummer',
		why: 'Telefonnummer till personer ska inte ligga öppet, och nummer blir snabbt fel.',
		wrong: 'Ring 0xx-xx xx xx.',
		right: 'Kontakta kommunens växel.',
	},
	TP703: {
		title: 'Ett personnummer',
		why: 'Personnummer får aldrig publiceras. Är det något annat, till exempel ett ärendenummer, skriv det så att det syns.',
		wrong: 'ååmmdd-nnnn',
		right: 'Uppgiften borttagen.',
	},

	TP801: {
		title: 'Adressregistret är ändrat för hand',
		why: 'Registret skrivs av npm run adresser och är löftet om att gamla länkar fungerar.',
		wrong: 'En rad borttagen ur content/adressregister.txt.',
		right: 'Registret som kommandot skrev det.',
	},
	TP802: {
		title: 'Sidan byggs men adressen är avvecklad',
		why: 'En adress som har avvecklats används aldrig igen, eftersom gamla länkar menar något annat.',
		wrong: '- id: /exempel/lund-mr-stad/ i adresser.yml medan filen finns kvar',
		right: 'Raden borttagen, eller filen omdöpt.',
	},
	TP803: {
		title: 'Adressen har aldrig publicerats',
		why: 'Bara adresser som finns i registret kan avvecklas. Oftast är adressen felskriven.',
		wrong: '- id: /exempel/lund-mrstad/',
		right: '- id: /exempel/lund-mr-stad/',
	},
	TP804: {
		title: 'En avvecklad adress används igen',
		why: 'Den som följer en gammal länk ska inte hamna på något annat än det länken gällde.',
		wrong: 'En ny fil med ett namn som är avvecklat.',
		right: 'En ny fil med ett nytt namn.',
	},
	TP805: {
		title: 'Adressen flyttas i en cirkel',
		why: 'Läsaren skickas runt utan att komma fram.',
		wrong: '- id: /a/\n  movedTo: /b/\n- id: /b/\n  movedTo: /a/',
		right: '- id: /a/\n  movedTo: /b/',
	},
	TP806: {
		title: 'Adressen leder ingenstans',
		why: 'Det som movedTo pekar på måste vara en sida som finns.',
		wrong: 'movedTo: /exempel/finns-inte/',
		right: 'movedTo: /exempel/lund-mr-stad/',
	},
	TP807: {
		title: 'En publicerad sida försvinner',
		why: 'Sidan har hänvisats till. Den ska ligga kvar, flytta eller förklaras borttagen.',
		wrong: 'Filen borttagen.',
		right: '- id: /exempel/borttaget/\n  gone:\n    date: 2026-05-07\n    reason: Källan gällde en annan kommun.',
	},
	TP808: {
		title: 'Ett publicerat avsnitt försvinner',
		why: 'Länkar kan leda till ett avsnitt på en sida. Det ska finnas kvar eller förklaras borttaget.',
		wrong: 'Rubriken Resultat borttagen.',
		right: 'Rubriken Resultat kvar.',
	},
} as const satisfies Record<string, Fault>;

export type Code = keyof typeof FAULTS_BY_CODE;
export const FAULTS: Readonly<Record<Code, Fault>> = FAULTS_BY_CODE;
export const CODES = Object.keys(FAULTS_BY_CODE) as Code[];
