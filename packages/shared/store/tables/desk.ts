import type { DigestStatus } from '../../contracts/watch.ts';
import type { Kit } from './columns.ts';

/** What readers keep for themselves, by the name of their token. */
export function deskTables(kit: Kit) {
  const { table, text, int, big, json, serial, index, unique, primaryKey } = kit;

  /** What somebody has read or kept of articles and stories, and wrote to them. */
  const readingMarks = table(
    'reading_marks',
    {
      /** `web:NAME`, as in the audit list. */
      who: text().notNull(),
      kind: text().$type<'article' | 'story'>().notNull(),
      /** An article's id; of a story its id, or that of an article or group in it when it was marked. */
      subject: text().notNull(),
      readAt: big(),
      keptAt: big(),
      note: text(),
      tags: json<string[]>().notNull(),
      updatedAt: big().notNull(),
    },
    (t) => [
      primaryKey({ columns: [t.who, t.kind, t.subject] }),
      index('reading_marks_subject').on(t.subject),
      index('reading_marks_recent').on(t.who, t.updatedAt),
    ],
  );

  /** Searches that somebody comes back to. */
  const savedSearches = table(
    'saved_searches',
    {
      id: serial(),
      who: text().notNull(),
      name: text().notNull(),
      /** The search with its filters, as the query of its address. */
      query: text().notNull(),
      createdAt: big().notNull(),
    },
    (t) => [unique('saved_searches_name').on(t.who, t.name)],
  );

  /** The daily letters of watches: one a watch and day, whoever sends it. */
  const digests = table(
    'digests',
    {
      watchId: text().notNull(),
      /** `YYYY-MM-DD` in UTC: the day that it tells of. */
      day: text().notNull(),
      status: text().$type<DigestStatus>().notNull(),
      attempts: int().notNull(),
      /** While it is being sent: until then nobody else does; after a failure: not before. */
      nextAt: big().notNull(),
      alerts: int().notNull(),
      lastError: text(),
      endedAt: big(),
    },
    (t) => [primaryKey({ columns: [t.watchId, t.day] })],
  );

  return { readingMarks, savedSearches, digests };
}
