import { and, asc, desc, eq, gt, inArray, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Basis, Relation } from '../../contracts/syndication.ts';
import { type ArticleLine, articleLines, type TimePlace } from '../articles/list.ts';
import type { Store } from '../database/store.ts';

/** Where a member of a group stands, with its evidence. */
export interface Member {
  line: ArticleLine;
  /** The outlet's family, else its id: papers of one house count once. */
  house: string;
  /** When it was published as far as an instant is known, else when it was first seen (epoch ms). */
  at: number;
  dated: boolean;
  basis: Basis[];
  confidence: number;
  originalCoverage: number | null;
  reason: string;
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
      house: sql<string>`coalesce(${outlets.family}, ${outlets.id})`,
      publishedMs: revisions.publishedMs,
      firstSeenAt: articles.firstSeenAt,
    })
    .from(syndication)
    .innerJoin(articles, eq(articles.id, syndication.articleId))
    .innerJoin(outlets, eq(outlets.id, articles.outletId))
    .leftJoin(revisions, eq(revisions.id, articles.revisionId))
    .where(inArray(syndication.articleId, await familyOf(store, groupId)))
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
  const found = rows.flatMap(({ id, publishedMs, firstSeenAt, ...evidence }) => {
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

async function familyOf(store: Store, groupId: string): Promise<string[]> {
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

/** Where one article stands, by houses: what the statistics of copying are made of. */
export interface HouseRow {
  /** The outlet's family, else its id. */
  outlet: string;
  group: string;
  relation: Relation;
  /** The original's house; a name where its outlet is not in the store; null where there is no original. */
  original: string | null;
  coverage: number | null;
  originalCoverage: number | null;
  lagSeconds: number | null;
}

/** Rows read in one go: some megabytes. */
const ROWS_AT_ONCE = 5000;

/** Every article that the deduplicator has settled, in no order that means anything. */
export async function* readHouseRows(store: Store): AsyncGenerator<HouseRow> {
  const { syndication, articles, outlets } = store.tables;
  const originals = alias(articles, 'originals');
  const known = await outletsByName(store);
  const houses = new Map((await store.db.select().from(outlets)).map(({ id, family }) => [id, family ?? id]));
  for (let after = ''; ; ) {
    const rows = await store.db
      .select({
        id: syndication.articleId,
        outletId: articles.outletId,
        group: syndication.groupId,
        relation: syndication.relation,
        from: originals.outletId,
        named: syndication.original,
        coverage: syndication.coverage,
        originalCoverage: syndication.originalCoverage,
        lagSeconds: syndication.lagSeconds,
      })
      .from(syndication)
      .innerJoin(articles, eq(articles.id, syndication.articleId))
      .leftJoin(originals, eq(originals.id, syndication.originalId))
      .where(gt(syndication.articleId, after))
      .orderBy(asc(syndication.articleId))
      .limit(ROWS_AT_ONCE);
    for (const { id, outletId, from, named, ...row } of rows) {
      after = id;
      const source = from ?? (named === null ? null : (known.get(named.toLowerCase())?.id ?? named));
      const original = source === null ? null : (houses.get(source) ?? source);
      yield { ...row, outlet: houses.get(outletId) ?? outletId, original };
    }
    if (rows.length < ROWS_AT_ONCE) return;
  }
}

/** One outlet's texts in another: how many, and how long after. */
export interface CopyPair {
  /** Outlet id of the one that carries the texts. */
  by: string;
  byName: string;
  /** Outlet id of the one they came from; null where its own pages are not in the store. */
  from: string | null;
  fromName: string;
  copies: number;
  /** The median; null where no lag is known. */
  lagSeconds: number | null;
}

/** The matrix rests on at most this many copies, the ones that were judged last. */
const COPIES_READ = 50_000;

/** Who copies whom, how many, how fast; most first. Reads some ten thousand rows: ask for it rarely. */
export async function copyPairs(store: Store, outletId?: string): Promise<CopyPair[]> {
  const { syndication, articles, outlets } = store.tables;
  // Typed as Postgres like all tables; the alias only names the table a second time.
  const originals = alias(articles, 'originals');
  const sources = alias(outlets, 'sources');
  const rows = await store.db
    .select({
      by: outlets.id,
      byName: outlets.name,
      from: sources.id,
      fromName: sources.name,
      named: syndication.original,
      lag: syndication.lagSeconds,
    })
    .from(syndication)
    .innerJoin(articles, eq(articles.id, syndication.articleId))
    .innerJoin(outlets, eq(outlets.id, articles.outletId))
    .leftJoin(originals, eq(originals.id, syndication.originalId))
    .leftJoin(sources, eq(sources.id, originals.outletId))
    .where(and(eq(syndication.relation, 'copy'), outletId === undefined ? undefined : eq(outlets.id, outletId)))
    .limit(COPIES_READ);
  const known = await outletsByName(store);
  const pairs = new Map<string, CopyPair & { lags: number[] }>();
  for (const row of rows) {
    // A credit alone names the source in words: it may well be an outlet that we have.
    const named = row.from === null && row.named !== null ? known.get(row.named.toLowerCase()) : undefined;
    const from = row.from ?? named?.id ?? null;
    const fromName = row.fromName ?? named?.name ?? row.named ?? 'unknown';
    const key = `${row.by}\n${from ?? fromName}`;
    const pair = pairs.get(key) ?? {
      by: row.by,
      byName: row.byName,
      from,
      fromName,
      copies: 0,
      lagSeconds: null,
      lags: [],
    };
    pair.copies += 1;
    if (row.lag !== null) pair.lags.push(row.lag);
    pairs.set(key, pair);
  }
  return [...pairs.values()]
    .map(({ lags, ...pair }) => ({ ...pair, lagSeconds: median(lags) }))
    .sort((a, b) => b.copies - a.copies || a.byName.localeCompare(b.byName));
}

async function outletsByName(store: Store): Promise<Map<string, { id: string; name: string }>> {
  const { outlets } = store.tables;
  const rows = await store.db.select({ id: outlets.id, name: outlets.name, aliases: outlets.aliases }).from(outlets);
  return new Map(
    rows.flatMap(({ id, name, aliases }) =>
      [name, ...aliases].map((each): [string, { id: string; name: string }] => [each.toLowerCase(), { id, name }]),
    ),
  );
}

function median(values: number[]): number | null {
  if (values.length === 0) return null;
  const sorted = values.sort((a, b) => a - b);
  return sorted[sorted.length >> 1]!;
}
