import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reindex } from 'wirewatch/archive/reindex.ts';
import { type Desk, startDesk } from './support/dashboard.ts';
import { shelve } from './support/shelf.ts';

/** What a person or program may ask wrongly, on the pages and in the API: the status that says whose fault it is, and words that help. */
describe('what is asked wrongly', () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await startDesk();
    for (let n = 0; n < 3; n += 1) {
      await shelve(desk.store, desk.blobs, {
        url: `http://wire.example/${n}`,
        title: `Night trains ${n}`,
        texts: ['Five states agree on rules for night trains. '.repeat(12).trim()],
        at: Date.now() - 3_600_000 + n,
        syndication: { group: `g${n}`, relation: n === 0 ? 'original' : 'copy' },
      });
    }
    await reindex(desk.store);
  });
  afterAll(() => desk?.stop());

  /** Status and message, of a page or a call. */
  async function ask(path: string, sent?: Record<string, unknown>) {
    const api = path.startsWith('/api/');
    const body = sent && (api ? JSON.stringify(sent) : new URLSearchParams(sent as Record<string, string>));
    const answer = await fetch(`${desk.url}${path}`, {
      headers: api ? { 'content-type': 'application/json' } : { accept: 'text/html' },
      ...(body === undefined ? {} : { method: 'POST', body }),
    });
    const text = await answer.text();
    const message = api ? JSON.parse(text).error?.message : text.replace(/&quot;/g, '"').replace(/&#39;/g, "'");
    return { status: answer.status, message: String(message) };
  }

  const PLACE = /at 7: expected "\)" for the "\(" at 1, found the end/;
  test.each([
    ['/search?q=(night', undefined],
    ['/search.atom?q=(night', undefined],
    ['/search.json?q=(night', undefined],
    ['/api/v1/search?q=(night', undefined],
    ['/watches/try', { name: 'n', queries: '(night' }],
    ['/watches', { name: 'n', queries: '(night' }],
    ['/api/v1/watches', { name: 'n', lines: [{ query: '(night' }] }],
    ['/api/v1/watches/test', { lines: [{ query: '(night' }] }],
  ])('%s: a query says where it breaks off, and what was expected there', async (path, sent) => {
    const { status, message } = await ask(path, sent);
    expect(status).toBe(400);
    expect(message).toMatch(PLACE);
  });

  test.each([
    ['/reprocess/start?from=clean&since=2026-02-01&until=2026-01-01', undefined],
    ['/reprocess/dry-run', { from: 'clean', since: '2026-02-01', until: '2026-01-01' }],
    ['/api/v1/reprocess/start?from=clean&since=2026-02-01&until=2026-01-01', undefined],
    ['/api/v1/reprocess', { from: 'clean', since: '2026-02-01', until: '2026-01-01' }],
    ['/search?q=date:[2026-02-01 TO 2026-01-01]', undefined],
    ['/api/v1/search?q=date:[2026-02-01 TO 2026-01-01]', undefined],
  ])('%s: a time range is upside down', async (path, sent) => {
    const { status, message } = await ask(path, sent);
    expect(status).toBe(400);
    expect(message).toMatch(/nothing lies between|expected a range that begins before it ends/);
  });

  test.each([
    ['/articles/none', 'article'],
    ['/articles/none/raw', 'article'],
    ['/articles/none/revisions/1', 'article'],
    ['/articles?outlet=none', 'outlet'],
    ['/groups/none', 'group'],
    ['/compare/none/none', 'article'],
    ['/feeds/none', 'feed'],
    ['/feeds/none/pause', 'feed'],
    ['/outlets/none', 'outlet'],
    ['/watches/none', 'watch'],
    ['/watches/none/edit', 'watch'],
    ['/watches/none/remove', 'watch'],
    ['/watches/none/alerts.atom', 'watch'],
    ['/reprocess/none', 'batch'],
    ['/reprocess/none/pause', 'batch'],
    ['/schedules/none/remove', 'schedule'],
    ['/api/v1/articles/none', 'article'],
    ['/api/v1/articles/none/revisions', 'article'],
    ['/api/v1/groups/none', 'group'],
    ['/api/v1/compare/none/none', 'article'],
    ['/api/v1/feeds/none', 'feed'],
    ['/api/v1/feeds/none/pause', 'feed'],
    ['/api/v1/watches/none', 'watch'],
    ['/api/v1/watches/none/alerts', 'watch'],
    ['/api/v1/watches/none/remove', 'watch'],
    ['/api/v1/reprocess/none', 'batch'],
    ['/api/v1/reprocess/none/pause', 'batch'],
    ['/api/v1/schedules/none/remove', 'schedule'],
    ['/api/v1/pipeline/none/pause', 'queue'],
    ['/api/v1/nothing', 'nothing'],
  ])('%s: there is none', async (path, what) => {
    const { status, message } = await ask(path);
    expect(status).toBe(404);
    expect(message).toMatch(new RegExp(`no ${what}|${what} "none"|nothing at`, 'i'));
  });

  test('a page beyond the end: of numbered pages the last is named, of the others it is said that nothing follows', async () => {
    expect(await ask('/feeds?page=99')).toMatchObject({
      status: 404,
      message: expect.stringContaining('the last one is 1'),
    });
    const first = await (await fetch(`${desk.url}/api/v1/articles?limit=2`)).json();
    const rest = await (await fetch(`${desk.url}/api/v1/articles?limit=2&after=${first.next}`)).json();
    expect(rest).toMatchObject({ items: [{}], next: null });
    await desk.store.write(async (tx) => {
      await tx.delete(desk.store.tables.articles);
    });
    const beyond = await (await fetch(`${desk.url}/api/v1/articles?limit=2&after=${first.next}`)).json();
    expect(beyond).toEqual({ items: [], next: null });
  });
});

describe('cursors and cron lines', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await startDesk();
    for (let n = 0; n < 4; n += 1) {
      await shelve(desk.store, desk.blobs, {
        url: `http://wire.example/${n}`,
        title: `Night trains ${n}`,
        texts: ['Five states agree on rules for night trains.'],
        at: Date.now() - 3_600_000 + n,
        syndication: { group: `g${n}`, relation: 'copy' },
      });
    }
    await reindex(desk.store);
  });
  afterAll(() => desk?.stop());
  const call = async (path: string) => {
    const answer = await fetch(`${desk.url}/api/v1${path}`);
    return { status: answer.status, body: await answer.json() };
  };

  test.each([
    ['/articles?limit=2', '/articles?limit=2&outlet=wire.example', '/articles?outlet=wire.example'],
    ['/search?q=night&limit=2', '/search?q=trains&limit=2', '/search?q=trains'],
    ['/search?q=night&limit=2', '/search?q=night&limit=2&collapse=story', '/search?q=night&collapse=story'],
    ['/copies?limit=2', '/articles?limit=2', '/articles'],
    ['/articles?limit=2', '/copies?limit=2', '/copies'],
  ])('the cursor of %s is refused by %s, by call and on the page', async (from, to, page) => {
    const { next } = (await call(from)).body;
    expect(next).toEqual(expect.any(String));
    const refused = await call(`${to}&after=${encodeURIComponent(next)}`);
    expect(refused).toMatchObject({ status: 400, body: { error: { message: expect.stringMatching(/another/) } } });
    const joined = `${page}${page.includes('?') ? '&' : '?'}after=${encodeURIComponent(next)}`;
    const shown = await fetch(`${desk.url}${joined}`, { headers: { accept: 'text/html' } });
    expect(shown.status).toBe(400);
    expect(await shown.text()).toMatch(/another/);
  });

  test.each(['/articles?after=xyz', '/search?q=night&after=xyz', '/copies?after=xyz', '/audit?after=xyz'])(
    '%s: no cursor at all',
    async (path) => {
      expect((await call(path)).status).toBe(400);
      expect((await fetch(`${desk.url}${path}`, { headers: { accept: 'text/html' } })).status).toBe(400);
    },
  );

  test('a cron line that is none, or never comes, is named with what is wrong; so is a time zone', async () => {
    const action = { kind: 'retention' };
    const post = async (sent: object) => {
      const body = JSON.stringify({ action, ...sent });
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(`${desk.url}/api/v1/schedules`, { method: 'POST', body, headers });
      return { status: answer.status, message: (await answer.json()).error?.message };
    };
    expect(await post({ cron: 'every monday' })).toMatchObject({
      status: 400,
      message: expect.stringContaining('"every monday" is no cron line'),
    });
    expect(await post({ cron: '61 3 * * *' })).toMatchObject({
      status: 400,
      message: expect.stringContaining('61 3 * * *'),
    });
    expect((await post({ cron: '0 0 30 2 *' })).status).toBe(400);
    expect(await post({ cron: '0 3 * * *', timezone: 'Mars/Olympus' })).toMatchObject({
      status: 400,
      message: expect.stringContaining('Mars/Olympus'),
    });
    const form = new URLSearchParams({ cron: 'every monday', timezone: 'UTC', what: 'retention', action: 'retention' });
    const headers = { accept: 'text/html' };
    const page = await fetch(`${desk.url}/schedules`, { method: 'POST', body: form, headers });
    expect(page.status).toBe(400);
    expect((await page.text()).replace(/&quot;/g, '"')).toContain('"every monday" is no cron line');
  });
});
