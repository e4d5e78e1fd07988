import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PER_FEED, takePages } from './pages.ts';

/** What the server says when it listens. */
export interface PageServerSays {
  port: number;
  from: string;
  hosts: string[];
}

const MINUTE_MS = 60_000;

/**
 * A process of its own, whose CPU is nobody's: the pages at /p0, /p1 ... and, by host, feeds of fifty of them each.
 * usage: page-server.ts PAGES
 */
const wanted = Number(process.argv[2]);
const { bodies, from } = takePages(wanted);
const hosts = Array.from({ length: Math.ceil(wanted / PER_FEED) }, (_, index) => `paper${index}.example`);
const began = Date.now() - 3 * 86_400_000;

const server = createServer((request, response) => {
  const page = /^\/p(\d+)$/.exec(request.url ?? '');
  if (page) {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(bodies[Number(page[1])]);
  } else if (request.url === '/feed.xml') {
    response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(feedOf(request.headers.host ?? ''));
  } else response.writeHead(404).end();
});
server.listen(0, '127.0.0.1', () => {
  process.send?.({ port: (server.address() as AddressInfo).port, from, hosts } satisfies PageServerSays);
});
process.on('disconnect', () => process.exit());

function feedOf(host: string): string {
  const first = hosts.indexOf(host) * PER_FEED;
  const items = Array.from({ length: Math.min(PER_FEED, wanted - first) }, (_, index) => {
    const number = first + index;
    const published = new Date(began + number * MINUTE_MS).toUTCString();
    const link = `http://${host}/p${number}`;
    return `<item><title>Item ${number}</title><link>${link}</link><guid isPermaLink="false">g${number}</guid><pubDate>${published}</pubDate></item>`;
  });
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Paper of ${host}</title><link>http://${host}/</link><description>x</description>${items.join('')}</channel></rss>`;
}
