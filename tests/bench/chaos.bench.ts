import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ChaosReport, runChaos } from '../support/chaos.ts';
import { isWrong } from '../support/chaos-judge.ts';
import { DIALECTS } from '../support/dialects.ts';

/**
 * 10,000 articles and 200 faults on each dialect, in parts of some minutes. What a part found is kept in a file that the seed names:
 * BENCH_CHAOS_SEED=N goes on after the last part that was finished. BENCH_CHAOS_PARTS=N does so many and ends;
 * BENCH_CHAOS_DIALECTS=postgres leaves the other out.
 */
const PARTS = 20;
const PAIRS = 10;
const PER_OUTLET = 25;
const FAULTS = 10;
const PATIENCE_MS = 900_000;

const dialects = DIALECTS.filter((one) => (process.env.BENCH_CHAOS_DIALECTS ?? one).split(',').includes(one));
const seed = Number(process.env.BENCH_CHAOS_SEED ?? Math.floor(Math.random() * 2 ** 31));
let left = Number(process.env.BENCH_CHAOS_PARTS ?? PARTS * dialects.length);
const file = join(tmpdir(), `ww-chaos-${seed}.jsonl`);

interface Done extends ChaosReport {
  dialect: string;
  part: number;
}

const done: Done[] = existsSync(file)
  ? readFileSync(file, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Done)
  : [];
console.log(`seed ${seed}: go on with BENCH_CHAOS_SEED=${seed} npm run bench -- chaos; parts are kept in ${file}`);

function wentWrong({ dialect: _, part: __, seconds: ___, faults: ____, ...counts }: Done): boolean {
  return isWrong(counts);
}

for (const dialect of dialects) {
  for (let part = 1; part <= PARTS && left > 0; part += 1) {
    if (done.some((one) => one.dialect === dialect && one.part === part)) continue;
    left -= 1;
    const plan = {
      dialect,
      pairs: PAIRS,
      perOutlet: PER_OUTLET,
      faults: FAULTS,
      seed: seed + part,
      failover: part % 2 === 0,
      pauseMs: [500, 3000] as const,
      patienceMs: PATIENCE_MS,
      keepLogs: join(tmpdir(), `ww-chaos-${seed}-${dialect}-${part}`),
    };
    const report = { dialect, part, ...(await runChaos(plan, () => undefined)) };
    done.push(report);
    appendFileSync(file, `${JSON.stringify(report)}\n`);
    console.log(JSON.stringify(report));
  }
  const own = done.filter((one) => one.dialect === dialect);
  const total = (of: (one: Done) => number) => own.reduce((sum, one) => sum + of(one), 0);
  const faults = total((one) => Object.values(one.faults).reduce((sum, n) => sum + n, 0));
  console.log(
    `${dialect}: ${own.length} of ${PARTS} parts, ${total((one) => one.articles)} articles, ${faults} faults: ` +
      `${total((one) => one.lost)} lost, ${total((one) => one.doubled)} doubled, ${total((one) => one.quarantined)} quarantined, ` +
      `${total((one) => one.groupsWrong)} groups wrong, ${total((one) => one.storiesMixed)} stories mixed, books off by ${total((one) => Math.abs(one.booksOff))}, ` +
      `${total((one) => one.toldTwice)} alerts too many, ${total((one) => one.untold)} too few, ${total((one) => one.webhooksLost)} webhooks lost, ${total((one) => one.webhooksTwice)} twice`,
  );
  if (own.some(wentWrong)) process.exitCode = 1;
}
