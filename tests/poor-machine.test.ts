import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openStore } from '@wirewatch/shared/store/database/open.ts';
import { addFeed } from '@wirewatch/shared/store/feeds/feeds.ts';
import { afterEach, beforeEach, test } from 'vitest';
import { onPath } from '../services/cli/private-redis/on-path.ts';
import { expectBalance } from './support/balance.ts';
import { startPrivatePostgres } from './support/postgres.ts';
import { type Press, startPress } from './support/press.ts';
import { startPrivateRedis } from './support/redis.ts';
import { startSlowProxy } from './support/slow-proxy.ts';

const COMMAND = join(import.meta.dirname, '../services/cli/bin/wirewatch.mjs');
const OUTLETS = 2;
const PER_OUTLET = 8;
const ALL = OUTLETS * PER_OUTLET;

let press: Press;
let folder: string;
let sqlite: string;

beforeEach(async () => {
  press = await startPress(OUTLETS, PER_OUTLET);
  folder = mkdtempSync(join(tmpdir(), 'ww-poor-'));
  sqlite = `sqlite:${folder}/wirewatch.db`;
});
afterEach(async () => {
  await press.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Takes the press's articles to their end in a run of the command, and counts. */
async function run({ databaseUrl = sqlite, redisUrl = '', before = [] as string[] }): Promise<void> {
  const store = await openStore(databaseUrl, 'migrate');
  try {
    for (const url of press.feeds) await addFeed(store, { url }, Date.now());
    const command = [...before, process.execPath, COMMAND, 'run', '--until-idle', '--wait', '5', '--data', folder];
    await promisify(execFile)(command[0]!, command.slice(1), {
      env: {
        ...process.env,
        DATABASE_URL: databaseUrl,
        REDIS_URL: redisUrl,
        BLOB_URL: '',
        WIREWATCH_ALLOW_NETS: '127.0.0.0/8',
        WIREWATCH_CONNECT_TO: press.connectTo,
        WIREWATCH_HOST_GAP_MS: '0',
      },
    });
    await expectBalance(store, ALL);
  } finally {
    await store.close();
  }
}

test('one core for everything: slower, never wrong', async (context) => {
  const taskset = await onPath('taskset');
  if (!taskset) return context.skip('no taskset');
  await run({ before: [taskset, '-c', '0'] });
});

test('a Postgres of twenty connections, three of them kept for its own people: slower, never wrong', async () => {
  const server = await startPrivatePostgres({ settings: { max_connections: 20 } });
  try {
    await run({ databaseUrl: server.url });
  } finally {
    await server.stop();
  }
});

test('a Postgres of twelve connections, one of them for each process: slower, never wrong', async () => {
  const server = await startPrivatePostgres({ settings: { max_connections: 12 } });
  try {
    await run({ databaseUrl: `${server.url}?connections=1` });
  } finally {
    await server.stop();
  }
});

test('a Redis a tenth of a second away: slower, never wrong', async () => {
  const redis = await startPrivateRedis({ dir: join(folder, 'far'), log: () => undefined });
  const way = await startSlowProxy(redis.path, 100);
  try {
    await run({ redisUrl: `redis://127.0.0.1:${way.port}` });
  } finally {
    await way.close();
    await redis.stop();
  }
});
