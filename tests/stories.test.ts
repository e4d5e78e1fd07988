import { recordsOf } from '@wirewatch/shared/store/articles/records.ts';
import { countStory, findStory } from '@wirewatch/shared/store/sources/story.ts';
import { replaceMatches } from '@wirewatch/shared/store/watches/matches.ts';
import { raiseStoryAlerts } from '@wirewatch/shared/store/watches/raise.ts';
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { unmarked } from '../services/cli/sample-web/article.ts';
import { ARTICLES } from '../services/cli/sample-web/articles/index.ts';
import { addressOf, outletOf } from '../services/cli/sample-web/outlets.ts';
import { TRUTH } from '../services/cli/sample-web/truth.ts';
import { assignStory } from '../services/deduplicator/assign-story.ts';
import type { DedupArticle } from '../services/deduplicator/core/article.ts';
import { Engine } from '../services/deduplicator/engine.ts';
import { createStorePort } from '../services/deduplicator/store-port.ts';
import { newsOf } from '../services/deduplicator/test-support/events/index.ts';
import { randomOf } from '../services/deduplicator/test-support/press.ts';
import { DIALECTS, useStore } from './support/dialects.ts';
import { shelve } from './support/shelf.ts';

type Told = Omit<DedupArticle, 'id' | 'host'>;

/** The sample web's texts as the deduplicator gets them, had the cleaner made no mistake. */
const SAMPLE: Told[] = ARTICLES.filter((article) => article.plan.relation !== null).map((article) => {
  const url = addressOf(article);
  const { title, language, published } = article;
  const text = article.paragraphs.map(unmarked).join('\n\n');
  const { credit } = TRUTH.find((one) => one.url === url)!;
  return {
    url,
    outlet: outletOf(article).name,
    title,
    text,
    language,
    published,
    credit,
    fetched: '2026-11-01T00:00:00Z',
  };
});

const told = (host: string, hour: number, title: string, text: string): Told => ({
  url: `https://${host}.example/${hour}`,
  language: 'en',
  published: `2026-10-05T${String(hour).padStart(2, '0')}:00:00Z`,
  fetched: '2026-10-05T23:00:00Z',
  title,
  text,
});

const KEEPER =
  'A keeper pulled nine men from the water near Savik on Monday before dawn, when their trawler had begun to list in a swell of five metres. Captain Hugo Lantz praised Mina Adeyemi, who had seen their lamp at 4.15 and did not wait for the lifeboat to arrive from the mainland.';
const COAST_GUARD =
  'It was Mina Adeyemi who rowed out when the engine of Hugo Lantz gave up and the pumps with it. Nobody is missing, the coast guard in Savik said after a count that took until breakfast; nine sailors were given blankets and soup, and two of them a bed in the clinic for the night.';
const RESCUE = [
  told('anchor', 8, 'Lighthouse keeper rescues nine sailors off Savik', KEEPER),
  told('mirror', 9, 'Nine saved off Savik: how a lighthouse keeper did it', KEEPER),
  told('lantern', 10, 'Nine sailors saved by Savik lighthouse keeper', COAST_GUARD),
  told('reflector', 11, 'Keeper of Savik lighthouse saves sailors', COAST_GUARD),
];

describe.each(DIALECTS)('stories on %s', (dialect) => {
  const opened = useStore(dialect);

  async function recordsAfter(articles: readonly Told[]) {
    const store = opened();
    const engine = new Engine(createStorePort(store, 'test'));
    const ids: string[] = [];
    for (const one of articles) {
      const { url, title, text, language } = one;
      const id = await shelve(store, null, { url, title: title!, texts: [text], language: language! });
      await engine.deduplicate({ ...one, id, host: new URL(url).host });
      await assignStory(store, id);
      ids.push(id);
    }
    return recordsOf(store, ids);
  }

  test.each([
    ['forward', SAMPLE],
    ['backward', SAMPLE.toReversed()],
  ])('bulletins are no story, a translation is in that of its source, a group is in one (%s)', async (_, articles) => {
    const records = await recordsAfter(articles);
    const byId = new Map(records.map((record) => [record.id, record.syndication!]));
    const forms = new Set(TRUTH.flatMap(({ url, apart }) => (apart.some((label) => FORMS.has(label)) ? [url] : [])));
    expect(forms.size).toBeGreaterThan(3);
    for (const { url, syndication } of records) if (forms.has(url)) expect(syndication!.story, url).toBeNull();
    const groups = Map.groupBy(byId.values(), (row) => row.group);
    for (const rows of groups.values()) expect(new Set(rows.map((row) => row.story)).size).toBe(1);
    const retold = [...byId.values()].filter((row) => row.originalId && byId.get(row.originalId)!.group !== row.group);
    const copies = retold.filter((row) => row.relation === 'copy');
    expect(copies.length).toBeGreaterThan(0);
    for (const row of copies) expect(row.story ?? 'none', row.original!).toBe(byId.get(row.originalId!)!.story);
  });

  test.each([
    ['in order', [0, 1, 2, 3]],
    ['copies first', [3, 1, 2, 0]],
    ['one report after the other', [2, 3, 0, 1]],
  ])('two reports of one event and a copy of each are one story of two groups (%s)', async (_, order) => {
    const records = await recordsAfter(order.map((n) => RESCUE[n]!));
    const stories = new Set(records.map((record) => record.syndication!.story));
    expect(stories.size).toBe(1);
    expect(new Set(records.map((record) => record.syndication!.group)).size).toBe(2);
    const [story] = stories;
    const count = await countStory(opened(), (await findStory(opened(), story!))!);
    expect(count).toMatchObject({ texts: { min: 2, max: 2 }, houses: 4, copies: 2 });
  });
});

describe.each(DIALECTS)('groups that are settled anew while a story is looked for, on %s', (dialect) => {
  const opened = useStore(dialect);

  test('two reports and a copy of each are one story, whatever their groups are named by then', async () => {
    const store = opened();
    const engine = new Engine(createStorePort(store, 'test'));
    const [first, copy, second, another] = RESCUE as [Told, Told, Told, Told];
    const all = [first, copy, { ...second, published: '2026-10-05T08:30:00Z' }, another];
    const ids: string[] = [];
    for (const { url, title, text, language } of all)
      ids.push(await shelve(store, null, { url, title: title!, texts: [text], language: language! }));
    const settle = (n: number) => engine.deduplicate({ ...all[n]!, id: ids[n]!, host: new URL(all[n]!.url).host });
    /** Looks for an article's story, while before it is written another is settled. */
    const tell = (n: number, meanwhile: () => Promise<unknown> = async () => {}) =>
      assignStory({ ...store, write: (work) => meanwhile().then(() => store.write(work)) }, ids[n]!);
    await settle(1);
    await tell(1);
    await settle(3);
    await tell(3, () => settle(2));
    await tell(2, () => settle(0));
    await tell(0);
    const rows = await store.db.select().from(store.tables.syndication);
    expect(new Set(rows.map((row) => row.groupId)).size).toBe(2);
    expect(rows[0]!.storyId).not.toBeNull();
    expect(new Set(rows.map((row) => row.storyId)).size).toBe(1);
  });
});

/** All ways in which the steps of two come between one another, each one's own in order. */
function interleavings(a: readonly string[], b: readonly string[]): string[][] {
  if (a.length === 0 || b.length === 0) return [[...a, ...b]];
  const [[first, ...restA], [other, ...restB]] = [a as [string, ...string[]], b as [string, ...string[]]];
  return [
    ...interleavings(restA, b).map((rest) => [first, ...rest]),
    ...interleavings(a, restB).map((rest) => [other, ...rest]),
  ];
}
const ORDERS = interleavings(['settle 0', 'story 0', 'tell 0'], ['settle 1', 'story 1', 'tell 1']);

describe.each(DIALECTS)('what is told of two articles that are worked on at one time, on %s', (dialect) => {
  const opened = useStore(dialect);

  test.each(
    ['copies', 'two reports of one event'].flatMap((what) => ORDERS.map((order) => [what, order.join(', ')] as const)),
  )('%s are one piece of news and one further outlet: %s', async (what, order) => {
    const store = opened();
    const { articles, alerts, watches } = store.tables;
    const engine = new Engine(createStorePort(store, 'test'));
    const two =
      what === 'copies'
        ? [RESCUE[0]!, { ...RESCUE[0]!, ...told('copier', 9, RESCUE[0]!.title!, KEEPER) }]
        : [RESCUE[0]!, RESCUE[2]!];
    await store.write((tx) =>
      tx.insert(watches).values({ id: 'w', name: 'sea', lines: [], threshold: 1, who: 'test', createdAt: 0 }),
    );
    const ids: string[] = [];
    for (const { url, title, text, language } of two)
      ids.push(await shelve(store, null, { url, title: title!, texts: [text], language: language! }));
    for (const step of order.split(', ')) {
      const n = Number(step.at(-1));
      const id = ids[n]!;
      if (step.startsWith('settle')) await engine.deduplicate({ ...two[n]!, id, host: new URL(two[n]!.url).host });
      else if (step.startsWith('story')) await assignStory(store, id);
      else {
        const [article] = await store.db.select().from(articles).where(eq(articles.id, id));
        const hits = [{ id: 'w', name: 'sea', matched: [], weight: 1 }];
        await store.write(async (tx) => {
          const fresh = await replaceMatches(store, tx, { id, at: 0 }, hits);
          await raiseStoryAlerts(store, tx, article!, [...fresh], 0);
        });
      }
    }
    const kinds = await store.db.select({ kind: alerts.kind }).from(alerts).orderBy(alerts.id);
    expect(kinds.map(({ kind }) => kind)).toEqual(['story', 'outlet']);
  });
});

describe('days of news of many events', () => {
  const opened = useStore('sqlite');

  test('independent reports of one event find one another; what followed, and the like elsewhere, stays out', async () => {
    const store = opened();
    const engine = new Engine(createStorePort(store, 'test'));
    const eventOf = new Map<string, string>();
    for (const { event, article } of newsOf(randomOf(41), 6)) {
      const { url, title, text, language } = article;
      const id = await shelve(store, null, { url, title: title!, texts: [text], language });
      eventOf.set(id, event);
      await engine.deduplicate({ ...article, id });
      await assignStory(store, id);
    }
    const rows = await store.db.select().from(store.tables.syndication);
    const told = rows.map(({ articleId, storyId }) => ({ event: eventOf.get(articleId)!, story: storyId }));
    const pairs = told.flatMap((a, at) => told.slice(at + 1).map((b) => ({ a, b })));
    const joined = pairs.filter(({ a, b }) => a.story !== null && a.story === b.story);
    const right = joined.filter(({ a, b }) => a.event === b.event).length;
    expect(right / pairs.filter(({ a, b }) => a.event === b.event).length).toBeGreaterThan(0.7);
    expect(right / joined.length).toBeGreaterThan(0.97);
  });
});

/** What the sample web plants as one form, filled in again and again. */
const FORMS = new Set(['currency-bulletin', 'sea-weather']);
