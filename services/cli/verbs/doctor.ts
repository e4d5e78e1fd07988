import { existsSync } from 'node:fs';
import { access, constants } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Config, describeConfig } from '@wirewatch/shared/config.ts';
import { createLogger } from '@wirewatch/shared/log.ts';
import { connectRedis, redisWhere, requireUsableRedis } from '@wirewatch/shared/queue/redis.ts';
import { openStore } from '@wirewatch/shared/store/database/open.ts';
import { SchemaMismatch } from '@wirewatch/shared/store/database/store.ts';
import { readLead } from '@wirewatch/shared/store/operations/lead.ts';
import { isIndexStale } from '@wirewatch/shared/store/search/folding.ts';
import type { Command } from 'commander';
import { configOf, out, storeCommand } from '../options.ts';
import { findRedisBinary } from '../private-redis/binary.ts';
import { hasDebianPackages } from '../private-redis/debian-packages.ts';
import { readNotice } from '../supervisor/supervisor.ts';

interface Check {
  what: string;
  ok: boolean;
  detail: string;
  /** What a start would change on this machine; absent where nothing. */
  change?: string;
}

export function command(): Command {
  return storeCommand('doctor')
    .description(
      'the configuration, whether everything that is needed can be reached, and what a start would change; changes nothing itself',
    )
    .option('--json', 'as one JSON object')
    .action(async (options: { data?: string; json?: boolean }) => {
      const config = configOf(options);
      const checks = [nodeCheck(), await folderCheck(config), await storeCheck(config), await redisCheck(config)];
      if (options.json) out(JSON.stringify({ checks, config: describeConfig(config) }));
      else {
        for (const check of checks) out(`${check.ok ? 'ok  ' : 'FAIL'} ${check.what}: ${check.detail}`);
        out('');
        const changes = checks.flatMap(({ change }) => change ?? []);
        out(changes.length === 0 ? 'A start would change nothing on this machine.' : 'A start would:');
        for (const change of changes) out(`  ${change}`);
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
  const missing = !existsSync(config.dataDir);
  let nearest = config.dataDir;
  while (!existsSync(nearest)) nearest = dirname(nearest);
  try {
    await access(nearest, constants.W_OK | constants.X_OK);
    if (!missing) return { what: 'data folder', ok: true, detail: `${config.dataDir} can be written` };
    const change = `make the folder ${config.dataDir}`;
    return { what: 'data folder', ok: true, detail: `${config.dataDir} can be made`, change };
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
    return { what: 'store', ok: true, detail: `${path} is not there yet`, change: `make the SQLite database ${path}` };
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
    const detail = (error as Error).message;
    // On one machine a start brings it up to date by itself; a newer one it leaves alone.
    if (error instanceof SchemaMismatch && detail.includes('db migrate'))
      return {
        what: 'store',
        ok: true,
        detail,
        change: `bring ${config.databaseUrl.replace(/^sqlite:/, '')} to this version's schema; take a backup first: wirewatch db backup FILE`,
      };
    return { what: 'store', ok: false, detail };
  }
}

async function redisCheck(config: Config): Promise<Check> {
  const url = config.REDIS_URL ?? readNotice(config.dataDir)?.redisUrl;
  if (!url) {
    const found = await findRedisBinary();
    const start = `start a private Redis in ${join(config.dataDir, 'redis')}, on a socket, without a port`;
    if (found)
      return {
        what: 'Redis',
        ok: true,
        detail: `a private one, version ${found.version}, from ${found.command}`,
        change: start,
      };
    const fetched = await hasDebianPackages(undefined);
    return {
      what: 'Redis',
      ok: fetched,
      detail: fetched
        ? 'none on this machine; one can be fetched'
        : 'none on this machine: install redis-server or valkey, or name one in REDIS_URL',
      ...(fetched ? { change: `fetch a Redis into .tools/redis (2 MB, nothing is installed); ${start}` } : {}),
    };
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
