import { type AddressInfo, createServer as createPlainServer, type Server, type Socket } from 'node:net';
import { createServer, getCACertificates, setDefaultCACertificates, type TlsOptions } from 'node:tls';
import { afterAll, expect, test } from 'vitest';
import { makeCertificate } from '../../../tests/support/certificate.ts';
import { createHttpClient } from './client.ts';

const authority = makeCertificate({ name: 'Harbour authority' });
const sockets = new Set<Socket>();
const servers: Server[] = [];
afterAll(() => {
  for (const server of servers) server.close();
  for (const socket of sockets) socket.destroy();
});

async function listen(server: Server): Promise<number> {
  server.on('connection', (socket: Socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  servers.push(server);
  return (server.address() as AddressInfo).port;
}

/** Asks a real TLS server, which answers what it is asked, under a name; gives what a client says of it. */
async function ask(options: TlsOptions, name?: string) {
  const server = createServer(options, (socket) => {
    socket.on('error', () => {}).end('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok');
  });
  server.on('tlsClientError', () => {});
  return askPort(await listen(server), name);
}

async function askPort(port: number, name = 'paper.example') {
  const http = createHttpClient({
    userAgent: 'test/1',
    allowNets: ['127.0.0.0/8'],
    connectTo: [{ host: '', port: 443, toHost: '127.0.0.1', toPort: port }],
  });
  const answer = await http.get(`https://${name}/feed.xml?token=harbour`);
  await http.close();
  return answer.ok ? { ok: true } : { kind: answer.kind, message: answer.message };
}

test.each<[string, Parameters<typeof makeCertificate>[0], RegExp]>([
  ['expired', { name: 'a', names: ['paper.example'], days: [-30, -2] }, /certificate has expired/],
  ['not valid yet', { name: 'b', names: ['paper.example'], days: [3, 30] }, /not valid yet/],
  ['signed by itself', { name: 'c', names: ['paper.example'] }, /signed by itself/],
  [
    'of an unknown authority',
    { name: 'd', names: ['paper.example'], issuer: authority },
    /does not send the certificate that vouches/,
  ],
])('a certificate that is %s is told in words', async (_, given, words) => {
  const said = await ask(makeCertificate(given));
  expect(said).toMatchObject({ kind: 'tls', message: expect.stringMatching(words) });
  expect(said.message).not.toContain('harbour');
});

test('a chain that ends at an authority that nobody trusts is told in words', async () => {
  const own = makeCertificate({ name: 'e', names: ['paper.example'], issuer: authority });
  expect(await ask({ key: own.key, cert: own.cert + authority.cert })).toMatchObject({
    kind: 'tls',
    message: expect.stringMatching(/not among the trusted ones/),
  });
});

test('an old protocol, no cipher in common and no TLS at all are told in words', async () => {
  const own = makeCertificate({ name: 'f', names: ['paper.example'] });
  const said = (words: RegExp) => ({ kind: 'tls', message: expect.stringMatching(words) });
  const old = { ...own, minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' } as const;
  expect(await ask(old)).toMatchObject(said(/no longer safe/));
  const odd = { ...own, maxVersion: 'TLSv1.2', ciphers: 'ADH-AES128-SHA256@SECLEVEL=0' } as const;
  expect(await ask(odd)).toMatchObject(said(/no cipher in common/));
  const plain = createPlainServer((socket) => {
    socket.on('error', () => {}).end('HTTP/1.1 400 Bad Request\r\nconnection: close\r\n\r\n');
  });
  expect(await askPort(await listen(plain))).toMatchObject(said(/does not speak TLS/));
  const shut = createPlainServer((socket) => {
    socket.on('error', () => {}).once('data', () => socket.end());
  });
  expect(await askPort(await listen(shut))).toMatchObject(said(/closed the connection while TLS/));
});

test('a certificate for other names says for which; one that is trusted and right is read', async () => {
  const before = getCACertificates('default');
  setDefaultCACertificates([...before, authority.cert]);
  const own = makeCertificate({ name: 'g', names: ['paper.example', '*.post.example'], issuer: authority });
  expect(await ask(own)).toEqual({ ok: true });
  expect(await ask(own, 'other.example')).toMatchObject({
    kind: 'tls',
    message: expect.stringMatching(/is for paper\.example, \*\.post\.example, not for other\.example/),
  });
  setDefaultCACertificates(before);
});
