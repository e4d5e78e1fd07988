import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { Queue, Worker } from 'bullmq';

/**
 * One stage of what somebody would build first: bodies in the jobs, a row an article, nothing tuned. It is the yardstick: keep it plain.
 * usage: naive-stage.ts STAGE REDIS_SOCKET FOLDER
 */
const [stage, path, folder] = process.argv.slice(2) as [string, string, string];
const connection = { path, maxRetriesPerRequest: null };
/** BullMQ's own examples' concurrency. */
const CONCURRENCY = 5;

interface Body {
  id: string;
  url: string;
  html?: string;
  title?: string;
  text?: string;
}

const TOPICS: Record<string, string[]> = {
  sports: ['game', 'team', 'season', 'player'],
  politics: ['president', 'government', 'election', 'vote'],
  tech: ['software', 'app', 'google', 'data'],
  business: ['market', 'company', 'shares', 'bank'],
};

// Each stage loads what it needs alone.
async function openTable() {
  const { default: Database } = await import('better-sqlite3');
  const { eq } = await import('drizzle-orm');
  const { drizzle } = await import('drizzle-orm/better-sqlite3');
  const { integer, sqliteTable, text } = await import('drizzle-orm/sqlite-core');
  const file = new Database(join(folder, 'naive.db'));
  file.pragma('journal_mode = WAL');
  file.pragma('busy_timeout = 5000');
  file.exec(
    'create table if not exists articles (id text primary key, url text unique, title text, text text, hash text, category text, created integer, updated integer); create index if not exists h on articles (hash)',
  );
  const articles = sqliteTable('articles', {
    id: text().primaryKey(),
    url: text(),
    title: text(),
    text: text(),
    hash: text(),
    category: text(),
    created: integer(),
    updated: integer(),
  });
  return { db: drizzle(file), articles, eq };
}

async function workOf(): Promise<(body: Body) => Promise<void>> {
  if (stage === 'fetch') {
    const next = new Queue('naive-clean', { connection });
    const { fetch } = await import('undici');
    return async ({ id, url }) => {
      const html = await (await fetch(url)).text();
      await next.add('clean', { id, url, html });
    };
  }
  if (stage === 'clean') {
    const next = new Queue('naive-dedup', { connection });
    const [{ JSDOM, VirtualConsole }, { Readability }] = await Promise.all([
      import('jsdom'),
      import('@mozilla/readability'),
    ]);
    const virtualConsole = new VirtualConsole();
    // A function of its own: a page that is read waits for no queue.
    const read = (html: string | undefined, url: string) => {
      const { window } = new JSDOM(html, { url, virtualConsole });
      const found = new Readability(window.document).parse();
      window.close();
      return { title: found?.title ?? '', text: found?.textContent ?? '', html: found?.content ?? '' };
    };
    return async ({ id, url, html }) => {
      await next.add('dedup', { id, url, ...read(html, url) });
    };
  }
  const { db, articles, eq } = await openTable();
  if (stage === 'dedup') {
    const next = new Queue('naive-classify', { connection });
    return async (body) => {
      const words = (body.text ?? '').toLowerCase().replace(/\W+/g, ' ');
      const hash = createHash('sha256').update(words).digest('hex');
      const shingles = new Set<string>();
      const list = words.split(' ');
      for (let at = 0; at + 3 <= list.length; at += 1) shingles.add(list[at]! + list[at + 1] + list[at + 2]);
      const same = db.select({ id: articles.id }).from(articles).where(eq(articles.hash, hash)).get();
      const { id, url, title, text: found } = body;
      db.insert(articles)
        .values({ id, url, title, text: found, hash, created: Date.now() })
        .onConflictDoNothing()
        .run();
      await next.add('classify', { ...body, same: same?.id });
    };
  }
  return async ({ id, text: found = '' }) => {
    const low = found.toLowerCase();
    let best = 'other';
    let most = 0;
    for (const [topic, names] of Object.entries(TOPICS)) {
      let score = 0;
      for (const name of names) score += low.split(name).length - 1;
      if (score > most) [best, most] = [topic, score];
    }
    db.update(articles).set({ category: best, updated: Date.now() }).where(eq(articles.id, id)).run();
    process.send?.('done');
  };
}

const work = await workOf();
const worker = new Worker<Body>(`naive-${stage}`, (job) => work(job.data), { connection, concurrency: CONCURRENCY });
worker.on('failed', (_, error) => console.error(stage, error.message));
worker.on('error', (error) => console.error(stage, error.message));
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ cpu: (user + system) / 1e6 }, () => process.exit());
});
await worker.waitUntilReady();
process.send?.('ready');
