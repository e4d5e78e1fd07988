import { and, desc, eq, inArray, isNotNull, type SQL, sql } from 'drizzle-orm';
import type { Credit } from '../../contracts/credit.ts';
import type { Outcome } from '../../contracts/outcome.ts';
import type { Relation } from '../../contracts/syndication.ts';
import type { Stage } from '../../pipeline.ts';
import type { Store } from '../database/store.ts';

/** An article as a list shows it. Instants in epoch ms. */
export interface ArticleLine {
  id: string;
  url: string;
  title: string | null;
  language: string | null;
  outletId: string;
  outlet: string;
  publishedAt: string | null;
  firstSeenAt: number;
  stage: Stage | null;
  outcome: Outcome | null;
  reason: string | null;
  credit: Credit | null;
  relation: Relation | null;
  groupId: string | null;
  originalId: string | null;
  original: string | null;
  coverage: number | null;
  lagSeconds: number | null;
}

/** A place in a list by time, newest first: after this row. */
export interface TimePlace {
  at: number;
  id: string;
}

/** Articles newest first by first sight; with `outletId` those of one outlet, with `withText` those that have a text. */
export function listArticles(
  store: Store,
  options: ArticleFilter & { after?: TimePlace | null; limit: number },
): Promise<ArticleLine[]> {
  const { articles } = store.tables;
  const after = options.after
    ? sql`(${articles.firstSeenAt}, ${articles.id}) < (${options.after.at}, ${options.after.id})`
    : undefined;
  return lines(store, and(chosen(store, options), after), options.limit);
}

/** Which articles a list has. */
export interface ArticleFilter {
  outletId?: string | undefined;
  withText?: boolean;
}

function chosen(store: Store, { outletId, withText }: ArticleFilter): SQL | undefined {
  const { articles } = store.tables;
  return and(
    outletId === undefined ? undefined : eq(articles.outletId, outletId),
    withText ? isNotNull(articles.revisionId) : undefined,
  );
}

/** The ids of the newest of them alone, for who reads other things of them, and whether there are more. */
export async function newestIds(
  store: Store,
  filter: ArticleFilter,
  limit: number,
): Promise<{ ids: string[]; more: boolean }> {
  const { articles } = store.tables;
  const rows = await store.db
    .select({ id: articles.id })
    .from(articles)
    .where(chosen(store, filter))
    .orderBy(desc(articles.firstSeenAt), desc(articles.id))
    .limit(limit + 1);
  return { ids: rows.slice(0, limit).map(({ id }) => id), more: rows.length > limit };
}

/** The lines of these articles; ids that are not known are left out. Newest first by first sight. */
export function articleLines(store: Store, ids: string[]): Promise<ArticleLine[]> {
  if (ids.length === 0) return Promise.resolve([]);
  const { articles } = store.tables;
  return lines(store, inArray(articles.id, ids), ids.length);
}

function lines(store: Store, where: SQL | undefined, limit: number): Promise<ArticleLine[]> {
  const { articles, outlets, revisions, syndication } = store.tables;
  return store.db
    .select({
      id: articles.id,
      url: articles.url,
      title: sql<string | null>`coalesce(${revisions.title}, ${articles.title})`,
      language: revisions.language,
      outletId: outlets.id,
      outlet: outlets.name,
      publishedAt: revisions.publishedAt,
      firstSeenAt: articles.firstSeenAt,
      stage: articles.stage,
      outcome: articles.outcome,
      reason: articles.reason,
      credit: revisions.credit,
      relation: syndication.relation,
      groupId: syndication.groupId,
      originalId: syndication.originalId,
      original: syndication.original,
      coverage: syndication.coverage,
      lagSeconds: syndication.lagSeconds,
    })
    .from(articles)
    .innerJoin(outlets, eq(outlets.id, articles.outletId))
    .leftJoin(revisions, eq(revisions.id, articles.revisionId))
    .leftJoin(syndication, eq(syndication.articleId, articles.id))
    .where(where)
    .orderBy(desc(articles.firstSeenAt), desc(articles.id))
    .limit(limit);
}
