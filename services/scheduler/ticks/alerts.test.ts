import { createLogger } from '@wirewatch/shared/log.ts';
import { alertsOf } from '@wirewatch/shared/store/watches/alerts.ts';
import { addMatches } from '@wirewatch/shared/store/watches/matches.ts';
import { saveWatch } from '@wirewatch/shared/store/watches/watches.ts';
import { describe, expect, test } from 'vitest';
import { DIALECTS, useStore } from '../../../tests/support/dialects.ts';
import { NOON } from '../../../tests/support/given.ts';
import { shelve } from '../../../tests/support/shelf.ts';
import { alertsTick } from './alerts.ts';

const HOUR = 3_600_000;

describe.each(DIALECTS)('volume on %s', (dialect) => {
  const opened = useStore(dialect);
  const tick = (now: number) =>
    alertsTick.run({ store: opened(), now: () => now, log: createLogger('scheduler', 'silent') });

  /** A watch made so many hours before noon. */
  async function watchSince(hours: number, name = 'w'): Promise<string> {
    const lines = [{ query: 'truce', weight: 1, language: null }];
    const made = { webhook: null, replace: false, who: 'test', now: NOON - hours * HOUR };
    const { row } = await saveWatch(opened(), { name, lines, threshold: 1 }, made);
    return row.id;
  }

  async function matched(watchId: string, at: number, articleIds: string[]): Promise<void> {
    const hit = { id: watchId, name: 'w', matched: [], weight: 1 };
    const store = opened();
    await store.write((tx) =>
      addMatches(
        store,
        tx,
        articleIds.map((id) => ({ article: { id, at }, hit })),
      ),
    );
  }

  test('a flood is told once, with its measure; a steady stream never', async () => {
    const flood = await watchSince(200, 'flood');
    const steady = await watchSince(200, 'steady');
    const young = await watchSince(5);
    const some = (name: string, n: number) => Array.from({ length: n }, (_, i) => `${name}-${i}`);
    for (let hour = 0; hour < 100; hour += 1) {
      await matched(steady, NOON - hour * HOUR - 1000, some(`s${hour}`, 8));
      if (hour > 0) await matched(flood, NOON - hour * HOUR - 1000, some(`f${hour}`, 2));
    }
    await matched(flood, NOON - 1000, some('now', 12));
    await matched(young, NOON - 1000, some('young', 50));
    await tick(NOON);
    await tick(NOON + HOUR / 2);
    expect(await alertsOf(opened(), flood, { limit: 9 })).toMatchObject([
      {
        kind: 'volume',
        article: null,
        volume: { stories: 12, hours: 168 },
        reason: expect.stringMatching(/^12 stories/),
      },
    ]);
    for (const id of [steady, young]) expect(await alertsOf(opened(), id, { limit: 9 })).toEqual([]);
  });

  test('copies of one text are no flood', async () => {
    const store = opened();
    const watch = await watchSince(200);
    const ids = [];
    for (let n = 0; n < 20; n += 1)
      ids.push(
        await shelve(store, null, { url: `https://p${n}.example/`, syndication: { group: n < 12 ? 'wire' : `g${n}` } }),
      );
    await matched(watch, NOON - 1000, ids.slice(0, 12));
    await tick(NOON);
    expect(await alertsOf(store, watch, { limit: 9 })).toEqual([]);
    await matched(watch, NOON - 1000, ids.slice(12));
    await tick(NOON);
    expect(await alertsOf(store, watch, { limit: 9 })).toMatchObject([{ volume: { stories: 9 } }]);
  });
});
