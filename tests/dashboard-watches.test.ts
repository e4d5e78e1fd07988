import { addFeed } from '@wirewatch/shared/store/feeds/feeds.ts';
import { replaceMatches } from '@wirewatch/shared/store/watches/matches.ts';
import { raiseStoryAlerts, raiseVolumeAlert } from '@wirewatch/shared/store/watches/raise.ts';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reindex } from 'wirewatch/archive/reindex.ts';
import { type Desk, startDesk } from './support/dashboard.ts';
import { DIALECTS, type Dialect, emptyDatabase } from './support/dialects.ts';
import { shelve } from './support/shelf.ts';

describe.each(DIALECTS)('watches on %s', (dialect: Dialect) => {
  let desk: Desk;
  let drop: () => Promise<void>;
  let ids: { wire: string; copy: string; own: string; own2: string };
  let watchId: string;

  beforeAll(async () => {
    const database = await emptyDatabase(dialect);
    drop = database.drop;
    desk = await startDesk({ DATABASE_URL: database.url });
    const { store } = desk;
    const at = Date.now() - 3_600_000;
    const piece = (host: string, group: string, text: string, more: object = {}) =>
      shelve(store, null, {
        url: `http://${host}/ferry`,
        title: text.startsWith('A bakery') ? 'Bread' : `Ferries stop, says ${host}`,
        texts: [text],
        at,
        syndication: { group, relation: 'original', ...more },
      });
    const wire = await piece('wire.example', 'g1', 'All ferries stop at noon over pay.');
    const copy = await piece('post.example', 'g1', 'All ferries stop at noon over pay.', {
      relation: 'copy',
      originalId: wire,
      original: 'wire.example',
    });
    const own = await piece('gazette.example', 'g2', 'Crews of the harbour boats walked out on Monday.');
    const own2 = await piece('lone.example', 'g3', 'A bakery opens.');
    const { syndication } = store.tables;
    await store.write(async (tx) => {
      for (const group of ['g1', 'g2'])
        await tx.update(syndication).set({ storyId: 's1' }).where(eq(syndication.groupId, group));
    });
    ids = { wire, copy, own, own2 };
    await reindex(store);
  });
  afterAll(async () => {
    await desk?.stop();
    await drop?.();
  });

  const page = async (path: string, form?: Record<string, string>) => {
    const answer = await fetch(`${desk.url}${path}`, {
      headers: { accept: 'text/html' },
      ...(form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }),
    });
    return { status: answer.status, text: await answer.text(), url: answer.url };
  };
  const call = async (path: string, body?: unknown) => {
    const answer = await fetch(`${desk.url}/api/v1${path}`, {
      ...(body === undefined
        ? {}
        : { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    return { status: answer.status, body: await answer.json() };
  };

  test('a watch is tried first, with what it finds marked; then it is saved, and written down', async () => {
    const fields = { name: 'Ferries', queries: 'ferr*\n"harbour boats"', weights: '', languages: '', threshold: '' };
    const tried = await page('/watches/try', fields);
    expect(tried.status).toBe(200);
    expect(tried.text).toMatch(/<b>3<\/b> of 4 articles match/);
    expect(tried.text).toContain('<mark>Ferries</mark> stop, says wire.example');
    expect((await call('/watches')).body.items).toEqual([]);
    const saved = await page('/watches', fields);
    expect(saved.url).toMatch(/\/watches\/w\w+\?done=\d+$/);
    expect(saved.text).toContain('The watch is saved.');
    const { items } = (await call('/watches')).body;
    expect(items).toMatchObject([{ name: 'Ferries', articles: 0, alerts: 0, webhook: null, lines: [{}, {}] }]);
    watchId = items[0].id;
    expect((await call(`/watches/Ferries`)).body.id).toBe(watchId);
  });

  test('a watch is changed from its page: name, queries, webhook; a secret in its address stays unseen and unchanged', async () => {
    const webhook = { url: 'https://hooks.example/in?token=s3cret-s3cret-s3cret', secretEnv: 'WIREWATCH_HOOK_SECRET' };
    const made = await call('/watches', { name: 'Bread', lines: [{ query: 'bakery', weight: 2 }], webhook });
    const { id } = made.body;
    const form = await page(`/watches/${id}/edit`);
    expect(form.status).toBe(200);
    expect(form.text).not.toContain('s3cret');
    const field = (name: string) =>
      new RegExp(`name="${name}"[^>]* value="([^"]*)"`).exec(form.text)![1]!.replaceAll('&amp;', '&');
    const fields = {
      ...{ id, name: 'Bread and boats', queries: 'bakery\nboats', weights: '2, 1', languages: '', threshold: '1' },
      ...{ webhook: field('webhook'), secretEnv: field('secretEnv') },
    };
    const tried = await page('/watches/try', fields);
    expect(tried.text).toContain('Save the changes');
    const saved = await page('/watches', fields);
    expect(saved.url).toContain(`/watches/${id}?done=`);
    expect(saved.text).toContain('The changes to the watch are saved.');
    const { watches } = desk.store.tables;
    const [row] = await desk.store.db.select().from(watches).where(eq(watches.id, id));
    expect(row).toMatchObject({
      name: 'Bread and boats',
      webhookUrl: webhook.url,
      lines: [{ weight: 2 }, { weight: 1 }],
    });
    expect((await page('/watches', { ...fields, name: 'Ferries' })).status).toBe(409);
    expect((await page('/watches', { ...fields, id: 'w-none' })).status).toBe(404);
    expect((await page('/watches/w-none/edit')).status).toBe(404);

    expect((await call(`/watches/${id}`, { threshold: 2 })).status).toBe(200);
    expect((await call(`/watches/${id}`)).body).toMatchObject({
      name: 'Bread and boats',
      threshold: 2,
      lines: [{}, {}],
    });
    expect((await call(`/watches/${id}`, { lines: [{ query: '(bakery' }] })).status).toBe(400);
    expect((await call('/watches/w-none', { threshold: 2 })).status).toBe(404);
    await call(`/watches/${id}/remove`, {});
  });

  test('a watch is matched against the past from its page, once at a time, and that can be stopped', async () => {
    const asked = await page(`/watches/${watchId}/apply`);
    expect(asked.text).toContain('nothing that it finds there raises an alert');
    const begun = await page(`/watches/${watchId}/apply`, { sure: 'yes' });
    expect(begun.text).toContain('The watch is matched against the past');
    expect(begun.text).toContain('under way');
    expect((await page(`/watches/${watchId}/apply`)).status).toBe(409);
    const applications = async () => (await call(`/watches/${watchId}/applications`)).body.items;
    expect(await applications()).toMatchObject([{ status: 'running', looked: 0 }]);
    expect((await call(`/watches/${watchId}/apply/cancel`, {})).status).toBe(200);
    expect(await applications()).toMatchObject([{ status: 'cancelled' }]);
    expect((await call(`/watches/${watchId}/apply/cancel`, {})).status).toBe(409);
    expect((await call('/watches/w-none/apply', {})).status).toBe(404);
    expect((await call('/watches/w-none/applications')).status).toBe(404);
  });

  test('what is wrong with a watch is said: where in which query, and that a name is taken', async () => {
    const wrong = await page('/watches/try', { name: 'x', queries: 'truce\n(ferry' });
    expect(wrong.status).toBe(400);
    expect(wrong.text).toContain('query 2: at 7: expected');
    expect((await page('/watches/try', { name: 'x', queries: ' ' })).text).toContain('at least one query');
    const lines = [{ query: 'a' }];
    expect((await call('/watches', { name: 'Ferries', lines })).status).toBe(409);
    expect((await call('/watches', { name: 'Other', lines: [{ query: '(' }] })).status).toBe(400);
    expect((await call('/watches', { name: 'Other', lines: [] })).body.error.message).toMatch(/^lines: /);
    expect((await call('/watches/nobody')).status).toBe(404);
    expect((await page('/watches/nobody')).status).toBe(404);
    expect((await page('/watches/nobody/remove')).status).toBe(404);
    expect((await page(`/watches/${watchId}?before=x`)).status).toBe(400);
    expect((await page('/webhooks?status=lost')).status).toBe(400);
  });

  test('a program tries and adds one', async () => {
    const { body } = await call('/watches/test', { lines: [{ query: 'ferr*' }], limit: 1 });
    expect(body).toMatchObject({ matched: 3, articles: 4, cut: false, warnings: [] });
    expect(body.first).toHaveLength(1);
    const webhook = { url: 'https://hooks.example/in?token=verysecret', secretEnv: 'WIREWATCH_HOOK_SECRET' };
    const added = await call('/watches', { name: 'Hooked', lines: [{ query: 'ferr*' }], webhook });
    expect(added.status).toBe(201);
    const { webhook: shown } = (await call('/watches/Hooked')).body;
    expect(shown).toContain('https://hooks.example/in');
    expect(shown).not.toContain('verysecret');
  });

  test('alerts are shown, paged, and have a story once in the feeds, under one name however many carry it', async () => {
    const { store } = desk;
    const hooked = (await call('/watches/Hooked')).body.id;
    const comes = (articleId: string) =>
      store.write(async (tx) => {
        const { articles } = store.tables;
        const [article] = await tx.select().from(articles).where(eq(articles.id, articleId));
        const hits = [watchId, hooked].map((id) => ({ id, name: id, matched: ['ferries'], weight: 1 }));
        const fresh = await replaceMatches(store, tx, { id: articleId, at: Date.now() }, hits);
        await raiseStoryAlerts(store, tx, article!, [...fresh], Date.now());
      });
    await comes(ids.wire);
    const before = await (await fetch(`${desk.url}/watches/${watchId}/alerts.atom`)).text();
    await comes(ids.copy);
    await comes(ids.own);
    await comes(ids.own2);
    await raiseVolumeAlert(store, watchId, { stories: 9, mean: 1, deviation: 1, limit: 7, hours: 168 }, Date.now());
    const first = (await call(`/watches/${watchId}/alerts?limit=3`)).body;
    const second = (await call(`/watches/${watchId}/alerts?limit=3&after=${first.next}`)).body;
    const kinds = [...first.items, ...second.items].map(({ kind }: { kind: string }) => kind);
    expect(kinds).toEqual(['volume', 'story', 'outlet', 'outlet', 'story']);
    expect(second.next).toBeNull();
    const shown = (await page(`/watches/${watchId}`)).text;
    expect(shown).toContain('<mark>Ferries</mark> stop, says gazette.example');
    expect(shown).toMatch(/<dt>alerts<\/dt><dd>5<\/dd>/);
    expect(shown).toMatch(/own text: the (?:first|second) independent source/);
    const atom = await (await fetch(`${desk.url}/watches/${watchId}/alerts.atom`)).text();
    expect(atom.match(/<entry/g)).toHaveLength(3);
    const name = /<id>(urn:wirewatch:\w+)<\/id>/.exec(before)![1]!;
    expect(atom.split(name)).toHaveLength(2);
    expect(atom).toContain('title="gazette.example"');
    const json = await (await fetch(`${desk.url}/watches/${watchId}/alerts.json`)).json();
    expect(json.items.map(({ id }: { id: string }) => id)).toEqual([
      expect.stringMatching(/^alert-/),
      ids.own2,
      ids.wire,
    ]);
    expect(json.items[2]._wirewatch.carriers).toHaveLength(2);
    expect((await fetch(`${desk.url}/watches/nobody/alerts.atom`)).status).toBe(404);
  });

  test('an event says how many independent texts and copies it has, on the pages of its articles and groups', async () => {
    const words =
      /<a href="\/stories\/s1">The whole story<\/a>: <span dir="auto">3 articles of 3 outlets; 2 independent texts; 1 copy of wire\.example;/;
    for (const path of [`/articles/${ids.copy}`, `/articles/${ids.own}`, '/groups/g1', '/groups/g2']) {
      const { text } = await page(path);
      expect(text, path).toMatch(words);
    }
    expect((await page(`/articles/${ids.own2}`)).text).not.toContain('The whole story');
  });

  test('a translation counts with the text that it repeats, though it is a group of its own', async () => {
    const id = await shelve(desk.store, null, {
      url: 'http://vapur.example/1',
      title: 'Vapurlar duruyor',
      texts: ['Vapurlar öğlen duruyor.'],
      language: 'tr',
      syndication: { group: 'g4', relation: 'copy', originalId: ids.wire, original: 'wire.example' },
    });
    const { syndication } = desk.store.tables;
    await desk.store.write((tx) => tx.update(syndication).set({ storyId: 's1' }).where(eq(syndication.articleId, id)));
    expect((await page(`/articles/${id}`)).text).toContain('2 independent texts; 2 copies of wire.example');
  });

  test('polls have a row of their own: due, active, delayed, failed, and how many a minute', async () => {
    const { store } = desk;
    const { feeds, polls } = store.tables;
    const at = Date.now();
    for (const [n, set] of [
      { nextPollAt: at - 300_000 },
      { nextPollAt: at - 1, leaseUntil: at + 600_000, leaseOwner: 'other' },
      { nextPollAt: at + 600_000, lastError: 'HTTP 500' },
      { nextPollAt: at + 600_000 },
    ].entries()) {
      const added = await addFeed(store, { url: `http://wire.example/${n}` }, at);
      const id = 'id' in added ? added.id : '';
      await store.write((tx) => tx.update(feeds).set(set).where(eq(feeds.id, id)));
      const poll = { outcome: 'ok', reason: 'x', status: 200, bytes: 1, ms: 1, items: 1, newItems: 0 };
      await store.write((tx) => tx.insert(polls).values({ ...poll, feedId: id, at: at - 1000 }));
    }
    const expected = { depth: 1, active: 1, delayed: 2, failed: 1, out: 4, paused: false };
    await expect.poll(async () => (await call('/pipeline')).body.polls, { timeout: 35_000 }).toMatchObject(expected);
    expect((await page('/pipeline')).text).toMatch(/1 active, 2 delayed<\/a>, <a href="[^"]+">1 failed/);
  });

  test('a dead delivery is sent again: asked first, written down', async () => {
    const { store } = desk;
    const { webhookDeliveries: table } = store.tables;
    await store.write((tx) => tx.update(table).set({ status: 'dead', attempts: 9, lastError: 'HTTP 410' }));
    const dead = (await call('/webhooks?status=dead')).body.items;
    expect(dead).toHaveLength(4);
    expect(dead[0]).toMatchObject({ status: 'dead', attempts: 9, lastError: 'HTTP 410', watch: { name: 'Hooked' } });
    expect((await page('/webhooks')).text).toContain('Send 4 dead ones again');
    expect((await page(`/webhooks/retry?id=${dead[0].id}`)).text).toContain('<b>1</b> thing');
    const done = await page(`/webhooks/retry?id=${dead[0].id}`, { sure: 'yes' });
    expect(done.text).toContain('1 alert sent to its webhook again.');
    expect((await page(`/webhooks/retry?id=${dead[0].id}`)).status).toBe(409);
    expect((await call('/webhooks/retry', {})).body).toMatchObject({ action: 'webhooks.retry', count: 3 });
    expect((await call('/webhooks?status=waiting')).body.items).toHaveLength(4);
  });

  test('a watch is removed: asked first, written down', async () => {
    const asked = await page(`/watches/${watchId}/remove`);
    expect(asked.text).toContain('4 articles');
    const done = await page(`/watches/${watchId}/remove`, { sure: 'yes' });
    expect(done.text).toContain('The watch is removed.');
    expect((await call(`/watches/${watchId}`)).status).toBe(404);
    expect((await call('/audit?limit=1')).body.items).toMatchObject([{ action: 'watch.remove', target: watchId }]);
  });
});
