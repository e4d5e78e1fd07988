import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readConfig } from '@wirewatch/shared/config.ts';
import { createLogger } from '@wirewatch/shared/log.ts';
import { STAGES } from '@wirewatch/shared/pipeline.ts';
import { connectRedis } from '@wirewatch/shared/queue/redis.ts';
import { openStore } from '@wirewatch/shared/store/database/open.ts';
import { addFeed } from '@wirewatch/shared/store/feeds/feeds.ts';
import { count, sum } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { supervise } from '../services/cli/supervisor/supervisor.ts';
import { untilIdle } from '../services/cli/supervisor/until-idle.ts';
import { type Press, startPress } from './support/press.ts';

const OUTLETS = 25;
const PER_OUTLET = 20;
const KILLS = 20;

let press: Press;
let folder: string;
beforeAll(async () => {
  press = await startPress(OUTLETS, PER_OUTLET);
  folder = mkdtempSync(join(tmpdir(), 'ww-chaos-'));
});
afterAll(async () => {
  await press.close();
  rmSync(folder, { recursive: true, force: true });
});

test('500 articles survive 20 killed workers, an emptied and a killed Redis: all done, none twice, the books balance', async () => {
  const env = {
    ...process.env,
    WIREWATCH_ALLOW_NETS: '127.0.0.0/8',
    WIREWATCH_CONNECT_TO: press.connectTo,
    WIREWATCH_HOST_GAP_MS: '0',
    // A dead worker's job is taken over after this: the default of 10 s only makes the test longer.
    WIREWATCH_LOCK_MS: '2000',
  };
  const config = readConfig(env, { WIREWATCH_DATA: folder, DATABASE_URL: '', REDIS_URL: '', BLOB_URL: '' });
  const told: string[] = [];
  const running = await supervise(
    config,
    ['scheduler', 'fetcher', 'cleaner', 'deduplicator', 'classifier'],
    env,
    (line) => told.push(line),
  );
  const store = await openStore(config.databaseUrl, 'require');
  const redis = connectRedis(running.config.REDIS_URL, 'worker', createLogger('chaos', 'silent'));
  const { articles, outcomes, counters } = store.tables;
  try {
    for (const url of press.feeds) await addFeed(store, { url }, Date.now());
    for (let kill = 1; kill <= KILLS; kill += 1) {
      await sleep(400 + Math.random() * 800);
      const alive = running.children.map((child) => child.pid()).filter((pid) => pid !== undefined);
      const victim = alive[Math.floor(Math.random() * alive.length)];
      if (victim === undefined) kill -= 1;
      else process.kill(victim, 'SIGKILL');
      if (kill === 7) await redis.flushall();
      if (kill === 13) process.kill(Number(readFileSync(join(folder, 'redis', 'redis.pid'), 'utf8')), 'SIGKILL');
    }
    const patience = AbortSignal.timeout(140_000);
    await untilIdle(store, 5000, patience);
    expect(patience.aborted, `still at work; ${told.slice(-5).join('\n')}`).toBe(false);

    const byOutcome = await store.db
      .select({ outcome: articles.outcome, n: count() })
      .from(articles)
      .groupBy(articles.outcome);
    expect(byOutcome).toEqual([{ outcome: 'done', n: OUTLETS * PER_OUTLET }]);
    const byStage = await store.db.select({ stage: outcomes.stage, n: count() }).from(outcomes).groupBy(outcomes.stage);
    expect(Object.fromEntries(byStage.map((row) => [row.stage, row.n]))).toEqual(
      Object.fromEntries(STAGES.map((stage) => [stage, OUTLETS * PER_OUTLET])),
    );
    const [booked] = await store.db.select({ n: sum(counters.count) }).from(counters);
    expect(Number(booked?.n)).toBe(OUTLETS * PER_OUTLET * STAGES.length);
  } finally {
    redis.disconnect();
    await store.close();
    await running.stop();
  }
});
