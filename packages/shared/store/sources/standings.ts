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

/** Reads where articles stand, with those that theirs are from; an article without a text is left out. */
export async function readStandings(store: Store, ids: readonly string[]): Promise<Stood> {
  const names = await ownersByName(store);
  const asked = await standingsOf(store, ids, names);
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
    last = await standingsOf(store, missing, names);
    for (const id of missing) held.add(id);
    context.push(...last);
  }
  return { asked, context };
}

async function standingsOf(store: Store, ids: readonly string[], names: OwnerOf): Promise<Standing[]> {
  const found: Standing[] = [];
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    for (const row of await rowsOf(store, ids.slice(at, at + AT_ONCE))) {
      const { house, original, firstSeenAt, publishedMs, timeBasis, contestedBy, sharedSources, ...rest } = row;
      // A time that is stated and not believed orders nothing.
      const dated = publishedMs !== null && timeBasis !== 'seen';
      found.push({
        ...rest,
        house: { key: house ?? row.outletId, name: house ?? row.outlet },
        credited: row.originalId === null && row.relation === 'copy' && original !== null ? names(original) : null,
        at: dated ? publishedMs : firstSeenAt,
        dated,
        contestedBy: contestedBy ?? [],
        quotesWith: (sharedSources ?? []).map(({ id }) => id),
      });
    }
  }
  return found;
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
