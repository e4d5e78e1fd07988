import type { ServiceContext } from '@wirewatch/shared/service.ts';
import { type Announced, statesOf } from '@wirewatch/shared/store/articles/known-entries.ts';
import { toldAddress } from '@wirewatch/shared/text/entry-address.ts';
import type { Entry } from './announced-entries.ts';

const TYPE = 'text/html; charset=utf-8';

/** The entries with the bytes of those whose text came with the feed: in the blob store before any row names them, and only where they are new or others. */
export async function withTexts(
  { store, blobs }: Pick<ServiceContext, 'store' | 'blobs'>,
  feed: { id: string },
  entries: readonly Entry[],
  now: number,
): Promise<Announced[]> {
  const own = entries.filter(({ text }) => text !== undefined);
  const states = own.length === 0 ? new Map() : await statesOf(store, feed.id, own);
  const all: Announced[] = [];
  for (const { text, ...entry } of entries) {
    if (text === undefined || states.get(entry.entryKey) === entry.stateHash) {
      all.push(entry);
      continue;
    }
    const bytes = new TextEncoder().encode(text);
    const raw = {
      rawHash: await blobs.put(bytes),
      rawType: TYPE,
      rawBytes: bytes.byteLength,
      finalUrl: toldAddress(entry.link),
      httpStatus: null,
      validators: null,
      fetchedAt: now,
    };
    all.push({ ...entry, raw });
  }
  return all;
}
