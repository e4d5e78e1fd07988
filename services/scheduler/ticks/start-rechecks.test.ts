import { createLogger } from '@wirewatch/shared/log.ts';
import { articleIdOf } from '@wirewatch/shared/store/database/ids.ts';
import { finish } from '@wirewatch/shared/store/journey/finish.ts';
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { DIALECTS, useStore } from '../../../tests/support/dialects.ts';
import { announce, claim, entry, NOON, pages, rowOf } from '../../../tests/support/given.ts';
import { startRechecks } from './start-rechecks.ts';

const PAGE = 'https://harbour.example/news/1';
const ID = articleIdOf(PAGE);
const HOUR = 3_600_000;

describe.each(DIALECTS)('rechecks on %s', (dialect) => {
  const opened = useStore(dialect);

  test('a page of an entry is looked at again after its hours, once a span, and not for ever', async () => {
    const store = opened();
    const { articles } = store.tables;
    await announce(store, 'f1', [entry(PAGE)]);
    // Given by hand, by no feed: never.
    const [given] = await pages(store, ['https://harbour.example/news/2']);
    const rest = { stage: null, outcome: 'done' as const, revisionId: 'r' };
    await store.write((tx) => tx.update(articles).set(rest));
    const at = (hours: number) => startRechecks(store, 6, NOON + hours * HOUR, 10);
    expect(await at(5)).toBe(0);
    expect(await at(7)).toBe(1);
    expect(await rowOf(store, ID)).toMatchObject({ stage: 'fetch', lane: 'batch', epoch: 2 });
    expect(await rowOf(store, given!)).toMatchObject({ stage: null });
    const then = NOON + 7 * HOUR;
    const shell = { store, queues: { add: async () => undefined }, log: createLogger('t', 'silent'), worker: 'w' };
    const told = { outcome: 'unchanged' as const, reason: '304', version: '1' };
    await finish({ ...shell, now: () => then }, await claim(store, ID, then), told);
    expect(await rowOf(store, ID)).toMatchObject({ stage: null, outcome: 'done' });
    expect(await at(8)).toBe(0);
    expect(await at(14)).toBe(1);
    await store.write((tx) => tx.update(articles).set(rest).where(eq(articles.id, ID)));
    expect(await at(61)).toBe(0);
  });
});
