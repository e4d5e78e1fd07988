import { toSnakeCase } from 'drizzle-orm/casing';
import { articleNumber } from '../generated-articles.ts';

/** Rows that are made one by one; the rest repeats them under other names. */
const MADE = 10_000;
const AT_ONCE = 500;
const DAY_MS = 86_400_000;
/** Columns that name a row or lead to one: in each repetition they are others. */
const NAMES = /^(id|url|url_key|key|article_id|revision_id|group_id|original_id|raw_hash|text_hash)$/;

/** How a dialect takes rows in by the thousand. */
export interface Former {
  /** The columns of a table that are given: not a number that the database gives. */
  columnsOf(table: string): Promise<string[]>;
  /** Puts rows in; of those that are there already the first stays. */
  insert(table: string, columns: readonly string[], rows: Record<string, unknown>[]): Promise<void>;
  /** Puts all rows of a table in again, for each `n` from 1 to `times` with these values in place of the columns. */
  repeat(table: string, columns: readonly string[], values: readonly string[], times: number): Promise<void>;
}

/**
 * Fills the tables of a former release, whatever columns it has: what an upgrade goes through. The words of the search index and the
 * deduplicator's index are left out.
 */
export async function fillFormer(former: Former, articles: number): Promise<void> {
  const made = Math.min(MADE, articles);
  for (let at = 0; at < made; at += AT_ONCE) {
    for (const [table, rows] of Object.entries(rowsOf(at, Math.min(AT_ONCE, made - at)))) {
      const named = rows.map((row) =>
        Object.fromEntries(Object.entries(row).map(([name, value]) => [toSnakeCase(name), value])),
      );
      await former.insert(table, await former.columnsOf(table), named);
    }
  }
  const times = Math.ceil(articles / made) - 1;
  for (const table of Object.keys(rowsOf(0, 1))) {
    // Outlets are one for all.
    if (table === 'outlets' || times < 1) continue;
    const columns = await former.columnsOf(table);
    const values = columns.map((name) => {
      if (name === 'docid') return 'docid + n';
      return NAMES.test(name) ? `${name} || '-' || n` : name;
    });
    await former.repeat(table, columns, values, times);
  }
}

function rowsOf(first: number, many: number): Record<string, object[]> {
  const now = Date.now();
  const numbers = Array.from({ length: many }, (_, n) => first + n);
  const all = numbers.map((n) => ({ ...articleNumber(n), n }));
  const stages = ['fetch', 'clean', 'dedup', 'classify'];
  return {
    outlets: [...new Map(all.map(({ outlet }) => [outlet.id, outlet])).values()],
    articles: all.map(({ article }) => article),
    revisions: all.map(({ revision }) => revision),
    classifications: all.map(({ classification }) => classification),
    syndication: all.map(({ syndication }) => syndication),
    page_addresses: all.map(({ article }) => ({ key: article.urlKey, articleId: article.id })),
    search_docs: all.map(({ article, n }) => ({
      docid: Math.floor(article.firstSeenAt / 1000) * 2 ** 20 + n * 100,
      articleId: article.id,
    })),
    outcomes: all.flatMap(({ article: { id, firstSeenAt: at } }) =>
      stages.map((stage) => ({
        ...{
          articleId: id,
          stage,
          epoch: 1,
          lane: 'live',
          outcome: 'passed',
          reason: 'as it should be, with its reason',
        },
        ...{ version: `${stage}-0123456789abcdef`, worker: `${stage}-machine-1234`, waitedMs: 12, workedMs: 34, at },
      })),
    ),
    polls: all.map(({ outlet, n }) => ({
      ...{ feedId: outlet.id, at: now - (n % 30) * DAY_MS - n, outcome: 'unchanged', reason: 'as before' },
      ...{ bytes: 0, ms: 30, items: 0, newItems: 0 },
    })),
    previous_results: all
      .filter(({ n }) => n % 10 === 0)
      .map(({ article, classification, n }) => ({
        ...{ articleId: article.id, stage: 'classify', version: 'before', result: classification, replacedAt: now - n },
      })),
  };
}
