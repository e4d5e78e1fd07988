import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '@wirewatch/shared/config.ts';
import type { ArticleRecord } from '@wirewatch/shared/contracts/record.ts';
import { readRecords } from '@wirewatch/shared/store/articles/records.ts';
import { openStore } from '@wirewatch/shared/store/database/open.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { addFeed, makeDue } from '@wirewatch/shared/store/feeds/feeds.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoEnvironment } from '../services/cli/demo/environment.ts';
import { startSampleWeb } from '../services/cli/sample-web/server.ts';
import { APART, TRUTH } from '../services/cli/sample-web/truth.ts';
import { supervise } from '../services/cli/supervisor/supervisor.ts';
import { untilIdle } from '../services/cli/supervisor/until-idle.ts';

/** The records by address: after the first pass, and after some outlets have revised their articles. */
let first: Map<string, ArticleRecord>;
let later: Map<string, ArticleRecord>;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ww-demo-'));
  const web = await startSampleWeb();
  const env = { ...process.env, ...demoEnvironment(web) };
  const config = readConfig(env, { WIREWATCH_DATA: folder });
  const running = await supervise(
    config,
    ['scheduler', 'fetcher', 'cleaner', 'deduplicator', 'classifier'],
    env,
    () => undefined,
  );
  const store = await openStore(config.databaseUrl, 'require');
  try {
    for (const url of web.feeds) await addFeed(store, { url }, Date.now());
    await untilIdle(store, 2000, AbortSignal.timeout(100_000));
    first = await recordsByUrl(store);
    web.revise();
    await makeDue(store, 'all', Date.now());
    await untilIdle(store, 2000, AbortSignal.timeout(60_000));
    later = await recordsByUrl(store);
  } finally {
    await store.close();
    await running.stop();
    await web.close();
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function recordsByUrl(store: Store): Promise<Map<string, ArticleRecord>> {
  const records = new Map<string, ArticleRecord>();
  for await (const record of readRecords(store, { all: true })) records.set(record.url, record);
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
