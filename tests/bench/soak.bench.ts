import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readConfig } from '@wirewatch/shared/config.ts';
import { createLogger } from '@wirewatch/shared/log.ts';
import { SERVICES } from '@wirewatch/shared/pipeline.ts';
import { connectRedis } from '@wirewatch/shared/queue/redis.ts';
import { readRedis } from '@wirewatch/shared/queue/redis-facts.ts';
import { openStore } from '@wirewatch/shared/store/database/open.ts';
import { addFeed, makeDue } from '@wirewatch/shared/store/feeds/feeds.ts';
import { articlesByOutcome, runnable } from '@wirewatch/shared/store/journey/status.ts';
import { supervise } from '../../services/cli/supervisor/supervisor.ts';
import { untilIdle } from '../../services/cli/supervisor/until-idle.ts';
import { proportionalMegabytes } from '../support/memory.ts';
import { startPress } from '../support/press.ts';

/** A day of so many outlets, each of which publishes so many articles an hour, is played in so many minutes. */
const OUTLETS = Number(process.env.SOAK_OUTLETS ?? 40);
const AN_HOUR = Number(process.env.SOAK_AN_HOUR ?? 3);
const MINUTES = Number(process.env.SOAK_MINUTES ?? 36);
const HOURS = 24;
const HOUR_MS = (MINUTES * 60_000) / HOURS;
/** Behind this the machine is slower than the clock, which then stands still. */
const MOST_BEHIND = OUTLETS * AN_HOUR;
const MEGABYTE = 1_000_000;

/** What each process holds (MB), and sizes of store, Redis and logs (MB), after an hour of the day. */
interface Look {
  hour: number;
  sizes: Record<string, number>;
}

async function soak(say: (line: string) => void): Promise<void> {
  let hour = 1;
  const press = await startPress(OUTLETS, AN_HOUR * HOURS, { apart: true, published: () => hour * AN_HOUR });
  const folder = mkdtempSync(join(tmpdir(), 'ww-soak-'));
  const env = {
    ...process.env,
    WIREWATCH_ALLOW_NETS: '127.0.0.0/8',
    WIREWATCH_CONNECT_TO: press.connectTo,
    WIREWATCH_HOST_GAP_MS: '0',
    PORT: '0',
  };
  const config = readConfig(env, { WIREWATCH_DATA: folder, DATABASE_URL: '', REDIS_URL: '', BLOB_URL: '', PORT: '0' });
  const running = await supervise(config, SERVICES, env, say);
  const store = await openStore(config.databaseUrl, 'require');
  const redis = connectRedis(running.config.REDIS_URL, 'client', createLogger('soak', 'silent'));
  const looks: Look[] = [];
  const look = async () => {
    const sizes: Record<string, number> = {};
    for (const child of running.children) sizes[child.service] = proportionalMegabytes(child.pid()!);
    sizes['redis, its data'] = ((await readRedis(redis))?.memoryBytes ?? Number.NaN) / MEGABYTE;
    sizes.store = sizeOf(folder, (name) => name.startsWith('wirewatch.db'));
    sizes['raw pages'] = sizeOf(join(folder, 'blobs'), (name) => name.endsWith('.zst'));
    sizes.logs = sizeOf(join(folder, 'log'), () => true);
    looks.push({ hour, sizes });
  };
  try {
    for (const url of press.feeds) await addFeed(store, { url }, Date.now());
    const began = Date.now();
    for (; hour <= HOURS; hour += 1) {
      const ends = Date.now() + HOUR_MS;
      await makeDue(store, 'all', Date.now());
      await sleep(Math.max(0, ends - Date.now()));
      while ((await runnable(store, Date.now(), 0)).articles > MOST_BEHIND) await sleep(100);
      // A quarter of the day warms up: caches fill, heaps find their size.
      if (hour % (HOURS / 4) === 0) await look();
    }
    await untilIdle(store, 1000, AbortSignal.timeout(600_000));
    hour = HOURS;
    await look();
    const ended = await articlesByOutcome(store);
    const counted = ended.map((row) => `${row.count} ${row.outcome}`).join(', ');
    const seconds = (Date.now() - began) / 1000;
    say(`${OUTLETS * AN_HOUR * HOURS} articles of ${OUTLETS} outlets: ${counted}; a day in ${seconds.toFixed(0)} s`);
    for (const line of tableOf(looks)) say(line);
  } finally {
    redis.disconnect();
    await store.close();
    await running.stop();
    await press.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function tableOf(looks: Look[]): string[] {
  const cell = (text: string) => text.padStart(10);
  const heads = looks.map(({ hour }, at) => cell(at === looks.length - 1 ? 'at rest' : `${hour} h`));
  const lines = [`${'MB'.padEnd(18)}${heads.join('')}${cell('since 6 h')}`];
  for (const name of Object.keys(looks[0]!.sizes)) {
    const row = looks.map(({ sizes }) => sizes[name]!);
    const grown = `${((row.at(-1)! / row[0]! - 1) * 100).toFixed(0)} %`;
    lines.push(`${name.padEnd(18)}${row.map((size) => cell(size.toFixed(1))).join('')}${cell(grown)}`);
  }
  return lines;
}

/** Megabytes of a folder's files, at any depth. */
function sizeOf(folder: string, counts: (name: string) => boolean): number {
  try {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
      (file) => file.isFile() && counts(file.name),
    );
    return files.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0) / MEGABYTE;
  } catch {
    return Number.NaN;
  }
}

await soak(console.log);
