import { type AddressInfo, createServer, type Socket } from 'node:net';
import { brotliCompressSync, deflateSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createHttpClient, type HttpClient } from './client.ts';

const sockets = new Set<Socket>();
let origin = '';
let http: HttpClient;
/** By path: what the server writes, and whether it then ends. */
const PAGE = '<p>The wall stands.</p>';
const ok = (head: string, body: string | Buffer = PAGE) => ({ head: `HTTP/1.1 200 OK\r\n${head}`, body, ends: true });
const LENGTH = `Content-Length: ${PAGE.length}`;
/** A server that keeps the connection open behind its answer. */
const held = (head: string, body: string | Buffer = PAGE) => ({ ...ok(head, body), ends: false });
const half = PAGE.length >> 1;
const SAID: Record<string, { head: string; body: string | Buffer; ends: boolean }> = {
  '/folded': ok(`X-Policy: a\r\n  b\r\n\tc\r\n${LENGTH}`),
  '/blank-before-colon': ok(`Content-Type : text/html\r\n${LENGTH}`),
  '/length-twice': ok(`${LENGTH}\r\n${LENGTH}`),
  '/length-beside-chunks': ok(
    'Content-Length: 3\r\nTransfer-Encoding: chunked',
    `${PAGE.length.toString(16)}\r\n${PAGE}\r\n0\r\n\r\n`,
  ),
  '/control-character': ok(`X-Name: a\u0001b\r\n${LENGTH}`),
  '/no-header': ok(`this is no header\r\n${LENGTH}`),
  '/line-feeds': { head: `HTTP/1.1 200 OK\nX-Name: a\n  b\n${LENGTH}`, body: PAGE, ends: true },
  '/early-hints': {
    head: `HTTP/1.1 103 Early Hints\r\nLink: a\r\n\r\nHTTP/1.1 200 OK\r\nX-Name: a\r\n b\r\n${LENGTH}`,
    body: PAGE,
    ends: true,
  },
  '/continue': {
    head: `HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n${LENGTH}`,
    body: PAGE,
    ends: true,
  },
  '/small-protocol': { head: `http/1.1 200 Ok\r\n${LENGTH}`, body: PAGE, ends: true },
  '/length-in-a-list': ok(`Content-Length: ${PAGE.length}, ${PAGE.length}`),
  '/length-that-is-none': ok('Content-Length: +many'),
  '/transfer-identity': held(`Transfer-Encoding: identity\r\n${LENGTH}`),
  '/chunks-by-line-feeds': held(
    'Transfer-Encoding: chunked',
    `${half.toString(16)}\n${PAGE.slice(0, half)}\n0${(PAGE.length - half).toString(16).toUpperCase()} ;x="y"\n${PAGE.slice(half)}\n0\nX-Sum: 1\n\n`,
  ),
  '/br-called-gzip': ok('Content-Encoding: gzip', brotliCompressSync(PAGE)),
  '/deflate-called-gzip': ok('Content-Encoding: gzip', deflateSync(PAGE)),
  '/no-reason': { head: `HTTP/1.1 200\r\n${LENGTH}`, body: PAGE, ends: true },
  '/old': { head: 'HTTP/1.0 200 OK\r\nContent-Type: text/html', body: PAGE, ends: true },
  '/short': ok(`X-Name: a\r\n b\r\nContent-Length: 100`),
  '/chunks-cut': ok('X-Name: a\r\n b\r\nTransfer-Encoding: chunked', `ff\r\n${PAGE}`),
  '/silent': { head: 'HTTP/1.1 200 OK\r\nX-Policy: a\r\n  b\r\nContent-Length: 100', body: 'half', ends: false },
};
const server = createServer((socket) => {
  sockets.add(socket);
  socket
    .on('error', () => {})
    .once('data', (chunk) => {
      const said = SAID[/^GET (\S+)/.exec(chunk.toString())?.[1] ?? '']!;
      socket.write(Buffer.concat([Buffer.from(`${said.head}\r\n\r\n`), Buffer.from(said.body)]));
      if (said.ends) socket.end();
    });
});
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  http = createHttpClient({
    userAgent: 'test/1',
    allowNets: ['127.0.0.0/8'],
    limits: { deadlineMs: 20_000 },
  });
});
afterAll(async () => {
  await http.close();
  for (const socket of sockets) socket.destroy();
  server.close();
});

test.each(Object.keys(SAID).filter((path) => !['/silent', '/short', '/chunks-cut'].includes(path)))(
  'what curl and browsers read is read: %s',
  async (path) => {
    const answer = await http.get(`${origin}${path}`);
    if (!answer.ok) throw new Error(answer.message);
    expect(Buffer.from(answer.body).toString()).toBe(PAGE);
  },
);

test('a body that ends before its length, or its last chunk, is cut short, however its head is read', async () => {
  for (const path of ['/short', '/chunks-cut'])
    expect(await http.get(`${origin}${path}`)).toMatchObject({ ok: false, kind: 'truncated' });
});

test('a body that falls silent ends at the same limit whether it is read strictly or leniently', async () => {
  const started = performance.now();
  const impatient = createHttpClient({
    userAgent: 'test/1',
    allowNets: ['127.0.0.0/8'],
    limits: { idleTimeoutMs: 300, deadlineMs: 20_000 },
  });
  expect(await impatient.get(`${origin}/silent`)).toMatchObject({ ok: false, kind: 'idle-timeout' });
  expect(performance.now() - started).toBeLessThan(5000);
  await impatient.close();
});
