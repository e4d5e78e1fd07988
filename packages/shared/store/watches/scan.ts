import { and, eq, gte, inArray } from 'drizzle-orm';
import type { Query } from '../../query/ast.ts';
import { prepareDocument, type QueryDocument } from '../../query/document.ts';
import { createWatchIndex, type Watch, type WatchHit } from '../../query/watch-index.ts';
import type { Store } from '../database/store.ts';
import { documentOf, readIndexed } from '../search/index-article.ts';
import { planOf } from '../search/plan.ts';

/** An article that a watch was tried on. */
export interface Scanned {
  article: { id: string; url: string; firstSeenAt: number; publishedMs: number | null };
  title: string;
  /** Null where the watch does not fire on it. */
  hit: WatchHit | null;
}

/** Articles held at a time: mostly some hundred kilobytes, 100 MB where each is as long as a page may be. */
const PAGE = 100;

/**
 * Tries a watch on the archive, newest first, page by page. The search index chooses what can match at all: only that is read.
 * @param since epoch ms of first sight; older articles are left out
 */
export async function* scanWatch(
  store: Store,
  watch: Watch,
  options: { since: number | null; now: number },
): AsyncGenerator<Scanned> {
  const page = await createScan(store, watch, options);
  let below: number | null = null;
  do {
    const { scanned, next } = await page(below);
    yield* scanned;
    below = next;
  } while (below !== null);
}

/** A page of a scan, and the place in the order of time from which the next one goes on; null where there is none. */
export interface ScanPage {
  scanned: Scanned[];
  next: number | null;
}

/** The scan of {@link scanWatch} page by page, from any place (null: the newest) on. */
export async function createScan(
  store: Store,
  watch: Watch,
  { since, now }: { since: number | null; now: number },
): Promise<(below: number | null) => Promise<ScanPage>> {
  const index = createWatchIndex([watch]);
  const plan = await planOf(store, anyLine(watch), now);
  return async (below) => {
    const rows = await plan.rows(below, null, PAGE);
    const found = await readArticles(
      store,
      rows.map((row) => row.articleId),
      since,
    );
    const scanned = rows.flatMap(({ articleId }): Scanned[] => {
      const one = found.get(articleId);
      if (!one) return [];
      const [hit = null] = index.match(prepareDocument(one.document), now);
      return [{ article: one.article, title: one.document.title, hit }];
    });
    return { scanned, next: rows.length < PAGE ? null : rows.at(-1)!.docid };
  };
}

/** A watch fires only where one of its lines for it matches: the threshold is above 0. */
function anyLine(watch: Watch): Query {
  const clauses = watch.lines.filter(({ weight }) => weight > 0).map(({ query }) => query);
  return clauses.length === 1 ? clauses[0]! : { type: 'or', clauses };
}

async function readArticles(
  store: Store,
  ids: string[],
  since: number | null,
): Promise<Map<string, { article: Scanned['article']; document: QueryDocument }>> {
  if (ids.length === 0) return new Map();
  const { articles, outlets, revisions } = store.tables;
  const rows = await store.db
    .select({
      id: articles.id,
      url: articles.url,
      firstSeenAt: articles.firstSeenAt,
      revisionId: articles.revisionId,
      publishedMs: revisions.publishedMs,
      name: outlets.name,
      host: outlets.host,
    })
    .from(articles)
    .innerJoin(outlets, eq(outlets.id, articles.outletId))
    .innerJoin(revisions, eq(revisions.id, articles.revisionId))
    .where(and(inArray(articles.id, ids), since === null ? undefined : gte(articles.firstSeenAt, since)));
  const current = rows.flatMap(({ revisionId }) => revisionId ?? []);
  if (current.length === 0) return new Map();
  const texts = await readIndexed(store, store.db, inArray(revisions.id, current));
  const byArticle = new Map(texts.map((text) => [text.articleId, text]));
  return new Map(
    rows.flatMap(({ id, url, firstSeenAt, publishedMs, name, host }) => {
      const text = byArticle.get(id);
      if (!text) return [];
      const document = documentOf(text, { name, host });
      return [[id, { article: { id, url, firstSeenAt, publishedMs }, document }] as const];
    }),
  );
}
