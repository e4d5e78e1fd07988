import { expect, test } from 'vitest';
import { loadWorldLists } from '../../lists/load.ts';
import { createWorldReader } from './read-world.ts';

const reader = createWorldReader(loadWorldLists());
const en = (text: string, title = '', publishedAt?: string) =>
  reader.read({ title, text, language: 'en', publishedAt: publishedAt ?? null });

test('countries come from names, peoples, capitals and cities, the one in the headline first', () => {
  const { countries } = en(
    'Ankara said on Monday that Greek jets had entered its airspace near Izmir.',
    'Turkey protests to Athens over flights',
  );
  expect(countries[0]).toBe('TUR');
  expect(countries).toContain('GRC');
});

test.each([
  [
    'tr',
    "Dışişleri Bakanı, Libya'nın başkentinde Mısırlı mevkidaşıyla görüştü. Fransız heyeti Yunanistan'a geçti.",
    ['LBY', 'EGY', 'FRA', 'GRC'],
  ],
  ['ar', 'التقى الوزير التركي نظيره المصري وبحثا الأزمة في ليبيا', ['TUR', 'EGY', 'LBY']],
  ['ru', 'Глава МИД Турции обсудил в Каире ситуацию в Ливии с египетским коллегой.', ['TUR', 'EGY', 'LBY']],
  ['fr', 'La ministre allemande a reçu son homologue grecque pour parler de la Libye.', ['DEU', 'GRC', 'LBY']],
  [
    'de',
    'Der türkische Außenminister sprach in Kairo mit Ägyptern und Franzosen über Libyen.',
    ['TUR', 'EGY', 'FRA', 'LBY'],
  ],
  ['es', 'El ministro turco viajó a Libia y habló con los egipcios sobre la seguridad.', ['TUR', 'LBY', 'EGY']],
])('countries in %s are found through their inflection', (language, text, expected) => {
  expect(new Set(reader.read({ text, language }).countries)).toEqual(new Set(expected));
});

test('an adjective before money names the money, not the country', () => {
  expect(
    en('The port of Mersin will cost four million Canadian dollars, the Turkish ministry said.').countries,
  ).toEqual(['TUR']);
});

test('a place inside a name of a person is no place', () => {
  const { entities } = en('The trial of Paul London, 52, a banker, opened in Lima, the capital of Peru.');
  expect(entities.filter((e) => e.type === 'place').map((e) => e.name)).toEqual(['Lima', 'Peru']);
  expect(entities.find((e) => e.type === 'person')?.name).toBe('Paul London');
});

test('a person named in full and later by the last name is one, with the office', () => {
  const { entities } = en(
    'Norwegian Foreign Minister Astrid Holmdal arrived in Tunis. Holmdal said the talks were useful. Reporters asked Holmdal about gas.',
  );
  expect(entities.filter((e) => e.type === 'person')).toEqual([
    {
      type: 'person',
      name: 'Astrid Holmdal',
      canonical: 'Astrid Holmdal',
      office: 'foreign minister',
      country: 'NOR',
      mentions: 3,
    },
  ]);
});

test('spellings of one leader meet, in Latin and in other scripts', () => {
  const name = (text: string, language: string) =>
    reader.read({ text, language }).entities.find((e) => e.type === 'person')?.canonical;
  expect(name('Officials of the palace met Recep Tayyip Erdoğan in Ankara.', 'en')).toBe('Recep Tayyip Erdogan');
  expect(name('В Анкаре Эрдоган принял делегацию.', 'ru')).toBe('Recep Tayyip Erdogan');
  expect(name('استقبل أردوغان الوفد في أنقرة', 'ar')).toBe('Recep Tayyip Erdogan');
});

test('a country written in several ways is one place', () => {
  const places = en(
    'The U.S. envoy left. The United States and America mean one thing here; US officials agreed.',
  ).entities;
  expect(places.filter((e) => e.type === 'place')).toHaveLength(1);
  expect(places[0]).toMatchObject({ country: 'USA', mentions: 4 });
});

test('the parties of the main event go before countries that are only mentioned, each with its score', () => {
  const { countries, countryScores } = en(
    'Chad, Chad and again Chad is what its neighbours speak of. Norway expelled the ambassador of Peru on Monday. Chad said nothing.',
  );
  expect(new Set(countries.slice(0, 2))).toEqual(new Set(['NOR', 'PER']));
  expect(Object.keys(countryScores)).toEqual(countries);
  for (const score of Object.values(countryScores)) expect(score).toBeGreaterThan(0.1);
});

test('bad input gives an empty or bounded result', () => {
  expect(en('')).toEqual({ entities: [], countries: [], countryScores: {}, events: [] });
  expect(reader.read({ text: '   \n\n ', language: 'xx' })).toEqual({
    entities: [],
    countries: [],
    countryScores: {},
    events: [],
  });
  const long = 'Word '.repeat(200_000);
  expect(en(long).events).toEqual([]);
  expect(en('\u0000\ud800 😀 <<<>>> (((').countries).toEqual([]);
});
