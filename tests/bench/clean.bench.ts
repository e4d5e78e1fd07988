import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { cleanPage } from '../../services/cleaner/core/clean-page.ts';
import type { FrameKeys } from '../../services/cleaner/core/frame/frame-memory.ts';
import { reference } from '../../services/cleaner/reference.ts';
import { readabilityOnJsdom } from '../support/readability-on-jsdom.ts';

/** Labelled pages beside the project; where they are absent, generated ones stand in. */
const PAGES = join(import.meta.dirname, '../../../shared/data/extract');
const SAMPLE = 60;
/** Passes before the one that is measured: code is compiled by then, as in a worker that has served some hundred pages. */
const WARM_LIGHT = 10;
const WARM_REFERENCE = 2;

interface CleanBench {
  pages: number;
  source: string;
  /** CPU milliseconds a page, all threads of the process: from bytes to the whole record, a frame of 40 blocks applied, doubted pages asked about. */
  light: { median: number; mean: number };
  /** The same for jsdom + Readability, from a decoded string to the article's HTML. */
  reference: { median: number; mean: number };
  /** Median over pages of reference / light. */
  ratio: number;
  /** Of the sums: the mean page. */
  meanRatio: number;
  /** Pages whose light result is doubted: they cost one reference more. */
  doubted: number;
}

/** CPU a page of the cleaner against jsdom + Readability, on the same pages in one process. */
function benchClean(): CleanBench {
  const { pages, source } = loadPages();
  const frame: FrameKeys = { version: '1', keys: new Set(Array.from({ length: 40 }, (_, i) => `frame-${i}`)) };
  const doubted = new Set<string>();
  const light = pass(pages, WARM_LIGHT, (page) =>
    cleanPage(
      { url: page.url, body: page.bytes },
      {
        now: 1_700_000_000_000,
        frame,
        reference(html, url) {
          doubted.add(page.url);
          return reference(html, url);
        },
      },
    ),
  );
  // A pass each, not page by page: jsdom's garbage would else be collected on the cleaner's time.
  const heavy = pass(pages, WARM_REFERENCE, (page) => readabilityOnJsdom(page.html, page.url));
  return {
    pages: pages.length,
    source,
    light: { median: median(light), mean: mean(light) },
    reference: { median: median(heavy), mean: mean(heavy) },
    ratio: median(heavy.map((h, i) => h / Math.max(0.05, light[i] as number))),
    meanRatio: mean(heavy) / mean(light),
    doubted: doubted.size,
  };
}

/** CPU milliseconds of each page, after passes that warm the code. */
function pass(pages: readonly SamplePage[], warm: number, work: (page: SamplePage) => unknown): number[] {
  for (let i = 0; i < warm; i += 1) for (const page of pages) work(page);
  return pages.map((page) => cpu(() => work(page)));
}

interface SamplePage {
  url: string;
  html: string;
  bytes: Uint8Array;
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

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function sample(url: string, html: string): SamplePage {
  return { url, html, bytes: Buffer.from(html) };
}

function loadPages(): { pages: SamplePage[]; source: string } {
  if (!existsSync(PAGES))
    return {
      pages: Array.from({ length: SAMPLE }, (_, i) => sample(`https://a.example/${i}`, generated(i))),
      source: 'generated (no labelled pages beside the project)',
    };
  const pages: SamplePage[] = [];
  for (const set of ['scrapinghub', 'fundus', 'aed']) {
    const folder = join(PAGES, set, 'pages');
    const files = readdirSync(folder).sort();
    const step = Math.max(1, Math.floor(files.length / (SAMPLE / 3)));
    for (let i = 0; i < files.length; i += step) {
      const html = gunzipSync(readFileSync(join(folder, files[i] as string))).toString('utf8');
      pages.push(sample(`https://a.example/2021/${set}/${i}`, html));
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

console.log(JSON.stringify(benchClean(), null, 2));
