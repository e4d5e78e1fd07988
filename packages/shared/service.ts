import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { eq } from 'drizzle-orm';
import type { Redis } from 'ioredis';
import { type Config, readConfig } from './config.ts';
import { createLogger, type Logger } from './log.ts';
import type { Service } from './pipeline.ts';
import { openQueues, type Queues } from './queue/queues.ts';
import { connectRedis, RedisUnavailable, requireUsableRedis } from './queue/redis.ts';
import type { BlobStore } from './store/blobs/blobs.ts';
import { openBlobs } from './store/blobs/open-blobs.ts';
import { openStore } from './store/database/open.ts';
import type { Store } from './store/database/store.ts';
import { keepTidy } from './tidy-heap.ts';

/** What every service has at hand. */
export interface ServiceContext {
  service: Service;
  workerId: string;
  config: Config;
  log: Logger;
  store: Store;
  blobs: BlobStore;
  queues: Queues;
  /** For BullMQ workers: waits out an outage. */
  workerRedis: Redis;
  now: () => number;
}

/** Something that runs until it is stopped. */
export interface Running {
  stop(): Promise<void>;
}

const HEARTBEAT_MS = 5000;
/** A stop that takes longer than this is ended the hard way: leases run out and others take over. */
const STOP_LIMIT_MS = 20_000;

/**
 * Runs one service in this process until SIGTERM or SIGINT: opens store and Redis, starts it, beats its heart, stops it.
 * @param start starts the service's work
 * @throws StoreUnavailable, SchemaMismatch, RedisUnavailable, ConfigError
 */
export async function runService(
  service: Service,
  start: (context: ServiceContext) => Promise<Running>,
): Promise<void> {
  const config = readConfig(process.env);
  const log = createLogger(service, config.LOG_LEVEL);
  if (!config.REDIS_URL) {
    throw new RedisUnavailable(
      `"wirewatch work ${service}" needs REDIS_URL, the Redis that all services share. On one machine, "wirewatch up" starts a private one and all services.`,
    );
  }
  const undo: Array<() => Promise<void> | void> = [];
  const close = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    await startService(service, config, log, start, undo);
  } catch (error) {
    // What is open would keep the process alive, and whoever started it would wait for ever.
    await close();
    throw error;
  }
  if (process.send) process.send({ ready: service });

  await new Promise<void>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve());
    // The supervisor is gone: so are we.
    process.once('disconnect', () => resolve());
  });
  log.info('stopping');
  const limit = setTimeout(() => {
    log.warn(`did not stop in ${STOP_LIMIT_MS / 1000} s; leaving, others take over`);
    process.exit(1);
  }, STOP_LIMIT_MS);
  await close();
  clearTimeout(limit);
  log.info('stopped');
}

/** Opens what the service needs and starts it; `undo` is how each step is taken back, in the order of the steps. */
async function startService(
  service: Service,
  config: Config,
  log: Logger,
  start: (context: ServiceContext) => Promise<Running>,
  undo: Array<() => Promise<void> | void>,
): Promise<void> {
  const redisUrl = config.REDIS_URL!;
  const store = await openStore(config.databaseUrl, 'require');
  undo.push(() => store.close());
  const client = connectRedis(redisUrl, 'client', log);
  undo.push(() => client.disconnect());
  await requireUsableRedis(client, redisUrl);
  const workerRedis = connectRedis(redisUrl, 'worker', log);
  undo.push(() => workerRedis.disconnect());
  const queues = openQueues(client);
  undo.push(() => queues.close());
  const workerId = `${service}-${hostname()}-${process.pid}-${randomBytes(3).toString('hex')}`;
  const blobs = await openBlobs(config, store);
  const context: ServiceContext = { service, workerId, config, log, store, blobs, queues, workerRedis, now: Date.now };
  undo.push(tellTurns());
  undo.push(keepTidy());
  undo.push(await beatHeart(context));
  const running = await start(context);
  undo.push(() => running.stop());
  log.info({ worker: workerId, store: store.where, blobs: blobs.where }, `${service} is up`);
}

/** Tells the supervisor that our event loop turns: a service that computes and does not is ended. */
function tellTurns(): () => void {
  const timer = setInterval(() => {
    if (process.connected) process.send?.({ turned: true });
  }, HEARTBEAT_MS);
  return () => clearInterval(timer);
}

async function beatHeart(context: ServiceContext): Promise<() => Promise<void>> {
  const { store, workerId: id, service, now } = context;
  const { workers } = store.tables;
  const row = { id, service, host: hostname(), pid: process.pid, startedAt: now(), seenAt: now(), stoppedAt: null };
  await store.write(async (tx) => {
    await tx.insert(workers).values(row);
  });
  const beat = (set: { seenAt?: number; stoppedAt?: number }) =>
    store.write(async (tx) => {
      await tx.update(workers).set(set).where(eq(workers.id, id));
    });
  const timer = setInterval(() => beat({ seenAt: now() }).catch(() => undefined), HEARTBEAT_MS);
  return async () => {
    clearInterval(timer);
    await beat({ stoppedAt: now() }).catch(() => undefined);
  };
}
