import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { sayFolding } from '@wirewatch/shared/store/search/folding.ts';
import { putIndexed, readIndexed } from '@wirewatch/shared/store/search/index-article.ts';
import { termsOf } from '@wirewatch/shared/store/search/terms-of.ts';
import { and, asc, gt, inArray, isNotNull } from 'drizzle-orm';

/** Articles a transaction: writers of a running wirewatch get their turn in between. */
const AT_ONCE = 200;

/**
 * Makes the search index anew from the revisions and labels.
 * @param progress told after each part how many articles are in
 * @returns how many articles have a text
 */
export async function reindex(store: Store, progress: (done: number) => void = () => undefined): Promise<number> {
  const { articles, revisions, searchDocs } = store.tables;
  const terms = termsOf(store);
  await store.write(async (tx) => {
    await tx.delete(searchDocs);
    await terms.clear(store, tx);
  });
  let done = 0;
  let after = '';
  for (;;) {
    const page = await store.write(async (tx) => {
      const rows = await tx
        .select({
          id: articles.id,
          url: articles.url,
          outletId: articles.outletId,
          firstSeenAt: articles.firstSeenAt,
          revisionId: articles.revisionId,
        })
        .from(articles)
        .where(and(isNotNull(articles.revisionId), gt(articles.id, after)))
        .orderBy(asc(articles.id))
        .limit(AT_ONCE);
      const byId = new Map(rows.map((row) => [row.id, row]));
      const shown = rows.map((row) => row.revisionId!);
      const found = rows.length === 0 ? [] : await readIndexed(store, tx, inArray(revisions.id, shown));
      for (const one of found) await putIndexed(store, tx, byId.get(one.articleId)!, one);
      return rows;
    });
    if (page.length === 0) break;
    done += page.length;
    after = page.at(-1)!.id;
    progress(done);
  }
  await store.write(async (tx) => {
    await terms.built(store, tx);
    await sayFolding(store, tx);
  });
  return done;
}
