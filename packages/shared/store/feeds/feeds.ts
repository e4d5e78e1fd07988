import { and, asc, eq, gt, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import { PAUSED_BY_HAND } from '../../feeds/feed-health.ts';
import { hostOf } from '../../text/host.ts';
import { isRedacted, redactUrl } from '../../text/redact-url.ts';
import { normaliseUrl } from '../../text/url.ts';
import { clockOf } from '../database/clock.ts';
import { feedIdOf } from '../database/ids.ts';
import { type Db, locked, type Store, withoutNul } from '../database/store.ts';
import { ensureOutlets } from './outlets.ts';

export type FeedRow = Store['tables']['feeds']['$inferSelect'];
type PollRow = Store['tables']['polls']['$inferInsert'];

/** Adds a feed to watch; it is due at once. One that is known is left as it is. */
export async function addFeed(
  store: Store,
  feed: { url: string; title?: string | null; folder?: string | null },
  now: number,
): Promise<{ id: string; url: string; added: boolean } | { problem: string }> {
  const url = feedUrl(feed.url);
  if (url === null) return { problem: `"${feed.url}" is no http(s) address` };
  const { feeds } = store.tables;
  return store.write(async (tx) => {
    await ensureOutlets(store, tx, [hostOf(url)], now);
    const inserted = await tx
      .insert(feeds)
      .values({
        ...newFeed(url, now),
        title: withoutNul(feed.title ?? null),
        folder: withoutNul(feed.folder ?? null),
      })
      .onConflictDoNothing()
      .returning({ id: feeds.id, url: feeds.url });
    if (inserted[0]) return { ...inserted[0], added: true };
    // Known by its first address, or by the one that a permanent redirect gave it.
    const [known] = await tx
      .select({ id: feeds.id, url: feeds.url })
      .from(feeds)
      .where(or(eq(feeds.id, feedIdOf(url)), eq(feeds.url, url)));
    return { ...known!, added: false };
  });
}

/** Between the names of nested folders in a feed's one folder field. */
const NESTED = ' / ';

/** The folders that a feed is in, the outermost first. */
export function foldersOf(feed: Pick<FeedRow, 'folder'>): string[] {
  return (feed.folder ?? '').split('/').flatMap((name) => name.trim() || []);
}

/** A feed as a list of feeds names it. */
export interface ListedFeed {
  url: string;
  title: string | null;
  /** The outermost first. */
  folders: string[];
}

/** Feeds that are taken in by one transaction: some 20 ms for which live work waits. */
const FEEDS_AT_ONCE = 500;

/**
 * Adds a list of feeds, stretch by stretch; those that are known stay as they are, so that a list that was broken off is taken in
 * again as a whole.
 * @param note called in each stretch's transaction with its place in the list (from 1) and how many of it are new
 */
export async function addFeeds(
  store: Store,
  list: readonly ListedFeed[],
  now: number,
  note?: (tx: Db, stretch: { from: number; to: number; added: number }) => Promise<void>,
): Promise<{ added: number; leftOut: string[] }> {
  const { feeds } = store.tables;
  const leftOut: string[] = [];
  let added = 0;
  for (let at = 0; at < list.length; at += FEEDS_AT_ONCE) {
    const part = list.slice(at, at + FEEDS_AT_ONCE);
    const rows = new Map(
      part.flatMap(({ url: written, title, folders }) => {
        const url = isRedacted(written) ? null : feedUrl(written);
        if (url === null)
          leftOut.push(
            isRedacted(written)
              ? `${written}: its password or key was hidden when the list was written; add it by hand`
              : `"${written}" is no http(s) address`,
          );
        const named = { title: withoutNul(title), folder: withoutNul(folders.join(NESTED)) || null };
        return url === null ? [] : [[url, { ...newFeed(url, now), ...named }] as const];
      }),
    );
    added += await store.write(async (tx) => {
      if (rows.size > 0) await ensureOutlets(store, tx, [...rows.keys()].map(hostOf), now);
      const inserted =
        rows.size === 0
          ? []
          : await tx
              .insert(feeds)
              .values([...rows.values()])
              .onConflictDoNothing()
              .returning({ id: feeds.id });
      await note?.(tx, { from: at + 1, to: at + part.length, added: inserted.length });
      return inserted.length;
    });
  }
  return { added, leftOut };
}

function newFeed(url: string, now: number) {
  const due = { status: 'active' as const, nextPollAt: now, pollReason: 'new', epoch: 1, createdAt: now };
  return { id: feedIdOf(url), url, ...due };
}

/** A feed's address as we keep it: what follows # never reaches the server. */
function feedUrl(written: string): string | null {
  return normaliseUrl(written)?.replace(/#.*$/, '') ?? null;
}

/** Every feed, oldest first. */
export function listFeeds(store: Store): Promise<FeedRow[]> {
  const { feeds } = store.tables;
  return store.db.select().from(feeds).orderBy(asc(feeds.createdAt), asc(feeds.url));
}

/** The feed with this id or address, or null. */
export async function findFeed(store: Store, idOrUrl: string): Promise<FeedRow | null> {
  const { feeds } = store.tables;
  const url = feedUrl(idOrUrl) ?? idOrUrl;
  const [row] = await store.db
    .select()
    .from(feeds)
    .where(or(eq(feeds.id, idOrUrl), eq(feeds.url, url)));
  return row ?? null;
}

/** Stops watching a feed. What it announced stays; its subscription stays until the fetcher has told the hub. */
export async function removeFeed(store: Store, id: string): Promise<void> {
  const { feeds } = store.tables;
  await store.write(async (tx) => {
    await tx.delete(feeds).where(eq(feeds.id, id));
  });
}

/** Makes feeds due now: all that are active, or those named. */
export async function makeDue(store: Store, ids: string[] | 'all', now: number): Promise<void> {
  const { feeds } = store.tables;
  await store.write(async (tx) => {
    await tx
      .update(feeds)
      .set({ nextPollAt: now, pollReason: 'asked for' })
      .where(and(eq(feeds.status, 'active'), ids === 'all' ? undefined : inArray(feeds.id, ids)));
  });
}

/** The longest pause is a day, its jitter half an hour, and skipped days a week: a due time beyond them is a clock that went wrong. */
const LONGEST_PAUSE_MS = 9 * 86_400_000;
/** No poll holds its lease for longer. */
const LONGEST_LEASE_MS = 3_600_000;

/** Whether a due time was set by a clock that ran ahead: the feed is due now. */
export function isBeyondPause(dueAt: number, now: number): boolean {
  return dueAt > now + LONGEST_PAUSE_MS;
}

/** Clocks of two machines differ by less; what was polled further ahead was polled by a clock that went wrong. */
const CLOCK_AHEAD_MS = 3_600_000;

/** Makes due what a clock that ran ahead by days put off by days: feeds whose last poll has not been yet. Returns how many. */
export function takeBackFuture(store: Store, now: number): Promise<number> {
  const { feeds } = store.tables;
  return store.write(async (tx) => {
    const rows = await tx
      .update(feeds)
      .set({ nextPollAt: now })
      .where(and(eq(feeds.status, 'active'), gt(feeds.nextPollAt, now), gt(feeds.lastPolledAt, now + CLOCK_AHEAD_MS)))
      .returning({ id: feeds.id });
    return rows.length;
  });
}

/** Feeds whose time has come and that nobody polls; those also that a wrong clock put off. */
export function dueFeeds(store: Store, now: number, limit: number): Promise<FeedRow[]> {
  const { feeds } = store.tables;
  return store.db
    .select()
    .from(feeds)
    .where(
      and(
        eq(feeds.status, 'active'),
        or(lte(feeds.nextPollAt, now), gt(feeds.nextPollAt, now + LONGEST_PAUSE_MS)),
        or(
          isNull(feeds.leaseUntil),
          lte(feeds.leaseUntil, clockOf(store)),
          gt(feeds.leaseUntil, sql`${clockOf(store)} + ${LONGEST_LEASE_MS}`),
        ),
      ),
    )
    .orderBy(asc(feeds.nextPollAt))
    .limit(limit);
}

/** Claims a due feed for one poll; null where it is polled already, not due, or the job is of an earlier attempt. */
export function claimFeed(
  store: Store,
  job: { feedId: string; epoch: number },
  lease: { owner: string; ms: number },
  now: number,
): Promise<FeedRow | null> {
  const { feeds } = store.tables;
  return store.write(async (tx) => {
    const asked = tx
      .select({ row: feeds, at: clockOf(store) })
      .from(feeds)
      .where(eq(feeds.id, job.feedId));
    const [found] = await locked(store, asked);
    const row = found?.row;
    if (row?.status !== 'active' || row.epoch !== job.epoch) return null;
    if (row.nextPollAt > now && !isBeyondPause(row.nextPollAt, now)) return null;
    const another = row.leaseOwner !== null && row.leaseOwner !== lease.owner;
    const at = Number(found!.at);
    if (another && (row.leaseUntil ?? 0) > at) return null;
    // Who ends a poll gives its lease back: one that ran out is of a poller that died.
    const memory = another ? { ...(row.memory as object | null), deaths: deathsOf(row) + 1 } : row.memory;
    await tx
      .update(feeds)
      .set({ leaseOwner: lease.owner, leaseUntil: at + lease.ms, memory })
      .where(eq(feeds.id, row.id));
    return { ...row, memory };
  });
}

/** Pollers that died in a row while they polled this feed; a poll that ends writes its memory anew and thereby forgets them. */
export function deathsOf(feed: FeedRow): number {
  return (feed.memory as { deaths?: number } | null)?.deaths ?? 0;
}

/** Puts a poll off without counting it: the host asked for a pause, or the pipeline is full. */
export async function putOffPoll(store: Store, id: string, until: number, reason: string): Promise<void> {
  const { feeds } = store.tables;
  await store.write(async (tx) => {
    await tx
      .update(feeds)
      .set({ nextPollAt: until, pollReason: reason, leaseOwner: null, leaseUntil: null })
      .where(eq(feeds.id, id));
  });
}

/** Writes what came of a poll, frees the feed and starts its next attempt. Part of the transaction that takes the entries in. */
export async function savePoll(
  store: Store,
  tx: Db,
  feed: FeedRow,
  columns: Partial<FeedRow> & Pick<FeedRow, 'nextPollAt' | 'pollReason' | 'status'>,
  event: Omit<PollRow, 'id' | 'feedId'>,
): Promise<void> {
  const { feeds, polls } = store.tables;
  const [now] = await locked(store, tx.select().from(feeds).where(eq(feeds.id, feed.id)));
  // Removed, or polled by another after our lease ran out: what that one wrote stands.
  if (!now || now.epoch !== feed.epoch) return;
  const set = withoutNul(columns);
  // What a person said while the poll went on (pause, go on) is newer than what the poll found.
  if (now.status !== feed.status) set.status = now.status;
  if (set.url !== undefined && set.url !== now.url) {
    const [other] = await tx.select({ id: feeds.id }).from(feeds).where(eq(feeds.url, set.url));
    if (other) {
      const why = `moved to ${redactUrl(set.url)}, which is watched already`;
      Object.assign(set, { url: now.url, status: 'disabled', pollReason: why, lastError: why });
    }
  }
  await tx
    .update(feeds)
    .set({ ...set, epoch: feed.epoch + 1, leaseOwner: null, leaseUntil: null, lastPolledAt: event.at })
    .where(eq(feeds.id, feed.id));
  await tx.insert(polls).values({ ...withoutNul(event), feedId: feed.id });
}

/** Pauses or resumes feeds; a resumed feed is due at once. Returns how many changed. */
export async function setFeedPaused(store: Store, ids: string[], paused: boolean, now: number): Promise<number> {
  const { feeds } = store.tables;
  const set = paused
    ? { status: 'paused' as const, pollReason: PAUSED_BY_HAND }
    : { status: 'active' as const, pollReason: 'resumed by hand', nextPollAt: now, leaseOwner: null, leaseUntil: null };
  const rows = await store.write((tx) =>
    tx.update(feeds).set(set).where(inArray(feeds.id, ids)).returning({ id: feeds.id }),
  );
  return rows.length;
}
