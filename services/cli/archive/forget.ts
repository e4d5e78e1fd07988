import type { Logger } from '@wirewatch/shared/log.ts';
import { announcePages } from '@wirewatch/shared/store/articles/announce.ts';
import { articlesAt } from '@wirewatch/shared/store/articles/page-addresses.ts';
import { removeTraces } from '@wirewatch/shared/store/articles/remove-traces.ts';
import type { BlobStore } from '@wirewatch/shared/store/blobs/blobs.ts';
import { unnamed } from '@wirewatch/shared/store/blobs/retention.ts';
import { clockOf } from '@wirewatch/shared/store/database/clock.ts';
import { type Db, locked, type Store } from '@wirewatch/shared/store/database/store.ts';
import { finish } from '@wirewatch/shared/store/journey/finish.ts';
import type { ArticleRow, Claim } from '@wirewatch/shared/store/journey/journey.ts';
import { writeAudit } from '@wirewatch/shared/store/operations/audit.ts';
import { ownEntryStart } from '@wirewatch/shared/text/entry-address.ts';
import { normaliseUrl } from '@wirewatch/shared/text/url.ts';
import { and, count, eq, gte, lt, or, sql } from 'drizzle-orm';

/** What was forgotten. `known`: the page was in the store; else its address is barred from now on. */
export interface Forgotten {
  id: string;
  url: string;
  known: boolean;
  already: boolean;
  revisions: number;
  blobs: number;
}

/** Its lease while the traces are removed: nobody else works on the article meanwhile. */
const LEASE_MS = 60_000;
const VERSION = '1';

/**
 * Forgets a page: text, results, raw bytes and the feeds' words on it go; its address stays as a tombstone, so that no later announcement
 * or ingest brings it back. What a worker has in hand of it is void. Articles that were compared with it are grouped anew.
 */
export async function forgetPage(
  context: { store: Store; blobs: BlobStore; log: Logger; now: () => number },
  url: string,
  who: string,
): Promise<Forgotten> {
  const { store, blobs, now } = context;
  const taken = await store.write((tx) => takeOver(store, tx, url, who, now()));
  const { article } = taken.claim;
  const found = { id: article.id, url: article.url, known: taken.known, already: taken.already };
  if (taken.already) return { ...found, revisions: 0, blobs: 0 };
  let hashes: string[] = [];
  let revisions = 0;
  const written = await finish(
    { store, queues: { add: async () => undefined }, log: context.log, worker: who, now },
    taken.claim,
    {
      outcome: 'forgotten',
      reason: `${who} asked for it`,
      version: VERSION,
      async save(tx) {
        ({ hashes, revisions } = await removeTraces(store, tx, article, now()));
        const { entries, rulings, announcements, readingMarks, frameNews } = store.tables;
        const { id, outletId } = article;
        await tx.delete(frameNews).where(and(eq(frameNews.outletId, outletId), eq(frameNews.articleId, id)));
        await tx.delete(rulings).where(or(eq(rulings.subject, id), eq(rulings.other, id)));
        await tx.delete(readingMarks).where(eq(readingMarks.subject, id));
        await tx.delete(announcements).where(or(eq(announcements.articleId, id), eq(announcements.carries, id)));
        const unsaid = { title: null, summary: null, author: null, sourceTitle: null, sourceUrl: null };
        await tx.update(entries).set(unsaid).where(eq(entries.articleId, article.id));
        await writeAudit(store, tx, { at: now(), who, action: 'forget', target: article.url, count: 1 });
        return NOTHING_LEFT;
      },
    },
  );
  if (!written) throw new Error(`${article.url} was changed meanwhile: try again`);
  const free = await unnamed(store, hashes);
  for (const hash of free) await blobs.remove(hash);
  return { ...found, revisions, blobs: free.length };
}

/** How an operator names an article: `address` of a page, or why the name will not do. */
export type Named = { address: string } | { problem: string };

/**
 * The address of what is to be forgotten: of a page as it is, of an article by its id. An article whose text stood in a feed alone has no
 * address that tells it from the feed's others, so it goes by its id.
 */
export async function addressNamed(store: Store, name: string): Promise<Named> {
  const { articles } = store.tables;
  if (/^a[0-9a-f]{20}$/.test(name)) {
    const [row] = await store.db.select({ url: articles.url }).from(articles).where(eq(articles.id, name));
    return row ? { address: row.url } : { problem: `no article has the id ${name}` };
  }
  const address = normaliseUrl(name);
  if (address === null) return { problem: `"${name}" is neither an http(s) address nor the id of an article` };
  const start = ownEntryStart(address);
  const [own] = await store.db
    .select({ n: count() })
    .from(articles)
    .where(and(gte(articles.url, start), lt(articles.url, `${start}g`)));
  if (own?.n)
    return {
      problem: `${address} is a feed, and ${own.n} articles have no other address: name them by their ids, as \`wirewatch export\` tells them`,
    };
  return { address };
}

const NOTHING_LEFT = {
  title: null,
  rawHash: null,
  rawType: null,
  rawBytes: null,
  warc: null,
  finalUrl: null,
  httpStatus: null,
  validators: null,
  fetchedAt: null,
  revisionId: null,
  batchId: null,
} satisfies Partial<ArticleRow>;

/** Takes the article from whoever works on it, in a new journey of its own. */
async function takeOver(store: Store, tx: Db, url: string, who: string, now: number) {
  const { articles } = store.tables;
  const { created } = await announcePages(store, tx, [{ url, title: null }], { now, lane: 'batch' });
  const id = (await articlesAt(store, tx, [url])).get(url)!;
  const [row] = await locked(store, tx.select().from(articles).where(eq(articles.id, id)));
  if (!row) throw new Error(`${url} is not in the store`);
  const stage = row.stage ?? row.outcomeStage ?? 'fetch';
  const epoch = row.epoch + 1;
  const claim: Claim = {
    article: { ...row, stage, epoch, batchId: null },
    stage,
    epoch,
    lane: row.lane,
    owner: who,
    claimedAt: now,
    waitedMs: 0,
  };
  const already = row.outcome === 'forgotten';
  if (!already) {
    await tx
      .update(articles)
      .set({
        stage,
        epoch,
        again: null,
        leaseOwner: who,
        leaseUntil: sql`${clockOf(store)} + ${LEASE_MS}`,
        notBefore: null,
      })
      .where(eq(articles.id, id));
  }
  return { claim, known: !created.has(id), already };
}
