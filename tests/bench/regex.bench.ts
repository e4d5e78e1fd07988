import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { parseSync } from 'oxc-parser';

/**
 * CPU milliseconds of every regular expression that may see foreign bytes, on inputs made for it, at 10, 20, 40 and 80 KB; growth over 2.5
 * for double the size is a fault. It measures the expression alone: one that is only given short pieces (a line, a name, 2 KB of a head) is
 * named here all the same, and its caller must be looked at.
 */
const ROOT = join(import.meta.dirname, '../..');
const FOREIGN = [
  'services/fetcher/{core,http,warc,politeness}/**/*.ts',
  'services/cleaner/core/**/*.ts',
  'services/deduplicator/core/**/*.ts',
  'services/classifier/core/**/*.ts',
  'packages/shared/{text,query,feeds,http,outlets}/**/*.ts',
  'services/dashboard/{security,websub}*/**/*.ts',
];
const SIZES = [10_000, 20_000, 40_000, 80_000];
const MOST_GROWTH = 2.5;
/** Below this at 10 KB nothing is measured further: an expression of square cost takes some 50 ms there, a linear one under 1. */
const SCREEN_MS = 5;
/** Expressions that take longer for one input are ended. */
const MOST_MS = 20_000;

interface Found {
  at: string;
  source: string;
  flags: string;
}

function literals(file: string): Found[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const found: Found[] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if (Array.isArray(node)) {
      for (const child of node) walk(child);
      return;
    }
    const { type, regex, start } = node as { type?: string; regex?: { pattern: string; flags: string }; start: number };
    if (type === 'Literal' && regex) {
      found.push({
        at: `${file}:${text.slice(0, start).split('\n').length}`,
        source: regex.pattern,
        flags: regex.flags,
      });
      return;
    }
    for (const child of Object.values(node)) walk(child);
  };
  walk(parseSync(file, text).program);
  return found;
}

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
  const plain = [
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
    '<a',
    '<a ',
    '<!--',
    'A a ',
    'a.a',
    '=',
    ' \n',
  ];
  return [...new Set([...plain, ...rows, ...[...new Set(named.join(''))].slice(0, 30)])];
}

/** In a thread, where an expression without end can be ended. */
const WORK = `const { parentPort } = require('node:worker_threads');
parentPort.on('message', ({ source, flags, piece, head, size }) => {
  const expression = new RegExp(source, flags.replace('y', '').replace('g', '') + 'g');
  const input = head + piece.repeat(Math.ceil(size / piece.length)).slice(0, size) + '\\u0001';
  const times = [];
  for (let round = 0; round < 3; round += 1) {
    const before = process.threadCpuUsage();
    input.replace(expression, '');
    const { user, system } = process.threadCpuUsage(before);
    times.push((user + system) / 1000);
    if (times[0] > 200) break;
  }
  parentPort.postMessage(Math.min(...times));
});`;
const threads: Worker[] = [];

/** CPU milliseconds of replacing all that matches; null where it took longer than it may. */
function measure({ source, flags }: Found, piece: string, head: string, size: number): Promise<number | null> {
  const worker = threads[0] ?? new Worker(WORK, { eval: true });
  threads[0] = worker;
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      threads.pop();
      void worker.terminate();
      resolve(null);
    }, MOST_MS);
    worker.once('message', (ms: number) => {
      clearTimeout(timer);
      resolve(ms);
    });
    worker.postMessage({ source, flags, piece, head, size });
  });
}

/** The input that costs most at 10 KB: pieces repeated, after a beginning of the expression's own and without one. */
async function worst(found: Found): Promise<{ piece: string; head: string; ms: number | null }> {
  let most = { piece: ' ', head: '', ms: 0 as number | null };
  const own = pieces(found.source);
  for (const head of ['', own.at(-1)!]) {
    for (const piece of own) {
      const ms = await measure(found, piece, head, SIZES[0]!);
      if (ms === null) return { piece, head, ms };
      if (ms > (most.ms ?? 0)) most = { piece, head, ms };
    }
  }
  return most;
}

const seen = new Set<string>();
const all = FOREIGN.flatMap((pattern) => globSync(pattern, { cwd: ROOT }))
  .filter((file) => !/\.test\.ts$/.test(file))
  .flatMap(literals)
  .filter(({ source, flags }) => !seen.has(`${source}/${flags}`) && seen.add(`${source}/${flags}`));
let faults = 0;
for (const found of all) {
  const { piece, head, ms } = await worst(found);
  if (ms !== null && ms < SCREEN_MS) continue;
  const row: Array<number | null> = [];
  for (const size of SIZES)
    row.push(ms === null || row.at(-1) === null ? null : await measure(found, piece, head, size));
  const growth = row.map((one, n) => (n === 0 ? 0 : one === null ? Number.POSITIVE_INFINITY : one / (row[n - 1] || 1)));
  // The first step is short enough for compiling to count.
  const fault = Math.max(...growth.slice(2)) > MOST_GROWTH;
  if (fault) faults += 1;
  const times = row.map((one) => (one === null ? 'ended' : one.toFixed(1))).join(' ');
  console.log(
    `${fault ? 'FAULT' : 'ok'} ${found.at} ${times} ms, on ${JSON.stringify(piece)}: /${found.source.slice(0, 90)}/${found.flags}`,
  );
}
await threads[0]?.terminate();
console.log(`${all.length} expressions, ${faults} grow faster than ${MOST_GROWTH} for double the size`);
