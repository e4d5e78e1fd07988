import { sql } from 'drizzle-orm';
import { insertRow, preparedChange, preparedQuery } from '../database/prepared.ts';
import type { Db, Store } from '../database/store.ts';
import { type Claim, heldBy, holdOf } from './journey.ts';

const HOUR_MS = 3_600_000;

type Tables = Store['tables'];

/** What is written where an article ends a stage. */
export interface StageEnd {
  /** Columns of the article's row. */
  set: Partial<Tables['articles']['$inferInsert']>;
  told: Omit<Tables['outcomes']['$inferInsert'], 'id'>;
}

/**
 * Ends a stage: the article's row, the outcome and the counter of its hour, where the claim still holds. In Postgres one statement, which
 * is all or nothing by itself and holds the counter, which all workers of a stage share, no longer than it must; SQLite knows no writing
 * within a query, and its statements cost no journey.
 * @returns whether the claim held
 */
export async function endStage(store: Store, tx: Db, claim: Claim, { set, told }: StageEnd): Promise<boolean> {
  const { articles, outcomes } = store.tables;
  const counter = { hour: Math.floor(told.at / HOUR_MS) };
  if (store.dialect === 'postgres') {
    const rows = await endAtOnce(store, tx, articles, set, {
      ...holdOf(claim),
      ...Object.fromEntries(Object.entries({ ...told, ...counter }).map(([name, value]) => [`told ${name}`, value])),
    });
    return rows.length > 0;
  }
  const held = await endRow(store, tx, articles, set, holdOf(claim));
  if (held.length === 0) return false;
  const { stage, lane, outcome, waitedMs, workedMs } = told;
  await insertRow(tx, outcomes, told);
  await countOne(store, tx, { ...counter, stage, lane, outcome, waitedMs, workedMs });
  return true;
}

const endRow = preparedChange('end-row', (db, { tables }, places) =>
  db.update(tables.articles).set(places).where(heldBy({ tables })).returning({ id: tables.articles.id }),
);

const endAtOnce = preparedChange('end-stage', (db, { tables }, places) => {
  const { articles, outcomes, counters } = tables;
  const value = (name: string) => sql.placeholder(`told ${name}`);
  const row = db.update(articles).set(places).where(heldBy({ tables })).returning({ id: articles.id });
  const held = db.$with('held').as(row);
  const written = db.$with('written', {}).as(
    sql`insert into ${outcomes}
      (article_id, stage, epoch, lane, outcome, reason, version, worker, waited_ms, worked_ms, at)
      select id, ${value('stage')}, ${value('epoch')}::integer, ${value('lane')}, ${value('outcome')}, ${value('reason')},
        ${value('version')}, ${value('worker')}, ${value('waitedMs')}::bigint, ${value('workedMs')}::bigint, ${value('at')}::bigint from held`,
  );
  const counted = db.$with('counted', {}).as(
    sql`insert into ${counters} (hour, stage, lane, outcome, count, waited_ms, worked_ms)
      select ${value('hour')}::bigint, ${value('stage')}, ${value('lane')}, ${value('outcome')}, 1,
        ${value('waitedMs')}::bigint, ${value('workedMs')}::bigint from held
      on conflict (hour, stage, lane, outcome) do update set ${addedUp(tables)}`,
  );
  return db.with(held, written, counted).select({ id: held.id }).from(held);
});

/** Adds an ending to the counter of its hour. */
const countOne = preparedQuery('count-one', (db, { tables }) => {
  const { counters } = tables;
  const value = (name: string) => sql`${sql.placeholder(name)}`;
  const key = { hour: value('hour'), stage: value('stage'), lane: value('lane'), outcome: value('outcome') };
  const [waited, worked] = [value('waitedMs'), value('workedMs')];
  return db
    .insert(counters)
    .values({ ...key, count: 1, waitedMs: waited, workedMs: worked })
    .onConflictDoUpdate({
      target: [counters.hour, counters.stage, counters.lane, counters.outcome],
      set: {
        count: sql`${counters.count} + 1`,
        waitedMs: sql`${counters.waitedMs} + excluded.waited_ms`,
        workedMs: sql`${counters.workedMs} + excluded.worked_ms`,
      },
    });
});

const addedUp = ({ counters }: Pick<Tables, 'counters'>) =>
  sql`count = ${counters.count} + 1, waited_ms = ${counters.waitedMs} + excluded.waited_ms, worked_ms = ${counters.workedMs} + excluded.worked_ms`;
