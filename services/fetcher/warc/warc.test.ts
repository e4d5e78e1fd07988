import { mkdtemp, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type ArchivedPage, type ArchiveProblem, readWarc } from './reader.ts';
import type { WarcExchange } from './record.ts';
import { ABANDONED_MS, sealAbandoned, WarcWriter } from './writer.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wirewatch-warc-'));
});
afterEach(() => rm(folder, { recursive: true }));

const PAGE = '<p>The ferry sails on Monday — at six.</p>';
const exchange = (
  fields: Partial<WarcExchange['response']> = {},
  url = 'https://news.example/ferry?x=1',
): WarcExchange => ({
  url,
  fetchedAt: '2026-11-03T15:40:00.123Z',
  ip: '192.0.2.7',
  request: {
    method: 'GET',
    headers: [
      ['Host', 'news.example'],
      ['User-Agent', 'wirewatch'],
    ],
  },
  response: {
    status: 200,
    statusText: 'OK',
    headers: [
      ['Content-Type', 'text/html; charset=utf-8'],
      ['Set-Cookie', 'a=1'],
      ['Set-Cookie', 'b=2'],
    ],
    body: Buffer.from(PAGE),
    ...fields,
  },
  truncated: null,
  metadata: [['outlet', 'harbour-news']],
});

async function readAll(path: string): Promise<{ pages: ArchivedPage[]; problems: ArchiveProblem[] }> {
  const pages: ArchivedPage[] = [];
  const problems: ArchiveProblem[] = [];
  for await (const page of readWarc(path, { onProblem: (problem) => problems.push(problem) })) pages.push(page);
  return { pages, problems };
}

test('what is written is read again, and the file has its name only when it is whole', async () => {
  const writer = new WarcWriter({ folder });
  const [first, second] = await Promise.all([
    writer.write(exchange()),
    writer.write(exchange({ status: 404, statusText: 'Not Found' })),
  ]);
  expect((await readdir(folder)).every((name) => name.endsWith('.warc.gz.open'))).toBe(true);
  await writer.close();
  expect(await readdir(folder)).toEqual([first.file]);
  expect(second.offset).toBeGreaterThan(first.offset);
  const { pages, problems } = await readAll(join(folder, first.file));
  expect(problems).toEqual([]);
  expect(pages.map(({ status }) => status)).toEqual([200, 404]);
  expect(pages[0]).toMatchObject({ url: 'https://news.example/ferry?x=1', fetchedAt: '2026-11-03T15:40:00.000Z' });
  expect(pages.map(({ record }) => record)).toEqual([first.record, second.record]);
  expect(Buffer.from(pages[0]!.body).toString()).toBe(PAGE);
  expect(pages[0]!.headers.filter(([name]) => name === 'Set-Cookie')).toHaveLength(2);
});

test('each record is a gzip member that can be read from its offset', async () => {
  const writer = new WarcWriter({ folder });
  const { file, offset } = await writer.write(exchange());
  await writer.close();
  const bytes = await readFile(join(folder, file));
  const text = gunzipSync(bytes.subarray(offset)).toString();
  expect(text).toMatch(/^WARC\/1\.1\r\nWARC-Type: response\r\n/);
  expect(text.match(/WARC-Type: \w+/g)).toEqual(['WARC-Type: response', 'WARC-Type: request', 'WARC-Type: metadata']);
  expect(text).toContain(`Content-Length: ${Buffer.byteLength(PAGE)}\r\n\r\n${PAGE}\r\n\r\n`);
  expect(text).toContain('GET /ferry?x=1 HTTP/1.1\r\nHost: news.example\r\n');
});

test('files are rotated by size', async () => {
  const writer = new WarcWriter({ folder, maxFileBytes: 1000 });
  for (let turn = 0; turn < 4; turn += 1) await writer.write(exchange());
  await writer.close();
  const names = await readdir(folder);
  expect(names.length).toBeGreaterThan(1);
  const counts = await Promise.all(names.map(async (name) => (await readAll(join(folder, name))).pages.length));
  expect(counts.reduce((sum, count) => sum + count)).toBe(4);
});

test('coded bodies come out plain, and stay as they are where the headers lie', async () => {
  const writer = new WarcWriter({ folder });
  const headers = [['Content-Encoding', 'gzip']] as const;
  await writer.write(exchange({ headers, body: gzipSync(PAGE) }));
  await writer.write(exchange({ headers, body: Buffer.from(PAGE) }));
  const { file } = await writer.write(exchange({ body: Buffer.alloc(0) }));
  await writer.close();
  const { pages } = await readAll(join(folder, file));
  expect(pages.map(({ body }) => Buffer.from(body).toString())).toEqual([PAGE, PAGE, '']);
});

test('a file that was cut off gives its whole records', async () => {
  const writer = new WarcWriter({ folder });
  await writer.write(exchange());
  const { file } = await writer.write(exchange({ body: Buffer.from(PAGE.repeat(500)) }));
  await writer.close();
  const bytes = await readFile(join(folder, file));
  const cut = join(folder, 'cut.warc.gz');
  await writeFile(cut, bytes.subarray(0, bytes.length - 700));
  const { pages, problems } = await readAll(cut);
  expect(pages.length).toBeGreaterThanOrEqual(1);
  expect(problems.map((one) => one.kind)).toContain('truncated');
});

test('a dead writer’s file is completed without its torn record, a living one’s is left alone', async () => {
  const writer = new WarcWriter({ folder });
  await writer.write(exchange());
  const { file } = await writer.write(exchange({ body: Buffer.from(PAGE.repeat(100)) }));
  await writer.close();
  const whole = await readFile(join(folder, file));
  const dead = file.replace(`.${process.pid}-`, '.999999999-');
  await writeFile(join(folder, `${dead}.open`), Buffer.concat([whole, whole.subarray(0, 100)]));
  await rename(join(folder, file), join(folder, `${file}.open`));
  expect(await sealAbandoned(folder)).toEqual([dead]);
  expect((await readdir(folder)).sort()).toEqual([dead, `${file}.open`].sort());
  expect(await readFile(join(folder, dead))).toEqual(whole);
  expect(await sealAbandoned(join(folder, 'none'))).toEqual([]);
});

test('a file of another host is completed once nobody has touched it for a while', async () => {
  const writer = new WarcWriter({ folder });
  const { file } = await writer.write(exchange());
  await writer.close();
  const [gone, alive] = ['gone', 'alive'].map((host) => file.replace(/-\w+\.\d+-(?=[0-9a-f]{6}\.)/, `-pod_${host}.7-`));
  const whole = await readFile(join(folder, file));
  await rename(join(folder, file), join(folder, `${alive}.open`));
  await writeFile(join(folder, `${gone}.open`), Buffer.concat([whole, whole.subarray(0, 50)]));
  const longAgo = new Date(Date.now() - ABANDONED_MS - 1000);
  await utimes(join(folder, `${gone}.open`), longAgo, longAgo);
  expect(await sealAbandoned(folder)).toEqual([gone]);
  expect(await readFile(join(folder, gone!))).toEqual(whole);
  expect((await readdir(folder)).sort()).toEqual([gone, `${alive}.open`].sort());
});

test('a writer that has nothing to write touches its file, and one whose file was completed meanwhile ends in peace', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  try {
    const writer = new WarcWriter({ folder });
    const { file } = await writer.write(exchange());
    const path = join(folder, `${file}.open`);
    const longAgo = new Date(Date.now() - ABANDONED_MS);
    await utimes(path, longAgo, longAgo);
    vi.advanceTimersByTime(60_000);
    await expect.poll(async () => Date.now() - (await stat(path)).mtimeMs).toBeLessThan(60_000);
    await rename(path, join(folder, file));
    await writer.close();
    expect(await readdir(folder)).toEqual([file]);
  } finally {
    vi.useRealTimers();
  }
});

test('a predecessor’s file is completed by a process with its number, as in a container', async () => {
  const longAgo = new Date(Date.now() - process.uptime() * 1000 - 60_000);
  const names: string[] = [];
  for (const pid of [process.pid, process.ppid]) {
    const writer = new WarcWriter({ folder, now: () => longAgo });
    const { file } = await writer.write(exchange());
    await writer.close();
    // The parent may be older than we are: a file of the century before it is not its own.
    const name = file.replace(`.${process.pid}-`, `.${pid}-`).replace(/^wirewatch-\d{4}/, 'wirewatch-1999');
    await rename(join(folder, file), join(folder, `${name}.open`));
    names.push(name);
  }
  expect((await sealAbandoned(folder)).sort()).toEqual(names.sort());
});

test('archives of other crawlers: plain, bare line ends, chunks, resource and revisit records, old dates, brackets', async () => {
  const path = join(folder, 'other.warc');
  const record = (fields: string, block: string) =>
    `WARC/1.0\r\n${fields}\r\nContent-Length: ${Buffer.byteLength(block)}\r\n\r\n${block}\r\n\r\n`;
  await writeFile(
    path,
    `${record('WARC-Type: warcinfo', 'software: other\r\n')}junk line\r\n${record(
      'WARC-Type: response\r\nWARC-Target-URI: <http://a.example/>\r\nWARC-Date: 20201103154000\r\nContent-Type: application/http',
      'HTTP/1.0 200 OK\nTransfer-Encoding: chunked\nX: a\n b\n\n4\r\nship\r\n3;x=y\r\nped\r\n0\r\n\r\n',
    )}${record('WARC-Type: resource\r\nWARC-Record-ID: <urn:uuid:5e0a>\r\nWARC-Target-URI: http://a.example/r\r\nWARC-Date: 2020-11-03T15:40:00Z\r\nContent-Type: text/plain', 'plain')}${record(
      'WARC-Type: revisit\r\nWARC-Target-URI: http://a.example/again',
      'HTTP/1.1 200 OK\r\n\r\n',
    )}${record('WARC-Type: response\r\nWARC-Target-URI: dns:a.example', '20201103 192.0.2.1')}`,
  );
  const { pages, problems } = await readAll(path);
  expect(pages.map(({ body, ...rest }) => ({ ...rest, body: Buffer.from(body).toString() }))).toEqual([
    {
      url: 'http://a.example/',
      record: null,
      fetchedAt: '2020-11-03T15:40:00.000Z',
      status: 200,
      headers: [
        ['Transfer-Encoding', 'chunked'],
        ['X', 'a b'],
      ],
      body: 'shipped',
    },
    {
      url: 'http://a.example/r',
      record: 'urn:uuid:5e0a',
      fetchedAt: '2020-11-03T15:40:00.000Z',
      status: 200,
      headers: [['Content-Type', 'text/plain']],
      body: 'plain',
    },
  ]);
  expect(problems.map((one) => one.kind)).toEqual(['damaged', 'revisit', 'not-http']);
});

test('a block that does not match its digest, or is too large, is told and passed over', async () => {
  const writer = new WarcWriter({ folder });
  const { file } = await writer.write(exchange());
  await writer.close();
  const plain = gunzipSync(await readFile(join(folder, file)));
  const path = join(folder, 'bad.warc');
  await writeFile(path, plain.toString('latin1').replace('sails', 'sinks'), 'latin1');
  expect(await readAll(path)).toMatchObject({ pages: [], problems: [{ kind: 'digest' }] });
  const problems: ArchiveProblem[] = [];
  for await (const _page of readWarc(join(folder, file), {
    room: 0,
    onProblem: (one) => problems.push(one),
  }))
    break;
  expect(problems.length).toBeGreaterThan(0);
});
