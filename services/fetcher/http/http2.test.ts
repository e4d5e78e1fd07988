import { createSecureServer, type Http2SecureServer } from 'node:http2';
import type { AddressInfo, Socket } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeCertificate } from '../../../tests/support/certificate.ts';
import { createHttpClient, type HttpClient } from './client.ts';

const authority = makeCertificate({ name: 'Harbour authority' });
const own = makeCertificate({ name: 'paper', names: ['paper.example', 'broken.example'], issuer: authority });
const before = getCACertificates('default');
const sockets = new Set<Socket>();
/** Versions by which requests came, by path. */
const seen: Array<{ path: string; version: string; cookie: string | undefined }> = [];
let server: Http2SecureServer;
let http: HttpClient;

beforeAll(async () => {
  setDefaultCACertificates([...before, authority.cert]);
  server = createSecureServer({ key: own.key, cert: own.cert, allowHTTP1: true }, (request, response) => {
    const { url: path = '', httpVersion: version, headers } = request;
    seen.push({ path, version, cookie: headers.cookie });
    if (path === '/broken' && version === '2.0') return void request.stream.close(2);
    if (path === '/gate' && headers.cookie === undefined) {
      response.writeHead(302, { location: '/gate', 'set-cookie': ['a=1; Secure', 'b=2'] }).end();
      return;
    }
    const body = gzipSync(`<p>${path} on the quay</p>`);
    response.writeHead(200, { 'content-type': 'text/html', etag: '"1"', 'content-encoding': 'gzip' }).end(body);
  });
  server.on('connection', (socket: Socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  http = clientFor((server.address() as AddressInfo).port, ['127.0.0.0/8']);
});
afterAll(async () => {
  setDefaultCACertificates(before);
  await http.close();
  for (const socket of sockets) socket.destroy();
  server.close();
});

function clientFor(port: number, allowNets: string[]): HttpClient {
  const connectTo = [{ host: '', port: 443, toHost: '127.0.0.1', toPort: port }];
  return createHttpClient({ userAgent: 'test/1', allowNets, connectTo });
}

test('HTTP/2 is taken where it is offered: headers, codings and cookies come as by 1.1, over one connection', async () => {
  const answers = await Promise.all([1, 2, 3, 4, 5, 6].map((n) => http.get(`https://paper.example/page-${n}`)));
  for (const [index, answer] of answers.entries()) {
    if (!answer.ok) throw new Error(answer.message);
    expect(answer).toMatchObject({ status: 200, headers: { etag: '"1"', 'content-encoding': 'gzip' } });
    expect(Buffer.from(answer.body).toString()).toBe(`<p>/page-${index + 1} on the quay</p>`);
    expect(answer.rawHeaders.map(([name]) => name)).not.toContain(':status');
  }
  expect(await http.get('https://paper.example/gate')).toMatchObject({ ok: true, status: 200 });
  expect(seen.filter(({ version }) => version === '2.0')).toHaveLength(8);
  expect(seen.at(-1)?.cookie).toBe('a=1; b=2');
  expect(sockets.size).toBe(1);
});

test('a server whose HTTP/2 fails is asked by 1.1, and so at once from then on', async () => {
  for (let turn = 0; turn < 2; turn += 1) {
    expect(await http.get('https://broken.example/broken')).toMatchObject({ ok: true, status: 200 });
  }
  expect(seen.filter(({ path }) => path === '/broken').map(({ version }) => version)).toEqual(['2.0', '1.1', '1.1']);
});

test('an address that may not be reached is not reached by HTTP/2 either', async () => {
  const guarded = clientFor((server.address() as AddressInfo).port, []);
  expect(await guarded.get('https://paper.example/')).toMatchObject({ ok: false, kind: 'unsafe' });
  await guarded.close();
});
