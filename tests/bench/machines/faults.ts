import { setTimeout as sleep } from 'node:timers/promises';
import { WORKERS } from '@wirewatch/shared/pipeline.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { addFeed } from '@wirewatch/shared/store/feeds/feeds.ts';
import { saveWatch } from '@wirewatch/shared/store/watches/watches.ts';
import { sql } from 'drizzle-orm';
import { settled, startHook } from '../../support/chaos.ts';
import { isWrong, judge, type Struck } from '../../support/chaos-judge.ts';
import { DESK_TOKEN, HERE, onGround, PER_OUTLET, SECRET } from './ground.ts';
import { formerRelease } from './release.ts';

const CUT_MS = 30_000;
const PATIENCE_MS = 600_000;
/** The dashboard is asked so often whether it is ready. */
const ASK_MS = 500;

/**
 * Two machines of a former release at work: one loses its cable for half a minute, then all of its processes; it comes back with the
 * present release and works beside the other's former one, until that one is changed as well. Then the books are looked at.
 * @returns whether anything was lost or done twice
 */
export async function machinesLeaveNothing(
  options: { cores: number; articles: number; old: string | null },
  say: (line: string) => void,
): Promise<boolean> {
  const release = formerRelease(options.old);
  try {
    return await onGround({ ...options, workers: ['a', 'b'] }, async ({ network, store, feeds, machines }) => {
      const [a, b, desk] = [machines.a!, machines.b!, machines.desk!];
      await Promise.all([a.start(WORKERS, release.folder), b.start(WORKERS, release.folder)]);
      await desk.start(['dashboard'], HERE);
      const asked = askAgain(`http://${network.addressOf('desk')}:8080/readyz`);
      const hook = await startHook(network.own);
      const struck: Struck[] = [];
      const befall = async (name: string, share: number, strike: () => Promise<void>) => {
        const done = await shareOf(store, options.articles, share);
        const from = Date.now();
        await strike();
        struck.push({ name, from, to: Date.now() });
        say(`after ${done} of ${options.articles} articles: ${name} (${((Date.now() - from) / 1000).toFixed(1)} s)`);
      };
      try {
        await saveWatch(
          store,
          { name: 'all', lines: [{ query: 'the', weight: 1, language: null }], threshold: 1 },
          { webhook: { url: hook.url, secretEnv: SECRET }, replace: false, who: 'bench', now: Date.now() },
        );
        for (const url of feeds) await addFeed(store, { url }, Date.now());
        await befall('a cable is out for 30 s', 0.1, async () => {
          network.cable('b', 'out');
          await sleep(CUT_MS);
          network.cable('b', 'in');
        });
        await befall('a machine is gone', 0.35, () => b.kill());
        await befall(`it comes back with this release beside ${release.name}`, 0.45, () => b.start(WORKERS, HERE));
        await befall(`${release.name} is changed for this release`, 0.7, async () => {
          await a.stop();
          await a.start(WORKERS, HERE);
        });
        await settled(store, PATIENCE_MS);
        // The scheduler notes an answer a moment after it came.
        await sleep(2000);
        const plan = { pairs: options.articles / PER_OUTLET / 2, perOutlet: PER_OUTLET };
        const counts = await judge(store, plan, hook.received, struck, say);
        const { ready, not } = asked();
        say(`${JSON.stringify(counts)}; the dashboard was ready ${ready} times of ${ready + not}`);
        for (const line of [...a.died, ...b.died, ...desk.died]) say(`ended by itself: ${line}`);
        return isWrong(counts);
      } finally {
        asked();
        await hook.close();
      }
    });
  } finally {
    release.remove();
  }
}

/** Waits until a share of the articles is done. */
async function shareOf(store: Store, articles: number, share: number): Promise<number> {
  for (;;) {
    const [row] = await store.rows<{ n: number | string }>(
      sql`select count(*) as n from articles where outcome = 'done'`,
    );
    if (Number(row!.n) >= articles * share) return Number(row!.n);
    await sleep(200);
  }
}

/** Asks an address again and again until its result is wanted. */
function askAgain(url: string): () => { ready: number; not: number } {
  const headers = { authorization: `Bearer ${DESK_TOKEN}` };
  let [ready, not] = [0, 0];
  const asking = setInterval(async () => {
    const answer = await fetch(url, { headers, signal: AbortSignal.timeout(5000) }).catch(() => null);
    if (answer?.ok) ready += 1;
    else not += 1;
  }, ASK_MS);
  return () => {
    clearInterval(asking);
    return { ready, not };
  };
}
