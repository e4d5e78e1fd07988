import { listFor, preparedQuery } from '@wirewatch/shared/store/database/prepared.ts';
import type { Db, Store } from '@wirewatch/shared/store/database/store.ts';
import { addressKey } from '@wirewatch/shared/text/address-key.ts';
import { type SQL, sql } from 'drizzle-orm';

/**
 * Any number of ours: the advisory lock of Postgres ("copy" in ASCII) that all who settle groups share, and that is had alone by those
 * who settle with nobody beside them. A former release takes it alone each time, so that the two may work side by side.
 */
export const SETTLE_LOCK = 0x636f7079;

/** Articles' keys have 48 bits; above them no lock with a name of its own is met. */
const KEYS_FROM = 2 ** 48;
/**
 * Of the locks for which a server has room (64 a connection by default, tables among them) a settlement takes one in so many: 100 of a
 * server of 100 connections. Whoever needs more settles alone.
 */
const SHARE_OF_ROOM = 64;
/** Beginnings after which it is settled alone: others take what is found on the way again and again. */
const MOST_BEGINNINGS = 3;

/** What a settlement has for itself until its transaction ends. */
export interface Turn {
  /**
   * Takes these articles, where they are not had yet; what is asked through the same connection after it is asked with them in hand.
   * @throws Overtaken where another has one of them
   */
  hold(ids: readonly string[]): Promise<void>;
}

/** Another settles what was found on the way: the transaction ends, and begins again with that, too. */
class Overtaken extends Error {
  override name = 'Overtaken';
  /** What to begin with; null: alone. */
  readonly keys: ReadonlySet<number> | null;
  constructor(keys: ReadonlySet<number> | null) {
    super('another settles what was found on the way');
    this.keys = keys;
  }
}

const ALONE: Turn = { hold: async () => {} };

/**
 * Runs `work` in one transaction while nobody else settles any of these articles, or what `work` holds further on. Whoever reads or writes
 * what belongs to an article (its links, its standing, what of it recurs) holds it to the end of the transaction, so that what is settled
 * side by side comes out as if settled one after the other. Nobody waits for what another may be waiting for: one waits at the beginning
 * only, in one order of keys; what is found on the way is taken if it is free, else all is given back and begun again with it, which
 * is why `work` may run several times. SQLite has one writer anyway.
 * @param ids what is known beforehand to be needed; null: everything
 */
export async function inTurn<T>(
  store: Store,
  ids: readonly string[] | null,
  work: (tx: Db, turn: Turn) => Promise<T>,
): Promise<T> {
  if (store.dialect === 'sqlite') return store.write((tx) => work(tx, ALONE));
  let keys: ReadonlySet<number> | null = ids && new Set(ids.map(keyOf));
  const most = keys === null ? 0 : await mostKeys(store);
  for (let beginning = 1; ; beginning += 1) {
    const first = keys !== null && keys.size <= most && beginning <= MOST_BEGINNINGS ? keys : null;
    try {
      return await store.write(async (tx) => {
        // What is asked first is sent along with the wish for the turn: the connection answers one after the other.
        const turn = first ? new Keys(store, tx, first, most) : ALONE;
        const [, result] = await Promise.all([waitFor(store, tx, first), work(tx, turn)]);
        return result;
      });
    } catch (error) {
      if (!(error instanceof Overtaken)) throw error;
      keys = error.keys;
    }
  }
}

/** Waits until nobody settles beside this transaction. */
export async function waitAlone(store: Store, tx: Db): Promise<void> {
  if (store.dialect === 'postgres') await waitFor(store, tx, null);
}

/**
 * For a statement that changes an article: true as soon as nobody settles with it in hand, and nobody does until the transaction ends.
 * @param name of the placeholder for a {@link keyOf}; null there asks for no turn
 */
export function hasTurn(name: string): SQL {
  const key = sql`${sql.placeholder(name)}::bigint`;
  const share = sql`pg_advisory_xact_lock_shared(${sql.raw(`${SETTLE_LOCK}`)})`;
  return sql`(${key} is null or case when ${share} is not null then pg_advisory_xact_lock(${key}) end is not null)`;
}

class Keys implements Turn {
  readonly #store: Store;
  readonly #tx: Db;
  readonly #held: Set<number>;
  readonly #most: number;
  #alone = false;

  constructor(store: Store, tx: Db, held: ReadonlySet<number>, most: number) {
    this.#store = store;
    this.#tx = tx;
    this.#held = new Set(held);
    this.#most = most;
  }

  async hold(ids: readonly string[]): Promise<void> {
    if (this.#alone) return;
    const more = [...new Set(ids.map(keyOf))].filter((key) => !this.#held.has(key));
    if (more.length === 0) return;
    for (const key of more) this.#held.add(key);
    if (this.#held.size > this.#most) {
      // Where nobody else settles just now nothing need be begun again.
      const [row] = await takeAllIfFree(this.#store, this.#tx, { all: SETTLE_LOCK });
      if (!row?.taken) throw new Overtaken(null);
      this.#alone = true;
      return;
    }
    const refused = await takeIfFree(this.#store, this.#tx, { keys: listFor(this.#store, more) });
    if (refused.length > 0) throw new Overtaken(this.#held);
  }
}

/** Of each store the keys that are held at a time at most: asked once, for a server is restarted to change it. */
const mostOf = new WeakMap<Store['tables'], number>();

async function mostKeys(store: Store): Promise<number> {
  const known = mostOf.get(store.tables);
  if (known !== undefined) return known;
  const [row] = await store.rows<{ room: number }>(
    sql`select current_setting('max_locks_per_transaction')::int * current_setting('max_connections')::int as room`,
  );
  const most = Math.floor(row!.room / SHARE_OF_ROOM);
  mostOf.set(store.tables, most);
  return most;
}

function waitFor(store: Store, tx: Db, keys: ReadonlySet<number> | null): Promise<unknown> {
  if (keys === null) return takeAll(store, tx, { all: SETTLE_LOCK });
  return take(store, tx, { keys: listFor(store, [SETTLE_LOCK, ...[...keys].sort((a, b) => a - b)]) });
}

/** The key of an article's lock. */
export function keyOf(id: string): number {
  return KEYS_FROM + addressKey(id);
}

/** The share in the lock of all, then the articles in the order given: rows of a function come one after the other. */
const take = preparedQuery('settle-take', (db) =>
  db
    .select({
      held: sql`case place when 1 then pg_advisory_xact_lock_shared(key) else pg_advisory_xact_lock(key) end`,
    })
    .from(sql`unnest(${sql.placeholder('keys')}::bigint[]) with ordinality as wanted (key, place)`),
);

const takeAll = preparedQuery('settle-take-all', (db) =>
  db
    .select({ held: sql`pg_advisory_xact_lock(key)` })
    .from(sql`(values (${sql.placeholder('all')}::bigint)) as wanted (key)`),
);

/** Gives those that another has. */
const takeIfFree = preparedQuery('settle-take-if-free', (db) =>
  db
    .select({ key: sql`key` })
    .from(sql`unnest(${sql.placeholder('keys')}::bigint[]) as wanted (key)`)
    .where(sql`not pg_try_advisory_xact_lock(key)`),
);

const takeAllIfFree = preparedQuery('settle-take-all-if-free', (db) =>
  db
    .select({ taken: sql<boolean>`pg_try_advisory_xact_lock(key)` })
    .from(sql`(values (${sql.placeholder('all')}::bigint)) as wanted (key)`),
);
