import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Config, describeConfig } from '@wirewatch/shared/config.ts';
import { createLogger } from '@wirewatch/shared/log.ts';
import { connectRedis, redisWhere, requireUsableRedis } from '@wirewatch/shared/queue/redis.ts';
import { openStore } from '@wirewatch/shared/store/database/open.ts';
import { readLead } from '@wirewatch/shared/store/operations/lead.ts';
import { isIndexStale } from '@wirewatch/shared/store/search/folding.ts';
import type { Command } from 'commander';
import { configOf, out, storeCommand, tell } from '../options.ts';
import { ensureRedisBinary } from '../private-redis/binary.ts';
import { readNotice } from '../supervisor/supervisor.ts';

interface Check {
  what: string;
  ok: boolean;
  detail: string;
}

export function command(): Command {
  return storeCommand('doctor')
    .description('the configuration, and whether everything that is needed can be reached')
    .option('--json', 'as one JSON object')
    .action(async (options: { data?: string; json?: boolean }) => {
      const config = configOf(options);
      const checks = [nodeCheck(), await folderCheck(config), await storeCheck(config), await redisCheck(config)];
      if (options.json) out(JSON.stringify({ checks, config: describeConfig(config) }));
      else {
        for (const check of checks) out(`${check.ok ? 'ok  ' : 'FAIL'} ${check.what}: ${check.detail}`);
        out('');
        for (const { name, value, meaning } of describeConfig(config)) out(`${name}=${value}   ${meaning}`);
      }
      if (checks.some((check) => !check.ok)) process.exitCode = 1;
    });
}

function nodeCheck(): Check {
  return {
    what: 'Node',
    ok: Number(process.versions.node.split('.')[0]) >= 24,
    detail: `${process.version}, 24 or newer is needed`,
  };
}

async function folderCheck(config: Config): Promise<Check> {
  const probe = join(config.dataDir, `.probe-${process.pid}`);
  try {
    await mkdir(config.dataDir, { recursive: true });
    await writeFile(probe, '');
    await rm(probe);
    return { what: 'data folder', ok: true, detail: `${config.dataDir} can be written` };
  } catch (error) {
    return {
      what: 'data folder',
      ok: false,
      detail: `${(error as Error).message}; make it writable or choose another with --data`,
    };
  }
}

async function storeCheck(config: Config): Promise<Check> {
  const path = config.databaseUrl.startsWith('sqlite:') ? config.databaseUrl.slice('sqlite:'.length) : null;
  if (path !== null && !existsSync(path))
    return { what: 'store', ok: true, detail: `${path} will be made at the first use` };
  try {
    const store = await openStore(config.databaseUrl, 'require');
    const [lead, stale] = await Promise.all([readLead(store), isIndexStale(store)]).finally(() => store.close());
    if (lead?.other) {
      const detail = `${lead.worker} and ${lead.other.worker} work on ${store.where} with a Redis each; give both the same REDIS_URL, or each its own DATABASE_URL`;
      return { what: 'store', ok: false, detail };
    }
    if (stale) {
      const detail = `the search index of ${store.where} was made with another folding of letters and misses words: run "wirewatch db reindex" once`;
      return { what: 'store', ok: false, detail };
    }
    return { what: 'store', ok: true, detail: `${store.where} has the right schema` };
  } catch (error) {
    return { what: 'store', ok: false, detail: (error as Error).message };
  }
}

async function redisCheck(config: Config): Promise<Check> {
  const url = config.REDIS_URL ?? readNotice(config.dataDir)?.redisUrl;
  if (!url) {
    try {
      const binary = await ensureRedisBinary({ log: tell });
      return { what: 'Redis', ok: true, detail: `a private one will be started from ${binary.command}` };
    } catch (error) {
      return { what: 'Redis', ok: false, detail: (error as Error).message };
    }
  }
  const redis = connectRedis(url, 'client', createLogger('doctor', 'silent'));
  try {
    await requireUsableRedis(redis, url);
    return { what: 'Redis', ok: true, detail: `${redisWhere(url)} answers and evicts nothing` };
  } catch (error) {
    return { what: 'Redis', ok: false, detail: (error as Error).message };
  } finally {
    redis.disconnect();
  }
}
