import { type ArticleLine, articleLines } from '@wirewatch/shared/store/article-list.ts';
import type { Store } from '@wirewatch/shared/store/store.ts';
import { asc, eq } from 'drizzle-orm';

/** A text that tells of an event, with how many repeat it. */
export interface Telling {
  groupId: string;
  /** The article that stands for the text: its original, else the first. */
  line: ArticleLine;
  copies: number;
}

/** One event: texts that were written independently, and copies of them. */
export interface NewsEvent {
  tellings: Telling[];
  copies: number;
}

/** Articles of one event that are read. */
const MOST = 500;

/** The event that a story is, first seen first; null where there is no such story. */
export async function readEvent(store: Store, storyId: string | null): Promise<NewsEvent | null> {
  if (storyId === null) return null;
  const { syndication } = store.tables;
  const rows = await store.db
    .select({ id: syndication.articleId })
    .from(syndication)
    .where(eq(syndication.storyId, storyId))
    .orderBy(asc(syndication.articleId))
    .limit(MOST);
  const lines = await articleLines(
    store,
    rows.map(({ id }) => id),
  );
  return lines.length === 0 ? null : eventOf(lines.reverse());
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

/** Parts the articles of an event into texts. A translation has a group of its own, but its text is not independent: it counts with its original's. */
function eventOf(lines: readonly ArticleLine[]): NewsEvent {
  const groupOf = new Map(lines.map((line) => [line.id, line.groupId ?? line.id]));
  const texts = new Map<string, ArticleLine[]>();
  for (const line of lines) {
    const source = line.relation === 'copy' && line.originalId !== null ? groupOf.get(line.originalId) : undefined;
    const key = source ?? line.groupId ?? line.id;
    texts.set(key, [...(texts.get(key) ?? []), line]);
  }
  const tellings = [...texts].map(([groupId, members]) => ({
    groupId,
    line: members.find(({ relation }) => relation === 'original') ?? members[0]!,
    copies: members.filter(({ relation }) => relation === 'copy').length,
  }));
  return { tellings, copies: tellings.reduce((sum, { copies }) => sum + copies, 0) };
}
