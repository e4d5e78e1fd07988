import type { SourceCount } from '@wirewatch/shared/sources/count.ts';
import { countSources } from '@wirewatch/shared/sources/count.ts';
import { type ArticleLine, articleLines } from '@wirewatch/shared/store/articles/list.ts';
import type { RulingRow } from '@wirewatch/shared/store/copies/rulings.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { readStandings } from '@wirewatch/shared/store/sources/standings.ts';
import type { StoryFound } from '@wirewatch/shared/store/sources/story.ts';
import { and, asc, eq, gt, gte, inArray, min, or } from 'drizzle-orm';

type StandingRow = Store['tables']['syndication']['$inferSelect'];

/** An article that another version of the deduplicator stands elsewhere than before. */
export interface Remade {
  article: ArticleLine;
  /** Epoch ms. */
  at: number;
  versions: { before: string; after: string };
  relations: { before: string; after: string };
  /** Whether it is in another group than before. */
  moved: boolean;
  /** Whether it is of this story no more. */
  left: boolean;
}

/** Why a story counts otherwise than at an earlier instant. */
export interface StoryChanges {
  since: number;
  /** The count of what had been compared by then, as it stood then; rulings are taken as they are now. Null where there was nothing. */
  before: SourceCount | null;
  now: SourceCount;
  joined: Array<{ article: ArticleLine; at: number }>;
  ruled: RulingRow[];
  remade: Remade[];
  rewritten: Array<{ article: ArticleLine; revision: number; at: number }>;
}

const AT_ONCE = 500;

/** What joined a story, was ruled, was done again by another version or rewritten since an instant (epoch ms), and both counts. */
export async function storyChanges(store: Store, { ids }: StoryFound, since: number): Promise<StoryChanges> {
  const neighbours = await neighboursOf(store, ids);
  const former = await formerRows(store, [...ids, ...neighbours], since);
  const { asked, context } = await readStandings(store, ids);
  const groups = new Set([...asked.map(({ group }) => group), ...formerOf(former, ids).map(({ groupId }) => groupId)]);
  const stories = new Set(
    [...asked.map(({ story }) => story), ...formerOf(former, ids).map(({ storyId }) => storyId)].filter(
      (id) => id !== null,
    ),
  );
  const left = neighbours.filter((id) => {
    const before = former.get(id);
    return (
      before !== undefined && (groups.has(before.groupId) || (before.storyId !== null && stories.has(before.storyId)))
    );
  });
  const comparedAt = await firstCompared(store, ids);
  const wasThere = ids.filter((id) => comparedAt.get(id)! < since);
  const stood = await readStandings(store, [...wasThere, ...left], former);
  const ruled = await ruledSince(
    store,
    [...ids, ...left],
    asked.map(({ outletId }) => outletId),
    since,
  );
  const rewritten = await rewrittenSince(store, ids, since);
  const named = [...ids.filter((id) => comparedAt.get(id)! >= since), ...former.keys(), ...left, ...rewritten.keys()];
  const lines = new Map<string, ArticleLine>();
  const wanted = [...new Set(named)];
  for (let at = 0; at < wanted.length; at += AT_ONCE)
    for (const line of await articleLines(store, wanted.slice(at, at + AT_ONCE))) lines.set(line.id, line);
  return {
    since,
    before: stood.asked.length === 0 ? null : countSources(stood.asked, stood.context),
    now: countSources(asked, context),
    joined: inOrder(
      ids.flatMap((id) => {
        const [article, at] = [lines.get(id), comparedAt.get(id)!];
        return at >= since && article ? [{ article, at }] : [];
      }),
    ),
    ruled,
    remade: inOrder(await remadeOf(store, former, new Set(ids), new Set(left), lines)),
    rewritten: inOrder(
      [...rewritten].flatMap(([id, change]) => (lines.has(id) ? [{ article: lines.get(id)!, ...change }] : [])),
    ),
  };
}

function inOrder<T extends { at: number }>(changes: T[]): T[] {
  return changes.sort((a, b) => a.at - b.at);
}

function formerOf(former: ReadonlyMap<string, Former>, ids: readonly string[]): Former[] {
  return ids.flatMap((id) => former.get(id) ?? []);
}

interface Former extends StandingRow {
  replacedAt: number;
}

/** How articles stood at an instant, of those that another version has done again since. */
async function formerRows(store: Store, ids: readonly string[], since: number): Promise<Map<string, Former>> {
  const { previousResults } = store.tables;
  const found = new Map<string, Former>();
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const rows = await store.db
      .select({ id: previousResults.articleId, result: previousResults.result, replacedAt: previousResults.replacedAt })
      .from(previousResults)
      .where(
        and(
          inArray(previousResults.articleId, ids.slice(at, at + AT_ONCE)),
          eq(previousResults.stage, 'dedup'),
          gte(previousResults.replacedAt, since),
        ),
      )
      .orderBy(asc(previousResults.id));
    // Of several the oldest is how it stood then.
    for (const { id, result, replacedAt } of rows)
      if (!found.has(id)) found.set(id, { ...(result as StandingRow), replacedAt });
  }
  return found;
}

/** Articles with words in common with one of these, that are not among them. */
async function neighboursOf(store: Store, ids: readonly string[]): Promise<string[]> {
  const { dedupLinks } = store.tables;
  const own = new Set(ids);
  const found = new Set<string>();
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const part = ids.slice(at, at + AT_ONCE);
    const rows = await store.db
      .select({ newer: dedupLinks.newer, older: dedupLinks.older })
      .from(dedupLinks)
      .where(or(inArray(dedupLinks.newer, part), inArray(dedupLinks.older, part)));
    for (const { newer, older } of rows) for (const id of [newer, older]) if (!own.has(id)) found.add(id);
  }
  return [...found];
}

/** When each article was first compared with others; its first sight where that is not known any more. */
async function firstCompared(store: Store, ids: readonly string[]): Promise<Map<string, number>> {
  const { articles, outcomes } = store.tables;
  const found = new Map<string, number>();
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const rows = await store.db
      .select({ id: articles.id, seen: articles.firstSeenAt, compared: min(outcomes.at) })
      .from(articles)
      .leftJoin(outcomes, and(eq(outcomes.articleId, articles.id), eq(outcomes.stage, 'dedup')))
      .where(inArray(articles.id, ids.slice(at, at + AT_ONCE)))
      .groupBy(articles.id, articles.firstSeenAt);
    for (const { id, seen, compared } of rows) found.set(id, compared ?? seen);
  }
  return found;
}

/** Rulings on these articles or outlets that were made or taken back since, the newest first. */
async function ruledSince(
  store: Store,
  ids: readonly string[],
  outlets: readonly string[],
  since: number,
): Promise<RulingRow[]> {
  const { rulings } = store.tables;
  const rows = await store.db
    .select()
    .from(rulings)
    .where(or(gte(rulings.at, since), gte(rulings.takenBackAt, since)))
    .orderBy(asc(rulings.id));
  const named = new Set([...ids, ...outlets]);
  return rows.filter(({ subject, other }) => named.has(subject) || (other !== null && named.has(other)));
}

async function rewrittenSince(store: Store, ids: readonly string[], since: number) {
  const { revisions } = store.tables;
  const found = new Map<string, { revision: number; at: number }>();
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const rows = await store.db
      .select({ id: revisions.articleId, revision: revisions.number, at: revisions.createdAt })
      .from(revisions)
      .where(
        and(
          inArray(revisions.articleId, ids.slice(at, at + AT_ONCE)),
          gt(revisions.number, 1),
          gte(revisions.createdAt, since),
        ),
      )
      .orderBy(asc(revisions.number));
    for (const { id, ...row } of rows) found.set(id, row);
  }
  return found;
}

/** Those whose group or relation another version has changed; what only has other words for the same is none. */
async function remadeOf(
  store: Store,
  former: ReadonlyMap<string, Former>,
  members: ReadonlySet<string>,
  left: ReadonlySet<string>,
  lines: ReadonlyMap<string, ArticleLine>,
): Promise<Remade[]> {
  const { syndication } = store.tables;
  const ids = [...former.keys()].filter((id) => members.has(id) || left.has(id));
  if (ids.length === 0) return [];
  const now = await store.db
    .select({
      id: syndication.articleId,
      group: syndication.groupId,
      relation: syndication.relation,
      version: syndication.version,
    })
    .from(syndication)
    .where(inArray(syndication.articleId, ids));
  return now.flatMap(({ id, group, relation, version }) => {
    const [before, article] = [former.get(id)!, lines.get(id)];
    const moved = before.groupId !== group;
    if (!article || (!moved && before.relation === relation)) return [];
    return [
      {
        article,
        at: before.replacedAt,
        versions: { before: before.version, after: version },
        relations: { before: before.relation, after: relation },
        moved,
        left: left.has(id),
      },
    ];
  });
}
