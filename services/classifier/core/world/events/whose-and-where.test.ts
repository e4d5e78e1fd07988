import { expect, test } from 'vitest';
import { loadWorldLists } from '../../../lists/load.ts';
import { createWorldReader } from '../read-world.ts';

const reader = createWorldReader(loadWorldLists());
const REST: Readonly<Record<string, string>> = {
  en: 'The harbour office had opened at nine that morning and closed again at noon. Prices of salt in the old town have risen since the spring. Nobody at the market hall wished to be named.',
  de: 'Das Wetter blieb am Montag trüb. Der Markt war gut besucht, wie Händler fanden. Am Hafen lagen drei Kutter.',
  fr: 'Le temps est resté gris toute la semaine. Le marché était plein dès le matin. Trois bateaux étaient au port.',
  es: 'El tiempo siguió gris toda la semana. El mercado estaba lleno desde la mañana. Tres barcos estaban en el puerto.',
  ru: 'Погода всю неделю оставалась пасмурной. На рынке с утра было многолюдно. В порту стояли три катера.',
  tr: 'Hava hafta boyunca kapalıydı. Pazar sabahtan beri kalabalıktı. Limanda üç tekne vardı.',
  ar: 'بقي الطقس غائماً طوال الأسبوع. وكان السوق مزدحماً منذ الصباح. وفي الميناء ثلاثة قوارب صغيرة.',
};
const events = (language: string, title: string, lead: string) =>
  reader.read({ title, text: `${lead} ${REST[language]}`, language, hardNews: 0.9 }).events;
const told = (language: string, title: string, lead: string) =>
  events(language, title, lead).map((e) => `${e.plover} ${e.source}>${e.target}`);

test.each([
  [
    'en',
    'whose warplanes they are',
    'Jets hit camp near border',
    'Warplanes sent by Cairo bombed a camp in eastern Chad before dawn, killing nine people.',
    'ASSAULT EGY>TCD',
  ],
  [
    'en',
    'a body that the text was written at',
    'Beijing blocks text',
    'UNITED NATIONS - China on Tuesday vetoed a draft resolution, written by Norway, on the lake.',
    'REJECT CHN>NOR',
  ],
  [
    'fr',
    'what goes to a border is of the other one',
    'Togo : renforts et blindés vers la frontière ghanéenne',
    'Deux bataillons togolais ont quitté Lomé jeudi.',
    'MOBILIZE TGO>GHA',
  ],
  [
    'de',
    'what comes from somebody',
    'Scharfe Kritik aus Oslo an Budapest',
    'Am Dienstag wurde es in beiden Hauptstädten laut.',
    'ACCUSE NOR>HUN',
  ],
  [
    'tr',
    'who opens a headline with "from"',
    "Türkiye'den Somali'nin birliğine güçlü destek",
    'Ankara bugün bir açıklama yaptı.',
    'SUPPORT TUR>SOM',
  ],
  [
    'tr',
    'a subject that a comma sets off',
    "Oslo'dan açıklama geldi",
    "Norveç Dışişleri Bakanlığı, Rusya'nın Ukrayna'daki bir hastaneyi vurmasını kınadı.",
    'ACCUSE NOR>RUS',
  ],
  [
    'ar',
    'an official is of the one that the headline told',
    'وزير الخارجية القطري يبحث مع نظيره العماني تطورات السودان',
    'جرى اتصال هاتفي اليوم بين وزير الخارجية ونظيره العماني حول السودان والسودانيين في السودان.',
    'CONSULT QAT>OMN',
  ],
])('%s: %s', (language, _, title, lead, expected) => {
  expect(told(language, title, lead)).toContain(expected);
});

test.each([
  ['tr', 'Oslo ile Riga arasında tören', "Norveç Bakan Yardımcısı Letonya'da köprünün önemini vurguladı."],
  ['es', 'Texto nuevo para Noruega', 'El anexo del tratado de Noruega con Letonia explora nuevas rutas.'],
  ['fr', 'Oslo et Riga', 'Le représentant de la Norvège en Lettonie a déjeuné vendredi au port.'],
  ['ru', 'Осло и Рига', 'Ученики из Норвегии согласно плану увидели Латвию в настоящем снегу.'],
  ['ar', 'النرويج ولاتفيا', 'كانت رحلة النرويج إلى لاتفيا عبر البحر في نفس اليوم وهناك ثلج.'],
  ['de', 'Oslo und Riga', 'Der Sturm zog von Norwegen nach Lettland, Besucher blieben zu Hause.'],
])('%s: words that only begin as an event’s word does tell none', (language, title, lead) => {
  expect(told(language, title, lead)).toEqual([]);
});

test.each([
  [
    'ru',
    'Вода и новый мост',
    'ТУРКЕСТАН, 25 марта. Министры иностранных дел Грузии и Армении провели в среду переговоры.',
    'CONSULT',
    'GEO',
  ],
  ['es', 'Portazo al texto', 'ASUNCIÓN. El Senado de Paraguay rechazó anoche el tratado con Brasil.', 'REJECT', 'PRY'],
])('%s: a dateline that is a sentence of its own is not the lead', (language, title, lead, plover, source) => {
  const [event] = events(language, title, lead);
  expect(event).toMatchObject({ plover, source: [source], role: 'main' });
  expect(event?.sentence.startsWith(lead.slice(lead.indexOf('. ') + 2, lead.indexOf('. ') + 12))).toBe(true);
});
