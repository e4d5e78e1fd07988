import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { FUZZ_KINDS, fuzzOne } from '../support/fuzz-kinds.ts';

/**
 * Damaged documents of every kind that strangers send: crashes, CPU over a second, memory over 300 MB above the idle process. A part reads
 * BENCH_FUZZ_COUNT documents of each of BENCH_FUZZ_KINDS from number BENCH_FUZZ_FROM on; it says where the next part begins. With the
 * seed and its number, one document is made again. A document that hangs its reader shows as the last `begun` of a part that does not end.
 */
const SEED = Number(process.env.BENCH_FUZZ_SEED ?? Date.now() % 1_000_000);
const FROM = Number(process.env.BENCH_FUZZ_FROM ?? 0);
const COUNT = Number(process.env.BENCH_FUZZ_COUNT ?? 2000);
const KINDS = process.env.BENCH_FUZZ_KINDS?.split(',') ?? Object.keys(FUZZ_KINDS);
const MOST_CPU_MS = 1000;
const MOST_MB = 300;
const TELL_EVERY = 1000;

let faults = 0;
const fault = (line: string) => {
  faults += 1;
  // An error may quote the whole document.
  console.log(`FAULT ${line.length > 2000 ? `${line.slice(0, 500)} ... ${line.slice(-1500)}` : line}`);
};
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
console.log(`seed ${SEED}, documents ${FROM} to ${FROM + COUNT - 1} of each kind`);
for (const kind of KINDS) {
  await fuzzOne(kind, SEED, FROM);
  collect();
  const idleMb = megabytes();
  let [slowest, slowestAt, largestMb] = [0, FROM, 0];
  for (let index = FROM; index < FROM + COUNT; index += 1) {
    if ((index - FROM) % TELL_EVERY === 0) console.log(`${kind}: begun ${index}`);
    const { cpuMs, crash } = await fuzzOne(kind, SEED, index);
    let grownMb = megabytes() - idleMb;
    if (grownMb > MOST_MB) {
      // Garbage of thousands of documents that the runtime saw no need to collect says nothing of this one.
      collect();
      grownMb = megabytes() - idleMb;
    }
    if (cpuMs > slowest) [slowest, slowestAt] = [cpuMs, index];
    if (crash) fault(`${kind} ${index}: ${crash}`);
    if (cpuMs > MOST_CPU_MS) fault(`${kind} ${index}: ${Math.round(cpuMs)} ms of CPU`);
    if (grownMb > MOST_MB && grownMb > largestMb)
      fault(`${kind} ${index}: ${Math.round(grownMb)} MB above the idle process`);
    largestMb = Math.max(largestMb, grownMb);
  }
  console.log(
    `${kind}: slowest ${Math.round(slowest)} ms of CPU (number ${slowestAt}), ${Math.round(largestMb)} MB above idle`,
  );
}
console.log(`${faults} faults; go on with BENCH_FUZZ_SEED=${SEED} BENCH_FUZZ_FROM=${FROM + COUNT}`);
if (faults > 0) process.exitCode = 1;

/** What the process holds but for the heap's own empty room. */
function megabytes(): number {
  const { rss, heapTotal, heapUsed } = process.memoryUsage();
  return (rss - heapTotal + heapUsed) / 1e6;
}
