import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { openStore } from '@wirewatch/shared/store/database/open.ts';
import { CONNECTIONS } from '@wirewatch/shared/store/database/open-postgres.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { startPress } from '../../support/press.ts';
import { cpuSecondsOfTree } from '../whole/cpu.ts';
import { type Machine, machineOf } from './machine.ts';
import { joinMachines, type Network } from './network.ts';
import { quotaOf } from './quota.ts';
import type { StoreMachineSays } from './store-machine.ts';

/** The project as it is here. */
export const HERE = join(import.meta.dirname, '../../..');
export const PER_OUTLET = 20;
/** Of the dashboard, which is asked from another machine. */
export const DESK_TOKEN = 'for-this-bench-only';
export const SECRET = 'WIREWATCH_HOOK_CHAOS';

/** What a ground is made of. */
export interface GroundOptions {
  workers: readonly string[];
  /** What each machine of workers has. */
  cores: number;
  articles: number;
  /** Connections to Postgres: of each process at most, and of all. */
  connections?: { each: number; all: number };
}

/** Machines with nothing on them yet but what is kept, and a press beside them. */
export interface Ground {
  network: Network;
  /** With one connection to Postgres. */
  store: Store;
  /** CPU seconds that Redis, Postgres and S3 have taken. */
  keepsCpuSeconds(): number;
  feeds: string[];
  /** Machines of workers, then the desk's. */
  machines: Record<string, Machine>;
}

/** Builds the ground for `work`, and takes it away whatever comes. */
export async function onGround<T>(options: GroundOptions, work: (ground: Ground) => Promise<T>): Promise<T> {
  const undo: Array<() => unknown> = [];
  try {
    const network = joinMachines(['keeps', ...options.workers, 'desk']);
    undo.push(() => network.remove());
    const { each, all } = options.connections ?? { each: CONNECTIONS, all: 200 };
    const { env, pid, stop } = await startKeeping(network, all);
    undo.push(stop);
    const press = await startPress(options.articles / PER_OUTLET, PER_OUTLET, {
      textsOf: (outlet) => outlet - (outlet % 2),
      apart: true,
      address: network.own,
    });
    undo.push(() => press.close());
    const store = await openStore(`${env.DATABASE_URL}?connections=1`, 'migrate');
    undo.push(() => store.close());
    const given = {
      ...process.env,
      ...env,
      DATABASE_URL: `${env.DATABASE_URL}?connections=${each}`,
      [SECRET]: 'between us',
      WIREWATCH_ALLOW_NETS: '10.0.0.0/8',
      WIREWATCH_CONNECT_TO: press.connectTo,
      WIREWATCH_HOST_GAP_MS: '0',
      WIREWATCH_LOCK_MS: '5000',
    };
    const machines: Record<string, Machine> = {};
    for (const name of options.workers) {
      const quota = quotaOf(name, options.cores);
      undo.push(() => quota.remove());
      machines[name] = machineOf(name, [...quota.enter, ...network.on(name)], given);
    }
    const desk = { WIREWATCH_HOST: network.addressOf('desk'), WIREWATCH_TOKEN: DESK_TOKEN };
    machines.desk = machineOf('desk', network.on('desk'), { ...given, ...desk });
    for (const machine of Object.values(machines)) undo.push(() => machine.kill());
    const keepsCpuSeconds = () => cpuSecondsOfTree(pid);
    return await work({ network, store, keepsCpuSeconds, feeds: press.feeds, machines });
  } finally {
    for (const step of undo.reverse()) await step();
  }
}

async function startKeeping(
  network: Network,
  connections: number,
): Promise<StoreMachineSays & { pid: number; stop(): Promise<void> }> {
  const file = join(import.meta.dirname, 'store-machine.ts');
  const [command, ...args] = [
    ...network.on('keeps'),
    process.execPath,
    file,
    network.addressOf('keeps'),
    String(connections),
  ];
  const child: ChildProcess = spawn(command!, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const ended = once(child, 'exit');
  const said = await Promise.race([once(child, 'message'), ended.then(() => null)]);
  if (!said) throw new Error('what is kept could not be started');
  const { env } = said[0] as StoreMachineSays;
  return {
    env,
    pid: child.pid!,
    async stop() {
      child.send('stop');
      await ended;
    },
  };
}
