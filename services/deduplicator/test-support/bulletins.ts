import { pick } from './press.ts';

/** Fillings of standing forms, as outlets print them each day: numbers, days and some names differ, the words do not. */
export type Bulletin = (random: () => number, day: number) => string;

const between = (random: () => number, low: number, high: number) => Math.floor(low + random() * (high - low));
const cents = (random: () => number, low: number, high: number) => (low + random() * (high - low)).toFixed(2);
const TOWNS = 'Norholm Castria Velden Marsby Torrente Quill Ashgrove Polmar Reedham Savik'.split(' ');
const NAMES =
  'Ines Calder,Bruno Haske,Lotte Mirren,Omar Sayegh,Petra Novik,Hugo Lantz,Mina Adeyemi,Jonas Brandt,Clara Voss,Tariq Rahal'.split(
    ',',
  );

export const BULLETINS: Record<string, Bulletin> = {
  pollen: (r, d) =>
    `Pollen service for day ${d}: grass ${between(r, 1, 90)} grains, birch ${between(r, 1, 300)} grains, mugwort ${between(r, 1, 40)} grains per cubic metre of air.\n\nThe strongest load is expected in ${pick(r, TOWNS)} between ${between(r, 6, 11)} and ${between(r, 14, 20)} o'clock. People with allergies should air their rooms in the early morning and wash their hair before going to bed. The next measurement follows tomorrow.`,
  ferry: (r, d) =>
    `Ferry notice number ${d * 3 + 100}. The boat from ${pick(r, TOWNS)} to ${pick(r, TOWNS)} leaves at ${between(r, 5, 9)}.${between(r, 10, 59)} and returns at ${between(r, 16, 22)}.${between(r, 10, 59)}.\n\nUp to ${between(r, 20, 90)} cars can be carried. Passengers are asked to be at the pier in good time, to keep their tickets ready and to follow the instructions of the crew. Dogs travel free of charge but must be kept on a lead on all decks.`,
  results: (r) =>
    `${pick(r, TOWNS)} Holdings reported quarterly net profit of ${between(r, 3, 900)} million, against ${between(r, 3, 900)} million a year before, on revenue of ${between(r, 900, 9000)} million.\n\nEarnings per share came to ${cents(r, 0, 5)}, and the board proposes a dividend of ${cents(r, 0, 2)}. The company confirmed its outlook for the full year and said that demand in its main markets remained stable. Chief executive ${pick(r, NAMES)} will comment on the figures in a call with analysts.`,
  lottery: (r, d) =>
    `The numbers drawn in round ${d + 400} are ${Array.from({ length: 6 }, () => between(r, 1, 49)).join(', ')}, and the bonus ball is ${between(r, 1, 10)}. The jackpot stood at ${between(r, 1, 40)} million.\n\nAll details are without guarantee. Winners have ninety days to claim their prize at any office of the lottery. Taking part in games of chance can become an addiction; advice is available free of charge and in confidence.`,
  handball: (r, d) =>
    `${pick(r, TOWNS)} beat ${pick(r, TOWNS)} ${between(r, 24, 40)}:${between(r, 15, 24)} on match day ${d} of the handball league before ${between(r, 300, 9000)} spectators.\n\n${pick(r, NAMES)} was the best thrower with ${between(r, 5, 14)} goals, while ${pick(r, NAMES)} saved ${between(r, 2, 19)} shots. At the break it stood ${between(r, 8, 20)}:${between(r, 8, 20)}. The coach praised the defence and the support from the stands and said that the team would now concentrate on the next game.`,
  notices: (r, d) =>
    `The registry of ${pick(r, TOWNS)} announces that ${pick(r, NAMES)} and ${pick(r, NAMES)} were married on the ${d}th of the month in the presence of ${pick(r, NAMES)}.\n\nThe family thanks all guests for their kind wishes and asks that gifts be sent to the music school of ${pick(r, TOWNS)}. The registry is open on weekdays until noon and by appointment, and announcements are printed free of charge for residents.`,
  luft: (r, d) =>
    `Die Luftwerte vom ${d}. Mai: In ${pick(r, TOWNS)} wurden ${between(r, 5, 80)} Mikrogramm Feinstaub gemessen, in ${pick(r, TOWNS)} ${between(r, 5, 80)} Mikrogramm. Der Ozonwert erreichte ${between(r, 40, 200)} Mikrogramm um ${between(r, 11, 18)} Uhr.\n\nEmpfindliche Menschen sollten anstrengende Arbeiten im Freien auf die Morgenstunden legen. Die Werte werden an allen Stationen des Landes stündlich erhoben und am Abend nach einer Prüfung durch das Amt veröffentlicht.`,
  meteo: (r, d) =>
    `Prévisions du ${d} juin : le thermomètre affichera ${between(r, 5, 18)} degrés à l'aube et ${between(r, 18, 38)} degrés dans l'après-midi à ${pick(r, TOWNS)}. Le vent soufflera à ${between(r, 10, 90)} kilomètres à l'heure.\n\nLe risque de pluie est de ${between(r, 0, 99)} pour cent. Les promeneurs sont invités à rester prudents au bord des rivières et à consulter le bulletin avant toute sortie en montagne. Le prochain point sera publié demain à la même heure.`,
  tasas: (r, d) =>
    `Cotizaciones del día ${d}: el dólar se compró a ${cents(r, 15, 20)} y se vendió a ${cents(r, 20, 22)}; el euro se compró a ${cents(r, 17, 22)} y se vendió a ${cents(r, 22, 25)}.\n\nLa onza de oro cerró en ${between(r, 1700, 2400)} dólares y el barril de crudo en ${cents(r, 60, 110)}. Los precios pueden variar de una ventanilla a otra y a lo largo de la jornada. Se recomienda consultar a la entidad antes de realizar cualquier operación.`,
  namaz: (r, d) =>
    `${d} Nisan için vakitler ${pick(r, TOWNS)} şehrinde şöyledir: imsak ${between(r, 4, 6)}.${between(r, 10, 59)}, öğle ${between(r, 12, 14)}.${between(r, 10, 59)}, akşam ${between(r, 17, 20)}.${between(r, 10, 59)}.\n\nVakitler il merkezine göre hesaplanmıştır ve ilçelerde birkaç dakika değişebilir. Okurlarımızın kendi semtleri için kurumun resmî takvimine bakmaları önerilir. Yarınki vakitler her zamanki saatte bu sayfada yayımlanacaktır.`,
  pogoda: (r, d) =>
    `Прогноз на ${d} марта: ночью в городе ожидается ${between(r, -19, 2)} градусов, днём ${between(r, 2, 15)} градусов, ветер ${between(r, 2, 25)} метров в секунду. Давление составит ${between(r, 720, 780)} миллиметров.\n\nСпасатели просят водителей соблюдать дистанцию и не выезжать без необходимости на летней резине. Жителям напоминают, что выход на лёд опасен и запрещён. Следующий прогноз будет опубликован завтра утром на этой странице.`,
  traffic: (r, d) =>
    `Traffic police report ${d * 11}: ${between(r, 2, 80)} drivers were stopped on the ring road near ${pick(r, TOWNS)}, ${between(r, 1, 30)} of them too fast. The highest speed was ${between(r, 110, 210)} kilometres an hour, ${between(r, 10, 90)} over the limit.\n\nThe police will go on with the checks at changing places and times. Speed is one of the main causes of serious accidents, a spokeswoman said, and those who slow down protect above all children on their way to school.`,
};
