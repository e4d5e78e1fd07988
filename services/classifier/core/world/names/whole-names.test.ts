import { expect, test } from 'vitest';
import { loadWorldLists } from '../../../lists/load.ts';
import { createWorldReader } from '../read-world.ts';

const reader = createWorldReader(loadWorldLists());
const of = (type: string, language: string, text: string) =>
  reader.read({ text, language }).entities.filter((e) => e.type === type);

test.each([
  [
    'en',
    'The Association for Open Harbours and the Ministry of Roads and Rails disagreed.',
    ['Association for Open Harbours', 'Ministry of Roads and Rails'],
  ],
  [
    'de',
    'Das Institut für Wald und Moor lobte den Verein für Seenotrettung am Montag.',
    ['Institut für Wald und Moor', 'Verein für Seenotrettung'],
  ],
  [
    'de',
    'Ein Vertreter der Gesellschaft für Technische Zusammenarbeit kam zu spät.',
    ['Gesellschaft für Technische Zusammenarbeit'],
  ],
  [
    'fr',
    "L'Agence nationale de la pêche a saisi le juge contre le ministère de l'Énergie et des Mines.",
    ['Agence nationale de la pêche', "ministère de l'Énergie et des Mines"],
  ],
  [
    'es',
    'El Consejo para la Defensa de los Bosques se reunió con el Sindicato de Maestros.',
    ['Consejo para la Defensa de los Bosques', 'Sindicato de Maestros'],
  ],
  [
    'tr',
    "Ulaştırma ve Altyapı Bakanlığı, Balıkçılar Derneği'ni uyardı.",
    ['Ulaştırma ve Altyapı Bakanlığı', 'Balıkçılar Derneği'],
  ],
  [
    'ru',
    'Министерство лесного хозяйства и Комитет по охране озёр подписали план.',
    ['Министерство лесного хозяйства', 'Комитет по охране озёр'],
  ],
  [
    'ar',
    'قالت وزارة النقل والموانئ إن جمعية حماية الغابات رفضت الخطة.',
    ['وزارة النقل والموانئ', 'جمعية حماية الغابات'],
  ],
  [
    'en',
    'The Union of Cooks and the Open Coast Movement met Fishers for Fairness.',
    ['Union of Cooks', 'Open Coast Movement', 'Fishers for Fairness'],
  ],
  [
    'en',
    'It said that the Party for Soil and Sea joined the Campaign Against Sand Mines.',
    ['Party for Soil and Sea', 'Campaign Against Sand Mines'],
  ],
  ['en', 'The Supreme Court for the Western Isles ruled.', ['Supreme Court for the Western Isles']],
  [
    'fr',
    'Le Parti de la mer appelle à voter, et le Conseil national du sel aussi.',
    ['Parti de la mer', 'Conseil national du sel'],
  ],
  [
    'es',
    'El Alto Comisionado para los Ríos y la Agencia Nacional de Minas criticó el plan.',
    ['Alto Comisionado para los Ríos', 'Agencia Nacional de Minas'],
  ],
  ['ru', 'Партия за мир и труд обратилась в Верховный суд.', ['Партия за мир и труд', 'Верховный суд']],
])('%s: a body has its whole name: %s', (language, text, names) => {
  expect(of('organisation', language, text).map((e) => e.name)).toEqual(names);
});

test.each([
  [
    'de',
    'Die frühere Finanzministerin Greta Brandauer sprach mit Landeschef Uwe Sollner.',
    ['Greta Brandauer', 'Uwe Sollner'],
  ],
  [
    'fr',
    'La ministre déléguée au Logement Claire Vautrot a reçu le colonel Henri Passard.',
    ['Claire Vautrot', 'Henri Passard'],
  ],
  ['ru', 'Суд отпустил депутата Олега Мызинского.', ['Олега Мызинского']],
  ['ar', 'وصل نائب وزير الزراعة خالد المنيري إلى تونس.', ['خالد المنيري']],
  ['de', 'Der Rat warf Landrat Ocke Brandsen Untätigkeit vor.', ['Ocke Brandsen']],
  ['es', 'La plaza de Juana Robledo y la Agencia Nacional de Pesca.', ['Juana Robledo']],
  ['ru', 'Суд принял жалобу Еленой Гришиной.', ['Еленой Гришиной']],
])('%s: a person stands behind a long office: %s', (language, text, names) => {
  expect(of('person', language, text).map((e) => e.name)).toEqual(names);
});

test('a German article is no part of a name', () => {
  expect(of('person', 'de', 'Vertreter der Fischer sagten ab.')).toEqual([]);
});

test.each([
  ['ru', 'person', 'Владимиром Путиным подписан указ.', 'Владимиром Путиным', 'Vladimir Putin'],
  ['ru', 'person', 'Путиным подписан указ.', 'Путин', 'Vladimir Putin'],
  ['ru', 'person', 'Суд оштрафовал Олега Мызинского.', 'Олега Мызинского', 'Oleg Myzinsky'],
  [
    'ru',
    'organisation',
    'Указ подписан в Комитете по охране озёр.',
    'Комитете по охране озёр',
    'Komitet po okhrane ozer',
  ],
  ['de', 'person', 'Putins Sprecher schwieg.', 'Putin', 'Vladimir Putin'],
  ['ar', 'person', 'وصل النائب محمود الشرقي إلى عمان.', 'محمود الشرقي', 'Mahmoud al-Sharqi'],
  ['fr', 'organisation', "La Croix-Rouge et l'ONU ont envoyé des tentes.", 'Croix-Rouge', 'Red Cross'],
  ['en', 'organisation', 'The UN met on Monday in Oslo.', 'UN', 'United Nations'],
  ['tr', 'place', "Görüşme Taşkent'te yapıldı.", 'Taşkent', 'Tashkent'],
  ['de', 'place', 'Das Treffen in Deutschland war kurz.', 'Deutschland', 'Germany'],
  ['ru', 'place', 'Встреча прошла в Москве.', 'Москва', 'Moscow'],
])('%s: a %s is called as the text has it, and by one name: %s', (language, type, text, name, canonical) => {
  expect(of(type, language, text)[0]).toMatchObject({ name, canonical });
});

test('forms of one body and of one place are one entity', () => {
  const found = reader.read({ text: 'The UN said no. The United Nations left Germany.', language: 'en' }).entities;
  expect(found.filter((e) => e.type === 'organisation')).toMatchObject([{ canonical: 'United Nations', mentions: 2 }]);
});
