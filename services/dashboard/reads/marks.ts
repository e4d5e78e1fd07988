import { type ArticleLine, articleLines, type TimePlace } from '@wirewatch/shared/store/articles/list.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { and, asc, desc, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import { type Page, pageOf } from './page-of.ts';

export type MarkRow = Store['tables']['readingMarks']['$inferSelect'];
export type SavedSearch = Store['tables']['savedSearches']['$inferSelect'];

/** A reader's marks of some articles, or of a story by whichever of its ids it bears. */
export async function marksOf(
  store: Store,
  who: string,
  kind: MarkRow['kind'],
  subjects: readonly string[],
): Promise<Map<string, MarkRow>> {
  const { readingMarks } = store.tables;
  if (subjects.length === 0) return new Map();
  const rows = await store.db
    .select()
    .from(readingMarks)
    .where(and(eq(readingMarks.who, who), eq(readingMarks.kind, kind), inArray(readingMarks.subject, [...subjects])));
  return new Map(rows.map((row) => [row.subject, row]));
}

/** A reader's marks of what a page of a list shows. */
export interface HitMarks {
  articles: ReadonlyMap<string, MarkRow>;
  stories: ReadonlyMap<string, MarkRow>;
}

/** Which of a reader's marks. */
export interface MarkFilter {
  kept?: boolean | undefined;
  tag?: string | undefined;
}

/** A mark with what it is of: null where that is gone. */
export interface Marked {
  mark: MarkRow;
  line: ArticleLine | null;
}

/** A reader's marks that are kept, noted or tagged, the newest first. */
async function listMarks(
  store: Store,
  who: string,
  { kept, tag, after, limit }: MarkFilter & { after: TimePlace | null; limit: number },
): Promise<Marked[]> {
  const { readingMarks: table } = store.tables;
  const said = sql`(${table.keptAt} is not null or ${table.note} is not null or ${table.tags} <> ${sql.raw("'[]'")})`;
  const marks = await store.db
    .select()
    .from(table)
    .where(
      and(
        eq(table.who, who),
        said,
        kept ? isNotNull(table.keptAt) : undefined,
        tag === undefined ? undefined : hasTag(store, tag),
        after ? sql`(${table.updatedAt}, ${table.subject}) < (${after.at}, ${after.id})` : undefined,
      ),
    )
    .orderBy(desc(table.updatedAt), desc(table.subject))
    .limit(limit);
  const lines = await articleLines(
    store,
    marks.map(({ subject }) => subject),
  );
  const byId = new Map(lines.map((line) => [line.id, line]));
  // A story bears the id of an article of it.
  return marks.map((mark) => ({ mark, line: byId.get(mark.subject) ?? null }));
}

/** One page of them, by the cursor of the page before. */
export async function markPage(
  store: Store,
  who: string,
  filter: MarkFilter,
  cursor: string | null,
  size: number,
): Promise<Page<Marked> | { problem: string }> {
  const list = `marks ${who} ${filter.kept ?? ''} ${filter.tag ?? ''}`;
  return pageOf(list, cursor, size, async (after, limit) =>
    (await listMarks(store, who, { ...filter, after, limit })).map((row) => ({
      ...row,
      id: row.mark.subject,
      firstSeenAt: row.mark.updatedAt,
    })),
  );
}

function hasTag({ dialect, tables: { readingMarks } }: Store, tag: string) {
  return dialect === 'postgres'
    ? sql`${readingMarks.tags} @> ${JSON.stringify([tag])}::jsonb`
    : sql`exists (select 1 from json_each(${readingMarks.tags}) where value = ${tag})`;
}

/** Marks of one reader whose tags are counted, the newest. */
const MOST_COUNTED = 5000;

/** A reader's tags with how many marks have each, the most used first. */
export async function tagsOf(store: Store, who: string): Promise<Array<{ tag: string; count: number }>> {
  const { readingMarks } = store.tables;
  const rows = await store.db
    .select({ tags: readingMarks.tags })
    .from(readingMarks)
    .where(eq(readingMarks.who, who))
    .orderBy(desc(readingMarks.updatedAt))
    .limit(MOST_COUNTED);
  const counts = new Map<string, number>();
  for (const { tags } of rows) for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts]
    .map(([tag, count]) => ({ tag, count }))
    .sort((a, b) => b.count - a.count || a.tag.localeCompare(b.tag));
}

/** A reader's searches by name. */
export function savedSearches(store: Store, who: string): Promise<SavedSearch[]> {
  const { savedSearches: table } = store.tables;
  return store.db.select().from(table).where(eq(table.who, who)).orderBy(asc(table.name));
}
