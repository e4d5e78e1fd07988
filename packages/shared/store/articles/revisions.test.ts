import { describe, expect, test } from 'vitest';
import { DIALECTS, useStore } from '../../../../tests/support/dialects.ts';
import { cleaned, NOON, pages, rowOf } from '../../../../tests/support/given.ts';
import type { Store } from '../database/store.ts';
import { saveClassification } from './classifications.ts';
import { compareRevision, latestRevision, listRevisions, saveRevision } from './revisions.ts';

const PAGE = 'https://harbour.example/news/1';

/** Saves a clean result as the cleaner does, and points the article at it. */
async function save(store: Store, id: string, said: Parameters<typeof cleaned>[0], rawHash: string, version = 'v1') {
  const article = await rowOf(store, id);
  const change = compareRevision(await latestRevision(store, article), rawHash, cleaned(said));
  await store.write(async (tx) => {
    const made = {
      version,
      frameVersion: null,
      rawHash,
      fetchedAt: NOON,
      now: NOON,
      batchId: null,
    };
    const revisionId = await saveRevision(store, tx, article, cleaned(said), made);
    await tx.update(store.tables.articles).set({ revisionId });
  });
  return change;
}

describe.each(DIALECTS)('revisions on %s', (dialect) => {
  const opened = useStore(dialect);

  test('first state, another state, the same state in other bytes', async () => {
    const store = opened();
    const [id] = await pages(store, [PAGE]);
    expect(await save(store, id!, { publishedAt: '2026-11-20T09:00:00+02:00' }, 'raw1')).toBe('first');
    expect(await save(store, id!, { text: 'Fishermen stay away.', siteName: 'Harbour Post' }, 'raw2')).toBe('new-text');
    expect(await save(store, id!, { text: 'Fishermen stay away.', byline: ['A. Reed'] }, 'raw3')).toBe('same-text');
    const [second, first, ...rest] = await listRevisions(store, id!);
    expect(rest).toEqual([]);
    expect(first).toMatchObject({ number: 1, rawHash: 'raw1', publishedMs: Date.UTC(2026, 10, 20, 7) });
    expect(second).toMatchObject({ number: 2, rawHash: 'raw3', byline: ['A. Reed'], publishedMs: null });
    expect((await latestRevision(store, await rowOf(store, id!)))?.id).toBe(second?.id);
    expect(await store.db.select().from(store.tables.previousResults)).toEqual([]);
  });

  test('the same bytes read by a better cleaner: in place, and what was there is kept', async () => {
    const store = opened();
    const [id] = await pages(store, [PAGE]);
    await save(store, id!, { text: 'SHARE Fishermen returned.' }, 'raw1', 'v1');
    expect(await save(store, id!, { text: 'Fishermen returned.' }, 'raw1', 'v2')).toBe('read-again');
    expect(await save(store, id!, { text: 'Fishermen returned.', language: 'de' }, 'raw1', 'v3')).toBe('read-again');
    expect(await save(store, id!, { text: 'Fishermen returned.', language: 'de' }, 'raw1', 'v3')).toBe('read-again');
    expect(await listRevisions(store, id!)).toMatchObject([{ number: 1, version: 'v3', language: 'de' }]);
    expect(await store.db.select().from(store.tables.previousResults)).toMatchObject([
      { stage: 'clean', version: 'v1', result: { text: 'SHARE Fishermen returned.' } },
      { stage: 'clean', version: 'v2', result: { text: 'Fishermen returned.', language: 'en' } },
    ]);
  });

  test('characters that no database keeps are gone, and do not make a new state each time', async () => {
    const store = opened();
    const [id] = await pages(store, [PAGE]);
    const odd = { text: 'Net\0s and \ud83d boats.', cuts: [{ text: 'cut \udc00', reason: 'a share\0 bar' }] };
    expect(await save(store, id!, odd, 'raw1')).toBe('first');
    expect(await save(store, id!, odd, 'raw2')).toBe('same-text');
    expect(await listRevisions(store, id!)).toMatchObject([
      { text: 'Nets and \ufffd boats.', cuts: [{ text: 'cut \ufffd', reason: 'a share bar' }] },
    ]);
  });

  test('a classification replaces that of another version, which is kept', async () => {
    const store = opened();
    const [id] = await pages(store, [PAGE]);
    const article = await rowOf(store, id!);
    for (const version of ['v1', 'v1', 'v2']) {
      const result = {
        language: 'en',
        topics: [],
        topicScores: { a: 0.5 },
        entities: [],
        countries: [version],
        events: [],
      };
      await store.write((tx) =>
        saveClassification(store, tx, article, result, { version, revisionId: 'r', now: NOON }),
      );
    }
    expect(await store.db.select().from(store.tables.classifications)).toMatchObject([
      { version: 'v2', countries: ['v2'] },
    ]);
    expect(await store.db.select().from(store.tables.previousResults)).toMatchObject([
      { stage: 'classify', version: 'v1', result: { topicScores: { a: 0.5 } } },
    ]);
  });
});
