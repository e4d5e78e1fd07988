import { randomBytes } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { and, asc, count, eq, max, or } from 'drizzle-orm';
import type { MailTo } from '../../contracts/watch.ts';
import type { Watch } from '../../query/watch-index.ts';
import { readNewWatch, readWatch, type WatchText } from '../../watches/read-watch.ts';
import { preparedQuery } from '../database/prepared.ts';
import { type Db, locked, type Store } from '../database/store.ts';
import { writeAudit } from '../operations/audit.ts';

export type WatchRow = Store['tables']['watches']['$inferSelect'];

/** Why a watch cannot be had or made: its queries do not read, its name is taken, there is none, or it is not in the state for it. */
export type WatchTroubleKind = 'unreadable' | 'taken' | 'absent' | 'state';

/** A watch that cannot be had or made: says which and why. */
export class WatchTrouble extends Error {
  override name = 'WatchTrouble';
  readonly kind: WatchTroubleKind;
  constructor(kind: WatchTroubleKind, message: string) {
    super(message);
    this.kind = kind;
  }
}

/** Where a watch sends its alerts. The secret stays in the environment. */
export interface Webhook {
  url: string;
  secretEnv: string;
}

const VERSION = 'watches.version';

/** What changes whenever the set of watches does; null where there never was one. */
export async function watchesVersion(store: Store, db: Db = store.db): Promise<string | null> {
  const [row] = await versionRow(store, db, {});
  return row?.value ?? null;
}

const versionRow = preparedQuery('watches-version', (db, { tables: { meta } }) =>
  db.select({ value: meta.value }).from(meta).where(eq(meta.key, VERSION)),
);

async function changed(store: Store, tx: Db): Promise<void> {
  const { meta } = store.tables;
  const value = randomBytes(8).toString('hex');
  await tx.insert(meta).values({ key: VERSION, value }).onConflictDoUpdate({ target: meta.key, set: { value } });
}

/**
 * Saves a watch; with `replace` in place of the one of that name, which keeps its id and alerts, and begins
 * its matches anew where the queries differ. With `change`, the id of a watch, that one is changed likewise, and may take another name.
 * @throws WatchTrouble where it cannot be read, the name is taken, or there is none to change
 */
export async function saveWatch(
  store: Store,
  said: Omit<WatchText, 'id'>,
  options: {
    webhook: Webhook | null;
    /** Only new independent texts are told. */
    textsOnly?: boolean;
    mail?: MailTo | null;
    replace: boolean;
    change?: string | null;
    who: string;
    now: number;
  },
): Promise<{ row: WatchRow; warnings: string[] }> {
  const { watches, watchMatches, watchApplications } = store.tables;
  const { webhook, who, now, change = null } = options;
  const id = `w${now.toString(36)}${randomBytes(3).toString('hex')}`;
  const read = readNewWatch({ id, ...said });
  if (!read.ok) throw new WatchTrouble('unreadable', read.problem.message);
  const { name, lines, threshold } = said;
  const { textsOnly = false, mail = null } = options;
  const content = {
    name,
    lines: [...lines],
    threshold,
    textsOnly,
    mail,
    webhookUrl: webhook?.url ?? null,
    webhookSecretEnv: webhook?.secretEnv ?? null,
  };
  const row = await store.write(async (tx) => {
    const [named] = await locked(store, tx.select().from(watches).where(eq(watches.name, name)));
    if (named && !options.replace && named.id !== change)
      throw new WatchTrouble('taken', `there is a watch "${name}" already (${named.id})`);
    const held = change === null ? named : await heldWatch(store, tx, change);
    const saved: WatchRow = held ? { ...held, ...content } : { id, ...content, who, createdAt: now };
    if (held) {
      await tx.update(watches).set(content).where(eq(watches.id, held.id));
      // What the old queries found is not what the new ones say.
      const asks = ({ lines, threshold }: Pick<WatchRow, 'lines' | 'threshold'>) => ({ lines, threshold });
      if (!isDeepStrictEqual(asks(held), asks(content))) {
        await tx.delete(watchMatches).where(eq(watchMatches.watchId, held.id));
        const anew = { below: null, looked: 0, matched: 0 };
        const running = and(eq(watchApplications.watchId, held.id), eq(watchApplications.status, 'running'));
        await tx.update(watchApplications).set(anew).where(running);
      }
    } else await tx.insert(watches).values(saved);
    await writeAudit(store, tx, {
      at: now,
      who,
      action: change !== null ? 'watch.change' : held ? 'watch.replace' : 'watch.add',
      target: saved.id,
      count: 1,
      detail: { name, lines, threshold, webhook: webhook !== null, textsOnly, mail: mail?.to.length ?? 0 },
    });
    await changed(store, tx);
    return saved;
  });
  return { row, warnings: read.warnings };
}

async function heldWatch(store: Store, tx: Db, id: string): Promise<WatchRow> {
  const { watches } = store.tables;
  const [row] = await locked(store, tx.select().from(watches).where(eq(watches.id, id)));
  if (!row) throw new WatchTrouble('absent', `there is no watch "${id}"`);
  return row;
}

/** Removes a watch with its matches, alerts, deliveries and letters. @throws WatchTrouble where there is none */
export async function removeWatch(store: Store, idOrName: string, who: string, now: number): Promise<WatchRow> {
  const { watches, watchMatches, watchApplications, alerts, webhookDeliveries, digests } = store.tables;
  const row = await findWatch(store, idOrName);
  await store.write(async (tx) => {
    await tx.delete(watches).where(eq(watches.id, row.id));
    await tx.delete(watchMatches).where(eq(watchMatches.watchId, row.id));
    await tx.delete(watchApplications).where(eq(watchApplications.watchId, row.id));
    await tx.delete(alerts).where(eq(alerts.watchId, row.id));
    await tx.delete(webhookDeliveries).where(eq(webhookDeliveries.watchId, row.id));
    await tx.delete(digests).where(eq(digests.watchId, row.id));
    const detail = { name: row.name, lines: row.lines, threshold: row.threshold };
    await writeAudit(store, tx, { at: now, who, action: 'watch.remove', target: row.id, count: 1, detail });
    await changed(store, tx);
  });
  return row;
}

/** A watch by its id, else by its name. @throws WatchTrouble where there is none */
export async function findWatch(store: Store, idOrName: string): Promise<WatchRow> {
  const { watches } = store.tables;
  const rows = await store.db
    .select()
    .from(watches)
    .where(or(eq(watches.id, idOrName), eq(watches.name, idOrName)));
  const row = rows.find(({ id }) => id === idOrName) ?? rows[0];
  if (!row) throw new WatchTrouble('absent', `there is no watch "${idOrName}"; "wirewatch watch list" shows all`);
  return row;
}

/** Every watch by name, with how many articles are on it and the newest one's instant (epoch ms). */
export function listWatches(
  store: Store,
): Promise<Array<{ watch: WatchRow; articles: number; newestAt: number | null }>> {
  const { watches, watchMatches } = store.tables;
  return store.db
    .select({ watch: watches, articles: count(watchMatches.articleId), newestAt: max(watchMatches.at) })
    .from(watches)
    .leftJoin(watchMatches, eq(watchMatches.watchId, watches.id))
    .groupBy(watches.id)
    .orderBy(asc(watches.name));
}

/** The watches as the matcher wants them. One that this version of the grammar cannot read is left out, and named in `unreadable`. */
export async function loadWatches(store: Store): Promise<{ watches: Watch[]; unreadable: string[] }> {
  const rows = await store.db.select().from(store.tables.watches).orderBy(asc(store.tables.watches.createdAt));
  const watches: Watch[] = [];
  const unreadable: string[] = [];
  for (const row of rows) {
    const read = readWatch(row);
    if (read.ok) watches.push(read.watch);
    else unreadable.push(`${row.name} (${row.id}): ${read.problem.message}`);
  }
  return { watches, unreadable };
}
