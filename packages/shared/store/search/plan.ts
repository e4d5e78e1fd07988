import { and, desc, type SQL, sql } from 'drizzle-orm';
import type { Query } from '../../query/ast.ts';
import { valueMatches } from '../../query/compile.ts';
import { boundSpan } from '../../query/dates.ts';
import { searchTokens } from '../../query/search-tokens.ts';
import type { Store } from '../database/store.ts';
import { firstDocid } from './docid.ts';
import { filterCondition } from './filter-condition.ts';
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
  const named = (value: Query & { type: 'value' }) => outletsNamed(outlets, value);
  const indexed = overIndex(query, named);
  const full = terms.translate(indexed);
  const { searchDocs } = store.tables;
  const condition = (filter: Query) => filterCondition(filter, { store, now, outletsOf: named });
  return {
    residual: full.residual !== null,
    async rows(below, among, limit) {
      const also = (docid: SQL): SQL[] => [
        ...full.filters.flatMap((filter) => [condition(filter), ...nearby(filter, docid, now)]),
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
  if (query.type === 'value') return query.field === 'outlet' || query.field === 'house' || query.field === 'first';
  if (query.type === 'not') return namesOutlet(query.clause);
  return (query.type === 'and' || query.type === 'or') && query.clauses.some(namesOutlet);
}

interface OutletLabels {
  id: string;
  labels: string[];
  house: string[];
}

/** The ids of the outlets that a value names: by their name or host, for `house:` by that of their house. */
function outletsNamed(outlets: readonly OutletLabels[], value: Query & { type: 'value' }): string[] {
  const labelsOf = (one: OutletLabels) => (value.field === 'house' ? one.house : one.labels);
  return outlets
    .filter((one) => labelsOf(one).some((label) => valueMatches('outlet', label, value)))
    .map((one) => one.id);
}

/** Every outlet with its names and host as queries compare them; an outlet without a house is one of its own. */
async function outletLabels(store: Store): Promise<OutletLabels[]> {
  const { outlets } = store.tables;
  const rows = await store.db
    .select({
      id: outlets.id,
      name: outlets.name,
      host: outlets.host,
      house: outlets.house,
      aliases: outlets.aliases,
    })
    .from(outlets);
  return rows.map(({ id, name, host, house, aliases }) => {
    const labels = [name, host, ...aliases].map((text) => searchTokens(text).join(' '));
    return { id, labels, house: house === null ? labels : [searchTokens(house).join(' ')] };
  });
}
