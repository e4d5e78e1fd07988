import { setTimeout as wait } from 'node:timers/promises';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { urlKey } from '@wirewatch/shared/text/url.ts';
import { canonicalOf, characterAByte, pageAddresses } from './core/identity/page-address.ts';
import { leadsTo } from './core/identity/renamed.ts';
import { fetchPage, type PageAnswer, type PageDeps } from './fetch-page.ts';
import { type Predecessor, predecessorOf } from './renamed.ts';

type FetchedPage = Extract<PageAnswer, { kind: 'page' }>;

/** Longest wait in place for the earlier address's turn; a host that is busier keeps us from telling, and the page counts as new. */
const LONGEST_WAIT_MS = 60_000;

/**
 * The article whose page this is under a new address: an entry's link was changed under its GUID, and the earlier address leads to the
 * new one. Null where there was no earlier one, or where it is a page of its own still (a bulletin). One request more, once an article.
 */
export async function renamedFrom(
  article: { id: string; url: string },
  page: FetchedPage,
  { store, deps }: { store: Store; deps: PageDeps },
): Promise<Predecessor | null> {
  const before = await predecessorOf(store, article.id);
  if (before === null) return null;
  const html = characterAByte(page.body);
  const canonical = canonicalOf(html, page.finalUrl);
  if (canonical !== null && urlKey(canonical) === urlKey(before.link)) return before;
  const { also } = pageAddresses(page.answer.hops, html);
  const { answer } = await fetchInPlace(before.link, deps);
  if (!answer?.ok) return null;
  return leadsTo(answer.hops, characterAByte(answer.body), [article.url, ...also]) ? before : null;
}

/** Waits in place for a host's turn: the page beside it has been fetched and is not to be fetched again. */
async function fetchInPlace(url: string, deps: PageDeps): Promise<PageAnswer> {
  let waited = 0;
  for (;;) {
    const answer = await fetchPage(url, deps);
    if (answer.kind !== 'later' || answer.afterMs === null || answer.hostWide) return answer;
    if (waited + answer.afterMs > LONGEST_WAIT_MS) return answer;
    await wait(answer.afterMs);
    waited += answer.afterMs;
  }
}
