import { and, asc, eq, gt, inArray, isNotNull } from 'drizzle-orm';
import { urlKey } from '../../text/url.ts';
import type { Db, Store } from '../database/store.ts';
import { foldInto } from './page-addresses.ts';
import { removeTraces } from './remove-traces.ts';

const AT_ONCE = 2000;

/**
 * Makes one article of two that lead to one page: before addresses were held by a constraint, two links fetched at the same time could
 * both stay. The article whose address the page's own is stays; entries, addresses and standings of the other become its own, and what
 * stood beside the other is settled anew.
 * @returns how many were folded into another
 */
export async function mergeDoubles(store: Store, tx: Db, now: number): Promise<number> {
  const { articles, pageAddresses } = store.tables;
  let merged = 0;
  for (let after = ''; ; ) {
    const rows = await tx
      .select()
      .from(articles)
      .where(and(gt(articles.id, after), isNotNull(articles.finalUrl), isNotNull(articles.revisionId)))
      .orderBy(asc(articles.id))
      .limit(AT_ONCE);
    if (rows.length === 0) return merged;
    after = rows.at(-1)!.id;
    const keys = [...new Set(rows.map(({ finalUrl }) => urlKey(finalUrl!)))];
    const owners = new Map<string, string>();
    for (const { key, articleId } of await tx.select().from(pageAddresses).where(inArray(pageAddresses.key, keys)))
      owners.set(key, articleId);
    for (const row of rows) {
      const twin = owners.get(urlKey(row.finalUrl!));
      if (twin === undefined || twin === row.id) continue;
      const [kept] = await tx.select().from(articles).where(eq(articles.id, twin));
      // Only a page that was read in both: an address that led elsewhere for a day is no double.
      if (!kept || kept.rawHash === null || kept.rawHash !== row.rawHash) continue;
      await removeTraces(store, tx, row, now);
      await foldInto(store, tx, row, twin);
      await tx
        .update(articles)
        .set({
          outcome: 'same-page',
          reason: `its page is that of ${twin}`,
          revisionId: null,
          rawHash: null,
          stage: null,
        })
        .where(eq(articles.id, row.id));
      merged += 1;
    }
  }
}
