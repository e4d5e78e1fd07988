import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { DIALECTS, useStore } from '../../../../tests/support/dialects.ts';
import { NOON } from '../../../../tests/support/given.ts';
import { shelve } from '../../../../tests/support/shelf.ts';
import { firstMarkKey } from '../../text/posting-keys.ts';
import { eachPosting, type Posting } from './posting-lists.ts';
import {
  addPostings,
  clearMarks,
  clearPostings,
  readPostings,
  removeAllPostings,
  removePostings,
  replacePostings,
} from './postings.ts';

const DAY = 86_400_000;

describe.each(DIALECTS)('postings on %s', (dialect) => {
  const opened = useStore(dialect);
  const keys = async () => {
    const found: number[] = [];
    for (const { bucket, list } of await opened().db.select().from(opened().tables.dedupLists))
      eachPosting(bucket, list, (key) => found.push(key));
    return found.sort((a, b) => a - b);
  };

  test('old articles leave the index but keep their hash; marks leave with their days', async () => {
    const store = opened();
    const { dedupArticles } = store.tables;
    const marks = [400, 12, 1].map((days) => firstMarkKey(NOON - days * DAY) + 5);
    for (const [n, days] of [200, 91, 89, 1].entries()) {
      const id = await shelve(store, null, {
        url: `https://a.example/${n}`,
        texts: ['Some words.'],
        at: NOON - days * DAY,
      });
      await store.write(async (tx) => {
        const [row] = await tx
          .insert(dedupArticles)
          .values({ articleId: id, contentHash: `h${n}`, article: {}, common: [] })
          .returning({ number: dedupArticles.number });
        const own = [n, 2 ** 31 + n, 2 ** 32 - 1 - n, ...marks];
        await addPostings(
          store,
          tx,
          own.map((key): Posting => [key, row!.number]),
        );
      });
    }
    await clearPostings(store, NOON - 90 * DAY);
    expect((await keys()).filter((key) => key < 2 ** 32)).toEqual([
      2,
      3,
      2 ** 31 + 2,
      2 ** 31 + 3,
      2 ** 32 - 4,
      2 ** 32 - 3,
    ]);
    expect(new Set((await keys()).filter((key) => key >= 2 ** 32))).toEqual(new Set(marks));
    await clearMarks(store, NOON);
    expect(new Set((await keys()).filter((key) => key >= 2 ** 32))).toEqual(new Set(marks.slice(2)));
    expect((await store.db.select().from(dedupArticles)).length).toBe(4);
  });

  test('postings are added up to their bound, by several at once, and taken out again', async () => {
    const store = opened();
    const mark = firstMarkKey(NOON) + 2 ** 31;
    const own = [0, 1, 4095, 4096, 2 ** 32 - 1, mark, mark + 1];
    const numbers = [1, 127, 2 ** 14, 2 ** 21 + 5, 2 ** 33 + 1];
    await Promise.all(
      numbers.map((number) =>
        store.write((tx) =>
          addPostings(
            store,
            tx,
            own.map((key): Posting => [key, number]),
          ),
        ),
      ),
    );
    const held = async () => {
      const read = await readPostings(store, [...own, 2, mark + 2], store.db);
      return new Map([...read].map(([key, list]) => [key, list.sort((a, b) => a - b)]));
    };
    expect(await held()).toEqual(new Map(own.map((key) => [key, numbers])));
    await store.write((tx) =>
      addPostings(
        store,
        tx,
        [
          [0, 9],
          [0, 10],
          [1, 9],
        ],
        (key) => (key === 0 ? 6 : 5),
      ),
    );
    expect((await held()).get(0)).toEqual([1, 9, ...numbers.slice(1)]);
    expect((await held()).get(1)).toEqual(numbers);
    const others = new Map([
      [1, 127],
      [4095, 77],
    ]);
    await store.write((tx) => replacePostings(store, tx, 8, others));
    expect((await held()).get(1)).toEqual([1, 8, ...numbers.slice(2)]);
    expect((await held()).get(4095)).toEqual(numbers);
    await store.write((tx) => replacePostings(store, tx, 127, new Map([[1, 8]])));
    await store.write((tx) => removePostings(store, tx, 127, [0, 4096, mark]));
    await store.write((tx) => removeAllPostings(store, tx, new Set([1, 2 ** 33 + 1])));
    expect((await held()).get(0)).toEqual([9, 2 ** 14, 2 ** 21 + 5]);
    expect((await held()).get(2 ** 32 - 1)).toEqual([127, 2 ** 14, 2 ** 21 + 5]);
    expect((await held()).get(mark)).toEqual([2 ** 14, 2 ** 21 + 5]);
    await store.write((tx) => removeAllPostings(store, tx, new Set([9, ...numbers])));
    expect(await store.db.select().from(store.tables.dedupLists)).toEqual([]);
  });
});

describe('postings on a Postgres that has counted nothing yet', () => {
  const opened = useStore('postgres');

  test('lists are looked for one by one, not among all that there are', async () => {
    const store = opened();
    const reads = async () => {
      const [row] = await store.rows<{ all: number; found: number }>(
        sql`select (select sum(seq_tup_read) from pg_stat_user_tables where relname like 'dedup_lists_%')::int as all,
          (select sum(idx_tup_read) from pg_stat_user_indexes where relname like 'dedup_lists_%')::int as found`,
      );
      return row!;
    };
    const keysOf = (text: number) => Array.from({ length: 100 }, (_, n) => (text * 100 + n) * 4096);
    // Asked while there was little: the plan of then is kept.
    for (let text = 0; text < 20; text += 1)
      await store.write((tx) =>
        addPostings(
          store,
          tx,
          keysOf(text).map((key): Posting => [key, text]),
        ),
      );
    const before = await reads();
    for (let text = 0; text < 20; text += 1) expect((await readPostings(store, keysOf(text), store.db)).size).toBe(100);
    // Counted once a connection has been idle for a second.
    await expect
      .poll(async () => (await reads()).found, { timeout: 20_000 })
      .toBeGreaterThanOrEqual(before.found + 2000);
    expect((await reads()).all).toBe(before.all);
  });
});
