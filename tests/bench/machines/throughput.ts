import { setTimeout as sleep } from 'node:timers/promises';
import { WORKERS } from '@wirewatch/shared/pipeline.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { addFeed } from '@wirewatch/shared/store/feeds/feeds.ts';
import { sql } from 'drizzle-orm';
import { SETTLE_LOCK } from '../../../services/deduplicator/store-port.ts';
import { HERE, onGround } from './ground.ts';

/** The middle of a run is measured: of so many parts of the articles the first and the last are left out. */
const EDGE = 0.15;
/** How often it is looked whether somebody holds the lock. */
const LOOK_MS = 20;

/** Articles a second of so many machines, and how long each held the lock under which groups are settled. */
export function throughputOf(options: {
  machines: number;
  cores: number;
  articles: number;
}): Promise<{ perSecond: number; lockedMs: number }> {
  const workers = ['a', 'b'].slice(0, options.machines);
  return onGround({ ...options, workers }, async ({ store, feeds, machines }) => {
    await Promise.all(workers.map((name) => machines[name]!.start(WORKERS, HERE)));
    for (const url of feeds) await addFeed(store, { url }, Date.now());
    const [first, last] = [options.articles * EDGE, options.articles * (1 - EDGE)];
    let began: { at: number; done: number } | null = null;
    let [looks, held] = [0, 0];
    for (;;) {
      const look = await lookAt(store);
      const at = performance.now();
      if (!began && look.done >= first) began = { at, done: look.done };
      if (began) {
        looks += 1;
        if (look.isHeld) held += 1;
      }
      if (began && look.done >= last) {
        const [seconds, done] = [(at - began.at) / 1000, look.done - began.done];
        return { perSecond: done / seconds, lockedMs: ((held / looks) * seconds * 1000) / done };
      }
      await sleep(LOOK_MS);
    }
  });
}

async function lookAt(store: Store): Promise<{ done: number; isHeld: boolean }> {
  const [row] = await store.rows<{ done: number | string; held: number | string }>(
    sql`select (select count(*) from articles where outcome = 'done') as done,
      (select count(*) from pg_locks where locktype = 'advisory' and objid = ${SETTLE_LOCK} and granted) as held`,
  );
  return { done: Number(row!.done), isHeld: Number(row!.held) > 0 };
}
