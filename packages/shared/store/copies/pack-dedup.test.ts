import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { DIALECTS, useStore } from '../../../../tests/support/dialects.ts';
import { addressKey } from '../../text/address-key.ts';
import { firstMarkKey } from '../../text/posting-keys.ts';
import { packDedup } from './pack-dedup.ts';
import { readPostings } from './postings.ts';

describe.each(DIALECTS)('an index kept in rows on %s', (dialect) => {
  const opened = useStore(dialect);

  test('is found packed as it was', async () => {
    const store = opened();
    const { dedupArticles, dedupPlaces } = store.tables;
    const mark = firstMarkKey(0) + 17;
    const postings = [0, 4095, 4096, 2 ** 32 - 1, mark].flatMap((key) => [1, 2].map((number) => ({ key, number })));
    await store.write(async (tx) => {
      const run = (query: string) => store.rows(sql.raw(`${query}${dialect === 'sqlite' ? ' returning 1' : ''}`), tx);
      const make = (tx as unknown as { run?(query: unknown): void }).run?.bind(tx);
      const big = dialect === 'sqlite' ? 'integer' : 'bigint';
      for (const table of [
        'create table dedup_addresses (key text, article_id text)',
        `create table dedup_postings (key ${big}, number ${big})`,
      ])
        await (make ? make(sql.raw(table)) : store.rows(sql.raw(table), tx));
      for (const id of ['x', 'y'])
        await tx.insert(dedupArticles).values({ articleId: id, contentHash: null, article: {}, common: [] });
      await run("insert into dedup_addresses values ('a.example/1', 'x'), ('a.example/1', 'y'), ('outlet a 4', 'y')");
      for (const { key, number } of postings) await run(`insert into dedup_postings values (${key}, ${number})`);
      await packDedup(store, tx);
    });
    const found = await readPostings(
      store,
      postings.map((posting) => posting.key),
      store.db,
    );
    expect([...found].map(([key, numbers]) => [key, numbers.sort()]).sort()).toEqual(
      [...new Set(postings.map((posting) => posting.key))].map((key) => [key, [1, 2]]).sort(),
    );
    const places = await store.db.select().from(dedupPlaces);
    expect(places.map(({ key, number }) => `${key} ${number}`).sort()).toEqual(
      [`${addressKey('a.example/1')} 1`, `${addressKey('a.example/1')} 2`, `${addressKey('outlet a 4')} 2`].sort(),
    );
  });
});
