import { describe, expect, test } from 'vitest';
import { DIALECTS, useStore } from '../../../../tests/support/dialects.ts';
import { NOON } from '../../../../tests/support/given.ts';
import { shelve } from '../../../../tests/support/shelf.ts';
import { firstMarkKey } from '../../text/posting-keys.ts';
import { eachPosting, type Posting } from './posting-lists.ts';
import { addPostings, clearMarks, clearPostings, readPostings, removeAllPostings, removePostings } from './postings.ts';

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
    await store.write((tx) => removePostings(store, tx, 127, [0, 4096, mark]));
    await store.write((tx) => removeAllPostings(store, tx, new Set([1, 2 ** 33 + 1])));
    expect((await held()).get(0)).toEqual([9, 2 ** 14, 2 ** 21 + 5]);
    expect((await held()).get(2 ** 32 - 1)).toEqual([127, 2 ** 14, 2 ** 21 + 5]);
    expect((await held()).get(mark)).toEqual([2 ** 14, 2 ** 21 + 5]);
    await store.write((tx) => removeAllPostings(store, tx, new Set([9, ...numbers])));
    expect(await store.db.select().from(store.tables.dedupLists)).toEqual([]);
  });
});
