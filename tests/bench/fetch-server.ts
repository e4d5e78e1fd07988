import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * The servers of the fetch benchmark, in a process of their own so that their CPU is not counted as the fetcher's: all
 * hosts on one port, told apart by the Host header. Sends `{ port }` when it listens and, on any message, what it saw.
 */

/** What was seen of one host: when its requests began (ms) and of which kind they were. */
export interface HostLog {
  at: number[];
  most: number;
  byPath: Record<string, number>;
}

export interface ServerReport {
  hosts: Record<string, HostLog>;
  conditional: number;
  full: number;
  methods: Record<string, number>;
  connections: number;
}

const report: ServerReport = { hosts: {}, conditional: 0, full: 0, methods: {}, connections: 0 };
const running = new Map<string, number>();

const server = createServer((request, response) => {
  const host = request.headers.host ?? '';
  const path = request.url ?? '/';
  report.hosts[host] ??= { at: [], most: 0, byPath: {} };
  const log = report.hosts[host];
  log.at.push(performance.now());
  log.byPath[path] = (log.byPath[path] ?? 0) + 1;
  const now = (running.get(host) ?? 0) + 1;
  running.set(host, now);
  log.most = Math.max(log.most, now);
  report.methods[request.method ?? ''] = (report.methods[request.method ?? ''] ?? 0) + 1;
  setTimeout(() => {
    running.set(host, running.get(host)! - 1);
    if (path.endsWith('?moved')) response.writeHead(302, { location: path.replace('?moved', '?here') }).end();
    else if (request.headers['if-none-match'] === '"1"') {
      report.conditional += 1;
      response.writeHead(304, { etag: '"1"' }).end();
    } else {
      report.full += 1;
      response.writeHead(200, { 'content-type': 'application/rss+xml', etag: '"1"' }).end(feedOf(host, path));
    }
  }, 20);
});
server.on('connection', () => {
  report.connections += 1;
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
process.on('message', () => process.send?.({ report }));
process.on('disconnect', () => process.exit());

/** Fifteen entries and some 6 kB, as a news site's front feed; asked for once an hour by its own wish. */
function feedOf(host: string, path: string): string {
  const entries = Array.from({ length: 15 }, (_, index) => {
    const link = `http://${host}${path}/entry-${index}`;
    const words = `A sentence of a summary that says what entry ${index} is about, and another one of the same length. `;
    const published = new Date(Date.UTC(2026, 2, 4, 10) - index * 1_200_000).toUTCString();
    return `<item><guid>${link}</guid><link>${link}</link><title>Entry ${index}</title><pubDate>${published}</pubDate><description>${words.repeat(3)}</description></item>`;
  });
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>${host}</title><ttl>60</ttl>${entries.join('')}</channel></rss>`;
}
