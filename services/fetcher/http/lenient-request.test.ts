import { type AddressInfo, createServer, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createHttpClient, type HttpClient } from './client.ts';

const sockets = new Set<Socket>();
let origin = '';
let http: HttpClient;
/** By path: what the server writes, and whether it then ends. */
const SAID: Record<string, { head: string; body: string; ends: boolean }> = {
  '/silent': { head: 'HTTP/1.1 200 OK\r\nX-Policy: a\r\n  b\r\nContent-Length: 100', body: 'half', ends: false },
};
const server = createServer((socket) => {
  sockets.add(socket);
  socket
    .on('error', () => {})
    .once('data', (chunk) => {
      const said = SAID[/^GET (\S+)/.exec(chunk.toString())?.[1] ?? '']!;
      socket.write(`${said.head}\r\n\r\n${said.body}`);
      if (said.ends) socket.end();
    });
});
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  http = createHttpClient({
    userAgent: 'test/1',
    allowNets: ['127.0.0.0/8'],
    limits: { idleTimeoutMs: 300, deadlineMs: 20_000 },
  });
});
afterAll(async () => {
  await http.close();
  for (const socket of sockets) socket.destroy();
  server.close();
});

test('a body that falls silent ends at the same limit whether it is read strictly or leniently', async () => {
  const started = performance.now();
  expect(await http.get(`${origin}/silent`)).toMatchObject({ ok: false, kind: 'idle-timeout' });
  expect(performance.now() - started).toBeLessThan(5000);
});
