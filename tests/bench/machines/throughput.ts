import { setTimeout as sleep } from 'node:timers/promises';
import { WORKERS } from '@wirewatch/shared/pipeline.ts';
import { addFeed } from '@wirewatch/shared/store/feeds/feeds.ts';
import { lookAt } from '../settling.ts';
import { HERE, onGround } from './ground.ts';

/** The middle of a run is measured: of so many parts of the articles the first and the last are left out. */
const EDGE = 0.15;
/** How often it is looked who holds what. */
const LOOK_MS = 20;

/** Machines of workers at most. */
const NAMES = ['a', 'b', 'c', 'd'];

/** Articles a second, and what settling groups took of each, by looks at the locks. */
export interface Throughput {
  perSecond: number;
  /** Milliseconds an article in which one settled with nobody beside. */
  aloneMs: number;
  /** Milliseconds an article in which one settled, others beside or not. */
  settlingMs: number;
  /** Milliseconds an article in which one waited for another. */
  waitingMs: number;
  /** CPU milliseconds an article of Redis, Postgres and S3. */
  keepsMs: number;
}

/** What so many machines do. */
export function throughputOf(options: { machines: number; cores: number; articles: number }): Promise<Throughput> {
  const workers = NAMES.slice(0, options.machines);
  return onGround({ ...options, workers }, async ({ store, feeds, machines, keepsCpuSeconds }) => {
    await Promise.all(workers.map((name) => machines[name]!.start(WORKERS, HERE)));
    for (const url of feeds) await addFeed(store, { url }, Date.now());
    const [first, last] = [options.articles * EDGE, options.articles * (1 - EDGE)];
    let began: { at: number; done: number; cpu: number } | null = null;
    let looks = 0;
    const seen = { alone: 0, settling: 0, waiting: 0 };
    for (;;) {
      const look = await lookAt(store);
      const at = performance.now();
      if (!began && look.done >= first) began = { at, done: look.done, cpu: keepsCpuSeconds() };
      if (began) {
        looks += 1;
        for (const what of ['alone', 'settling', 'waiting'] as const) seen[what] += look[what];
      }
      if (began && look.done >= last) {
        const [seconds, done] = [(at - began.at) / 1000, look.done - began.done];
        const ms = (count: number) => ((count / looks) * seconds * 1000) / done;
        return {
          perSecond: done / seconds,
          aloneMs: ms(seen.alone),
          settlingMs: ms(seen.settling),
          waitingMs: ms(seen.waiting),
          keepsMs: ((keepsCpuSeconds() - began.cpu) * 1000) / done,
        };
      }
      await sleep(LOOK_MS);
    }
  });
}
