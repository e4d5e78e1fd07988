import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { DIALECTS, useStore } from '../../../../tests/support/dialects.ts';
import { announce, cleaned, entry, NOON, pages, rowOf } from '../../../../tests/support/given.ts';
import { ArticleRecord } from '../../contracts/record.ts';
import { addFeed } from '../feeds/feeds.ts';
import { addMatches } from '../watches/matches.ts';
import { saveWatch } from '../watches/watches.ts';
import { saveClassification } from './classifications.ts';
import { readRecords, recordsOf, type Selection } from './records.ts';
import { saveRevision } from './revisions.ts';

describe.each(DIALECTS)('records on %s', (dialect) => {
  const opened = useStore(dialect);
  const read = async (selection: Selection) => {
    const ids: string[] = [];
    for await (const record of readRecords(opened(), selection)) ids.push(record.id);
    return ids;
  };

  test('every article once and in order, over pages, though hundreds were seen in one instant', async () => {
    const store = opened();
    const urls = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, n) => `https://a.example/${from + n}`);
    const early = await pages(store, urls(0, 450), NOON);
    const late = await pages(store, urls(450, 460), NOON + 1000);
    expect(await read({ all: true })).toEqual([...early.sort(), ...late.sort()]);
    expect(await read({ all: true, since: NOON + 1 })).toHaveLength(10);
    expect(await read({ all: true, until: NOON + 1000 })).toHaveLength(450);
    expect(await read({ all: true, ids: [late[0]!, early[0]!] })).toEqual([early[0], late[0]]);
    expect(await read({})).toEqual([]);
  });

  test('a record has what every stage found, and keeps to the contract', async () => {
    const store = opened();
    const { articles, syndication } = store.tables;
    const link = 'https://harbour.example/news/1';
    for (const path of ['feed', 'world']) {
      const feed = await addFeed(store, { url: `https://harbour.example/${path}` }, NOON);
      if ('problem' in feed) throw new Error(feed.problem);
      await announce(store, feed.id, [entry(link, { guid: path })], NOON + path.length);
    }
    const [id] = await pages(store, [link]);
    const article = await rowOf(store, id!);
    const credit = { source: 'RT', kind: 'whole', url: null, evidence: 'Via: RT' } as const;
    await store.write(async (tx) => {
      const made = {
        version: 'c1',
        frameVersion: null,
        rawHash: 'raw',
        fetchedAt: NOON,
        now: NOON,
        batchId: null,
      };
      const clean = cleaned({ credit, byline: ['A. Reed'], publishedAt: '2026-11-20', siteName: 'Harbour Post' });
      const revisionId = await saveRevision(store, tx, article, clean, made);
      await tx
        .update(articles)
        .set({ revisionId, stage: null, outcome: 'done', fetchedAt: NOON })
        .where(eq(articles.id, id!));
      const topics = [{ code: 'medtop:11000000', label: 'politics', score: 0.9 }];
      const found = {
        language: 'en',
        topics,
        topicScores: { 'medtop:11000000': 0.9 },
        entities: [],
        countries: ['EGY'],
        events: [],
      };
      await saveClassification(store, tx, article, found, { version: 'k1', revisionId, now: NOON });
      const stand = { groupId: 'g1', relation: 'copy', original: 'RT', coverage: 0.97, lagSeconds: 9900 } as const;
      await tx.insert(syndication).values({
        articleId: id!,
        ...stand,
        basis: ['credit'],
        confidence: 0.99,
        reason: 'r',
        version: 'd1',
        updatedAt: NOON,
      });
    });
    const said = { name: 'talks', lines: [{ query: 'harbour', weight: 1, language: null }], threshold: 1 };
    const { row: watch } = await saveWatch(store, said, { webhook: null, replace: false, who: 'test', now: NOON });
    const hit = { id: watch.id, name: 'talks', matched: ['harbour'], weight: 1 };
    await store.write((tx) => addMatches(store, tx, [{ article: { id: id!, at: NOON }, hit }]));
    const [record, ...rest] = await recordsOf(store, ['unknown', id!]);
    expect(rest).toEqual([]);
    expect(ArticleRecord.parse(record)).toEqual(record);
    expect(record).toMatchObject({
      outlet: { id: 'harbour.example', name: 'Harbour Post' },
      feeds: [{ guid: 'feed' }, { guid: 'world' }],
      credit,
      publishedAt: '2026-11-20',
      fetchedAt: new Date(NOON).toISOString(),
      syndication: {
        group: 'g1',
        relation: 'copy',
        originalId: null,
        coverage: 0.97,
        lagSeconds: 9900,
        basis: ['credit'],
      },
      topicScores: { 'medtop:11000000': 0.9 },
      watches: [{ id: watch.id, name: 'talks', matched: ['harbour'] }],
      versions: { clean: 'c1', dedup: 'd1', classify: 'k1' },
      outcome: 'done',
    });
  });
});
