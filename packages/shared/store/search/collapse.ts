import { eq, inArray, type SQL } from 'drizzle-orm';
import type { Store } from '../database/store.ts';
import type { Row } from './plan.ts';

/** What is shown once: a story, or a group of copies. */
export type Collapse = 'story' | 'group';

/** An article that shares a story or group with others. */
interface Member {
  articleId: string;
  docid: number | null;
  key: string;
}

/** The story or group of each of these articles, with all of its members; one without either is not in it. */
export async function toldTogether(store: Store, ids: string[], by: Collapse): Promise<Map<string, Member[]>> {
  const { syndication, searchDocs } = store.tables;
  const keyOf = (row: { storyId: string | null; groupId: string }) =>
    by === 'story' && row.storyId !== null ? `s${row.storyId}` : `g${row.groupId}`;
  const own = await store.db
    .select({ articleId: syndication.articleId, storyId: syndication.storyId, groupId: syndication.groupId })
    .from(syndication)
    .where(inArray(syndication.articleId, ids));
  if (own.length === 0) return new Map();
  const stories = by === 'story' ? own.flatMap((row) => row.storyId ?? []) : [];
  const groups = own.filter((row) => by === 'group' || row.storyId === null).map((row) => row.groupId);
  const membersOf = (where: SQL) =>
    store.db
      .select({
        articleId: syndication.articleId,
        storyId: syndication.storyId,
        groupId: syndication.groupId,
        docid: searchDocs.docid,
      })
      .from(syndication)
      .leftJoin(searchDocs, eq(searchDocs.articleId, syndication.articleId))
      .where(where);
  // One look-up an index, none with OR or IS NULL: SQLite would walk every article without a story (12 ms of 100,000).
  const members = [
    ...(stories.length > 0 ? await membersOf(inArray(syndication.storyId, stories)) : []),
    ...(groups.length > 0 ? await membersOf(inArray(syndication.groupId, groups)) : []).filter(
      (row) => by === 'group' || row.storyId === null,
    ),
  ];
  const told = new Map<string, Member[]>();
  for (const row of members) {
    const member = { articleId: row.articleId, docid: row.docid, key: keyOf(row) };
    const family = told.get(member.key);
    if (family) family.push(member);
    else told.set(member.key, [member]);
  }
  return new Map(own.map((row) => [row.articleId, told.get(keyOf(row)) ?? []]));
}

/**
 * Of rows that match, those that are the newest match of their family.
 * @param matches which of some docids the query matches
 */
export async function newestOfEach(
  store: Store,
  rows: Row[],
  by: Collapse,
  matches: (docids: number[]) => Promise<Set<number>>,
): Promise<Row[]> {
  if (rows.length === 0) return [];
  const told = await toldTogether(
    store,
    rows.map((row) => row.articleId),
    by,
  );
  const newer = (row: Row) =>
    (told.get(row.articleId) ?? []).flatMap(({ docid }) => (docid !== null && docid > row.docid ? [docid] : []));
  const matching = await matches([...new Set(rows.flatMap(newer))]);
  return rows.filter((row) => !newer(row).some((docid) => matching.has(docid)));
}
