import { fork } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { seeded } from '@wirewatch/shared/seeded.ts';
import { createCleanPool } from '../../services/cleaner/pool.ts';
import { mutate } from '../support/mutate-page.ts';

/**
 * The memory of a cleaner over many pages: labelled pages, each time with other numbers in them and every tenth damaged, through
 * the service's own pool in a process of its own. Prints one line each twentieth of the run: pages, seconds, seconds of CPU, MB (PSS: what is shared
 * with others counts in part) of that process and of its children, and the most that both were together. Linux only.
 * `BENCH_CLEAN_PAGES` pages (20,000), `BENCH_CLEAN_THREADS` threads (1, as in the service).
 */
const PAGES = join(import.meta.dirname, '../../../shared/data/extract');
const COUNT = Number(process.env.BENCH_CLEAN_PAGES ?? 20_000);
const THREADS = Number(process.env.BENCH_CLEAN_THREADS ?? 1);

const files = ['scrapinghub', 'fundus', 'aed', 'trafilatura']
  .map((set) => join(PAGES, set, 'pages'))
  .flatMap((folder) => (existsSync(folder) ? readdirSync(folder).map((file) => join(folder, file)) : []));
if (files.length === 0) {
  console.log('no labelled pages beside the project: fetch the measuring data first');
  process.exit(0);
}

/** Other numbers each time, so that addresses, dates and class names differ as on pages of one site. */
function page(n: number): string {
  const html = gunzipSync(readFileSync(files[(n * 7) % files.length] as string)).toString('utf8');
  const random = seeded(n);
  const varied = html.replace(/\d{3,}/g, (digits) => String(Math.floor(random() * 10 ** Math.min(9, digits.length))));
  return n % 10 === 9 ? mutate(varied, random) : varied;
}

/** Proportional set size in MB of a process: pages that it shares with its children count once. */
function pssMb(pid: number | string): number {
  const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  return Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0) / 1000;
}

/** Ticks of a hundredth of a second that a process has had the processor, as seconds; those of its children are not in it. */
function cpuSeconds(pid: number): number {
  const [user, system] = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
    .slice(11, 13);
  return (Number(user) + Number(system)) / 100;
}

function childrenOf(pid: number): string[] {
  return readdirSync(`/proc/${pid}/task`).flatMap((task) =>
    readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').trim().split(' ').filter(Boolean),
  );
}

/** MB of a process, and of the processes that it has started. */
function memoryOf(pid: number): { own: number; children: number } {
  let children = 0;
  for (const child of childrenOf(pid)) {
    try {
      children += pssMb(child);
    } catch {
      // It has ended since it was listed.
    }
  }
  return { own: pssMb(pid), children };
}

interface Order {
  n: number;
  body: Uint8Array;
}

/** The process that is measured: the pool as the service has it, and pages that come in. */
function clean(): void {
  const pool = createCleanPool({ size: THREADS, timeoutMs: 20_000, heapMb: 384 });
  process.on('message', async ({ n, body }: Order) => {
    const { outcome } = await pool.clean({ url: `https://a.example/${n}`, body });
    process.send?.(outcome);
  });
  process.on('disconnect', () => process.exit());
}

async function measure(): Promise<void> {
  const cleaner = fork(import.meta.filename, ['clean'], { serialization: 'advanced' });
  const pid = cleaner.pid as number;
  const outcomes: Record<string, number> = {};
  const started = Date.now();
  let sent = 0;
  let done = 0;
  let peak = 0;
  const send = (): void => {
    if (sent < COUNT) cleaner.send({ n: sent, body: Buffer.from(page(sent)) } satisfies Order);
    sent += 1;
  };
  await new Promise<void>((finished) => {
    cleaner.on('message', (outcome: string) => {
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
      done += 1;
      send();
      if (done % 20 === 0) {
        const now = memoryOf(pid);
        peak = Math.max(peak, now.own + now.children);
        if (done % Math.ceil(COUNT / 20) === 0) {
          const line = { pages: done, seconds: (Date.now() - started) / 1000, cpu: cpuSeconds(pid), ...now, peak };
          console.log(JSON.stringify(line, (_, v) => (typeof v === 'number' ? Math.round(v) : v)));
        }
      }
      if (done === COUNT) finished();
    });
    for (let i = 0; i <= THREADS; i += 1) send();
  });
  console.log(JSON.stringify(outcomes));
  cleaner.disconnect();
}

if (process.argv[2] === 'clean') clean();
else await measure();
