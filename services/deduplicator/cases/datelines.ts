import { article } from '../test-support/press.ts';
import { at, type Golden } from './case.ts';

const english = (a: {
  line: string;
  day: string;
  sum: string;
  hour: string;
  rest: string;
  hail: string;
  end: string;
}) =>
  `${a.line}A lorry loaded with fireworks rolled off the Callin ferry ${a.day} and burnt out on the quay of Porth Emlyn, killing the driver and a customs clerk who had run to help him. The shipping line, which had ordered ${a.sum} of new brakes after a like accident in the spring, stopped all crossings. Children from a swimming club were led off through the cargo door. At ${a.hour} the roof of the ticket hall fell in, and the wind carried sparks as far as the ropewalk. The harbour master, Osric Venn, said that nobody had told him what the lorry held, and that no paper named more than paint and lamp oil. Unions of dockers left their work and laid wreaths at the ramp. Repairs of the ramp will cost ${a.rest}, an engineer of the county reckoned, and the pilots' house, ${a.hail} away, has lost each of its panes. The owner of the fireworks, a travelling showman, gave himself up and wept before the court.${a.end}`;

const spanish = (a: string[]) =>
  `${a[0]}Dos trenes de mercancías chocaron ${a[1]} en el túnel de Peñarrubia y el maquinista de uno de ellos, Fermín Ozalla, salió a pie con un farol para detener al expreso que venía detrás. El incendio comenzó a las ${a[2]} en un vagón de corcho y se propagó a otros cinco. La compañía calcula las pérdidas en ${a[3]}, y el seguro ha adelantado ya ${a[4]} a los dueños de la carga. Los bomberos, que tuvieron que arrastrar las mangueras durante ${a[5]} por la vía, encontraron el calor insoportable: el termómetro de la boca sur marcaba ${a[6]}. Hacia las ${a[7]} los mineros de un pozo cercano abrieron un respiradero que nadie usaba desde la guerra y el humo empezó a ceder. La ministra de Transportes, Leonor Aguirre, prometió en la estación que el túnel tendrá una segunda salida, y el sindicato le recordó que la promesa es tan vieja como el túnel. Ningún pasajero resultó herido.`;

const german = (a: string[]) =>
  `${a[0]}Ein Erdrutsch hat ${a[1]} oberhalb von Gallenried die Zahnradbahn verschüttet, zwei Waggons stehen seither ohne Strom im Wald. Gegen ${a[2]} gab der Hang nach, nachdem es seit dem Wochenende geregnet hatte. Die Bergwacht holte 64 Fahrgäste mit Körben über die Schlucht, die letzten, unter ihnen eine Hochzeitsgesellschaft, kamen ${a[3]} im Tal an. Die Bahn beziffert den Schaden auf ${a[4]}, das Land stellt ${a[5]} für eine Stützmauer bereit. Ein Geologe hatte schon im Frühjahr vor Rissen gewarnt, sein Gutachten für ${a[6]} blieb aber in einer Schublade. Betriebsleiterin Korbinia Staudach nannte das unverzeihlich und will die Strecke ${a[7]} wieder öffnen, sofern die Seile halten. Das Brautpaar ließ sich auf dem Bahnsteig trauen, der Pfarrer kam mit dem Traktor.`;

const french = (a: string[]) =>
  `${a[0]}Une péniche chargée de ciment a rompu ses amarres ${a[1]} à Saint-Orens-le-Vieux et s'est couchée en travers de l'écluse, bloquant quarante bateaux de plaisance. L'éclusière, Mathurine Delpuech, a donné l'alerte à ${a[2]} en sonnant la cloche de la chapelle, faute de téléphone. L'armateur évalue le dommage à ${a[3]} et promet ${a[4]} aux maraîchers dont les cageots pourrissent sur le quai. Une grue doit venir de l'arsenal, distant de ${a[5]}, mais le pont de la route ne supporte pas son poids. Les plongeurs, dans une eau à ${a[6]}, ont trouvé la coque intacte. Le préfet a fait distribuer de la soupe aux équipages et demandé que l'on n'abreuve plus les bêtes en aval avant la fin des analyses. Les vieux mariniers, eux, jouent aux cartes et parient sur le jour de la délivrance.`;

const notice = (day: string, number: string, hour: string) =>
  `${day} 2024, ${hour}, Ref. ${number}/HW. The board of waterways gives notice that the towpath from Hollin Lock to the Three Arches is closed to horses and wagons until the bank has been piled. Anglers may pass on foot and in file. Coal for the pumping house is brought by sledge from the brick kiln as long as the frost lasts, and the dame school at Wick Nethercot meets in the tithe barn. Parcels for the lock keeper are to be handed to the toll clerk, who signs for them. Enquiries are answered by the surveyor at the board's office. ISSUED ${hour} GMT`;

const notes = [
  ['Tuesday, 7 May', '118', '09:20'],
  ['Wednesday, 8 May', '124', '07:45'],
  ['Thursday, 9 May', '131', '08:10'],
] as const;

/** A report of the fish market, with few figures for its length. */
function market(lamps: number, boats: number, sold: number, price: number, outlet: number) {
  const later = boats < 30;
  return article(
    later ? 'market1' : 'market0',
    outlet === 0 ? 'market.example' : 'elsewhere.example',
    `The auction hall of Porth Emlyn opened late because the bell rope had been cut, and ${boats} boats waited at the quay until a boy climbed the tower. Most of what was landed was hake and gurnard, with a few turbot that went straight to the convent. The hall sold ${sold} boxes before noon, and the price of a box went to ${price} crowns when the buyers from inland had come over the pass. Porters ask for a better light at the ice house, where two of them slipped on the ramp, and the harbour office has promised ${lamps} lamps. The widow who keeps the scales was thanked with a ham. Salt is short, for the cart that brings it has lost a wheel in the ford, and the coopers have stopped work until it is found. The next auction begins when the church clock strikes six, rope or no rope, the auctioneer said.`,
    later ? at(8, 18) : at(7, 18),
  );
}

/** What is of the place, the day or the country in which a report is printed is no fact of its own. */
export const DATELINES: readonly Golden[] = [
  {
    condition: 'datelines, days, hours and converted sums of two outlets, English',
    articles: [
      article(
        'en1',
        'morning.example',
        english({
          line: 'PORTH EMLYN, May 7, 2024 19:52 IST: ',
          day: 'today',
          sum: '240m crowns',
          hour: '15:40',
          rest: '3.5m crowns',
          hail: '800 metres',
          end: '',
        }),
        at(7, 18),
      ),
      article(
        'en2',
        'evening.example',
        english({
          line: 'First Posted 22:14:00 07/05/2024\n\n',
          day: 'Tuesday',
          sum: '$31 million',
          hour: '3:40 p.m.',
          rest: 'some $450,000',
          hail: 'half a mile',
          end: ' - Evening',
        }),
        at(7, 22),
      ),
    ],
    joined: ['en1', 'en2'],
    rows: { en1: { relation: 'original' }, en2: { relation: 'copy' } },
  },
  {
    condition: 'other datelines, clocks, money, lengths and degrees of two outlets, Spanish',
    articles: [
      article(
        'es1',
        'manana.example',
        spanish([
          'PEÑARRUBIA, 7 may 2024 (20:10 CET).- ',
          'este martes',
          '14:25',
          '3,4 millones de euros',
          '1,2 millones de euros',
          '6 kilómetros',
          '71 grados',
          '17:50',
        ]),
        at(7, 19),
        { language: 'es' },
      ),
      article(
        'es2',
        'ultramar.example',
        spanish([
          'Actualizado: 07/05/2024 18:05 h (hora del este)\n\n',
          'hoy',
          '2:25 de la tarde',
          '3,9 millones de dólares',
          '1,4 millones de dólares',
          '3,7 millas',
          '160 grados Fahrenheit',
          '5:50 p. m.',
        ]),
        at(7, 23),
        { language: 'es' },
      ),
    ],
    joined: ['es1', 'es2'],
    rows: { es1: { relation: 'original' } },
  },
  {
    condition: 'dateline, day of the week against date, clock in words, other money of two outlets, German',
    articles: [
      article(
        'de1',
        'talbote.example',
        german([
          'Gallenried, 7. Mai, 17.35 Uhr. ',
          'am Dienstag',
          '13.10 Uhr',
          'um 16.45 Uhr',
          '2,1 Millionen Euro',
          '900.000 Euro',
          '12.500 Euro',
          'am Sonntag',
        ]),
        at(7, 16),
        { language: 'de' },
      ),
      article(
        'de2',
        'jenseits.example',
        german([
          '(07.05.2024 / 19:20) ',
          'heute Mittag',
          'zehn nach eins',
          'Viertel vor fünf',
          '2 Mio. Franken',
          '860 000 Franken',
          '12 000 Franken',
          'ab 12. Mai',
        ]),
        at(7, 20),
        { language: 'de' },
      ),
    ],
    joined: ['de1', 'de2'],
    rows: { de1: { relation: 'original' } },
  },
  {
    condition: 'datelines, hours in words, sums of which the thousands stay, and degrees of two outlets, French',
    articles: [
      article(
        'fr1',
        'canal.example',
        french([
          'SAINT-ORENS, mardi 7 mai, 18 h 10 — ',
          'mardi matin',
          '6 h 20',
          '640 000 euros',
          '85 000 euros',
          '48 kilomètres',
          '9 degrés',
        ]),
        at(7, 17),
        { language: 'fr' },
      ),
      article(
        'fr2',
        'helvete.example',
        french([
          '(Mis à jour le 07.05.2024 à 21:05) ',
          'aujourd’hui',
          'six heures vingt',
          '610 000 francs',
          '81 000 francs',
          '30 milles',
          '48 degrés Fahrenheit',
        ]),
        at(7, 20),
        { language: 'fr' },
      ),
    ],
    joined: ['fr1', 'fr2'],
    rows: { fr1: { relation: 'original' } },
  },
  {
    condition: 'an office repeats its notice on the next two days: other number, day and time stamp',
    articles: notes.map(([day, number, hour], i) =>
      article(`note${i}`, 'county.example', notice(day, number, hour), at(7 + i, 9), { title: 'Towpath closed' }),
    ),
    joined: ['note0', 'note1', 'note2'],
  },
  {
    condition: 'another path, other means, in the same form a week later is no copy',
    articles: [
      article('first', 'board.example', notice('Tuesday, 7 May', '118', '09:20'), at(7, 9), {
        title: 'Towpath closed',
      }),
      article(
        'other',
        'board.example',
        "Tuesday, 14 May 2024, 09:20, Ref. 160/HW. The board of waterways gives notice that the ford from Sallow Mill to the Drovers Oak is closed to carts and cattle until the stones have been set. Pilgrims may pass on stilts and by daylight. Flour for the almshouse is brought by handcart from the upper village as long as the flood lasts, and the infirmary at Cold Larkton meets in the malt house. Medicines for the shepherd are to be handed to the sexton, who rings for them. Enquiries are answered by the surveyor at the board's office. ISSUED 09:20 GMT",
        at(14, 9),
        { title: 'Ford closed' },
      ),
    ],
    apart: ['first', 'other'],
  },
  ...(['one', 'two'] as const).map(
    (outlets): Golden => ({
      condition:
        outlets === 'one'
          ? 'other figures in few places are the next number of a series at one outlet'
          : 'and the same report told otherwise at two',
      articles: [market(9, 31, 840, 19, 0), market(9, 18, 615, 23, outlets === 'one' ? 0 : 1)],
      ...(outlets === 'one' ? { apart: ['market0', 'market1'] } : { joined: ['market0', 'market1'] }),
    }),
  ),
];
