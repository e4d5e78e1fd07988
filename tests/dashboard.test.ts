import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addFeed } from '@wirewatch/shared/store/feeds/feeds.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reindex } from 'wirewatch/archive/reindex.ts';
import { API } from '../services/dashboard/api/calls.ts';
import { followOutcomes } from '../services/dashboard/reads/outcome-tail.ts';
import { MONITOR } from '../services/dashboard/routes.ts';
import { type Desk, startDesk } from './support/dashboard.ts';
import { DIALECTS, type Dialect, emptyDatabase } from './support/dialects.ts';
import { shelve } from './support/shelf.ts';

const STORY = 'Five states agree on rules for night trains. '.repeat(12).trim();
const REPOST = `A portal reports. ${STORY} The full text is at the wire.`;

describe.each(DIALECTS)('%s', (dialect: Dialect) => {
  let desk: Desk;
  let drop: () => Promise<void>;
  let ids: { original: string; copy: string; bad: string; waiting: string; arabic: string };

  beforeAll(async () => {
    const database = await emptyDatabase(dialect);
    drop = database.drop;
    desk = await startDesk({ DATABASE_URL: database.url });
    const { store, blobs } = desk;
    const at = Date.now() - 3_600_000;
    const original = await shelve(store, blobs, {
      url: 'http://wire.example/trains',
      title: 'Night trains agreed',
      texts: ['An early state.', STORY],
      html: '<h1>Night trains agreed</h1>',
      at,
      topics: [{ code: 'medtop:04000000', label: 'economy', score: 0.9 }],
      countries: ['DEU'],
      syndication: { group: 'g1', relation: 'original' },
    });
    const copy = await shelve(store, blobs, {
      url: 'http://portal.example/1',
      title: 'Trains by night',
      texts: [REPOST],
      at: at + 60_000,
      credit: { source: 'The Wire', kind: 'whole', url: null, evidence: 'Source: The Wire' },
      syndication: {
        group: 'g1',
        relation: 'copy',
        originalId: original,
        original: 'wire.example',
        coverage: 0.93,
        originalCoverage: 1,
        lagSeconds: 60,
        basis: ['text', 'credit'],
      },
    });
    const bad = await shelve(store, blobs, {
      url: 'http://portal.example/2',
      outcome: 'quarantined',
      reason: 'the bytes are a PDF, not a page',
      at: at + 1,
    });
    const waiting = await shelve(store, blobs, { url: 'http://portal.example/3', stage: 'clean', at: at + 2 });
    const arabic = await shelve(store, blobs, {
      url: 'http://sada.example/4',
      title: 'اتفاق على قطارات الليل',
      texts: ['اتفقت خمس دول على قواعد لقطارات الليل.'],
      language: 'ar',
      at: at + 3,
    });
    ids = { original, copy, bad, waiting, arabic };
    await reindex(store);
  });
  afterAll(async () => {
    await desk?.stop();
    await drop?.();
  });

  const page = async (path: string) => {
    const answer = await fetch(`${desk.url}${path}`, { headers: { accept: 'text/html' } });
    return { status: answer.status, text: await answer.text() };
  };
  const call = async (path: string, options: { method?: string; body?: unknown } = {}) => {
    const answer = await fetch(`${desk.url}/api/v1${path}`, {
      method: options.method ?? 'GET',
      ...(options.body === undefined
        ? {}
        : { body: JSON.stringify(options.body), headers: { 'content-type': 'application/json' } }),
    });
    return { status: answer.status, body: await answer.json() };
  };
  /** What a person does without scripts: opens the page that asks, and sends its form. */
  const confirm = async (path: string) => {
    const asked = await page(path);
    expect(asked.status, path).toBe(200);
    const form = /<form method="post" action="([^"]+)"/.exec(asked.text.slice(asked.text.indexOf('<main')))![1]!;
    const answer = await fetch(`${desk.url}${form.replaceAll('&amp;', '&')}`, {
      method: 'POST',
      body: new URLSearchParams({ sure: 'yes' }),
      headers: { accept: 'text/html' },
    });
    return { asked: asked.text, answer: await answer.text(), status: answer.status };
  };

  test('every page answers, in the language of its texts', async () => {
    const paths = [
      '/',
      '/articles',
      '/articles?outlet=portal.example',
      `/articles/${ids.original}`,
      `/articles/${ids.original}/revisions/2`,
      `/articles/${ids.original}/raw`,
      '/copies',
      '/groups/g1',
      `/compare/${ids.original}/${ids.copy}`,
      '/feeds',
      '/outlets',
      '/outlets/matrix',
      '/outlets/houses',
      '/outlets/portal.example',
      '/pipeline',
      '/quarantine',
      '/reprocess',
      '/audit',
      '/search?q=night',
    ];
    for (const path of paths) {
      const { status, text } = await page(path);
      expect(status, path).toBe(200);
      expect(text.match(/<h1/g), path).toHaveLength(1);
      expect(text, path).not.toMatch(/undefined|\[object|NaN/);
    }
    expect((await page(`/articles/${ids.arabic}`)).text).toContain('<p dir="auto" lang="ar">');
  });

  test('the raw page is shut in, and in our own frame only', async () => {
    const answer = await fetch(`${desk.url}/articles/${ids.original}/raw/page`);
    expect(answer.headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/);
    expect(await answer.text()).toBe('<h1>Night trains agreed</h1>');
    expect((await page(`/articles/${ids.original}/raw`)).text).toContain('<iframe class="raw" sandbox=""');
  });

  test.each([
    ['/articles/nobody', 404, 'There is no article'],
    ['/articles?outlet=nobody', 404, 'There is no outlet'],
    ['/articles?after=xyz', 400, 'no cursor'],
    ['/groups/none', 404, 'There is no group'],
    ['/feeds?page=99', 404, 'the last one is 1'],
    ['/feeds?page=x', 400, 'expected a number'],
    ['/quarantine?stage=wash', 400, 'expected fetch, clean'],
    ['/search?q=(night', 400, 'expected'],
    ['/search?q=night&collapse=all', 400, 'expected story or group'],
    ['/reprocess/none', 404, 'there is no batch'],
    ['/reprocess/start?from=wash', 400, 'expected a stage'],
    ['/reprocess/start?from=clean&since=2026-02-01&until=2026-01-01', 400, 'nothing lies between'],
    ['/reprocess/start?from=clean&since=yesterdayish', 400, 'expected a date'],
    ['/pipeline/wash/pause', 404, 'There is no queue'],
    ['/nothing/here', 404, 'There is nothing at'],
  ])('%s says what is wrong', async (path, status, words) => {
    const answer = await page(path);
    expect(answer.status).toBe(status);
    expect(answer.text.replace(/&quot;/g, '"')).toContain(words);
  });

  test('a cursor of one list is refused by another, and pages meet without gap or overlap', async () => {
    const first = await call('/articles?limit=2');
    const second = await call(`/articles?limit=2&after=${first.body.next}`);
    const seen = [...first.body.items, ...second.body.items].map((item: { id: string }) => item.id);
    expect(new Set(seen).size).toBe(3);
    expect(second.body.next).toBeNull();
    const elsewhere = await call(`/articles?limit=2&outlet=portal.example&after=${first.body.next}`);
    expect(elsewhere).toMatchObject({ status: 400, body: { error: { message: /another query/ } } });
  });

  test('a story tells who was first, how long after, and shows copy and original side by side', async () => {
    const { body } = await call('/groups/g1');
    expect(body.items.map((item: { relation: string }) => item.relation)).toEqual(['original', 'copy']);
    expect(body.items[1]).toMatchObject({ lagSeconds: 60, coverage: 0.93, basis: ['text', 'credit'] });
    const compared = await page(`/compare/${ids.original}/${ids.copy}`);
    expect(compared.text).toContain('<ins>A portal reports.</ins>');
    const matrix = await call('/outlets/matrix');
    expect(matrix.body.items).toMatchObject([
      { by: 'portal.example', from: 'wire.example', copies: 1, lagSeconds: 60 },
    ]);
  });

  test('a quarantined article is sent on again: asked first, done, written down', async () => {
    const { asked, answer, status } = await confirm(`/quarantine/retry?id=${ids.bad}`);
    expect(asked).toContain('<b>1</b> thing');
    expect(status).toBe(200);
    expect(answer).toContain('1 article waits again');
    expect((await call('/quarantine')).body.items).toEqual([]);
    const { body } = await call('/audit');
    expect(body.items[0]).toMatchObject({ action: 'quarantine.retry', count: 1, who: 'web:local' });
    expect((await page(`/quarantine/retry?id=${ids.bad}`)).status).toBe(409);
  });

  test('a change without its confirmation is refused', async () => {
    const answer = await fetch(`${desk.url}/pipeline/clean/pause`, { method: 'POST', body: new URLSearchParams() });
    expect(answer.status).toBe(400);
    expect(await desk.queues.of('clean').isPaused()).toBe(false);
  });

  test('a queue is paused, resumed and drained', async () => {
    await confirm('/pipeline/clean/pause');
    expect(await desk.queues.of('clean').isPaused()).toBe(true);
    expect((await page('/pipeline/clean/pause')).status).toBe(409);
    await confirm('/pipeline/clean/resume');
    expect(await desk.queues.of('clean').isPaused()).toBe(false);
    const { asked } = await confirm('/pipeline/clean/live/drain');
    expect(asked).toContain('2 articles wait');
    const { body } = await call(`/articles/${ids.waiting}`);
    expect(body.outcome).toBe('quarantined');
    expect(body.reason).toBe('drained by web:local');
    expect((await page('/pipeline/clean/live/drain')).status).toBe(409);
  });

  test('feeds are added, paused, resumed, polled, taken off; OPML goes out and in', async () => {
    const added = await call('/feeds', { method: 'POST', body: { url: 'http://wire.example/rss', folder: 'Rail' } });
    expect(added.status).toBe(201);
    expect((await call('/feeds', { method: 'POST', body: { url: 'ftp://x' } })).status).toBe(400);
    const { id } = added.body;
    await confirm(`/feeds/${id}/pause`);
    expect((await call(`/feeds/${id}`)).body.status).toBe('paused');
    expect((await page(`/feeds/${id}/poll`)).status).toBe(409);
    await confirm(`/feeds/${id}/resume`);
    await confirm(`/feeds/${id}/poll`);
    const opml = await (await fetch(`${desk.url}/feeds.opml`)).text();
    expect(opml).toContain('xmlUrl="http://wire.example/rss"');
    await confirm(`/feeds/${id}/remove`);
    expect((await call(`/feeds/${id}`)).status).toBe(404);
    const form = new FormData();
    form.set('opml', new File([opml], 'feeds.opml'));
    const answer = await fetch(`${desk.url}/feeds/import`, { method: 'POST', body: form });
    expect(answer.url).toMatch(/\/feeds\?done=\d+$/);
    expect((await call('/feeds')).body.items).toMatchObject([{ url: 'http://wire.example/rss', folder: 'Rail' }]);
    // In a charset that the file itself names.
    const written = `<?xml version="1.0" encoding="windows-1251"?><opml version="2.0"><body><outline text="\xcf\xee\xf0\xf2" xmlUrl="http://port.example/rss"/></body></opml>`;
    const cyrillic = new FormData();
    cyrillic.set('opml', new File([Buffer.from(written, 'latin1')], 'port.opml'));
    expect((await fetch(`${desk.url}/feeds/import`, { method: 'POST', body: cyrillic })).status).toBe(200);
    expect((await call('/feeds')).body.items).toContainEqual(expect.objectContaining({ title: 'Порт' }));
    const broken = new FormData();
    broken.set('opml', new File(['no opml at all'], 'x.opml'));
    expect((await fetch(`${desk.url}/feeds/import`, { method: 'POST', body: broken })).status).toBe(400);
  });

  test('an outlet is named, and its name holds', async () => {
    const body = new URLSearchParams({ name: 'The Portal', kind: 'aggregator', house: '', aliases: 'Portal\nTP' });
    await fetch(`${desk.url}/outlets/portal.example`, { method: 'POST', body });
    expect((await page('/outlets/portal.example')).text).toContain('<h1 dir="auto">The Portal</h1>');
    const wrong = await call('/outlets/portal.example', { method: 'POST', body: { kind: 'blog' } });
    expect(wrong.status).toBe(400);
  });

  test('a house has a page from the moment it is named, and none once its outlets have left it', async () => {
    await page('/outlets');
    const name = (house: string) => call('/outlets/portal.example', { method: 'POST', body: { house } });
    await name('Tidewater Group');
    const { status, text } = await page('/outlets/Tidewater%20Group');
    expect(status).toBe(200);
    expect(text).toContain('href="/outlets/portal.example"');
    await name('');
    expect((await page('/outlets/Tidewater%20Group')).status).toBe(404);
  });

  test('a reprocessing is chosen, started, paused and cancelled', async () => {
    const { answer } = await confirm('/reprocess/start?from=classify');
    const id = /\/reprocess\/(b\w+)\/pause/.exec(answer)![1]!;
    await confirm(`/reprocess/${id}/pause`);
    expect((await call(`/reprocess/${id}`)).body).toMatchObject({ status: 'paused', total: 3, dryRun: false });
    await confirm(`/reprocess/${id}/resume`);
    await confirm(`/reprocess/${id}/cancel`);
    expect((await call(`/reprocess/${id}/resume`, { method: 'POST' })).status).toBe(409);
    const dry = await call('/reprocess', { method: 'POST', body: { from: 'clean', dryRun: true } });
    expect(dry).toMatchObject({ status: 201, body: { dryRun: true, status: 'running', total: 1 } });
  });

  test('a schedule is kept, shown and removed; a cron line that is none is named', async () => {
    const action = { kind: 'retention' };
    const kept = await call('/schedules', { method: 'POST', body: { cron: '30 3 * * 1', action } });
    expect(kept.status).toBe(201);
    expect((await page('/reprocess')).text).toContain('30 3 * * 1');
    await confirm(`/schedules/${kept.body.id}/remove`);
    const wrong = await call('/schedules', { method: 'POST', body: { cron: 'every monday', action } });
    expect(wrong).toMatchObject({ status: 400, body: { error: { message: /"every monday" is no cron line/ } } });
  });

  test('search marks what matched; its feeds have a story once with all who carried it', async () => {
    const found = await page('/search?q=%22night+trains%22');
    expect(found.text).toMatch(/<mark>Night trains<\/mark> agreed/);
    const { body } = await call('/search?q=trains&collapse=story');
    expect(body.items).toHaveLength(1);
    expect(body.items[0].others).toBe(1);
    const atom = await (await fetch(`${desk.url}/search.atom?q=trains`)).text();
    expect(atom.match(/<entry/g)).toHaveLength(1);
    expect(atom).toContain('<link rel="related" title="wire.example" href="http://wire.example/trains"/>');
    const json = await (await fetch(`${desk.url}/search.json?q=trains`)).json();
    expect(json.items[0]._wirewatch.carriers).toMatchObject([{ url: 'http://wire.example/trains' }]);
    expect((await fetch(`${desk.url}/search.atom?q=(`)).status).toBe(400);
  });

  test('the description names every call, and each answers as it says', async () => {
    const { body } = await call('/openapi.json');
    expect(body.openapi).toBe('3.1.0');
    for (const path of ['/articles', '/search', '/groups/{id}', '/feeds', '/quarantine/retry', '/reprocess']) {
      expect(body.paths, path).toHaveProperty([`/api/v1${path}`]);
    }
    const operations = Object.values(body.paths).flatMap((each) =>
      Object.values(each as Record<string, { operationId: string }>),
    );
    expect(new Set(operations.map((each) => each.operationId)).size).toBe(operations.length);
  });

  test('docs/api.md names every call', () => {
    const told = readFileSync(join(import.meta.dirname, '..', 'docs', 'api.md'), 'utf8');
    for (const { path } of [...API, ...MONITOR]) expect(told, path).toContain(path);
  });

  test('bad bodies and parameters are named', async () => {
    expect((await call('/feeds', { method: 'POST', body: [1] })).body.error.message).toMatch(/no JSON object/);
    expect((await call('/feeds', { method: 'POST', body: {} })).body.error.message).toMatch(/^url: /);
    expect((await call('/articles?limit=0')).body.error.message).toMatch(/^limit: /);
    const large = await fetch(`${desk.url}/api/v1/feeds`, { method: 'POST', body: 'x'.repeat(11_000_000) });
    expect([large.status, large.headers.get('connection')]).toEqual([413, 'close']);
  });

  test('outcomes are streamed as they happen, and those that were missed come first', async () => {
    const closing = new AbortController();
    const all = await followOutcomes(desk.store, 0)();
    const last = all.at(-1)!.id;
    const answer = await fetch(`${desk.url}/api/v1/stream?events=outcome`, {
      signal: closing.signal,
      headers: { 'last-event-id': String(last - 1) },
    });
    expect(answer.headers.get('content-type')).toMatch(/^text\/event-stream/);
    let text = '';
    const added = shelve(desk.store, null, { url: `http://wire.example/late-${dialect}` });
    for await (const chunk of answer.body!) {
      text += Buffer.from(chunk).toString();
      if (text.includes(await added)) break;
    }
    closing.abort();
    expect(text).toContain(`id: ${last}\n`);
    expect((await fetch(`${desk.url}/api/v1/stream?events=gossip`)).status).toBe(400);
  });

  test('metrics are as Prometheus reads them', async () => {
    const answer = await fetch(`${desk.url}/metrics`);
    expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    const text = await answer.text();
    for (const line of text.trimEnd().split('\n')) {
      expect(line).toMatch(
        /^(?:# (?:HELP|TYPE) [a-z_]+ .+|[a-z_]+(?:\{(?:[a-z]+="[^"]*",?)+\})? -?\d+(?:\.\d+)?(?:e[+-]?\d+)?)$/,
      );
    }
    for (const name of [
      'wirewatch_queue_jobs',
      'wirewatch_queue_oldest_seconds',
      'wirewatch_outcomes_total',
      'wirewatch_feeds',
    ]) {
      expect(text).toContain(`# TYPE ${name} `);
    }
  });

  test('healthz is green with store and Redis; readyz is red without workers, and for silence', async () => {
    expect((await fetch(`${desk.url}/healthz`)).status).toBe(200);
    const { articles, workers } = desk.store.tables;
    await addFeed(desk.store, { url: 'http://wire.example/rss2' }, Date.now());
    const red = await fetch(`${desk.url}/readyz`);
    expect(red.status).toBe(503);
    const { checks } = await red.json();
    expect(checks.find((check: { name: string }) => check.name === 'services').detail).toMatch(/^not up: scheduler/);
    const now = Date.now();
    await desk.store.write(async (tx) => {
      for (const service of ['scheduler', 'fetcher', 'cleaner', 'deduplicator', 'classifier', 'dashboard']) {
        await tx.insert(workers).values({ id: service, service, host: 'h', pid: 1, startedAt: now, seenAt: now });
      }
    });
    expect((await fetch(`${desk.url}/readyz`)).status).toBe(200);
    await desk.store.write(async (tx) => {
      await tx.update(articles).set({ finishedAt: now - 7 * 3_600_000 });
    });
    const silent = await fetch(`${desk.url}/readyz`);
    expect(silent.status).toBe(503);
    expect((await silent.json()).checks.find((check: { name: string }) => check.name === 'silence').ok).toBe(false);
  });
});
