import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { openStore } from '../../packages/shared/store/open.ts';
import type { Store } from '../../packages/shared/store/store.ts';
import { type ArticleText, addressesOf, articleOf, outletTimesOf } from '../../services/deduplicator/core/article.ts';
import { type Fingerprint, fingerprintOf } from '../../services/deduplicator/core/fingerprint.ts';
import { markKeysOf } from '../../services/deduplicator/core/marks.ts';
import { readWords } from '../../services/deduplicator/core/words.ts';
import { createStorePort } from '../../services/deduplicator/store-port.ts';
import { startPrivatePostgres } from '../support/postgres.ts';
import { articleNumber } from './generated-articles.ts';

/** `npm run bench -- dedup-scale`; this file takes `--sqlite`, `--postgres`, `--million` (that many too), `--small` (no 100,000). */
const SAID = new Set(process.argv.slice(2));
const DIALECTS = ['sqlite', 'postgres'].filter(
  (name) => SAID.has(`--${name}`) || !(SAID.has('--sqlite') || SAID.has('--postgres')),
);
const SIZES = [10_000, ...(SAID.has('--small') ? [] : [100_000]), ...(SAID.has('--million') ? [1_000_000] : [])];
const AT_ONCE = 1000;
const TURNS = 300;
/** One in so many articles repeats one of the 10,000 before it. */
const COPY_EVERY = 4;

/** The deduplicator's index with more and more articles: its disk, and how long publishing and looking up one takes. */
async function main(): Promise<void> {
  console.log(`${cpus().length} cores; ${TURNS} articles each time, one transaction an article`);
  for (const dialect of DIALECTS) {
    const folder = mkdtempSync(join(tmpdir(), 'ww-bench-'));
    const server = dialect === 'postgres' ? await startPrivatePostgres({ durable: true }) : null;
    const store = await openStore(server?.url ?? `sqlite:${folder}/w.db`, 'migrate');
    try {
      console.log(`\n${dialect}`);
      await measure(store, SIZES);
    } finally {
      await store.close();
      await server?.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

async function measure(store: Store, sizes: number[]): Promise<void> {
  const port = createStorePort(store, 'bench');
  let filled = 0;
  for (const size of sizes) {
    const began = performance.now();
    for (; filled < size; filled += AT_ONCE) await fill(store, filled);
    if (store.dialect === 'postgres') await store.rows(sql`vacuum analyze`);
    console.log(`${size} articles (filled in ${((performance.now() - began) / 1000).toFixed(0)} s)`);
    const parts = (await diskOf(store)).map(({ name, bytes }) => `${name} ${(bytes / size / 1000).toFixed(2)}`);
    console.log(`  disk, kB an article: ${parts.join(', ')}`);
    const fresh = Array.from({ length: TURNS }, (_, n) => pressed(2_000_000 + size + n, size));
    const shingles = fresh.reduce((sum, { print }) => sum + print.keys.length, 0) / TURNS;
    const marks = fresh.reduce((sum, { article }) => sum + markKeysOf(article).length, 0) / TURNS;
    console.log(`  postings an article: ${shingles.toFixed(0)} of shingles, ${marks.toFixed(0)} of marks`);
    await often('publish', fresh, ({ article, print }) => port.publish(article, print));
    await often('candidates', fresh, ({ article, print }) => port.candidates(article.id, print));
    await often('candidates, once more', fresh, ({ article, print }) => port.candidates(article.id, print));
  }
}

interface Pressed {
  article: ArticleText;
  print: Fingerprint;
}

/** An article of 500 words, every eighth a name and every twentieth a number; some repeat an earlier one. */
function pressed(n: number, known: number): Pressed {
  const source =
    n % COPY_EVERY === 0 && known > 0 ? Math.max(0, known - 1 - ((n * 7919) % Math.min(known, 10_000))) : n;
  const [one, two] = [articleNumber(source), articleNumber(source + 5_000_000)];
  const text = `${one.revision.text} ${two.revision.text}`
    .split(' ')
    .map((word, i) =>
      i % 8 === 7 ? word[0]!.toUpperCase() + word.slice(1) : i % 20 === 3 ? `${(i * source) % 9973}` : word,
    )
    .join(' ');
  const words = readWords(text);
  const { url, outlet, revision } = articleNumber(n);
  // Published one after the other, 10,000 a day: generated articles lie anywhere in the year.
  const published = new Date(Date.UTC(2026, 0, 1) + n * 8640).toISOString();
  const input = {
    id: `a${n}`,
    url,
    host: outlet.id,
    title: revision.title,
    text,
    language: 'en',
    published,
    fetched: published,
  };
  return { article: { ...articleOf(input, words), text }, print: fingerprintOf(words) };
}

/** Writes what the port would write, many at a time. */
async function fill(store: Store, from: number): Promise<void> {
  const { dedupArticles, dedupAddresses, dedupPostings } = store.tables;
  const part = Array.from({ length: AT_ONCE }, (_, n) => pressed(from + n, from));
  const postings: [number, number][] = [];
  await store.write(async (tx) => {
    for (let at = 0; at < part.length; at += 200) {
      const some = part.slice(at, at + 200);
      const numbers = await tx
        .insert(dedupArticles)
        .values(
          some.map(({ article: { text: _, common, ...article }, print }) => ({
            articleId: article.id,
            contentHash: print.contentHash,
            article,
            common,
          })),
        )
        .returning({ number: dedupArticles.number });
      await tx
        .insert(dedupAddresses)
        .values(
          some.flatMap(({ article }) =>
            [...addressesOf(article), ...outletTimesOf(article)].map((key) => ({ key, articleId: article.id })),
          ),
        )
        .onConflictDoNothing();
      for (const [i, { article, print }] of some.entries()) {
        for (const key of [...print.keys, ...markKeysOf(article)]) postings.push([key, numbers[i]!.number]);
      }
    }
    const json = JSON.stringify(postings.sort(([a], [b]) => a - b));
    const rows =
      store.dialect === 'sqlite'
        ? sql`select value ->> 0, value ->> 1 from json_each(${json})`
        : sql`select (v ->> 0)::bigint, (v ->> 1)::bigint from json_array_elements(${json}::json) v`;
    await tx.insert(dedupPostings).select(rows);
  });
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
