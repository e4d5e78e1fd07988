import { expect, test } from 'vitest';
import { loadWorldLists } from '../../../lists/load.ts';
import { createWorldReader } from '../read-world.ts';

const reader = createWorldReader(loadWorldLists());
const events = (text: string, publishedAt?: string) =>
  reader.read({ text, language: 'en', publishedAt: publishedAt ?? null }).events;

test.each([
  ['The Turkish foreign minister met his Libyan counterpart in Tripoli.', 'CONSULT', '040', 'TUR', 'LBY'],
  ['The French president telephoned the Egyptian president to discuss the truce.', 'CONSULT', '041', 'FRA', 'EGY'],
  ['The Greek prime minister paid a visit to Cyprus.', 'CONSULT', '042', 'GRC', 'CYP'],
  ['Morocco hosted talks between Libyan delegations.', 'CONSULT', '043', 'MAR', 'LBY'],
  ['Qatar launched a mediation effort between Sudan and Chad.', 'CONSULT', '045', 'QAT', 'SDN'],
  ['Norway signed an agreement with Iceland on fishing.', 'SUPPORT', '057', 'NOR', 'ISL'],
  ['Spain has promised to send doctors to Haiti.', 'AGREE', '030', 'ESP', 'HTI'],
  ['Serbia accused Kosovo of breaking its word.', 'ACCUSE', '112', 'SRB', 'XKX'],
  ['Egypt rejected a Sudanese proposal on the dam.', 'REJECT', '120', 'EGY', 'SDN'],
  ['Iran threatened to close the strait if Israel attacked.', 'THREATEN', '130', 'IRN', 'ISR'],
  ['Kenya expelled two diplomats of Eritrea.', 'SANCTION', '166', 'KEN', 'ERI'],
  ['Rwandan troops attacked a village in Burundi.', 'ASSAULT', '190', 'RWA', 'BDI'],
])('%s', (text, plover, cameo, source, target) => {
  const [event] = events(text);
  expect(event).toMatchObject({ plover, cameo, modality: plover === 'THREATEN' ? 'planned' : 'happened' });
  expect(event?.source[0]).toBe(source);
  expect(event?.target[0]).toBe(target);
});

test('in the passive the one after "by" is the source', () => {
  expect(events('A Chadian convoy was attacked by Libyan gunmen.')[0]).toMatchObject({
    source: ['LBY'],
    target: ['TCD'],
  });
});

test('a negated deed of friendship is a refusal, a negated hostile one is nothing', () => {
  expect(events('Poland will not meet the Hungarian delegation.')[0]?.plover).toBe('REJECT');
  expect(events('Poland did not attack Hungary.').map((e) => e.plover)).not.toContain('ASSAULT');
});

test('the intention to meet is coded as such, and a denial keeps its modality', () => {
  expect(events('The Danish minister will meet the Swedish minister.')[0]).toMatchObject({
    cameo: '036',
    modality: 'planned',
  });
  expect(events('Jordan denied having bombed Syrian positions.')[0]?.modality).not.toBe('planned');
});

test('the day is the one the sentence speaks of', () => {
  // 4 March 2021 was a Thursday.
  expect(events('On Tuesday the Turkish minister met the Libyan minister.', '2021-03-04T10:00:00Z')[0]?.date).toBe(
    '2021-03-02',
  );
  expect(events('The Turkish minister met the Libyan minister on 1 March 2021.', '2021-03-04')[0]?.date).toBe(
    '2021-03-01',
  );
  expect(events('The Turkish minister met the Libyan minister.', '2021-03-04')[0]?.date).toBeNull();
});

test('a sentence that recalls an old event, and a caption, tell none', () => {
  expect(events('The Turkish minister met the Libyan minister on 1 March 2015.', '2021-03-04')).toEqual([]);
  expect(events('Turkish troops invaded the island of Cyprus in 1974.', '2021-03-04')).toEqual([]);
  expect(events('The Turkish minister (L) meets the Libyan minister. File photo.')).toEqual([]);
});

test('one event told twice in an article counts once', () => {
  const text = 'Egypt accused Sudan of lying. The talks lasted an hour. Egypt again accused Sudan of delay.';
  expect(events(text).filter((e) => e.plover === 'ACCUSE')).toHaveLength(1);
});

test('roles tell officials, soldiers and rebels apart', () => {
  expect(events('Malian soldiers attacked Tuareg rebels in Mali.')[0]).toMatchObject({
    sourceRole: 'MIL',
    targetRole: 'REB',
  });
});
