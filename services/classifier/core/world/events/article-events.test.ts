import { expect, test } from 'vitest';
import { loadWorldLists } from '../../../lists/load.ts';
import { createWorldReader } from '../read-world.ts';

const reader = createWorldReader(loadWorldLists());
const events = (title: string | null, text: string, language = 'en') => reader.read({ title, text, language }).events;

test('the event that headline and lead tell comes first, and what the article recalls is background', () => {
  const found = events(
    'Norway and Iceland sign fishing accord',
    'The Norwegian foreign minister signed an agreement with Iceland on fishing in Oslo on Monday.\n\n' +
      'Officials said the text runs to forty pages.\n\nIceland had attacked Norwegian trawlers in 1999.\n\n' +
      'The harbour was quiet on Tuesday and its market was full.',
  );
  expect(found[0]).toMatchObject({ plover: 'SUPPORT', source: ['NOR'], target: ['ISL'], role: 'main' });
  expect(found.filter((e) => e.plover === 'ASSAULT').every((e) => e.role === 'background')).toBe(true);
});

test('an event told in headline, lead and text is one event', () => {
  const found = events(
    'Serbia accuses Kosovo of breaking truce',
    'Serbia accused Kosovo of breaking a truce on Monday.\n\nThe minister repeated it later. Serbia accused Kosovo of lies.',
  );
  expect(found.filter((e) => e.plover === 'ACCUSE')).toHaveLength(1);
});

test('the other side is the other of the two countries that the article is on, not the same country again', () => {
  const found = events(
    'Chad shuts crossing to Sudan',
    'Chadian soldiers attacked two villages at dawn on Friday.\n\nWitnesses said houses burned. The army gave no number of dead on Friday.',
  );
  expect(found.find((e) => e.plover === 'ASSAULT')).toMatchObject({ source: ['TCD'], target: ['SDN'] });
});

test('where the text knows one country only, the event is inside it', () => {
  const [event] = events(
    'Police arrest strikers in Kenya',
    'Kenyan police arrested forty strikers on Friday. The union said on Friday that it would go to court over it.',
  );
  expect(event).toMatchObject({ plover: 'COERCE', source: ['KEN'], target: ['KEN'] });
});

test('a person keeps the country that an earlier sentence gave', () => {
  const found = events(
    null,
    'The Danish foreign minister Lena Korrsund arrived on Monday.\n\nThe weather was fine. Korrsund condemned Belarus for the arrests.',
  );
  expect(found.find((e) => e.plover === 'ACCUSE')).toMatchObject({ source: ['DNK'], target: ['BLR'] });
});

test('what is considered, feared or threatened has not happened', () => {
  expect(events(null, 'France is considering airstrikes on Libya.')[0]?.modality).toBe('planned');
  expect(events(null, 'Egypt called on Sudan to return to the table.')[0]?.modality).toBe('requested');
});

test('a column that weighs and asks gives no event of its own', () => {
  const column =
    'Should we be surprised? I think not. Perhaps our leaders must ask why they attacked Libya at all. We know what followed. ' +
    'I said so before and I will say so again: why should anyone trust them? Must we wait for another war? I wonder whether ' +
    'they ever read the books on their shelves, and whether we do. Let us imagine a wiser France, one which we could praise.';
  expect(events('Why I no longer trust the drums', column)).toEqual([]);
});

test('a plea of guilt is no request, and a quarrel in parliament no fight', () => {
  expect(events(null, 'The Maltese minister pleaded guilty in court on Friday.').map((e) => e.plover)).not.toContain(
    'REQUEST',
  );
  expect(
    events(null, 'The Maltese prime minister clashed over budgets in parliament.').map((e) => e.plover),
  ).not.toContain('ASSAULT');
});

test.each([
  ['de', 'Die italienische Regierung hat die Fischer aus Tunesien freigelassen.', 'RETREAT'],
  ['fr', 'Le gouvernement italien a interdit trois journaux.', 'COERCE'],
])('%s: verbs of news are known ', (language, text, plover) => {
  expect(events(null, text, language)[0]?.plover).toBe(plover);
});

test('whose the senators are, the officials of the article tell, not the country that they speak of', () => {
  const found = events(
    'Senators urge the government to lift the ban on Norwegian fish',
    'Danish prime minister Lena Korrsund and Danish foreign minister Jens Brakkel spoke on Norway on Monday.\n\n' +
      'Lawmakers urged the government to lift the ban on fish from Norway. Norway, Norway and Norway again, a fisherman said.',
  );
  expect(found.find((e) => e.plover === 'REQUEST')?.source).toEqual(['DNK']);
});
