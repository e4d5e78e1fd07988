import { Worker } from 'node:worker_threads';
import type { Expression } from './foreign-expressions.ts';

const PLAIN = [
  ' ',
  'a',
  'A',
  '1',
  '<',
  '>',
  '"',
  "'",
  '&',
  '-',
  '.',
  ',',
  '/',
  '\n',
  '\t',
  'ا',
  '字',
  'a ',
  ' a',
  '1.',
];
const PAIRS = ['<a', '<a ', '<!--', 'A a ', 'a.a', '=', ' \n'];

/** Pieces that are repeated: what the expression itself names, one, two and three parts in a row, and what breaks most. */
function pieces(source: string): string[] {
  const named = source
    .replace(/\\u\{?([0-9a-f]{4,5})\}?/gi, (_, hex) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replace(/\\[sS]/g, ' ')
    .replace(/\\[dD]/g, '1')
    .replace(/\\[wWbB]/g, 'a')
    .replace(/\\p\{[^}]*\}/gi, 'a')
    .replace(/\\n/g, '\n')
    .replace(/\(\?(?:[:=!]|<[=!]|<\w+>)|\[\^?|[\]()*+?|^$]|\{\d*,?\d*\}|\\/g, '\u0000')
    .split('\u0000')
    .filter((part) => part !== '' && part.length < 60);
  const rows = named.flatMap((part, n) => [
    part,
    part + (named[n + 1] ?? ''),
    part + (named[n + 1] ?? '') + (named[n + 2] ?? ''),
  ]);
  return [...new Set([...PLAIN, ...PAIRS, ...rows, ...[...new Set(named.join(''))].slice(0, 30)])];
}

/**
 * In a thread, where an expression without end can be ended. A sticky one is asked at one place, as its caller does. The clock of a
 * thread's CPU goes by four milliseconds on some machines: one input alone is asked until 40 are gone; which of many is the worst is told
 * by the clock on the wall, the best of three.
 */
const WORK = `const { parentPort } = require('node:worker_threads');
parentPort.on('message', ({ source, flags, inputs }) => {
  const sticky = flags.includes('y');
  const expression = new RegExp(source, sticky ? flags : flags.replace('g', '') + 'g');
  const ask = (input) => {
    if (sticky) { expression.lastIndex = 0; expression.exec(input); }
    else input.replace(expression, '');
  };
  const spent = (input, rounds) => {
    const before = process.threadCpuUsage();
    for (let round = 0; round < rounds; round += 1) ask(input);
    const { user, system } = process.threadCpuUsage(before);
    return (user + system) / 1000;
  };
  const passed = (input) => {
    const before = performance.now();
    ask(input);
    return performance.now() - before;
  };
  const bestOf = (measure, input, enough) => {
    let least = Infinity;
    for (let round = 0; round < 3 && least > enough; round += 1) {
      least = Math.min(least, measure(input, 1));
      if (least > 200) break;
    }
    return least;
  };
  parentPort.postMessage(inputs.map((input) => {
    if (inputs.length > 1) return bestOf(passed, input, 0.1);
    const least = bestOf(spent, input, 1);
    if (least > 40) return least;
    for (let rounds = 4; ; rounds *= 2) {
      const ms = spent(input, rounds);
      if (ms > 40 || rounds > 4000) return ms / rounds;
    }
  }));
});`;

/** The costs of one expression on its worst input; null where it was ended. */
export interface Swept extends Expression {
  input: string;
  /** CPU ms at each of the sizes. */
  costs: Array<number | null>;
  fault: boolean;
}

/** Sizes in characters, rising by doubles. */
export interface Sweep {
  sizes: readonly number[];
  /** Below it at the first size, the inputs are held against each other once more at the last but one. */
  screenMs: number;
  /** Below it at the last but one (by the wall) nothing is measured further; 0: all are, at all sizes; infinite: the first size alone screens. */
  restMs: number;
  /** For each double of the size. */
  mostGrowth: number;
  /** Costs below it are the clock's and the compiler's and say nothing of growth. */
  leastMs: number;
  /** Of one that sees short pieces alone: CPU ms at that length. */
  mostBoundedMs: number;
  endMs: number;
}

const LOOKS = 3;

interface Input {
  head: string;
  piece: string;
}

/** Measures an expression on inputs made for it: pieces repeated, behind nothing, a letter and a beginning of the expression's own. */
export async function sweepOne(one: Expression, sweep: Sweep, thread: Thread): Promise<Swept> {
  const { sizes, screenMs, restMs, mostGrowth, leastMs, mostBoundedMs } = sweep;
  const first = Math.min(sizes[0]!, one.sees);
  const own = pieces(one.source);
  const inputs = ['', 'a', own.at(-1)!].flatMap((head) => own.map((piece) => ({ head, piece })));
  let { worst, most } = await worstOf(one, inputs, first, sweep, thread);
  const name = ({ head, piece }: Input) => JSON.stringify(head) + JSON.stringify(piece);
  if (one.sees <= first)
    return { ...one, input: name(worst), costs: [most], fault: most === null || most > mostBoundedMs };
  if (most !== null && most < screenMs) {
    if (restMs === Number.POSITIVE_INFINITY) return { ...one, input: name(worst), costs: [most], fault: false };
    // What grows with the square of its pieces' number costs next to nothing yet.
    ({ worst, most } = await worstOf(one, inputs, Math.min(sizes.at(-2)!, one.sees), sweep, thread));
    if (most !== null && most < restMs) return { ...one, input: name(worst), costs: [most], fault: false };
  }
  const row: Array<number | null> = [];
  const costAt = async (size: number) => (await thread.ask(one, [made(worst, size)], sweep.endMs))?.[0] ?? null;
  const fitting = sizes.filter((each) => each <= one.sees);
  for (const size of fitting) row.push(row.at(-1) === null ? null : await costAt(size));
  // Over two doubles a line's cost is four times as high and a square's sixteen: no machine's noise lies between.
  const growth = (from: number, to: number) => (to > leastMs ? to / Math.max(from, leastMs / 2) : 0);
  const endless = row.includes(null);
  let fault = endless;
  // One look tells little: whatever costs anything is looked at again, where three sizes fit.
  if (!endless && fitting.length > 2 && row.at(-1)! > leastMs) {
    const whole = Number.isFinite(one.sees) ? fitting.at(-1)! : fitting.at(-1)! * 4;
    const [part, all] = [await leastOf(LOOKS, () => costAt(whole / 4)), await leastOf(LOOKS, () => costAt(whole))];
    fault = part === null || all === null || growth(part, all) > mostGrowth ** 2;
  }
  return { ...one, input: name(worst), costs: row, fault };
}

/** A busy machine's caches count as CPU time, so the least counts; null where one of the looks had no end. */
async function leastOf(looks: number, look: () => Promise<number | null>): Promise<number | null> {
  let least = Number.POSITIVE_INFINITY;
  for (let n = 0; n < looks; n += 1) {
    const cost = await look();
    if (cost === null) return null;
    least = Math.min(least, cost);
  }
  return least;
}

function made({ head, piece }: Input, size: number): string {
  return `${(head + piece.repeat(Math.ceil(size / piece.length))).slice(0, size)}\u0001`;
}

/** The input that costs most, and what; null where it has no end. */
async function worstOf(
  one: Expression,
  inputs: readonly Input[],
  size: number,
  { endMs }: Sweep,
  thread: Thread,
): Promise<{ worst: Input; most: number | null }> {
  let worst = inputs[0]!;
  let most = 0;
  const costs = await thread.ask(
    one,
    inputs.map((input) => made(input, size)),
    endMs,
  );
  if (costs === null) {
    // One of them has no end, or all together take longer: which, shows when each is asked alone.
    for (const input of inputs) {
      const cost = await thread.ask(one, [made(input, size)], endMs);
      if (cost === null) return { worst: input, most: null };
      if (cost[0]! > most) [worst, most] = [input, cost[0]!];
    }
    return { worst, most };
  }
  for (const [n, ms] of costs.entries()) if (ms > most) [worst, most] = [inputs[n]!, ms];
  return { worst, most };
}

/** A thread that measures, and is made anew where it had to be ended. */
export interface Thread {
  ask(one: Expression, inputs: string[], endMs: number): Promise<number[] | null>;
  close(): Promise<unknown>;
}

export function openThread(): Thread {
  let worker: Worker | null = null;
  return {
    ask({ source, flags }, inputs, endMs) {
      worker ??= new Worker(WORK, { eval: true });
      const asked = worker;
      return new Promise((resolve) => {
        const timer = setTimeout(() => {
          worker = null;
          void asked.terminate();
          resolve(null);
        }, endMs);
        asked.once('message', (costs: number[]) => {
          clearTimeout(timer);
          resolve(costs);
        });
        asked.postMessage({ source, flags, inputs });
      });
    },
    close: async () => worker?.terminate(),
  };
}
