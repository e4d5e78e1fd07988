import { createHash } from 'node:crypto';
import { asc, desc, eq, sql } from 'drizzle-orm';
import type { CleanResult } from '../../contracts/clean.ts';
import { contentHash } from '../../text/content-hash.ts';
import { revisionIdOf } from '../database/ids.ts';
import { insertRow, preparedQuery } from '../database/prepared.ts';
import { type Db, type Store, withoutNul } from '../database/store.ts';
import { nameOutlet } from '../feeds/outlets.ts';
import type { ArticleRow } from '../journey/journey.ts';

export type RevisionRow = Store['tables']['revisions']['$inferSelect'];

/** Whether the cleaner's result is a new state of the article, an old one, or the old one read better. */
export type RevisionChange = 'first' | 'new-text' | 'same-text' | 'read-again';

/** The revision that an article shows, or null. */
export async function latestRevision(
  store: Store,
  article: Pick<ArticleRow, 'revisionId'>,
  db: Db = store.db,
): Promise<RevisionRow | null> {
  if (article.revisionId === null) return null;
  const [row] = await revisionById(store, db, { id: article.revisionId });
  return row ?? null;
}

const revisionById = preparedQuery('revision-by-id', (db, { tables: { revisions } }) =>
  db
    .select()
    .from(revisions)
    .where(eq(revisions.id, sql.placeholder('id'))),
);

/** What a clean result would be beside the article's latest revision. */
export function compareRevision(latest: RevisionRow | null, rawHash: string, result: CleanResult): RevisionChange {
  if (latest === null) return 'first';
  if (latest.rawHash === rawHash) return 'read-again';
  return latest.textHash === stateHash(result) ? 'same-text' : 'new-text';
}

/** A revision is a distinct state of what a reader reads: title and text. */
function stateHash(result: Pick<CleanResult, 'title' | 'text'>): string {
  return createHash('sha256')
    .update(withoutNul(`${result.title ?? ''}\n\n${result.text}`), 'utf8')
    .digest('hex');
}

/**
 * Stores a clean result: as a new revision when the page has a new state, in place of the latest one when the same bytes were read
 * again (what was there before is kept in previous_results).
 * @returns the id of the revision that the article now shows
 */
export async function saveRevision(
  store: Store,
  tx: Db,
  article: ArticleRow,
  result: CleanResult,
  made: {
    version: string;
    frameVersion: string | null;
    rawHash: string;
    fetchedAt: number;
    now: number;
    batchId: string | null;
    /** What the feed says of the date, for ordering. */
    feedPublished?: string | null;
  },
): Promise<string> {
  const { revisions, previousResults } = store.tables;
  const latest = await latestRevision(store, article, tx);
  const change = compareRevision(latest, made.rawHash, result);
  const clean = withoutNul(result);
  // What is read off a page is a column of the same name; the others are the journey's or the frame's.
  const { outcome: _, reason: __, frameBlocks, ...read } = clean;
  const columns = {
    ...read,
    rawHash: made.rawHash,
    textHash: stateHash(clean),
    contentHash: contentHash(clean.text),
    publishedMs: orderingInstant(clean.publishedAt, made.feedPublished ?? null),
    frameKeys: frameBlocks?.map((block) => block.key) ?? null,
    frameVersion: made.frameVersion,
    version: made.version,
    fetchedAt: made.fetchedAt,
  };
  if (clean.siteName) await nameOutlet(store, tx, article.outletId, clean.siteName, 'page');
  if (latest === null || change === 'new-text') {
    const number = (latest?.number ?? 0) + 1;
    const id = revisionIdOf(article.id, number);
    await insertRow(tx, revisions, { ...columns, id, articleId: article.id, number, createdAt: made.now });
    return id;
  }
  const differs = latest.version !== made.version || latest.textHash !== columns.textHash;
  if (change === 'read-again' && differs) {
    const { articleId, version } = latest;
    await tx
      .insert(previousResults)
      .values({ articleId, stage: 'clean', version, batchId: made.batchId, result: latest, replacedAt: made.now });
  }
  await tx.update(revisions).set(columns).where(eq(revisions.id, latest.id));
  return latest.id;
}

/** The text of the revision before this one, or null. */
export async function textBefore(store: Store, revision: RevisionRow): Promise<string | null> {
  if (revision.number === 1) return null;
  const { revisions } = store.tables;
  const [row] = await store.db
    .select({ text: revisions.text })
    .from(revisions)
    .where(eq(revisions.id, revisionIdOf(revision.articleId, revision.number - 1)));
  return row?.text ?? null;
}

/** Every revision of an article, newest first. */
export function listRevisions(store: Store, articleId: string): Promise<RevisionRow[]> {
  const { revisions } = store.tables;
  return store.db.select().from(revisions).where(eq(revisions.articleId, articleId)).orderBy(desc(revisions.number));
}

const feedHint = preparedQuery('feed-hint', (db, { tables: { entries } }) =>
  db
    .select({ title: entries.title, summary: entries.summary, published: entries.published })
    .from(entries)
    .where(eq(entries.articleId, sql.placeholder('articleId')))
    .orderBy(asc(entries.firstSeenAt))
    .limit(1),
);

/** What the first feed that carried an article said of it. */
export async function feedHintOf(store: Store, articleId: string) {
  const [row] = await feedHint(store, store.db, { articleId });
  return row ?? null;
}

/** Zones reach from UTC-12 to UTC+14: further apart, page and feed speak of different times. */
const WIDEST_ZONE_MS = 14 * 3_600_000;

/**
 * The instant (epoch ms) by which an article is ordered: the page's own where it names a zone; else the feed's, where it can be the
 * same moment told with a zone; null where neither says more than a day.
 */
function orderingInstant(written: string | null, fromFeed: string | null): number | null {
  if (written !== null && ZONED.test(written)) return instantOf(written);
  const feed = fromFeed !== null && ZONED.test(fromFeed) ? instantOf(fromFeed) : null;
  if (written === null || feed === null) return feed;
  const local = instantOf(written.includes('T') ? `${written}Z` : `${written}T12:00:00Z`);
  return local !== null && Math.abs(local - feed) <= WIDEST_ZONE_MS ? feed : null;
}

const ZONED = /T.*(?:Z|[+-]\d\d:?\d\d)$/;

function instantOf(written: string): number | null {
  const instant = Date.parse(written);
  return Number.isNaN(instant) ? null : instant;
}
