import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { cleanPage } from '../../services/cleaner/core/clean-page.ts';
import { createCleanPool } from '../../services/cleaner/pool.ts';
import { reference } from '../../services/cleaner/reference.ts';

/** Labelled pages beside the project; where they are absent, generated ones stand in. */
const PAGES = join(import.meta.dirname, '../../../shared/data/extract');
const SAMPLE = 60;
const MEMORY_PAGES = Number(process.env.BENCH_CLEAN_PAGES ?? 2000);

interface CleanBench {
  pages: number;
  source: string;
  /** Median CPU milliseconds a page. */
  lightMs: number;
  referenceMs: number;
  /** Median over pages of reference / light, each pair measured back to back. */
  ratio: number;
  /** Resident memory of the process with one cleaning thread, in MB, at each tenth of the run. */
  memoryMb: number[];
}

/** CPU a page of the cleaner against jsdom + Readability, page by page, and the memory of a pool over many pages. */
async function benchClean(): Promise<CleanBench> {
  const { pages, source } = loadPages();
  // Memory first: once jsdom is loaded, its heap would count.
  const memoryMb = await memory(pages);
  const light = pass(pages, (page) => cleanPage({ url: page.url, body: page.html }, { now: 0 }));
  // A pass each, not page by page: jsdom's garbage would else be collected on the cleaner's time.
  const heavy = pass(pages, (page) => reference(page.html, page.url));
  return {
    pages: pages.length,
    source,
    lightMs: median(light),
    referenceMs: median(heavy),
    ratio: median(heavy.map((h, i) => h / Math.max(0.05, light[i] as number))),
    memoryMb,
  };
}

/** CPU milliseconds of each page, after a first pass that warms the code. */
function pass(pages: readonly SamplePage[], work: (page: SamplePage) => unknown): number[] {
  for (const page of pages) work(page);
  return pages.map((page) => cpu(() => work(page)));
}

interface SamplePage {
  url: string;
  html: string;
}

async function memory(pages: readonly SamplePage[]): Promise<number[]> {
  const pool = createCleanPool({ size: 1, timeoutMs: 20_000, heapMb: 256 });
  const samples: number[] = [];
  for (let i = 0; i < MEMORY_PAGES; i += 1) {
    const page = pages[i % pages.length] as SamplePage;
    await pool.clean({ url: page.url, body: page.html });
    if (i % Math.ceil(MEMORY_PAGES / 10) === 0) samples.push(Math.round(process.memoryUsage().rss / 1e6));
  }
  await pool.close();
  return samples;
}

function cpu(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const used = process.cpuUsage(before);
  return (used.user + used.system) / 1000;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

function loadPages(): { pages: SamplePage[]; source: string } {
  if (!existsSync(PAGES))
    return {
      pages: Array.from({ length: SAMPLE }, (_, i) => ({ url: `https://a.example/${i}`, html: generated(i) })),
      source: 'generated (no labelled pages beside the project)',
    };
  const pages: SamplePage[] = [];
  for (const set of ['scrapinghub', 'fundus', 'aed']) {
    const folder = join(PAGES, set, 'pages');
    const files = readdirSync(folder).sort();
    const step = Math.max(1, Math.floor(files.length / (SAMPLE / 3)));
    for (let i = 0; i < files.length; i += step) {
      pages.push({
        url: `https://a.example/${set}/${i}`,
        html: gunzipSync(readFileSync(join(folder, files[i] as string))).toString('utf8'),
      });
    }
  }
  return { pages, source: 'labelled pages' };
}

/** A page of the common build: menus, a text of twenty paragraphs, teasers, scripts. */
function generated(n: number): string {
  const menu = Array.from(
    { length: 60 },
    (_, i) => `<li class="menu-item"><a href="/s${i}">Section ${i}</a></li>`,
  ).join('');
  const text = Array.from(
    { length: 20 },
    (_, i) =>
      `<p>Paragraph ${i} of story ${n} says in some twenty words what the council decided, who was against it, and when it will meet again to vote.</p>`,
  ).join('');
  const teasers = Array.from(
    { length: 30 },
    (_, i) =>
      `<div class="teaser"><a href="/t${i}"><h3>Another story, number ${i}</h3><p>It has a short text that leads to it.</p></a></div>`,
  ).join('');
  const script = `<script>var state = ${JSON.stringify(Array.from({ length: 400 }, (_, i) => ({ id: i, name: `item ${i}` })))};</script>`;
  return `<html lang="en"><head><title>Story ${n} - Sample</title>${script}</head><body><nav><ul>${menu}</ul></nav><article><h1>Story ${n}</h1>${text}</article><aside>${teasers}</aside>${script}</body></html>`;
}

console.log(JSON.stringify(await benchClean(), null, 2));
