import type { CleanResult } from '@wirewatch/shared/contracts/clean.ts';
import { announceEntries, announcePages } from '@wirewatch/shared/store/articles/announce.ts';
import type { Announced } from '@wirewatch/shared/store/articles/known-entries.ts';
import { articleIdOf } from '@wirewatch/shared/store/database/ids.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { type ArticleRow, type Claim, claimArticle } from '@wirewatch/shared/store/journey/journey.ts';
import { eq } from 'drizzle-orm';

/** An instant for tests: noon of a day in 2026, epoch ms. */
export const NOON = Date.UTC(2026, 10, 20, 12);

/** An entry of a feed with what a test says of it. */
export function entry(link: string, said: Partial<Announced> = {}): Announced {
  return {
    entryKey: link,
    guid: link,
    link,
    title: `About ${link}`,
    summary: null,
    author: null,
    published: null,
    updated: null,
    sourceTitle: null,
    sourceUrl: null,
    stateHash: 'first',
    ...said,
  };
}

/** Announces entries by a feed in a transaction of its own. */
export function announce(store: Store, feedId: string, entries: Announced[], now = NOON) {
  return store.write((tx) => announceEntries(store, tx, feedId, entries, { now, lane: 'live' }));
}

/** Makes articles of pages; they wait to be fetched. Returns their ids in order. */
export async function pages(store: Store, urls: string[], now = NOON): Promise<string[]> {
  const list = urls.map((url) => ({ url, title: null }));
  await store.write((tx) => announcePages(store, tx, list, { now, lane: 'live' }));
  return urls.map(articleIdOf);
}

/** The row of an article. */
export async function rowOf(store: Store, id: string): Promise<ArticleRow> {
  const rows = await store.db.select().from(store.tables.articles);
  const row = rows.find((one) => one.id === id);
  if (!row) throw new Error(`no article ${id}`);
  return row;
}

/** Claims an article for the stage that it waits for. */
export async function claim(store: Store, id: string, now = NOON, owner = 'worker'): Promise<Claim> {
  const row = await rowOf(store, id);
  const given = await claimArticle(store, { articleId: id, epoch: row.epoch }, row.stage!, { owner, ms: 10_000 }, now);
  if ('kind' in given) throw new Error(`no claim on ${id}: ${given.kind}`);
  return given;
}

/** Lets the lease of an article run out. */
export async function expireLease(store: Store, id: string): Promise<void> {
  const { articles } = store.tables;
  await store.write((tx) => tx.update(articles).set({ leaseUntil: 1 }).where(eq(articles.id, id)));
}

/** A cleaner's result with what a test says of it. */
export function cleaned(said: Partial<CleanResult> = {}): CleanResult {
  return {
    title: 'Harbour reopens',
    byline: [],
    text: 'Fishermen returned to the harbour.',
    language: 'en',
    publishedAt: null,
    publishedFrom: null,
    updatedAt: null,
    canonicalUrl: null,
    siteName: null,
    credit: null,
    quality: { score: 80, reasons: [] },
    outcome: 'passed',
    reason: 'an article',
    cuts: [],
    ...said,
  };
}
