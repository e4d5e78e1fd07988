import { expect, test } from 'vitest';
import { loadWorldLists } from '../../../lists/load.ts';
import { createWorldReader } from '../read-world.ts';

const reader = createWorldReader(loadWorldLists());
const names = (type: string, language: string, text: string) =>
  reader
    .read({ text, language })
    .entities.filter((entity) => entity.type === type)
    .map(({ name }) => name);

test.each([
  ['en', 'Quillan Drosten, acting secretary for canals and locks, said nothing.', ['Quillan Drosten']],
  ['en', 'The secretary for canals, Quillan Drosten, said nothing.', ['Quillan Drosten']],
  ['fr', 'Le pont rouvrira, a déclaré Yvrane Poulcarec aux élus.', ['Yvrane Poulcarec']],
  ['fr', 'Yvrane Poulcarec, porte-parole du syndicat, a quitté la salle.', ['Yvrane Poulcarec']],
  ['es', 'El puente se abrirá, dijo Tarsicia Bolandrín en la sede.', ['Tarsicia Bolandrín']],
  [
    'es',
    'El exsecretario de la Federación de Obreros del Mar Tarsicio Bolandrín fue detenido.',
    ['Tarsicio Bolandrín'],
  ],
  ['de', 'Die Brücke bleibt zu, sagte Thilmar Quodbach am Montag.', ['Thilmar Quodbach']],
  ['de', 'Generalmajor a. D. Thilmar von Quodbach wies das zurück.', ['Thilmar von Quodbach']],
  [
    'ru',
    'Заместитель министра водных ресурсов по вопросам речного транспорта Евстрат Кулемякин выступил в городе.',
    ['Евстрат Кулемякин'],
  ],
  ['en', 'The mill, Quillan Works, closes in May.', []],
])('%s: an office or a verb of telling beside an unknown name: %s', (language, text, expected) => {
  expect(names('person', language, text)).toEqual(expected);
});

test.each([
  ['en', 'The Centre for Studies on Drought and Hunger warned of it.', ['Centre for Studies on Drought and Hunger']],
  ['en', 'The High Court for the Outer Isles will sit on Monday.', ['High Court for the Outer Isles']],
  ['fr', 'Le Syndicat des mineurs et des dockers appelle à la grève.', ['Syndicat des mineurs et des dockers']],
  [
    'fr',
    'La Compagnie des eaux et forêts de Bralmont est mise à une amende.',
    ['Compagnie des eaux et forêts de Bralmont'],
  ],
  ['de', 'Die Meldestelle zur Bekämpfung der Wilderei schloss.', ['Meldestelle zur Bekämpfung der Wilderei']],
  ['ar', 'رفعت جمعية الدفاع عن حقوق البحارة دعوى.', ['جمعية الدفاع عن حقوق البحارة']],
])('%s: a body with all of its name: %s', (language, text, expected) => {
  expect(names('organisation', language, text)).toEqual(expected);
});

test.each([
  ['国家湿地保护局局长宋思远周三说，湖水仍在下降。', ['宋思远'], ['国家湿地保护局']],
  ['前财政部副部长司徒文清被任命为东海大学校长。', ['司徒文清'], ['财政部', '东海大学']],
  ['据交通和水利委员会主任梁若兰介绍，大桥明年开工。', ['梁若兰'], ['交通和水利委员会']],
  ['东海大学海洋研究所发表了报告。', [], ['东海大学海洋研究所']],
  ['天气很好。', [], []],
])('zh: %s', (text, persons, bodies) => {
  expect(names('person', 'zh', text)).toEqual(persons);
  expect(names('organisation', 'zh', text)).toEqual(bodies);
});
