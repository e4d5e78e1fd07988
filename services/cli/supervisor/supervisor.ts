import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Config, childEnvironment } from '@wirewatch/shared/config.ts';
import { createLogger } from '@wirewatch/shared/log.ts';
import type { Service } from '@wirewatch/shared/pipeline.ts';
import { connectRedis, requireUsableRedis } from '@wirewatch/shared/queue/redis.ts';
import { openStore } from '@wirewatch/shared/store/database/open.ts';
import { lockFolder } from '../private-redis/folder-lock.ts';
import { startPrivateRedis } from '../private-redis/server.ts';
import { type Child, startChild } from './child.ts';

/** Everything that runs on one machine. */
export interface Supervised {
  config: Config & { REDIS_URL: string };
  children: Child[];
  stop(): Promise<void>;
}

/** Another `up` works on the folder. */
export class AlreadyUp extends Error {
  override name = 'AlreadyUp';
}

interface Notice {
  pid: number;
  redisUrl: string;
  dashboard: string;
}

const noticePath = (dataDir: string) => join(dataDir, 'up.json');

/** What the `up` of this folder says of itself; null where none runs. */
export function readNotice(dataDir: string): Notice | null {
  // Who only asks makes no folder.
  if (!existsSync(noticePath(dataDir))) return null;
  const lock = lockFolder(join(dataDir, 'run'));
  if (lock) {
    lock.release();
    return null;
  }
  try {
    return JSON.parse(readFileSync(noticePath(dataDir), 'utf8')) as Notice;
  } catch {
    return null;
  }
}

/**
 * Starts the private Redis (unless REDIS_URL), brings the store up to date, and starts services as child processes; resolves when all
 * are up.
 * @throws AlreadyUp, StoreUnavailable, SchemaMismatch, RedisUnavailable; an Error with a service's last words when it does not start
 */
export async function supervise(
  config: Config,
  services: readonly Service[],
  env: NodeJS.ProcessEnv,
  say: (line: string) => void,
): Promise<Supervised> {
  const lock = lockFolder(join(config.dataDir, 'run'));
  if (!lock) {
    throw new AlreadyUp(
      `another wirewatch works on ${config.dataDir}. Stop it (Ctrl-C where it runs), or choose another folder with --data DIR.`,
    );
  }
  const undo: Array<() => Promise<void> | void> = [() => lock.release()];
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    await (await openStore(config.databaseUrl, 'migrate')).close();
    let redisUrl = config.REDIS_URL;
    if (!redisUrl) {
      const redis = await keepRedis(join(config.dataDir, 'redis'), say);
      undo.push(() => redis.stop());
      redisUrl = `unix:${redis.path}`;
    }
    const log = createLogger('supervisor', 'silent');
    const probe = connectRedis(redisUrl, 'client', log);
    try {
      await requireUsableRedis(probe, redisUrl);
    } finally {
      probe.disconnect();
    }
    const full = { ...config, REDIS_URL: redisUrl };
    const childEnv = childEnvironment(env, full);
    const options = { logDir: join(config.dataDir, 'log'), small: config.WIREWATCH_SMALL };
    const children = services.map((service) => startChild(service, childEnv, options, say));
    undo.push(async () => {
      await Promise.all(children.map((child) => child.stop()));
    });
    await Promise.all(children.map((child) => child.ready));
    const dashboard = `http://${config.WIREWATCH_HOST}:${config.PORT}/`;
    writeFileSync(
      noticePath(config.dataDir),
      JSON.stringify({ pid: process.pid, redisUrl, dashboard } satisfies Notice),
    );
    undo.push(() => rmSync(noticePath(config.dataDir), { force: true }));
    return { config: full, children, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A private Redis that is started again when it dies: its socket and its data stay where they are. */
async function keepRedis(dir: string, say: (line: string) => void): Promise<{ path: string; stop(): Promise<void> }> {
  let redis = await startPrivateRedis({ dir, log: say });
  let stopping = false;
  const watch = () => {
    void redis.closed.then(async ({ code, signal }) => {
      for (let pause = 100; !stopping; pause = Math.min(pause * 2, 10_000)) {
        say(`the private Redis ended (${signal ?? `exit ${code}`}); starting it again`);
        try {
          redis = await startPrivateRedis({ dir, log: say });
          watch();
          return;
        } catch (error) {
          say(`it did not start: ${(error as Error).message}`);
          await sleep(pause);
        }
      }
    });
  };
  watch();
  return {
    path: redis.path,
    stop() {
      stopping = true;
      return redis.stop();
    },
  };
}

/** Resolves at the first SIGINT or SIGTERM; a second one ends the process at once. */
export function untilSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    let asked = false;
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        if (asked) process.exit(130);
        asked = true;
        resolve(signal);
      });
    }
  });
}
