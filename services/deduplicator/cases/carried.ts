import { article, randomOf, story } from '../test-support/press.ts';
import { at, type Golden, ownProse } from './case.ts';

const BRIDGE = `The last span of the Ostrel bridge was lowered into place before dawn on Thursday, nineteen years after the ferry that it replaces lost forty passengers in fog. Engineer Maud Tarrick, who had promised her late father to drive across first, let the drivers of two ambulances go before her and followed on a bicycle. The toll will be waived until the vintage is brought in. Upstream villages fear that the piers will catch the ice, and the river board has ordered a barge with steam lances for January. The ferrymen, all but one past sixty, were given the old landing stage and a licence to fry fish on it. The contractors still dispute who pays for a crane that sank in the second spring.`;

const AGUA = `El consejo de la comarca de Lerandia acordó anoche cerrar las compuertas del pantano de Olmeda, que guarda apenas una décima parte de su caudal. La ingeniera Socorro Bastida explicó a los alcaldes que los cultivos de secano no recibirán nada hasta que las nubes vuelvan, y que los frutales tendrán turnos de madrugada. Los regantes de la ribera izquierda abandonaron la sala entre silbidos, aunque dos de ellos regresaron para votar. El acuerdo obliga a las lavanderías industriales a reutilizar el agua y prohíbe llenar piscinas fuera de los campamentos infantiles. Una cuadrilla de guardas vigilará las acequias a caballo, porque los caminos se han vuelto impracticables para los coches. El obispo ofreció los pozos del seminario, cerrados desde la peste, y los bomberos empezarán a limpiarlos el lunes.`;

const MOOR = `Das Landgericht in Tellmark hat den Verkauf des Birkenmoors an einen Torfhändler für nichtig erklärt. Der frühere Gutsverwalter habe die Unterschrift der Erbin auf einem Speisezettel erschlichen, sagte Richterin Almut Grevenhof, und das Papier rieche bis heute nach Majoran. Die Erbin selbst, eine Cellistin, will das Moor einer Stiftung geben, die dort Kraniche zählt. Der Händler kündigte an, sein Gerät erst abzuziehen, wenn ihm jemand die Bohlenwege bezahlt. Bis zum Frost dürfen weder Bagger noch Schafe auf die Fläche, und wer Beeren sammelt, braucht einen Schein des Försters.`;

const NOTICE = `Residents of Quellshire are reminded that chimneys are to be swept before the first of October and that a sweep's receipt is to be shown at the county house on demand. Households without an income may ask the warden of their parish for a brush. Nests found in a flue are left where they are, and the keeper of birds is to be told.`;

const random = randomOf(301);

function carriers(name: string, language: 'es' | 'de', count: number, wire: string, apart: number) {
  return Array.from({ length: count }, (_, i) =>
    article(
      `${name}${i}`,
      `${name}${i}.example`,
      `${ownProse(random, language, 2)}\n\n${wire}\n\n${ownProse(random, language, 2)}`,
      at(3, 4) + i * apart,
      { language },
    ),
  );
}

export const CARRIED: readonly Golden[] = [
  {
    condition: 'its first two thirds stand in the own articles of four outlets',
    articles: [
      article('wire', 'wire.example', BRIDGE, at(2, 21)),
      ...Array.from({ length: 4 }, (_, i) =>
        article(
          `own${i}`,
          `own${i}.example`,
          [...story(random, 3), BRIDGE.split(' ').slice(0, 78).join(' '), ...story(random, 2)],
          at(3, 5 + i),
        ),
      ),
    ],
    joined: ['wire', 'own0', 'own1', 'own2', 'own3'],
  },
  {
    condition:
      'a Spanish agency text stands whole between own openings and closes of six outlets, in the hours after it',
    articles: [
      article('agua', 'agua.example', AGUA, at(2, 22), { language: 'es' }),
      ...carriers('es', 'es', 6, AGUA, 70),
    ],
    joined: ['agua', 'es0', 'es1', 'es2', 'es3', 'es4', 'es5'],
    rows: { agua: { relation: 'original' } },
  },
  {
    condition: 'a German text stands whole in the own articles of five outlets a day apart, and alone only after them',
    articles: [
      ...carriers('de', 'de', 5, MOOR, 24 * 60),
      article('moor', 'moor.example', MOOR, at(9, 6), { language: 'de' }),
    ],
    joined: ['de0', 'de1', 'de2', 'de3', 'de4', 'moor'],
    rows: { de0: { relation: 'original' } },
  },
  {
    condition: 'a notice of the county closes the own articles of five outlets: none is a copy of another',
    articles: Array.from({ length: 5 }, (_, i) =>
      article(`notice${i}`, `notice${i}.example`, [...story(random, 5), NOTICE], at(4 + i, 6)),
    ),
    apart: ['notice0', 'notice1', 'notice2', 'notice3', 'notice4'],
  },
  {
    condition: 'one outlet sends the same flash of another test half a year later: other day, other figures',
    articles: [
      ['18', 'Tuesday night', 'fifth', 'eleven', '96', '41'],
      ['8', 'Saturday morning', 'seventh', 'twelve', '128', '35'],
    ].map(([day, when, which, of, height, cost], i) =>
      article(
        `flash${i}`,
        'flash.example',
        `TARRICK, ${i === 0 ? 'January' : 'July'} ${day} (Flash) -- A balloon that is to carry letters across the Ardale Strait burst ${when} before it reached the other shore, the postal office said. It was the ${which} failure in ${of} flights since the programme began. The balloon rose to ${height} hundred feet and lost its gas over the shoals, the office said, and the cause is being examined. The programme has cost ${cost} million crowns. FLASH/`,
        i === 0 ? at(1, 3) : at(172, 6),
        { title: 'URGENT: Letter Balloon Lost' },
      ),
    ),
    apart: ['flash0', 'flash1'],
  },
];
