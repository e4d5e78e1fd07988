import { article, randomOf, story } from '../test-support/press.ts';
import { at, type Golden, ownProse } from './case.ts';

const PROBE =
  'The Hesper kite was meant to fly for one season and has now been aloft for three. It was let go from a salt flat at the end of the dry months, climbed for eleven days and then settled into a current that carries it round the pole every five weeks. Those who built it at the Ormond works lost its camera to frost early on, and have drawn their maps ever since from the hum of its wires. What that hum told them overturned the almanac: a wind that blows uphill, a cloud with a hole that never closes, and thunder that comes before the flash. Its cloth has worn thin. Hail has bent two of the seven spars, and the crew on the ground tacks it by telegraph, much as one steers a blind horse. Next winter it is to be led out over the sea and cut loose, so that no village has to fear its frame. Nothing that will follow it is further along than a drawing. The woman who sewed its hem keeps the last bolt of the cloth under her bed.';

const ISLA =
  'El islote de Cabra Rubia fue durante un siglo el lazareto de toda la costa. Los enfermos llegaban en barcas sin remos, remolcadas por un cabo larguísimo, y cultivaban lino en las terrazas que aún se ven desde el faro. Nadie supo cuántos lograron volver a nado con la marea de septiembre. En 1887 un rayo partió la capilla y se llevó con ella los libros de entradas; quedaron los nombres arañados en el plomo del tejado. Luego llegaron los botánicos, una fábrica de botones de nácar que quebró en su segundo verano y, por último, los conejos. Hoy viven allí nueve personas y ninguna cierra la puerta. El correo va los jueves si el mar quiere, la fragua sirve de escuela y el pozo da agua dulce solo de noche. La diputación quiso convertir el lazareto en balneario, pero los nietos de los boticarios conservan unas escrituras de piel de cabra que ningún juez ha sabido leer todavía.';

const KARTELL =
  'Die Glockenbrüder, wie man sie im Tal noch heute nennt, fanden sich in einer Räucherkammer zusammen. Neun Küster verabredeten 1968, das Läuten an Hochzeiten nur noch gegen Schinken zu besorgen, und verzeichneten jede Lieferung auf der Rückseite eines Altarbildes. Als ein Pfarrer davon predigte, verstummte seine Orgel. Die Gendarmen tappten acht Jahre im Dunkeln, denn jeder im Ort hatte von den Würsten gekostet, am Ende auch der Amtsrichter. Erst einem Glockengießer fiel auf, dass die Seile nach Speck rochen. Fünf Küster kamen vor Gericht, drei verschwanden über die Berge, einer gründete eine Metzgerei und wurde Ehrenbürger. Die Schinken fand man nie. Seither klopft zu jedem Kirchweihfest jemand die Kammer nach hohlen Stellen ab, und der Mesner verleiht dazu Hämmer gegen eine Kerze.';

const NOTE =
  'Our columnist kept bees in the Harrow hills for twelve years and has published three volumes on the price of candles. He lectures at the seminary in Oldquay on Fridays and repairs harmoniums. Answers to this page can be left with the porter.';

const random = randomOf(302);
const CHAPTERS = story(random, 24);
const LEAD =
  'A sketch shown on Tuesday caught the kite above a waterspout, with frost on every spar and its tail in shreds.';

/** A stretch counts by what it says, wherever it stands in the one and in the other. */
export const STRETCHES: readonly Golden[] = [
  {
    condition: 'one outlet: a lead of twenty words before what closed a longer article of the day before',
    articles: [
      article('long', 'tribune.example', [...CHAPTERS, PROBE], at(6, 18)),
      article('short', 'tribune.example', [LEAD, PROBE], at(7, 8)),
    ],
    joined: ['long', 'short'],
    rows: { long: { relation: 'original' } },
  },
  {
    condition: 'the same at two outlets',
    articles: [
      article('long', 'tribune.example', [...CHAPTERS, PROBE], at(6, 18)),
      article('short', 'herald.example', [LEAD, PROBE], at(7, 8)),
    ],
    joined: ['long', 'short'],
    rows: { long: { relation: 'original' } },
  },
  {
    condition: 'one outlet in Spanish: a short item before the background that closed a feature three days before',
    articles: [
      article('long', 'gaceta.example', `${ownProse(random, 'es', 14)}\n\n${ISLA}`, at(6, 6), { language: 'es' }),
      article(
        'short',
        'gaceta.example',
        `La galerna de anoche hundió la única barca de Cabra Rubia, y sus vecinos piden que alguien les lleve harina antes del domingo.\n\n${ISLA}`,
        at(9, 6),
        { language: 'es' },
      ),
    ],
    joined: ['long', 'short'],
    rows: { long: { relation: 'original' } },
  },
  {
    condition:
      'one outlet in German: a report of a find before the background that closed an article eight days before',
    articles: [
      article('long', 'bote.example', `${ownProse(random, 'de', 12)}\n\n${KARTELL}`, at(6, 6), { language: 'de' }),
      article(
        'short',
        'bote.example',
        `Eine Schülerin hat in der Räucherkammer eine Dose mit Klöppeln gefunden, die nach Ansicht des Kreisarchivs jünger sind als das Tal glaubt.\n\n${KARTELL}`,
        at(14, 6),
        { language: 'de' },
      ),
    ],
    joined: ['long', 'short'],
  },
  {
    condition: 'what closed one article opens the next, or stands in its middle',
    articles: [
      article('long', 'tribune.example', [...CHAPTERS, PROBE], at(6, 18)),
      article('opens', 'tribune.example', [PROBE, LEAD], at(7, 8)),
      article('midst', 'tribune.example', [LEAD, PROBE, story(randomOf(303), 1)[0]!], at(8, 8)),
    ],
    joined: ['long', 'opens', 'midst'],
    rows: { long: { relation: 'original' } },
  },
  {
    condition: 'two articles of one outlet that close with the same note on their writer are no copies',
    articles: [
      article('flour', 'column.example', [...story(randomOf(304), 5), NOTE], at(6, 6)),
      article('ships', 'column.example', [...story(randomOf(305), 5), NOTE], at(10, 6)),
    ],
    apart: ['flour', 'ships'],
  },
];
