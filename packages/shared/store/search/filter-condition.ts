import { and, type SQL, sql } from 'drizzle-orm';
import type { Query } from '../../query/ast.ts';
import { boundSpan } from '../../query/dates.ts';
import type { Store } from '../database/store.ts';

type Value = Query & { type: 'value' };

/** What conditions need beside the query. */
interface Means {
  store: Store;
  /** Epoch ms. */
  now: number;
  /** The ids of the outlets that a value names. */
  outletsOf(value: Value): string[];
}

/** Conditions on `search_docs` for what the index of words does not hold: dates, and where an article stands among the copies. */
export function filterCondition(query: Query, means: Means): SQL {
  switch (query.type) {
    case 'date':
      return dateCondition(query, means);
    case 'value':
      return standingCondition(query, means);
    case 'not':
      return sql`not (${filterCondition(query.clause, means)})`;
    case 'and':
    case 'or': {
      const parts = query.clauses.map((clause) => filterCondition(clause, means));
      return sql`(${sql.join(parts, query.type === 'and' ? sql` and ` : sql` or `)})`;
    }
    default:
      throw new Error(`a ${query.type} is no filter`);
  }
}

/** As the matcher reads dates: an undated article is in no range, and a day lies in a range that any part of it does. */
function dateCondition(query: Query & { type: 'date' }, { store, now }: Means): SQL {
  const { dateFrom, dateTo } = store.tables.searchDocs;
  const from = query.from === null ? null : boundSpan(query.from, now);
  const to = query.to === null ? null : boundSpan(query.to, now);
  return and(
    sql`${dateFrom} is not null`,
    from ? sql`${dateTo} > ${query.includeFrom ? from.start : from.end}` : undefined,
    to ? sql`${dateFrom} < ${query.includeTo ? to.end : to.start}` : undefined,
  )!;
}

function standingCondition(value: Value, means: Means): SQL {
  const { syndication, searchDocs } = means.store.tables;
  const holds = (column: SQL | (typeof syndication)['relation']) =>
    value.prefix ? sql`substr(${column}, 1, ${value.value.length}) = ${value.value}` : sql`${column} = ${value.value}`;
  switch (value.field) {
    case 'relation':
      // One look-up an article, from the newest on: a list of all copies of a large store would be made for a page of 25.
      return sql`exists (select 1 from ${syndication} where ${syndication.articleId} = ${searchDocs.articleId} and ${holds(syndication.relation)})`;
    case 'group':
      return sql`${searchDocs.articleId} in (select ${syndication.articleId} from ${syndication} where ${holds(sql`${syndication.groupId}`)})`;
    case 'story':
      return sql`${searchDocs.articleId} in (select ${syndication.articleId} from ${syndication} where ${holds(sql`${syndication.storyId}`)})`;
    case 'first':
      return firstCondition(value, means);
    default:
      throw new Error(`${value.field} is no filter`);
  }
}

/** Articles whose text an outlet had first: its own, and what others have of it; also of one that has no page here and is credited. */
function firstCondition(value: Value, { store, outletsOf }: Means): SQL {
  const { syndication, articles, searchDocs } = store.tables;
  const ids = outletsOf(value);
  const own =
    ids.length === 0
      ? sql`1 = 0`
      : sql`exists (select 1 from ${articles} where ${articles.id} = coalesce(${syndication.originalId}, ${syndication.articleId})
          and ${articles.outletId} in ${ids} and (${syndication.originalId} is not null or ${syndication.original} is null))`;
  const credited = sql`${syndication.originalId} is null and lower(${syndication.original}) = ${value.value}`;
  return sql`exists (select 1 from ${syndication} where ${syndication.articleId} = ${searchDocs.articleId} and (${own} or (${credited})))`;
}
