import { and, asc, eq, inArray } from 'drizzle-orm';
import type { ArticleRecord } from '../../contracts/record.ts';
import type { Store } from '../database/store.ts';

/** What readers marked of articles, by article, in the order of their names; with `who` that reader's alone. */
export async function readingOf(
  store: Store,
  ids: readonly string[],
  who: string | null,
): Promise<Map<string, ArticleRecord['reading']>> {
  const { readingMarks } = store.tables;
  if (ids.length === 0) return new Map();
  const rows = await store.db
    .select()
    .from(readingMarks)
    .where(
      and(
        eq(readingMarks.kind, 'article'),
        inArray(readingMarks.subject, [...ids]),
        who === null ? undefined : eq(readingMarks.who, who),
      ),
    )
    .orderBy(asc(readingMarks.who));
  const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());
  return new Map(
    [...Map.groupBy(rows, ({ subject }) => subject)].map(([id, marks]) => [
      id,
      marks.map(({ who, readAt, keptAt, note, tags }) => ({
        who,
        readAt: iso(readAt),
        keptAt: iso(keptAt),
        note,
        tags,
      })),
    ]),
  );
}
