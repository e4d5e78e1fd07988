import type { Entity, NewsEvent } from '@wirewatch/shared/contracts/classify.ts';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { reindex } from 'wirewatch/archive/reindex.ts';
import { DIALECTS } from './support/dialects.ts';
import { useFilledDesk } from './support/filled-desk.ts';

const person = (name: string, office: string | null = null): Entity => ({ type: 'person', name, office, mentions: 2 });
const OKAFOR = person('Ruth Okafor', 'minister');
const meeting = (sentence: string): NewsEvent => ({
  ...{
    plover: 'CONSULT',
    cameo: '040',
    mode: null,
    source: ['NOR'],
    target: ['ISL'],
    sourceRole: 'GOV',
    targetRole: null,
  },
  ...{ date: '2026-11-20', modality: 'happened', sentence, confidence: 0.8 },
});

describe.each(DIALECTS)('the page of a country or name, on %s', (dialect) => {
  const filled = useFilledDesk(dialect);
  beforeAll(async () => {
    const { classifications } = filled.desk.store.tables;
    const talks = meeting('Transport minister Ruth Okafor asked Mina Adeyemi to meet again on Sunday.');
    for (const name of ['agency', 'lantern', 'kestrel']) {
      const found = { entities: [OKAFOR, person('Mina Adeyemi')], events: [talks] };
      await filled.desk.store.write((tx) =>
        tx
          .update(classifications)
          .set(found)
          .where(eq(classifications.articleId, filled.ids.get(name)!)),
      );
    }
    await reindex(filled.desk.store);
  });

  const page = async (path: string) => {
    const answer = await fetch(`${filled.desk.url}${path}`, { headers: { accept: 'text/html' } });
    return { status: answer.status, text: await answer.text() };
  };

  test('a country by its code or name: with whom it met, once a story, with the sentence and who tells it', async () => {
    const { status, text } = await page('/entities/NOR');
    expect(status).toBe(200);
    expect(text).toContain('<h1 dir="auto">Norway</h1>');
    expect(text).toContain('<a href="/entities/ISL">Iceland</a>');
    expect(text).toContain('10 articles of 10 outlets: 5 texts, <b>3 independent</b>');
    expect(text.match(/<q dir="auto">Transport minister/g)).toHaveLength(1);
    expect(text).toContain('Adria Press</a> and 2 more');
    expect(text).toContain('/search?q=country%3ANOR+country%3AISL+event%3ACONSULT');
    expect(text).not.toMatch(/undefined|\[object|NaN/);
    expect((await page('/entities/norway')).text).toContain('<h1 dir="auto">Norway</h1>');
  });

  test('a person by name: met by the sentence, office, and whom the stories name', async () => {
    const { text } = await page(`/entities/${encodeURIComponent('Ruth Okafor')}`);
    expect(text).toContain('minister');
    expect(text).toContain('<a href="/entities/Mina%20Adeyemi">Mina Adeyemi</a>');
    const answer = await fetch(`${filled.desk.url}/api/v1/entities/${encodeURIComponent('ruth okafor')}`);
    expect(await answer.json()).toMatchObject({
      kind: 'name',
      articles: 3,
      type: 'person',
      office: 'minister',
      met: [{ with: 'Mina Adeyemi', events: 1, last: '2026-11-20' }],
      events: [{ day: '2026-11-20', told: 3, article: filled.ids.get('agency') }],
      independent: { texts: { min: 2, max: 2 } },
    });
  });

  test('what nobody writes of has no page, and quotes in a name break nothing', async () => {
    expect((await page('/entities/Nobody%20At%20All')).status).toBe(404);
    expect((await page('/entities/%22%22')).status).toBe(404);
    expect((await page('/entities/a%22%20OR%20b')).status).toBe(404);
  });

  test('articles are narrowed down as a search is: by facets with counts, dates and the outlet', async () => {
    const all = await page('/articles');
    expect(all.text).toContain('12 articles of 12 outlets');
    expect(all.text).toMatch(/\/articles\?q=&amp;f=language%3Ade" dir="auto">German<\/a> <span class="n">1</);
    const german = await page('/articles?f=language%3Ade');
    expect(german.text.match(/<article/g)).toHaveLength(1);
    expect(german.text).toContain('The same as a search');
    expect((await page('/articles?f=language%3Afr')).text).toContain('Nothing fits.');
    expect((await page('/articles?outlet=mirror.example&f=relation%3Acopy')).text).toContain('1 article of 1 outlet');
    expect((await page('/articles?f=country%3ANorwey')).status).toBe(400);
    expect((await page('/articles?f=language%3Ade&after=nonsense')).status).toBe(400);
  });
});
