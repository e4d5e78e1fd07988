import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { entryIdOf, feedIdOf } from '@wirewatch/shared/store/database/ids.ts';
import { openStore } from '@wirewatch/shared/store/database/open.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { count, sql } from 'drizzle-orm';
import { reindex } from '../../services/cli/archive/reindex.ts';
import { startDesk } from '../support/dashboard.ts';
import { startPrivatePostgres } from '../support/postgres.ts';
import { articleNumber, VOCABULARY } from './generated-articles.ts';

const ARTICLES = Number(process.argv[2] ?? 100_000);
/** Dialects, or the URL of a store, which is filled where it is empty and stays. */
const STORES = (process.argv[3] ?? 'sqlite,postgres').split(',');
/** Only pages whose name holds one of these, with commas between. */
const ONLY = (process.argv[4] ?? '').split(',');
const AT_ONCE = 250;
const TURNS = 60;
const FEEDS = 500;
const WATCHES = 20;

/** Every page over a store of many articles: how long the server takes, over HTTP on loopback. */
async function main(): Promise<void> {
  console.log(
    `${ARTICLES} articles, ${cpus().length} cores; milliseconds: median, 95th percentile, highest; CPU of server and client`,
  );
  for (const where of STORES) {
    const folder = mkdtempSync(join(tmpdir(), 'ww-bench-'));
    const server = where === 'postgres' ? await startPrivatePostgres({ durable: true }) : null;
    const url = server?.url ?? (where === 'sqlite' ? `sqlite:${folder}/w.db` : where);
    const store = await openStore(url, 'migrate');
    const [held] = await store.db.select({ n: count() }).from(store.tables.articles);
    if (held?.n === 0) {
      await fill(store);
      await reindex(store);
      if (store.dialect === 'postgres') await store.rows(sql`analyze`);
    }
    await store.close();
    const desk = await startDesk({ DATABASE_URL: url });
    console.log(`\n${store.dialect}`);
    try {
      for (const [name, path] of PAGES.filter(([name]) => ONLY.some((one) => name.includes(one))))
        await measure(name, (turn) => `${desk.url}${path(turn)}`);
      if (ONLY.includes('')) await measureDepth(desk.url);
    } finally {
      await desk.stop();
      await server?.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

const article = (turn: number) => articleNumber(turn * 37).article.id;

const PAGES: Array<[string, (turn: number) => string]> = [
  ['overview', () => '/'],
  ['articles', () => '/articles'],
  ['articles of a country', (turn) => `/articles?f=country%3A${['EGY', 'FRA', 'USA', 'CHN', 'RUS'][turn % 5]}`],
  ['articles of an outlet', (turn) => `/articles?outlet=outlet${turn}.example`],
  ['one article', (turn) => `/articles/${article(turn)}`],
  ['copies', () => '/copies'],
  ['a group', (turn) => `/groups/g${turn * 11}`],
  ['a story', (turn) => `/stories/${storyId(turn * 11)}`],
  ['why a story counts otherwise', (turn) => `/stories/${storyId(turn * 11)}/changes?since=2026-01-01`],
  ['a story to be cited', (turn) => `/stories/${storyId(turn * 11)}/report.html`],
  ['side by side', (turn) => `/compare/${article(turn)}/${article(turn + 1)}`],
  ['feeds', () => '/feeds'],
  ['one feed', (turn) => `/feeds/${feedIdOf(feedUrl(turn))}`],
  ['outlets', () => '/outlets'],
  ['one outlet', (turn) => `/outlets/outlet${turn}.example`],
  ['who copies whom', () => '/outlets/matrix'],
  ['pipeline', () => '/pipeline'],
  ['quarantine', () => '/quarantine'],
  ['reprocess', () => '/reprocess'],
  ['changes', () => '/audit'],
  ['search, a word in a tenth', (turn) => `/search?q=${VOCABULARY[300 + turn]}`],
  ['search, two words', (turn) => `/search?q=${VOCABULARY[60 + turn]}+${VOCABULARY[900 + turn * 7]}`],
  ['search, each story once', (turn) => `/search?q=${VOCABULARY[60 + turn]}&collapse=story`],
  ['search, a common phrase', (turn) => `/search?q=%22${VOCABULARY[turn % 12]}+${VOCABULARY[(turn + 5) % 12]}%22`],
  ['search, common words near', (turn) => `/search?q=%22${VOCABULARY[turn % 12]}+${VOCABULARY[12 + (turn % 9)]}%22~5`],
  ['sources', () => '/sources'],
  ['sources of a search', (turn) => `/sources?q=${VOCABULARY[900 + turn]}`],
  ['sources of 100 addresses', (turn) => `/sources?${addresses(turn)}`],
  ['a person', (turn) => `/entities/Person%20${turn}`],
  ['a country', (turn) => `/entities/${['EGY', 'FRA', 'USA', 'CHN', 'RUS'][turn % 5]}`],
  ['fields', () => '/search/fields'],
  ['completion', (turn) => `/search/completions?begun=outlet%3Aoutlet${turn}`],
  ['reading', () => '/marks'],
  ['rulings', () => '/rulings'],
  ['houses proposed', () => '/outlets/houses'],
  ['watches', () => '/watches'],
  ['one watch', (turn) => `/watches/w${turn % WATCHES}`],
  ['Atom', (turn) => `/search.atom?q=${VOCABULARY[100 + turn]}`],
  ['API, articles', () => '/api/v1/articles'],
  ['API, pipeline', () => '/api/v1/pipeline'],
  ['metrics', () => '/metrics'],
  ['readyz', () => '/readyz'],
];

/** Every 36 articles a story of some three groups. */
const storyId = (group: number) => `story${Math.floor(group / 3)}`;

const addresses = (turn: number) =>
  Array.from({ length: 100 }, (_, n) => `url=${encodeURIComponent(articleNumber(turn * 300 + n).url)}`).join('&');

const feedUrl = (n: number) => `https://outlet${n}.example/feed.xml`;

async function measure(name: string, url: (turn: number) => string): Promise<void> {
  const times: number[] = [];
  const cpu = process.cpuUsage();
  for (let turn = 0; turn < TURNS; turn += 1) {
    const began = performance.now();
    const answer = await fetch(url(turn), { headers: { accept: 'text/html' } });
    await answer.arrayBuffer();
    if (answer.status >= 500 && name !== 'readyz') throw new Error(`${url(turn)}: ${answer.status}`);
    times.push(performance.now() - began);
  }
  report(name, times, cpu);
}

/** Forty pages down the list: keyset pages cost the same at any depth. */
async function measureDepth(base: string): Promise<void> {
  const times: number[] = [];
  const cpu = process.cpuUsage();
  let path: string | null = '/articles';
  for (let page = 0; page < 40 && path; page += 1) {
    const began: number = performance.now();
    const text: string = await (await fetch(`${base}${path}`)).text();
    times.push(performance.now() - began);
    path = /rel="next" href="([^"]+)"/.exec(text)?.[1]?.replaceAll('&amp;', '&') ?? null;
  }
  report('articles, 40 pages down', times, cpu);
}

function report(name: string, times: number[], since: NodeJS.CpuUsage): void {
  const { user, system } = process.cpuUsage(since);
  const cpu = ((user + system) / 1000 / times.length).toFixed(1);
  const first = times[0]!;
  const sorted = times.sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!.toFixed(1);
  console.log(
    `${name.padEnd(28)} ${at(0.5).padStart(8)} ${at(0.95).padStart(8)} ${at(1).padStart(8)}   first ${first.toFixed(1)}   CPU ${cpu}`,
  );
}

const ACTORS = ['EGY', 'FRA', 'USA', 'CHN', 'RUS'];
const KINDS = ['CONSULT', 'ACCUSE', 'AID', 'ASSAULT'];

/** Labels as many as the classifier finds: scores of all topics, eight names, three events with their sentences. */
function labelled(row: ReturnType<typeof articleNumber>['classification']) {
  const n = Number.parseInt(row.articleId.slice(0, 6), 16);
  return {
    ...row,
    topicScores: Object.fromEntries(
      Array.from({ length: 17 }, (_, at) => [`medtop:${at}0000000`, ((at * n) % 97) / 97]),
    ),
    entities: [
      ...row.entities,
      ...Array.from({ length: 7 }, (_, at) => ({ ...row.entities[0]!, name: `Person ${(n + at * 97) % 2000}` })),
    ],
    events: Array.from({ length: 3 }, (_, at) => ({
      ...{ plover: KINDS[(n + at) % 4]!, cameo: '040', mode: null, modality: 'happened' as const, confidence: 0.6 },
      ...{ source: [ACTORS[n % 5]!], target: [ACTORS[(n + at + 1) % 5]!], sourceRole: null, targetRole: null },
      ...{ date: '2026-03-02', sentence: VOCABULARY.slice((n + at) % 900, ((n + at) % 900) + 30).join(' ') },
    })),
  };
}

/** Rows as a run leaves them: each article announced by its outlet's feed; the first of a group is the original. */
async function fill(store: Store): Promise<void> {
  const { articles, outlets, revisions, classifications, syndication, feeds, entries, outcomes } = store.tables;
  const { watches, watchMatches } = store.tables;
  const now = Date.now();
  const roots = new Map<string, string>();
  await store.write(async (tx) => {
    const rows = Array.from({ length: FEEDS }, (_, n) => ({ id: feedIdOf(feedUrl(n)), url: feedUrl(n) }));
    await tx.insert(feeds).values(
      rows.map((row) => ({
        ...row,
        status: 'active' as const,
        nextPollAt: now + 1e7,
        pollReason: 'bench',
        epoch: 1,
        createdAt: now,
      })),
    );
    const lines = [{ query: VOCABULARY[900]!, weight: 1, language: null }];
    await tx.insert(watches).values(
      Array.from({ length: WATCHES }, (_, n) => ({
        ...{ id: `w${n}`, name: `watch ${n}`, lines, threshold: 1, who: 'bench', createdAt: now },
      })),
    );
  });
  for (let at = 0; at < ARTICLES; at += AT_ONCE) {
    const part = Array.from({ length: Math.min(AT_ONCE, ARTICLES - at) }, (_, n) => articleNumber(at + n));
    const stands = part.map(({ syndication: found }) => {
      if (found.groupId.length > 6) return found;
      const row = { ...found, storyId: storyId(Number(found.groupId.slice(1))) };
      const root = roots.get(row.groupId);
      if (root === undefined) {
        roots.set(row.groupId, row.articleId);
        return { ...row, relation: 'original' as const };
      }
      return { ...row, relation: 'copy' as const, originalId: root, coverage: 0.97, lagSeconds: 3600 };
    });
    await store.write(async (tx) => {
      await tx.insert(watchMatches).values(
        part.map(({ article: { id, firstSeenAt } }, n) => ({
          ...{ watchId: `w${(at + n) % WATCHES}`, articleId: id, matched: ['word'], weight: 1, at: firstSeenAt },
        })),
      );
      const hosts = [...new Map(part.map((one) => [one.outlet.id, one.outlet])).values()];
      await tx.insert(outlets).values(hosts).onConflictDoNothing();
      await tx.insert(articles).values(part.map((one) => one.article));
      await tx.insert(revisions).values(part.map((one) => one.revision));
      await tx.insert(classifications).values(part.map((one) => labelled(one.classification)));
      await tx.insert(syndication).values(stands);
      await tx.insert(entries).values(
        part.map(({ article: row, outlet }) => {
          const feedId = feedIdOf(`https://${outlet.id}/feed.xml`);
          const seen = { firstSeenAt: row.firstSeenAt, lastSeenAt: row.firstSeenAt };
          const id = entryIdOf(feedId, row.url);
          return { id, feedId, entryKey: row.url, link: row.url, stateHash: 's', articleId: row.id, ...seen };
        }),
      );
      await tx.insert(outcomes).values(
        part.map(({ article: row }) => ({
          ...{ articleId: row.id, stage: 'classify' as const, epoch: 1, lane: 'live' as const },
          ...{ outcome: 'done' as const, reason: 'well', version: 'bench', worker: 'bench' },
          ...{ waitedMs: 1, workedMs: 1, at: row.firstSeenAt },
        })),
      );
    });
  }
}

await main();
