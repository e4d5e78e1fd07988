import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ProcessCounts } from './count-calls.ts';

/** What the time of a process went into. */
const PARTS = ['core', 'store', 'queue', 'http', 'log', 'gc', 'load', 'shell'] as const;
type Part = (typeof PARTS)[number];

/** By the path of the innermost function that says it: the first that fits. */
const WHERE: ReadonlyArray<[Part, RegExp]> = [
  [
    'load',
    /node:internal\/(modules|bootstrap|process\/pre_execution|main)|node:internal\/(process\/execution|vm)|amaro/,
  ],
  ['store', /node_modules\/(better-sqlite3|drizzle-orm|pg|pg-[\w-]+|postgres-[\w-]+)\/|packages\/shared\/store\//],
  ['queue', /node_modules\/(bullmq|ioredis|@ioredis|redis-[\w-]+|msgpackr)\/|packages\/shared\/(queue\/|batch-gate)/],
  ['log', /node_modules\/(pino|sonic-boom|safe-stable-stringify|@pinojs)\/|packages\/shared\/log/],
  ['http', /node_modules\/undici\/|services\/fetcher\/http\//],
  [
    'core',
    /services\/\w+\/core\/|packages\/shared\/(text|query)\/|node_modules\/(parse5|entities|jsdom|cssom|eld|tldts|jschardet|@mozilla|@exodus)/,
  ],
  ['shell', /services\/|packages\/shared\//],
];

interface Profile {
  nodes: Array<{ id: number; callFrame: { functionName: string; url: string }; children?: number[] }>;
  samples: number[];
  timeDeltas: number[];
}

interface Process {
  counts: ProcessCounts;
  parts: Record<Part, number>;
}
/** By name: supervisor, services, the cleaner's reference. */
type Looked = Map<string, Process>;

/** A run whose processes tell where their CPU went. */
interface Look {
  env: NodeJS.ProcessEnv;
  /** Reads what the processes left and removes it. */
  read(): Looked;
}

/** Prepares an environment whose processes leave a profile and their counts in a folder. */
export function lookInto(): Look {
  const folder = mkdtempSync(join(tmpdir(), 'ww-look-'));
  const flags = ['--import', join(import.meta.dirname, 'count-calls.ts'), '--cpu-prof', `--cpu-prof-dir=${folder}`];
  return {
    env: { NODE_OPTIONS: flags.join(' '), WHOLE_COUNTS: folder },
    read() {
      const files = readdirSync(folder);
      const json = <T>(file: string): T => JSON.parse(readFileSync(join(folder, file), 'utf8'));
      const found: Looked = new Map();
      for (const file of files.filter((name) => name.endsWith('.counts.json'))) {
        const counts = json<ProcessCounts>(file);
        const profiles = files.filter(
          (name) => name.endsWith('.cpuprofile') && name.split('.')[3] === String(counts.pid),
        );
        const parts = sharesOf(profiles.map((name) => json<Profile>(name)));
        for (const part of PARTS) parts[part] *= counts.cpuMs;
        found.set(found.has(counts.name) ? `${counts.name} ${counts.pid}` : counts.name, { counts, parts });
      }
      for (const name of files) rmSync(join(folder, name));
      return found;
    },
  };
}

/** The share of each part in the time in which the threads of a process did anything. */
function sharesOf(profiles: Profile[]): Record<Part, number> {
  const micros = Object.fromEntries(PARTS.map((part) => [part, 0])) as Record<Part, number>;
  let all = 0;
  for (const { nodes, samples, timeDeltas } of profiles) {
    const partOf = partsOfNodes(nodes);
    for (const [at, id] of samples.entries()) {
      const part = partOf.get(id);
      if (!part) continue;
      micros[part] += timeDeltas[at]!;
      all += timeDeltas[at]!;
    }
  }
  for (const part of PARTS) micros[part] /= all || 1;
  return micros;
}

function partsOfNodes(nodes: Profile['nodes']): Map<number, Part | null> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parts = new Map<number, Part | null>();
  const visit = (id: number, above: Part): void => {
    const { callFrame, children = [] } = byId.get(id)!;
    const named = WHERE.find(([, where]) => where.test(callFrame.url))?.[0];
    const part = named ?? above;
    const { functionName } = callFrame;
    parts.set(id, functionName === '(garbage collector)' ? 'gc' : functionName === '(idle)' ? null : part);
    for (const child of children) visit(child, part);
  };
  visit(nodes[0]!.id, 'shell');
  return parts;
}

/** The table of what `large` took more than `small`, a line a process: milliseconds and calls, an article of the difference. */
export function tableOf(small: Looked, large: Looked, articles: number): string[] {
  const more = (pick: (of: Process) => number, name: string) => {
    const before = small.get(name);
    return (pick(large.get(name)!) - (before ? pick(before) : 0)) / articles;
  };
  const head = [...PARTS, 'all'].map((name) => name.padStart(8)).join('');
  const kinds: Array<[string, (of: Process) => number]> = [
    ['statements', ({ counts }) => sum(counts, 'select', 'with', ...WRITES)],
    ['writing', ({ counts }) => sum(counts, ...WRITES)],
    ['begins', ({ counts }) => sum(counts, 'begin')],
    ['commands', ({ counts }) => counts.commands],
  ];
  const lines = [`${'an article, ms'.padEnd(16)}${head}${kinds.map(([name]) => name.padStart(11)).join('')}`];
  for (const name of large.keys()) {
    const times = [
      ...PARTS.map((part) => more(({ parts }) => parts[part], name)),
      more(({ counts }) => counts.cpuMs, name),
    ];
    const calls = kinds.map(([, pick]) => more(pick, name).toFixed(1).padStart(11));
    lines.push(`${name.padEnd(16)}${times.map((ms) => ms.toFixed(2).padStart(8)).join('')}${calls.join('')}`);
  }
  return lines;
}

/** The statements that a process asks most often, a line each: how often an article of the difference, its CPU in SQLite, and its text. */
export function statementsOf(small: Looked, large: Looked, articles: number): string[] {
  return [...large].flatMap(([name, { counts }]) => {
    const before = small.get(name)?.counts ?? {
      texts: {} as Record<string, number>,
      spent: {} as Record<string, number>,
    };
    const more = Object.entries(counts.texts).map(([text, count]) => ({
      text,
      each: (count - (before.texts[text] ?? 0)) / articles,
      ms: ((counts.spent[text] ?? 0) - (before.spent[text] ?? 0)) / articles,
    }));
    const often = more.filter(({ each }) => each >= OFTEN).sort((a, b) => b.ms - a.ms || b.each - a.each);
    return [
      name,
      ...often.map(
        ({ text, each, ms }) =>
          `${each.toFixed(2).padStart(7)} ${ms.toFixed(3).padStart(7)} ${text.replace(/\s+/g, ' ').slice(0, TOLD)}`,
      ),
    ];
  });
}

/** Statements of one article in ten are worth a line; of each so many letters. */
const OFTEN = 0.1;
const TOLD = 200;

const WRITES = ['insert', 'update', 'delete'];
const sum = ({ statements }: ProcessCounts, ...kinds: string[]) =>
  kinds.reduce((all, kind) => all + (statements[kind] ?? 0), 0);
