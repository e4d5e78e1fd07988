import { expect, test } from 'vitest';
import { loadWorldLists } from '../../../lists/load.ts';
import { createWorldReader } from '../read-world.ts';

const reader = createWorldReader(loadWorldLists());
const FILLER = [
  'The harbour office had opened at nine that morning and closed again at noon.',
  'Prices of salt in the old town have risen by a tenth since the spring.',
  'Nobody at the market hall wished to be named in this paper.',
].join(' ');
const events = (title: string, lead: string, language = 'en') =>
  reader.read({ title, text: `${lead} ${language === 'en' ? FILLER : ''}`, language, hardNews: 0.9 }).events;

test.each([
  [
    'a dateline acts on nobody',
    'Danish minister pledges cranes',
    'ACCRA, March 12 — The Danish minister pledged harbour cranes to Togo on Thursday.',
    'AGREE',
    'DNK',
    'TGO',
  ],
  [
    'a weapon strikes for its owner',
    'Four dead as drone hits ferry',
    'A ferry in Ghana was struck by a Togolese drone on Sunday, killing four people.',
    'ASSAULT',
    'TGO',
    'GHA',
  ],
  [
    'who holds prisoners releases them',
    'Prisoners on their way home',
    'Three Danish sailors held in Togo have been released and are on their way home, officials said.',
    'RETREAT',
    'TGO',
    'DNK',
  ],
  [
    'troops that leave a land retreat from it',
    'Denmark to pull out',
    'Denmark withdrew its last soldiers from Mali on Sunday, the army said.',
    'RETREAT',
    'DNK',
    'MLI',
  ],
  [
    'one arrives where one travelled to',
    'Minister on the road',
    'The Danish foreign minister arrived in Togo on Tuesday to prepare a summit of the two leaders.',
    'CONSULT',
    'DNK',
    'TGO',
  ],
  [
    '"the South" is a state where the North is named',
    'North Korea reopens hotline',
    'North Korea called on the South to send delegates to talks on Monday.',
    'REQUEST',
    'PRK',
    'KOR',
  ],
])('%s', (_, title, lead, plover, source, target) => {
  const found = events(title, lead).find((e) => e.plover === plover && e.source.includes(source));
  expect(found).toMatchObject({ source: [source], target: [target] });
});

test('a listener is no party to what he is told', () => {
  const found = events(
    'Blasts on a tanker',
    'It was an attack on our tanker, a captain told Danish television on Monday.',
  );
  expect(found.flatMap((e) => [...e.source, ...e.target])).not.toContain('DNK');
});

test('March is a month', () => {
  const found = events('Minister in Accra', 'The Danish minister met the president of Ghana on March 12 in Accra.');
  expect(found.map((e) => e.plover)).not.toContain('PROTEST');
});

test.each([
  [
    'de',
    'Armee greift nach Beschuss an',
    'Nach einem Raketenangriff aus Togo hat die malische Armee am Montag Ghana angegriffen, wie ein Sprecher sagte.',
    'ASSAULT',
    'MLI',
    'GHA',
  ],
  [
    'fr',
    'Le Ghana et le Togo demandent un retrait',
    'Le Ghana et le Togo ont exhorté lundi le Mali à retirer ses troupes de la frontière commune.',
    'REQUEST',
    'GHA',
    'MLI',
  ],
  [
    'ar',
    'مصر وقطر تدعوان إسرائيل إلى وقف العمليات',
    'دعت مصر وقطر الثلاثاء إسرائيل إلى وقف عملياتها العسكرية والعودة إلى طاولة المفاوضات.',
    'REQUEST',
    'EGY',
    'ISR',
  ],
])('who acts in %s stands behind an opening, and two act together', (language, title, lead, plover, source, target) => {
  const found = events(title, lead, language).find((e) => e.plover === plover && e.source.includes(source));
  expect(found?.target).toContain(target);
});

test('a crowd is of the place where it gathers, not of the mission that it marches to', () => {
  const [first] = events(
    'March on a mission',
    'Several thousand people marched to the Danish embassy in the Ghanaian capital on Tuesday over the death of a farmer.',
  );
  expect(first).toMatchObject({ plover: 'PROTEST', source: ['GHA'], target: ['DNK'] });
});

test('what is only wanted of somebody has not happened', () => {
  const found = events(
    'Minister under fire',
    'The Ghanaian prime minister is resisting calls to resign over the port.',
  );
  expect(found.map((e) => e.plover)).not.toContain('RETREAT');
});

test('small words are no peoples', () => {
  const read = (language: string, text: string) => reader.read({ title: '', text, language, hardNews: 0.9 }).countries;
  expect(read('de', 'Dann kam der Regen, und dann war der Markt zu Ende. Dann fuhren alle heim.')).toEqual([]);
});

test('a label of the page that sticks to the first sentence does not silence it', () => {
  const lead =
    'Image copyright EPA Image caption The quay at dusk Denmark has expelled two Ghanaian diplomats over the sale of forged salt licences, its foreign ministry said on Monday.';
  expect(events('Denmark expels two diplomats', lead).some((e) => e.sentence.includes('salt licences'))).toBe(true);
});

test.each([
  [
    'Ghanaian strikes on Togo kill nine',
    'Nine people were killed in Ghanaian air strikes on a village in northern Togo on Sunday.',
    'ASSAULT',
    'GHA',
    'TGO',
  ],
  [
    'Oman frees Yemeni sailors',
    'Fourteen Yemeni sailors were freed by Oman on Friday after a month in a jail.',
    'RETREAT',
    'OMN',
    'YEM',
  ],
  [
    'Visit of Danish premier to Accra ends',
    'The visit of the Danish prime minister to Ghana ended on Friday without a deal on cocoa.',
    'CONSULT',
    'DNK',
    'GHA',
  ],
])('one way round and not the other: %s', (title, lead, plover, source, target) => {
  const found = events(title, lead).filter((e) => e.plover === plover);
  expect(found.length).toBeGreaterThan(0);
  for (const event of found) expect(event).toMatchObject({ source: [source], target: [target] });
});

const SPANISH =
  'El mercado del puerto permaneció tranquilo por la tarde. Muchas tiendas estaban cerradas. El tiempo era suave.';
const RUSSIAN = 'Рынок в порту днём был спокоен. Многие лавки были закрыты. Погода стояла мягкая.';

test('who stands behind "against" is not who protests', () => {
  const lead = 'Miles de personas marcharon el viernes en Quito contra la visita del presidente de Colombia.';
  const found = events(
    'Miles protestan en Quito contra la visita del presidente colombiano',
    `${lead} ${SPANISH}`,
    'es',
  );
  expect(found[0]).toMatchObject({ plover: 'PROTEST', source: ['ECU'], target: ['COL'] });
});

test('what is refused is the refusal, not the deed', () => {
  const lead = 'Президент Сербии заявил в понедельник, что Белград не будет вводить санкции против Минска.';
  const found = events('Сербия отказалась вводить санкции против Белоруссии', `${lead} ${RUSSIAN}`, 'ru');
  expect(found[0]).toMatchObject({ plover: 'REJECT', source: ['SRB'], target: ['BLR'] });
});

const GERMAN =
  'Beobachter sprachen von einem ruhigen Nachmittag am Hafen. Auf dem Markt blieb es still. Das Wetter war mild.';

test.each([
  [
    'a place where somebody is held tells who holds him',
    '',
    'Ein in Ghana festgenommener dänischer Student ist zu zwölf Jahren Haft verurteilt worden.',
    'ACCUSE',
    'GHA',
    'DNK',
  ],
  [
    'a heading before a dateline is the headline',
    '',
    'Reeder weisen Vorwürfe zurück. Accra – Ghana hat am Montag Truppen nach Togo entsandt, um den Hafen zu sichern.',
    'MOBILIZE',
    'GHA',
    'TGO',
  ],
])('%s', (_, title, lead, plover, source, target) => {
  const [first] = events(title, `${lead} ${GERMAN}`, 'de').filter((e) => e.plover === plover);
  expect(first?.target).toContain(target);
  expect(first?.source).toContain(source);
});

test('the dead of a quake were killed by nobody', () => {
  const lead = 'La Habana envió el jueves una brigada de médicos a Haití, donde el terremoto dejó cientos de heridos.';
  const found = events('Cuba envía médicos a Haití tras el terremoto', `${lead} ${SPANISH}`, 'es');
  expect(found.map((e) => e.plover)).not.toContain('ASSAULT');
  expect(found[0]).toMatchObject({ plover: 'AID', source: ['CUB'], target: ['HTI'] });
});

test('who heads the United Nations acts for them, and his name tells no event', () => {
  const lead =
    'UN Secretary-General Ban Ki-moon condemned the attack by Danish jets on a market on Monday, his office said.';
  const found = events('Attack on a market', lead);
  expect(found.flatMap((e) => [...e.source, ...e.target])).not.toContain('KOR');
  expect(found.map((e) => e.plover)).not.toContain('COERCE');
  const german =
    'UNO-Generalsekretär Ban Ki Moon hat den Angriff auf ein Krankenhaus in Ghana am Montag scharf verurteilt.';
  expect(events('', `${german} ${GERMAN}`, 'de').flatMap((e) => [...e.source, ...e.target])).not.toContain('KOR');
});

test('what one says of himself is his own, and nobody is meant by a bare "it"', () => {
  const lead = 'The Danish leader said he was open to dialogue with Ghana and to a visit in the spring.';
  const found = events('Danish leader open to talks with Ghana', lead).filter((e) => e.plover === 'AGREE');
  for (const event of found) expect(event.source).toEqual(['DNK']);
  const other = events(
    'Ghana placed on a list',
    `A panel put Ghana on a list. It called on Denmark to impose a ban on ministers.`,
  );
  expect(other.filter((e) => e.plover === 'REQUEST')).toEqual([]);
});

test.each([
  [
    'whose navy it is tells no other side',
    'Ghana warns Togo',
    'Ghana threatened on Thursday to use its navy against any rig that drills east of the delta.',
    'THREATEN',
    'GHA',
    'TGO',
  ],
  [
    'talks of which one side is told are between the two of the headline',
    'Ghana and Togo to meet again',
    'The ministers resumed talks on the border in Accra on Monday.',
    'CONSULT',
    'GHA',
    'TGO',
  ],
])('%s', (_, title, lead, plover, source, target) => {
  const found = events(title, lead).find((e) => e.plover === plover);
  expect([found?.source[0], found?.target[0]].toSorted()).toEqual([source, target].toSorted());
});

test('months that a language writes small end no dateline early', () => {
  const found = events(
    'Ghana demanda a Togo por un puerto',
    'ACCRA/SAN JOSÉ, 7 dic.– Ghana presentó este lunes una demanda contra Togo por las obras de un puerto.',
    'es',
  );
  expect(found.flatMap((e) => [...e.source, ...e.target])).not.toContain('USA');
});

test('what a first sentence tells without a country is done at home', () => {
  const found = events(
    '',
    'Der am Freitag festgenommene Hafenmeister wurde am Montag wieder freigelassen. Accra – In Ghana haben die Ermittler noch keine Gewissheit.',
    'de',
  );
  expect(found[0]).toMatchObject({ plover: 'RETREAT', source: ['GHA'], target: ['GHA'] });
});
