import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { WarcWriter } from '@wirewatch/fetcher/warc/writer.ts';
import { openStore } from '@wirewatch/shared/store/database/open.ts';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { wirewatch as command } from '../../tests/support/command.ts';

// Each call is a process of its own: on a busy machine some seconds.
vi.setConfig({ testTimeout: 120_000 });

const PAGE = 'https://paper.example/2019/ferry';

let folder: string;
let file: string;
let record: string;
const wirewatch = (...args: string[]) => command([...args, '--data', join(folder, 'data')]);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ww-warc-'));
  const writer = new WarcWriter({ folder });
  const write = (url: string, status: number, type: string, body: string) =>
    writer.write({
      url,
      fetchedAt: '2019-05-04T10:00:00Z',
      ip: null,
      request: { method: 'GET', headers: [] },
      response: { status, statusText: 'OK', headers: [['Content-Type', type]], body: Buffer.from(body) },
      truncated: null,
      metadata: [],
    });
  const story = `<html><p>${'The ferry crossed the strait in an hour. '.repeat(20)}</p></html>`;
  ({ record } = await write(PAGE, 200, 'text/html; charset=utf-8', story));
  await write('https://paper.example/robots.txt', 200, 'text/plain', 'User-agent: *');
  await write('https://paper.example/lost', 404, 'text/html', '<html><p>Not here</p></html>');
  await writer.close();
  file = join(folder, readdirSync(folder).find((name) => name.endsWith('.warc.gz'))!);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("an archive's pages are taken in with its dates; what is none is counted; the same again changes nothing", async () => {
  const whole = readFileSync(file);
  const cut = join(folder, 'cut.warc.gz');
  writeFileSync(cut, whole.subarray(0, whole.length - 40));
  const first = await wirewatch('ingest', '--warc', file);
  expect(first.err).toContain('1 pages taken in, 0 known already, passed over 1 not-an-article, 1 gone, 0 problems');
  expect(first).toMatchObject({ status: 0, out: '' });
  const again = await wirewatch('ingest', '--warc', cut, file);
  expect(again.err).toContain('0 pages taken in, 1 known already');
  expect(again.err).toMatch(/truncated: .*\n/);
  const store = await openStore(`sqlite:${join(folder, 'data', 'wirewatch.db')}`, 'require');
  const rows = await store.db.select().from(store.tables.articles);
  await store.close();
  expect(rows).toMatchObject([
    {
      ...{ url: PAGE, stage: 'clean', lane: 'batch', fetchedAt: Date.parse('2019-05-04T10:00:00Z') },
      warc: { record, file: basename(file) },
    },
  ]);
  expect(await wirewatch('ingest', '--warc', join(folder, 'none'))).toMatchObject({ status: 1 });
});

test('forgotten, it is not taken in again', async () => {
  expect((await wirewatch('forget', PAGE)).err).toContain(`forgotten: ${PAGE}`);
  expect((await wirewatch('ingest', '--warc', file)).err).toContain('0 pages taken in, 1 known already');
  expect((await wirewatch('forget', 'no address')).status).toBe(2);
});

test('feeds are paused, resumed and made due; the list says how they do', async () => {
  const url = 'https://paper.example/feed.xml';
  await wirewatch('feeds', 'add', url);
  const listed = async () => JSON.parse((await wirewatch('feeds', 'list', '--json')).out);
  expect(await listed()).toMatchObject({ url, status: 'active', health: 'new', articles: 0, warning: null });
  expect(await wirewatch('feeds', 'pause', url)).toMatchObject({ status: 0, err: `paused: ${url}\n` });
  expect(await listed()).toMatchObject({ status: 'paused', health: 'paused', nextPoll: null });
  expect((await wirewatch('feeds', 'poll', url)).status).toBe(1);
  expect((await wirewatch('feeds', 'resume', url)).status).toBe(0);
  expect((await wirewatch('feeds', 'poll', url)).status).toBe(0);
  expect(await listed()).toMatchObject({ status: 'active', why: 'asked for' });
  expect((await wirewatch('feeds', 'pause', 'https://nobody.example/')).status).toBe(1);
});
