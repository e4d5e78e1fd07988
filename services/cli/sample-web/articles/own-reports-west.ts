import { article, paragraphs } from '../article.ts';

/** Reports that nobody copied, in English, French, German and Spanish. */
export const ownReportsWest = [
  article({
    outlet: 'levant',
    path: '/story/20261015-bosphorus-pilots-strike-vote',
    language: 'en',
    title: 'Bosphorus pilots vote on a strike for the first time since 1994',
    byline: 'Bassel Trad',
    published: '2026-10-15T14:20:00+03:00',
    plan: { relation: 'unique' },
    credit: { line: 'With additional reporting by Boğaz Postası', kind: 'part' },
    related: ['Tanker rates in the Levant basin'],
    paragraphs: paragraphs(`
The men and women who steer other people's ships through Istanbul began on Thursday to vote on whether to stop. The ballot runs for three days in a tea room at Kandilli, and the box is a lifejacket locker with a slot sawn into its lid.

Their association wants a third pilot on every watch. Traffic has grown by a sixth since the grain convoys were announced, it says, and a pilot now boards five ships in a shift where he used to board three. The transport ministry answers that there is no money for posts before the new budget.

"If I fall asleep, the wheel does not," said Mehtap Sönmezer, who has held her licence for nineteen years. "That is the whole of our demand."

A strike would close the strait to all vessels longer than two hundred metres. Shipping agents in Beirut said that they had told clients to count on four lost days, and that two cargoes of sunflower oil had already been sent around by way of Mersin.`),
  }),
  article({
    outlet: 'harbour',
    path: '/2026/10/14/envoy-who-never-unpacks/',
    language: 'en',
    title: 'The envoy who never unpacks',
    byline: 'Piers Lanyon',
    published: '2026-10-14T06:30:00+01:00',
    plan: { relation: 'unique' },
    photo: { caption: 'Solveig Aarnes changing planes in Nairobi.', credit: 'Photo: Meridian Wire' },
    readMore: { label: 'Read more:', headline: 'A hotel of one’s own: where peace talks go to s…' },
    related: ['Nairobi adds a second night flight'],
    previous: 'Currencies: Tuesday morning rates',
    paragraphs: paragraphs(`
Solveig Aarnes owns four identical grey suits and keeps one of them in each of four cities. It saves, she reckons, eleven minutes a day, and in eleven minutes she can read the minutes of a meeting at which she was lied to.

For three years the Norwegian has carried messages between Ethiopia and Eritrea, two governments that are at peace on paper and do not answer one another's letters. She told the agency Meridian Wire in the spring that her work was "postal". To this paper she adds that the post has become heavier.

This month it contained, by the account of two officials who saw it, a list of nine wells along the border and a proposal that herdsmen of either side may use each of them on fixed days. Asmara returned it with seven of the wells crossed out. Addis Ababa took that for progress.

Her mandate ends in March. The two capitals have, for the first time in a decade, signed the same piece of paper: a request that she should stay.`),
  }),
  article({
    outlet: 'meridian',
    path: '/world/2026/10/18/belgium-consulate-lagos-brief',
    language: 'en',
    title: 'Belgium to reopen consulate in Lagos',
    published: '2026-10-18T10:05:00+02:00',
    plan: { relation: 'unique' },
    paragraphs: paragraphs(`
BRUSSELS — Belgium will reopen its consulate in Lagos in January after an absence of nine years, Foreign Minister Lieselot Van Overmeire said on Sunday. The office will have six staff and issue visas for students and traders. Nigeria's foreign ministry welcomed the step and said that it expected flights between the two countries to double.`),
  }),
  article({
    outlet: 'courrier',
    path: '/monde/2026/10/16/haiti-les-ecoliers-reprennent-le-bateau',
    language: 'fr',
    title: 'Haïti : à la Gonâve, les écoliers reprennent le bateau',
    byline: 'Maud Ferrandier',
    published: '2026-10-16T07:45:00+02:00',
    updated: '2026-10-16T11:20:00+02:00',
    plan: { relation: 'unique' },
    photo: { caption: 'Départ de l’aube sur la plage d’Anse-à-Galets.', credit: 'Crédit photo : collectif Lanbi' },
    related: ['Cap-Haïtien, le port qui ne dort plus'],
    paragraphs: paragraphs(`
Quatre mois durant, la mer est restée vide entre l’île de la Gonâve et Port-au-Prince. Les passeurs refusaient de traverser depuis qu’une bande armée prélevait sa taxe au milieu du chenal. Mercredi, deux vedettes de la mission kényane ont ouvert la route, et cent quarante lycéens sont montés à bord avec leurs cartables.

Le ministre de l’Éducation, Frantz-Olivier Dérival, était sur la jetée. Il a promis que l’escorte serait quotidienne jusqu’à Noël ; son homologue de l’Intérieur, joint par téléphone, parlait plutôt de trois jours par semaine. Entre les deux, les parents ont choisi de croire le premier.

> « Ma fille a raté un trimestre, elle ne ratera pas le suivant. »

La phrase est de Rosemène Bastien, marchande de charbon. Elle a vendu deux chèvres pour payer l’internat, au cas où les bateaux s’arrêteraient de nouveau.

Les pêcheurs, eux, regardent passer l’escorte et comptent. Chaque vedette brûle en une traversée ce qu’une barque consomme en un mois. « Qu’on nous donne l’essence, nous ferons l’escorte », lance l’un d’eux, et personne sur le quai ne rit tout à fait.`),
  }),
  article({
    outlet: 'rheinblick',
    path: '/ausland/2026-10/georgien-haselnuss-zoll',
    language: 'de',
    title: 'Wie die Haselnuss zwischen Tiflis und Brüssel geriet',
    byline: 'Ottilie Brandhorst',
    published: '2026-10-11T09:30:00+02:00',
    plan: { relation: 'unique' },
    photo: { caption: 'Sortieranlage bei Sugdidi.', credit: 'Foto: privat' },
    readMore: { label: 'Lesen Sie auch', headline: 'Schokolade ohne Nuss: Was die Branche jetzt…' },
    related: ['Ein Dorf, drei Währungen'],
    paragraphs: paragraphs(`
In Sugdidi riecht es im Oktober nach Staub und Röstkaffee. Drei von vier Familien leben hier von der Haselnuss, und seit einer Woche liegt die Ernte in den Höfen, weil niemand weiß, welcher Zoll auf sie erhoben wird.

Die Europäische Kommission hatte angekündigt, Vorteile für georgische Waren auszusetzen, solange das Gesetz über ausländische Einflüsse gilt. Handelskommissarin Benedikta Oravcová nannte das am Freitag "bedauerlich und umkehrbar". In Tiflis sprach Wirtschaftsminister Lascha Kereselidse von Erpressung.

## Vier Lari statt sechs

Die Händler haben ihre eigene Sprache dafür. Sie bieten vier Lari je Kilo, wo sie im August noch sechs zahlten, und warten. Wer einen Kredit bedienen muss, verkauft. Wer einen Dachboden hat, hängt Netze auf.

Manana Schonia hat keinen Dachboden. Sie hat die Nüsse ins Schlafzimmer gebracht und schläft in der Küche. "Brüssel ist weit", sagt sie, "aber es liegt jetzt unter meinem Bett."

Am Donnerstag reist Oravcová nach Tiflis. Auf dem Programm steht kein Besuch in Sugdidi, doch die Händler haben ihr einen Sack geschickt, vier Kilo, sortiert, mit Lieferschein. Absender: das Schlafzimmer.`),
  }),
  article({
    outlet: 'poniente',
    path: '/nota?id=4419&sec=int',
    language: 'es',
    title: 'Café & diplomacia: Colombia recibe a los compradores de Corea',
    byline: 'Íñigo Larrazpe',
    published: '2026-10-17T12:00:00+02:00',
    plan: { relation: 'unique' },
    related: ['El canal seco & los ferrocarriles'],
    previous: 'Bolivia & Chile: vuelve el tren a Arica',
    paragraphs: paragraphs(`
En Pereira han pintado la estación y han traído intérpretes de Bogotá. Treinta y dos compradores coreanos recorren esta semana las fincas del Eje Cafetero, invitados por un Gobierno que quiere vender menos a Estados Unidos y más a todos los demás.

La ministra de Comercio, Paloma Echandía, firmó el jueves con el viceministro surcoreano Baek Jun-seo una carta de intenciones que rebaja el arancel del grano tostado. El verde, que es casi todo lo que Colombia exporta, ya entraba libre.

"La diferencia está en tostarlo aquí", explica Echandía. Para eso hacen falta hornos, y los hornos vienen, precisamente, de Corea.

Los caficultores escuchan con cortesía. Don Arcesio Quintero, que tiene seis hectáreas y ochenta años, preguntó al viceministro si en Seúl el café se toma con panela. Le respondieron que con hielo. "Entonces no es lo mismo", dijo, y volvió a su mula.

El primer horno, del tamaño de una habitación, llegará a Buenaventura en febrero. Lo pagan a medias una cooperativa de mujeres de Chinchiná y un banco de Busan, que cobrará en café durante siete años.`),
  }),
];
