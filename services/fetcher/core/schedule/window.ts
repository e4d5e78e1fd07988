import { hash } from 'node:crypto';
import type { FeedItem } from '@wirewatch/shared/contracts/feed.ts';
import { guidKey, linkKey } from '../identity/entry-key.ts';

/** Feeds hold 10 to 200 entries; beyond this many the risk of loss no longer hangs on the oldest ones. */
const WINDOW_LIMIT = 500;
/** Letters of each of the two hashes that stand for an entry: enough to see that it is another one, small enough to keep 500 of. */
const LENGTH = 8;

/**
 * The entries of a body, each as the hash of its GUID and that of its link, by the keys under which entries are known elsewhere; and how
 * many of them the window before did not hold. One under another GUID whose link stood there under a GUID that is gone is not new.
 * @param before null where there is none to compare with
 */
export function readWindow(
  items: readonly FeedItem[],
  before: readonly string[] | null,
): { window: string[]; newCount: number } {
  const some = items.slice(0, WINDOW_LIMIT);
  const guids = some.map(guidKey);
  const seen = new Map<string, number>();
  for (const guid of guids) if (guid !== null) seen.set(guid, (seen.get(guid) ?? 0) + 1);
  const known = new Map(before?.map((entry) => [entry.slice(0, LENGTH), entry]));
  const found = some.map((item, at) => {
    const guid = guids[at];
    // A GUID that several entries share identifies none of them.
    const own = guid !== null && guid !== undefined && seen.get(guid) === 1 ? short(guid) : null;
    // The link of a known GUID is taken from the window: working its key out anew is the dear part.
    return { own, entry: own === null ? null : known.get(own), item };
  });
  const present = new Set(found.flatMap(({ own }) => own ?? []));
  const goneLinks = new Set([...known].flatMap(([guid, entry]) => (present.has(guid) ? [] : [entry.slice(LENGTH)])));
  const window = new Set<string>();
  let newCount = 0;
  for (const { own, entry, item } of found) {
    if (entry !== undefined && entry !== null) {
      window.add(entry);
      continue;
    }
    const link = short(linkKey(item) ?? item.title ?? item.published ?? '');
    const made = (own ?? link) + link;
    if (window.has(made)) continue;
    window.add(made);
    if (!known.has(made.slice(0, LENGTH)) && !goneLinks.has(link)) newCount += 1;
  }
  return { window: [...window], newCount };
}

/** Windows of former versions held one hash an entry, by another rule: they cannot be compared. */
export function isComparable(window: readonly string[]): boolean {
  return window.every((entry) => entry.length === 2 * LENGTH);
}

function short(text: string): string {
  return hash('sha256', text, 'base64url').slice(0, LENGTH);
}
