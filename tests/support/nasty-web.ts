import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const TEXT =
  'The harbour council met on Monday and agreed to close the northern lock for repairs. ' +
  'Ships will wait in the roads until the pumps have been tried, the master said. ' +
  'He expects the work to take nine days and asked the pilots to plan for fog. ';

/** 20 MB of blanks in some 20 kB: a bomb for whoever inflates without counting. */
const bomb = gzipSync(Buffer.alloc(20_000_000, ' '));

const article = (body: string) =>
  `<!doctype html><html><head><title>Lock closes</title></head><body><article><h1>Lock closes</h1>${body}</article></body></html>`;
const html =
  (text: string): Answer =>
  (_, response) =>
    void response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(text);

/** Feeds and pages that misbehave, by path. */
const ANSWERS: Record<string, Answer> = {
  '/feed/html': html(
    '<html><head><link rel="alternate" type="application/rss+xml" href="/feed/good"></head><body>Home</body></html>',
  ),
  '/feed/empty': (_, response) => void response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(),
  '/feed/endless': (_, response) => {
    response.writeHead(200, { 'content-type': 'application/rss+xml' });
    response.write('<rss version="2.0"><channel><title>');
    const pour = () => {
      while (!response.destroyed && response.write('x'.repeat(65_536)));
      if (!response.destroyed) response.once('drain', pour);
    };
    pour();
  },
  '/feed/bomb': (_, response) =>
    void response.writeHead(200, { 'content-type': 'application/rss+xml', 'content-encoding': 'gzip' }).end(bomb),
  '/feed/silent': () => undefined,
  '/feed/good': (request, response) => {
    const items = Object.keys(ANSWERS)
      .filter((path) => path.startsWith('/page/'))
      .map((path) => `<item><title>Page ${path}</title><link>http://${request.headers.host}${path}</link></item>`);
    response.writeHead(200, { 'content-type': 'application/rss+xml' });
    response.end(`<rss version="2.0"><channel><title>Nasty</title>${items.join('')}</channel></rss>`);
  },
  '/page/fine': html(article(`<p>${TEXT.repeat(3)}</p>`)),
  '/page/no-article': html('<html><body><nav><a href="/">Home</a> <a href="/a">A</a></nav></body></html>'),
  '/page/huge': (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end(article(`<p>${TEXT}</p>`.repeat(30_000_000 / TEXT.length)));
  },
  '/page/deep': html(`${'<div>'.repeat(50_000)}${TEXT}`),
  '/page/wrong-charset': (_, response) => {
    // The header says UTF-8, the bytes are windows-1251.
    const letters =
      'Совет порта решил закрыть северный шлюз на ремонт в понедельник утром и объявил об этом судам '.repeat(8);
    const bytes = Buffer.from(
      [...letters].map((c) => (c >= 'А' && c <= 'я' ? c.charCodeAt(0) - 0x350 : c.charCodeAt(0))),
    );
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(
      Buffer.concat([Buffer.from('<html><body><article><p>'), bytes, Buffer.from('</p></article></body></html>')]),
    );
  },
  '/page/pdf': (_, response) =>
    void response.writeHead(200, { 'content-type': 'text/html' }).end('%PDF-1.7\n%âãÏÓ\n1 0 obj'),
};

/** Serves them on loopback. */
export async function startNastyWeb(): Promise<{ port: number; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const answer = ANSWERS[request.url ?? ''];
    if (answer) answer(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
