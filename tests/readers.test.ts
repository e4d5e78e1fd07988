import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addFeed } from '@wirewatch/shared/store/feeds/feeds.ts';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { reindex } from 'wirewatch/archive/reindex.ts';
import { onPath } from 'wirewatch/private-redis/on-path.ts';
import { type Desk, startDesk } from './support/dashboard.ts';
import { shelve } from './support/shelf.ts';

/** Programs of others that read what we write; where one is not installed its test is skipped. */
const promtool = await onPath('promtool');
const newsboat = await onPath('newsboat');
const needs = (program: string | null, name: string) =>
  program === null ? ` (skipped: ${name} is not installed; Debian has it)` : '';

/** Runs a program beside the server that it reads from. */
async function run(program: string, args: string[], options: { input?: string; env?: NodeJS.ProcessEnv } = {}) {
  const child = spawn(program, args, { env: options.env ?? process.env });
  let said = '';
  child.stdout.on('data', (data) => (said += data));
  child.stderr.on('data', (data) => (said += data));
  child.stdin.end(options.input ?? '');
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { status, said };
}

let desk: Desk;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ww-readers-'));
  desk = await startDesk();
  const { store, blobs } = desk;
  const at = Date.now() - 3_600_000;
  const original = await shelve(store, blobs, {
    url: 'http://wire.example/trains?a=1&b=<2>',
    title: 'Night trains agreed',
    texts: ['Five states agree on rules for night trains. '.repeat(12).trim()],
    syndication: { group: 'g1', relation: 'original' },
    at,
  });
  await shelve(store, blobs, {
    url: 'http://portal.example/1',
    title: 'Night trains & "sleepers" agreed <again>',
    texts: ['Five states agree on rules for night trains. '.repeat(12).trim()],
    syndication: { group: 'g1', relation: 'copy', originalId: original },
    at: at + 60_000,
  });
  await shelve(store, blobs, {
    url: 'http://sada.example/4',
    title: 'اتفاق على قطارات الليل',
    texts: ['اتفقت خمس دول على قواعد لقطارات الليل.'],
    language: 'ar',
    at: at + 3,
  });
  await shelve(store, blobs, {
    url: 'http://portal.example/2',
    outcome: 'quarantined',
    reason: 'the bytes are a PDF, not a page',
    at: at + 1,
  });
  await shelve(store, blobs, { url: 'http://portal.example/3', stage: 'clean', at: at + 2 });
  await addFeed(store, { url: 'http://wire.example/feed.xml' }, Date.now());
  await reindex(store);
});
afterAll(async () => {
  await desk?.stop();
  rmSync(folder, { recursive: true, force: true });
});

test.skipIf(promtool === null)(`Prometheus's checker accepts /metrics${needs(promtool, 'promtool')}`, async () => {
  await fetch(`${desk.url}/api/v1/pipeline/clean/live/drain`, { method: 'POST' });
  const read = async () => (await fetch(`${desk.url}/metrics`)).text();
  await expect.poll(read, { timeout: 20_000, interval: 500 }).toContain('wirewatch_stage_seconds_bucket{');
  const text = await read();
  expect(text).toContain('wirewatch_outcomes_total{');
  expect(await run(promtool!, ['check', 'metrics'], { input: text })).toEqual({ status: 0, said: '' });
});

test.skipIf(promtool === null)(`and the alerts that rest on it${needs(promtool, 'promtool')}`, async () => {
  const rules = join(import.meta.dirname, '../infra/prometheus-alerts.yml');
  expect((await run(promtool!, ['check', 'rules', rules])).said).toMatch(/SUCCESS: \d+ rules found/);
});

test.skipIf(newsboat === null)(`a newsreader opens the Atom output${needs(newsboat, 'newsboat')}`, async () => {
  const urls = join(folder, 'urls');
  const cache = join(folder, 'cache.db');
  writeFileSync(urls, `${desk.url}/search.atom\n`);
  const env = { ...process.env, HOME: folder, LC_ALL: 'C.UTF-8' };
  const read = (...args: string[]) => run(newsboat!, ['-u', urls, '-c', cache, ...args], { env });
  expect(await read('-x', 'reload')).toEqual({ status: 0, said: '' });
  expect((await read('-x', 'print-unread')).said).toBe('2 unread articles\n');
  const kept = new Database(cache, { readonly: true });
  const items = kept.prepare('select title, content from rss_item order by title').all() as Array<
    Record<string, string>
  >;
  kept.close();
  expect(items.map(({ title }) => title)).toEqual([
    'Night trains & "sleepers" agreed <again>',
    'اتفاق على قطارات الليل',
  ]);
  // A story once, with the other outlet that carried it.
  expect(items[0]?.content).toContain('href="http://wire.example/trains?a=1&amp;b=');
});
