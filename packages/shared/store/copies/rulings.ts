import { and, desc, eq, inArray, isNull, ne, or } from 'drizzle-orm';
import type { RulingKind } from '../../contracts/ruling.ts';
import { isAmong, listFor, preparedQuery } from '../database/prepared.ts';
import type { Db, Store } from '../database/store.ts';
import { withoutNul } from '../database/store.ts';
import { audited } from '../operations/audit.ts';
import { type Houses, keepHouses, restoreHouses } from './ruled-houses.ts';

export type RulingRow = Store['tables']['rulings']['$inferSelect'];

/** A ruling that cannot be made or taken back, with a sentence that says why. */
export class RulingTrouble extends Error {
  readonly kind: 'absent' | 'state';
  constructor(kind: 'absent' | 'state', message: string) {
    super(message);
    this.kind = kind;
  }
}

/** What an analyst says: of two articles, of one, or of two outlets. */
export interface Said {
  kind: RulingKind;
  subject: string;
  other: string | null;
  note: string | null;
  who: string;
  /** Epoch ms. */
  now: number;
}

/** A ruling that was made or taken back, and the articles whose groups are to be settled anew. */
export interface Ruled {
  ruling: RulingRow;
  touched: string[];
}

/**
 * Writes a ruling down, and in the audit list.
 * @throws RulingTrouble where an article or outlet is not there, or the same is ruled already
 */
export async function addRuling(store: Store, said: Said): Promise<Ruled & { entry: number | null }> {
  const { kind, subject, other, note, who, now } = said;
  return audited(store, async (both) => {
    const { rulings } = both.tables;
    if (other === subject) throw new RulingTrouble('state', 'Two different ones are needed.');
    await (kind === 'house'
      ? findOutlets(both, [subject, other!])
      : findStandings(both, [subject, ...(other ? [other] : [])]));
    const [held] = await both.db
      .select()
      .from(rulings)
      .where(and(isNull(rulings.takenBackAt), sameRuling(both, said)));
    if (held) throw new RulingTrouble('state', `That is ruled already, by ${held.who} (number ${held.id}).`);
    const before: Houses | null = kind === 'house' ? await keepHouses(both, subject, other!) : null;
    const [ruling] = await both.db
      .insert(rulings)
      .values(withoutNul({ kind, subject, other, note, before, who, at: now }))
      .returning();
    const touched = await touchedBy(both, ruling!);
    const change = {
      at: now,
      who,
      action: 'ruling.add',
      target: nameOf(ruling!),
      count: 1,
      detail: { id: ruling!.id, note },
    };
    return { ruling: ruling!, touched, change };
  });
}

/**
 * Takes a ruling back; it stays in the list, and in the audit list.
 * @throws RulingTrouble where there is none, or it was taken back before
 */
export async function takeBackRuling(
  store: Store,
  id: number,
  who: string,
  now: number,
): Promise<Ruled & { entry: number | null }> {
  return audited(store, async (both) => {
    const held = await findRuling(both, id);
    if (held.takenBackAt !== null)
      throw new RulingTrouble('state', `Ruling ${id} was taken back by ${held.takenBackBy}.`);
    const { rulings } = both.tables;
    // Where they stand now, before the houses part again.
    const touched = await touchedBy(both, held);
    const set = { takenBackAt: now, takenBackBy: who };
    await both.db.update(rulings).set(set).where(eq(rulings.id, id));
    if (held.before) await restoreHouses(both, held.before);
    const change = { at: now, who, action: 'ruling.take-back', target: nameOf(held), count: 1, detail: { id } };
    return { ruling: { ...held, ...set }, touched, change };
  });
}

/** A ruling by its number. @throws RulingTrouble where there is none */
export async function findRuling(store: Store, id: number): Promise<RulingRow> {
  const { rulings } = store.tables;
  const [row] = Number.isSafeInteger(id) ? await store.db.select().from(rulings).where(eq(rulings.id, id)) : [];
  if (!row) throw new RulingTrouble('absent', `There is no ruling ${id}.`);
  return row;
}

/** Rulings, the newest first; without those that were taken back unless `all`; with `on` those that name one of these. */
export function listRulings(
  store: Store,
  { all = false, on }: { all?: boolean; on?: string[] } = {},
): Promise<RulingRow[]> {
  const { rulings } = store.tables;
  return store.db
    .select()
    .from(rulings)
    .where(
      and(
        all ? undefined : isNull(rulings.takenBackAt),
        on === undefined ? undefined : or(inArray(rulings.subject, on), inArray(rulings.other, on)),
      ),
    )
    .orderBy(desc(rulings.id));
}

/** Rulings in force that name one of these articles; one statement whatever their number, for a settlement asks it each time. */
const rulingsOnThese = preparedQuery('rulings-on', (db, store) => {
  const { rulings } = store.tables;
  const { id, kind, subject, other, who, at } = rulings;
  return db
    .select({ id, kind, subject, other, who, at })
    .from(rulings)
    .where(
      and(
        isNull(rulings.takenBackAt),
        ne(rulings.kind, 'house'),
        or(isAmong(store, rulings.subject, 'ids'), isAmong(store, rulings.other, 'ids')),
      ),
    )
    .orderBy(id);
});

/** The rulings in force on any of these articles, as the deduplicator takes them. */
export async function rulingsOn(store: Store, db: Db, ids: readonly string[]) {
  const rows = await rulingsOnThese(store, db, { ids: listFor(store, ids) });
  return rows.flatMap(({ kind, ...rest }) => (kind === 'house' ? [] : { kind, ...rest }));
}

/** A ruling in words. */
export function nameOf({ kind, subject, other }: Pick<RulingRow, 'kind' | 'subject' | 'other'>): string {
  if (kind === 'first') return `${subject} was first`;
  return kind === 'apart' ? `${subject} has not the text of ${other}` : `${subject} and ${other} are one house`;
}

function sameRuling(store: Store, { kind, subject, other }: Said) {
  const { rulings } = store.tables;
  const is = (a: string, b: string | null) =>
    and(eq(rulings.subject, a), b === null ? isNull(rulings.other) : eq(rulings.other, b));
  return and(eq(rulings.kind, kind), other === null ? is(subject, null) : or(is(subject, other), is(other, subject)));
}

async function findStandings(store: Store, ids: string[]): Promise<void> {
  const { syndication } = store.tables;
  const rows = await store.db
    .select({ id: syndication.articleId })
    .from(syndication)
    .where(inArray(syndication.articleId, ids));
  for (const id of ids)
    if (!rows.some((row) => row.id === id))
      throw new RulingTrouble('absent', `There is no article "${id}" that has been compared.`);
}

async function findOutlets(store: Store, ids: string[]): Promise<void> {
  const { outlets } = store.tables;
  const rows = await store.db.select({ id: outlets.id }).from(outlets).where(inArray(outlets.id, ids));
  for (const id of ids)
    if (!rows.some((row) => row.id === id)) throw new RulingTrouble('absent', `There is no outlet "${id}".`);
}

/** Of articles these; of a house one article of each group that both outlets stand in. */
async function touchedBy(store: Store, { kind, subject, other }: RulingRow): Promise<string[]> {
  if (kind !== 'house') return other === null ? [subject] : [subject, other];
  const { syndication, articles } = store.tables;
  const groupsOf = (outlet: string) =>
    store.db
      .select({ group: syndication.groupId })
      .from(syndication)
      .innerJoin(articles, eq(articles.id, syndication.articleId))
      .where(eq(articles.outletId, outlet));
  const rows = await store.db
    .selectDistinct({ group: syndication.groupId })
    .from(syndication)
    .where(and(inArray(syndication.groupId, groupsOf(subject)), inArray(syndication.groupId, groupsOf(other!))));
  // A group bears the name of its original.
  return rows.map(({ group }) => group);
}
