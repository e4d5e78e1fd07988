import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '@wirewatch/shared/config.ts';
import { SERVICES } from '@wirewatch/shared/pipeline.ts';
import { openStore } from '@wirewatch/shared/store/database/open.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { addFeed } from '@wirewatch/shared/store/feeds/feeds.ts';
import axe from 'axe-core';
import { eq } from 'drizzle-orm';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type SampleWeb, startSampleWeb } from '../services/cli/sample-web/server.ts';
import { type Supervised, supervise } from '../services/cli/supervisor/supervisor.ts';
import { untilIdle } from '../services/cli/supervisor/until-idle.ts';
import { ensureChromium } from './support/chromium.ts';

const PATIENCE_MS = 60_000;

let web: SampleWeb;
let running: Supervised;
let store: Store;
let browser: Browser;
let folder: string;
let base: string;
let page: Page;
/** What the browser complained of. */
let complaints: string[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ww-browser-'));
  web = await startSampleWeb();
  const port = await freePort();
  const env = {
    ...process.env,
    WIREWATCH_ALLOW_NETS: '127.0.0.0/8',
    WIREWATCH_CONNECT_TO: web.hosts.map((host) => `${host}:80:127.0.0.1:${web.port}`).join(','),
    WIREWATCH_HOST_GAP_MS: '10',
    PORT: String(port),
  };
  const own = { WIREWATCH_DATA: folder, DATABASE_URL: '', REDIS_URL: '', BLOB_URL: '' };
  running = await supervise(readConfig(env, own), SERVICES, env, () => {});
  store = await openStore(running.config.databaseUrl, 'require');
  base = `http://127.0.0.1:${port}`;
  const executablePath = await ensureChromium({ log: (line) => process.stderr.write(`${line}\n`) });
  browser = await chromium.launch({
    executablePath,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
});
afterAll(async () => {
  await browser?.close();
  await store?.close();
  await running?.stop();
  await web?.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});
beforeEach(async () => {
  complaints = [];
  page = await open({});
  return () => page.close();
});

async function open(options: { dark?: boolean; phone?: boolean }): Promise<Page> {
  const made = await browser.newPage({
    colorScheme: options.dark ? 'dark' : 'light',
    viewport: options.phone ? { width: 390, height: 844 } : { width: 1280, height: 900 },
  });
  made.on('console', (message) => {
    // On the raw page the guard is at work: what the publisher's page would load is refused.
    const refused = made.url().endsWith('/raw') && message.text().includes('Content Security Policy');
    if (message.type() === 'error' && !refused) complaints.push(`${made.url()}: ${message.text()}`);
  });
  made.on('pageerror', (error) => complaints.push(`${made.url()}: ${error.message}`));
  made.on('request', (request) => {
    if (!request.url().startsWith(base)) complaints.push(`asks another host: ${request.url()}`);
  });
  return made;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

const figure = (name: string) => page.locator(`#figures div:has(dt:text-is("${name}")) dd`);

test('a feed is added on its page, and the figures of the first page move without a reload', async () => {
  await page.goto(`${base}/`);
  expect(await page.locator('#newest').innerText()).toContain('No article yet.');
  const second = await open({});
  await second.goto(`${base}/feeds`);
  await second.getByLabel('Addresses, one a line').fill(web.feeds[0]!);
  await second.getByRole('button', { name: 'Add' }).click();
  await second.getByText('is watched.').waitFor();
  await second.close();
  await page.locator('#newest article').first().waitFor({ timeout: PATIENCE_MS });
  await expect
    .poll(async () => Number(await figure('done in 24 h').innerText()), { timeout: PATIENCE_MS })
    .toBeGreaterThan(0);
  expect(complaints).toEqual([]);
});

test('the whole sample web is read', async () => {
  for (const url of web.feeds) await addFeed(store, { url }, Date.now());
  await untilIdle(store, 2000, AbortSignal.timeout(PATIENCE_MS));
  await page.goto(`${base}/articles`);
  expect(await page.locator('.articles article').count()).toBe(50);
  await page.getByRole('link', { name: 'Older' }).click();
  expect(await page.locator('.articles article').count()).toBeGreaterThan(10);
});

test('a copy is found from the list and compared with its original', async () => {
  const { syndication } = store.tables;
  const rows = await store.db.select().from(syndication).where(eq(syndication.relation, 'copy'));
  // A translation has nothing to mark, and a copy of every word neither.
  const changed = rows.find(
    ({ originalId, originalCoverage }) => originalId !== null && (originalCoverage ?? 1) < 0.95,
  );
  await page.goto(`${base}/copies`);
  await page.locator(`a[href="/compare/${changed!.originalId}/${changed!.articleId}"]`).first().click();
  expect(await page.locator('h1').innerText()).toBe('Side by side');
  expect(await page.locator('.beside section').count()).toBe(2);
  expect(await page.locator('.beside :is(del, ins, .changed)').count()).toBeGreaterThan(0);
  await page.goBack();
  const compared = page.locator('article:has(.badge.copy):has(a:text-is("side by side"))').first();
  await compared.getByRole('link', { name: 'the whole story' }).click();
  expect(new URL(page.url()).pathname).toMatch(/^\/stories\//);
  expect(await page.locator('main').innerText()).toMatch(/[2-9] articles of [2-9] outlets/);
  expect(await page.locator('.carriers li').count()).toBeGreaterThan(0);
  expect(complaints).toEqual([]);
});

test('a quarantined article is sent on again from its page, with the keyboard alone', async () => {
  const { articles } = store.tables;
  const [some] = await store.db.select().from(articles).where(eq(articles.outcome, 'done')).limit(1);
  await store.write(async (tx) => {
    await tx
      .update(articles)
      .set({ outcome: 'quarantined', outcomeStage: 'clean', reason: 'set aside by a test' })
      .where(eq(articles.id, some!.id));
  });
  await page.goto(`${base}/quarantine`);
  await page.getByRole('link', { name: `send on again: ${some!.url}` }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('This changes 1 thing').waitFor();
  await page.getByRole('button', { name: 'Send on again' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('1 article waits again.').waitFor();
  await untilIdle(store, 2000, AbortSignal.timeout(PATIENCE_MS));
  await page.goto(`${base}/articles/${some!.id}`);
  expect(await page.locator('#state').innerText()).toBe('done');
  await page.goto(`${base}/audit`);
  expect(await page.locator('tbody tr').first().innerText()).toContain('quarantine.retry');
  expect(complaints).toEqual([]);
});

test('a reprocessing is dry-run, then run', async () => {
  await page.goto(`${base}/reprocess`);
  await page.getByLabel('From the stage').selectOption('classify');
  await page.getByLabel('only what another version made').first().uncheck();
  await page.getByRole('button', { name: 'Dry run' }).click();
  const badge = page.locator('#progress .badge');
  await expect.poll(() => badge.innerText(), { timeout: PATIENCE_MS }).toBe('done');
  await page.getByRole('link', { name: 'Run it for real…' }).click();
  await page.getByRole('button', { name: 'Start' }).click();
  await page.getByText('has begun').waitFor();
  await expect.poll(() => badge.innerText(), { timeout: PATIENCE_MS }).toBe('done');
  expect(complaints).toEqual([]);
});

test('a search is made from any page', async () => {
  await page.goto(`${base}/pipeline`);
  await page.getByLabel('Search the articles').fill('canal fund');
  await page.keyboard.press('Enter');
  await page.locator('mark').first().waitFor();
  expect(complaints).toEqual([]);
});

test('a watch is tried, saved, and found again with its feeds', async () => {
  await page.goto(`${base}/watches`);
  await page.getByLabel('Name').fill('Canals');
  await page.getByLabel('Queries, one a line').fill('canal');
  await page.getByRole('button', { name: 'Try it' }).click();
  await page.locator('mark').first().waitFor();
  await page.getByRole('button', { name: 'Save the watch' }).click();
  await page.getByText('The watch is saved.').waitFor();
  expect(await page.locator('h1').innerText()).toBe('Canals');
  expect(await page.getByRole('link', { name: 'JSON Feed' }).count()).toBe(1);
  await page.getByRole('link', { name: 'Remove the watch…' }).click();
  await page.getByRole('link', { name: 'Leave it' }).click();
  await page.getByRole('link', { name: 'Watches' }).click();
  expect(await page.locator('tbody tr').first().innerText()).toContain('Canals');
  expect(complaints).toEqual([]);
});

test('pages are good without scripts', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const plain = await context.newPage();
  await plain.goto(`${base}/pipeline`);
  await plain.getByRole('link', { name: 'pause poll' }).click();
  await plain.getByRole('button', { name: 'Pause' }).click();
  expect(await plain.getByRole('status').first().innerText()).toBe('poll stands still until it is resumed.');
  await plain.goto(`${base}/pipeline/poll/resume`);
  await plain.getByRole('button', { name: 'Resume' }).click();
  await context.close();
});

test('the skip link leads to the content', async () => {
  await page.goto(`${base}/`);
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the content');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
});

test('bull-board shows the queues, within our content policy', async () => {
  await page.goto(`${base}/queues`);
  await page.getByText('classify').first().waitFor();
  expect(complaints).toEqual([]);
});

/** Every page, one of each kind. */
async function everyPage(): Promise<string[]> {
  const { articles, syndication, feeds, batches, revisions, watches } = store.tables;
  const [copy] = await store.db.select().from(syndication).where(eq(syndication.relation, 'copy')).limit(1);
  const [arabic] = await store.db.select().from(revisions).where(eq(revisions.language, 'ar')).limit(1);
  const [gone] = await store.db.select().from(articles).where(eq(articles.outcome, 'gone')).limit(1);
  const [revised] = await store.db.select().from(revisions).limit(1);
  const [feed] = await store.db.select().from(feeds).limit(1);
  const [batch] = await store.db.select().from(batches).limit(1);
  const [watch] = await store.db.select().from(watches).limit(1);
  return [
    '/',
    '/watches',
    `/watches/${watch!.id}`,
    `/watches/${watch!.id}/edit`,
    `/watches/${watch!.id}/remove`,
    '/webhooks',
    '/articles',
    `/articles/${copy!.articleId}`,
    `/articles/${arabic!.articleId}`,
    `/articles/${gone!.id}`,
    `/articles/${copy!.articleId}/raw`,
    `/articles/${revised!.articleId}/revisions/1`,
    '/copies',
    `/groups/${copy!.groupId}`,
    `/compare/${copy!.originalId ?? copy!.articleId}/${copy!.articleId}`,
    '/feeds',
    `/feeds/${feed!.id}`,
    `/feeds/${feed!.id}/pause`,
    '/outlets',
    '/outlets/matrix',
    '/outlets/houses',
    `/outlets/${web.hosts.find((host) => host.startsWith('world'))}`,
    '/pipeline',
    '/quarantine',
    '/reprocess',
    `/reprocess/${batch!.id}`,
    '/audit',
    '/search?q=canal',
    '/search',
  ];
}

test.each([
  { dark: false, phone: false },
  { dark: true, phone: false },
  { dark: false, phone: true },
])('every page: no complaint, nothing serious for those who cannot see, nothing cut off (%j)', async (how) => {
  const walker = await open(how);
  for (const path of await everyPage()) {
    await walker.goto(`${base}${path}`);
    await walker.evaluate(axe.source);
    const found = await walker.evaluate(async () => {
      const { violations } = await (globalThis as unknown as { axe: { run(options: object): Promise<Axe> } }).axe.run({
        iframes: false,
      });
      return violations
        .filter((each) => each.impact === 'serious' || each.impact === 'critical')
        .map((each) => `${each.id}: ${each.nodes.map((node) => node.html).join(' ')}`);
    });
    expect(found, path).toEqual([]);
    const { wide, seen } = await walker.evaluate(() => ({
      wide: document.documentElement.scrollWidth,
      seen: document.documentElement.clientWidth,
    }));
    expect(wide, `${path} is wider than the screen`).toBeLessThanOrEqual(seen);
  }
  await walker.close();
  expect(complaints).toEqual([]);
});

interface Axe {
  violations: Array<{ id: string; impact: string | null; nodes: Array<{ html: string }> }>;
}
