import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readConfig } from '@wirewatch/shared/config.ts';
import { WORKERS } from '@wirewatch/shared/pipeline.ts';
import { openStore } from '@wirewatch/shared/store/database/open.ts';
import { addFeed } from '@wirewatch/shared/store/feeds/feeds.ts';
import { count, isNotNull } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { supervise } from '../services/cli/supervisor/supervisor.ts';
import { untilIdle } from '../services/cli/supervisor/until-idle.ts';
import { type Press, startPress } from './support/press.ts';

let press: Press;
let folder: string;
beforeAll(async () => {
  press = await startPress(8, 10);
  folder = mkdtempSync(join(tmpdir(), 'ww-stop-'));
});
afterAll(async () => {
  await press.close();
  rmSync(folder, { recursive: true, force: true });
});

test('stopped in mid-work: every service ends by itself and holds nothing back; started again, all is done once', async () => {
  const env = {
    ...process.env,
    WIREWATCH_ALLOW_NETS: '127.0.0.0/8',
    WIREWATCH_CONNECT_TO: press.connectTo,
    WIREWATCH_HOST_GAP_MS: '0',
  };
  const config = readConfig(env, { WIREWATCH_DATA: folder, DATABASE_URL: '', REDIS_URL: '', BLOB_URL: '' });
  let running = await supervise(config, WORKERS, env, () => undefined);
  const store = await openStore(config.databaseUrl, 'require');
  const { articles, outcomes } = store.tables;
  try {
    for (const url of press.feeds) await addFeed(store, { url }, Date.now());
    let ended = 0;
    while (ended < 40) {
      await sleep(20);
      ended = (await store.db.select({ n: count() }).from(outcomes))[0]?.n ?? 0;
    }
    await running.stop();
    for (const service of WORKERS) {
      expect(readFileSync(join(folder, 'log', `${service}.log`), 'utf8'), service).toMatch(/"msg":"stopped"/);
    }
    const [held] = await store.db.select({ n: count() }).from(articles).where(isNotNull(articles.leaseOwner));
    expect(held?.n).toBe(0);
    const [atStop] = await store.db.select({ n: count() }).from(outcomes);
    expect(atStop?.n).toBeLessThan(80 * 4);

    running = await supervise(config, WORKERS, env, () => undefined);
    await untilIdle(store, 1000, AbortSignal.timeout(60_000));
    const byOutcome = await store.db
      .select({ outcome: articles.outcome, n: count() })
      .from(articles)
      .groupBy(articles.outcome);
    expect(byOutcome).toEqual([{ outcome: 'done', n: 80 }]);
    const [all] = await store.db.select({ n: count() }).from(outcomes);
    expect(all?.n).toBe(80 * 4);
    for (const [address, times] of press.requests)
      if (address.includes('/news/')) expect(times, address).toBeLessThanOrEqual(2);
  } finally {
    await store.close();
    await running.stop();
  }
});
