import { fork } from 'node:child_process';
import { createSecureServer } from 'node:http2';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { createHttpClient } from '@wirewatch/fetcher/http/client.ts';
import { makeCertificate } from '../support/certificate.ts';

/** Pages of one host that are fetched, as two workers at a time do it under the host's gap. */
const PAGES = 200;
const HOSTS = 5;
const GAP_MS = 20;
const AT_ONCE = 2;

interface Start {
  cert: string;
  key: string;
  http2: boolean;
}

if (process.argv[2] === 'serve') serve();
else await main();

/** Connections and CPU of the client for the pages of some hosts, by a server that offers HTTP/2 and one that does not, in turn. */
async function main(): Promise<void> {
  const authority = makeCertificate({ name: 'bench' });
  const names = Array.from({ length: HOSTS }, (_, host) => `host${host}.example`);
  const own = makeCertificate({ name: 'hosts', names, issuer: authority });
  setDefaultCACertificates([...getCACertificates('default'), authority.cert]);
  for (const round of [1, 2]) {
    for (const http2 of [false, true]) {
      const server = fork(import.meta.filename, ['serve']);
      server.send({ cert: own.cert, key: own.key, http2 } satisfies Start);
      const port = await said<number>(server);
      const http = createHttpClient({
        userAgent: 'wirewatch-bench/1.0',
        allowNets: ['127.0.0.0/8'],
        connectTo: [{ host: '', port: 443, toHost: '127.0.0.1', toPort: port }],
      });
      const before = process.cpuUsage();
      await Promise.all(names.map((name) => fetchAll(http, name)));
      const { user, system } = process.cpuUsage(before);
      await http.close();
      server.send('count');
      const connections = await said<number>(server);
      server.kill();
      const pages = PAGES * HOSTS;
      console.log(
        `http2: round ${round}, HTTP/${http2 ? '2 offered' : '1.1 alone'}: ${pages} pages of ${HOSTS} hosts, ${connections} connections, ${((user + system) / 1000 / pages).toFixed(2)} ms CPU a page`,
      );
    }
  }
}

async function fetchAll(http: ReturnType<typeof createHttpClient>, host: string): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < PAGES) {
      const page = next;
      next += 1;
      const answer = await http.get(`https://${host}/page-${page}`);
      if (!answer.ok || answer.status !== 200) throw new Error(answer.ok ? String(answer.status) : answer.message);
      await sleep(GAP_MS);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

function said<T>(child: ReturnType<typeof fork>): Promise<T> {
  return new Promise((resolve) => child.once('message', (message) => resolve(message as T)));
}

function serve(): void {
  const ports = new Set<number | undefined>();
  const body = '<p>On the quay.</p>'.repeat(1500);
  process.on('message', (message: Start | 'count') => {
    if (message === 'count') return void process.send?.(ports.size);
    const { cert, key, http2 } = message;
    const server = http2 ? createSecureServer({ cert, key }) : createServer({ cert, key });
    server.on('request', (request, response) => {
      ports.add(request.socket.remotePort);
      setTimeout(() => response.writeHead(200, { 'content-type': 'text/html' }).end(body), 60);
    });
    server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
  });
}
