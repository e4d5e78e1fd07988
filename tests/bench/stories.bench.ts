import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { DedupInput } from '@wirewatch/shared/contracts/syndication.ts';
import { openStore } from '@wirewatch/shared/store/database/open.ts';
import { assignStory } from '../../services/deduplicator/assign-story.ts';
import { Engine } from '../../services/deduplicator/engine.ts';
import { createStorePort } from '../../services/deduplicator/store-port.ts';
import { newsOf } from '../../services/deduplicator/test-support/events/index.ts';
import { randomOf } from '../../services/deduplicator/test-support/press.ts';
import { shelve } from '../support/shelf.ts';

const FOLDER = new URL('../../../shared/data/dedup/dev/', import.meta.url);
const DAY_MS = 86_400_000;
/** Eight years of articles are laid over so many days: then each lies among a day's press of other events of the same people. */
const CROWDED_DAYS = 20;

/** An article and what is known of its event: `event` is shared by reports of one; articles of `day`s far apart tell of others. */
interface Told {
  article: DedupInput & { language: string };
  event: string | null;
  day: number;
}

/** The labelled articles, copies left out. */
function labelled(): Told[] {
  const lines = (text: string) => text.split('\n').filter(Boolean);
  const labels = new Map<string, { relation: string; transform: string; group: string | null }>(
    lines(readFileSync(new URL('labels.jsonl', FOLDER), 'utf8')).map((line) => {
      const label = JSON.parse(line);
      return [label.id, label];
    }),
  );
  return lines(gunzipSync(readFileSync(new URL('articles.jsonl.gz', FOLDER))).toString('utf8'))
    .map((line) => JSON.parse(line))
    .filter(({ id }) => ['original', 'unrelated'].includes(labels.get(id)!.relation))
    .map((article) => {
      const { transform, group } = labels.get(article.id)!;
      const day = Date.parse(article.published ?? article.fetched) / DAY_MS;
      const parsed = { ...DedupInput.parse(article), language: String(article.lang) };
      return { article: parsed, event: transform === 'n1' ? group : null, day };
    });
}

/** The same articles within some days; both reports of an event are moved by one span. */
function crowded(told: readonly Told[]): Told[] {
  const random = randomOf(7);
  const moved = new Map<string, number>();
  return told
    .map((one) => {
      const key = one.event ?? `days ${Math.floor(one.day / 4)}`;
      const by = moved.get(key) ?? Date.UTC(2026, 0, 5) + random() * CROWDED_DAYS * DAY_MS - one.day * DAY_MS;
      moved.set(key, by);
      const shift = (time: string | null | undefined) => time && new Date(Date.parse(time) + by).toISOString();
      const { published, fetched } = one.article;
      return { ...one, article: { ...one.article, published: shift(published), fetched: shift(fetched) } };
    })
    .sort((a, b) => (a.article.fetched! < b.article.fetched! ? -1 : 1));
}

/** Articles of days further apart than this tell of different events; nearer ones may tell of one that nobody labelled. */
const OTHER_EVENT_DAYS = 5;

async function measure(name: string, told: readonly Told[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'ww-bench-'));
  const store = await openStore(`sqlite:${folder}/w.db`, 'migrate');
  try {
    const engine = new Engine(createStorePort(store, 'bench'));
    const byId = new Map<string, Told>();
    let spent = 0;
    for (const one of told) {
      const { title, text, language, host } = one.article;
      const url = `https://${host}/${encodeURIComponent(one.article.id)}`;
      const id = await shelve(store, null, { url, title: title ?? '', texts: [text], language });
      byId.set(id, one);
      await engine.deduplicate({ ...one.article, id, url });
      const began = process.cpuUsage();
      await assignStory(store, id);
      const { user, system } = process.cpuUsage(began);
      spent += (user + system) / 1000;
    }
    const rows = (await store.db.select().from(store.tables.syndication)).filter((row) => row.storyId !== null);
    const counts = { right: 0, wrong: 0, unknown: 0 };
    for (const story of Map.groupBy(rows, (row) => row.storyId).values()) {
      for (const [at, a] of story.entries()) {
        for (const b of story.slice(at + 1)) counts[judge(byId.get(a.articleId)!, byId.get(b.articleId)!)] += 1;
      }
    }
    const sizes = Map.groupBy(told, (one) => one.event ?? '');
    sizes.delete('');
    const pairs = [...sizes.values()].reduce((sum, { length }) => sum + (length * (length - 1)) / 2, 0);
    const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
    console.log(
      `${name}: ${told.length} texts; of ${pairs} pairs of reports of one event ${counts.right} found (${percent(counts.right / pairs)}); ` +
        `${counts.wrong} pairs of other events joined (precision ${percent(counts.right / (counts.right + counts.wrong))}), ${counts.unknown} of events that nobody labelled; ` +
        `${(spent / told.length).toFixed(2)} ms CPU a text`,
    );
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function judge(a: Told, b: Told): 'right' | 'wrong' | 'unknown' {
  if (a.event !== null && a.event === b.event) return 'right';
  return Math.abs(a.day - b.day) > OTHER_EVENT_DAYS ? 'wrong' : 'unknown';
}

/** Written news: whoever is not of the event is of another, also when it happens on the same day. */
function written(seed: number, rounds: number): Told[] {
  return newsOf(randomOf(seed), rounds).map(({ event, article }, at) => ({ article, event, day: at * 1000 }));
}

/** Stories over written news, and over the labelled articles as they lie and crowded into some days. */
async function main(): Promise<void> {
  await measure('written news', written(1, 10));
  if (!existsSync(FOLDER)) {
    console.log(`stories: no labelled data at ${FOLDER.pathname}: only written news measured`);
    return;
  }
  const all = labelled();
  await measure('labelled articles', all);
  await measure(`labelled articles within ${CROWDED_DAYS} days`, crowded(all));
}

await main();
