import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCheck } from '@wirewatch/fetcher/open-check.ts';
import { createOwnGate } from '@wirewatch/fetcher/politeness/waiting-gate.ts';
import { readConfig } from '@wirewatch/shared/config.ts';
import { createLogger, type Logger } from '@wirewatch/shared/log.ts';
import { openQueues, type Queues } from '@wirewatch/shared/queue/queues.ts';
import { connectRedis } from '@wirewatch/shared/queue/redis.ts';
import { type BlobStore, createBlobStore, folderPlace } from '@wirewatch/shared/store/blobs/blobs.ts';
import { openStore } from '@wirewatch/shared/store/database/open.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { dashboardTools } from 'wirewatch/dashboard-tools.ts';
import { startPrivateRedis } from 'wirewatch/private-redis/server.ts';
import { createApp } from '../../services/dashboard/app.ts';
import { watchPipeline } from '../../services/dashboard/live/gauges.ts';
import { keepCounts } from '../../services/dashboard/reads/counts.ts';
import { serve } from '../../services/dashboard/serve.ts';

/** A dashboard over a store of its own, without workers. */
export interface Desk {
  /** Without the slash at its end. */
  url: string;
  store: Store;
  blobs: BlobStore;
  queues: Queues;
  redisUrl: string;
  stop(): Promise<void>;
}

/** Starts a dashboard on a free port of loopback with an empty store (SQLite, or the database given) and a private Redis. */
export async function startDesk(
  env: Record<string, string> = {},
  log: Logger = createLogger('dashboard', 'silent'),
): Promise<Desk> {
  const folder = mkdtempSync(join(tmpdir(), 'ww-desk-'));
  const redis = await startPrivateRedis({ dir: join(folder, 'redis'), log: () => {} });
  const config = readConfig({ WIREWATCH_DATA: folder, PORT: '0', REDIS_URL: `unix:${redis.path}`, ...env });
  const client = connectRedis(`unix:${redis.path}`, 'client', log);
  const queues = openQueues(client);
  const store = await openStore(config.databaseUrl, 'migrate');
  const blobs = createBlobStore(folderPlace(config.blobUrl));
  const now = Date.now;
  const checkFeed = (url: string) => openCheck(url, config, createOwnGate(0));
  const gauges = watchPipeline({ store, queues, log, now });
  const app = createApp({
    config,
    log,
    store,
    blobs,
    queues,
    gauges,
    counts: keepCounts({ store, blobs, config, queues }, now),
    ...dashboardTools({ config, queues, store }),
    checkFeed,
    now,
  });
  const served = await serve(config, app.fetch);
  return {
    url: served.url.replace(/\/$/, ''),
    store,
    blobs,
    queues,
    redisUrl: `unix:${redis.path}`,
    async stop() {
      await served.close();
      await gauges.stop();
      await queues.close();
      client.disconnect();
      await store.close();
      await redis.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
