import { and, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { Query } from '../../query/ast.ts';
import { boundSpan } from '../../query/dates.ts';

/** The columns of a publication's span, end exclusive; null where no date is known. */
export interface DateColumns {
  dateFrom: SQLWrapper;
  dateTo: SQLWrapper;
}

/** Conditions on the date as the matcher reads them: an undated article is in no range, and a day lies in a range that any part of it does. */
export function dateCondition(query: Query, columns: DateColumns, now: number): SQL {
  switch (query.type) {
    case 'date': {
      const from = query.from === null ? null : boundSpan(query.from, now);
      const to = query.to === null ? null : boundSpan(query.to, now);
      return and(
        sql`${columns.dateFrom} is not null`,
        from ? sql`${columns.dateTo} > ${query.includeFrom ? from.start : from.end}` : undefined,
        to ? sql`${columns.dateFrom} < ${query.includeTo ? to.end : to.start}` : undefined,
      )!;
    }
    case 'not':
      return sql`not (${dateCondition(query.clause, columns, now)})`;
    case 'and':
    case 'or': {
      const parts = query.clauses.map((clause) => dateCondition(clause, columns, now));
      return sql`(${sql.join(parts, query.type === 'and' ? sql` and ` : sql` or `)})`;
    }
    default:
      throw new Error(`a ${query.type} is no date`);
  }
}
