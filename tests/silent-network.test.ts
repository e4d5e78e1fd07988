import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogger } from '@wirewatch/shared/log.ts';
import { connectRedis } from '@wirewatch/shared/queue/redis.ts';
import { openPostgres } from '@wirewatch/shared/store/database/open-postgres.ts';
import { isOutage } from '@wirewatch/shared/store/database/outage.ts';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type PrivatePostgres, startPrivatePostgres } from './support/postgres.ts';
import { type PrivateRedis, startPrivateRedis } from './support/redis.ts';
import { startSilentProxy } from './support/silent-proxy.ts';

const LIMITS = { connect: 5000, statement: 1000, lock: 1000, idleInTransaction: 5000, silence: 2000 };

let postgres: PrivatePostgres;
let redis: PrivateRedis;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ww-silent-'));
  postgres = await startPrivatePostgres();
  redis = await startPrivateRedis({ dir: folder, log: () => undefined });
});
afterAll(async () => {
  await postgres?.stop();
  await redis?.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('a Postgres behind a cable that lets nothing through: what hangs ends as an outage, connecting too, and all goes on once it is mended', async () => {
  const url = new URL(postgres.url);
  const proxy = await startSilentProxy(Number(url.port));
  url.port = String(proxy.port);
  const store = await openPostgres(url.href, 'migrate', LIMITS);
  const write = () =>
    store.write(async (tx) => {
      await store.rows(sql`select 1`, tx);
      return 'written';
    });
  const failure = (work: Promise<unknown>) =>
    work.then(
      () => null,
      (error: unknown) => error,
    );
  try {
    expect(await write()).toBe('written');
    // The server ends what takes too long, and says so.
    expect(isOutage(await failure(store.rows(sql`select pg_sleep(30)`)))).toBe(true);
    const began = Date.now();
    // Neither comes to its end before the cable is cut, however late that is.
    const asked = failure(store.rows(sql`select pg_sleep(30)`));
    const begun = failure(
      store.write(async (tx) => {
        await store.rows(sql`select pg_sleep(30)`, tx);
      }),
    );
    await new Promise((resolve) => setTimeout(resolve, 200));
    proxy.silence();
    expect(isOutage(await asked)).toBe(true);
    expect(isOutage(await begun)).toBe(true);
    expect(isOutage(await failure(write()))).toBe(true);
    // The silence, the statement before it, and one try to connect: a good deal under this.
    expect(Date.now() - began).toBeLessThan(20_000);
    proxy.mend();
    expect(await write()).toBe('written');
  } finally {
    await store.close();
    await proxy.close();
  }
});

test('a Redis that is silent for 30 s is given up, and what was asked of it is asked again', {
  timeout: 120_000,
}, async () => {
  const proxy = await startSilentProxy(redis.path);
  const said: string[] = [];
  const log = createLogger('silent', 'silent');
  log.warn = ((_: unknown, message: string) => said.push(message)) as never;
  const client = connectRedis(`redis://127.0.0.1:${proxy.port}`, 'worker', log);
  try {
    await client.set('harbour', 'open');
    proxy.silence();
    const began = Date.now();
    const asked = client.get('harbour');
    client.once('close', () => proxy.mend());
    expect(await asked).toBe('open');
    expect(Date.now() - began).toBeGreaterThan(25_000);
    expect(said).toEqual([expect.stringContaining('is away; waiting for it')]);
  } finally {
    client.disconnect();
    await proxy.close();
  }
});
