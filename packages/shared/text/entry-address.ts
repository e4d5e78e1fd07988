import { createHash } from 'node:crypto';
import { redactUrl } from './redact-url.ts';

/** The fragment of an entry that has no page: 128 bits of its feed and its key there. */
const OWN = /#entry-[0-9a-f]{32}$/;

/**
 * The address of an entry whose text stands in the feed alone: the feed's, secrets hidden, with a fragment that no server ever sees. It is
 * never fetched.
 */
export function ownEntryAddress(feed: { id: string; url: string }, entryKey: string): string {
  const digest = createHash('sha256').update(`${feed.id}\u0000${entryKey}`).digest('hex').slice(0, 32);
  return ownEntryStart(redactUrl(feed.url)) + digest;
}

/** How the addresses of a feed's entries without a page begin, by the feed's address as it is told. */
export function ownEntryStart(told: string): string {
  return `${told}#entry-`;
}

/** Whether an address is of an entry without a page. */
export function isOwnEntry(url: string): boolean {
  return OWN.test(url);
}

/** The address as it is told to others: of an entry without a page, its feed's. */
export function toldAddress(url: string): string {
  return url.replace(OWN, '');
}
