import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { DIALECTS, useStore } from '../../../../tests/support/dialects.ts';
import { cleaned, NOON, pages, rowOf } from '../../../../tests/support/given.ts';
import type { ClassifyResult } from '../../contracts/classify.ts';
import type { CleanResult } from '../../contracts/clean.ts';
import { parseQuery } from '../../query/parse.ts';
import { saveClassification } from '../articles/classifications.ts';
import { saveRevision } from '../articles/revisions.ts';
import type { Store } from '../database/store.ts';
import { setOutlet } from '../feeds/outlets.ts';
import { indexArticle } from './index-article.ts';
import { type SearchOptions, searchArticles } from './search-articles.ts';

const DAY = 86_400_000;

function asked(text: string) {
  const parsed = parseQuery(text);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return parsed.query;
}

/** Writes an article as cleaner and classifier do, and as its journey's end does. */
async function write(
  store: Store,
  url: string,
  clean: Partial<CleanResult>,
  labels: Partial<ClassifyResult> | null = {},
  now = NOON,
): Promise<string> {
  const [id] = await pages(store, [url], now);
  const article = await rowOf(store, id!);
  await store.write(async (tx) => {
    const made = { version: 'v', rawHash: `${url}${now}`, fetchedAt: now, now, batchId: null, frameVersion: null };
    const revisionId = await saveRevision(store, tx, article, cleaned(clean), made);
    await tx.update(store.tables.articles).set({ revisionId }).where(eq(store.tables.articles.id, id!));
    const none = { language: 'en', topics: [], topicScores: {}, entities: [], countries: [], events: [] };
    if (labels) await saveClassification(store, tx, article, { ...none, ...labels }, { version: 'v', revisionId, now });
    await indexArticle(store, tx, article, revisionId);
  });
  return id!;
}

const event = (plover: string, cameo: string) => ({
  plover,
  cameo,
  mode: null,
  source: [],
  target: [],
  sourceRole: null,
  targetRole: null,
  date: null,
  modality: 'happened' as const,
  sentence: 's',
  confidence: 1,
});
const person = (name: string) => ({ type: 'person' as const, name, mentions: 1 });

describe.each(DIALECTS)('search on %s', (dialect) => {
  const opened = useStore(dialect);

  async function find(text: string, options: Partial<SearchOptions> = {}): Promise<string[]> {
    const page = await searchArticles(opened(), asked(text), { limit: 20, now: NOON, ...options });
    return page.hits.map((hit) => hit.article.url.replace(/^https:\/\/|\.example/g, ''));
  }

  test('every field of the grammar, alone, nested and negated', async () => {
    const store = opened();
    await write(
      store,
      'https://harbour.example/1',
      { title: 'Truce talks begin', text: 'The envoy said the talks may fail.', publishedAt: '2026-11-20T10:00:00Z' },
      {
        countries: ['EGY', 'FRA'],
        topics: [{ code: 'medtop:11000000', label: 'politics', score: 1 }],
        events: [event('CONSULT', '042')],
        entities: [person('Emmanuel Macron'), person('Sameh Shoukry')],
      },
    );
    await write(
      store,
      'https://post.example/2',
      {
        title: 'Harbour reopens',
        text: 'Fishermen returned after the truce; an envoy of the town said.',
        publishedAt: '2026-11-19',
      },
      { countries: ['FRA'], topics: [{ code: 'medtop:04000000', label: 'economy, business and finance', score: 1 }] },
    );
    await write(store, 'https://gazete.example/3', {
      title: 'Kalın görüştü',
      text: 'Sözcü İbrahim Kalın, limanın açılacağını söyledi.',
      language: 'tr',
      publishedAt: '2026-11-18T10:00:00+03:00',
    });
    await write(store, 'https://haidong.example/4', { title: '停战谈判', text: '特使今天抵达港口。', language: 'zh' });
    await write(
      store,
      'https://vedomosti.example/5',
      { title: 'वार्ता', text: 'दूत ने कहा कि वार्ता जारी है।', language: 'hi' },
      null,
    );
    await setOutlet(store, 'post.example', { name: "The Harbour's Evening Post" });
    const cases: Array<[string, string[]]> = [
      ['truce', ['harbour/1', 'post/2']],
      ['title:truce', ['harbour/1']],
      ['title:"truce talks"', ['harbour/1']],
      ['title:"talks truce"', []],
      ['title:beg* OR title:reopens', ['harbour/1', 'post/2']],
      ['envoy -title:harbour', ['harbour/1']],
      ['text:truce', ['post/2']],
      ['talk*', ['harbour/1']],
      ['"the talks"', ['harbour/1']],
      ['"talks begin the envoy"', []],
      ['"talks envoy"~3', ['harbour/1']],
      ['truce -fishermen', ['harbour/1']],
      ['-truce', ['haidong/4', 'vedomosti/5', 'gazete/3']],
      ['country:FRA', ['harbour/1', 'post/2']],
      ['country:fra NOT country:EGY', ['post/2']],
      ['topic:politics', ['harbour/1']],
      ['topic:medtop:04000000', ['post/2']],
      ['topic:"business and"', ['post/2']],
      ['topic:eco*', ['post/2']],
      ['event:CONSULT', ['harbour/1']],
      ['event:04', ['harbour/1']],
      ['event:43', []],
      ['entity:macron', ['harbour/1']],
      ['entity:"macron sameh"', []],
      ['entity:emm*', ['harbour/1']],
      ['entity:mac*', []],
      ['language:zh', ['haidong/4']],
      ['outlet:"evening post"', ['post/2']],
      ['outlet:post.example', ['post/2']],
      ['outlet:harbour', ['harbour/1', 'post/2']],
      ['outlet:nobody', []],
      ['(outlet:post OR entity:macron) AND envoy', ['harbour/1', 'post/2']],
      ['fishermen OR language:tr', ['post/2', 'gazete/3']],
      ['date:2026-11-19', ['post/2']],
      ['date:[2026-11-18 TO 2026-11-19]', ['post/2', 'gazete/3']],
      ['date:>2026-11-19', ['harbour/1']],
      ['truce date:now-5h', []],
      ['truce date:[now-5h TO *]', ['harbour/1']],
      ['truce AND NOT date:2026-11-19', ['harbour/1']],
      ['fishermen OR date:2026-11-18', ['post/2', 'gazete/3']],
      ['kalin', ['gazete/3']],
      ['görüş*', ['gazete/3']],
      ['谈判', ['haidong/4']],
      ['"特使今天"', ['haidong/4']],
      ['वार्ता', ['vedomosti/5']],
      ['*', ['haidong/4', 'vedomosti/5', 'harbour/1', 'post/2', 'gazete/3']],
      ["o'brien's", []],
      [`truce AND "${'x'.repeat(5000)}"`, []],
    ];
    for (const [text, expected] of cases) {
      const found = await find(text);
      expect([text, [...found].sort()]).toEqual([text, [...expected].sort()]);
    }
  });

  test('pages go by time, newest first, each article once though hundreds share a second; a cursor is of its query', async () => {
    const store = opened();
    for (let n = 0; n < 60; n += 1)
      await write(store, `https://a.example/${n}`, {
        text: 'A ferry came in.',
        publishedAt: n < 30 ? '2026-11-19T08:00:00Z' : null,
      });
    const query = asked('ferry');
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof searchArticles>> = await searchArticles(store, query, {
        limit: 7,
        after,
        now: NOON,
      });
      seen.push(...page.hits.map((hit) => hit.article.url));
      after = page.next;
    } while (after);
    expect(new Set(seen).size).toBe(60);
    expect(seen).toHaveLength(60);
    expect(seen.slice(30).every((url) => Number(url.split('/').at(-1)) < 30)).toBe(true);
    const { next } = await searchArticles(store, query, { limit: 7, now: NOON });
    await expect(find('ferry came', { after: next })).rejects.toThrow(/another query/);
    await expect(find('ferry', { after: next, collapse: 'group' })).rejects.toThrow(/another query/);
    await expect(find('ferry', { after: 'x' })).rejects.toThrow(/no cursor/);
  });

  test('a group of copies shows once, by its newest match, over pages; a story likewise', async () => {
    const store = opened();
    const { syndication } = store.tables;
    const ids: string[] = [];
    for (let n = 0; n < 12; n += 1)
      ids.push(
        await write(store, `https://o${n}.example/x`, { text: n === 11 ? 'Rain.' : 'A ferry.' }, {}, NOON + n * 1000),
      );
    const row = { confidence: 1, reason: 'r', version: 'v', updatedAt: NOON, relation: 'copy' } as const;
    await store.write(async (tx) => {
      for (const [n, articleId] of ids.entries()) {
        // Three groups: even numbers, odd numbers below 9, the rest; the first two tell one story.
        const groupId = n % 2 === 0 ? 'even' : n < 9 ? 'odd' : 'late';
        await tx
          .insert(syndication)
          .values({ articleId, groupId, storyId: groupId === 'late' ? null : 's', basis: [], ...row });
      }
    });
    expect(await find('ferry', { collapse: 'group' })).toEqual(['o10/x', 'o9/x', 'o7/x']);
    expect(await find('ferry', { collapse: 'story' })).toEqual(['o10/x', 'o9/x']);
    expect(await find('rain', { collapse: 'group' })).toEqual(['o11/x']);
    const first = await searchArticles(store, asked('ferry'), { limit: 2, collapse: 'group', now: NOON });
    expect(first.hits.map((hit) => hit.others)).toEqual([5, 1]);
    expect(await find('ferry', { limit: 2, collapse: 'group', after: first.next })).toEqual(['o7/x']);
  });

  test('the index follows the article: a new text, other labels, another date', async () => {
    const store = opened();
    const url = 'https://a.example/1';
    await write(store, url, { text: 'A ferry.' }, { countries: ['EGY'] });
    await write(store, 'https://b.example/2', { text: 'A boat.' }, {}, NOON + DAY);
    await write(store, url, { text: 'A boat.', publishedAt: '2026-11-10T08:00:00Z' }, { countries: ['FRA'] }, NOON + 1);
    expect(await find('ferry')).toEqual([]);
    expect(await find('boat')).toEqual(['b/2', 'a/1']);
    expect(await find('country:EGY')).toEqual([]);
    expect(await find('country:FRA boat date:2026-11-10')).toEqual(['a/1']);
  });

  test('a date far ahead is not believed', async () => {
    const store = opened();
    await write(store, 'https://a.example/1', { text: 'A boat.', publishedAt: '2036-01-01T08:00:00Z' });
    await write(store, 'https://b.example/2', { text: 'A boat.' }, {}, NOON + DAY);
    expect(await find('boat')).toEqual(['b/2', 'a/1']);
    expect(await find('boat date:2036')).toEqual([]);
  });

  test('a hit shows where it matches', async () => {
    const store = opened();
    const filler = 'Nothing of note was said for a while. '.repeat(20);
    const text = `${filler}The old ferry sank.\n\n${filler}Another Ferry came.`;
    await write(store, 'https://a.example/1', { title: 'Ferry lost', text });
    const [hit] = (await searchArticles(store, asked('ferry'), { limit: 5, now: NOON })).hits;
    const stretches = [hit!.title, ...hit!.passages].map(({ text, spans }) =>
      spans.map((s) => text.slice(s.start, s.end)),
    );
    expect(stretches).toEqual([['Ferry'], ['ferry'], ['Ferry']]);
    expect(hit!.passages[0]!.text.length).toBeLessThan(330);
    expect(hit!.matched).toEqual(['ferry']);
    await write(store, 'https://haidong.example/2', { title: '停战谈判', text: '特使今天抵达港口，谈判将继续。' });
    const [other] = (await searchArticles(store, asked('谈判'), { limit: 5, now: NOON })).hits;
    const marked = [other!.title, ...other!.passages].flatMap((one) =>
      one.spans.map((span) => one.text.slice(span.start, span.end)),
    );
    expect(marked).toEqual(['谈判', '谈判']);
  });
});
