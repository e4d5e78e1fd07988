import type { Relation } from '@wirewatch/shared/contracts/syndication.ts';
import { type ArticleLine, articleLines } from '@wirewatch/shared/store/articles/list.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { asc, eq } from 'drizzle-orm';

/** A text that tells of a story, with how many repeat it. */
export interface Telling {
  groupId: string;
  /** The article that stands for the text: its original, else the first. */
  line: ArticleLine;
  copies: number;
}

/** One story: texts that were written independently, and copies of them. */
export interface Story {
  /** How many texts tell of it. */
  texts: number;
  /** Those that were first seen first. */
  tellings: Telling[];
  copies: number;
}

/** Articles of one story that are counted: of each a row of some fifty bytes. A story this large is a fault of its own. */
const MOST = 20_000;
/** Texts that are given by title. */
const SHOWN = 12;

interface Placed {
  id: string;
  groupId: string;
  relation: Relation;
  originalId: string | null;
}

/** The story that a story is, first seen first; null where there is no such story. */
export async function readStory(store: Store, storyId: string | null): Promise<Story | null> {
  if (storyId === null) return null;
  const { syndication, articles } = store.tables;
  const rows = await store.db
    .select({
      id: syndication.articleId,
      groupId: syndication.groupId,
      relation: syndication.relation,
      originalId: syndication.originalId,
    })
    .from(syndication)
    .innerJoin(articles, eq(articles.id, syndication.articleId))
    .where(eq(syndication.storyId, storyId))
    .orderBy(asc(articles.firstSeenAt), asc(articles.id))
    .limit(MOST);
  if (rows.length === 0) return null;
  const texts = textsOf(rows);
  const first = texts.slice(0, SHOWN);
  const lines = await articleLines(
    store,
    first.map(({ id }) => id),
  );
  const lineOf = new Map(lines.map((line) => [line.id, line]));
  return {
    texts: texts.length,
    copies: texts.reduce((sum, { copies }) => sum + copies, 0),
    tellings: first.flatMap(({ id, groupId, copies }) => {
      const line = lineOf.get(id);
      return line ? [{ groupId, line, copies }] : [];
    }),
  };
}

/** The story that a group of copies belongs to, or null. */
export async function storyOfGroup(store: Store, groupId: string): Promise<string | null> {
  const { syndication } = store.tables;
  const rows = await store.db
    .select({ storyId: syndication.storyId })
    .from(syndication)
    .where(eq(syndication.groupId, groupId))
    .limit(MOST);
  return rows.find(({ storyId }) => storyId !== null)?.storyId ?? null;
}

/** Parts the articles of a story into texts. A translation has a group of its own, but its text is not independent: it counts with its original's. */
function textsOf(rows: readonly Placed[]): Array<{ id: string; groupId: string; copies: number }> {
  const groupOf = new Map(rows.map((row) => [row.id, row.groupId]));
  const texts = new Map<string, Placed[]>();
  for (const row of rows) {
    const source = row.relation === 'copy' && row.originalId !== null ? groupOf.get(row.originalId) : undefined;
    const key = source ?? row.groupId;
    const members = texts.get(key);
    if (members) members.push(row);
    else texts.set(key, [row]);
  }
  return [...texts].map(([groupId, members]) => ({
    groupId,
    id: (members.find(({ relation }) => relation === 'original') ?? members[0]!).id,
    copies: members.filter(({ relation }) => relation === 'copy').length,
  }));
}
