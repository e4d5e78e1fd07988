import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAddressGuard } from '@wirewatch/shared/http/address-guard.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type PlayServer, startPlayServer } from '../../../tests/support/play-server.ts';
import { createHttpClient, type HttpClient, type HttpClientOptions } from './client.ts';

const AGENT = 'wirewatch-test/1.0';
let server: PlayServer;
/** At an address of its own, the only one that `near` may reach. */
let start: PlayServer;
let strict: HttpClient;
let near: HttpClient;
const open: HttpClient[] = [];

function client(options: Partial<HttpClientOptions>): HttpClient {
  const made = createHttpClient({ userAgent: AGENT, allowNets: [], limits: { deadlineMs: 5000 }, ...options });
  open.push(made);
  return made;
}

/** A client whose every name resolves to these addresses. */
function resolvingTo(addresses: string[], allowNets: string[] = []): HttpClient {
  const resolve = async () => addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
  return client({ resolve, allowNets });
}

beforeAll(async () => {
  server = await startPlayServer();
  server.play('/', (_request, response) => response.end('secret'));
  start = await startPlayServer('127.0.0.3');
  strict = client({});
  near = client({ allowNets: ['127.0.0.3'] });
});
afterAll(async () => {
  for (const one of open) await one.close();
  await server.close();
  await start.close();
});

const LITERALS = [
  '127.0.0.1',
  '127.1',
  '127.0.0.1.',
  '2130706433',
  '0x7f000001',
  '0x7f.0.0.1',
  '0177.0.0.1',
  '017700000001',
  '0x7f.1',
  '127.255.255.254',
  '１２７.0.0.1',
  '①②⑦.⓪.⓪.①',
  '127。0。0。1',
  '0',
  '0.0.0.0',
  '10.0.0.1',
  '172.16.5.4',
  '192.168.1.1',
  '169.254.169.254',
  '0xa9fea9fe',
  '100.64.0.1',
  '192.0.0.8',
  '192.0.2.1',
  '198.18.0.1',
  '198.51.100.7',
  '203.0.113.9',
  '224.0.0.1',
  '240.0.0.1',
  '255.255.255.255',
  '[::1]',
  '[::]',
  '[0:0:0:0:0:0:0:1]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[::ffff:a9fe:a9fe]',
  '[::ffff:0:127.0.0.1]',
  '[::127.0.0.1]',
  '[64:ff9b::7f00:1]',
  '[64:ff9b::10.0.0.1]',
  '[64:ff9b:1::a00:1]',
  '[2002:7f00:1::]',
  '[2001:0:7f00:1::1]',
  '[2001:db8::1]',
  '[fe80::1]',
  '[fec0::1]',
  '[fc00::1]',
  '[fd12:3456::1]',
  '[ff02::1]',
  '[100::1]',
  '[4000::1]',
];

test.each(LITERALS)('the literal %s is refused', async (host) => {
  expect(await strict.get(`http://${host}:${server.port}/`)).toMatchObject({ ok: false, kind: 'unsafe' });
});

test.each(LITERALS)('a redirect to %s is refused', async (host) => {
  // Beside the start, which may be reached, every other address is as forbidden as ever.
  const target = `http://${host}:${server.port}/`;
  const asBytes = Buffer.from(target, 'utf8').toString('latin1');
  start.play('/go', (_request, response) => response.writeHead(302, { location: asBytes }).end());
  expect(await near.get(`${start.origin}/go`)).toMatchObject({ ok: false, kind: 'unsafe' });
});

test.each(['localhost', 'localhost.', 'LOCALHOST', 'ip6-localhost'])('the name %s is refused', async (host) => {
  const answer = await strict.get(`http://${host}:${server.port}/`);
  expect(answer.ok).toBe(false);
});

test.each([
  '10.0.0.1',
  '127.0.0.1',
  '::1',
  '::ffff:127.0.0.1',
  'fe80::1%eth0',
  '169.254.169.254',
  '100.100.100.200',
  'fd00:ec2::254',
])('a name that resolves to %s is refused', async (address) => {
  expect(await resolvingTo([address]).get(`http://inside.example:${server.port}/`)).toMatchObject({
    ok: false,
    kind: 'unsafe',
  });
});

test.each([
  'file:///etc/passwd',
  'ftp://example.com/x',
  'gopher://127.0.0.1:70/_x',
  'data:text/html,x',
  'javascript:alert(1)',
  'unix:/run/x.sock',
  'http://',
  'http://[::1',
  'not an address',
])('%s is no address to ask', async (url) => {
  expect(await strict.get(url)).toMatchObject({ ok: false, kind: 'bad-url' });
});

test('of several addresses only the permitted ones are connected', async () => {
  const second = createServer((_request, response) => response.end('permitted'));
  await new Promise<void>((resolve) => second.listen(server.port, '127.0.0.2', resolve));
  const { port } = second.address() as AddressInfo;
  const before = server.connections();
  const answer = await resolvingTo(['127.0.0.1', '10.0.0.1', '127.0.0.2'], ['127.0.0.2/32']).get(
    `http://both.example:${port}/`,
  );
  expect(answer.ok && Buffer.from(answer.body).toString()).toBe('permitted');
  expect(server.connections()).toBe(before);
  second.closeAllConnections();
  await new Promise((resolve) => second.close(resolve));
});

test('rebinding: what a name resolves to is asked once a connection, and that address is the one connected', async () => {
  let lookups = 0;
  const rebinding = client({
    allowNets: ['127.0.0.2/32'],
    limits: { connectTimeoutMs: 1000 },
    resolve: async () => {
      lookups += 1;
      return [{ address: lookups === 1 ? '127.0.0.2' : '127.0.0.1', family: 4 }];
    },
  });
  const before = server.connections();
  // Nothing listens at 127.0.0.2: the permitted address is tried, and no second look-up opens the other one.
  expect(await rebinding.get(`http://rebinds.example:${server.port}/`)).toMatchObject({ ok: false, kind: 'connect' });
  expect(lookups).toBe(1);
  expect(await rebinding.get(`http://rebinds.example:${server.port}/`)).toMatchObject({ ok: false, kind: 'unsafe' });
  expect(server.connections()).toBe(before);
});

test('a mapping leads only where the allowed nets cover its target', async () => {
  const connectTo = [{ host: 'start.example', port: 80, toHost: '127.0.0.1', toPort: server.port }];
  expect(await client({ connectTo }).get('http://start.example/')).toMatchObject({ ok: false, kind: 'unsafe' });
  const answer = await client({ connectTo, allowNets: ['127.0.0.0/8'] }).get('http://start.example/');
  expect(answer.ok && answer.status).toBe(200);
});

test.each([
  '93.184.216.34',
  '8.8.8.8',
  '2606:4700:4700::1111',
  '::ffff:8.8.8.8',
  '64:ff9b::8.8.8.8',
  '2a00:1450:4001::1',
])('the public address %s is permitted', (address) => {
  expect(createAddressGuard([])(address)).toBeNull();
});

test('a net that cannot be read is an error, not silence', () => {
  expect(() => createAddressGuard(['127.0.0.0/99'])).toThrow();
  expect(() => createAddressGuard(['everything'])).toThrow();
});

test('none of all these reached the server that was not to be reached', () => {
  expect(server.seen.filter(({ host }) => !host.startsWith('start.example'))).toHaveLength(0);
});

test('messages and answers carry no secrets', async () => {
  const answer = await strict.get(`http://ann:hunter2@127.0.0.1:${server.port}/?token=abc`);
  expect(JSON.stringify(answer)).not.toMatch(/hunter2/);
  expect(!answer.ok && answer.message).not.toMatch(/abc/);
});
