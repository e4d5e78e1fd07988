import type { Entity, NewsEvent } from '@wirewatch/shared/contracts/classify.ts';
import { expect, test } from 'vitest';
import { entityEvents, type Labelled } from './entity-events.ts';

const person = (name: string, more: Partial<Entity> = {}): Entity => ({ type: 'person', name, mentions: 1, ...more });
const event = (
  plover: string,
  source: string[],
  target: string[],
  sentence: string,
  date: string | null,
): NewsEvent => ({
  ...{ plover, cameo: null, mode: null, source, target, sourceRole: null, targetRole: null, date },
  ...{ modality: 'happened', sentence, confidence: 0.8 },
});
const at = (day: number) => Date.UTC(2026, 10, day, 9);

const VISIT = event('CONSULT', ['NOR'], ['EGY'], 'Minister Ruth Okafor received Ana Lopes in Savik.', '2026-11-20');
const ARTICLES: Labelled[] = [
  {
    ...{ id: 'a1', title: 'Talks', outlet: 'Post', at: at(20), story: 's1', events: [VISIT] },
    entities: [person('Ruth Okafor', { office: 'minister', country: 'NOR' }), person('Ana Lopes')],
  },
  // A copy tells the same happening.
  {
    id: 'a2',
    title: 'Talks',
    outlet: 'Wire',
    at: at(21),
    story: 's1',
    events: [VISIT],
    entities: [person('Ruth Okafor')],
  },
  {
    ...{ id: 'a3', title: 'Aid', outlet: 'Post', at: at(22), story: 's3' },
    events: [event('AID', ['EGY'], ['NOR'], 'Okafor thanked Cairo for the ships.', null)],
    entities: [
      person('Ruth Okafor', { office: 'minister' }),
      { type: 'place', name: 'Cairo', country: 'EGY', mentions: 1 },
    ],
  },
];

test('a sentence that is carried on another day by another group is the same happening', () => {
  const again = { ...VISIT, date: '2026-11-21', target: ['EGY', 'EGY'] };
  const carried = { ...ARTICLES[0]!, id: 'a9', story: 's9', at: at(21), events: [again] };
  const found = entityEvents({ kind: 'country', code: 'NOR' }, [...ARTICLES, carried]);
  expect(found.events.map(({ day, told }) => [day, told])).toEqual([
    ['2026-11-22', 1],
    ['2026-11-20', 3],
  ]);
});

test('a country: with whom it had to do, and each happening once', () => {
  const found = entityEvents({ kind: 'country', code: 'NOR' }, ARTICLES);
  expect(found.events.map(({ day, told, event: { plover } }) => [day, plover, told])).toEqual([
    ['2026-11-22', 'AID', 1],
    ['2026-11-20', 'CONSULT', 2],
  ]);
  expect(found.met).toEqual([
    {
      with: 'EGY',
      kinds: [
        { plover: 'AID', count: 1 },
        { plover: 'CONSULT', count: 1 },
      ],
      events: 2,
      last: '2026-11-22',
    },
  ]);
});

test('a person: met by sentences that name both, with office and whom else the stories name', () => {
  const found = entityEvents({ kind: 'name', name: 'ruth okafor' }, ARTICLES);
  expect(found.events).toHaveLength(2);
  expect(found.met).toMatchObject([{ with: 'Ana Lopes', events: 1, last: '2026-11-20' }]);
  expect(found).toMatchObject({ type: 'person', office: 'minister', country: 'NOR' });
  expect(found.namedWith).toEqual([
    { name: 'Ana Lopes', type: 'person', stories: 1 },
    { name: 'Cairo', type: 'place', stories: 1 },
  ]);
});

test('one person under two forms is one, and takes part by the form that the text has', () => {
  const articles: Labelled[] = [
    {
      ...{ id: 'b1', title: null, outlet: 'Wire', at: at(23), story: 's9' },
      events: [event('CONSULT', ['NOR'], ['EGY'], 'Руте Окафор позвонили.', null)],
      entities: [person('Руте Окафор', { canonical: 'Ruth Okafor' }), person('Ana', { canonical: 'Ana Lopes' })],
    },
  ];
  const found = entityEvents({ kind: 'name', name: 'Ruth Okafor' }, [...ARTICLES, ...articles]);
  expect(found.events).toHaveLength(3);
  expect(found.namedWith).toContainEqual({ name: 'Ana Lopes', type: 'person', stories: 2 });
});
