import type { ServiceContext } from '@wirewatch/shared/service.ts';
import { forgottenAmong } from '@wirewatch/shared/store/articles/announce.ts';
import { type Announced, statesOf } from '@wirewatch/shared/store/articles/known-entries.ts';
import { articlesAt } from '@wirewatch/shared/store/articles/page-addresses.ts';
import { toldAddress } from '@wirewatch/shared/text/entry-address.ts';
import type { Entry } from './announced-entries.ts';

const TYPE = 'text/html; charset=utf-8';

/**
 * The entries with the bytes of those whose text came with the feed: in the blob store before any row names them, and only where
 * they are new or others. Of a forgotten article none are kept.
 */
export async function withTexts(
  { store, blobs }: Pick<ServiceContext, 'store' | 'blobs'>,
  feed: { id: string },
  entries: readonly Entry[],
  now: number,
): Promise<Announced[]> {
  const own = entries.filter(({ text }) => text !== undefined);
  const states = own.length === 0 ? new Map() : await statesOf(store, feed.id, own);
  const others = own.filter(({ entryKey, stateHash }) => states.get(entryKey) !== stateHash);
  const articles = await articlesAt(
    store,
    store.db,
    others.map(({ link }) => link),
  );
  const forgotten = await forgottenAmong(store, store.db, [...articles.values()]);
  const wanted = new Set(others.filter(({ link }) => !forgotten.has(articles.get(link)!)));
  const all: Announced[] = [];
  for (const one of entries) {
    const { text, ...entry } = one;
    if (text === undefined || !wanted.has(one)) {
      all.push(entry);
      continue;
    }
    const bytes = new TextEncoder().encode(text);
    const raw = {
      rawHash: await blobs.put(bytes),
      rawType: TYPE,
      rawBytes: bytes.byteLength,
      warc: null,
      finalUrl: toldAddress(entry.link),
      httpStatus: null,
      validators: null,
      fetchedAt: now,
    };
    all.push({ ...entry, raw });
  }
  return all;
}
