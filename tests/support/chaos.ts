import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readConfig } from '@wirewatch/shared/config.ts';
import { WORKERS } from '@wirewatch/shared/pipeline.ts';
import { openStore } from '@wirewatch/shared/store/database/open.ts';
import { isOutage } from '@wirewatch/shared/store/database/outage.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { addFeed } from '@wirewatch/shared/store/feeds/feeds.ts';
import { saveWatch } from '@wirewatch/shared/store/watches/watches.ts';
import { supervise } from '../../services/cli/supervisor/supervisor.ts';
import { untilIdle } from '../../services/cli/supervisor/until-idle.ts';
import { befall } from './chaos-faults.ts';
import { type Counts, isWrong, judge, type Received } from './chaos-judge.ts';
import type { ChaosPlan } from './chaos-plan.ts';
import { startPrivatePostgres } from './postgres.ts';
import { startPress } from './press.ts';
import { startRedisPair } from './redis-pair.ts';
import { makeSmallDisk } from './small-disk.ts';

/** What came of it. */
export interface ChaosReport extends Counts {
  seconds: number;
  /** How often each befell it. */
  faults: Record<string, number>;
}

const SECRET = 'WIREWATCH_HOOK_CHAOS';
/** Room for a part of the bench; all that wirewatch writes itself is there. */
const DISK_MB = 256;

/** Runs a press through a whole wirewatch while faults drawn from a seed befall it, and counts. */
export async function runChaos(plan: ChaosPlan, say: (line: string) => void): Promise<ChaosReport> {
  const began = Date.now();
  const folder = mkdtempSync(join(tmpdir(), 'ww-chaos-'));
  const undo: Array<() => unknown> = [() => rmSync(folder, { recursive: true, force: true })];
  try {
    const disk = makeSmallDisk(folder, DISK_MB);
    if (disk) undo.push(() => disk.remove());
    const press = await startPress(plan.pairs * 2, plan.perOutlet, {
      textsOf: (outlet) => outlet - (outlet % 2),
      apart: true,
    });
    undo.push(() => press.close());
    const hook = await startHook();
    undo.push(() => hook.close());
    const postgres = plan.dialect === 'postgres' ? await startPrivatePostgres({ durable: true }) : null;
    if (postgres) undo.push(() => postgres.stop());
    const pair = plan.failover ? await startRedisPair() : null;
    if (pair) undo.push(() => pair.stop());
    const env = {
      ...process.env,
      [SECRET]: 'between us',
      WIREWATCH_ALLOW_NETS: '127.0.0.0/8',
      WIREWATCH_CONNECT_TO: press.connectTo,
      WIREWATCH_HOST_GAP_MS: '0',
      // A dead worker's job is taken over after this: the default of 10 s only makes the run longer.
      WIREWATCH_LOCK_MS: '2000',
    };
    const own = { WIREWATCH_DATA: folder, DATABASE_URL: postgres?.url ?? '', REDIS_URL: pair?.url ?? '', BLOB_URL: '' };
    const running = await supervise(readConfig(env, own), WORKERS, env, say);
    undo.push(() => running.stop());
    const store = await openStore(running.config.databaseUrl, 'require');
    undo.push(() => store.close());
    await saveWatch(
      store,
      { name: 'all', lines: [{ query: 'the', weight: 1, language: null }], threshold: 1 },
      { webhook: { url: hook.url, secretEnv: SECRET }, replace: false, who: 'chaos', now: Date.now() },
    );
    for (const url of press.feeds) await addFeed(store, { url }, Date.now());
    const struck = await befall(plan, { folder, running, pair, postgres, store, disk }, say);
    await settled(store, plan.patienceMs);
    const alertsOff: string[] = [];
    const counts = await judge(store, plan, hook.received, struck, (line) => alertsOff.push(line));
    for (const line of alertsOff) say(line);
    const faults = Object.fromEntries(
      Map.groupBy(struck, ({ name }) => name)
        .entries()
        .map(([name, all]) => [name, all.length]),
    );
    if (plan.keepLogs && isWrong(counts)) {
      cpSync(join(folder, 'log'), plan.keepLogs, { recursive: true });
      writeFileSync(join(plan.keepLogs, 'alerts.txt'), alertsOff.join('\n'));
    }
    return { ...counts, faults, seconds: Math.round((Date.now() - began) / 1000) };
  } finally {
    for (const step of undo.reverse()) await step();
  }
}

/** A poll that an outage cut short comes again after a minute, an article after a fault of ours after two. */
const WITHIN_MS = 150_000;

/** Waits for the end of all work, also over a connection that the last fault cut. */
export async function settled(store: Store, patienceMs: number): Promise<void> {
  const patience = AbortSignal.timeout(patienceMs);
  while (!patience.aborted) {
    try {
      return await untilIdle(store, WITHIN_MS, patience);
    } catch (error) {
      if (!isOutage(error)) throw error;
      await sleep(500);
    }
  }
}

/** A receiver of webhooks at an address of this machine that remembers their ids. */
export async function startHook(
  address = '127.0.0.1',
): Promise<{ url: string; received: Received[]; close(): Promise<void> }> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    received.push({ id: String(request.headers['webhook-id']), at: Date.now() });
    request.resume().on('end', () => response.writeHead(204).end());
  });
  await new Promise<void>((resolve) => server.listen(0, address, resolve));
  return {
    url: `http://${address}:${(server.address() as AddressInfo).port}/`,
    received,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
