import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '@wirewatch/shared/config.ts';
import { SERVICES } from '@wirewatch/shared/pipeline.ts';
import { openStore } from '@wirewatch/shared/store/database/open.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { addFeed, makeDue } from '@wirewatch/shared/store/feeds/feeds.ts';
import { addSchedule } from '@wirewatch/shared/store/operations/schedules.ts';
import { eq } from 'drizzle-orm';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { requirePort } from '../services/cli/supervisor/port.ts';
import { type Supervised, supervise } from '../services/cli/supervisor/supervisor.ts';
import { untilIdle } from '../services/cli/supervisor/until-idle.ts';
import { ensureChromium } from './support/chromium.ts';
import { pageOf } from './support/press.ts';

const HOSTS = ['nothing.example', 'walls.example', 'poison.example', 'loses.example'];

let server: Server;
let running: Supervised;
let store: Store;
let browser: Browser;
let page: Page;
let folder: string;
let base: string;
/** How often the feed that loses entries was asked: each time it shows others. */
let asked = 0;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ww-why-'));
  server = createServer((request, response) => {
    const host = request.headers.host ?? '';
    const path = request.url ?? '';
    if (path === '/robots.txt' || host === 'nothing.example') response.writeHead(404).end();
    else if (path === '/feed.xml') {
      if (host === 'loses.example') asked += 1;
      response
        .writeHead(200, { 'content-type': 'text/xml' })
        .end(feed(host, host === 'loses.example' ? asked * 10 : 0));
    } else if (host === 'walls.example')
      response
        .writeHead(403, { 'content-type': 'text/html' })
        .end('<title>Just a moment...</title><form id="challenge-form"></form>');
    else if (host === 'poison.example')
      response
        .writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'x-lzma' })
        .end(Buffer.from('5d00008000ffffffffffffffff0000deadbeef5a17c3a09e44', 'hex'));
    else response.writeHead(200, { 'content-type': 'text/html' }).end(pageOf(host, Number(path.replace(/\D/g, ''))));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const env = {
    ...process.env,
    WIREWATCH_ALLOW_NETS: '127.0.0.0/8',
    WIREWATCH_CONNECT_TO: HOSTS.map((host) => `${host}:80:127.0.0.1:${port}`).join(','),
    WIREWATCH_HOST_GAP_MS: '0',
    // No disk has so much free: it is nearly full.
    WIREWATCH_MIN_FREE_GB: '1000000000',
    PORT: '0',
  };
  const config = await requirePort(
    readConfig(env, { WIREWATCH_DATA: folder, DATABASE_URL: '', REDIS_URL: '', BLOB_URL: '' }),
  );
  running = await supervise(config, SERVICES, env, () => undefined);
  base = `http://127.0.0.1:${config.PORT}`;
  store = await openStore(config.databaseUrl, 'require');
  for (const host of HOSTS)
    await addFeed(store, { url: `http://${host}/feed.xml`, title: `Paper of ${host}` }, Date.now());
  await untilIdle(store, 1000, AbortSignal.timeout(120_000));
  await makeDue(store, 'all', Date.now());
  await untilIdle(store, 1000, AbortSignal.timeout(120_000));
  const executablePath = await ensureChromium({ log: (line) => process.stderr.write(`${line}\n`) });
  browser = await chromium.launch({ executablePath, args: ['--headless', '--no-sandbox', '--disable-gpu'] });
  page = await browser.newPage();
  page.setDefaultTimeout(60_000);
});
afterAll(async () => {
  await browser?.close();
  await store?.close();
  await running?.stop();
  server?.closeAllConnections();
  server?.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

function feed(host: string, from: number): string {
  const items = Array.from({ length: 6 }, (_, index) => `http://${host}/a/${from + index}`);
  return `<rss version="2.0"><channel><title>Paper of ${host}</title>${items.map((link) => `<item><title>${link}</title><link>${link}</link><guid>${link}</guid></item>`).join('')}</channel></rss>`;
}

/** From the overview, by the line of the box that says so, to the page that explains it: one click. Gives what that page says. */
async function why(words: RegExp): Promise<string> {
  await page.goto(base);
  // The box is kept up to date by itself.
  const line = page.locator('#attention a', { hasText: words }).first();
  await line.click();
  return page.locator('main').innerText();
}

test('a feed that never worked', async () => {
  const told = await why(/nothing\.example.*never worked/);
  expect(told).toContain('the server says 404');
  expect(told).toContain('Open the address in a browser');
  expect(told).toMatch(/last success\s+never/);
});

test('a site that walls us', async () => {
  const told = await why(/walls\.example.*pages are refused/);
  expect(told).toMatch(/blocked[\s\S]*Just a moment/);
  expect(told).toContain('Ask it for access');
});

test('a feed that loses entries', async () => {
  const told = await why(/loses\.example.*may have been missed/);
  expect(told).toContain('losing');
  expect(told).toContain('It is asked more often by itself');
});

test('a poisoned page', async () => {
  const told = await why(/set aside in fetch/);
  expect(told).toContain('http://poison.example/a/');
  expect(told).toMatch(/unknown content coding/);
  expect(told).toContain('on again');
});

test('a disk that is nearly full', async () => {
  const told = await why(/are free where/);
  expect(told).toMatch(/GB free\s+nearly full/);
});

test('a schedule that failed', async () => {
  const action = { kind: 'export', format: 'jsonl', folder: join(folder, 'up.json', 'inside') } as const;
  const { id } = await addSchedule(store, { cron: '0 3 * * *', timezone: 'UTC', action, who: 'test' }, Date.now());
  const { schedules } = store.tables;
  await store.write((tx) => tx.update(schedules).set({ nextAt: Date.now() }).where(eq(schedules.id, id)));
  const told = await why(/the schedule "0 3 \* \* \*".*failed/);
  expect(told).toMatch(/export to [\s\S]*failed/);
});

test('a worker that hangs', async () => {
  const cleaner = running.children.find(({ service }) => service === 'cleaner')!.pid()!;
  process.kill(cleaner, 'SIGSTOP');
  try {
    const told = await why(new RegExp(`cleaner .*process ${cleaner}.*hangs or is gone`));
    expect(told).toMatch(/cleaner\s+lost hangs or is gone/);
    expect(told).toContain(String(cleaner));
  } finally {
    process.kill(cleaner, 'SIGCONT');
  }
});

test('Redis is away', async () => {
  const redis = Number(readFileSync(join(folder, 'redis', 'redis.pid'), 'utf8'));
  process.kill(redis, 'SIGSTOP');
  try {
    const told = await why(/Redis does not answer/);
    expect(told).toContain('Redis does not answer. Workers wait for it; the database holds what is to be done.');
  } finally {
    process.kill(redis, 'SIGCONT');
  }
});
