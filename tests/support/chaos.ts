import { mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readConfig } from '@wirewatch/shared/config.ts';
import { createLogger } from '@wirewatch/shared/log.ts';
import { STAGES } from '@wirewatch/shared/pipeline.ts';
import { connectRedis } from '@wirewatch/shared/queue/redis.ts';
import { seeded } from '@wirewatch/shared/seeded.ts';
import { openStore } from '@wirewatch/shared/store/database/open.ts';
import { isOutage } from '@wirewatch/shared/store/database/outage.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { addFeed } from '@wirewatch/shared/store/feeds/feeds.ts';
import { saveWatch } from '@wirewatch/shared/store/watches/watches.ts';
import { count, ne, sql, sum } from 'drizzle-orm';
import { type Supervised, supervise } from '../../services/cli/supervisor/supervisor.ts';
import { untilIdle } from '../../services/cli/supervisor/until-idle.ts';
import type { Dialect } from './dialects.ts';
import { type PrivatePostgres, startPrivatePostgres } from './postgres.ts';
import { startPress } from './press.ts';
import { type RedisPair, startRedisPair } from './redis-pair.ts';

/** What is run, and what befalls it. */
export interface ChaosPlan {
  dialect: Dialect;
  /** Pairs of outlets; the second of each carries every text of the first. */
  pairs: number;
  perOutlet: number;
  faults: number;
  seed: number;
  /** Two servers that change places, in place of one that is killed. */
  failover: boolean;
  /** Between two faults, ms: at least, and at most. */
  pauseMs: readonly [number, number];
  patienceMs: number;
}

/** What came of it. All but `faults` and the first two should be 0. */
export interface ChaosReport {
  articles: number;
  seconds: number;
  faults: Record<string, number>;
  /** Announced and not done. */
  lost: number;
  /** Articles beyond those announced, and outcomes beyond one a stage. */
  doubled: number;
  quarantined: number;
  /** Pairs of a text and its copy that are not one group with one original, and groups that hold others. */
  groupsWrong: number;
  /** Counted outcomes less those that should be. */
  booksOff: number;
  /** Texts that were told as news more than once, by whichever of the pair. */
  toldTwice: number;
  /** Stories of which nothing was told. */
  untold: number;
  /** Alerts that did not reach their webhook. */
  webhooksLost: number;
  /** Webhooks of an alert beyond the first, all with one id. */
  webhooksTwice: number;
}

const SECRET = 'WIREWATCH_HOOK_CHAOS';
const SERVICES = ['scheduler', 'fetcher', 'cleaner', 'deduplicator', 'classifier'] as const;

/** Runs a press through a whole wirewatch while faults drawn from a seed befall it, and counts. */
export async function runChaos(plan: ChaosPlan, say: (line: string) => void): Promise<ChaosReport> {
  const began = Date.now();
  const folder = mkdtempSync(join(tmpdir(), 'ww-chaos-'));
  const undo: Array<() => unknown> = [() => rmSync(folder, { recursive: true, force: true })];
  try {
    const press = await startPress(plan.pairs * 2, plan.perOutlet, 'outlet', (outlet) => outlet - (outlet % 2));
    undo.push(() => press.close());
    const hook = await startHook();
    undo.push(() => hook.close());
    const postgres = plan.dialect === 'postgres' ? await startPrivatePostgres({ durable: true }) : null;
    if (postgres) undo.push(() => postgres.stop());
    const pair = plan.failover ? await startRedisPair() : null;
    if (pair) undo.push(() => pair.stop());
    const env = {
      ...process.env,
      [SECRET]: 'between us',
      WIREWATCH_ALLOW_NETS: '127.0.0.0/8',
      WIREWATCH_CONNECT_TO: press.connectTo,
      WIREWATCH_HOST_GAP_MS: '0',
      // A dead worker's job is taken over after this: the default of 10 s only makes the run longer.
      WIREWATCH_LOCK_MS: '2000',
    };
    const own = { WIREWATCH_DATA: folder, DATABASE_URL: postgres?.url ?? '', REDIS_URL: pair?.url ?? '', BLOB_URL: '' };
    const running = await supervise(readConfig(env, own), SERVICES, env, say);
    undo.push(() => running.stop());
    const store = await openStore(running.config.databaseUrl, 'require');
    undo.push(() => store.close());
    await saveWatch(
      store,
      { name: 'all', lines: [{ query: 'the', weight: 1, language: null }], threshold: 1 },
      { webhook: { url: hook.url, secretEnv: SECRET }, replace: false, who: 'chaos', now: Date.now() },
    );
    for (const url of press.feeds) await addFeed(store, { url }, Date.now());
    const faults = await befall(plan, { folder, running, pair, postgres, store }, say);
    await settled(store, plan.patienceMs);
    const counts = await judge(store, plan, hook.received);
    return { ...counts, faults, seconds: Math.round((Date.now() - began) / 1000) };
  } finally {
    for (const step of undo.reverse()) await step();
  }
}

interface Ground {
  folder: string;
  running: Supervised;
  pair: RedisPair | null;
  postgres: PrivatePostgres | null;
  store: Store;
}

async function befall(plan: ChaosPlan, ground: Ground, say: (line: string) => void): Promise<Record<string, number>> {
  const random = seeded(plan.seed);
  const kinds = Object.entries(faultsOf(ground, random));
  const done: Record<string, number> = {};
  const [least, most] = plan.pauseMs;
  for (let n = 0; n < plan.faults; n += 1) {
    await sleep(least + random() * (most - least));
    const [name, strike] = kinds[Math.floor(random() * kinds.length)]!;
    say(`fault ${n + 1}: ${name}`);
    await strike();
    done[name] = (done[name] ?? 0) + 1;
  }
  return done;
}

/** What can befall a run, by name. Each leaves the surroundings whole when it ends. */
function faultsOf({ folder, running, pair, postgres, store }: Ground, random: () => number) {
  const victim = async (): Promise<number> => {
    for (;;) {
      const alive = running.children.flatMap((child) => child.pid() ?? []);
      const pid = alive[Math.floor(random() * alive.length)];
      if (pid !== undefined) return pid;
      await sleep(50);
    }
  };
  const awhile = () => sleep(500 + random() * 4000);
  const signal = (pid: number, name: NodeJS.Signals) => {
    try {
      process.kill(pid, name);
    } catch {
      // It died of another fault meanwhile.
    }
  };
  const faults: Record<string, () => Promise<void>> = {
    'a service is killed': async () => signal(await victim(), 'SIGKILL'),
    'a service stands still for longer than its lease': async () => {
      const pid = await victim();
      signal(pid, 'SIGSTOP');
      await sleep(3000 + random() * 9000);
      signal(pid, 'SIGCONT');
    },
    'Redis is emptied': async () => {
      const redis = connectRedis(running.config.REDIS_URL, 'worker', createLogger('chaos', 'silent'));
      await redis.flushall();
      redis.disconnect();
    },
    'the raw pages are away': async () => {
      const blobs = running.config.blobUrl;
      try {
        renameSync(blobs, `${blobs}.away`);
      } catch {
        return;
      }
      await awhile();
      rmSync(blobs, { recursive: true, force: true });
      renameSync(`${blobs}.away`, blobs);
    },
  };
  if (pair) faults['the copy of Redis becomes the master'] = () => pair.failOver();
  else {
    faults['Redis is killed'] = async () =>
      signal(Number(readFileSync(join(folder, 'redis', 'redis.pid'), 'utf8')), 'SIGKILL');
  }
  if (postgres) {
    faults['all connections to Postgres are cut'] = async () => {
      const others = sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`;
      await store.rows(others).catch(() => undefined);
    };
    const { crash } = postgres;
    if (crash) {
      faults['Postgres crashes'] = async () => {
        const { revive } = await crash();
        await awhile();
        await revive();
      };
    }
  }
  return faults;
}

/** Waits for the end of all work, also over a connection that the last fault cut. */
async function settled(store: Store, patienceMs: number): Promise<void> {
  const patience = AbortSignal.timeout(patienceMs);
  while (!patience.aborted) {
    try {
      return await untilIdle(store, 5000, patience);
    } catch (error) {
      if (!isOutage(error)) throw error;
      await sleep(500);
    }
  }
}

async function judge(
  store: Store,
  plan: ChaosPlan,
  received: readonly string[],
): Promise<Omit<ChaosReport, 'faults' | 'seconds'>> {
  const { articles, outcomes, counters, syndication, alerts } = store.tables;
  const wanted = plan.pairs * 2 * plan.perOutlet;
  const rows = await store.db.select({ id: articles.id, url: articles.url, outcome: articles.outcome }).from(articles);
  const [ended] = await store.db.select({ n: count() }).from(outcomes).where(ne(outcomes.outcome, 'raw-lost'));
  const [booked] = await store.db.select({ n: sum(counters.count) }).from(counters);
  const [all] = await store.db.select({ n: count() }).from(outcomes);
  const stands = new Map((await store.db.select().from(syndication)).map((row) => [row.articleId, row]));
  const groups = Map.groupBy(rows, (row) => stands.get(row.id)?.groupId ?? row.id);
  const textOf = (url: string) =>
    url.replace(/outlet(\d+)/, (_, outlet) => `outlet${Number(outlet) - (Number(outlet) % 2)}`);
  const isWhole = (group: typeof rows) => {
    const copies = group.filter(({ id }) => stands.get(id)?.relation === 'copy');
    return group.length === 2 && copies.length === 1 && new Set(group.map(({ url }) => textOf(url))).size === 1;
  };
  const told = await store.db.select({ id: alerts.id, kind: alerts.kind, articleId: alerts.articleId }).from(alerts);
  const storyOf = (id: string) => stands.get(id)?.storyId ?? stands.get(id)?.groupId ?? id;
  const toldStories = new Set(told.map(({ articleId }) => storyOf(articleId ?? '')));
  const urls = new Map(rows.map(({ id, url }) => [id, url]));
  const news = told.filter(({ kind, articleId }) => kind === 'story' && articleId !== null);
  const newsOf = Map.groupBy(news, ({ articleId }) => textOf(urls.get(articleId!) ?? ''));
  const reached = new Set(received);
  return {
    articles: rows.length,
    lost: wanted - rows.filter(({ outcome }) => outcome === 'done').length,
    doubled: rows.length - wanted + Math.max(0, (ended?.n ?? 0) - wanted * STAGES.length),
    quarantined: rows.filter(({ outcome }) => outcome === 'quarantined').length,
    groupsWrong: [...groups.values()].filter((group) => !isWhole(group)).length,
    booksOff: Number(booked?.n ?? 0) - (all?.n ?? 0),
    toldTwice: [...newsOf.values()].filter((all) => all.length > 1).length,
    untold: [...new Set(rows.map(({ id }) => storyOf(id)))].filter((story) => !toldStories.has(story)).length,
    webhooksLost: told.filter(({ id }) => !reached.has(`alert_${id}`)).length,
    webhooksTwice: received.length - reached.size,
  };
}

/** A receiver of webhooks that remembers their ids. */
async function startHook(): Promise<{ url: string; received: string[]; close(): Promise<void> }> {
  const received: string[] = [];
  const server = createServer((request, response) => {
    received.push(String(request.headers['webhook-id']));
    request.resume().on('end', () => response.writeHead(204).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    received,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
