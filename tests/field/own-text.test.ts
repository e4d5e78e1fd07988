import { recordsOf } from '@wirewatch/shared/store/articles/records.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Field, openField, pageOf, plays, rssOf } from '../support/field.ts';

let field: Field;
beforeAll(async () => {
  field = await openField(['paper.example']);
});
afterAll(() => field?.close());

const text = (subject: string) =>
  `The council of the harbour met again on Monday and spoke for three hours of ${subject}, which the pilots had asked for since the spring.`;
const item = (guid: string, more: string) =>
  `<item><title>On ${guid}</title><guid isPermaLink="false">${guid}</guid>${more}</item>`;
const content = (html: string) => `<description><![CDATA[${html}]]></description>`;

test('a text that stands in the feed alone is an article of its own, under the feed with its secrets hidden, and nobody fetches it', async () => {
  const url = 'http://ann:harbour@paper.example/feed.xml?token=quay&edition=4';
  const play = (...items: string[]) => field.server.play('/feed.xml', plays(rssOf(items)));
  const wall = item('wall', content(`<p>${text('the wall')}</p><p>7 comments</p>`));
  play(wall, item('lock', content(`<p>${text('the lock')}</p>`)), item('note', content('Soon.')));
  const feed = await field.poll(url);
  expect(feed.warning).toMatch(/^1 of 3 entries have no link to a page and no text of their own/);
  const rows = await field.articles();
  expect(rows.map(({ outcome, outletId, finalUrl }) => ({ outcome, outletId, finalUrl }))).toEqual(
    Array(2).fill({
      outcome: 'done',
      outletId: 'paper.example',
      finalUrl: 'http://REDACTED@paper.example/feed.xml?token=REDACTED&edition=4',
    }),
  );
  const { store, blobs } = field.opened.context;
  const bytes = await blobs.get(rows.find(({ title }) => title === 'On wall')!.rawHash!);
  expect(Buffer.from(bytes).toString()).toContain(text('the wall'));
  const records = await recordsOf(
    store,
    rows.map(({ id }) => id),
  );
  for (const record of records) {
    expect(record.url).toBe('http://REDACTED@paper.example/feed.xml?token=REDACTED&edition=4');
    expect(JSON.stringify(record)).not.toMatch(/quay|ann:/);
  }
  expect(new Set(field.server.seen.map(({ path }) => path))).toEqual(new Set(['/feed.xml']));

  // What moves by itself is no change; other words are.
  const epochs = async () => new Map((await field.articles()).map(({ title, epoch }) => [title, epoch]));
  play(wall.replace('7 comments', '9 comments'), item('lock', content(`<p>${text('the gates')}</p>`)));
  await field.poll(url);
  expect(await epochs()).toEqual(
    new Map([
      ['On wall', 1],
      ['On lock', 2],
    ]),
  );
  expect(await field.articles()).toHaveLength(2);
});

test('an entry whose page is named elsewhere than in its link is fetched there', async () => {
  for (const path of ['/2026/related', '/2026/external', '/2026/enclosed', '/2026/guid']) {
    field.server.play(path, plays(pageOf(path), 'text/html'));
  }
  const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>A</title><id>a</id><link href="http://paper.example/"/>
    <entry><id>tag:1</id><title>Related</title><link rel="related" href="/2026/related"/></entry>
    <entry><id>tag:2</id><title>Enclosed</title><link rel="enclosure" type="text/html" href="/2026/enclosed"/></entry></feed>`;
  field.server.play('/atom.xml', plays(atom, 'application/atom+xml'));
  const json = { version: 'https://jsonfeed.org/version/1.1', title: 'J', home_page_url: 'http://paper.example/' };
  const items = [{ id: '1', external_url: '/2026/external', content_text: 'Short.' }];
  field.server.play('/feed.json', plays(JSON.stringify({ ...json, items }), 'application/feed+json'));
  field.server.play('/guid.xml', plays(rssOf([item('http://paper.example/2026/guid', '')])));
  for (const name of ['atom.xml', 'feed.json', 'guid.xml']) await field.poll(`http://paper.example/${name}`);
  for (const path of ['/2026/related', '/2026/external', '/2026/enclosed', '/2026/guid'])
    expect(field.asked(path)).toBe(1);
});

test('an author that was escaped twice is taken in as a reader writes him', async () => {
  field.server.play('/2026/kelp', plays(pageOf('/2026/kelp'), 'text/html'));
  const authored = item('http://paper.example/2026/kelp', '<author><![CDATA[Smith &amp; <b>Sons</b>]]></author>');
  field.server.play('/authors.xml', plays(rssOf([authored])));
  const feed = await field.pollAlone('http://paper.example/authors.xml');
  const { store } = field.opened.context;
  const rows = await store.db.select().from(store.tables.entries);
  expect(rows.filter((row) => row.feedId === feed.id).map(({ author }) => author)).toEqual(['Smith & Sons']);
});
