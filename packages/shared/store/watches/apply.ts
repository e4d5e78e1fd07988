import { readWatch } from '../../watches/read-watch.ts';
import type { Store } from '../store.ts';
import { addMatches, countedAt } from './matches.ts';
import { type Scanned, scanWatch } from './scan.ts';
import { type WatchRow, WatchTrouble } from './watches.ts';

/** Matches written in one transaction: few enough that live work waits some milliseconds for it. */
const PART = 100;

/**
 * Matches a watch against the past: a walk over the archive in bounded memory that can be broken off and begun again. The past raises no
 * alert, but a later copy of what it found is known. Returns how many articles were looked at and how many are on the watch.
 * @param since epoch ms of first sight
 * @throws WatchTrouble where the watch cannot be read
 */
export async function applyWatch(
  store: Store,
  row: WatchRow,
  options: { since: number | null; who: string; now: number; progress?: (looked: number, matched: number) => void },
): Promise<{ looked: number; matched: number }> {
  const read = readWatch(row);
  if (!read.ok) throw new WatchTrouble(read.problem.message);
  const { since, who, now } = options;
  let looked = 0;
  let matched = 0;
  let part: Scanned[] = [];
  const flush = async () => {
    await writePart(store, part);
    matched += part.length;
    part = [];
    options.progress?.(looked, matched);
  };
  for await (const one of scanWatch(store, read.watch, { since, now })) {
    looked += 1;
    if (one.hit) part.push(one);
    if (part.length >= PART) await flush();
  }
  await flush();
  const { audit } = store.tables;
  await store.write(async (tx) => {
    await tx
      .insert(audit)
      .values({ at: now, who, action: 'watch.apply', target: row.id, count: matched, detail: { since, looked } });
  });
  return { looked, matched };
}

async function writePart(store: Store, part: Scanned[]): Promise<void> {
  const matches = part.flatMap(({ article: { id, firstSeenAt, publishedMs }, hit }) =>
    hit ? [{ article: { id, at: countedAt(firstSeenAt, publishedMs) }, hit }] : [],
  );
  if (matches.length > 0) await store.write((tx) => addMatches(store, tx, matches));
}
