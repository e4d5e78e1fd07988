import { asc } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { DIALECTS, useStore } from '../../../tests/support/dialects.ts';
import { NOON } from '../../../tests/support/given.ts';
import { shelve } from '../../../tests/support/shelf.ts';
import { firstMarkKey } from '../text/posting-keys.ts';
import { clearMarks, clearPostings } from './dedup-postings.ts';

const DAY = 86_400_000;

describe.each(DIALECTS)('postings on %s', (dialect) => {
  const opened = useStore(dialect);
  const keys = async () => {
    const { dedupPostings: postings } = opened().tables;
    return (await opened().db.select().from(postings).orderBy(asc(postings.key))).map((row) => row.key);
  };

  test('old articles leave the index but keep their hash; marks leave with their days', async () => {
    const store = opened();
    const { dedupArticles, dedupPostings } = store.tables;
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
        await tx.insert(dedupPostings).values(own.map((key) => ({ key, number: row!.number })));
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
});
