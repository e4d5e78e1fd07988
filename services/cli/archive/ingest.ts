import type { Lane } from '@wirewatch/shared/pipeline.ts';
import { announcePages } from '@wirewatch/shared/store/articles/announce.ts';
import type { BlobStore } from '@wirewatch/shared/store/blobs/blobs.ts';
import { locked, type Store } from '@wirewatch/shared/store/database/store.ts';
import { nameOutlet } from '@wirewatch/shared/store/feeds/outlets.ts';
import { departure, startJourneys } from '@wirewatch/shared/store/journey/journey.ts';
import { eq } from 'drizzle-orm';

/** A page that is at hand already: no fetch is needed. */
export interface GivenPage {
  url: string;
  body: Uint8Array;
  contentType?: string | null;
  /** Epoch ms. */
  fetchedAt: number;
  /** Its outlet's name, where the giver knows it. */
  outlet?: string | null;
  /** The WARC record that it is from (`urn:uuid:...`), and its file. */
  warc?: { record: string; file: string } | null;
}

/** Takes pages in without a feed, to be fetched. Returns how many were new. */
export async function ingestUrls(store: Store, urls: string[], options: { now: number; lane: Lane }): Promise<number> {
  const { created } = await store.write((tx) =>
    announcePages(
      store,
      tx,
      urls.map((url) => ({ url, title: null })),
      options,
    ),
  );
  return created.size;
}

/** Takes a page in with its bytes: blob first, then the row, which sets out from the cleaner. The same bytes again, or older ones, change nothing. */
export async function ingestPage(
  store: Store,
  blobs: BlobStore,
  page: GivenPage,
  options: { now: number; lane: Lane },
): Promise<{ id: string; taken: boolean }> {
  const { articles } = store.tables;
  const rawHash = await blobs.put(page.body);
  return store.write(async (tx) => {
    const { created, pageOf } = await announcePages(store, tx, [{ url: page.url, title: null }], options);
    const id = pageOf.get(page.url)!;
    const leave = { id, taken: false };
    const [row] = await locked(store, tx.select().from(articles).where(eq(articles.id, id)));
    if (!row || row.outcome === 'forgotten') return leave;
    if (!created.has(id) && row.rawHash === rawHash) return leave;
    // An archive may hold older states than the one that we have.
    if ((row.fetchedAt ?? 0) > page.fetchedAt) return leave;
    const raw = {
      rawHash,
      rawType: page.contentType ?? null,
      rawBytes: page.body.byteLength,
      warc: page.warc ?? null,
      finalUrl: page.url,
      fetchedAt: page.fetchedAt,
    };
    if (created.has(id))
      await tx
        .update(articles)
        .set({ ...departure('clean', options), ...raw })
        .where(eq(articles.id, id));
    else {
      await tx.update(articles).set(raw).where(eq(articles.id, id));
      await startJourneys(store, tx, [id], 'clean', options);
    }
    if (page.outlet) await nameOutlet(store, tx, row.outletId, page.outlet, 'user');
    return { id, taken: true };
  });
}
