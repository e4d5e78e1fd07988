import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openStore } from '@wirewatch/shared/store/database/open.ts';
import { addFeed } from '@wirewatch/shared/store/feeds/feeds.ts';
import type { PrivatePostgres } from '../../support/postgres.ts';
import type { PageServerSays } from './page-server.ts';
import { PER_FEED } from './pages.ts';

const COMMAND = join(import.meta.dirname, '../../../services/cli/bin/wirewatch.mjs');
const MOST_OUTPUT = 10_000_000;

/** What a run of the whole pipeline was. */
export interface WholeRun {
  /** CPU seconds of supervisor, services and Redis, start included; without a Postgres's. */
  cpu: number;
  /** Summary of the run: feeds, articles by outcome, seconds. */
  summary: { articles: Record<string, number>; seconds: number };
}

/**
 * Runs `wirewatch run --until-idle` over the first `pages` pages of the server.
 * @param postgres where the store is; null: SQLite in a folder of its own
 * @param env for all its processes
 */
export async function runWirewatch(
  served: PageServerSays,
  pages: number,
  { postgres = null, env = {} }: { postgres?: Pick<PrivatePostgres, 'url'> | null; env?: NodeJS.ProcessEnv } = {},
): Promise<WholeRun> {
  const folder = mkdtempSync(join(tmpdir(), 'ww-whole-'));
  const databaseUrl = postgres?.url ?? `sqlite:${folder}/wirewatch.db`;
  try {
    const store = await openStore(databaseUrl, 'migrate');
    for (const host of served.hosts.slice(0, pages / PER_FEED))
      await addFeed(store, { url: `http://${host}/feed.xml` }, Date.now());
    await store.close();
    // `times` of the shell tells the CPU of all that it waited for, and of what those waited for: of every process that ended well.
    const script = '"$@" || exit; times';
    const args = [process.execPath, COMMAND, 'run', '--until-idle', '--wait', '1', '--json', '--data', folder];
    const { stdout } = await promisify(execFile)('sh', ['-c', script, 'sh', ...args], {
      maxBuffer: MOST_OUTPUT,
      env: {
        ...process.env,
        ...env,
        DATABASE_URL: databaseUrl,
        REDIS_URL: '',
        BLOB_URL: '',
        WIREWATCH_ALLOW_NETS: '127.0.0.0/8',
        WIREWATCH_CONNECT_TO: served.hosts.map((host) => `${host}:80:127.0.0.1:${served.port}`).join(','),
        WIREWATCH_HOST_GAP_MS: '0',
      },
    });
    const [line, , children] = stdout.trimEnd().split('\n') as [string, string, string];
    const summary: WholeRun['summary'] = JSON.parse(line);
    const ended = Object.values(summary.articles).reduce((sum, count) => sum + count, 0);
    if (ended !== pages) throw new Error(`${ended} articles of ${pages} pages: ${line}`);
    return { cpu: secondsOf(children), summary };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** `1m2.34s 0m5.6s`: user and system time. */
function secondsOf(line: string): number {
  return [...line.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds),
    0,
  );
}
