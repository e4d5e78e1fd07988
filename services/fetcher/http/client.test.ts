import { createServer, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createHttpClient, type HttpClient } from './client.ts';

let server: Server;
let http: HttpClient;
let played: (socket: Socket) => void;
let url: string;

beforeEach(async () => {
  server = createServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', () => played(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as { port: number }).port}/`;
  http = createHttpClient({ userAgent: 'wirewatch-test/1.0', allowNets: ['127.0.0.1'] });
});
afterEach(async () => {
  await http.close();
  await new Promise((resolve) => server.close(resolve));
});

async function kindOf(play: (socket: Socket) => void): Promise<string> {
  played = play;
  const answer = await http.get(url);
  return answer.ok ? `ok ${answer.status}` : answer.kind;
}

test('what is no HTTP', async () => {
  expect(await kindOf((socket) => socket.end('220 mail.example ESMTP\r\n'))).toBe('protocol');
});

test('closed and reset before the headers: the host is there, so it is not called unconnectable', async () => {
  expect(await kindOf((socket) => socket.end())).toBe('closed');
  expect(await kindOf((socket) => socket.resetAndDestroy())).toBe('closed');
  expect(await kindOf((socket) => socket.end('HTTP/1.1 200 OK\r\nContent-'))).toBe('closed');
});

test('a kept connection that the server closes before it answers: asked once more on a new one', async () => {
  const asked: string[] = [];
  let sockets = 0;
  played = (socket) => {
    sockets += 1;
    asked.push(`first on ${sockets}`);
    socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok');
    socket.once('data', () => {
      asked.push('again on it');
      socket.end();
    });
  };
  expect(await http.get(url)).toMatchObject({ ok: true, status: 200 });
  // The connection is free for the next when its socket has drained.
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(await http.get(url)).toMatchObject({ ok: true, status: 200 });
  expect(asked).toEqual(['first on 1', 'again on it', 'first on 2']);
});

test('headers without end', async () => {
  expect(
    await kindOf((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n');
      const timer = setInterval(() => socket.write(`X-More: ${'x'.repeat(8000)}\r\n`), 1);
      socket.on('close', () => clearInterval(timer));
    }),
  ).toBe('too-large');
});

test('large headers of a real site are read', async () => {
  expect(
    await kindOf((socket) =>
      socket.end(`HTTP/1.1 200 OK\r\nX-Policy: ${'x'.repeat(40_000)}\r\nContent-Length: 0\r\n\r\n`),
    ),
  ).toBe('ok 200');
});

test('nobody listens', async () => {
  const { port } = server.address() as { port: number };
  const silent = createHttpClient({ userAgent: 'x/1', allowNets: ['127.0.0.9'] });
  expect(await silent.get(`http://127.0.0.9:${port}/`)).toMatchObject({ ok: false, kind: 'connect', retry: 'later' });
  await silent.close();
});

test('an answer that ends with its connection is whole', async () => {
  expect(await kindOf((socket) => socket.end('HTTP/1.0 200 OK\r\n\r\nall of it'))).toBe('ok 200');
});

test('a raw UTF-8 Location, a missing one, and one that cannot be read', async () => {
  played = (socket) =>
    socket.end('HTTP/1.1 301 Moved\r\nLocation: /neu/\xc3\xa4\r\nContent-Length: 0\r\n\r\n', 'latin1');
  const answer = await http.get(url, { maxRedirects: 0 });
  expect(answer.hops[0]?.location).toBe(`${url}neu/%C3%A4`);
  expect(await kindOf((socket) => socket.end('HTTP/1.1 301 Moved\r\nContent-Length: 0\r\n\r\n'))).toBe('ok 301');
  expect(
    await kindOf((socket) => socket.end('HTTP/1.1 301 Moved\r\nLocation: http://[\r\nContent-Length: 0\r\n\r\n')),
  ).toBe('bad-url');
});

test('the caller can give up, and a failed check of a hop says so', async () => {
  played = () => {};
  expect(await http.get(url, { signal: AbortSignal.timeout(50) })).toMatchObject({ ok: false, kind: 'aborted' });
  expect(await http.get(url, { checkHop: async () => ({ refusal: 'not today' }) })).toMatchObject({
    ok: false,
    kind: 'hop-refused',
    message: 'not today',
  });
});

test('the beginning of a long body, where that is asked for', async () => {
  const body = 'x'.repeat(5000);
  played = (socket) =>
    socket.end(`HTTP/1.1 200 OK\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`);
  const answer = await http.get(url, { maxBytes: 1000, over: 'cut' });
  expect(answer.ok && [answer.cut, answer.body.length]).toEqual([true, 1000]);
});

test('headers of one name are joined, those that must be single keep the first', async () => {
  played = (socket) =>
    socket.end(
      'HTTP/1.1 200 OK\r\nLink: <a>\r\nLINK: <b>\r\nETag: "1"\r\nETag: "2"\r\nContent-Length: 0\r\nConnection: close\r\n\r\n',
    );
  const answer = await http.get(url);
  expect(answer.ok && answer.headers).toMatchObject({ link: '<a>, <b>', etag: '"1"' });
  expect(answer.ok && answer.rawHeaders[0]).toEqual(['Link', '<a>']);
});

test.each<[string, string]>([
  ['a header folded over lines', 'HTTP/1.1 200 OK\r\nX-Policy: a;\r\n  b;\r\n\tc\r\nContent-Length: 4\r\n\r\nread'],
  [
    'a length beside chunks',
    'HTTP/1.1 200 OK\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nread\r\n0\r\n\r\n',
  ],
  [
    'a wrong length beside chunks',
    'HTTP/1.1 200 OK\r\nContent-Length: 9999999999\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nread\r\n0\r\n\r\n',
  ],
  ['a control character in a value', 'HTTP/1.1 200 OK\r\nX-By: caf\x01 x\r\nContent-Length: 4\r\n\r\nread'],
  ['bare line feeds', 'HTTP/1.1 200 OK\nContent-Length: 4\n\nread'],
  ['chunk sizes with blanks', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4  \r\nread\r\n0\r\n\r\n'],
])('%s: read as curl and browsers do', async (_name, raw) => {
  played = (socket) => socket.write(raw);
  for (let turn = 0; turn < 2; turn += 1) {
    const answer = await http.get(url);
    expect(answer.ok ? Buffer.from(answer.body).toString() : `${answer.kind}: ${answer.message}`).toBe('read');
  }
});

test('a form follows the redirects that keep its method, and no others', async () => {
  const seen: string[] = [];
  played = (socket) => {
    seen.push('asked');
    socket.end(
      seen.length === 1
        ? 'HTTP/1.1 308 Moved\r\nLocation: /new\r\nContent-Length: 0\r\nConnection: close\r\n\r\n'
        : 'HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\nConnection: close\r\n\r\n',
    );
  };
  expect(await http.post(url, new URLSearchParams({ a: '1' }))).toEqual({ ok: true, status: 202 });
  played = (socket) =>
    socket.end('HTTP/1.1 303 See\r\nLocation: /new\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
  expect(await http.post(url, new URLSearchParams({ a: '1' }))).toEqual({ ok: true, status: 303 });
});
