import { type ArticleLine, articleLines } from '@wirewatch/shared/store/articles/list.ts';
import { listRevisions, type RevisionRow } from '@wirewatch/shared/store/articles/revisions.ts';
import { type Announced, announcementsOf } from '@wirewatch/shared/store/copies/announced.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import type { OutletRow } from '@wirewatch/shared/store/feeds/outlets.ts';
import type { ArticleRow } from '@wirewatch/shared/store/journey/journey.ts';
import { type Versions, versionsOf } from '@wirewatch/shared/store/journey/stage-results.ts';
import { asc, eq } from 'drizzle-orm';

/** Everything that is known of one article. */
export interface WholeArticle {
  article: ArticleRow;
  outlet: OutletRow;
  /** Newest first. */
  revisions: RevisionRow[];
  /** The one that the article shows. */
  revision: RevisionRow | null;
  syndication: Store['tables']['syndication']['$inferSelect'] | null;
  classification: Store['tables']['classifications']['$inferSelect'] | null;
  /** The feeds that carried it, in the order in which they did. */
  carriedBy: Array<{ feedId: string; url: string; title: string | null; guid: string | null; seenAt: number }>;
  /** Oldest first. */
  journey: Array<Store['tables']['outcomes']['$inferSelect']>;
  original: ArticleLine | null;
  versions: Versions;
  /** Whose text it probably carries, where it could not be read. */
  announcement: Announced | null;
}

/** Reads one article whole; null where there is none with this id. */
export async function readArticle(store: Store, id: string): Promise<WholeArticle | null> {
  const { articles, outlets, syndication, classifications, entries, feeds, outcomes } = store.tables;
  const [row] = await store.db
    .select({ article: articles, outlet: outlets, syndication, classification: classifications })
    .from(articles)
    .innerJoin(outlets, eq(outlets.id, articles.outletId))
    .leftJoin(syndication, eq(syndication.articleId, articles.id))
    .leftJoin(classifications, eq(classifications.articleId, articles.id))
    .where(eq(articles.id, id));
  if (!row) return null;
  const revisions = await listRevisions(store, id);
  const carriedBy = await store.db
    .select({ feedId: feeds.id, url: feeds.url, title: feeds.title, guid: entries.guid, seenAt: entries.firstSeenAt })
    .from(entries)
    .innerJoin(feeds, eq(feeds.id, entries.feedId))
    .where(eq(entries.articleId, id))
    .orderBy(asc(entries.firstSeenAt));
  const journey = await store.db.select().from(outcomes).where(eq(outcomes.articleId, id)).orderBy(asc(outcomes.id));
  const originalId = row.syndication?.originalId ?? null;
  const [original = null] = originalId === null ? [] : await articleLines(store, [originalId]);
  return {
    ...row,
    revisions,
    revision: revisions.find((each) => each.id === row.article.revisionId) ?? null,
    carriedBy,
    journey,
    original,
    versions: (await versionsOf(store, [id])).get(id)!,
    announcement: (await announcementsOf(store, [id])).get(id) ?? null,
  };
}
