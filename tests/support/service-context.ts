import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '@wirewatch/shared/config.ts';
import { createLogger } from '@wirewatch/shared/log.ts';
import type { Service } from '@wirewatch/shared/pipeline.ts';
import { openQueues } from '@wirewatch/shared/queue/queues.ts';
import { connectRedis } from '@wirewatch/shared/queue/redis.ts';
import type { ServiceContext } from '@wirewatch/shared/service.ts';
import { openBlobs } from '@wirewatch/shared/store/blobs/open-blobs.ts';
import { openStore } from '@wirewatch/shared/store/database/open.ts';
import { startPrivateRedis } from 'wirewatch/private-redis/server.ts';

/** What a service is started with, on real parts: SQLite, a Redis and blobs of its own in a folder that `close` removes. */
export interface OpenedContext {
  folder: string;
  context: ServiceContext;
  /** Log lines that were warnings or worse: message and fields. */
  warnings: Array<Record<string, unknown>>;
  close(): Promise<void>;
}

export async function openServiceContext(
  service: Service,
  env: (folder: string) => Record<string, string>,
): Promise<OpenedContext> {
  const folder = mkdtempSync(join(tmpdir(), 'ww-svc-'));
  const redis = await startPrivateRedis({ dir: join(folder, 'redis'), log: () => {} });
  const config = readConfig({ WIREWATCH_DATA: folder, REDIS_URL: `unix:${redis.path}`, ...env(folder) });
  const log = createLogger(service, 'silent');
  const warnings: Array<Record<string, unknown>> = [];
  const note = (fields: object, message: string) => void warnings.push({ ...fields, message });
  Object.assign(log, { warn: note, error: note });
  const client = connectRedis(config.REDIS_URL!, 'client', log);
  const workerRedis = connectRedis(config.REDIS_URL!, 'worker', log);
  const queues = openQueues(client);
  const store = await openStore(config.databaseUrl, 'migrate');
  return {
    folder,
    warnings,
    context: {
      service,
      workerId: `${service}-test`,
      config,
      log,
      store,
      blobs: await openBlobs(config),
      queues,
      workerRedis,
      now: Date.now,
    },
    async close() {
      await queues.close();
      client.disconnect();
      workerRedis.disconnect();
      await store.close();
      await redis.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
