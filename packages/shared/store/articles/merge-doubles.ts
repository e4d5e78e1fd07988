import { and, asc, eq, gt, inArray, isNull } from 'drizzle-orm';
import { urlKey } from '../../text/url.ts';
import type { Db, Store } from '../database/store.ts';
import type { ArticleRow } from '../journey/journey.ts';
import { foldInto } from './page-addresses.ts';
import { removeTraces } from './remove-traces.ts';

const AT_ONCE = 2000;

/**
 * Makes one article of two that lead to one page: before addresses were held by a constraint, two links fetched at the same time could
 * both stay. The article that has the page's address stays; entries, addresses, watches and standings of the other become its own, and
 * what stood beside the other is settled anew.
 * @returns how many were folded into another
 */
export async function mergeDoubles(store: Store, tx: Db, now: number): Promise<number> {
  const { articles, pageAddresses } = store.tables;
  let merged = 0;
  for (let after = ''; ; ) {
    const rows = await tx
      .select(columnsOf(articles))
      .from(articles)
      .where(gt(articles.id, after))
      .orderBy(asc(articles.id))
      .limit(AT_ONCE);
    if (rows.length === 0) return merged;
    after = rows.at(-1)!.id;
    const keys = [...new Set(rows.flatMap(({ url, finalUrl }) => [urlKey(url), urlKey(finalUrl ?? url)]))];
    const owners = new Map<string, string>();
    for (let at = 0; at < keys.length; at += 500) {
      const part = inArray(pageAddresses.key, keys.slice(at, at + 500));
      for (const { key, articleId } of await tx.select().from(pageAddresses).where(part)) owners.set(key, articleId);
    }
    for (const row of rows) {
      if (row.outcome === 'forgotten' || row.outcome === 'same-page') continue;
      const twin = await twinOf(store, tx, row, owners);
      if (twin === null) continue;
      await merge(store, tx, row, twin, now);
      merged += 1;
    }
  }
}

type Row = Pick<ArticleRow, keyof ReturnType<typeof columnsOf>>;

/** Named one by one: a migration reads the table as it was then, before the columns that later ones add. */
function columnsOf({ id, url, finalUrl, outcome, revisionId, rawHash }: Store['tables']['articles']) {
  return { id, url, finalUrl, outcome, revisionId, rawHash };
}

/** The article that an article doubles, or null. */
async function twinOf(store: Store, tx: Db, row: Row, owners: ReadonlyMap<string, string>): Promise<string | null> {
  const { articles } = store.tables;
  const named = owners.get(urlKey(row.url));
  const reached = owners.get(urlKey(row.finalUrl ?? row.url));
  for (const twin of [named, reached]) {
    if (twin === undefined || twin === row.id) continue;
    const [kept] = await tx.select(columnsOf(articles)).from(articles).where(eq(articles.id, twin));
    if (!kept || kept.outcome === 'forgotten' || kept.outcome === 'same-page') continue;
    // A text is not given up for a page that has none.
    if (row.revisionId !== null && kept.revisionId === null) continue;
    // The page's own address, once settled, is proof. Where a request ended is one only if the same was read there: an address may
    // lead elsewhere for a day.
    if (twin === named || (kept.rawHash !== null && kept.rawHash === row.rawHash)) return twin;
  }
  return null;
}

async function merge(store: Store, tx: Db, row: Row, twin: string, now: number): Promise<void> {
  const { articles, syndication, watchMatches, alerts } = store.tables;
  await removeTraces(store, tx, row, now);
  await foldInto(store, tx, row, twin);
  // Until they are settled anew those that came from the one come from the other; the twin itself cannot.
  await tx.update(syndication).set({ originalId: twin }).where(eq(syndication.originalId, row.id));
  await tx
    .update(syndication)
    .set({ relation: 'unique', originalId: null, original: null, coverage: null, originalCoverage: null })
    .where(and(eq(syndication.articleId, twin), eq(syndication.originalId, twin)));
  const watched = await tx.delete(watchMatches).where(eq(watchMatches.articleId, row.id)).returning();
  if (watched.length > 0) {
    await tx
      .insert(watchMatches)
      .values(watched.map((match) => ({ ...match, articleId: twin })))
      .onConflictDoNothing();
  }
  await tx.update(alerts).set({ articleId: twin }).where(eq(alerts.articleId, row.id));
  await tx
    .update(articles)
    .set({ finishedAt: now })
    .where(and(eq(articles.id, row.id), isNull(articles.finishedAt)));
  await tx
    .update(articles)
    .set({
      outcome: 'same-page',
      outcomeStage: 'fetch',
      reason: `its page is that of ${twin}`,
      revisionId: null,
      rawHash: null,
      stage: null,
      waitingSince: null,
      leaseOwner: null,
      leaseUntil: null,
      again: null,
    })
    .where(eq(articles.id, row.id));
}
