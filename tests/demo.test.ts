import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AttentionLine } from '@wirewatch/shared/attention/line.ts';
import { readConfig } from '@wirewatch/shared/config.ts';
import type { ArticleRecord } from '@wirewatch/shared/contracts/record.ts';
import { WORKERS } from '@wirewatch/shared/pipeline.ts';
import { readRecords } from '@wirewatch/shared/store/articles/records.ts';
import { openStore } from '@wirewatch/shared/store/database/open.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { addFeed, makeDue } from '@wirewatch/shared/store/feeds/feeds.ts';
import { feedsWithHealth } from '@wirewatch/shared/store/feeds/health.ts';
import { countNow, readAttention } from '@wirewatch/shared/store/operations/attention.ts';
import { alertsOf } from '@wirewatch/shared/store/watches/alerts.ts';
import { saveWatch } from '@wirewatch/shared/store/watches/watches.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoEnvironment } from '../services/cli/demo/environment.ts';
import { DEMO_WATCH } from '../services/cli/demo/watch.ts';
import { demoExtras } from '../services/cli/sample-web/articles/demo-extras.ts';
import { ARTICLES } from '../services/cli/sample-web/articles/index.ts';
import { addressOf } from '../services/cli/sample-web/outlets.ts';
import { inPresent } from '../services/cli/sample-web/present.ts';
import { startSampleWeb } from '../services/cli/sample-web/server.ts';
import { APART, TRUTH } from '../services/cli/sample-web/truth.ts';
import { supervise } from '../services/cli/supervisor/supervisor.ts';
import { untilIdle } from '../services/cli/supervisor/until-idle.ts';

/** The records by address: after the first pass, and after some outlets have revised their articles. */
let first: Map<string, ArticleRecord>;
let later: Map<string, ArticleRecord>;
let folder: string;
const startedAt = Date.now();
/** Where an article of today stood when it was written: the addresses of the truth. */
const writtenAt = new Map(
  inPresent([...ARTICLES, ...demoExtras], new Date(startedAt)).map((each, place) => [
    addressOf(each),
    addressOf([...ARTICLES, ...demoExtras][place]!),
  ]),
);
let attention: AttentionLine[];
let told: number;
let health: Awaited<ReturnType<typeof feedsWithHealth>>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ww-demo-'));
  const web = await startSampleWeb({ now: new Date(startedAt) });
  const env = { ...process.env, ...demoEnvironment(web) };
  const config = readConfig(env, { WIREWATCH_DATA: folder });
  const running = await supervise(config, WORKERS, env, () => undefined);
  const store = await openStore(config.databaseUrl, 'require');
  try {
    const { row: watch } = await saveWatch(store, DEMO_WATCH, {
      webhook: null,
      replace: true,
      who: 'demo',
      now: Date.now(),
    });
    for (const url of [...web.feeds, web.goneFeed]) await addFeed(store, { url }, Date.now());
    await untilIdle(store, 2000, AbortSignal.timeout(100_000));
    first = await recordsByUrl(store);
    web.revise();
    await makeDue(store, 'all', Date.now());
    await untilIdle(store, 2000, AbortSignal.timeout(60_000));
    later = await recordsByUrl(store);
    attention = await readAttention(store, config, countNow(store, Date.now()), undefined, Date.now());
    health = await feedsWithHealth(store, Date.now());
    told = (await alertsOf(store, watch.id, { limit: 100 })).length;
  } finally {
    await store.close();
    await running.stop();
    await web.close();
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function recordsByUrl(store: Store): Promise<Map<string, ArticleRecord>> {
  const records = new Map<string, ArticleRecord>();
  for await (const record of readRecords(store, { all: true }))
    records.set(writtenAt.get(record.url) ?? record.url, record);
  return records;
}

describe.each(TRUTH.map((truth) => [truth.url, truth] as const))('%s', (url, truth) => {
  test(`ends as ${truth.outcomes.join(' or ')}`, () => {
    expect(truth.outcomes).toContain(first.get(url)?.outcome);
  });
  if (truth.relation !== null) {
    test(`is ${truth.relation}${truth.original ? ` of ${truth.original}` : ''}`, () => {
      const stand = first.get(url)?.syndication;
      expect(stand?.relation).toBe(truth.relation);
      const original = truth.originalUrl === null ? null : first.get(truth.originalUrl)?.id;
      expect(stand?.originalId ?? null, stand?.reason).toBe(original);
      if (truth.original !== null && truth.relation !== 'original') expect(stand?.original).toBe(truth.original);
      expect(stand?.lagSeconds ?? 0, 'nobody copies what is yet to come').toBeGreaterThanOrEqual(0);
    });
    test('keeps the text and none of what is round it', () => {
      const text = (first.get(url)?.text ?? '').replace(/\s+/g, ' ');
      for (const kept of truth.mustContain) expect(text).toContain(kept);
      for (const junk of truth.mustNotContain) expect(text).not.toContain(junk);
      for (const line of truth.mustNotBeParagraph) expect(first.get(url)?.text?.split('\n\n')).not.toContain(line);
    });
    test('has its language and its credit', () => {
      const record = first.get(url);
      expect(record?.language).toBe(truth.language);
      expect(record?.credit && { source: record.credit.source, kind: record.credit.kind }).toEqual(truth.credit);
    });
  }
});

test('articles are in one group exactly where they were planted so', () => {
  const kept = TRUTH.filter((truth) => truth.group !== null);
  for (const one of kept) {
    for (const other of kept) {
      if (one.url >= other.url) continue;
      const together = first.get(one.url)?.syndication?.group === first.get(other.url)?.syndication?.group;
      expect(together, `${one.url} and ${other.url}`).toBe(one.group === other.group);
    }
  }
});

test('no near miss is joined', () => {
  for (const [one, other] of APART) {
    expect(first.get(one)?.syndication?.group, `${one} and ${other}`).not.toBe(first.get(other)?.syndication?.group);
  }
});

test('a revised article shows its new state', () => {
  const revised = TRUTH.filter((truth) => truth.later !== null);
  expect(revised.length).toBeGreaterThan(0);
  for (const truth of revised) {
    const record = later.get(truth.url);
    expect(record?.title).toBe(truth.later?.title);
    expect(record?.syndication?.relation).toBe(truth.later?.relation);
    const text = (record?.text ?? '').replace(/\s+/g, ' ');
    for (const kept of truth.later?.mustContain ?? []) expect(text).toContain(kept);
    for (const junk of truth.later?.mustNotContain ?? []) expect(text).not.toContain(junk);
  }
});

test('every feed that carried an article is recorded', () => {
  for (const record of first.values()) expect(record.feeds.length, record.url).toBeGreaterThan(0);
});

describe('as the demo tells it', () => {
  test('of today: nothing is of the future, nothing older than three days', () => {
    for (const { url, publishedAt } of first.values()) {
      if (publishedAt === null) continue;
      // A time without a zone is of the outlet's own clock, which is up to 14 hours ahead of ours.
      const ahead = /(?:Z|[+-]\d\d:\d\d)$/.test(publishedAt) ? 0 : 14 * 3_600_000;
      expect(Date.parse(publishedAt), url).toBeLessThanOrEqual(startedAt + ahead);
      expect(Date.parse(publishedAt), url).toBeGreaterThan(startedAt - 3 * 86_400_000);
    }
  });

  test('every feed is well but the one that is not there any more', () => {
    expect(health.filter(({ health: { level } }) => level === 'ok')).toHaveLength(12);
    expect(attention.map(({ kind }) => kind).filter((kind) => kind !== 'disk' && kind !== 'service')).toEqual([
      'feed-never-worked',
      'quarantine',
    ]);
    expect(attention.find(({ kind }) => kind === 'feed-never-worked')!.what).toContain('the server says 404');
  });

  test('one story of three independent texts and copies', () => {
    const leak = [...later].flatMap(([url, record]) => (/skelby|night-of-the-sirens/.test(url) ? [record] : []));
    expect(leak.map(({ syndication }) => syndication?.relation).sort()).toEqual([
      'copy',
      'copy',
      'original',
      'original',
      'unique',
    ]);
    expect(new Set(leak.map(({ syndication }) => syndication?.story)).size).toBe(1);
    expect(leak[0]!.syndication?.story).not.toBeNull();
  });

  test('one original is contested, one page in quarantine, and the watch has told', () => {
    const pilots = first.get('http://levantmonitor.example/story/20261021-harbour-pilots-return-to-night-work');
    expect(pilots?.syndication, JSON.stringify(pilots)).toMatchObject({ relation: 'original', contested: true });
    expect([...first.values()].filter(({ outcome }) => outcome === 'quarantined')).toHaveLength(1);
    expect(told).toBeGreaterThan(0);
  });
});
