import { and, desc, eq, lt } from 'drizzle-orm';
import type { AlertKind, Volume } from '../../contracts/watch.ts';
import type { Store } from '../database/store.ts';

/** An alert with what it is about, for lists, feeds and webhooks. */
export interface Alert {
  /** Grows: for paging and as an entry's identity. */
  id: number;
  watchId: string;
  watch: string;
  kind: AlertKind;
  reason: string;
  /** Epoch ms. */
  at: number;
  /** Null for volume. */
  article: {
    id: string;
    url: string;
    title: string | null;
    outletId: string;
    outlet: string;
    language: string | null;
    publishedAt: string | null;
    /** The article's words and labels that the watch names, for highlighting. */
    matched: string[];
  } | null;
  volume: Volume | null;
}

/** A watch's alerts, newest first, from before an id on. */
export function alertsOf(
  store: Store,
  watchId: string,
  options: { limit: number; before?: number | null },
): Promise<Alert[]> {
  const { alerts } = store.tables;
  const before = options.before == null ? undefined : lt(alerts.id, options.before);
  return reading(store)
    .where(and(eq(alerts.watchId, watchId), before))
    .orderBy(desc(alerts.id))
    .limit(options.limit)
    .then((rows) => rows.map(alertOf));
}

/** One alert, or null. */
export async function findAlert(store: Store, id: number): Promise<Alert | null> {
  const [row] = await reading(store).where(eq(store.tables.alerts.id, id));
  return row ? alertOf(row) : null;
}

function reading(store: Store) {
  const { alerts, watches, watchMatches, articles, outlets, revisions } = store.tables;
  return store.db
    .select({
      alert: alerts,
      watch: watches.name,
      article: articles,
      outlet: outlets.name,
      title: revisions.title,
      language: revisions.language,
      publishedAt: revisions.publishedAt,
      matched: watchMatches.matched,
    })
    .from(alerts)
    .innerJoin(watches, eq(watches.id, alerts.watchId))
    .leftJoin(articles, eq(articles.id, alerts.articleId))
    .leftJoin(outlets, eq(outlets.id, articles.outletId))
    .leftJoin(revisions, eq(revisions.id, articles.revisionId))
    .leftJoin(
      watchMatches,
      and(eq(watchMatches.articleId, alerts.articleId), eq(watchMatches.watchId, alerts.watchId)),
    );
}

type Read = Awaited<ReturnType<typeof reading>>[number];

function alertOf({ alert, watch, article, outlet, title, language, publishedAt, matched }: Read): Alert {
  const { id, watchId, kind, reason, at, volume } = alert;
  return {
    id,
    watchId,
    watch,
    kind,
    reason,
    at,
    article: article && {
      id: article.id,
      url: article.url,
      title: title ?? article.title,
      outletId: article.outletId,
      outlet: outlet ?? article.outletId,
      language,
      publishedAt,
      matched: matched ?? [],
    },
    volume,
  };
}
