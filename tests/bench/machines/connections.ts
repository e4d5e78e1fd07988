import { setTimeout as sleep } from 'node:timers/promises';
import { WORKERS } from '@wirewatch/shared/pipeline.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { addFeed } from '@wirewatch/shared/store/feeds/feeds.ts';
import { sql } from 'drizzle-orm';
import { HERE, onGround } from './ground.ts';

const LOOK_MS = 50;
/** A connection that nobody asks for is closed after 10 s. */
const UNTIL_REST_MS = 15_000;
const REST_MS = 5000;
/** What has not come to its end by then never will. */
const PATIENCE_MS = 240_000;
/** The end of a run is not its pace: so many of the articles are left out. */
const LAST = 0.05;

/** Connections of one service: the most at a look that were open, that were in use, and how many were in use on average. */
export interface Held {
  open: number;
  inUse: number;
  average: number;
}

/** What one set of services does with so many connections. */
export interface Connected {
  rest: Map<string, Held>;
  load: Map<string, Held>;
  /** The most of all services together that were open at a look. */
  most: number;
  /** Null where not all articles came to their end. */
  perSecond: number | null;
  done: number;
  /** CPU an article, milliseconds: of the services, and of Redis, Postgres and S3. */
  servicesMs: number;
  keepsMs: number;
}

/** All services once, on machines of workers of so many cores, over so many articles. */
export function connectedBy(options: {
  cores: number;
  articles: number;
  each: number;
  all: number;
}): Promise<Connected> {
  const { each, all } = options;
  const ground = { ...options, workers: ['a'], connections: { each, all } };
  return onGround(ground, async ({ store, feeds, machines, keepsCpuSeconds }) => {
    const [workers, desk] = [machines.a!, machines.desk!];
    // One after the other: what is waited for at a start is not what is asked here.
    for (const service of WORKERS) await workers.start([service], HERE);
    await desk.start(['dashboard'], HERE);
    await sleep(UNTIL_REST_MS);
    const rest = lookAgain(store);
    await sleep(REST_MS);
    const { held: resting } = await rest();
    const cpu = () => ({ services: workers.cpuSeconds() + desk.cpuSeconds(), keeps: keepsCpuSeconds() });
    const before = cpu();
    const load = lookAgain(store);
    for (const url of feeds) await addFeed(store, { url }, Date.now());
    const began = performance.now();
    const enough = Math.round(options.articles * (1 - LAST));
    let done = 0;
    while (done < enough && performance.now() - began < PATIENCE_MS) {
      await sleep(LOOK_MS);
      done = await doneIn(store);
    }
    const seconds = (performance.now() - began) / 1000;
    const after = cpu();
    const { held, most } = await load();
    return {
      rest: resting,
      load: held,
      most,
      perSecond: done >= enough ? done / seconds : null,
      done,
      servicesMs: ((after.services - before.services) / done) * 1000,
      keepsMs: ((after.keeps - before.keeps) / done) * 1000,
    };
  });
}

async function doneIn(store: Store): Promise<number> {
  const [row] = await store.rows<{ done: number }>(
    sql`select count(*)::int as done from articles where outcome = 'done'`,
  );
  return row!.done;
}

/** Looks again and again at who holds what, until it is asked. */
function lookAgain(store: Store): () => Promise<{ held: Map<string, Held>; most: number }> {
  const held = new Map<string, Held>();
  let [looks, most, stopped] = [0, 0, false];
  const looking = (async () => {
    while (!stopped) {
      const rows = await store.rows<{ name: string; open: number; busy: number }>(
        sql`select application_name as name, count(*)::int as open, count(*) filter (where state <> 'idle')::int as busy
          from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() group by 1`,
      );
      looks += 1;
      most = Math.max(
        most,
        rows.reduce((sum, { open }) => sum + open, 0),
      );
      for (const { name, open, busy } of rows) {
        const one = held.get(name) ?? { open: 0, inUse: 0, average: 0 };
        held.set(name, {
          open: Math.max(one.open, open),
          inUse: Math.max(one.inUse, busy),
          average: one.average + busy,
        });
      }
      await sleep(LOOK_MS);
    }
  })();
  return async () => {
    stopped = true;
    await looking;
    for (const one of held.values()) one.average /= looks;
    return { held, most };
  };
}
