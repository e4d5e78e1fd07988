import { eq, inArray } from 'drizzle-orm';
import { outletKey } from '../../outlets/key.ts';
import { knownOutlet } from '../../outlets/known.ts';
import type { Owner, Standing } from '../../sources/standing.ts';
import type { Store } from '../database/store.ts';

/** Articles read by one statement. */
const AT_ONCE = 500;
/** An original may itself be from another text, and that from a third: seldom more. */
const STEPS = 4;

/** How some articles stand, for the counting of their sources. */
export interface Stood {
  /** Those of the articles that have been compared with others. */
  asked: Standing[];
  /** What theirs are from. */
  context: Standing[];
}

type StandingRow = Store['tables']['syndication']['$inferSelect'];

/**
 * Reads where articles stand, with those that theirs are from; an article without a text is left out.
 * @param former rows that are taken instead of those of now, by article: how it stood before
 */
export async function readStandings(
  store: Store,
  ids: readonly string[],
  former: ReadonlyMap<string, StandingRow> = new Map(),
): Promise<Stood> {
  const names = lateOwners(store);
  const asked = await standingsOf(store, ids, names, former);
  const held = new Set(asked.map(({ id }) => id));
  const context: Standing[] = [];
  let last = asked;
  for (let step = 0; step < STEPS; step += 1) {
    const wanted = last.flatMap(({ originalId, sourceId, contestedBy }) => [
      originalId,
      sourceId,
      ...contestedBy.map(({ id }) => id),
    ]);
    const missing = [...new Set(wanted)].filter((id): id is string => id !== null && !held.has(id));
    if (missing.length === 0) break;
    last = await standingsOf(store, missing, names, former);
    for (const id of missing) held.add(id);
    context.push(...last);
  }
  return { asked, context };
}

async function standingsOf(
  store: Store,
  ids: readonly string[],
  names: () => Promise<OwnerOf>,
  former: ReadonlyMap<string, StandingRow>,
): Promise<Standing[]> {
  const found: Standing[] = [];
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const rows = (await rowsOf(store, ids.slice(at, at + AT_ONCE))).map((now) => asBefore(now, former.get(now.id)));
    const ownerOf = rows.some(creditsAbsent) ? await names() : null;
    for (const row of rows) {
      const { house, original, firstSeenAt, publishedMs, timeBasis, contestedBy, sharedSources, ...rest } = row;
      // A time that is stated and not believed orders nothing.
      const dated = publishedMs !== null && timeBasis !== 'seen';
      found.push({
        ...rest,
        house: { key: house ?? row.outletId, name: house ?? row.outlet },
        credited: creditsAbsent(row) ? ownerOf!(original!) : null,
        at: dated ? publishedMs : firstSeenAt,
        dated,
        contestedBy: contestedBy ?? [],
        quotesWith: (sharedSources ?? []).map(({ id }) => id),
      });
    }
  }
  return found;
}

/** Whether an article credits a text that is not in the store. */
function creditsAbsent({ originalId, relation, original }: Pick<StandingRow, 'originalId' | 'relation' | 'original'>) {
  return originalId === null && relation === 'copy' && original !== null;
}

/** A row with what an earlier one said of its standing. */
function asBefore(now: Awaited<ReturnType<typeof rowsOf>>[number], before: StandingRow | undefined): typeof now {
  if (before === undefined) return now;
  const { groupId, storyId, relation, originalId, original, sourceId, coverage, lagSeconds } = before;
  const { basis, confidence, reason, timeBasis, contestedBy, sharedSources } = before;
  const stood = { relation, originalId, original, sourceId, coverage, lagSeconds, basis, confidence, reason };
  return { ...now, ...stood, group: groupId, story: storyId, timeBasis, contestedBy, sharedSources };
}

function rowsOf(store: Store, ids: readonly string[]) {
  const { syndication, articles, revisions, outlets } = store.tables;
  return store.db
    .select({
      id: articles.id,
      url: articles.url,
      title: revisions.title,
      language: revisions.language,
      outletId: outlets.id,
      outlet: outlets.name,
      house: outlets.house,
      group: syndication.groupId,
      story: syndication.storyId,
      relation: syndication.relation,
      originalId: syndication.originalId,
      original: syndication.original,
      sourceId: syndication.sourceId,
      coverage: syndication.coverage,
      lagSeconds: syndication.lagSeconds,
      basis: syndication.basis,
      confidence: syndication.confidence,
      reason: syndication.reason,
      timeBasis: syndication.timeBasis,
      contestedBy: syndication.contestedBy,
      sharedSources: syndication.sharedSources,
      publishedAt: revisions.publishedAt,
      publishedMs: revisions.publishedMs,
      firstSeenAt: articles.firstSeenAt,
    })
    .from(syndication)
    .innerJoin(articles, eq(articles.id, syndication.articleId))
    .innerJoin(outlets, eq(outlets.id, articles.outletId))
    .innerJoin(revisions, eq(revisions.id, articles.revisionId))
    .where(inArray(syndication.articleId, [...ids]));
}

/** Whose a credited name is: the house of the outlet that bears it, else the name itself. */
type OwnerOf = (name: string) => Owner;

/** Reads them when the first is asked for: most lists have no credit to an absent page, and names take a third of the time. */
function lateOwners(store: Store): () => Promise<OwnerOf> {
  let owners: Promise<OwnerOf> | null = null;
  return () => {
    owners ??= ownersByName(store);
    return owners;
  };
}

async function ownersByName(store: Store): Promise<OwnerOf> {
  const { outlets } = store.tables;
  const rows = await store.db
    .select({ id: outlets.id, name: outlets.name, house: outlets.house, aliases: outlets.aliases })
    .from(outlets);
  const byKey = new Map<string, Owner>();
  for (const { id, name, house, aliases } of rows)
    for (const each of [id, ...aliases, name]) byKey.set(outletKey(each), { key: house ?? id, name: house ?? name });
  return (name) => {
    const usual = knownOutlet(name)?.name ?? name;
    return (
      byKey.get(outletKey(name)) ?? byKey.get(outletKey(usual)) ?? { key: `name ${outletKey(usual)}`, name: usual }
    );
  };
}
