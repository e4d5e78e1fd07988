import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Posting } from '@wirewatch/shared/store/copies/posting-lists.ts';
import { addPostings, clearMarks } from '@wirewatch/shared/store/copies/postings.ts';
import { articleIdOf } from '@wirewatch/shared/store/database/ids.ts';
import { openStore } from '@wirewatch/shared/store/database/open.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { count, sql } from 'drizzle-orm';
import { type ArticleText, articleOf } from '../../services/deduplicator/core/article.ts';
import { type Fingerprint, fingerprintOf } from '../../services/deduplicator/core/fingerprint.ts';
import { markKeysOf } from '../../services/deduplicator/core/marks.ts';
import { packArticle } from '../../services/deduplicator/core/packed.ts';
import { readWords } from '../../services/deduplicator/core/words.ts';
import { placesOf, roomOf } from '../../services/deduplicator/port-keys.ts';
import { createStorePort } from '../../services/deduplicator/store-port.ts';
import { startPrivatePostgres } from '../support/postgres.ts';
import { VOCABULARY } from './generated-articles.ts';

/** `npm run bench -- dedup-scale`; this file takes `--sqlite`, `--postgres`, `--million` (that many too), `--up-to=N` (so many at last), `--small` (no 100,000), `--store=URL`. */
const SAID = new Set(process.argv.slice(2));
const DIALECTS = ['sqlite', 'postgres'].filter(
  (name) => SAID.has(`--${name}`) || !(SAID.has('--sqlite') || SAID.has('--postgres')),
);
const UP_TO = process.argv.find((word) => word.startsWith('--up-to='))?.slice('--up-to='.length);
const SIZES = [
  10_000,
  ...(SAID.has('--small') ? [] : [100_000]),
  ...(UP_TO ? [Number(UP_TO)] : []),
  ...(SAID.has('--million') ? [1_000_000] : []),
];
const AT_ONCE = 10_000;
const FILLED_AT_ONCE = 100_000;
const POSTINGS_AT_ONCE = 500_000;
/** Article numbers are less than this: key and number are sorted as one double. */
const NUMBERS = 2 ** 21;
const FIRST = Date.UTC(2026, 0, 1);
const BETWEEN_MS = 8640;
/** Marks leave after 8 days: those of articles that are older when it is measured are not written in the first place. */
const MARKED = (9 * 86_400_000) / BETWEEN_MS;
const TURNS = 1000;
/** One in so many articles repeats one of the 10,000 before it. */
const COPY_EVERY = 4;

/** A store to fill or to measure again; else one is made and removed. */
const GIVEN = process.argv.find((word) => word.startsWith('--store='))?.slice('--store='.length);

/** The deduplicator's index with more and more articles: its disk, and how long publishing and looking up one takes. */
async function main(): Promise<void> {
  console.log(`${cpus().length} cores; ${TURNS} articles each time, one transaction an article`);
  if (GIVEN) return measure(GIVEN);
  for (const dialect of DIALECTS) {
    const folder = mkdtempSync(join(tmpdir(), 'ww-bench-'));
    const server = dialect === 'postgres' ? await startPrivatePostgres({ durable: true }) : null;
    try {
      await measure(server?.url ?? `sqlite:${folder}/w.db`);
    } finally {
      await server?.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

async function measure(url: string): Promise<void> {
  const store = await openStore(url, 'migrate');
  console.log(`\n${store.dialect}`);
  try {
    const [held] = await store.db.select({ n: count() }).from(store.tables.dedupArticles);
    // What earlier measurements published does not count as filled.
    let filled = Math.floor(held!.n / AT_ONCE) * AT_ONCE;
    for (const size of SIZES) {
      if (filled > size) continue;
      const began = performance.now();
      for (let end = filled; end < size; filled = end) {
        end = Math.min(size, filled + FILLED_AT_ONCE);
        await fill(store, filled, end, size);
      }
      if (store.dialect === 'postgres') await store.rows(sql`vacuum analyze`);
      console.log(`${size} articles (filled in ${((performance.now() - began) / 1000).toFixed(0)} s)`);
      await measureAt(store, size);
      await measureOpening(url, size);
    }
  } finally {
    await store.close();
  }
}

async function measureAt(store: Store, size: number): Promise<void> {
  const port = createStorePort(store, 'bench');
  const parts = (await diskOf(store)).map(({ name, bytes }) => `${name} ${(bytes / size / 1000).toFixed(2)}`);
  console.log(`  disk, kB an article: ${parts.join(', ')}`);
  const fresh = freshFor(size, TURNS);
  const shingles = fresh.reduce((sum, { print }) => sum + print.keys.length, 0) / TURNS;
  const marks = fresh.reduce((sum, { article }) => sum + markKeysOf(article).length, 0) / TURNS;
  console.log(`  postings an article: ${shingles.toFixed(0)} of shingles, ${marks.toFixed(0)} of marks`);
  await often('publish', fresh, ({ article, print }) => port.publish(article, print));
  await often('candidates', fresh, ({ article, print }) => port.candidates(article.id, print));
  await often('candidates, once more', fresh, ({ article, print }) => port.candidates(article.id, print));
  console.log(`  memory of this process ${memoryOf()}`);
}

/** What a process holds of its own, and what it sees of mapped files, which the system takes back when it needs the room. */
function memoryOf(): string {
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : '';
  const megabytes = (name: string) =>
    (Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? Number.NaN) * 1.024) / 1e3;
  if (status === '') return `${(process.memoryUsage.rss() / 1e6).toFixed(0)} MB`;
  return `${megabytes('RssAnon').toFixed(0)} MB of its own, ${megabytes('RssFile').toFixed(0)} MB of files`;
}

/** Articles that come in when so many are there. */
function freshFor(size: number, many: number): Pressed[] {
  return Array.from({ length: many }, (_, n) => pressed(2_000_000 + size + n, size));
}

/** How long it takes from opening the store to the first candidates. */
async function measureOpening(url: string, size: number): Promise<void> {
  const [one] = freshFor(size, 1);
  const began = performance.now();
  const store = await openStore(url, 'require');
  await createStorePort(store, 'bench').candidates(one!.article.id, one!.print);
  console.log(`  opened, first candidates after ${(performance.now() - began).toFixed(0)} ms`);
  await store.close();
}

interface Pressed {
  article: ArticleText;
  print: Fingerprint;
}

/** Words of an article, drawn by Zipf's law, every eighth a name and every twentieth a number. */
function wordsOf(seed: number, many: number): string[] {
  let state = Math.imul(seed + 1, 0x9e3779b1);
  const words: string[] = [];
  for (let i = 0; i < many; i += 1) {
    // xorshift32 (Marsaglia 2003).
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    const word = VOCABULARY[Math.floor(VOCABULARY.length ** ((state >>> 0) / 2 ** 32)) - 1]!;
    if (i % 8 === 7) words.push(word[0]!.toUpperCase() + word.slice(1));
    else words.push(i % 20 === 3 ? `${(state >>> 0) % 9973}` : word);
  }
  return words;
}

/** An article of 500 words; some repeat an earlier one. */
function pressed(n: number, known: number): Pressed {
  const source =
    n % COPY_EVERY === 0 && known > 0 ? Math.max(0, known - 1 - ((n * 7919) % Math.min(known, 10_000))) : n;
  const text = wordsOf(source, 500).join(' ');
  const words = readWords(text);
  const slug = wordsOf(n + 5_000_000, 8);
  const host = `outlet${(n * 31) % 500}.example`;
  // Published one after the other, 10,000 a day: generated articles lie anywhere in the year.
  const published = new Date(FIRST + n * BETWEEN_MS).toISOString();
  const url = `https://www.${host}/news/${published.slice(0, 10).replaceAll('-', '/')}/${slug.join('-')}`;
  const input = {
    id: articleIdOf(`${url}-${n}`),
    url,
    host,
    outlet: `The ${host.split('.')[0]}`,
    title: slug.join(' '),
    text,
    language: 'en',
    published,
    fetched: new Date(FIRST + n * BETWEEN_MS + 600_000).toISOString(),
  };
  return { article: { ...articleOf(input, words), text }, print: fingerprintOf(words) };
}

/** Writes what the port would write, many at a time, and takes out the marks of days gone by, as the scheduler does. */
async function fill(store: Store, from: number, end: number, size: number): Promise<void> {
  const postings: Float64Array[] = [];
  for (let at = from; at < end; at += AT_ONCE) postings.push(await fillArticles(store, at, size));
  const all = new Float64Array(postings.reduce((sum, part) => sum + part.length, 0));
  let length = 0;
  for (const part of postings) {
    all.set(part, length);
    length += part.length;
  }
  all.sort();
  for (let at = 0; at < length; at += POSTINGS_AT_ONCE) {
    const some = Array.from(
      all.subarray(at, at + POSTINGS_AT_ONCE),
      (value): Posting => [Math.floor(value / NUMBERS), value % NUMBERS],
    );
    await store.write((tx) => addPostings(store, tx, some, roomOf));
  }
  await clearMarks(store, FIRST + end * BETWEEN_MS);
}

/** Writes the next articles with their places, and the marks of those whose days are not over; returns their postings. */
async function fillArticles(store: Store, from: number, size: number): Promise<Float64Array> {
  const { dedupArticles, dedupPlaces } = store.tables;
  const postings: number[] = [];
  await store.write(async (tx) => {
    for (let at = from; at < from + AT_ONCE; at += 1000) {
      const some = Array.from({ length: 1000 }, (_, n) => pressed(at + n, at));
      const rows = some.map(({ article, print }) => ({
        articleId: article.id,
        contentHash: print.textKey,
        article: packArticle(article),
        common: [],
      }));
      const numbers = await tx.insert(dedupArticles).values(rows).returning({ number: dedupArticles.number });
      const places = some.flatMap(({ article }, i) =>
        placesOf(article).map((key) => ({ key, number: numbers[i]!.number })),
      );
      await tx.insert(dedupPlaces).values(places);
      const marks: Posting[] = [];
      for (const [i, { article, print }] of some.entries()) {
        const { number } = numbers[i]!;
        for (const key of print.keys) postings.push(key * NUMBERS + number);
        if (at > size - MARKED) for (const key of markKeysOf(article)) marks.push([key, number]);
      }
      await addPostings(store, tx, marks, roomOf);
    }
  });
  return Float64Array.from(postings);
}

/** Bytes of each of the deduplicator's tables with its indexes, the largest first. */
async function diskOf(store: Store): Promise<{ name: string; bytes: number }[]> {
  const rows = await store.rows<{ name: string; bytes: number | string }>(
    store.dialect === 'sqlite'
      ? sql`select m.tbl_name as name, sum(d.pgsize) as bytes from dbstat d join sqlite_master m on m.name = d.name
          where m.tbl_name like 'dedup%' group by m.tbl_name order by bytes desc`
      : sql`select regexp_replace(relname, '_[0-9]$', '') as name, sum(pg_total_relation_size(oid)) as bytes from pg_class
          where relname like 'dedup%' and relkind = 'r' group by 1 order by bytes desc`,
  );
  return rows.map(({ name, bytes }) => ({ name, bytes: Number(bytes) }));
}

async function often(name: string, fresh: Pressed[], run: (one: Pressed) => Promise<unknown>): Promise<void> {
  const times: number[] = [];
  const cpu = process.cpuUsage();
  for (const one of fresh) {
    const began = performance.now();
    await run(one);
    times.push(performance.now() - began);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))]!.toFixed(2);
  const { user, system } = process.cpuUsage(cpu);
  console.log(
    `  ${name.padEnd(24)} median ${at(0.5)} ms, p99 ${at(0.99)} ms, CPU of this process ${((user + system) / 1000 / fresh.length).toFixed(2)} ms`,
  );
}

await main();
