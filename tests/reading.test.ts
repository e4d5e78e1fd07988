import { recordsOf } from '@wirewatch/shared/store/articles/records.ts';
import { describe, expect, test } from 'vitest';
import { DIALECTS } from './support/dialects.ts';
import { useFilledDesk } from './support/filled-desk.ts';

const token = (name: string) => `the-token-of-${name}-0000`;

describe.each(DIALECTS)('what readers keep, on %s', (dialect) => {
  const tokens = ['ada:desk', 'bo:desk', 'rob:read'].map((each) => `${each}:${token(each.split(':')[0]!)}`);
  const filled = useFilledDesk(dialect, { WIREWATCH_TOKENS: tokens.join(',') });

  const id = (name: string) => filled.ids.get(name)!;
  const ask = (path: string, options: { who?: string; form?: Record<string, string>; json?: object } = {}) => {
    const { who = 'ada', form, json } = options;
    const body = form ? new URLSearchParams(form) : json ? JSON.stringify(json) : undefined;
    const type: Record<string, string> = json ? { 'content-type': 'application/json' } : { accept: 'text/html' };
    return fetch(`${filled.desk.url}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      redirect: 'manual',
      headers: { authorization: `Bearer ${token(who)}`, ...type },
      ...(body === undefined ? {} : { body }),
    });
  };
  const page = async (path: string, who?: string) => (await ask(path, who === undefined ? {} : { who })).text();
  const api = async (path: string, who = 'ada') => (await ask(`/api/v1${path}`, { who })).json();

  test('an article is marked by its form, the words of a note are nobody else’s, and the audit list has the mark without them', async () => {
    const form = { kind: 'article', subject: id('mirror') };
    expect((await ask('/marks', { who: 'rob', form: { ...form, read: 'yes' } })).status).toBe(403);
    expect(await page(`/articles/${id('mirror')}`, 'rob')).not.toContain('For yourself');
    const marked = await ask('/marks', { form: { ...form, read: 'yes' } });
    expect(marked.headers.get('location')).toMatch(new RegExp(`^/articles/${id('mirror')}\\?done=\\d+$`));
    await ask('/marks', { form: { ...form, note: 'Ask <Olav> about the bread', tags: 'Ferries, follow  up,ferries' } });
    await ask('/marks', { form: { ...form, kept: 'yes' } });
    const own = await page(`/articles/${id('mirror')}`);
    expect(own).toContain('Mark as unread');
    expect(own).toContain('Keep no more');
    expect(own).toContain('Ask &lt;Olav&gt; about the bread');
    expect(own).toContain('value="ferries, follow up"');
    expect(await page(`/articles/${id('mirror')}`, 'bo')).not.toContain('Olav');
    const { items } = await api('/audit?action=mark');
    expect(items).toHaveLength(3);
    expect(items[0]).toMatchObject({ who: 'web:ada', action: 'mark.article', target: id('mirror') });
    expect(JSON.stringify(items)).not.toContain('Olav');
  });

  test('marks stand in lists and on their own page, filtered by tag, and as JSON', async () => {
    const hits = await page('/search?q=Savik');
    expect(hits).toContain(`data-kind="article" data-subject="${id('mirror')}" data-read="yes" data-kept="yes"`);
    expect(hits).toContain('#follow up');
    expect(await page('/search?q=Savik', 'bo')).not.toContain('data-read');
    const list = await page('/marks');
    expect(list).toContain('Ask &lt;Olav&gt; about the bread');
    expect(list).toMatch(/#ferries<\/a> <small>1/);
    expect(await page('/marks?tag=nothing')).toContain('Nothing here.');
    expect(await page('/marks', 'bo')).toContain('Nothing here.');
    expect((await api('/marks?tag=ferries&kept=true')).items).toMatchObject([
      { kind: 'article', subject: id('mirror'), tags: ['ferries', 'follow up'], article: { id: id('mirror') } },
    ]);
    expect((await api('/marks?after=nonsense')).error.status).toBe(400);
  });

  test('a story is marked by any of its names', async () => {
    const json = { kind: 'story', subject: id('echo'), kept: true, note: 'three sources' };
    expect(await (await ask('/api/v1/marks', { json })).json()).toMatchObject({ kind: 'story', note: 'three sources' });
    expect(await page(`/stories/${id('agency')}`)).toContain('three sources');
    expect((await ask('/api/v1/marks', { json: { ...json, subject: 'nobody' } })).status).toBe(404);
    expect((await ask('/api/v1/marks', { json: { ...json, kind: 'outlet' } })).status).toBe(400);
    expect((await ask('/api/v1/marks', { json: { ...json, tags: ['x'.repeat(41)] } })).status).toBe(400);
  });

  test('exports have the marks: one’s own from the desk, everybody’s from the command', async () => {
    await ask('/api/v1/marks', { who: 'bo', json: { kind: 'article', subject: id('mirror'), note: 'seen by Bo' } });
    const [own] = (await page(`/search.jsonl?q=${encodeURIComponent('outlet:mirror')}`)).trim().split('\n');
    expect(JSON.parse(own!).reading).toMatchObject([{ who: 'web:ada', tags: ['ferries', 'follow up'] }]);
    expect(await page(`/search.csv?q=${encodeURIComponent('outlet:mirror')}`)).toContain('Ask <Olav> about the bread');
    const [all] = await recordsOf(filled.desk.store, [id('mirror')]);
    expect(all!.reading.map(({ who }) => who)).toEqual(['web:ada', 'web:bo']);
  });

  test('a mark that says nothing any more is gone', async () => {
    const json = { kind: 'article', subject: id('mirror'), read: false, kept: false, note: '', tags: [] };
    await ask('/api/v1/marks', { json });
    const rows = await filled.desk.store.db.select().from(filled.desk.store.tables.readingMarks);
    expect(rows.map(({ who, kind }) => `${who} ${kind}`).sort()).toEqual(['web:ada story', 'web:bo article']);
  });

  test('a search is kept with its filters, found again, and forgotten by its owner alone', async () => {
    expect(await page('/search?q=Savik&f=language%3Ade')).toContain('name="query" value="q=Savik&amp;f=language%3Ade"');
    expect(await page('/search?q=Savik', 'rob')).not.toContain('Keep this search');
    const form = { name: 'Savik in German', query: 'q=Savik&f=language%3Ade' };
    const kept = await ask('/searches', { form });
    expect(kept.headers.get('location')).toMatch(/^\/search\?q=Savik&f=language%3Ade&done=\d+$/);
    const again = { name: 'Savik in German', query: 'q=Savik+strike' };
    await ask('/api/v1/searches', { json: again });
    const { items } = await api('/searches');
    expect(items).toMatchObject([again]);
    expect(await page('/marks')).toContain('<a href="/search?q=Savik+strike" dir="auto">Savik in German</a>');
    expect((await ask(`/searches/${items[0].id}/remove`, { who: 'bo' })).status).toBe(404);
    expect((await ask(`/searches/${items[0].id}/remove`, { form: { sure: 'yes' } })).status).toBe(303);
    expect((await api('/searches')).items).toEqual([]);
  });
});
