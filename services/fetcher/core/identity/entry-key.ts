import { hash } from 'node:crypto';
import type { FeedItem } from '@wirewatch/shared/contracts/feed.ts';
import { tokenize } from '@wirewatch/shared/text/tokens.ts';
import { urlKey } from '@wirewatch/shared/text/url.ts';

/** The identity of an entry within its feed, and what it rests on. */
export interface EntryKey {
  key: string;
  basis: 'guid' | 'link' | 'content';
}

/** GUIDs and links that stand for several different entries of one document, and so identify none. */
export interface Ambiguous {
  guids: ReadonlySet<string>;
  links: ReadonlySet<string>;
}

const NOTHING_AMBIGUOUS: Ambiguous = { guids: new Set(), links: new Set() };

/**
 * The identity of one entry: its GUID, else its link in one spelling, else its content. A GUID or a link that several entries of the document
 * share is none.
 */
export function entryKey(item: FeedItem, ambiguous: Ambiguous = NOTHING_AMBIGUOUS): EntryKey {
  const guid = guidKey(item);
  if (guid !== null && !ambiguous.guids.has(guid)) return { key: `guid:${digest(guid)}`, basis: 'guid' };
  const link = linkKey(item);
  if (link !== null && !ambiguous.links.has(link)) return { key: `link:${digest(link)}`, basis: 'link' };
  return { key: `content:${digest(contentKey(item))}`, basis: 'content' };
}

/** The identities of all entries of one document, in its order. Entries that agree in GUID, link and title are one entry written twice. */
export function entryKeys(items: readonly FeedItem[]): EntryKey[] {
  const ambiguous: Ambiguous = { guids: shared(items, guidKey), links: shared(items, linkKey) };
  return items.map((item) => entryKey(item, ambiguous));
}

/** The GUID for comparison: sites that move to https rewrite their GUIDs, too, and mean the same entries. */
export function guidKey(item: FeedItem): string | null {
  const guid = item.id?.trim();
  return guid ? guid.replace(/^https?:\/\/(?:www\.)?/i, '//') : null;
}

/** A poll asks for a link's key up to five times, and it is the dearest part of an identity. */
const linkKeys = new WeakMap<FeedItem, string | null>();

/** The link for comparison, in one spelling. */
export function linkKey(item: FeedItem): string | null {
  const known = linkKeys.get(item);
  if (known !== undefined) return known;
  const link = item.originLink ?? item.link;
  const key = link ? urlKey(link) : null;
  linkKeys.set(item, key);
  return key;
}

function contentKey(item: FeedItem): string {
  const text = tokenize([item.title, item.summary, item.content].filter((part) => part !== null).join(' ')).join(' ');
  return text === '' ? JSON.stringify([item.id, item.link, item.published, item.enclosures]) : text;
}

function shared(items: readonly FeedItem[], keyOf: (item: FeedItem) => string | null): Set<string> {
  const first = new Map<string, string>();
  const found = new Set<string>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === null) continue;
    const other = `${linkKey(item)}\n${item.title}`;
    const known = first.get(key);
    if (known === undefined) first.set(key, other);
    else if (known !== other) found.add(key);
  }
  return found;
}

/** 128 bits: no collision to be expected below 10^18 entries, and half the bytes of the whole digest in every row. */
function digest(text: string): string {
  return hash('sha256', text, 'hex').slice(0, 32);
}
