// What a classifier's process holds after many articles: `npm run bench -- classify-memory`. The real service over a store of its own;
// the texts are those of ../shared/data/classify, read here and not there.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { readConfig } from '@wirewatch/shared/config.ts';
import { articleIdOf, revisionIdOf } from '@wirewatch/shared/store/database/ids.ts';
import { openStore } from '@wirewatch/shared/store/database/open.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { ensureOutlets } from '@wirewatch/shared/store/feeds/outlets.ts';
import { saveWatch } from '@wirewatch/shared/store/watches/watches.ts';
import { count, eq } from 'drizzle-orm';
import { supervise } from '../../services/cli/supervisor/supervisor.ts';

const DATA = new URL('../../../shared/data/classify/topics.jsonl.gz', import.meta.url).pathname;
const ARTICLES = Number(process.argv[2] ?? 20_000);
const WATCHES = 200;
const PART = 500;
const HOST = 'archive.example';

if (!existsSync(DATA)) {
  console.log(`no labelled texts at ${DATA}: nothing measured`);
  process.exit(0);
}

interface Row {
  title: string;
  text: string;
  lang: string;
}

/** Puts the articles before the classifier, as if they had come through the stages before it. */
async function shelve(store: Store, rows: readonly Row[]): Promise<void> {
  const { articles, revisions } = store.tables;
  const at = Date.now();
  await store.write((tx) => ensureOutlets(store, tx, [HOST], at));
  for (let from = 0; from < rows.length; from += PART) {
    await store.write(async (tx) => {
      for (const [n, { title, text, lang }] of rows.slice(from, from + PART).entries()) {
        const url = `https://${HOST}/${from + n}`;
        const id = articleIdOf(url);
        await tx.insert(articles).values({
          id,
          url,
          urlKey: url,
          outletId: HOST,
          title,
          stage: 'classify',
          lane: 'batch',
          epoch: 1,
          waitingSince: at,
          enqueuedAt: 0,
          attempts: 0,
          claims: 0,
          revisionId: revisionIdOf(id, 1),
          fetchedAt: at,
          firstSeenAt: at,
        });
        await tx.insert(revisions).values({
          id: revisionIdOf(id, 1),
          articleId: id,
          number: 1,
          rawHash: 'none',
          textHash: id,
          contentHash: null,
          title,
          byline: [],
          text,
          language: lang,
          publishedAt: null,
          publishedFrom: null,
          publishedMs: null,
          credit: null,
          quality: { score: 90, reasons: [] },
          cuts: [],
          version: 'bench',
          fetchedAt: at,
          createdAt: at,
        });
      }
    });
  }
}

/** Megabytes of a process: its own and its part of what is shared, and all that is resident. */
function memoryOf(pid: number): { pss: number; rss: number } {
  const text = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  const of = (name: string) =>
    Math.round((Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(text)?.[1]) * 1024) / 1e6);
  return { pss: of('Pss'), rss: of('Rss') };
}

const folder = mkdtempSync(join(tmpdir(), 'ww-classify-'));
const config = readConfig(process.env, { WIREWATCH_DATA: folder, DATABASE_URL: '', REDIS_URL: '', BLOB_URL: '' });
const first = await openStore(config.databaseUrl, 'migrate');
const rows = gunzipSync(readFileSync(DATA))
  .toString('utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as Row);
await shelve(
  first,
  Array.from({ length: ARTICLES }, (_, n) => rows[n % rows.length]!),
);
for (let n = 0; n < WATCHES; n += 1) {
  const words = rows[n]!.text.match(/\p{L}{5,}/gu) ?? ['nothing'];
  const lines = [{ query: words.slice(0, 2).join(' '), weight: 1, language: null }];
  await saveWatch(
    first,
    { name: `w${n}`, lines, threshold: 1 },
    { webhook: null, replace: false, who: 'bench', now: n },
  );
}
await first.close();

const running = await supervise(config, ['scheduler', 'classifier'], process.env, () => undefined);
const store = await openStore(config.databaseUrl, 'require');
try {
  const { articles, workers } = store.tables;
  const [worker] = await store.db.select().from(workers).where(eq(workers.service, 'classifier'));
  const pid = worker!.pid;
  const show = (what: string) => {
    const { pss, rss } = memoryOf(pid);
    console.log(`${what}: ${pss} MB of its own and its part of what is shared, ${rss} MB resident`);
    return pss;
  };
  show('loaded');
  const begun = Date.now();
  let most = 0;
  let said = 0;
  for (;;) {
    const [left] = await store.db.select({ n: count() }).from(articles).where(eq(articles.stage, 'classify'));
    most = Math.max(most, memoryOf(pid).pss);
    const done = ARTICLES - left!.n;
    if (done >= said + 5000) {
      said = done;
      show(`after ${done} articles (${Math.round((Date.now() - begun) / 1000)} s)`);
    }
    if (left!.n === 0) break;
    await sleep(1000);
  }
  show(`after ${ARTICLES} articles`);
  console.log(`most seen: ${most} MB`);
} finally {
  await store.close();
  await running.stop();
  rmSync(folder, { recursive: true, force: true });
}
