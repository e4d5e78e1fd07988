import { and, asc, eq, gte, lt, lte } from 'drizzle-orm';
import { firstMarkKey, MARK_KEYS } from '../text/posting-keys.ts';
import type { Store } from './store.ts';

const DAY_MS = 86_400_000;

/** Marks serve a story for its two days and the two about it; twice that for what comes in late. */
const MARKS_KEPT_MS = 8 * DAY_MS;

/** Parts in which keys are cleared, each in a transaction of its own: some tens of milliseconds at 50 million postings. */
const PARTS = 256;

/** Removes the marks of stories whose time is over. */
export async function clearMarks(store: Store, now: number): Promise<void> {
  const { dedupPostings: postings } = store.tables;
  const end = firstMarkKey(now - MARKS_KEPT_MS);
  for (;;) {
    const [first] = await store.db
      .select({ key: postings.key })
      .from(postings)
      .where(and(gte(postings.key, MARK_KEYS), lt(postings.key, end)))
      .orderBy(asc(postings.key))
      .limit(1);
    if (!first) return;
    const until = Math.min(end, first.key + MARK_KEYS / PARTS);
    await store.write((tx) => tx.delete(postings).where(and(gte(postings.key, first.key), lt(postings.key, until))));
  }
}

/**
 * Takes articles that were first seen before an instant (epoch ms) out of the inverted index: what repeats a part of one is no
 * longer found. Exact hash, addresses and links stay, so an exact copy is recognised for all time. An article that was read anew
 * counts with those of its day.
 */
export async function clearPostings(store: Store, before: number): Promise<void> {
  const { articles, dedupArticles, dedupPostings: postings } = store.tables;
  // Numbers grow with time: all below the first of a recent article are of old ones.
  const [recent] = await store.db
    .select({ number: dedupArticles.number })
    .from(dedupArticles)
    .innerJoin(articles, eq(articles.id, dedupArticles.articleId))
    .where(gte(articles.firstSeenAt, before))
    .orderBy(asc(dedupArticles.number))
    .limit(1);
  if (!recent) return;
  for (let part = 0; part < PARTS; part += 1) {
    const [from, until] = [(MARK_KEYS / PARTS) * part, (MARK_KEYS / PARTS) * (part + 1)];
    const range = and(gte(postings.key, from), lt(postings.key, until));
    await store.write((tx) => tx.delete(postings).where(and(range, lte(postings.number, recent.number - 1))));
  }
}
