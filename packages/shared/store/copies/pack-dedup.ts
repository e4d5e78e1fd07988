import { sql } from 'drizzle-orm';
import { addressKey } from '../../text/address-key.ts';
import type { Db, Store } from '../database/store.ts';
import type { Posting } from './posting-lists.ts';
import { addPostings } from './postings.ts';

const AT_ONCE = 10_000;

type ListStore = Pick<Store, 'dialect' | 'tables' | 'rows'>;

/** Packs the postings and addresses of a store that kept each in a row of its own. */
export async function packDedup(store: ListStore, tx: Db): Promise<void> {
  await packAddresses(store, tx);
  await packRows(store, tx);
}

async function packAddresses(store: ListStore, tx: Db): Promise<void> {
  const { dedupPlaces } = store.tables;
  for (let [key, id] = ['', '']; ; ) {
    const rows = await store.rows<{ key: string; id: string; number: number | string }>(
      sql`select d.key as key, d.article_id as id, a.number as number
        from dedup_addresses d join dedup_articles a on a.article_id = d.article_id
        where (d.key, d.article_id) > (${key}, ${id}) order by d.key, d.article_id limit ${AT_ONCE}`,
      tx,
    );
    if (rows.length === 0) return;
    await tx
      .insert(dedupPlaces)
      .values(rows.map((row) => ({ key: addressKey(row.key), number: Number(row.number) })))
      .onConflictDoNothing();
    ({ key, id } = rows.at(-1)!);
  }
}

async function packRows(store: ListStore, tx: Db): Promise<void> {
  for (let [key, number] = [-1, -1]; ; ) {
    const rows = await store.rows<{ key: number | string; number: number | string }>(
      sql`select key, number from dedup_postings where (key, number) > (${key}, ${number}) order by key, number limit ${AT_ONCE}`,
      tx,
    );
    if (rows.length === 0) return;
    const postings = rows.map((row): Posting => [Number(row.key), Number(row.number)]);
    await addPostings(store, tx, postings);
    [key, number] = postings.at(-1)!;
  }
}
