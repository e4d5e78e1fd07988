import { and, eq, gte, inArray, isNotNull, or } from 'drizzle-orm';
import { removeFromDedup } from '../copies/remove.ts';
import type { Store } from '../database/store.ts';
import type { BlobStore, StoredBlob } from './blobs.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Which of these raw bytes no row names. */
export async function unnamed(store: Store, hashes: string[]): Promise<string[]> {
  const { articles, revisions } = store.tables;
  if (hashes.length === 0) return [];
  const [a, r] = await Promise.all([
    store.db.select({ hash: articles.rawHash }).from(articles).where(inArray(articles.rawHash, hashes)),
    store.db.select({ hash: revisions.rawHash }).from(revisions).where(inArray(revisions.rawHash, hashes)),
  ]);
  const named = new Set([...a, ...r].map((row) => row.hash));
  return hashes.filter((hash) => !named.has(hash));
}

/** How long and how much raw bytes are kept; 0: without end. */
export interface RawLimits {
  days: number;
  /** Compressed, as they lie in the store. */
  maxBytes: number;
}

/**
 * Clears away raw bytes that are too old, and the oldest until the rest fits. Those of articles under way or in quarantine stay, for they are
 * still to be read; of the others text and results stay, but they cannot be cleaned again.
 * @returns how many blobs were removed, and their bytes
 */
export async function clearRaw(
  store: Store,
  blobs: BlobStore,
  limits: RawLimits,
  now: number,
): Promise<{ removed: number; bytes: number }> {
  const byAge = limits.days > 0 ? now - limits.days * DAY_MS : Number.NEGATIVE_INFINITY;
  const before = Math.max(
    byAge,
    limits.maxBytes > 0 ? await hourToFit(blobs, limits.maxBytes) : Number.NEGATIVE_INFINITY,
  );
  const cleared = { removed: 0, bytes: 0 };
  if (before === Number.NEGATIVE_INFINITY) return cleared;
  for await (const part of blobs.list()) {
    const old = part.filter(({ at }) => at < before);
    const needed = await stillNeeded(store, old);
    const going = old.filter((blob) => !needed.has(blob.hash));
    if (going.length > 0) {
      const rows = going.map(({ hash }) => ({ hash, at: now }));
      await store.write((tx) => tx.insert(store.tables.clearedBlobs).values(rows).onConflictDoNothing());
    }
    for (const { hash, bytes } of going) {
      await blobs.remove(hash);
      cleared.removed += 1;
      cleared.bytes += bytes;
    }
  }
  return cleared;
}

/** The hour before which all must go so that the rest fits: a sum an hour is small however many blobs there are. */
async function hourToFit(blobs: BlobStore, maxBytes: number): Promise<number> {
  const hours = new Map<number, number>();
  for await (const part of blobs.list()) {
    for (const { at, bytes } of part) {
      const hour = Math.floor(at / HOUR_MS);
      hours.set(hour, (hours.get(hour) ?? 0) + bytes);
    }
  }
  let kept = 0;
  for (const [hour, bytes] of [...hours].sort(([a], [b]) => b - a)) {
    kept += bytes;
    if (kept > maxBytes) return (hour + 1) * HOUR_MS;
  }
  return Number.NEGATIVE_INFINITY;
}

async function stillNeeded(store: Store, blobs: StoredBlob[]): Promise<Set<string | null>> {
  const { articles } = store.tables;
  if (blobs.length === 0) return new Set();
  const hashes = blobs.map((blob) => blob.hash);
  const rows = await store.db
    .select({ hash: articles.rawHash })
    .from(articles)
    .where(and(inArray(articles.rawHash, hashes), or(isNotNull(articles.stage), eq(articles.outcome, 'quarantined'))));
  return new Set(rows.map((row) => row.hash));
}

/** What a deduplicator that was at work just then wrote of a page that was forgotten since an instant (epoch ms). */
export async function clearForgotten(store: Store, since: number): Promise<void> {
  const { articles, dedupArticles } = store.tables;
  const late = await store.db
    .select({ id: articles.id })
    .from(articles)
    .innerJoin(dedupArticles, eq(dedupArticles.articleId, articles.id))
    .where(and(eq(articles.outcome, 'forgotten'), gte(articles.finishedAt, since)));
  if (late.length === 0) return;
  const ids = late.map((row) => row.id);
  await store.write((tx) => removeFromDedup(store, tx, ids));
}
