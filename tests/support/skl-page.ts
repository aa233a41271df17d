/**
 * A page in the form of SKL's pages of examples: the same headings, order, date and footer as the page of the first
 * point, with texts of our own and no person named. Seven examples.
 */
export const PAGE = `Publicerad: 7 maj 2019

Involvera aktörer och grupper för att motverka diskriminering

Antiryktesnätverk – att bena ut rykten med dialog och fakta, Botkyrka kommun

Kommunen startade 2013 ett nätverk mot rykten. Förebilden fanns i Barcelona. Nätverket samlar in rykten och svarar med fakta.

Först i Sverige med hbtq-samråd, Göteborgs stad

Göteborg fick 2013 ett råd för hbtq-frågor. Rådet svarar på remisser.

Demokrativecka för dialog mellan medborgare och med kommunen, Huddinge kommun

Sedan 2011 ordnar Huddinge en vecka om demokrati. Föreningar, partier och förvaltningar håller i programmet.

Delaktighetshandbok för bättre samarbete med civilsamhället, Huddinge kommun

Handboken beskriver sätt att delta - från information till medbestämmande.

Den säger att syftet ska vara klart från början.

Flera olika sorters dialog och kunskapsunderlag, Lunds kommun

Lund lägger ihop enkäter, statistik och samtal.

Ett kommunalt ungdomsforum som länk mellan unga och politiker, Trelleborgs kommun

Åtta gymnasieungdomar får utbildning på sommaren och svarar sedan på remisser.

Satsning på civilsamhället för att främja integration, Trelleborgs kommun

Kommunstyrelsen beslutade 2016 om 1,3 miljoner kronor. Pengarna hör till en överenskommelse mellan
Trelleborgs kommun, föreningar och andra.

Ett första möte har hållits, då deltog ett sjuttiotal föreningar och olika
förslag diskuterades.

Informationsansvarig

  • Handläggaren
    Avdelningen

Kontakt

Välkommen att skicka din fråga till SKL!

Gäller din fråga arbetsrätt?

SKL:s rådgivning riktar sig till chefer i kommuner och regioner.
Hjälpte informationen på sidan dig?

Tack för att du hjälper oss!

Sidfot
`;

/** The municipality of each example, by code. */
export const CODES = ['0127', '1480', '0126', '0126', '1281', '1287', '1287'];

/** The page as a web page of its time. */
export const asHtml = (text: string) => `<!DOCTYPE html><html lang="sv"><head><title>SKL</title>
<link rel="canonical" href="https://skl.se/involveraexempel.1711.html"><script>var kontakt = "Lunds kommun";</script></head>
<body><nav><a href="/">Start, Stockholms stad</a></nav><main>
${text
	.split(/\n{2,}/)
	.map((block, place) =>
		place === 1
			? `<h1>${block}</h1>`
			: /(kommun|stad)$/.test(block)
				? `<h2>${block}</h2>`
				: `<p>${block.replace(/\n/g, '<br>')}</p>`,
	)
	.join('\n')}
</main><footer><p>Om webbplatsen, Solna stad</p></footer></body></html>`;
