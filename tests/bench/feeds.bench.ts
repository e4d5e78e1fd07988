import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { seeded } from '@wirewatch/shared/seeded.ts';
import { FeedError } from '../../services/fetcher/core/feed/feed-error.ts';
import { parseFeed } from '../../services/fetcher/core/feed/parse-feed.ts';
import { mutate } from '../support/mutate-feed.ts';

const ROOT = join(import.meta.dirname, '../..');
const DATA = join(ROOT, '../shared/data/feeds');
const MUTATIONS = 10_000;

/** Feeds: suite score, CPU against rss-parser alone in the same run, and damaged documents. */
async function main(): Promise<void> {
  await compareCpu();
  const corpus = existsSync(DATA) ? unpack() : [];
  if (corpus.length === 0)
    console.log(`suites: not measured, for there is no ${relative(ROOT, DATA)}; damage is done to generated feeds`);
  else scoreSuites();
  await damage(corpus.length > 0 ? corpus : [rss(20), atom(20)]);
}

/** The median of paired rounds, so that a busy machine disturbs both alike. */
async function compareCpu(): Promise<void> {
  const require = createRequire(join(ROOT, 'services/fetcher/package.json'));
  const RssParser = require('rss-parser') as new () => { parseString(xml: string): Promise<unknown> };
  for (const [name, document] of [
    ['RSS 2.0, 200 full texts', rss(200)],
    ['Atom, 200 XHTML entries', atom(200)],
    ['RSS 2.0, 2,000 short items', rss(2000, 0)],
  ] as const) {
    const text = new TextDecoder().decode(document);
    const alone: number[] = [];
    const ours: number[] = [];
    for (let round = 0; round < 15; round += 1) {
      alone.push(await cpuMilliseconds(() => new RssParser().parseString(text)));
      ours.push(await cpuMilliseconds(() => parseFeed(document, { url: 'https://bench.example/feed' })));
    }
    const [a, b] = [median(alone), median(ours)];
    console.log(
      `cpu: ${name} (${Math.round(document.length / 1000)} kB): rss-parser alone ${a.toFixed(1)} ms, wirewatch ${b.toFixed(1)} ms, ratio ${(b / a).toFixed(2)}`,
    );
  }
}

async function cpuMilliseconds(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  for (let turn = 0; turn < 3; turn += 1) await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / 3;
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[values.length >> 1]!;
}

function scoreSuites(): void {
  const node = process.execPath;
  const wirewatch = join(ROOT, 'services/cli/main.ts');
  const scorer = join(DATA, 'score-feeds.mjs');
  const input = spawnSync(node, [scorer, '--data', DATA, '--emit'], { maxBuffer: 1 << 30 });
  const output = spawnSync(node, [wirewatch, 'parse-feed', '--jsonl'], { input: input.stdout, maxBuffer: 1 << 30 });
  const folder = mkdtempSync(join(tmpdir(), 'wirewatch-feeds-'));
  const file = join(folder, 'predictions.jsonl');
  spawnSync('tee', [file], { input: output.stdout, stdio: ['pipe', 'ignore', 'inherit'] });
  const score = spawnSync(node, [scorer, '--data', DATA, '--predictions', file], { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  console.log(`suites: ${score.stdout.trim()}`);
}

async function damage(corpus: Uint8Array[]): Promise<void> {
  const random = seeded(1);
  let read = 0;
  let refused = 0;
  let worst = 0;
  const crashes: string[] = [];
  for (let round = 0; round < MUTATIONS; round += 1) {
    const document = mutate(corpus[Math.floor(random() * corpus.length)]!, random);
    const started = performance.now();
    try {
      await parseFeed(document, { url: 'https://bench.example/feed' });
      read += 1;
    } catch (error) {
      if (error instanceof FeedError) refused += 1;
      else crashes.push(String(error));
    }
    worst = Math.max(worst, performance.now() - started);
  }
  console.log(
    `damaged: ${MUTATIONS} feeds, ${read} read, ${refused} refused, ${crashes.length} crashes, slowest ${worst.toFixed(0)} ms`,
  );
  for (const crash of crashes.slice(0, 5)) console.log(`  ${crash}`);
}

/** The suites' documents, by the scorer that reads their archive. */
function unpack(): Uint8Array[] {
  const emitted = spawnSync(process.execPath, [join(DATA, 'score-feeds.mjs'), '--data', DATA, '--emit'], {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  return emitted.stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => Buffer.from((JSON.parse(line) as { base64: string }).base64, 'base64'));
}

const PARAGRAPH =
  '<p>The harbour council met on Tuesday to speak of the new ferry line &amp; its pier, which is to open in spring.</p>';

function rss(items: number, paragraphs = 20): Uint8Array {
  const escaped = PARAGRAPH.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  const body = Array.from(
    { length: items },
    (_, index) =>
      `<item><title>Story ${index} &amp; more</title><link>https://bench.example/${index}</link><guid isPermaLink="false">id-${index}</guid>` +
      `<pubDate>Tue, 03 Nov 2026 18:${String(index % 60).padStart(2, '0')}:00 +0300</pubDate><dc:creator>Ada Writer</dc:creator><category>Sea</category>` +
      `<description>${escaped}</description>${paragraphs > 0 ? `<content:encoded><![CDATA[${PARAGRAPH.repeat(paragraphs)}]]></content:encoded>` : ''}</item>`,
  ).join('\n');
  return new TextEncoder().encode(
    `<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Bench</title>${body}</channel></rss>`,
  );
}

function atom(entries: number): Uint8Array {
  const body = Array.from(
    { length: entries },
    (_, index) =>
      `<entry><id>tag:bench.example,2026:${index}</id><title>Story ${index}</title><link rel="alternate" href="https://bench.example/${index}"/>` +
      `<updated>2026-11-03T10:00:00Z</updated><author><name>Ada Writer</name></author><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${PARAGRAPH.repeat(20)}</div></content></entry>`,
  ).join('\n');
  return new TextEncoder().encode(`<feed xmlns="http://www.w3.org/2005/Atom"><title>Bench</title>${body}</feed>`);
}

await main();
