import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { demoExtras } from './articles/demo-extras.ts';
import { ARTICLES } from './articles/index.ts';
import { opml } from './opml.ts';
import { feedAddress, OUTLETS } from './outlets.ts';
import { allPages, type Page } from './pages.ts';
import { inPresent } from './present.ts';

/** The running sample web. */
export interface SampleWeb {
  /** The loopback port that all hosts are to be led to. */
  port: number;
  hosts: string[];
  /** The feeds' public addresses, without a port: `http://host/path`. */
  feeds: string[];
  /** An address at which an outlet once had a feed. */
  goneFeed: string;
  /** The feeds as an OPML document. */
  opml: string;
  /** From now on the articles that have a second state are served in it, and their feeds say so. */
  revise(): void;
  close(): Promise<void>;
}

/**
 * Serves the sample web on 127.0.0.1, telling the outlets apart by the Host header. Port 0, the default, takes a free
 * one. Rejects where the port is taken.
 * @param options.now as the demo has it: told as of today, with what it shows beside
 */
export async function startSampleWeb(options: { port?: number; now?: Date } = {}): Promise<SampleWeb> {
  const articles = options.now === undefined ? ARTICLES : inPresent([...ARTICLES, ...demoExtras], options.now);
  let pages = allPages(articles, false);
  const server = createServer((request, response) => answer(pages, request, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const outlets = Object.values(OUTLETS);
  return {
    port: (server.address() as AddressInfo).port,
    hosts: outlets.map((outlet) => outlet.host),
    feeds: outlets.map(feedAddress),
    goneFeed: `http://${OUTLETS.digest.host}/weekend.atom`,
    opml: opml(),
    revise() {
      pages = allPages(articles, true);
    },
    close() {
      server.closeAllConnections();
      return new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
      });
    },
  };
}

function answer(pages: Map<string, Page>, request: IncomingMessage, response: ServerResponse): void {
  const host = (request.headers.host ?? '').replace(/:\d+$/, '').toLowerCase();
  if (!pages.has(`http://${host}/`)) {
    response.writeHead(421, { 'content-type': 'text/plain' }).end(`no outlet at ${host}\n`);
    return;
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end();
    return;
  }
  const page = pages.get(`http://${host}${request.url}`);
  if (page === undefined) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('not found\n');
    return;
  }
  const etag = `"${createHash('sha256').update(page.body).digest('hex').slice(0, 24)}"`;
  const headers = {
    etag,
    'last-modified': new Date(page.modified).toUTCString(),
    'cache-control': 'no-cache',
    ...(page.encoding === undefined ? {} : { 'content-encoding': page.encoding }),
  };
  if (page.status === 200 && isFresh(request, etag, page.modified)) {
    response.writeHead(304, headers).end();
    return;
  }
  response.writeHead(page.status, { ...headers, 'content-type': page.contentType, 'content-length': page.body.length });
  response.end(request.method === 'HEAD' ? undefined : page.body);
}

/** Whether the caller's copy is the current one. If-None-Match rules over If-Modified-Since (RFC 9110, 13.2.2). */
function isFresh(request: IncomingMessage, etag: string, modified: string): boolean {
  const known = request.headers['if-none-match'];
  if (known !== undefined) return known.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
  const since = Date.parse(request.headers['if-modified-since'] ?? '');
  return !Number.isNaN(since) && Math.floor(Date.parse(modified) / 1000) * 1000 <= since;
}
