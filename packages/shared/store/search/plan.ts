import { and, desc, type SQL, sql } from 'drizzle-orm';
import type { Query } from '../../query/ast.ts';
import { valueMatches } from '../../query/compile.ts';
import { boundSpan } from '../../query/dates.ts';
import { searchTokens } from '../../query/search-tokens.ts';
import type { Store } from '../database/store.ts';
import { dateCondition } from './date-filter.ts';
import { firstDocid } from './docid.ts';
import { overIndex } from './labels.ts';
import { termsOf } from './terms-of.ts';

const DAY_MS = 86_400_000;

/** An article by its place in the order of time. */
export interface Row {
  docid: number;
  articleId: string;
}

/** How the store answers a query. */
export interface Plan {
  /** Rows newest first, below a place, among some: hits, unless there is a residual. */
  rows(below: number | null, among: number[] | null, limit: number): Promise<Row[]>;
  /** Whether the index finds more than the query says, so that each row is to be looked at. */
  residual: boolean;
}

/** Plans a query: what the index says in one look-up, and whether that is enough. */
export async function planOf(store: Store, query: Query, now: number): Promise<Plan> {
  const terms = termsOf(store);
  const outlets = namesOutlet(query) ? await outletLabels(store) : [];
  const indexed = overIndex(query, (value) =>
    outlets.filter((one) => one.labels.some((label) => valueMatches('outlet', label, value))).map((one) => one.id),
  );
  const full = terms.translate(indexed);
  const { searchDocs } = store.tables;
  return {
    residual: full.residual !== null,
    async rows(below, among, limit) {
      const also = (docid: SQL): SQL[] => [
        ...full.filters.flatMap((filter) => [dateCondition(filter, searchDocs, now), ...nearby(filter, docid, now)]),
        ...(below === null ? [] : [sql`${docid} < ${below}`]),
        ...(among === null ? [] : [sql`${docid} in ${among}`]),
      ];
      const rows =
        full.text === null
          ? await store.db
              .select({ docid: searchDocs.docid, article_id: searchDocs.articleId })
              .from(searchDocs)
              .where(and(...also(sql`search_docs.docid`)))
              .orderBy(desc(searchDocs.docid))
              .limit(limit)
          : await terms.newest(store, full.text, also, limit);
      return rows.map((row) => ({ docid: Number(row.docid), articleId: row.article_id }));
    },
  };
}

/** A date range as a range of docids, which an index can walk; wider by the day that an article's place may differ from its date. */
function nearby(filter: Query, docid: SQL, now: number): SQL[] {
  if (filter.type !== 'date') return [];
  const from = filter.from === null ? null : boundSpan(filter.from, now);
  const to = filter.to === null ? null : boundSpan(filter.to, now);
  return [
    ...(from ? [sql`${docid} >= ${firstDocid(from.start - DAY_MS)}`] : []),
    ...(to ? [sql`${docid} < ${firstDocid(to.end + DAY_MS)}`] : []),
  ];
}

function namesOutlet(query: Query): boolean {
  if (query.type === 'value') return query.field === 'outlet';
  if (query.type === 'not') return namesOutlet(query.clause);
  return (query.type === 'and' || query.type === 'or') && query.clauses.some(namesOutlet);
}

/** Every outlet with its name and host as queries compare them. */
async function outletLabels(store: Store): Promise<Array<{ id: string; labels: string[] }>> {
  const { outlets } = store.tables;
  const rows = await store.db.select({ id: outlets.id, name: outlets.name, host: outlets.host }).from(outlets);
  return rows.map(({ id, name, host }) => ({ id, labels: [name, host].map((text) => searchTokens(text).join(' ')) }));
}
