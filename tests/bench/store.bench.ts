import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseQuery } from '@wirewatch/shared/query/parse.ts';
import type { Queues } from '@wirewatch/shared/queue/queues.ts';
import { listArticles } from '@wirewatch/shared/store/articles/list.ts';
import { readRecords, recordsOf } from '@wirewatch/shared/store/articles/records.ts';
import { articleIdOf } from '@wirewatch/shared/store/database/ids.ts';
import { openStore } from '@wirewatch/shared/store/database/open.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { finish } from '@wirewatch/shared/store/journey/finish.ts';
import { claimArticle } from '@wirewatch/shared/store/journey/journey.ts';
import { searchArticles } from '@wirewatch/shared/store/search/search-articles.ts';
import { count, sql } from 'drizzle-orm';
import { pino } from 'pino';
import { ingestUrls } from '../../services/cli/archive/ingest.ts';
import { reindex } from '../../services/cli/archive/reindex.ts';
import { startPrivatePostgres } from '../support/postgres.ts';
import { articleNumber, VOCABULARY } from './generated-articles.ts';

const ARTICLES = Number(process.argv[2] ?? 100_000);
const DIALECTS = (process.argv[3] ?? 'sqlite,postgres').split(',');
const AT_ONCE = 250;
const NOW = Date.UTC(2026, 10, 20);

/** The store with many articles: how long what the pages and the workers ask of it takes, on both dialects. */
async function main(): Promise<void> {
  console.log(`${ARTICLES} articles, ${cpus().length} cores`);
  for (const dialect of DIALECTS) {
    const folder = mkdtempSync(join(tmpdir(), 'ww-bench-'));
    // With the disk's guarantees, as an operator's server has them: what a commit costs is part of the figure.
    const server = dialect === 'postgres' ? await startPrivatePostgres({ durable: true }) : null;
    const store = await openStore(server?.url ?? `sqlite:${folder}/w.db`, 'migrate');
    try {
      console.log(`\n${dialect}`);
      await once('fill, rows', () => fill(store));
      await once('fill, search index', () => reindex(store));
      if (dialect === 'postgres') await store.rows(sql`analyze`);
      for (const [name, text] of QUERIES) {
        await often(`search ${name}`, 40, (turn) => search(store, text(turn), null));
        await often('  a group once', 20, (turn) => search(store, text(turn), 'group'));
      }
      await often('search, page 20 of a common word', 3, () => deep(store));
      await often('newest articles', 100, () => listArticles(store, { withText: true, limit: 50 }));
      await often('one article', 200, (turn) => recordsOf(store, [articleIdOf(articleNumber(turn * 37).url)]));
      await often('export, a page of 200', 20, () => exportPage(store));
      await work(store);
    } finally {
      await store.close();
      await server?.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

/** What people ask: by how often its words stand in the articles. */
const QUERIES: Array<[string, (turn: number) => string]> = [
  ['rare word', (turn) => VOCABULARY[20_000 + turn * 13]!],
  ['word in a tenth', (turn) => VOCABULARY[300 + turn]!],
  ['word in nearly all', (turn) => VOCABULARY[turn % 10]!],
  ['two words', (turn) => `${VOCABULARY[60 + turn]} ${VOCABULARY[900 + turn * 7]}`],
  ['phrase', (turn) => `"${VOCABULARY[turn]} ${VOCABULARY[turn + 5]}"`],
  ['prefix', (turn) => `${VOCABULARY[400 + turn]!.slice(0, 3)}*`],
  ['near', (turn) => `"${VOCABULARY[40 + turn]} ${VOCABULARY[80 + turn]}"~5`],
  ['title word', (turn) => `title:${VOCABULARY[50 + turn]}`],
  ['negated', (turn) => `-${VOCABULARY[turn]}`],
  ['country and topic', () => 'country:EGY topic:politics'],
  ['label or word', (turn) => `(outlet:outlet${turn} OR entity:"person ${turn}") ${VOCABULARY[turn + 20]}`],
  [
    'word within dates',
    (turn) => `${VOCABULARY[turn + 30]} date:[2026-0${(turn % 8) + 1}-01 TO 2026-0${(turn % 8) + 1}-07]`,
  ],
  ['no such word', () => 'nosuchwordatall'],
];

async function search(store: Store, text: string, collapse: 'group' | null): Promise<void> {
  const parsed = parseQuery(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.error.message}`);
  await searchArticles(store, parsed.query, { limit: 20, collapse, now: NOW });
}

async function deep(store: Store): Promise<void> {
  const parsed = parseQuery(VOCABULARY[3]!);
  if (!parsed.ok) throw new Error(parsed.error.message);
  let after: string | null = null;
  for (let page = 0; page < 20; page += 1) {
    after = (await searchArticles(store, parsed.query, { limit: 20, after, now: NOW })).next;
  }
}

async function exportPage(store: Store): Promise<void> {
  let left = 200;
  for await (const _ of readRecords(store, { since: NOW - 200 * 86_400_000 })) if (--left === 0) return;
}

/** Writes the rows as a run would have left them. */
async function fill(store: Store): Promise<void> {
  const { articles, outlets, revisions, classifications, syndication } = store.tables;
  for (let at = 0; at < ARTICLES; at += AT_ONCE) {
    const part = Array.from({ length: Math.min(AT_ONCE, ARTICLES - at) }, (_, n) => articleNumber(at + n));
    await store.write(async (tx) => {
      const hosts = [...new Map(part.map((one) => [one.outlet.id, one.outlet])).values()];
      await tx.insert(outlets).values(hosts).onConflictDoNothing();
      await tx.insert(articles).values(part.map((one) => one.article));
      await tx.insert(revisions).values(part.map((one) => one.revision));
      await tx.insert(classifications).values(part.map((one) => one.classification));
      await tx.insert(syndication).values(part.map((one) => one.syndication));
    });
  }
  const [row] = await store.db.select({ n: count() }).from(articles);
  if (row?.n !== ARTICLES) throw new Error(`${row?.n} articles instead of ${ARTICLES}`);
}

/** Claim and finish, as each stage does for each article: eight at a time, as a service holds them. */
async function work(store: Store): Promise<void> {
  const total = 800;
  const urls = Array.from({ length: total }, (_, n) => `https://work.example/${n}`);
  await ingestUrls(store, urls, { now: NOW, lane: 'live' });
  const queues = { add: async () => undefined } as unknown as Queues;
  const context = { store, queues, log: pino({ level: 'silent' }), worker: 'w', now: Date.now };
  const left = urls.map(articleIdOf);
  await once(`claim and finish, ${total} articles`, () =>
    Promise.all(
      Array.from({ length: 8 }, async () => {
        for (let articleId = left.pop(); articleId; articleId = left.pop()) {
          const claim = await claimArticle(
            store,
            { articleId, epoch: 1 },
            'fetch',
            { owner: 'w', ms: 60_000 },
            Date.now(),
          );
          if ('kind' in claim) throw new Error(claim.kind);
          await finish(context, claim, { outcome: 'passed', reason: 'r', version: 'v' });
        }
      }),
    ),
  );
}

async function once(name: string, run: () => Promise<unknown>): Promise<void> {
  const cpu = process.cpuUsage();
  const began = performance.now();
  await run();
  const wall = performance.now() - began;
  console.log(`${name.padEnd(36)} ${(wall / 1000).toFixed(1)} s, CPU of this process ${seconds(cpu)} s`);
}

function seconds(since: NodeJS.CpuUsage): string {
  const { user, system } = process.cpuUsage(since);
  return ((user + system) / 1e6).toFixed(1);
}

async function often(name: string, turns: number, run: (turn: number) => Promise<unknown>): Promise<void> {
  const cpu = process.cpuUsage();
  const times: number[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    const began = performance.now();
    await run(turn);
    times.push(performance.now() - began);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(turns - 1, Math.floor(turns * share))]!.toFixed(1).padStart(8);
  const { user, system } = process.cpuUsage(cpu);
  console.log(
    `${name.padEnd(36)} median ${at(0.5)} ms, 95th ${at(0.95)} ms, CPU ${((user + system) / 1000 / turns).toFixed(1)} ms`,
  );
}

await main();
