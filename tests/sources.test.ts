import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { askSources } from '@wirewatch/shared/store/sources/ask.ts';
import { describe, expect, test } from 'vitest';
import { wirewatch } from './support/command.ts';
import { startDesk } from './support/dashboard.ts';
import { PAGES, urlOf } from './support/desk-corpus.ts';
import { DIALECTS } from './support/dialects.ts';
import { useFilledDesk } from './support/filled-desk.ts';
import { shelve } from './support/shelf.ts';

const never = async () => {
  throw new Error('no text was asked about');
};
const TEXT = PAGES.find(({ name }) => name === 'agency')!.text;

describe.each(DIALECTS)('how many sources, on %s', (dialect) => {
  const filled = useFilledDesk(dialect);

  const ask = async (body: object) => {
    const answer = await fetch(`${filled.desk.url}/api/v1/sources`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return { status: answer.status, body: await answer.json() };
  };
  const page = async (path: string, form?: Record<string, string>) => {
    const answer = await fetch(`${filled.desk.url}${path}`, {
      headers: { accept: 'text/html' },
      ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
    });
    return { status: answer.status, text: await answer.text() };
  };
  const strike = PAGES.slice(2).map(urlOf);

  test('ten articles of a strike are three sources; copies, a translation, a house and a round-up add nothing', async () => {
    const { status, body } = await ask({ urls: strike });
    expect(status).toBe(200);
    expect(body.independent).toEqual({ sources: { min: 3, max: 3 }, texts: { min: 3, max: 3 } });
    expect(body.counted).toMatchObject({ articles: 10, outlets: 10, houses: 9 });
    expect(body.sources.map(({ name }: { name: string }) => name)).toEqual([
      'Adria Press',
      'Harbour Post',
      'Kestrel News',
    ]);
    const carriers = body.sources[0].texts[0].articles.map(
      ({ outlet, how }: { outlet: { name: string }; how: string }) => `${outlet.name} ${how}`,
    );
    expect(carriers).toEqual([
      'Adria Press own',
      'lantern.example copy',
      'mirror.example copy',
      'norra-north.example copy',
      'norra-south.example copy',
      'seeblick.example translation',
      'weekender.example excerpt',
    ]);
    expect(body.sentence).toMatch(
      /^10 articles of 10 outlets in 9 houses; 3 independent texts; 5 copies of Adria Press and 1 of Harbour Post; first: Adria Press, 2026-11-20 10:00 UTC$/,
    );
  });

  test('each address says what became of it; none is fetched unless asked', async () => {
    const urls = [
      urlOf('lantern'),
      `${urlOf('lantern')}?utm_source=x`,
      'https://nowhere.example/a',
      'ftp://nowhere.example/',
      'not an address',
    ];
    const { body } = await ask({ urls });
    expect(body.addresses).toMatchObject({
      found: [{ url: urlOf('lantern') }],
      again: [urls[1]],
      unknown: ['https://nowhere.example/a'],
      refused: ['ftp://nowhere.example/', 'not an address'],
      withoutText: [],
    });
    expect(body).toMatchObject({ fetching: 0, counted: { articles: 1 }, independent: { sources: { min: 1, max: 1 } } });
    const { text } = await page('/sources', { urls: urls.slice(0, 4).join('\n') });
    expect(text).toContain('Not in the store (1): not counted');
    expect(text).toContain('not among what was asked for');
    expect((await ask({ urls, fetch: true })).body.fetching).toBe(1);
    const again = await ask({ urls });
    expect(again.body.addresses.withoutText).toMatchObject([{ url: urls[2], state: 'waits for fetch' }]);
  });

  test('a text is compared and not kept', async () => {
    const { articles, dedupArticles } = filled.desk.store.tables;
    const size = async () => [
      await filled.desk.store.db.$count(articles),
      await filled.desk.store.db.$count(dedupArticles),
    ];
    const before = await size();
    const { body } = await ask({ text: `Our own headline\n\n${TEXT}` });
    expect(body.independent.sources).toEqual({ min: 1, max: 1 });
    expect(body.sources[0]).toMatchObject({ name: 'Adria Press' });
    expect(body.text.matches[0]).toMatchObject({ kind: 'copy' });
    expect(body.text.matches[0].ofText).toBeGreaterThan(0.9);
    expect(await size()).toEqual(before);
    const none = await ask({ text: 'Nobody has ever written this sentence about a violet submarine. '.repeat(8) });
    expect(none.body).toMatchObject({ counted: { articles: 0 }, text: { matches: [] } });
  });

  test.each([
    [{ text: 'Only three words' }, 'the text has 3 words'],
    [{ text: 'word '.repeat(1_000_000) }, 'at most 1,000,000'],
    [{ urls: [] }, 'no address given'],
    [{ urls: Array.from({ length: 101 }, (_, at) => `https://a.example/${at}`) }, '101 addresses: at most 100'],
    [{ query: '(night' }, 'expected ")"'],
    [{}, 'give one of'],
    [{ urls: ['https://a.example/'], query: 'night' }, 'give one of'],
  ])('bad input says what was not done', async (body, words) => {
    const answer = await ask(body);
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toContain(words);
  });

  test('a text of mixed scripts, and one of half a character, get an answer', async () => {
    const mixed = `${TEXT}\n\n${'مرحبا بالعالم 你好世界 Привет мир '.repeat(20)}`;
    expect((await ask({ text: mixed })).body.sources[0].name).toBe('Adria Press');
    expect((await ask({ text: `${'\ud83d word '.repeat(40)}` })).status).toBe(200);
  });

  test('a hundred addresses of which some fail are all accounted for', async () => {
    const urls = [
      ...strike,
      ...Array.from({ length: 90 }, (_, at) => (at % 3 === 0 ? `no address ${at}` : `https://far.example/${at}`)),
    ];
    const { body } = await ask({ urls });
    const { found, unknown, refused } = body.addresses;
    expect([found.length, unknown.length, refused.length]).toEqual([10, 60, 30]);
    expect(body.independent.sources).toEqual({ min: 3, max: 3 });
  });

  test('an address whose page is no article says why, a query that is too wide how much of it was counted', async () => {
    const pdf = { url: 'https://press.example/plan.pdf', outcome: 'not-an-article' as const, reason: 'a PDF' };
    const gone = { url: 'https://press.example/gone', outcome: 'gone' as const, reason: 'HTTP 404' };
    const ids = [await shelve(filled.desk.store, null, pdf), await shelve(filled.desk.store, null, gone)];
    const { body } = await ask({ urls: [pdf.url, gone.url, urlOf('mirror')] });
    expect(body.addresses.withoutText).toEqual([
      { url: pdf.url, id: ids[0], state: 'not-an-article: a PDF' },
      { url: gone.url, id: ids[1], state: 'gone: HTTP 404' },
    ]);
    expect(body.counted.articles).toBe(1);
    expect((await page('/sources', { urls: pdf.url })).text).toContain('Without a text: not counted');
    const cut = await askSources(filled.desk.store, { query: '*' }, { compareText: never, now: Date.now(), most: 5 });
    expect(cut).toMatchObject({ query: { counted: 5, cut: true }, count: { articles: 5 } });
    for (const query of ['*', 'a*', '-nothing', 'Savik OR *'])
      expect((await page(`/sources?q=${encodeURIComponent(query)}`)).status, query).toBe(200);
  });

  test('a search is counted on its page, with a link that can be passed on, and the definition', async () => {
    const { status, text } = await page('/sources?q=Savik');
    expect(status).toBe(200);
    expect(text).toContain('3 independent texts');
    expect(text).toContain('What counts as independent');
    expect(text).not.toMatch(/undefined|\[object|NaN/);
    expect((await page('/sources?q=(Savik')).status).toBe(400);
    expect((await page('/sources', { text: 'three words only' })).text).toContain('the text has 3 words');
    expect((await page(`/sources?url=${encodeURIComponent(urlOf('mirror'))}`)).text).toContain('1 independent text;');
  });

  test('the command says the same, as lines and as JSON', async () => {
    const env = { DATABASE_URL: filled.database };
    const lines = await wirewatch(['sources', ...strike], { env });
    expect(lines.status, lines.err).toBe(0);
    expect(lines.out).toContain('3 independent texts');
    expect(lines.out).toMatch(/copy +\+60 min +100 % +lantern\.example/);
    const json = await wirewatch(['sources', '--query', 'Savik', '--json'], { env });
    expect(JSON.parse(json.out).independent.sources).toEqual({ min: 3, max: 3 });
    if (dialect === 'postgres') return;
    const file = join(tmpdir(), `ww-text-${process.pid}-${dialect}.txt`);
    writeFileSync(file, TEXT);
    const text = await wirewatch(['sources', '--text', file], { env });
    rmSync(file);
    expect(text.out).toContain('1. Adria Press');
    expect((await wirewatch(['sources'], { env })).status).toBe(2);
  });
});

test('a token that may only read counts, and may not have pages fetched', async () => {
  const desk = await startDesk({ WIREWATCH_TOKENS: 'reader:read:0123456789abcdef-read' });
  try {
    const ask = (body: object) =>
      fetch(`${desk.url}/api/v1/sources`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: 'Bearer 0123456789abcdef-read' },
        body: JSON.stringify(body),
      });
    expect((await ask({ urls: ['https://a.example/1'] })).status).toBe(200);
    expect((await ask({ urls: ['https://a.example/1'], fetch: true })).status).toBe(403);
  } finally {
    await desk.stop();
  }
});
