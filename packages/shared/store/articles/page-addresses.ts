import { asc, eq, inArray } from 'drizzle-orm';
import { hostOf } from '../../text/host.ts';
import { urlKey } from '../../text/url.ts';
import { articleIdOf } from '../database/ids.ts';
import { type Db, locked, type Store } from '../database/store.ts';
import { ensureOutlets } from '../feeds/outlets.ts';
import type { ArticleRow } from '../journey/journey.ts';

/** Keys bound in one statement. */
const AT_ONCE = 400;

/** The id that the article of each address has, or would have. */
export async function articlesAt(store: Store, db: Db, urls: string[]): Promise<Map<string, string>> {
  const { pageAddresses } = store.tables;
  const keys = [...new Set(urls.map(urlKey))];
  const known = new Map<string, string>();
  for (let at = 0; at < keys.length; at += AT_ONCE) {
    const part = keys.slice(at, at + AT_ONCE);
    const rows = await db.select().from(pageAddresses).where(inArray(pageAddresses.key, part));
    for (const row of rows) known.set(row.key, row.articleId);
  }
  return new Map(urls.map((url) => [url, known.get(urlKey(url)) ?? articleIdOf(url)]));
}

/**
 * Remembers under which addresses an article's page was found. Where one of them is another article's, that one stands for both: its
 * feeds are this one's too, and whoever announces this address from now on announces that article.
 * @param found.url the publisher's own address of the page; replaces a carrier's link
 * @param found.also further addresses that are surely the same page
 * @returns the article that stands for both, or null
 */
export function settleAddress(
  store: Store,
  article: Pick<ArticleRow, 'id' | 'url'>,
  found: { url: string; also: string[] },
  now: number,
): Promise<string | null> {
  const { articles } = store.tables;
  // Its own address is among them: another may stand for this article already.
  const urls = [article.url, found.url, ...found.also];
  if (new Set(urls.map(urlKey)).size === 1) return Promise.resolve(null);
  return store.write(async (tx) => {
    const owners = await takeKeys(store, tx, new Map(urls.map((url) => [urlKey(url), article.id])));
    const ids = [...new Set(urls.map((url) => owners.get(urlKey(url))!))].filter((id) => id !== article.id);
    const rows =
      ids.length === 0 ? [] : await tx.select({ id: articles.id }).from(articles).where(inArray(articles.id, ids));
    // In the order of the addresses: the publisher's own before a canonical link.
    const twin = ids.find((id) => rows.some((row) => row.id === id)) ?? null;
    if (twin !== null) {
      await foldInto(store, tx, article, twin);
      return twin;
    }
    if (urlKey(found.url) !== urlKey(article.url)) {
      const outletId = hostOf(found.url);
      await ensureOutlets(store, tx, [outletId], now);
      await tx.update(articles).set({ url: found.url, outletId }).where(eq(articles.id, article.id));
    }
    return null;
  });
}

/**
 * Says which article each address (as {@link urlKey}) is of, where none is yet. The unique key decides between two that say so at the
 * same time, not a look: the second waits for the first one's transaction, and then reads what that said. What it reads stays so until
 * this transaction ends: of two pages that name one another, both would else be folded into the other, and none be left.
 * @param wished by key, the article that it shall be of
 * @returns by key, the article that it is of
 */
export async function takeKeys(
  store: Store,
  tx: Db,
  wished: ReadonlyMap<string, string>,
): Promise<Map<string, string>> {
  const { pageAddresses } = store.tables;
  const owners = new Map<string, string>();
  // In one order for everybody: two that take the same keys must not wait for one another in a circle.
  const keys = [...wished.keys()].sort();
  for (let at = 0; at < keys.length; at += AT_ONCE) {
    const part = keys.slice(at, at + AT_ONCE);
    const rows = part.map((key) => ({ key, articleId: wished.get(key)! }));
    await tx.insert(pageAddresses).values(rows).onConflictDoNothing();
  }
  for (let at = 0; at < keys.length; at += AT_ONCE) {
    const part = keys.slice(at, at + AT_ONCE);
    const query = tx
      .select()
      .from(pageAddresses)
      .where(inArray(pageAddresses.key, part))
      .orderBy(asc(pageAddresses.key));
    for (const row of await locked(store, query)) owners.set(row.key, row.articleId);
  }
  return owners;
}

/** One page, one article: the addresses and the entries of the one become the other's. */
export async function foldInto(
  store: Store,
  tx: Db,
  article: { id: string; url: string },
  twin: string,
): Promise<void> {
  const { pageAddresses, entries } = store.tables;
  await tx.update(pageAddresses).set({ articleId: twin }).where(eq(pageAddresses.articleId, article.id));
  await tx
    .insert(pageAddresses)
    .values({ key: urlKey(article.url), articleId: twin })
    .onConflictDoUpdate({ target: pageAddresses.key, set: { articleId: twin } });
  await tx.update(entries).set({ articleId: twin }).where(eq(entries.articleId, article.id));
}
