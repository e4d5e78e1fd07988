import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readConfig } from '@wirewatch/shared/config.ts';
import { SERVICES, STAGES } from '@wirewatch/shared/pipeline.ts';
import { openStore } from '@wirewatch/shared/store/database/open.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { addFeed } from '@wirewatch/shared/store/feeds/feeds.ts';
import { asc, eq } from 'drizzle-orm';
import { supervise } from '../../services/cli/supervisor/supervisor.ts';
import { untilIdle } from '../../services/cli/supervisor/until-idle.ts';
import { proportionalMegabytes } from '../support/memory.ts';
import { startPress } from '../support/press.ts';

/** Entries that come one by one: each finds the pipeline idle. */
const SINGLES = 30;

/** Latency of single entries through an idle pipeline, throughput of many, memory at rest. */
async function benchPipeline(say: (line: string) => void): Promise<void> {
  const press = await startPress(SINGLES + 10, 1);
  const load = await startPress(20, 25, { name: 'load' });
  const folder = mkdtempSync(join(tmpdir(), 'ww-bench-'));
  const env = {
    ...process.env,
    WIREWATCH_ALLOW_NETS: '127.0.0.0/8',
    WIREWATCH_CONNECT_TO: `${press.connectTo},${load.connectTo}`,
    WIREWATCH_HOST_GAP_MS: '0',
  };
  const config = readConfig(env, { WIREWATCH_DATA: folder, DATABASE_URL: '', REDIS_URL: '', BLOB_URL: '', PORT: '0' });
  const running = await supervise(config, SERVICES, { ...env, PORT: '0' }, () => undefined);
  const store = await openStore(config.databaseUrl, 'require');
  const forever = new AbortController().signal;
  try {
    await sleep(3000);
    const pids = [process.pid, ...running.children.map((child) => child.pid()!), redisPid(folder)];
    say('at rest after start, proportional set size:');
    const names = ['supervisor', ...running.children.map((child) => child.service), 'redis'];
    const sizes = pids.map(proportionalMegabytes);
    for (const [index, size] of sizes.entries()) say(`  ${names[index]!.padEnd(14)} ${size.toFixed(0).padStart(5)} MB`);
    say(
      `  ${'all'.padEnd(14)} ${sizes
        .reduce((a, b) => a + b, 0)
        .toFixed(0)
        .padStart(5)} MB`,
    );

    // The first ones pay for what is loaded lazily (threads, models): they warm up.
    for (const url of press.feeds) {
      await addFeed(store, { url }, Date.now());
      await untilIdle(store, 0, forever);
    }
    const { hops, whole } = await latencies(store, 10);
    say(
      `hop (hand-over to claim), median of ${hops.length}: ${median(hops)} ms, 95th percentile ${percentile(hops, 0.95)} ms`,
    );
    say(
      `poll to classified, median of ${whole.length}: ${median(whole)} ms, 95th percentile ${percentile(whole, 0.95)} ms`,
    );

    const before = process.hrtime.bigint();
    for (const url of load.feeds) await addFeed(store, { url }, Date.now());
    await untilIdle(store, 0, forever);
    const seconds = Number(process.hrtime.bigint() - before) / 1e9;
    say(`500 articles from feed to classified: ${seconds.toFixed(1)} s, ${(500 / seconds).toFixed(0)} articles/s`);
    const after = pids.map(proportionalMegabytes).reduce((a, b) => a + b, 0);
    say(`after them, all together: ${after.toFixed(0)} MB`);
  } finally {
    await store.close();
    await running.stop();
    await press.close();
    await load.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Of each article but the first `skip`: waits at the stages behind the fetcher, and the time from its poll to its last outcome. */
async function latencies(store: Store, skip: number): Promise<{ hops: number[]; whole: number[] }> {
  const { outcomes, articles } = store.tables;
  const rows = await store.db
    .select({
      id: outcomes.articleId,
      stage: outcomes.stage,
      waited: outcomes.waitedMs,
      at: outcomes.at,
      seen: articles.firstSeenAt,
    })
    .from(outcomes)
    .innerJoin(articles, eq(articles.id, outcomes.articleId))
    .orderBy(asc(outcomes.id));
  const ids = [...new Set(rows.map((row) => row.id))].slice(skip);
  const chosen = rows.filter((row) => ids.includes(row.id));
  return {
    hops: chosen.filter((row) => STAGES.indexOf(row.stage) > 0).map((row) => row.waited),
    whole: chosen.filter((row) => row.stage === STAGES.at(-1)).map((row) => row.at - row.seen),
  };
}

const redisPid = (folder: string) => Number(readFileSync(join(folder, 'redis', 'redis.pid'), 'utf8'));

const percentile = (values: number[], share: number) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;
const median = (values: number[]) => percentile(values, 0.5);

await benchPipeline(console.log);
