import { foreignExpressions } from '../support/foreign-expressions.ts';
import { openThread, sweepOne } from '../support/regex-sweep.ts';

/**
 * CPU milliseconds of every regular expression that may see foreign bytes, on inputs made for it, at 10, 20, 40 and 80 KB; growth over 2.5
 * for double the size is a fault. One that is given short pieces alone says so in its comment ("sees at most N characters"), and is
 * measured at that length.
 */
const SWEEP = {
  sizes: [10_000, 20_000, 40_000, 80_000],
  // An expression of square cost takes some 50 ms at 10 KB, a linear one under 1.
  screenMs: 5,
  restMs: 0,
  mostGrowth: 2.5,
  leastMs: 0.5,
  mostBoundedMs: 10,
  endMs: 20_000,
};

const all = await foreignExpressions();
const thread = openThread();
let faults = 0;
for (const one of all) {
  const { costs, fault, input } = await sweepOne(one, SWEEP, thread);
  if (fault) faults += 1;
  const times = costs.map((ms) => (ms === null ? 'ended' : ms.toFixed(2))).join(' ');
  const bound = Number.isFinite(one.sees) ? `, sees ${one.sees}` : '';
  console.log(
    `${fault ? 'FAULT' : 'ok'} ${one.at}${bound} ${times} ms, on ${input}: /${one.source.slice(0, 90)}/${one.flags}`,
  );
}
await thread.close();
console.log(`${all.length} expressions, ${faults} cost more than their length`);
if (faults > 0) process.exitCode = 1;
