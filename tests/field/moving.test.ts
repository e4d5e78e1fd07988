import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Field, openField, pageOf, plays, rssOf } from '../support/field.ts';

let field: Field;
beforeAll(async () => {
  field = await openField(['paper.example']);
});
afterAll(() => field?.close());

const HOUR = 3_600_000;
let poll = 0;
const moved = () => new Date(Date.UTC(2026, 10, 2) + poll * HOUR);

/** Plays the feed of a kind at a poll: one entry whose page has the kind's name. */
function play(kind: string, entry: string): void {
  const link = `http://paper.example/2026/${kind}`;
  const body = rssOf([`<item><title>On ${kind}</title><link>${link}</link><guid>${link}</guid>${entry}</item>`]);
  field.server.play(`/${kind}.xml`, plays(body));
  field.server.play(`/2026/${kind}`, plays(pageOf(kind), 'text/html'));
}

test.each<[string, () => string]>([
  ['the date of publication', () => `<pubDate>${moved().toUTCString()}</pubDate>`],
  ['the date of change', () => `<atom:updated>${moved().toISOString()}</atom:updated>`],
  [
    'a pixel',
    () => `<description>&lt;img src="https://count.example/${poll}.gif?r=${poll * 17}"&gt; The wall.</description>`,
  ],
  ['a counter', () => `<description>The wall. ${poll * 3} comments</description>`],
  [
    'a nonce',
    () => `<description>&lt;form&gt;&lt;input name="nonce" value="n${poll}a"&gt;&lt;/form&gt;The wall.</description>`,
  ],
  [
    'the order of markup',
    () => `<description>&lt;p ${poll % 2 ? 'a="1" b="2"' : 'b="2" a="1"'}&gt;The wall.&lt;/p&gt;</description>`,
  ],
  [
    'tracking',
    () => `<description>&lt;a href="https://x.example/?utm_term=${poll}"&gt;The wall&lt;/a&gt;</description>`,
  ],
])('%s that moves at every poll costs one look more at most, and none after that', async (what, entry) => {
  const kind = what.replaceAll(' ', '-');
  for (let turn = 0; turn < 6; turn += 1) {
    poll += 1;
    play(kind, entry());
    await field.poll(`http://paper.example/${kind}.xml`);
    field.later(HOUR);
    if (turn === 1) expect(field.asked(`/2026/${kind}`)).toBeLessThanOrEqual(2);
  }
  expect(field.asked(`/2026/${kind}`)).toBeLessThanOrEqual(2);
});

test('a changed headline and a changed text send us to the page again', async () => {
  const url = 'http://paper.example/changed.xml';
  play('changed', '<description>The wall stands.</description>');
  await field.poll(url);
  play('changed', '<description>The wall has fallen into the harbour.</description>');
  field.later(HOUR);
  await field.poll(url);
  expect(field.asked('/2026/changed')).toBe(2);
  const body = rssOf([
    '<item><title>Wall falls</title><link>http://paper.example/2026/changed</link><guid>http://paper.example/2026/changed</guid></item>',
  ]);
  field.server.play('/changed.xml', plays(body));
  field.later(48 * HOUR);
  await field.poll(url);
  expect(field.asked('/2026/changed')).toBe(3);
});

test('one identity: GUIDs that flip between http and https, and links that gain www. and a slash, are nothing new', async () => {
  const entry = (base: string, slash: string) =>
    `<item><title>Quay</title><link>${base}/2026/quay-walls${slash}</link><guid>${base}/2026/quay-walls${slash}</guid></item>`;
  field.server.play('/2026/quay-walls', plays(pageOf('quay walls'), 'text/html'));
  const url = 'http://paper.example/flip.xml';
  const seen: Array<[number, string]> = [];
  for (const [base, slash] of [
    ['http://paper.example', ''],
    ['https://www.paper.example', '/'],
    ['http://paper.example', ''],
  ] as const) {
    field.server.play('/flip.xml', plays(rssOf([entry(base, slash)])));
    const feed = await field.poll(url);
    field.later(HOUR);
    const { store } = field.opened.context;
    const polls = (await store.db.select().from(store.tables.polls)).filter((row) => row.feedId === feed.id);
    seen.push([polls.at(-1)!.newItems, feed.pollReason]);
  }
  expect(seen.map(([fresh]) => fresh)).toEqual([1, 0, 0]);
  expect(field.asked('/2026/quay-walls')).toBe(1);
});
