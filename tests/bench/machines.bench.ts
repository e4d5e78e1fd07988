import { setTimeout as sleep } from 'node:timers/promises';
import { type Connected, connectedBy, type Held } from './machines/connections.ts';
import { machinesLeaveNothing } from './machines/faults.ts';
import { whyNoNetwork } from './machines/network.ts';
import { throughputOf } from './machines/throughput.ts';

/**
 * wirewatch on several machines: namespaces of this one with cables between them. Redis, Postgres and S3 on one, workers on two, the
 * dashboard on a fourth. `MACHINES_CORES` is what each machine of workers has (0.4), `MACHINES_ARTICLES` what each run reads,
 * `MACHINES_PARTS` which of `throughput`, `faults` and `connections` are done, `MACHINES_COUNTS` how many machines of workers are
 * compared (1,2; four at most), `MACHINES_POOLS` how many connections a process may have, `MACHINES_ROOMS` with how many of a Postgres
 * they are then tried (`20x8`: twenty, of each process eight at most, and one is the bench's own), `MACHINES_OLD` the commit of the
 * former release: by default the first with the store's present schema.
 */
const why = whyNoNetwork();
const parts = (process.env.MACHINES_PARTS ?? 'throughput,faults').split(',');
const cores = Number(process.env.MACHINES_CORES ?? 0.4);
const articles = Number(process.env.MACHINES_ARTICLES ?? 240);
const numbers = (text: string) => text.split(',').filter(Boolean).map(Number);
const counts = numbers(process.env.MACHINES_COUNTS ?? '1,2');
const pools = numbers(process.env.MACHINES_POOLS ?? '2,4,8,16');
const rooms = (process.env.MACHINES_ROOMS ?? '20x8,14x2,8x1,7x1').split(',').filter(Boolean);
/** Room for whoever asks, where the connections of one process are compared. */
const AMPLE = 200;

if (why) console.log(`not run here: ${why}`);
else {
  if (parts.includes('throughput')) await compareMachines();
  if (parts.includes('connections')) await compareConnections();
  if (parts.includes('faults')) {
    const wrong = await machinesLeaveNothing({ cores, articles, old: process.env.MACHINES_OLD ?? null }, console.log);
    if (wrong) process.exitCode = 1;
  }
}

async function compareMachines(): Promise<void> {
  let first: number | null = null;
  for (const machines of counts) {
    const { perSecond, keepsMs, ...ms } = await throughputOf({ machines, cores, articles });
    first ??= perSecond;
    const [alone, settling, waiting] = [ms.aloneMs, ms.settlingMs, ms.waitingMs].map((value) => value.toFixed(1));
    console.log(
      `${machines} x ${cores} core: ${perSecond.toFixed(2)} articles/s, ${(perSecond / first).toFixed(2)} of the first; ms an article: ` +
        `${settling} settling groups, ${alone} of it with nobody beside, ${waiting} waiting for another; ` +
        `${keepsMs.toFixed(1)} CPU of Redis, Postgres and S3`,
    );
    await sleep(1000);
  }
}

async function compareConnections(): Promise<void> {
  for (const room of [...pools.map((each) => `${AMPLE}x${each}`), ...rooms]) {
    const [all, each] = room.split('x').map(Number) as [number, number];
    const name = `max_connections ${all}, ${each} a process`;
    try {
      tell(name, await connectedBy({ cores, articles, each, all }));
    } catch (error) {
      console.log(`${name}: not all services start; ${(error as Error).message.trim()}`);
    }
  }
}

function tell(name: string, { rest, load, most, perSecond, done, servicesMs, keepsMs }: Connected): void {
  const pace = perSecond === null ? `only ${done} done` : `${perSecond.toFixed(1)} articles/s`;
  console.log(
    `${name}: ${pace}, ${servicesMs.toFixed(1)} ms CPU an article of the services and ${keepsMs.toFixed(1)} of Redis, Postgres and S3; ${most} open at most`,
  );
  const held = (one?: Held) =>
    one ? `${one.open} open, ${one.inUse} in use (${one.average.toFixed(2)} on average)` : 'none';
  for (const service of [...new Set([...rest.keys(), ...load.keys()])].sort())
    console.log(`  ${service.padEnd(14)} at rest ${held(rest.get(service))}; at work ${held(load.get(service))}`);
}
