import { pastKey } from '@wirewatch/shared/store/articles/known-entries.ts';
import { foldInto } from '@wirewatch/shared/store/articles/page-addresses.ts';
import { entryIdOf } from '@wirewatch/shared/store/database/ids.ts';
import { preparedQuery } from '@wirewatch/shared/store/database/prepared.ts';
import type { Db, Store } from '@wirewatch/shared/store/database/store.ts';
import { type ArticleRow, type RawColumns, startJourneys } from '@wirewatch/shared/store/journey/journey.ts';
import { indexArticle } from '@wirewatch/shared/store/search/index-article.ts';
import { aliasedTable, and, desc, eq, gte, inArray, isNotNull, lt, ne, sql } from 'drizzle-orm';

/** The article to which an entry led before it was given another link. */
export interface Predecessor {
  id: string;
  /** The link that the entry had then. */
  link: string;
  rawHash: string | null;
}

/** The last page that the entry which leads to this article led to before, under the same GUID; null where there is none that was read. */
export async function predecessorOf(store: Store, articleId: string): Promise<Predecessor | null> {
  const [last] = await predecessors(store, store.db, { article: articleId, from: pastKey(''), to: 'past;' });
  return last ?? null;
}

/** The last seen of the articles that stood under an entry's GUID in its feed before. */
const predecessors = preparedQuery('predecessors', (db, { tables: { entries, articles } }) => {
  const now = aliasedTable(entries, 'now');
  const key = (name: string) => sql.placeholder(name);
  return db
    .select({ id: entries.articleId, link: entries.link, rawHash: articles.rawHash })
    .from(now)
    .innerJoin(entries, and(eq(entries.feedId, now.feedId), eq(entries.guid, now.guid)))
    .innerJoin(articles, eq(articles.id, entries.articleId))
    .where(
      and(
        eq(now.articleId, key('article')),
        ne(entries.articleId, key('article')),
        gte(entries.entryKey, key('from')),
        lt(entries.entryKey, key('to')),
        isNotNull(articles.rawHash),
      ),
    )
    .orderBy(desc(entries.lastSeenAt))
    .limit(1);
});

/**
 * A page was given another address: the article under the new one becomes the one that was there before, which stands at the new address
 * from now on and is read anew where its bytes are others.
 * @param raw of the page as it was just fetched
 */
export function foldRenamed(
  store: Store,
  article: Pick<ArticleRow, 'id' | 'url'>,
  before: Predecessor,
  { raw, now }: { raw: RawColumns; now: number },
): Promise<void> {
  const { articles } = store.tables;
  return store.write(async (tx) => {
    const feeds = await feedsOf(store, tx, article.id);
    await foldInto(store, tx, article, before.id);
    await dropPast(store, tx, feeds, before.id);
    const differs = raw.rawHash !== before.rawHash;
    const [row] = await tx
      .update(articles)
      .set({ url: article.url, ...(differs ? raw : {}) })
      .where(eq(articles.id, before.id))
      .returning();
    if (differs) await startJourneys(store, tx, [before.id], 'clean', { now, lane: 'live' });
    // Where nothing else is done again, the index alone still has the old address.
    else if (row?.revisionId) await indexArticle(store, tx, row, row.revisionId);
  });
}

async function feedsOf(store: Store, tx: Db, articleId: string): Promise<string[]> {
  const { entries } = store.tables;
  const rows = await tx.select({ feedId: entries.feedId }).from(entries).where(eq(entries.articleId, articleId));
  return [...new Set(rows.map(({ feedId }) => feedId))];
}

/** The entry leads to the article again: it is no earlier page of these feeds any more. */
async function dropPast(store: Store, tx: Db, feeds: readonly string[], articleId: string): Promise<void> {
  const { entries } = store.tables;
  const ids = feeds.map((feedId) => entryIdOf(feedId, pastKey(articleId)));
  if (ids.length > 0) await tx.delete(entries).where(inArray(entries.id, ids));
}
