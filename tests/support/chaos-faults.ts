import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createLogger } from '@wirewatch/shared/log.ts';
import { connectRedis } from '@wirewatch/shared/queue/redis.ts';
import { seeded } from '@wirewatch/shared/seeded.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { sql } from 'drizzle-orm';
import type { Supervised } from '../../services/cli/supervisor/supervisor.ts';
import type { Struck } from './chaos-judge.ts';
import type { ChaosPlan } from './chaos-plan.ts';
import type { PrivatePostgres } from './postgres.ts';
import type { RedisPair } from './redis-pair.ts';
import type { SmallDisk } from './small-disk.ts';

/** What a run stands on. */
export interface Ground {
  folder: string;
  running: Supervised;
  pair: RedisPair | null;
  postgres: PrivatePostgres | null;
  store: Store;
  /** Null where this user may not make a disk of its own. */
  disk: SmallDisk | null;
}

/** Lets faults drawn from the plan's seed befall a run. */
export async function befall(plan: ChaosPlan, ground: Ground, say: (line: string) => void): Promise<Struck[]> {
  const random = seeded(plan.seed);
  const kinds = Object.entries(faultsOf(ground, random));
  const struck: Struck[] = [];
  const [least, most] = plan.pauseMs;
  for (let n = 0; n < plan.faults; n += 1) {
    await sleep(least + random() * (most - least));
    const [name, strike] = kinds[Math.floor(random() * kinds.length)]!;
    say(`fault ${n + 1}: ${name}`);
    const from = Date.now();
    await strike();
    struck.push({ name, from, to: Date.now() });
  }
  return struck;
}

/** What can befall a run, by name. Each leaves the surroundings whole when it ends. */
function faultsOf({ folder, running, pair, postgres, store, disk }: Ground, random: () => number) {
  const victim = async (): Promise<number> => {
    for (;;) {
      const alive = running.children.flatMap((child) => child.pid() ?? []);
      const pid = alive[Math.floor(random() * alive.length)];
      if (pid !== undefined) return pid;
      await sleep(50);
    }
  };
  const awhile = () => sleep(500 + random() * 4000);
  const signal = (pid: number, name: NodeJS.Signals) => {
    try {
      process.kill(pid, name);
    } catch {
      // It died of another fault meanwhile.
    }
  };
  const faults: Record<string, () => Promise<void>> = {
    'a service is killed': async () => signal(await victim(), 'SIGKILL'),
    'a service stands still for longer than its lease': async () => {
      const pid = await victim();
      signal(pid, 'SIGSTOP');
      await sleep(3000 + random() * 9000);
      signal(pid, 'SIGCONT');
    },
    'Redis is emptied': async () => {
      const redis = connectRedis(running.config.REDIS_URL, 'worker', createLogger('chaos', 'silent'));
      await redis.flushall();
      redis.disconnect();
    },
    'the raw pages are away': async () => {
      const blobs = running.config.blobUrl;
      try {
        renameSync(blobs, `${blobs}.away`);
      } catch {
        return;
      }
      await awhile();
      rmSync(blobs, { recursive: true, force: true });
      renameSync(`${blobs}.away`, blobs);
    },
  };
  if (pair) faults['the copy of Redis becomes the master'] = () => pair.failOver();
  else {
    faults['Redis is killed'] = async () => {
      const pidFile = join(folder, 'redis', 'redis.pid');
      // On a disk that was full a moment ago it may not be there yet.
      while (!existsSync(pidFile)) await sleep(50);
      const pid = Number(readFileSync(pidFile, 'utf8'));
      if (pid > 0) signal(pid, 'SIGKILL');
    };
  }
  if (disk) {
    faults['the disk is full'] = async () => {
      const clear = disk.fill();
      await awhile();
      clear();
    };
  }
  if (postgres) {
    faults['all connections to Postgres are cut'] = async () => {
      const others = sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`;
      await store.rows(others).catch(() => undefined);
    };
    const { crash } = postgres;
    if (crash) {
      faults['Postgres crashes'] = async () => {
        const { revive } = await crash();
        await awhile();
        await revive();
      };
    }
  }
  return faults;
}
