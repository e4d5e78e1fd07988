import { setTimeout as sleep } from 'node:timers/promises';
import { machinesLeaveNothing } from './machines/faults.ts';
import { whyNoNetwork } from './machines/network.ts';
import { throughputOf } from './machines/throughput.ts';

/**
 * wirewatch on several machines: namespaces of this one with cables between them. Redis, Postgres and S3 on one, workers on two, the
 * dashboard on a fourth. `MACHINES_CORES` is what each machine of workers has (0.4), `MACHINES_ARTICLES` what each run reads,
 * `MACHINES_PARTS` which of `throughput` and `faults` are done, `MACHINES_OLD` the commit of the former release: by default the first
 * with the store's present schema.
 */
const why = whyNoNetwork();
const parts = (process.env.MACHINES_PARTS ?? 'throughput,faults').split(',');
const cores = Number(process.env.MACHINES_CORES ?? 0.4);
const articles = Number(process.env.MACHINES_ARTICLES ?? 240);

if (why) console.log(`not run here: ${why}`);
else {
  if (parts.includes('throughput')) {
    const rates: number[] = [];
    for (const machines of [1, 2]) {
      const { perSecond, lockedMs } = await throughputOf({ machines, cores, articles });
      rates.push(perSecond);
      console.log(
        `${machines} x ${cores} core: ${perSecond.toFixed(2)} articles/s; ${lockedMs.toFixed(1)} ms an article under the lock of groups`,
      );
      await sleep(1000);
    }
    console.log(`two against one: ${(rates[1]! / rates[0]!).toFixed(2)}`);
  }
  if (parts.includes('faults')) {
    const wrong = await machinesLeaveNothing({ cores, articles, old: process.env.MACHINES_OLD ?? null }, console.log);
    if (wrong) process.exitCode = 1;
  }
}
