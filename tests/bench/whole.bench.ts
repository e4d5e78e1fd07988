import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { type PrivatePostgres, startPrivatePostgres } from '../support/postgres.ts';
import { cpuSecondsOfTree } from './whole/cpu.ts';
import { lookInto, statementsOf, tableOf } from './whole/look-into.ts';
import { runNaive } from './whole/naive.ts';
import type { PageServerSays } from './whole/page-server.ts';
import { PER_FEED } from './whole/pages.ts';
import { REFERENCE_PAGES, runReference } from './whole/reference.ts';
import { serverCosts, type Watched, watchPostgres } from './whole/watched-postgres.ts';
import { runWirewatch } from './whole/wirewatch.ts';

/** Pages of the small run; the large one has twice as many, and the difference is what so many articles cost, start taken off. */
const PAGES = Number(process.env.WHOLE_PAGES ?? 500);
const ROUNDS = Number(process.env.WHOLE_ROUNDS ?? 1);
const STORES = (process.env.WHOLE_STORES ?? 'sqlite,postgres').split(',').filter(Boolean);
/** A folder with another's naive pipeline, its modules and its pages: is ours as dear as that? Nothing else is run then. */
const REFERENCE = process.env.WHOLE_REFERENCE;

interface Measured {
  cpu: number;
  seconds: number;
}
type Run = (pages: number) => Promise<Measured>;

async function main(): Promise<void> {
  if (REFERENCE) return beside(REFERENCE);
  if (PAGES % PER_FEED !== 0) throw new Error(`WHOLE_PAGES is of whole feeds: a multiple of ${PER_FEED}, not ${PAGES}`);
  const server = fork(join(import.meta.dirname, 'whole/page-server.ts'), [String(PAGES * 2)]);
  const [served] = (await once(server, 'message')) as [PageServerSays];
  console.log(`${PAGES} and ${PAGES * 2} articles (${served.from}); CPU of all processes, Redis and Postgres included`);
  const runs = new Map<string, Run>([['naive', (pages) => runNaive(served.port, pages)]]);
  if (STORES.includes('sqlite')) runs.set('wirewatch, SQLite', onSqlite(served));
  if (STORES.includes('postgres')) runs.set('wirewatch, Postgres', onPostgres(served));
  try {
    if (process.env.WHOLE_LOOK) return await look(served);
    for (let round = 0; round < ROUNDS; round += 1) await oneRound(runs);
  } finally {
    server.disconnect();
  }
}

/** Each pipeline in turn over the same pages: what else the machine does meanwhile is shared by all. */
async function oneRound(runs: ReadonlyMap<string, Run>): Promise<void> {
  const found = new Map<string, { small: Measured; large: Measured }>();
  for (const [name, run] of runs) found.set(name, { small: await run(PAGES), large: { cpu: 0, seconds: 0 } });
  for (const [name, run] of runs) found.get(name)!.large = await run(PAGES * 2);
  const costOf = ({ small, large }: { small: Measured; large: Measured }) => ((large.cpu - small.cpu) / PAGES) * 1000;
  const yardstick = costOf(found.get('naive')!);
  console.log(`${''.padEnd(20)} ${cells('small', 'large', 'start', 'ms/article', 'naive/this', 'articles/s')}`);
  for (const [name, both] of found) {
    const { small, large } = both;
    const each = costOf(both);
    const start = small.cpu - (each * PAGES) / 1000;
    const pace = PAGES / (large.seconds - small.seconds);
    console.log(
      `${name.padEnd(20)} ${cells(small.cpu.toFixed(1), large.cpu.toFixed(1), start.toFixed(1), each.toFixed(1), (yardstick / each).toFixed(2), pace.toFixed(1))}`,
    );
  }
}

/** Our naive pipeline and another's in turn, over so many pages each, their starts included. */
async function beside(folder: string): Promise<void> {
  const server = fork(join(import.meta.dirname, 'whole/page-server.ts'), [String(REFERENCE_PAGES)]);
  const [served] = (await once(server, 'message')) as [PageServerSays];
  console.log(`${REFERENCE_PAGES} articles (${served.from}), CPU seconds`);
  try {
    const sums = { ours: 0, theirs: 0 };
    for (let round = 0; round < ROUNDS; round += 1) {
      // Who comes second finds a warmer machine: they change places.
      const first = round % 2 === 0 ? await runReference(folder) : null;
      const { cpu } = await runNaive(served.port, REFERENCE_PAGES);
      const parts = first ?? (await runReference(folder));
      const theirs = Object.values(parts).reduce((sum, part) => sum + part, 0);
      const each = Object.entries(parts).map(([name, part]) => `${name} ${part}`);
      console.log(
        `ours ${cpu.toFixed(1)}, theirs ${theirs.toFixed(1)} (${each.join(', ')}): ${(cpu / theirs).toFixed(3)}`,
      );
      sums.ours += cpu;
      sums.theirs += theirs;
    }
    console.log(`all rounds, ours / theirs: ${(sums.ours / sums.theirs).toFixed(3)}`);
  } finally {
    server.disconnect();
  }
}

/** Where the CPU goes that so many articles more cost. The profiler itself adds a fifth. */
async function look(served: PageServerSays): Promise<void> {
  const runs = [
    { pages: PAGES, into: lookInto() },
    { pages: PAGES * 2, into: lookInto() },
  ] as const;
  for (const name of STORES) {
    const servers: Watched[] = [];
    for (const { pages, into } of runs) {
      const run = (postgres: PrivatePostgres | null) => runWirewatch(served, pages, { env: into.env, postgres });
      if (name === 'postgres') servers.push(await watchPostgres(run));
      else await run(null);
    }
    const [few, many] = [runs[0].into.read(), runs[1].into.read()];
    console.log([name, ...tableOf(few, many, PAGES), ...statementsOf(few, many, PAGES)].join('\n'));
    const [small, large] = servers;
    if (small && large) console.log(serverCosts(small, large, PAGES).join('\n'));
  }
}

const cells = (...values: string[]) => values.map((value) => value.padStart(11)).join('');

function onSqlite(served: PageServerSays): Run {
  return async (pages) => {
    const { cpu, summary } = await runWirewatch(served, pages);
    return { cpu, seconds: summary.seconds };
  };
}

function onPostgres(served: PageServerSays): Run {
  return async (pages) => {
    const postgres = await startPrivatePostgres({ durable: true });
    try {
      const pid = postgres.pid();
      if (pid === null) throw new Error('whose CPU is a Postgres of somebody else? Leave DATABASE_URL_TEST out');
      const before = cpuSecondsOfTree(pid);
      const { cpu, summary } = await runWirewatch(served, pages, { postgres });
      return { cpu: cpu + cpuSecondsOfTree(pid) - before, seconds: summary.seconds };
    } finally {
      await postgres.stop();
    }
  };
}

await main();
