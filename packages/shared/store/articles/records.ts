import { and, asc, count, eq, gt, gte, inArray, isNotNull, lt, or, type SQL } from 'drizzle-orm';
import type { ArticleRecord } from '../../contracts/record.ts';
import { toldAddress } from '../../text/entry-address.ts';
import { redactUrl } from '../../text/redact-url.ts';
import { type Announced, announcementsOf } from '../copies/announced.ts';
import { housesOf } from '../copies/house.ts';
import { standOf } from '../copies/standing.ts';
import type { Store } from '../database/store.ts';
import { type Versions, versionsOf } from '../journey/stage-results.ts';
import { watchesOf } from '../watches/matches.ts';
import { readingOf } from './reading-marks.ts';
import { listRevisions } from './revisions.ts';

/** Which articles an export holds. Instants in epoch ms, by first sight. */
export interface Selection {
  ids?: string[];
  since?: number;
  until?: number;
  /** The id of a watch that they are on. */
  watch?: string;
  /** Also articles that have no text. */
  all?: boolean;
}

const PAGE = 200;

/** How many articles have a text, of those seen first at or after an instant (epoch ms; null: of all). */
export async function countWithText(store: Store, since: number | null): Promise<number> {
  const { articles } = store.tables;
  const [row] = await store.db
    .select({ n: count() })
    .from(articles)
    .where(and(isNotNull(articles.revisionId), since === null ? undefined : gte(articles.firstSeenAt, since)));
  return row?.n ?? 0;
}

/** The records of a selection in order of first sight, read page by page (keyset), so that an export of any size needs little memory. */
export async function* readRecords(store: Store, selection: Selection): AsyncGenerator<ArticleRecord> {
  const { articles, watchMatches } = store.tables;
  const onWatch = (id: string) =>
    store.db.select({ id: watchMatches.articleId }).from(watchMatches).where(eq(watchMatches.watchId, id));
  const chosen: Array<SQL | undefined> = [
    selection.all ? undefined : isNotNull(articles.revisionId),
    selection.since === undefined ? undefined : gte(articles.firstSeenAt, selection.since),
    selection.until === undefined ? undefined : lt(articles.firstSeenAt, selection.until),
    selection.ids ? inArray(articles.id, selection.ids) : undefined,
    selection.watch === undefined ? undefined : inArray(articles.id, onWatch(selection.watch)),
  ];
  let after: { at: number; id: string } | null = null;
  for (;;) {
    const beyond: SQL | undefined = after
      ? // firstSeenAt is shared by all entries of one poll: the id breaks the tie.
        keysetAfter(store, after)
      : undefined;
    const page = await store.db
      .select({ id: articles.id, at: articles.firstSeenAt })
      .from(articles)
      .where(and(...chosen, beyond))
      .orderBy(asc(articles.firstSeenAt), asc(articles.id))
      .limit(PAGE);
    if (page.length === 0) return;
    yield* await recordsOf(
      store,
      page.map((row) => row.id),
    );
    after = page.at(-1)!;
  }
}

function keysetAfter(store: Store, after: { at: number; id: string }): SQL | undefined {
  const { articles } = store.tables;
  return or(gt(articles.firstSeenAt, after.at), and(eq(articles.firstSeenAt, after.at), gt(articles.id, after.id)));
}

/**
 * The records of these articles, in this order; ids that are not known are left out.
 * @param reader whose marks and notes stand in them; null: everybody's
 */
export async function recordsOf(store: Store, ids: string[], reader: string | null = null): Promise<ArticleRecord[]> {
  const { articles, outlets, revisions, syndication, classifications, entries, feeds } = store.tables;
  // Beside one another: where the database is on another machine, or busy, three waits are one.
  const [rows, carried, watched, versions, announced, reading] = await Promise.all([
    store.db
      .select({ article: articles, outlet: outlets, revision: revisions, syndication, classification: classifications })
      .from(articles)
      .innerJoin(outlets, eq(outlets.id, articles.outletId))
      .leftJoin(revisions, eq(revisions.id, articles.revisionId))
      .leftJoin(syndication, eq(syndication.articleId, articles.id))
      .leftJoin(classifications, eq(classifications.articleId, articles.id))
      .where(inArray(articles.id, ids)),
    store.db
      .select({ articleId: entries.articleId, url: feeds.url, guid: entries.guid, seenAt: entries.firstSeenAt })
      .from(entries)
      .innerJoin(feeds, eq(feeds.id, entries.feedId))
      .where(inArray(entries.articleId, ids))
      .orderBy(asc(entries.firstSeenAt), asc(entries.id)),
    watchesOf(store, ids),
    versionsOf(store, ids),
    announcementsOf(store, ids),
    readingOf(store, ids, reader),
  ]);
  const houses = await housesOf(store, [...new Set(rows.flatMap((row) => row.syndication?.groupId ?? []))]);
  const byId = new Map(rows.map((row) => [row.article.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    if (!row) return [];
    const feedsOfIt = carried.filter((entry) => entry.articleId === id);
    const beside = { announced: announced.get(id) ?? null, reading: reading.get(id) ?? [] };
    return [toRecord(row, feedsOfIt, watched.get(id) ?? [], houses, versions.get(id)!, beside)];
  });
}

interface Joined {
  article: Store['tables']['articles']['$inferSelect'];
  outlet: Store['tables']['outlets']['$inferSelect'];
  revision: Store['tables']['revisions']['$inferSelect'] | null;
  syndication: Store['tables']['syndication']['$inferSelect'] | null;
  classification: Store['tables']['classifications']['$inferSelect'] | null;
}

const iso = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());

function toRecord(
  row: Joined,
  carried: Array<{ url: string; guid: string | null; seenAt: number }>,
  watches: ArticleRecord['watches'],
  houses: ReadonlyMap<string, number>,
  versions: Versions,
  { announced, reading }: { announced: Announced | null; reading: ArticleRecord['reading'] },
): ArticleRecord {
  const { article, outlet, revision, syndication, classification } = row;
  return {
    id: article.id,
    url: toldAddress(article.url),
    canonicalUrl: revision?.canonicalUrl ?? null,
    outlet: { id: outlet.id, name: outlet.name, host: outlet.host },
    feeds: carried.map((entry) => ({
      url: redactUrl(entry.url),
      guid: entry.guid,
      seenAt: new Date(entry.seenAt).toISOString(),
    })),
    title: revision?.title ?? article.title,
    byline: revision?.byline ?? [],
    text: revision?.text ?? null,
    language: revision?.language ?? null,
    publishedAt: revision?.publishedAt ?? null,
    publishedFrom: revision?.publishedFrom ?? null,
    updatedAt: revision?.updatedAt ?? null,
    fetchedAt: iso(article.fetchedAt),
    firstSeenAt: new Date(article.firstSeenAt).toISOString(),
    contentHash: revision?.contentHash ?? null,
    credit: revision?.credit ?? null,
    syndication: syndication && {
      ...standOf(syndication),
      story: syndication.storyId,
      houses: houses.get(syndication.groupId) ?? 1,
    },
    announcement: announced && {
      carries: announced.carries,
      group: announced.group,
      basis: ['announcement'],
      confidence: announced.confidence,
      reason: announced.reason,
    },
    topics: classification?.topics ?? [],
    topicScores: classification?.topicScores ?? {},
    entities: classification?.entities ?? [],
    countries: classification?.countries ?? [],
    countryScores: classification?.countryScores ?? {},
    events: classification?.events ?? [],
    watches,
    reading,
    versions,
    outcome: article.outcome,
    reason: article.reason,
  };
}

/** A record once for each revision of its article, newest first: what the stages behind the cleaner found is of the newest. */
export async function recordsOfRevisions(
  store: Store,
  record: ArticleRecord,
): Promise<Array<ArticleRecord & { revision: number }>> {
  const rows = await listRevisions(store, record.id);
  return rows.map((row) => ({
    ...record,
    title: row.title,
    byline: row.byline,
    text: row.text,
    language: row.language,
    publishedAt: row.publishedAt,
    publishedFrom: row.publishedFrom,
    updatedAt: row.updatedAt,
    fetchedAt: iso(row.fetchedAt),
    contentHash: row.contentHash,
    canonicalUrl: row.canonicalUrl,
    credit: row.credit,
    revision: row.number,
  }));
}
