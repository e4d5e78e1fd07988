import { and, eq, inArray, not, sql } from 'drizzle-orm';
import type { ArticleRecord } from '../../contracts/record.ts';
import type { WatchHit } from '../../query/watch-index.ts';
import { isAmong, listFor, preparedQuery } from '../database/prepared.ts';
import { type Db, type Store, withoutNul } from '../database/store.ts';

const DAY_MS = 86_400_000;

/**
 * The instant under which an article counts as one of an hour's stories: when we saw it first, unless it says that it is more than a day
 * older. So the backlog of a feed that is added does not look like a flood of news.
 */
export function countedAt(firstSeenAt: number, publishedMs: number | null): number {
  return publishedMs !== null && publishedMs < firstSeenAt - DAY_MS ? publishedMs : firstSeenAt;
}

/** The watches on which an article is, in place of those on which it was. Returns the ids of those that are new to it. */
export async function replaceMatches(
  store: Store,
  tx: Db,
  article: { id: string; at: number },
  hits: readonly WatchHit[],
): Promise<Set<string>> {
  const ids = hits.map(({ id }) => id);
  await deleteOthers(store, tx, { article: article.id, watches: listFor(store, ids) });
  return addMatches(
    store,
    tx,
    hits.map((hit) => ({ article, hit })),
  );
}

const deleteOthers = preparedQuery('watch-matches-of-others', (db, store) => {
  const { watchMatches } = store.tables;
  const stays = isAmong(store, watchMatches.watchId, 'watches');
  return db.delete(watchMatches).where(and(eq(watchMatches.articleId, sql.placeholder('article')), not(stays)));
});

/** Writes matches, in place of what was said of the same watch and article. Returns the ids of watches that had none of them before. */
export async function addMatches(
  store: Store,
  tx: Db,
  matches: ReadonlyArray<{ article: { id: string; at: number }; hit: WatchHit }>,
): Promise<Set<string>> {
  const { watchMatches } = store.tables;
  const fresh = new Set<string>();
  for (const { article, hit } of matches) {
    const found = { matched: withoutNul(hit.matched), weight: hit.weight, at: article.at };
    const added = await tx
      .insert(watchMatches)
      .values({ watchId: hit.id, articleId: article.id, ...found })
      .onConflictDoNothing()
      .returning({ id: watchMatches.watchId });
    if (added.length > 0) fresh.add(hit.id);
    else
      await tx
        .update(watchMatches)
        .set(found)
        .where(and(eq(watchMatches.watchId, hit.id), eq(watchMatches.articleId, article.id)));
  }
  return fresh;
}

/** The watches that articles are on, as the record says it, by article id. */
export async function watchesOf(store: Store, articleIds: string[]): Promise<Map<string, ArticleRecord['watches']>> {
  const { watches, watchMatches } = store.tables;
  const rows = await store.db
    .select({
      articleId: watchMatches.articleId,
      id: watches.id,
      name: watches.name,
      matched: watchMatches.matched,
    })
    .from(watchMatches)
    .innerJoin(watches, eq(watches.id, watchMatches.watchId))
    .where(inArray(watchMatches.articleId, articleIds))
    .orderBy(watches.createdAt, watches.id);
  const found = new Map<string, ArticleRecord['watches']>();
  for (const { articleId, ...watch } of rows) found.set(articleId, [...(found.get(articleId) ?? []), watch]);
  return found;
}
