import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Basis, Contest, SharedSource, TimeBasis } from '../../contracts/syndication.ts';
import { type ArticleLine, articleLines, type TimePlace } from '../articles/list.ts';
import type { Store } from '../database/store.ts';
import { houseOf } from './house.ts';

// Here although the dashboard alone asks: one room knows what a group is, its rows' writers beside their reader.

/** Where a member of a group stands, with its evidence. */
export interface Member {
  line: ArticleLine;
  /** The outlet's house, else its id: papers of one house count once. */
  house: string;
  /** When it was published as far as an instant is known, else when it was first seen (epoch ms). */
  at: number;
  dated: boolean;
  basis: Basis[];
  confidence: number;
  originalCoverage: number | null;
  reason: string;
  /** From which article it has its text, where that is not the original. */
  sourceId: string | null;
  timeBasis: TimeBasis | null;
  contestedBy: Contest[];
  sharedSources: SharedSource[];
}

/** A group of one story's texts is read up to this size; larger ones are cut at their newest end. */
const GROUP_LIMIT = 500;

/**
 * Every article of a group, and those that are linked to one of it without sharing its text (translations, excerpts); the first to
 * publish first. Empty where there is no such group.
 */
export async function readGroup(store: Store, groupId: string): Promise<Member[]> {
  const { syndication, articles, revisions, outlets } = store.tables;
  const rows = await store.db
    .select({
      id: syndication.articleId,
      basis: syndication.basis,
      confidence: syndication.confidence,
      originalCoverage: syndication.originalCoverage,
      reason: syndication.reason,
      sourceId: syndication.sourceId,
      timeBasis: syndication.timeBasis,
      contestedBy: syndication.contestedBy,
      sharedSources: syndication.sharedSources,
      house: houseOf(store),
      publishedMs: revisions.publishedMs,
      firstSeenAt: articles.firstSeenAt,
    })
    .from(syndication)
    .innerJoin(articles, eq(articles.id, syndication.articleId))
    .innerJoin(outlets, eq(outlets.id, articles.outletId))
    .leftJoin(revisions, eq(revisions.id, articles.revisionId))
    .where(inArray(syndication.articleId, await membersOf(store, groupId)))
    .orderBy(asc(articles.firstSeenAt), asc(articles.id))
    .limit(GROUP_LIMIT);
  const lines = new Map(
    (
      await articleLines(
        store,
        rows.map((row) => row.id),
      )
    ).map((line) => [line.id, line]),
  );
  const found = rows.flatMap(({ id, publishedMs, firstSeenAt, ...row }) => {
    const evidence = { ...row, contestedBy: row.contestedBy ?? [], sharedSources: row.sharedSources ?? [] };
    const line = lines.get(id);
    return line ? [{ line, at: publishedMs ?? firstSeenAt, dated: publishedMs !== null, ...evidence }] : [];
  });
  // Where a page names no instant, the deduplicator may still know how long after the original it came.
  const byId = new Map(found.map((member) => [member.line.id, member]));
  const placed = found.map((member) => {
    const { lagSeconds, originalId } = member.line;
    const original = originalId === null ? undefined : byId.get(originalId);
    const known = !member.dated && lagSeconds !== null && original !== undefined;
    return known ? { ...member, at: original.at + lagSeconds * 1000 } : member;
  });
  return placed.sort((a, b) => a.at - b.at);
}

async function membersOf(store: Store, groupId: string): Promise<string[]> {
  const { syndication } = store.tables;
  const own = await store.db
    .select({ id: syndication.articleId, originalId: syndication.originalId })
    .from(syndication)
    .where(eq(syndication.groupId, groupId))
    .limit(GROUP_LIMIT);
  const ids = own.map((row) => row.id);
  if (ids.length === 0) return [];
  const derived = await store.db
    .select({ id: syndication.articleId })
    .from(syndication)
    .where(inArray(syndication.originalId, ids))
    .limit(GROUP_LIMIT);
  const originals = own.flatMap((row) => row.originalId ?? []);
  return [...new Set([...ids, ...originals, ...derived.map((row) => row.id)])];
}

/** Articles that repeat or quote another, newest first by first sight. */
export async function listCopies(
  store: Store,
  options: { after?: TimePlace | null; limit: number },
): Promise<ArticleLine[]> {
  const { syndication, articles } = store.tables;
  const rows = await store.db
    .select({ id: articles.id })
    .from(articles)
    .innerJoin(syndication, eq(syndication.articleId, articles.id))
    .where(
      and(
        inArray(syndication.relation, ['copy', 'excerpt']),
        options.after
          ? sql`(${articles.firstSeenAt}, ${articles.id}) < (${options.after.at}, ${options.after.id})`
          : undefined,
      ),
    )
    .orderBy(desc(articles.firstSeenAt), desc(articles.id))
    .limit(options.limit);
  return articleLines(
    store,
    rows.map((row) => row.id),
  );
}
