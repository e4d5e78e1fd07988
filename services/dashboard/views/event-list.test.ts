import type { NewsEvent } from '@wirewatch/shared/contracts/classify.ts';
import { expect, test } from 'vitest';
import { eventsOf } from './event-list.ts';

const event = (more: Partial<NewsEvent>): NewsEvent => ({
  plover: 'CONSULT',
  cameo: '040',
  mode: null,
  source: ['NOR'],
  target: ['ISL'],
  sourceRole: 'GOV',
  targetRole: null,
  date: null,
  modality: 'happened',
  sentence: 'Norway met Iceland.',
  confidence: 0.5,
  ...more,
});

test('the main event stands first, then the surer one, each with its sentence', async () => {
  const page = String(
    await eventsOf([
      event({ role: 'background', confidence: 0.9, sentence: 'They had met before.' }),
      event({ role: 'detail', confidence: 0.4, sentence: 'A dinner <followed>.' }),
      event({ role: 'detail', confidence: 0.6, sentence: 'A toast came.' }),
      event({ role: 'main', confidence: 0.5 }),
    ]),
  );
  const at = ['Norway met Iceland.', 'A toast came.', 'A dinner &lt;followed&gt;.', 'They had met before.'].map(
    (text) => page.indexOf(text),
  );
  expect(at.every((n) => n >= 0)).toBe(true);
  expect([...at].sort((a, b) => a - b)).toEqual(at);
});

test('a side that nobody names is a dash, and what has not happened says so', async () => {
  const page = String(await eventsOf([event({ target: [], modality: 'planned' })]));
  expect(page).toContain(
    '<a href="/entities/NOR" title="Norway">NOR</a> (GOV) <b><a href="/search?q=event:CONSULT">CONSULT</a></b> –',
  );
  expect(page).toContain('planned');
});

test('a result from before events had parts is shown too', async () => {
  expect(String(await eventsOf([event({})]))).toContain('Norway met Iceland.');
});
