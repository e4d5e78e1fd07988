import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { wirewatch } from '../support/command.ts';
import { plays, rssOf } from '../support/field.ts';
import { type PlayServer, startPlayServer } from '../support/play-server.ts';

// Each call is a process of its own, and the pages are large.
vi.setConfig({ testTimeout: 240_000 });

let server: PlayServer;
let folder: string;
beforeAll(async () => {
  server = await startPlayServer();
  folder = mkdtempSync(join(tmpdir(), 'ww-raised-'));
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const paragraph = (number: number) =>
  `<p>On day ${number} the harbour council met to speak of ferry ${number % 97} and of pier ${number % 89}, which are to open in spring.</p>`;
const MEGABYTE = 1_000_000;

/** An article whose page carries a map of so many megabytes as a script, and a text of so many paragraphs. */
function pageOf(megabytes: number, paragraphs = 8): string {
  const script = `<script>var chart = "${'abcdefghij'.repeat((megabytes * MEGABYTE) / 10)}";</script>`;
  return `<!doctype html><html lang="en"><head><title>A pier for the ferry</title></head><body>${script}<article><h1>A pier for the ferry</h1>${Array.from({ length: paragraphs }, (_, i) => paragraph(i + 1)).join('')}</article></body></html>`;
}

const RAISED = { WIREWATCH_MAX_PAGE_BYTES: '40000000' };
const NETS = { WIREWATCH_ALLOW_NETS: '127.0.0.0/8', WIREWATCH_HOST_GAP_MS: '0', LOG_LEVEL: 'error' };
interface Told {
  url: string;
  outcome: string;
  text: string;
}
const exported = async (data: string): Promise<Told[]> => {
  const { out } = await wirewatch(['export', '--format', 'jsonl', '--all', '--data', data]);
  return out.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Told]));
};

test('a feed of 18 MB, its page of 14 MB and pages that are handed over of 35 MB are read where the one limit is raised', async () => {
  const data = join(folder, 'raised');
  server.play('/2026/pier', plays(pageOf(14), 'text/html'));
  const filler = `<item><title>No page</title><guid isPermaLink="false">x</guid><media:x>${'far '.repeat(50_000)}</media:x></item>`;
  const entry = `<item><title>Pier</title><link>${server.origin}/2026/pier</link></item>`;
  server.play('/feed.xml', plays(rssOf([entry, ...Array<string>(90).fill(filler)], `${server.origin}/`)));
  const env = { ...NETS, ...RAISED };
  expect((await wirewatch(['feeds', 'add', '--data', data, `${server.origin}/feed.xml`], { env })).status).toBe(0);
  const file = join(folder, 'page.html');
  writeFileSync(file, pageOf(35));
  const line = JSON.stringify({ url: 'http://handed.example/2026/pier', path: file });
  const taken = await wirewatch(['ingest', '--jsonl', '--data', data], { env, input: `${line}\n` });
  expect(taken.out).toContain('"taken":true');
  const ran = await wirewatch(['run', '--until-idle', '--wait', '3', '--data', data], { env });
  expect(ran).toMatchObject({ status: 0 });
  const told = await exported(data);
  expect(told.map(({ url, outcome }) => [url, outcome]).sort()).toEqual([
    [`${server.origin}/2026/pier`, 'done'],
    ['http://handed.example/2026/pier', 'done'],
  ]);
  for (const { text } of told) expect(text).toMatch(/harbour council/);
});

test('a long text is read whole by the command too, and the shipped limits hold where nothing is raised', async () => {
  const file = join(folder, 'long.html');
  writeFileSync(file, pageOf(0, 45_000));
  const clean = async (env: Record<string, string>) =>
    JSON.parse((await wirewatch(['clean', '--url', 'http://a.example/2026/pier', file], { env })).out) as Told;
  expect(await clean({})).toMatchObject({ outcome: 'too-large' });
  const raised = await clean(RAISED);
  expect(raised.outcome).toBe('passed');
  expect(raised.text.split('\n\n').length).toBeGreaterThan(40_000);

  const huge = join(folder, 'huge.html');
  writeFileSync(huge, pageOf(35));
  const line = JSON.stringify({ url: 'http://handed.example/2026/pier', path: huge });
  const refused = await wirewatch(['ingest', '--jsonl', '--data', join(folder, 'shipped')], { input: `${line}\n` });
  expect(refused.out).toMatch(/too-large.*WIREWATCH_MAX_PAGE_BYTES/);
});
