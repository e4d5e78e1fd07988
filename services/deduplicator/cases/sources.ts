import { article } from '../test-support/press.ts';
import { at, type Golden } from './case.ts';

/** Some twenty words each, of one report that is handed on in parts. */
const LINES = [
  'The last tallow lamp in the Corrie lighthouse was put out on Monday by the woman who had lit it for forty-one years.',
  'Engineers from the mainland had hung a bulb no larger than a plum in the lantern and soldered its cage shut against gulls.',
  'Keeper Jessamine Rudd refused the clock that the pilots gave her and asked instead for the brass wick trimmer.',
  'Nine cutters lay hove to beneath the cliff and sounded their horns, although the fog that had been forecast never came.',
  'The lamp oil that is left will go to the chapel, whose bell rope has to be greased before the equinox.',
  'Sailmakers on the island fear that summer visitors will stay away when no flame is to be seen from the packet boat.',
  'A commission had weighed the matter for six winters and lost its papers twice, once to mice and once to a fire.',
  'The dwelling beneath the tower becomes a school for signallers, with berths for a dozen and a stove in the former oil store.',
  'Rudd herself moves to her sister on the mainland, who keeps goats and has never cared for the noise of breakers.',
  'Whether the bulb can be seen beyond the Teeth, where most of the wrecks lie, nobody was ready to swear.',
  'The insurers have nonetheless lowered their premium by an eighth and sent a hamper of quinces to the harbour office.',
  'Children who had learned to tell the hour by the lamp were given a sundial that a mason cut from the old doorstep.',
  'On the night before the change a petrel struck the pane and was nursed in a hat until it could fly.',
  'The wick trimmer, she said, had cost her two fingertips and was owed a place on somebody’s mantelpiece.',
];

const part = (from: number, to: number) => LINES.slice(from, to).join(' ');

const AUCTION =
  'Le musée de Valcroze a cédé samedi aux enchères l’horloge à automates de l’abbé Lanterne, muette depuis qu’un renard y avait mis bas. Le commissaire-priseur, maître Hilarion Doucet, l’a adjugée au bout de vingt minutes à une facteuse à la retraite qui compte la remonter chaque matin. Trois conservateurs étrangers avaient renchéri par téléphone avant que la ligne ne soit coupée par l’orage. La nouvelle propriétaire a demandé une brouette.';
const LOTS =
  'Le même jour, une baignoire en zinc ayant servi de barque pendant la grande crue est partie pour le prix d’un cheval. Un lot de sifflets de garde-barrière n’a pas trouvé preneur, malgré une démonstration qui a réveillé le quartier. Les recettes iront à la toiture de la salle des cartes, où il pleut sur les Indes depuis deux hivers.';
const OTHER_LOTS =
  'La vente se poursuivra dimanche avec les herbiers du pharmacien Castagnet et une collection de clefs dont aucune serrure n’est connue.';

const AGUA = [
  'La cooperativa de Valdeolmos aprobó anoche vender su molino de viento a una escuela de relojeros que lleva dos inviernos sin techo.',
  'El maestro relojero, Evaristo Quiroga, prometió conservar las aspas y poner en lo alto una esfera que se vea desde la carretera.',
  'La presidenta de la cooperativa, Balbina Torrado, reconoció que la harina ya no da para pagar la cal de las paredes.',
  'Tres socios votaron en contra porque en el sótano anidan las lechuzas que limpian de ratones toda la vega.',
  'El acuerdo les concede un desván con ventana propia y prohíbe dar las campanadas entre la medianoche y el alba.',
  'La primera piedra del taller se pondrá cuando los almendros florezcan, si el albañil termina antes el horno del obispo.',
];

/** Three briefs, two of which each page has. */
const BRIEFS = [
  'The mapmakers’ guild of Ansel and the navy parted company on Monday over the colour of the shoals, which either wants to be its own. An umpire will tint them by night. Pilots may keep the former charts until the ink has dried, and the copper plates are locked up in turn. Both sides toasted the umpire, though neither paid for the wine.',
  'Higher up the coast, masons closed the breach that spring floods had torn in the mill dam. Two of its sluice gates came by raft from a theatre, where they had served as castle doors. The first water to pass drove a wheel, three eels and a washing tub, and the filling took until dusk because a boy had opened the drain.',
  'In the capital of Ansel the mint gave up its copper farthing and begged for the return of what lies in jars. The assayer, Mr Thaddeus Pomfrey, told reporters that he would rather melt spoons than import ingots. Grocers had hoped for rounder prices, and sugar fell by a groat before noon, then recovered when the tram drivers put down their handles.',
] as const;

/** What a row states is true of the article it names, and whoever shares text with another hangs on somebody. */
export const SOURCES: readonly Golden[] = [
  {
    condition: 'five texts, each with most of the one before and ever less of the first',
    articles: Array.from({ length: 5 }, (_, i) =>
      article(`chain${i}`, `post${i}.example`, part(i * 2, i * 2 + 6), at(7, 8 + i * 2)),
    ),
    joined: ['chain0', 'chain1', 'chain2', 'chain3', 'chain4'],
  },
  {
    condition: 'French: the second prints the first whole and as much more, the third that more alone',
    articles: [
      article('fr1', 'un.example', AUCTION, at(7, 8), { language: 'fr' }),
      article('fr2', 'deux.example', `${AUCTION}\n\n${LOTS} ${OTHER_LOTS}`, at(7, 10), { language: 'fr' }),
      article('fr3', 'trois.example', `${LOTS} ${OTHER_LOTS}`, at(7, 12), { language: 'fr' }),
    ],
    joined: ['fr2', 'fr1', 'fr3'],
    rows: { fr2: { relation: 'copy', originalId: 'fr1' }, fr3: { sourceId: 'fr2' } },
  },
  {
    condition: 'three briefs, of which each page has two or the end of one',
    articles: [
      article('one', 'ansel1.example', BRIEFS[0], at(7, 7)),
      article('two', 'ansel2.example', `${BRIEFS[0]}\n\n${BRIEFS[1]}`, at(7, 9)),
      article('three', 'ansel3.example', `${BRIEFS[1]}\n\n${BRIEFS[2]}`, at(7, 11)),
      article('four', 'ansel4.example', `${BRIEFS[1].split('. ').slice(-1)}\n\n${BRIEFS[2]}`, at(7, 13)),
    ],
    joined: ['one', 'two'],
  },
  {
    condition:
      'the newest has two earlier versions that share little, and more of the second: the first is not left alone',
    articles: [
      article('first', 'first.example', part(0, 8), at(7, 8)),
      article('second', 'second.example', part(6, 13), at(7, 9)),
      article('both', 'both.example', `${part(0, 5)} ${part(6, 13)}`, at(7, 12)),
    ],
    joined: ['both', 'first', 'second'],
  },
  {
    condition: 'French: a page has half of a wire among other lots, and a third outlet nine tenths of that page',
    articles: [
      article('wire', 'wire.example', AUCTION, at(7, 8), { language: 'fr' }),
      article(
        'lots',
        'lots.example',
        `${AUCTION.split('. ').slice(0, 2).join('. ')}. ${LOTS} ${OTHER_LOTS}`,
        at(7, 10),
        { language: 'fr' },
      ),
      article('cut', 'cut.example', `${AUCTION.split('. ').slice(0, 2).join('. ')}. ${LOTS}`, at(7, 12), {
        language: 'fr',
      }),
    ],
    joined: ['lots', 'wire', 'cut'],
  },
  {
    condition:
      'Spanish: the wire comes in last though it is the oldest; two cuts of it that share a paragraph came before',
    articles: [
      article('cut1', 'cut1.example', AGUA.slice(0, 4).join(' '), at(8, 5), { language: 'es' }),
      article('cut2', 'cut2.example', AGUA.slice(3).join(' '), at(8, 6), { language: 'es' }),
      article('wire', 'wire.example', AGUA.join(' '), at(7, 22), { language: 'es', fetched: '2024-05-08T09:00:00Z' }),
    ],
    joined: ['wire', 'cut1', 'cut2'],
    rows: { wire: { relation: 'original' } },
  },
  {
    condition:
      'Spanish: the first credits an agency that is not there; two repeat it without a credit, a day and a week later',
    articles: [
      article('credits', 'villa.example', AGUA.join(' '), at(7, 22), {
        language: 'es',
        credit: { source: 'Agencia Cierzo', kind: 'whole', url: null, evidence: '(Agencia Cierzo)' },
      }),
      article('day', 'dia.example', AGUA.join(' '), at(8, 20), { language: 'es' }),
      article('week', 'semana.example', AGUA.slice(0, 5).join(' '), at(15, 9), { language: 'es' }),
    ],
    rows: {
      credits: { relation: 'copy', originalId: null, original: 'Agencia Cierzo' },
      day: { relation: 'copy', originalId: 'credits' },
      week: { relation: 'copy', originalId: 'credits' },
    },
  },
  {
    condition:
      'one credits an agency, whose own text came in last though it is the oldest; another repeats it uncredited',
    articles: [
      article('credits', 'credits.example', part(0, 10), at(7, 11), {
        credit: { source: 'Corriewire', kind: 'whole', url: null, evidence: '(Corriewire)' },
      }),
      article('silent', 'silent.example', part(0, 8), at(7, 14)),
      article('agency', 'corriewire.example', part(0, 10), at(7, 10), {
        outlet: 'Corriewire',
        fetched: '2024-05-07T18:00:00Z',
      }),
    ],
    rows: {
      agency: { relation: 'original' },
      credits: { relation: 'copy', originalId: 'agency' },
      silent: { relation: 'copy', originalId: 'agency' },
    },
  },
  {
    condition:
      'French: the first says where it first appeared, which is not there; one repeats it uncredited, one credits the first',
    articles: [
      article('reader', 'reader.example', `${AUCTION} ${LOTS}`, at(7, 6), {
        language: 'fr',
        credit: { source: 'Cahiers du Ponant', kind: 'first-published', url: null, evidence: 'paru d’abord' },
      }),
      article('silent', 'silent.example', `${AUCTION} ${LOTS}`, at(9, 6), { language: 'fr' }),
      article('says', 'says.example', AUCTION, at(10, 6), {
        language: 'fr',
        credit: { source: 'reader.example', kind: 'whole', url: null, evidence: '(reader.example)' },
      }),
    ],
    joined: ['reader', 'silent', 'says'],
    rows: {
      reader: { relation: 'copy', originalId: null, original: 'Cahiers du Ponant' },
      silent: { relation: 'copy', originalId: 'reader' },
    },
  },
];
