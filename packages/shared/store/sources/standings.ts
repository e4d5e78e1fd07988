import type { Card } from '../../contracts/card.ts';
import { outletKey } from '../../outlets/key.ts';
import { knownOutlet } from '../../outlets/known.ts';
import type { Owner, Standing } from '../../sources/standing.ts';
import { standingRows } from '../copies/standing.ts';
import { isAmong, listFor, preparedQuery } from '../database/prepared.ts';
import type { Store } from '../database/store.ts';
import { cardsOf } from '../search/cards.ts';

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
  /** What else lists tell of those that were asked for, by id. */
  cards: ReadonlyMap<string, Card>;
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
  const cards = new Map<string, Card>();
  const asked = await standingsOf(store, ids, names, former, cards);
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
    last = await standingsOf(store, missing, names, former, new Map());
    for (const id of missing) held.add(id);
    context.push(...last);
  }
  return { asked, context, cards };
}

/** @param cards to which those of the articles are added */
async function standingsOf(
  store: Store,
  ids: readonly string[],
  names: () => Promise<OwnerOf>,
  former: ReadonlyMap<string, StandingRow>,
  cards: Map<string, Card>,
): Promise<Standing[]> {
  const found: Standing[] = [];
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const part = ids.slice(at, at + AT_ONCE);
    const [now, some] = await Promise.all([standingRows(store, store.db, part), cardsOf(store, part)]);
    const rows = now.map((row) => former.get(row.articleId) ?? row);
    const outlets = await outletsByIds(store, [...new Set([...some.values()].map(({ outletId }) => outletId))]);
    const ownerOf = rows.some(creditsAbsent) ? await names() : null;
    for (const row of rows) {
      const card = some.get(row.articleId);
      const outlet = card && outlets.get(card.outletId);
      if (!card || !outlet) continue;
      cards.set(row.articleId, card);
      found.push(standingOf(row, card, outlet, ownerOf));
    }
  }
  return found;
}

function standingOf(
  row: StandingRow,
  card: Card,
  outlet: { name: string; house: string | null },
  ownerOf: OwnerOf | null,
): Standing {
  const { relation, originalId, sourceId, coverage, lagSeconds, basis, confidence, reason } = row;
  const { url, title, language, outletId, publishedAt, publishedMs, firstSeenAt } = card;
  // A time that is stated and not believed orders nothing.
  const dated = publishedMs !== null && row.timeBasis !== 'seen';
  return {
    ...{ id: row.articleId, url, title, language, outletId, outlet: outlet.name },
    house: { key: outlet.house ?? outletId, name: outlet.house ?? outlet.name },
    ...{ group: row.groupId, story: row.storyId, relation, originalId, sourceId },
    credited: creditsAbsent(row) ? ownerOf!(row.original!) : null,
    ...{ coverage, lagSeconds, basis, confidence, reason, publishedAt },
    at: dated ? publishedMs : firstSeenAt,
    dated,
    contestedBy: row.contestedBy ?? [],
    quotesWith: (row.sharedSources ?? []).map(({ id }) => id),
  };
}

/** Whether an article credits a text that is not in the store. */
function creditsAbsent({ originalId, relation, original }: Pick<StandingRow, 'originalId' | 'relation' | 'original'>) {
  return originalId === null && relation === 'copy' && original !== null;
}

const outletsAmong = preparedQuery('outlets-among', (db, store) => {
  const { outlets } = store.tables;
  return db
    .select({ id: outlets.id, name: outlets.name, house: outlets.house })
    .from(outlets)
    .where(isAmong(store, outlets.id, 'ids'));
});

async function outletsByIds(store: Store, ids: readonly string[]) {
  const rows = await outletsAmong(store, store.db, { ids: listFor(store, ids) });
  return new Map(rows.map((row) => [row.id, row]));
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
