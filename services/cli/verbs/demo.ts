import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ArticleRecord } from '@wirewatch/shared/contracts/record.ts';
import { SERVICES } from '@wirewatch/shared/pipeline.ts';
import { readRecords } from '@wirewatch/shared/store/articles/records.ts';
import { openStore } from '@wirewatch/shared/store/database/open.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { addFeed, makeDue } from '@wirewatch/shared/store/feeds/feeds.ts';
import { saveWatch } from '@wirewatch/shared/store/watches/watches.ts';
import type { Command } from 'commander';
import { demoEnvironment } from '../demo/environment.ts';
import { createFollower } from '../demo/follow.ts';
import { outletTable } from '../demo/table.ts';
import { DEMO_WATCH } from '../demo/watch.ts';
import { configOf, operator, storeCommand, tell } from '../options.ts';
import { startSampleWeb } from '../sample-web/server.ts';
import { requirePort } from '../supervisor/port.ts';
import { summarise, summaryLines } from '../supervisor/summary.ts';
import { supervise, untilSignal } from '../supervisor/supervisor.ts';
import { untilIdle } from '../supervisor/until-idle.ts';

interface Options {
  data?: string;
  once?: boolean;
  port?: string;
}

/** Nothing in the sample web is delayed for longer than a host's gap. */
const IDLE_WITHIN_MS = 2000;

export function command(): Command {
  return storeCommand('demo')
    .description('everything over a sample web of outlets on loopback: see what it finds; no network is needed')
    .option('--once', 'end when idle')
    .option('--port <n>', 'of the dashboard (default: PORT or 8080)')
    .action(run);
}

async function run(options: Options): Promise<void> {
  const startedAt = Date.now();
  const web = await startSampleWeb({ now: new Date(startedAt) });
  const folder = options.data ?? (await mkdtemp(join(tmpdir(), 'wirewatch-demo-')));
  const env = demoEnvironment(web);
  const said = configOf({ data: folder }, { ...env, PORT: options.port });
  const config = options.once ? said : await requirePort(said);
  const services = options.once ? SERVICES.filter((name) => name !== 'dashboard') : SERVICES;
  const stop = new AbortController();
  const signal = untilSignal().then(() => stop.abort());

  tell(`sample web: ${web.hosts.length} outlets on loopback port ${web.port}`);
  tell(`its data: ${folder}${options.data ? '' : '   (gone with the demo; --data DIR keeps it)'}`);
  tell(`any command on it, in another terminal: npx wirewatch status --data ${folder}`);
  const running = await supervise(config, services, { ...process.env, ...env }, tell);
  const store = await openStore(config.databaseUrl, 'migrate');
  try {
    if (!options.once) tell(`dashboard: http://${config.WIREWATCH_HOST}:${config.PORT}/   (Ctrl-C ends the demo)`);
    const follow = createFollower(store, tell);
    await saveWatch(store, DEMO_WATCH, { webhook: null, replace: true, who: operator(), now: Date.now() });
    tell('polling every feed:');
    for (const url of [...web.feeds, web.goneFeed]) await addFeed(store, { url }, Date.now());
    await untilIdle(store, IDLE_WITHIN_MS, stop.signal, follow);
    web.revise();
    tell('some outlets revise their articles; polling again:');
    await makeDue(store, 'all', Date.now());
    await untilIdle(store, IDLE_WITHIN_MS, stop.signal, follow);
    await follow();
    await tellTable(store, startedAt);
    if (!options.once && !stop.signal.aborted) {
      tell(`\ndashboard: http://${config.WIREWATCH_HOST}:${config.PORT}/   (Ctrl-C ends the demo)`);
      await signal;
    }
  } finally {
    await store.close();
    await running.stop();
    await web.close();
    if (!options.data) await removeFolder(folder);
  }
  process.exit(options.once && stop.signal.aborted ? 1 : 0);
}

async function tellTable(store: Store, startedAt: number): Promise<void> {
  const records: ArticleRecord[] = [];
  for await (const record of readRecords(store, {})) records.push(record);
  tell('');
  for (const line of outletTable(records)) tell(line);
  tell('');
  for (const line of summaryLines(await summarise(store, startedAt))) tell(line);
}

/** The services' last log lines may still be on their way to the disk. */
async function removeFolder(folder: string): Promise<void> {
  for (let tries = 0; tries < 5; tries += 1) {
    try {
      await rm(folder, { recursive: true, force: true });
      return;
    } catch {
      await sleep(100);
    }
  }
}
