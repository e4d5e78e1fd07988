import { inArray } from 'drizzle-orm';
import { normaliseUrl, urlKey } from '../../text/url.ts';
import { articlesAt } from '../articles/page-addresses.ts';
import type { Store } from '../database/store.ts';

/** What became of each address that somebody asks about; every one stands in one of the lists. */
export interface Addresses {
  /** Articles with a text, by the address that was given first. */
  found: Array<{ url: string; id: string }>;
  /** Given more than once, or another address of the same page. */
  again: string[];
  /** In the store without a text: on its way, or why there is none. */
  withoutText: Array<{ url: string; id: string; state: string }>;
  /** Not in the store. */
  unknown: string[];
  /** No http(s) address. */
  refused: string[];
}

/** Looks addresses up; none is fetched, for a request tells a publisher what somebody looks at. */
export async function lookUp(store: Store, given: readonly string[]): Promise<Addresses> {
  const found: Addresses = { found: [], again: [], withoutText: [], unknown: [], refused: [] };
  const byKey = new Map<string, string>();
  for (const text of given) {
    const url = normaliseUrl(text);
    if (url === null) found.refused.push(text);
    else if (byKey.has(urlKey(url))) found.again.push(url);
    else byKey.set(urlKey(url), url);
  }
  const urls = [...byKey.values()];
  const ids = await articlesAt(store, store.db, urls);
  const rows = await rowsOf(store, [...ids.values()]);
  const taken = new Set<string>();
  for (const url of urls) {
    const row = rows.get(ids.get(url)!);
    if (!row) found.unknown.push(url);
    else if (taken.has(row.id)) found.again.push(url);
    else {
      taken.add(row.id);
      if (row.revisionId !== null) found.found.push({ url, id: row.id });
      else found.withoutText.push({ url, id: row.id, state: stateOf(row) });
    }
  }
  return found;
}

async function rowsOf(store: Store, ids: string[]) {
  const { articles } = store.tables;
  if (ids.length === 0) return new Map<string, never>();
  const rows = await store.db
    .select({
      id: articles.id,
      revisionId: articles.revisionId,
      stage: articles.stage,
      outcome: articles.outcome,
      reason: articles.reason,
    })
    .from(articles)
    .where(inArray(articles.id, ids));
  return new Map(rows.map((row) => [row.id, row]));
}

function stateOf(row: { stage: string | null; outcome: string | null; reason: string | null }): string {
  if (row.stage !== null) return `waits for ${row.stage}`;
  return row.reason === null ? (row.outcome ?? 'no text') : `${row.outcome}: ${row.reason}`;
}
