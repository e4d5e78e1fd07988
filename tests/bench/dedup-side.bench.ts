import { setTimeout as sleep } from 'node:timers/promises';
import { openStore } from '@wirewatch/shared/store/database/open.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { assignStory } from '../../services/deduplicator/assign-story.ts';
import type { DedupArticle } from '../../services/deduplicator/core/article.ts';
import { Engine } from '../../services/deduplicator/engine.ts';
import { createStorePort } from '../../services/deduplicator/store-port.ts';
import { article, edit, pick, randomOf, shuffled } from '../../services/deduplicator/test-support/press.ts';
import { startPrivatePostgres } from '../support/postgres.ts';
import { shelve } from '../support/shelf.ts';
import { startSlowProxy } from '../support/slow-proxy.ts';
import { lookAt } from './settling.ts';

/**
 * Deduplicators side by side on one Postgres, each on a machine of its own as far as the way goes: what each waits for is answers
 * (`SIDE_ROUND_TRIP_MS`, 4) and turns, so that a machine with few cores shows what stands in line. `SIDE_ARTICLES` a run (120).
 */
const ROUND_TRIP_MS = Number(process.env.SIDE_ROUND_TRIP_MS ?? 4);
const ARTICLES = Number(process.env.SIDE_ARTICLES ?? 120);
const LOOK_MS = 10;

const random = randomOf(16);
const LETTERS = [...'abcdefghiklmnoprstuvwz'];
/** Words of no language: made texts of one vocabulary would meet one another. */
const word = () => Array.from({ length: 5 + Math.floor(random() * 4) }, () => pick(random, LETTERS)).join('');
const text = () => Array.from({ length: 8 }, () => `${Array.from({ length: 24 }, word).join(' ')}.`);

/** So many texts of this many articles each. */
function families(size: number): DedupArticle[] {
  const all: DedupArticle[] = [];
  for (let n = 0; n < ARTICLES; n += size) {
    const body = text();
    for (let k = 0; k < size; k += 1)
      all.push(
        article(`f${n}k${k}`, `h${k}.example`, k === 0 ? body : edit(random, body, 0.03), n + k, { title: word() }),
      );
  }
  return shuffled(random, all);
}

const WORKLOADS: Record<string, () => DedupArticle[]> = {
  'nobody has a copy': () => families(1),
  'half are copies': () => families(2),
  'groups of six': () => families(6),
  'one group': () => families(ARTICLES),
};

/** Takes articles in by so many workers, each of one job at a time. */
async function run(workers: number, given: readonly DedupArticle[]) {
  const { meta: _, ...tables } = near.tables;
  await near.write(async (tx) => {
    for (const table of Object.values(tables)) await tx.delete(table);
  });
  const stores = await Promise.all(Array.from({ length: workers }, () => openStore(far.href, 'require')));
  try {
    const queue: DedupArticle[] = [];
    for (const one of given) {
      const id = await shelve(near, null, { url: one.url, title: one.title!, texts: [one.text] });
      queue.push({ ...one, id });
    }
    let again = 0;
    const counting = (store: Store): Store => ({
      ...store,
      write: (work) =>
        store.write(work).catch((error) => {
          again += 1;
          throw error;
        }),
    });
    const seen = { looks: 0, alone: 0, settling: 0, waiting: 0 };
    let isOver = false;
    const watch = (async () => {
      while (!isOver) {
        const look = await lookAt(near);
        seen.looks += 1;
        for (const what of ['alone', 'settling', 'waiting'] as const) seen[what] += look[what];
        await sleep(LOOK_MS);
      }
    })();
    const began = performance.now();
    await Promise.all(
      stores.map(counting).map(async (store) => {
        const engine = new Engine(createStorePort(store, 'bench'));
        for (let job = queue.shift(); job; job = queue.shift()) {
          await engine.deduplicate(job);
          await assignStory(store, job.id);
        }
      }),
    );
    const ms = performance.now() - began;
    isOver = true;
    await watch;
    const share = (count: number) => ((count / seen.looks) * ms) / given.length;
    return {
      perSecond: (given.length / ms) * 1000,
      alone: share(seen.alone),
      settling: share(seen.settling),
      waiting: share(seen.waiting),
      again,
    };
  } finally {
    for (const store of stores) await store.close();
  }
}

const server = await startPrivatePostgres();
const way = await startSlowProxy(Number(new URL(server.url).port), ROUND_TRIP_MS);
const far = new URL(server.url);
far.port = String(way.port);
const near = await openStore(server.url, 'migrate');
try {
  for (const [name, make] of Object.entries(WORKLOADS)) {
    let alone = 0;
    for (const workers of [1, 2, 4]) {
      const told = await run(workers, make());
      alone ||= told.perSecond;
      console.log(
        `${name}, ${workers} at once: ${told.perSecond.toFixed(1)} articles/s (${(told.perSecond / alone).toFixed(2)} x); ms an article: ${told.settling.toFixed(1)} settling, ${told.alone.toFixed(1)} of it with nobody beside, ${told.waiting.toFixed(1)} waiting; begun again ${told.again} times`,
      );
    }
  }
} finally {
  await near.close();
  await way.close();
  await server.stop();
}
