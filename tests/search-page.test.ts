import { describe, expect, test } from 'vitest';
import { wirewatch } from './support/command.ts';
import { DIALECTS } from './support/dialects.ts';
import { useFilledDesk } from './support/filled-desk.ts';

describe.each(DIALECTS)('the page of a search, on %s', (dialect) => {
  const filled = useFilledDesk(dialect);

  const get = async (path: string) => {
    const answer = await fetch(`${filled.desk.url}${path}`, { headers: { accept: 'text/html' } });
    return { status: answer.status, text: (await answer.text()).replaceAll('&quot;', '"').replaceAll('&amp;', '&') };
  };

  test('counts stand above the hits, facets with counts beside them', async () => {
    const { text } = await get('/search?q=Savik');
    expect(text).toContain(
      '9 articles of 9 outlets: 4 texts, <b>3 independent</b> (33 % of the articles) of 3 sources; 1 story told by several',
    );
    expect(text).toContain('Articles over time: 3 own texts and 6 copies from 2026-11-20 10:00 to 2026-11-20 16:00');
    expect(text).toMatch(/f=country%3ANOR" dir="auto">Norway<\/a> <span class="n">9</);
    expect(text).toMatch(/f=relation%3Acopy" dir="auto">copy<\/a> <span class="n">6</);
    expect(text).toMatch(/f=credit%3A%22Adria\+Press%22" dir="auto">Adria Press<\/a> <span class="n">4</);
    expect(text).not.toMatch(/undefined|\[object|NaN/);
    expect(Buffer.byteLength(text)).toBeLessThan(60_000);
  });

  test('times are said as what they are: published first, seen as seen', async () => {
    const line = /<span>published 2026-11-20 1\d:\d\d:00 UTC<\/span> <span>seen <time /;
    for (const path of ['/search?q=Savik', '/articles', '/copies', `/articles/${filled.ids.get('mirror')}`])
      expect((await get(path)).text, path).toMatch(line);
  });

  test('filters stand in the address, narrow down, and can be taken away', async () => {
    const { text } = await get('/search?q=Savik&f=relation%3Acopy&f=language%3Ade&from=2026-11-20&to=2026-11-21');
    expect(text).toContain('1 article of 1 outlet');
    expect(text).toContain(
      '<a href="/search?q=Savik&f=language%3Ade&from=2026-11-20&to=2026-11-21"><code>relation:copy</code>',
    );
    expect(text).toContain('/search.csv?q=Savik&f=relation%3Acopy&f=language%3Ade&from=2026-11-20&to=2026-11-21');
    expect((await get('/search?q=Savik&from=2026-12-01')).text).toContain('Nothing found');
    // What is no filter is left out: the query would break in a place that nobody typed.
    expect((await get('/search?q=Savik&f=(oops')).text).toContain('9 articles');
  });

  test('a value of no set is refused with the nearest, an unknown name answered with a word', async () => {
    const refused = await get('/search?q=country:Norwey');
    expect(refused.status).toBe(400);
    expect(refused.text).toContain('expected a country (nearest: Norway NOR');
    const { text } = await get('/search?q=outlet:kestral');
    expect(text).toContain('No article of the store is of an outlet “kestral”; nearest: Kestrel News');
    expect((await get('/search?q=entity:nobody')).text).toContain('No article names “nobody”.');
    expect((await get('/search?q=country:Norway')).text).toContain('10 articles');
  });

  test('the fields are listed with examples and values, and the last word is completed', async () => {
    const { text } = await get('/search/fields');
    expect(text).toContain('<code>country:Egypt</code>');
    expect(text).toContain('<code>EGY</code></a> Egypt');
    const complete = async (begun: string) =>
      (await (await fetch(`${filled.desk.url}/search/completions?begun=${encodeURIComponent(begun)}`)).json()).items;
    expect(await complete('cou')).toEqual([{ text: 'country:', name: '' }]);
    expect((await complete('country:egy'))[0]).toEqual({ text: 'country:EGY', name: 'Egypt' });
    expect(await complete('outlet:"har')).toEqual([{ text: 'outlet:"Harbour Post"', name: '' }]);
    expect(await complete('title:x')).toEqual([]);
  });

  test('out of the desk: CSV, JSON lines and feeds hold what the page shows', async () => {
    const csv = await get('/search.csv?q=Savik&f=relation%3Aoriginal');
    const [head, ...lines] = csv.text.split('\n').filter((line) => /^(id|a[0-9a-f]{20}),/.test(line));
    expect(head).toContain(',story,independentTexts,relation,');
    expect(lines).toHaveLength(2);
    expect(lines[0]!.split(',')).toContain('3');
    const jsonl = await get('/search.jsonl?q=Savik');
    expect(
      jsonl.text
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).outlet.name),
    ).toContain('Kestrel News');
    expect((await get('/search.atom?q=Savik&f=language%3Ade')).text).toContain('Fähren in Savik');
    expect((await get('/search.csv?q=country:Norwey')).status).toBe(400);
  });

  test('the command exports what a search finds, and lists the fields', async () => {
    const env = { DATABASE_URL: filled.database };
    const exported = await wirewatch(['export', '--query', 'Savik relation:original', '--format', 'csv'], { env });
    expect(exported.out.match(/^a[0-9a-f]{20},/gm)).toHaveLength(2);
    if (dialect === 'postgres') return;
    expect((await wirewatch(['search', '--fields'], { env })).out).toContain('country:   country:Egypt');
    expect((await wirewatch(['search', 'country:Norwey'], { env })).err).toContain('nearest: Norway NOR');
  });
});
