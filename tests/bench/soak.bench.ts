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
import { ownMegabytes, proportionalMegabytes } from '../support/memory.ts';
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
const QUARTER_HOURS = HOURS / 4;
/**
 * Looks at the processes' memory an hour. One look tells little: between two collections a heap rises and falls by as much as a process has
 * room for new objects (of the deduplicator 77 to 97 MB within a minute), and V8 gives that room back when nothing is to do.
 */
const LOOKS_AN_HOUR = 10;
/** A quarter's second half is compared: the first one's is behind the start. */
const COMPARED_LOOKS = (QUARTER_HOURS / 2) * LOOKS_AN_HOUR;

/** What a process holds (MB), and what of it is its own: see memory.ts. */
interface Held {
  all: number;
  own: number;
}

/** A row of the table (MB): a value a quarter. */
type Rows = Map<string, number[]>;

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
  const rows: Rows = new Map();
  const add = (name: string, value: number) => rows.set(name, [...(rows.get(name) ?? []), value]);
  const looks = new Map<string, Held[]>();
  const look = () => {
    for (const child of running.children) {
      const pid = child.pid()!;
      const held = { all: proportionalMegabytes(pid), own: ownMegabytes(pid) };
      looks.set(child.service, [...(looks.get(child.service) ?? []), held].slice(-COMPARED_LOOKS));
    }
  };
  const endQuarter = async () => {
    for (const [service, held] of looks) {
      add(service, median(held.map(({ all }) => all)));
      add(`  ${service}, most`, Math.max(...held.map(({ all }) => all)));
      // The store's file is mapped where it is large, and grows: a leak would be here.
      add(`  ${service}, own`, median(held.map(({ own }) => own)));
    }
    add('redis, its data', ((await readRedis(redis))?.memoryBytes ?? Number.NaN) / MEGABYTE);
    add(
      'store',
      sizeOf(folder, (name) => name.startsWith('wirewatch.db')),
    );
    add(
      'raw pages',
      sizeOf(join(folder, 'blobs'), (name) => name.endsWith('.zst')),
    );
    add(
      'logs',
      sizeOf(join(folder, 'log'), () => true),
    );
  };
  const looking = setInterval(look, HOUR_MS / LOOKS_AN_HOUR);
  try {
    for (const url of press.feeds) await addFeed(store, { url }, Date.now());
    const began = Date.now();
    for (; hour <= HOURS; hour += 1) {
      const ends = Date.now() + HOUR_MS;
      await makeDue(store, 'all', Date.now());
      await sleep(Math.max(0, ends - Date.now()));
      while ((await runnable(store, Date.now(), 0)).articles > MOST_BEHIND) await sleep(100);
      // A quarter of the day warms up: caches fill, heaps find their size.
      if (hour % QUARTER_HOURS === 0) await endQuarter();
    }
    await untilIdle(store, 1000, AbortSignal.timeout(600_000));
    const ended = await articlesByOutcome(store);
    const counted = ended.map((row) => `${row.count} ${row.outcome}`).join(', ');
    const seconds = (Date.now() - began) / 1000;
    say(`${OUTLETS * AN_HOUR * HOURS} articles of ${OUTLETS} outlets: ${counted}; a day in ${seconds.toFixed(0)} s`);
    for (const line of tableOf(rows)) say(line);
  } finally {
    clearInterval(looking);
    redis.disconnect();
    await store.close();
    await running.stop();
    await press.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function tableOf(rows: Rows): string[] {
  const cell = (text: string) => text.padStart(10);
  const ends = [1, 2, 3, 4].map((quarter) => cell(`${quarter * QUARTER_HOURS} h`));
  const lines = [`${'MB'.padEnd(20)}${ends.join('')}${cell('since 6 h')}`];
  for (const [name, row] of rows) {
    const grown = `${((row.at(-1)! / row[0]! - 1) * 100).toFixed(0)} %`;
    lines.push(`${name.padEnd(20)}${row.map((size) => cell(size.toFixed(1))).join('')}${cell(grown)}`);
  }
  return lines;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
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
