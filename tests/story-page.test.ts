import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { DIALECTS } from './support/dialects.ts';
import { useFilledDesk } from './support/filled-desk.ts';

describe.each(DIALECTS)('a story, on %s', (dialect) => {
  const filled = useFilledDesk(dialect);

  const page = async (path: string) => {
    const answer = await fetch(`${filled.desk.url}${path}`, { headers: { accept: 'text/html' } });
    return { status: answer.status, url: answer.url.slice(filled.desk.url.length), text: await answer.text() };
  };

  test('whichever article, group or story is named, its story is shown, with the picture and what one text alone says', async () => {
    const story = `/stories/${filled.ids.get('agency')}`;
    for (const name of ['agency', 'echo', 'german', 'kestrel'])
      expect((await page(`/stories/${filled.ids.get(name)}`)).url).toBe(story);
    const { status, text } = await page(story);
    expect(status).toBe(200);
    expect(text).toContain('10 articles of 10 outlets in 9 houses; 3 independent texts;');
    expect(text.match(/<text class="name"/g)).toHaveLength(3);
    expect(text).toContain('aria-label="How it spread: 3 texts on 10 articles within 20 h.');
    expect(text).toMatch(/<b>Only here:<\/b> <span dir="auto" lang="en">[^<]*Corvo Bank · 1\.4 · Sigrid Moe/);
    expect(text).toContain('4 copies, 1 translation, 1 excerpt');
    expect(text).not.toMatch(/undefined|\[object|NaN/);
    expect(Buffer.byteLength(text)).toBeLessThan(40_000);
  });

  test('the first page shows the story that most tell, with its picture, and leads to it', async () => {
    let text = '';
    // Stories are counted beside the requests: who comes first may come too early.
    for (let turn = 0; turn < 50 && !text.includes('<figure'); turn += 1) ({ text } = await page('/'));
    expect(text).toContain(
      `<a href="/stories/${filled.ids.get('agency')}">Ferry crews in Savik to strike for 48 hours</a>`,
    );
    expect(text).toContain('independent texts; ');
    expect(text).toContain('The page of the story says the same.');
  });

  test('an article that stands alone is its own story, and there is none where there is nothing', async () => {
    const { text } = await page(`/stories/${filled.ids.get('clocks')}`);
    expect(text).toContain('1 article of 1 outlet; 1 independent text;');
    expect(text).not.toContain('How it spread');
    expect((await page('/stories/nobody')).status).toBe(404);
  });

  test('a search that shows each story once is headed by its first independent text and leads to the story', async () => {
    const { text } = await page('/search?q=Savik&collapse=story');
    expect(text.match(/<article[^>]*><h3/g)).toHaveLength(1);
    expect(text).toContain(
      `<a href="/stories/${filled.ids.get('agency')}">Ferry crews in Savik to strike for 48 hours</a>`,
    );
    expect(text).toContain('9 articles, 3 independent texts, 6 copies');
    expect((await page(`/articles/${filled.ids.get('mirror')}`)).text).toContain(
      `<a href="/stories/${filled.ids.get('agency')}">The whole story</a>`,
    );
  });

  test('the report is one file that loads nothing, with the evidence of each link', async () => {
    const answer = await fetch(`${filled.desk.url}/stories/${filled.ids.get('echo')}/report.html`);
    const text = await answer.text();
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(text).not.toMatch(/<(?:script|link|img|iframe)\b|url\(|@import|href="\//);
    expect(text).toContain('3 independent texts');
    expect(text).toContain('Source: Adria Press');
    expect(text).toMatch(/text [0-9a-f]{64}; made by clean clean-test, dedup test/);
    expect(text).toMatch(/<blockquote dir="auto">Ferry crews in the port of Savik[^<]*…?<footer>Adria Press<\/footer>/);
    expect(text).not.toMatch(/undefined|\[object|NaN/);
    expect(Buffer.byteLength(text)).toBeLessThan(150_000);
    expect((await fetch(`${filled.desk.url}/stories/nobody/report.html`)).status).toBe(404);
  });

  test('the report names the WARC record of a page that was archived, and of that page alone', async () => {
    const { articles } = filled.desk.store.tables;
    const warc = { record: 'urn:uuid:7f0d0a52-2f0e-4f0e-9d3b-6c1f2b8a4c11', file: 'wirewatch-20261120.warc.gz' };
    const set = (value: typeof warc | null) =>
      filled.desk.store.write((tx) =>
        tx
          .update(articles)
          .set({ rawHash: 'ab'.repeat(32), warc: value })
          .where(eq(articles.id, filled.ids.get('mirror')!)),
      );
    const report = async () => (await fetch(`${filled.desk.url}/stories/${filled.ids.get('echo')}/report.html`)).text();
    await set(null);
    expect(await report()).not.toContain('WARC record urn');
    await set(warc);
    const text = await report();
    expect(text.match(/WARC record urn/g)).toHaveLength(1);
    expect(text).toContain(`page ${'ab'.repeat(32)}, WARC record ${warc.record} in ${warc.file}; text`);
  });

  test('a program gets the same', async () => {
    const answer = await fetch(`${filled.desk.url}/api/v1/stories/${filled.ids.get('echo')}`);
    expect(await answer.json()).toMatchObject({
      id: filled.ids.get('agency'),
      independent: { sources: { min: 3, max: 3 } },
      sources: [{ name: 'Adria Press' }, { name: 'Harbour Post' }, { name: 'Kestrel News' }],
    });
  });
});
