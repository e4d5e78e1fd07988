import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Outcome } from '../../contracts/outcome.ts';
import type { Store } from '../database/store.ts';

/** Outcomes of pages that have a text which we could not read. */
export const UNREAD: readonly Outcome[] = [
  'blocked',
  'refused',
  'refused-by-robots',
  'gone',
  'too-short',
  'too-large',
  'empty',
  'unreachable',
];

/** A page that could not be read and the article whose text it probably carries, by its announcement. */
export interface Announced {
  id: string;
  url: string;
  outlet: string;
  outletId: string;
  title: string | null;
  outcome: Outcome | null;
  firstSeenAt: number;
  carries: string;
  /** The group of that text as it stands now. */
  group: string;
  confidence: number;
  reason: string;
}

const AT_ONCE = 500;
const MOST = 100;

/** The pages that probably carry the text of one of these articles, first seen first; at most 100 of each 500. */
export async function announcedOf(store: Store, articleIds: readonly string[]): Promise<Announced[]> {
  const { announcements } = store.tables;
  const found: Announced[] = [];
  for (let at = 0; at < articleIds.length; at += AT_ONCE)
    found.push(...(await readAnnounced(store, inArray(announcements.carries, articleIds.slice(at, at + AT_ONCE)))));
  return found;
}

/** The texts that these pages, which could not be read, probably carry. */
export async function announcementsOf(store: Store, articleIds: string[]): Promise<Map<string, Announced>> {
  const { announcements } = store.tables;
  if (articleIds.length === 0) return new Map();
  const rows = await readAnnounced(store, inArray(announcements.articleId, articleIds));
  return new Map(rows.map((row) => [row.id, row]));
}

function readAnnounced(store: Store, which: ReturnType<typeof inArray>): Promise<Announced[]> {
  const { announcements, articles, outlets, syndication } = store.tables;
  return store.db
    .select({
      id: articles.id,
      url: articles.url,
      outlet: outlets.name,
      outletId: outlets.id,
      title: articles.title,
      outcome: articles.outcome,
      firstSeenAt: articles.firstSeenAt,
      carries: announcements.carries,
      group: syndication.groupId,
      confidence: announcements.confidence,
      reason: announcements.reason,
    })
    .from(announcements)
    .innerJoin(articles, eq(articles.id, announcements.articleId))
    .innerJoin(outlets, eq(outlets.id, articles.outletId))
    .innerJoin(syndication, eq(syndication.articleId, announcements.carries))
    .where(and(which, isNull(articles.revisionId)))
    .orderBy(asc(articles.firstSeenAt), asc(articles.id))
    .limit(MOST);
}
