import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { wirewatch } from './support/command.ts';
import { pageOf } from './support/press.ts';
import { foreignHosts, shellBlocks, tryBlock } from './support/readme.ts';

const root = join(import.meta.dirname, '..');
const blocks = shellBlocks(readFileSync(join(root, 'README.md'), 'utf8'));

/** Some commands cannot run inside a test (cloning, this test itself). More than a few would make the promise empty. */
const MOST_SKIPPED = 3;
/** The real feed that a newcomer begins with. Here its host is led to a server of ours; it is never asked. */
const FIRST_HOST = 'feeds.bbci.co.uk';
const ARTICLES = 3;

let server: Server;
beforeAll(async () => {
  server = createServer((request, response) => {
    const article = /^\/news\/articles\/(\d)$/.exec(request.url ?? '')?.[1];
    if (article !== undefined)
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(pageOf(FIRST_HOST, Number(article)));
    else if (request.url === '/news/world/rss.xml') response.writeHead(200, { 'content-type': 'text/xml' }).end(feed());
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

function feed(): string {
  const items = Array.from({ length: ARTICLES }, (_, index) => `http://${FIRST_HOST}/news/articles/${index}`);
  return `<rss version="2.0"><channel><title>World</title><link>http://${FIRST_HOST}/news</link>${items
    .map((link) => `<item><title>${link}</title><link>${link}</link><guid>${link}</guid></item>`)
    .join('')}</channel></rss>`;
}

/** A newcomer's machine, but for the one host. */
function environment(data: string, port: number): NodeJS.ProcessEnv {
  const led = { WIREWATCH_ALLOW_NETS: '127.0.0.0/8', WIREWATCH_CONNECT_TO: `${FIRST_HOST}:80:127.0.0.1:${port}` };
  return { ...process.env, ...led, WIREWATCH_DATA: data, PORT: '0' };
}

const firstFeed = blocks.find(({ commands }) => commands.includes(FIRST_HOST))!;

describe('the README', () => {
  const folder = mkdtempSync(join(tmpdir(), 'readme-'));
  const data = join(folder, 'data');
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('leaves few blocks untried', () => {
    expect(blocks.length).toBeGreaterThan(0);
    expect(blocks.filter(({ how }) => 'skip' in how).length).toBeLessThanOrEqual(MOST_SKIPPED);
  });

  test('goes the way of a newcomer: the demo, sources, a feed of his own, then running it, then scaling', () => {
    const at = (words: string) => blocks.findIndex(({ commands }) => commands.includes(words));
    const way = [
      'npm run demo',
      'wirewatch sources',
      FIRST_HOST,
      'npm start',
      'wirewatch status',
      'wirewatch work',
    ].map(at);
    expect(way.every((place) => place >= 0)).toBe(true);
    expect([...way].sort((a, b) => a - b)).toEqual(way);
  });

  // In the document's order and over one data folder: what one block stores, the next may use.
  for (const block of blocks) {
    const name = `line ${block.line}: ${block.commands.trim().split('\n').join('; ')}`;
    test.skipIf('skip' in block.how)(name, async () => {
      expect(foreignHosts(block.commands).filter((host) => host !== FIRST_HOST)).toEqual([]);
      const { port } = server.address() as AddressInfo;
      const { status, output } = await tryBlock(block, root, environment(data, port));
      expect(status, output).toBe(0);
    });
  }

  test('on an empty folder it leaves the reader with articles of his own', async () => {
    const { out } = await wirewatch(['export', '--data', data]);
    const own = out
      .trim()
      .split('\n')
      .filter((line) => line.includes(`//${FIRST_HOST}/news/articles/`));
    expect(own.length).toBe(ARTICLES);
  });

  test('where that feed cannot be reached, the reader is told why, and what to do', async () => {
    const other = mkdtempSync(join(tmpdir(), 'readme-none-'));
    try {
      const { status, output } = await tryBlock(firstFeed, root, environment(join(other, 'data'), 1));
      expect(status, output).toBe(0);
      expect(output).toContain('failed:    1 feeds');
      expect(output).toMatch(/rss\.xml: .*(connect|ECONNREFUSED)/);
      expect(output).toContain('It is asked again by itself');
      expect(output).toContain('never-worked');
    } finally {
      rmSync(other, { recursive: true, force: true });
    }
  });
});
