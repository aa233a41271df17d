/** Swedish vocabulary for the made-up examples: own lists. Compounds are made of a first element and a head. */

const words = (text: string) => text.trim().split(/\s+/);
const forms = (text: string) => text.split('|').map((item) => words(item));

/** First elements of compounds, in the form they take when joined. */
export const FIRST_ELEMENTS = words(`
kommun medborgar integrations mångfalds likabehandlings diskriminerings antidiskriminerings rättighets människorätts
minoritets språk skol förskole gymnasie biblioteks kultur idrotts fritids förenings ungdoms barn familje bostads
fastighets hyres arbetsmarknads rekryterings personal lednings styrnings verksamhets förvaltnings nämnds styrelse
samverkans partnerskaps dialog samråds råds nätverks rykten antirykten hatbrotts brottsförebyggande trygghets
säkerhets polis stads stadsdels områdes grannskaps landsbygds regions stats EU forsknings kunskaps utbildnings
fortbildnings kompetens handledar metod process kvalitets uppföljnings utvärderings analys statistik enkät
kartläggnings rapport informations kommunikations kampanj media webb digital tillgänglighets funktionsrätts
jämställdhets jämlikhets hälso folkhälso vård omsorgs äldre social ekonomi budget upphandlings avtals klagomåls
anmälnings ärende besluts mål handlings åtgärds projekt program policy strategi visions fredsskapande demokrati
valdeltagande val parti fackliga arbetsgivar arbetsplats arbets tjänste service kund besöks mottagnings nyanlända
flykting asyl migrations minnes historie museum musik teater konst film fest måltids mat mötes mentors språkvän
cirkel studie folkbildnings teckenspråks samtals lärande utvecklings framtids
`);

/** Indefinite, definite, plural, definite plural. */
export const NOUNS = forms(`
arbete arbetet arbeten arbetena | grupp gruppen grupper grupperna | råd rådet råd råden | nätverk nätverket nätverk
nätverken | plan planen planer planerna | program programmet program programmen | projekt projektet projekt
projekten | insats insatsen insatser insatserna | åtgärd åtgärden åtgärder åtgärderna | metod metoden metoder
metoderna | modell modellen modeller modellerna | utbildning utbildningen utbildningar utbildningarna | kurs kursen
kurser kurserna | möte mötet möten mötena | träff träffen träffar träffarna | dag dagen dagar dagarna | vecka veckan
veckor veckorna | fråga frågan frågor frågorna | ansvar ansvaret ansvar ansvaren | uppdrag uppdraget uppdrag
uppdragen | mål målet mål målen | krav kravet krav kraven | stöd stödet stöd stöden | verksamhet verksamheten
verksamheter verksamheterna | förvaltning förvaltningen förvaltningar förvaltningarna | nämnd nämnden nämnder
nämnderna | enhet enheten enheter enheterna | samordnare samordnaren samordnare samordnarna | handläggare
handläggaren handläggare handläggarna | strateg strategen strateger strategerna | ledare ledaren ledare ledarna |
lärare läraren lärare lärarna | elev eleven elever eleverna | invånare invånaren invånare invånarna | förening
föreningen föreningar föreningarna | organisation organisationen organisationer organisationerna | byrå byrån byråer
byråerna | central centralen centraler centralerna | mottagning mottagningen mottagningar mottagningarna | lokal
lokalen lokaler lokalerna | plats platsen platser platserna | område området områden områdena | miljö miljön miljöer
miljöerna | policy policyn policyer policyerna | strategi strategin strategier strategierna | rapport rapporten
rapporter rapporterna | undersökning undersökningen undersökningar undersökningarna | enkät enkäten enkäter
enkäterna | analys analysen analyser analyserna | kartläggning kartläggningen kartläggningar kartläggningarna |
uppföljning uppföljningen uppföljningar uppföljningarna | utvärdering utvärderingen utvärderingar utvärderingarna |
redovisning redovisningen redovisningar redovisningarna | material materialet material materialen | handbok
handboken handböcker handböckerna | vägledning vägledningen vägledningar vägledningarna | checklista checklistan
checklistor checklistorna | kampanj kampanjen kampanjer kampanjerna | utställning utställningen utställningar
utställningarna | festival festivalen festivaler festivalerna | föreläsning föreläsningen föreläsningar
föreläsningarna | samtal samtalet samtal samtalen | dialog dialogen dialoger dialogerna | process processen
processer processerna | struktur strukturen strukturer strukturerna | perspektiv perspektivet perspektiv
perspektiven | kunskap kunskapen kunskaper kunskaperna | kompetens kompetensen kompetenser kompetenserna |
erfarenhet erfarenheten erfarenheter erfarenheterna | resultat resultatet resultat resultaten | effekt effekten
effekter effekterna | utmaning utmaningen utmaningar utmaningarna | möjlighet möjligheten möjligheter möjligheterna
| rättighet rättigheten rättigheter rättigheterna | skyldighet skyldigheten skyldigheter skyldigheterna |
överenskommelse överenskommelsen överenskommelser överenskommelserna | avtal avtalet avtal avtalen | budget budgeten
budgetar budgetarna | medel medlet medel medlen | bidrag bidraget bidrag bidragen | fond fonden fonder fonderna |
pris priset priser priserna | ambassadör ambassadören ambassadörer ambassadörerna | ombud ombudet ombud ombuden |
panel panelen paneler panelerna | forum forumet forum forumen | verkstad verkstaden verkstäder verkstäderna |
bibliotek biblioteket bibliotek biblioteken | skola skolan skolor skolorna | förskola förskolan förskolor
förskolorna | bolag bolaget bolag bolagen | tjänst tjänsten tjänster tjänsterna | rutin rutinen rutiner rutinerna |
riktlinje riktlinjen riktlinjer riktlinjerna | indikator indikatorn indikatorer indikatorerna | statistik
statistiken statistiker statistikerna | anmälan anmälan anmälningar anmälningarna | ärende ärendet ärenden ärendena
| beslut beslutet beslut besluten | förslag förslaget förslag förslagen | motion motionen motioner motionerna |
yttrande yttrandet yttranden yttrandena
`);

/** Infinitive, present, past. */
export const VERBS = forms(`
arbeta arbetar arbetade | starta startar startade | utveckla utvecklar utvecklade | genomföra genomför genomförde |
följa följer följde | stödja stödjer stödde | samla samlar samlade | erbjuda erbjuder erbjöd | bjuda bjuder bjöd |
motverka motverkar motverkade | bemöta bemöter bemötte | främja främjar främjade | skapa skapar skapade | stärka
stärker stärkte | synliggöra synliggör synliggjorde | kartlägga kartlägger kartlade | analysera analyserar
analyserade | redovisa redovisar redovisade | samordna samordnar samordnade | samverka samverkar samverkade |
inrätta inrättar inrättade | införa inför införde | anta antar antog | besluta beslutar beslutade | föreslå föreslår
föreslog | utbilda utbildar utbildade | informera informerar informerade | involvera involverar involverade | bygga
bygger byggde | öppna öppnar öppnade | sprida sprider spred | mäta mäter mätte | utvärdera utvärderar utvärderade |
förändra förändrar förändrade | förbättra förbättrar förbättrade | underlätta underlättar underlättade | förebygga
förebygger förebyggde | upptäcka upptäcker upptäckte | hantera hanterar hanterade | granska granskar granskade |
beskriva beskriver beskrev | formulera formulerar formulerade | inkludera inkluderar inkluderade | rekrytera
rekryterar rekryterade | fördela fördelar fördelade | finansiera finansierar finansierade | tillsätta tillsätter
tillsatte | presentera presenterar presenterade | diskutera diskuterar diskuterade | möta möter mötte
`);

/** Common gender, neuter, plural. */
export const ADJECTIVES = forms(`
ny nytt nya | lokal lokalt lokala | gemensam gemensamt gemensamma | öppen öppet öppna | tydlig tydligt tydliga |
stor stort stora | liten litet små | aktiv aktivt aktiva | långsiktig långsiktigt långsiktiga | systematisk
systematiskt systematiska | strukturell strukturellt strukturella | kommunal kommunalt kommunala | regional
regionalt regionala | nationell nationellt nationella | internationell internationellt internationella | jämlik
jämlikt jämlika | jämställd jämställt jämställda | inkluderande inkluderande inkluderande | förebyggande
förebyggande förebyggande | rättighetsbaserad rättighetsbaserat rättighetsbaserade | kunskapsbaserad kunskapsbaserat
kunskapsbaserade | flerspråkig flerspråkigt flerspråkiga | digital digitalt digitala | kostnadsfri kostnadsfritt
kostnadsfria | årlig årligt årliga | återkommande återkommande återkommande | bred brett breda | konkret konkret
konkreta | praktisk praktiskt praktiska | politisk politiskt politiska | etnisk etniskt etniska | kulturell
kulturellt kulturella | religiös religiöst religiösa | social socialt sociala | ekonomisk ekonomiskt ekonomiska |
utsatt utsatt utsatta | ung ungt unga | äldre äldre äldre | trygg tryggt trygga | särskild särskilt särskilda
`);

export const PLACES = words(`
Centrum Norra Södra Östra Västra Bergsjön Angered Fittja Alby Hallunda Rinkeby Husby Rosengård Lindängen Råslätt
Bäckby Araby Gottsunda Vivalla Navestad Kronogården Hageby Klockaretorpet Tynnered Hjällbo Nydala Almgården
Planteringen Fröslunda Skäggetorp Berga Ryd Hisingen Torpa Österby Sörby Gamlastaden Nyhamn Ekbacken Björkhöjden
Tallmon Kvarnberget Sjöbacken Hagalund Furulund Solberga Skogås Trångsund Vårby Flemingsberg
`);
